"""Bytes → characters: byte order marks, UTF-8, UTF-16, what the document declares, else what reads like a language.

Detection is our own and small: each candidate decodes a sample, and the one whose characters are most like prose in
its language wins. It is deterministic and linear.
"""

from __future__ import annotations

import codecs
import re

from saring.documents.limits import ENCODING_SAMPLE
from saring.documents.sniffing import FORMS
from saring.model import SaringError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_PROSE = re.compile(
    "[\t\r\n\x20-\x7e\xa0-\u024f\u0400-\u052f\u2010-\u2044\u20a0-\u20bf\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f]"
)
# Web pages that declare the first of each pair mean the second (WHATWG encodings).
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-9": "cp1254",
}
_CYRILLIC = ("cp1251", "koi8-u", "cp866", "iso8859-5")
_ASIAN = ("cp949", "gb18030", "cp932", "euc_jp", "big5")
_COMMON_CYRILLIC = frozenset("оеаинтсрвлкмдпуяыьі")
_COMMON_HAN = frozenset(
    "的一是不了在有人中国國这這和大为為上个個会會日月年他以到说說地朝鲜鮮韩韓美联聯安理制裁口进進出报報道"
)


def decode(raw: bytes, source: str, *, markup: bool = False) -> str:
    """The characters of `raw` without a byte order mark; `markup` lets the document declare its encoding.

    Raises `binary` when the bytes are no text in any encoding that we know.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _checked(raw[len(mark) :].decode(name, "replace"), source)
    wide = _wide(raw)
    if wide:
        return _checked(raw.decode(wide, "replace"), source)
    try:
        return _checked(raw.decode("utf-8"), source)
    except UnicodeDecodeError:
        pass  # not UTF-8: what follows tries the others
    if _nearly_utf8(raw):
        return _checked(raw.decode("utf-8", "replace"), source)
    name = (declared(raw) if markup else None) or _likeliest(raw)
    return _checked(raw.decode(name, "replace"), source)


def declared(raw: bytes) -> str | None:
    """The encoding that a page or XML file names for itself, or None when it names none that Python knows."""
    found = _DECLARED.search(raw[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
        "".encode(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    if name.startswith(("utf", "unicode", "raw", "punycode", "idna", "undefined")):
        return None  # it was tried already, or it is no encoding of prose
    return _WIDER.get(name, name)


def _checked(text: str, source: str) -> str:
    """The text, unless control characters show that it never was one."""
    controls = len(_CONTROLS.findall(text))
    if "\x00" in text[:ENCODING_SAMPLE] or controls > 2 + len(text) // 500:
        raise SaringError("binary", source, "not a text", FORMS)
    return text


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: it has zero bytes at its spaces, and read the right way its characters are all prose."""
    sample = raw[: min(len(raw), 4096) // 2 * 2]
    if len(sample) < 8 or b"\x00" not in sample:
        return None
    shares = {name: _prose_share(sample.decode(name, "replace")) for name in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] > 0.94 else None


def _prose_share(text: str) -> float:
    return len(_PROSE.findall(text)) / len(text)


def _nearly_utf8(raw: bytes) -> bool:
    """UTF-8 with a few broken bytes, such as a text that was cut inside a character."""
    sample = raw[:ENCODING_SAMPLE] + raw[-16:] if len(raw) > ENCODING_SAMPLE else raw
    text = sample.decode("utf-8", "replace")
    wide = sum(1 for char in text if char > "\x7f")
    broken = text.count("\ufffd")
    return wide - broken >= 3 and broken <= 2 + (wide - broken) // 50


def _likeliest(raw: bytes) -> str:
    sample = raw[:ENCODING_SAMPLE]
    best, best_score = "cp1252", _western(sample)
    for name in _CYRILLIC + _ASIAN:
        score = _fit(sample, name)
        if score > best_score:
            best, best_score = name, score
    return best


def _western(sample: bytes) -> float:
    """Western text is ASCII with a few accented letters and quotation marks between."""
    high = sum(1 for byte in sample if byte > 0x7F)
    return 0.55 if high * 6 < len(sample) else 0.2


def _fit(sample: bytes, name: str) -> float:
    """How much the non-ASCII characters look like the commonest of their script, between 0 and 1."""
    text = sample.decode(name, "replace")
    wide = [char for char in text if char > "\x7f"]
    broken = wide.count("\ufffd")
    if len(wide) < 2 or broken > 1 + len(wide) // 100:
        return 0.0
    common = _COMMON[name](wide) / len(wide)
    # Few wide characters in much ASCII are no proof of an Asian or Cyrillic text.
    return common if len(wide) * 12 > len(text) else common * 0.5


def _cyrillic(chars: list[str]) -> float:
    lower = sum(1 for char in chars if char in _COMMON_CYRILLIC)
    return lower * 1.2


def _korean(chars: list[str]) -> float:
    # Prose keeps to the 2,350 syllables of the older standard, two bytes each; misread bytes give the other 8,800.
    return float(sum(1 for char in chars if "가" <= char <= "힣" and len(char.encode("euc_kr", "ignore")) == 2))


def _japanese(chars: list[str]) -> float:
    kana = sum(1 for char in chars if "ぁ" <= char <= "ヶ")
    return kana * 1.6 if kana * 5 > len(chars) else 0.0


def _chinese(chars: list[str]) -> float:
    han = sum(1 for char in chars if "一" <= char <= "鿿")
    common = sum(1 for char in chars if char in _COMMON_HAN)
    return min(1.0, common * 9 / len(chars)) * han


_COMMON = dict.fromkeys(_CYRILLIC, _cyrillic) | {
    "cp949": _korean,
    "gb18030": _chinese,
    "big5": _chinese,
    "cp932": _japanese,
    "euc_jp": _japanese,
}
