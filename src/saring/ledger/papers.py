"""Documents and reports as rows: taken apart to be kept, put together to be read.

The long list of measures that each determination names as `checked` is kept once and named by its digest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from saring.ledger.chain import clean, digest, encoded
from saring.ledger.gist import Gist, gist_of
from saring.model import Checked, Dealing, Determination, SaringError

HASH = re.compile(r"[0-9a-f]{64}")
_dealing = msgspec.json.Decoder(Dealing)
_checked = msgspec.json.Decoder(Checked)
_lists = msgspec.json.Decoder(tuple[str, ...])


class Page(msgspec.Struct, frozen=True):
    """One dealing of a document, ready to be kept; `checked` names the lists of measures of its determinations."""

    report: str
    event: str
    dealing: Dealing
    gist: Gist
    body: str
    digest: str
    checked: tuple[str, ...]


class Paper(msgspec.Struct, frozen=True):
    """A document ready to be kept; `lists` holds each list of measures by its digest."""

    sha256: str
    about: Checked
    body: str
    digest: str
    text: str | None
    pages: tuple[Page, ...]
    lists: dict[str, str]


def paper(checked: Checked, text: str | None) -> Paper:
    """Take a document apart; the ids of its reports and of their events follow from its content."""
    if not HASH.fullmatch(checked.sha256):
        raise SaringError("bad_type", checked.source, f"{checked.sha256!r} is no SHA-256", "64 hexadecimal digits")
    lists: dict[str, str] = {}
    pages = tuple(page(checked, n, dealing, lists) for n, dealing in enumerate(checked.dealings, 1))
    about = msgspec.structs.replace(checked, dealings=())
    body = encoded(about)
    return Paper(checked.sha256, about, body, digest(body), clean(text), pages, lists)


def page(checked: Checked, n: int, dealing: Dealing, lists: dict[str, str]) -> Page:
    """Take one dealing apart; what was asked is put into `lists`."""
    report = "r" + digest(f"report\n{checked.sha256}\n{n}\n{dealing.id or ''}")[:16]
    kept = dealing
    names: tuple[str, ...] = ()
    if dealing.determinations:
        bare, names = apart(dealing.determinations, lists)
        kept = msgspec.structs.replace(dealing, determinations=bare)
    body = encoded(kept)
    whole = dealing_of(body)  # as it will be read again: a whole number, say, may come back as a fraction
    gist = gist_of(report, whole, checked)
    return Page(report, new_event(report), whole, gist, body, digest(body), names)


def apart(given: tuple[Determination, ...], lists: dict[str, str]) -> tuple[tuple[Determination, ...], tuple[str, ...]]:
    """Determinations without their lists of measures, and the names of those lists, which are put into `lists`."""
    names = []
    for each in given:
        body = encoded(each.checked)
        names.append(digest(body))
        lists[names[-1]] = body
    return tuple(msgspec.structs.replace(each, checked=()) for each in given), tuple(names)


def together(
    given: tuple[Determination, ...], names: Sequence[str], lists: Mapping[str, str]
) -> tuple[Determination, ...]:
    """Determinations with their lists of measures again."""
    return tuple(
        msgspec.structs.replace(each, checked=_lists.decode(lists[name]) if name in lists else ())
        for each, name in zip(given, names, strict=True)
    )


def new_event(report: str, past: str = "") -> str:
    """The id of the event that a report begins; `past` tells apart what was split off later."""
    return "e" + digest(f"event\n{report}\n{past}")[:16]


def dealing_of(body: str, checked: str = "", lists: Mapping[str, str] | None = None) -> Dealing:
    """The dealing of a report; with `lists` its determinations name again what was checked."""
    dealing = _dealing.decode(body)
    names = checked.split()
    if lists is None or not names or not dealing.determinations:
        return dealing
    return msgspec.structs.replace(dealing, determinations=together(dealing.determinations, names, lists))


def about_of(body: str) -> Checked:
    """What is kept of a document besides its dealings."""
    return _checked.decode(body)


def document_row(n: int, made: Paper, at: Any) -> dict[str, Any]:
    """The row of a document."""
    return {
        "n": n,
        "sha256": made.sha256,
        "recorded": at,
        "body": made.body,
        "digest": made.digest,
        **shown(made.about),
    }


def shown(about: Checked) -> dict[str, str | None]:
    """The columns of a document that repeat what its body says."""
    names = ("source", "language", "title", "publisher", "published")
    return {name: clean(getattr(about, name)) for name in names}


def report_words(about: Checked, dealing: Dealing) -> str:
    """What a search looks through for one report: its quotes, goods, parties, sources and the title of its page."""
    found = [about.title, about.publisher, dealing.what]
    found += [quote.quote for quote in (dealing.evidence, *dealing.mentions) if quote is not None]
    found += [good.words for good in dealing.goods]
    found += [word for party in dealing.parties for word in (party.words, party.name)]
    found += [said.words for said in dealing.said_by]
    found += [*dealing.vessels, *(vehicle.words for vehicle in dealing.vehicles)]
    return "\n".join(word for word in found if word)
