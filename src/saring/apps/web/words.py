"""The words of the pages, one file a language, and which language a caller reads."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from litestar import Request

LANGUAGES = ("en", "id")
_FOLDER = Path(__file__).parent / "words"


@cache
def page_words(lang: str) -> dict[str, Any]:
    """The words of a language."""
    found: dict[str, Any] = tomllib.loads((_FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))
    return found


def language(request: Request[Any, Any, Any], default: str | None) -> str:
    """The language asked for in the link, else that of the server, else the browser's first that is spoken here."""
    asked = request.query_params.get("lang")
    if asked in LANGUAGES:
        return str(asked)
    return default or preferred(request.headers.get("accept-language", ""))


def preferred(header: str) -> str:
    """The best of an Accept-Language header; `ms` readers get Indonesian, the nearest that there is."""
    weighed: list[tuple[float, int, str]] = []
    for place, part in enumerate(header.split(",")[:20]):
        tag, _, weight = part.strip().partition(";q=")
        known = {"in": "id", "ms": "id"}.get(tag.strip()[:2].lower(), tag.strip()[:2].lower())
        try:
            weighed.append((-float(weight or 1), place, known))
        except ValueError:
            continue  # a weight that is no number says nothing
    return next((lang for _, _, lang in sorted(weighed) if lang in LANGUAGES), "en")
