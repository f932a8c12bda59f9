"""The Python door: `saring.check` and `saring.determine`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from saring import river
from saring.apps.intake import to_dealing
from saring.apps.options import MAX_SIZE
from saring.model import Checked, Dealing, Determination


def check(
    path_or_text: str | Path,
    *,
    as_of: str | None = None,
    published: str | None = None,
    lang: str = "en",
    max_size: int = MAX_SIZE,
) -> Checked:
    """Read a document and judge the dealings that it reports.

    A `Path` is opened as a file. A `str` is taken for the name of a file when it has one line and such a file exists,
    else for the text itself. `as_of` and `published` are dates of the contract (ISO 8601; `as_of` may be an interval),
    `lang` ("en", "id") is the language of reasons and caveats, `max_size` counts bytes.
    Raises `SaringError` for a document that cannot be used and for dates that are none.
    """
    from saring.days import interval
    from saring.documents import open_document, open_text

    for where, words in (("as_of", as_of), ("published", published)):
        if words is not None:
            interval(words, where)
    if isinstance(path_or_text, Path) or _names_a_file(path_or_text):
        document = open_document(str(path_or_text), max_size=max_size, published=published)
    else:
        document = open_text(path_or_text, published=published)
    return river.check(document, as_of, lang)


def determine(
    dealing: Dealing | Mapping[str, Any], *, as_of: str | None = None, lang: str = "en"
) -> tuple[Determination, ...]:
    """Judge one dealing: a determination for each regime that it asks (`regimes`, by default the UN alone).

    The dealing is a `saring.model.Dealing` or a mapping with the keys of the contract, such as
    `{"kind": "goods", "from": "KP", "to": "RU", "what": "apples", "date": "2025-07-20"}`.
    Raises `SaringError` for unknown keys, words, facts and regimes, wrong types and dates that are none.
    """
    from saring.days import interval

    if as_of is not None:
        interval(as_of, "as_of")
    given = dealing if isinstance(dealing, Dealing) else to_dealing(dict(dealing), "dealing", default_id="1")
    return river.judged(river.completed(given, lang), as_of, lang)


def _names_a_file(words: str) -> bool:
    if "\n" in words or len(words) > 1000:
        return False
    try:
        return Path(words).is_file()
    except (OSError, ValueError):  # too long a name, or one with a null character, names no file
        return False
