"""HS codes as they are given: digits without dots, six at most."""

from __future__ import annotations

from saring.model import Good, SaringError


def cut(good: Good) -> dict[str, tuple[str, ...] | str | None]:
    """Given codes without dots and with six digits at most; a longer one is kept as national. No chapter: an error."""
    digits = [code.replace(".", "").replace(" ", "") for code in good.hs]
    for code in digits:
        if not (code.isascii() and code.isdigit() and len(code) > 1) or code[:2] in ("00", "77"):
            raise SaringError("bad_type", "goods.hs", f"{code!r} is no HS code", "2 to 6 digits, chapters 01 to 97")
    long = next((code for code in digits if len(code) > 6), None)
    return {"hs": tuple(dict.fromkeys(code[:6] for code in digits)), "national": good.national or long}
