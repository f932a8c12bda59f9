"""A brief: the key points of documents in three to seven lines each, with source and status kept, linked to their quotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from saring.model import Checked, Dealing, Determination, Failure, LegalClaim, Problem, Quote, Report
from saring.reports.brief_points import MOST, Group, groups
from saring.reports.brief_sentences import Ask, names, told
from saring.reports.brief_words import BriefWords, Gloss, sentence
from saring.reports.claims import judged_as, note_in
from saring.reports.wording import clean, wording

LEAST = 3


class Point(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line: its text, the dealings that it tells (by id), the places that bear it out, and where they are told again."""

    text: str
    about: str
    dealings: tuple[str, ...] = ()
    kind: str | None = None
    status: str | None = None
    polarity: str | None = None
    role: str | None = None
    verdict: str | None = None
    provisions: tuple[str, ...] = ()
    said_by: tuple[tuple[str, ...], ...] = ()
    places: tuple[Quote, ...] = ()
    mentions: tuple[Quote, ...] = ()


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """The brief of one document, or why there is none."""

    source: str
    language: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    points: tuple[Point, ...] = ()
    error: Problem | None = None


class Brief(msgspec.Struct, frozen=True):
    """The briefs of documents, in the reader's language."""

    lawbook: str
    language: str
    documents: tuple[Told, ...]


class Asker(NamedTuple):
    """What a line may need besides the dealing: the questions of the law, and the meaning of foreign goods words."""

    questions: Mapping[str, str]
    gloss: Gloss | None = None


def brief_of(report: Report, lang: str, asker: Asker) -> Brief:
    """The key points of every document of a report."""
    documents = tuple(
        Told(source=document.source or "", error=document.error)
        if isinstance(document, Failure)
        else _document(document, lang, asker)
        for document in report.documents
    )
    return Brief(report.lawbook, lang, documents)


def _document(document: Checked, lang: str, asker: Asker) -> Told:
    words = BriefWords(lang, document.language, asker.gloss)
    points = list(_points(document, words, lambda name: wording(lang).question(name, asker.questions)))
    return Told(
        source=document.source,
        language=document.language,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        points=tuple(points),
    )


def _points(document: Checked, words: BriefWords, ask: Ask) -> Iterator[Point]:
    """Dealings first; a wrong claim about the law keeps a line of its own; a short brief is filled up from the law."""
    wrong = [claim for claim in document.legal_claims if claim.correct is False][:1]
    found, left = groups(document.dealings, MOST - len(wrong))
    publisher = clean(document.publisher) if document.publisher else None
    for group in found:
        yield _dealings(group, told(group, words, publisher, ask))
    if left:
        yield _rest(left, words)
    if not document.dealings:
        yield Point(text=words.form("line", "nothing"), about="nothing")
    yield from (_claim(claim, words) for claim in wrong)
    room = LEAST - len(found) - bool(left) - len(wrong)
    if document.dealings and room > 0:
        others = [claim for claim in document.legal_claims if claim not in wrong]
        fill = [*_law(found, words, ask), *(_claim(claim, words) for claim in others)]
        yield from fill[:room]


def _dealings(group: Group, text: str) -> Point:
    first = group.first
    judged = first.determinations[0] if first.determinations else None
    provisions = (
        each.determinations[0].findings[0].provision
        for each in group.dealings
        if each.determinations and each.determinations[0].findings
    )
    return Point(
        text=text,
        about="dealing",
        dealings=_ids(group.dealings),
        kind=first.kind,
        status=first.status,
        polarity=None if first.polarity == "act" else first.polarity,
        role=None if first.role == "main" else first.role,
        verdict=judged.verdict if judged else None,
        provisions=tuple(dict.fromkeys(provisions)),
        said_by=tuple(chain for chain in group.chains if chain),
        places=group.places,
        mentions=group.mentions,
    )


def _rest(left: Sequence[Dealing], words: BriefWords) -> Point:
    listed = words.listed([names(dealing, words) for dealing in left])
    places = tuple(dict.fromkeys(dealing.evidence for dealing in left if dealing.evidence))
    text = words.form("line", "more", count=len(left), names=listed)
    return Point(text=text, about="further", dealings=_ids(left), places=places)


def _law(found: Sequence[Group], words: BriefWords, ask: Ask) -> Iterator[Point]:
    """Why the law says so, what is disputed and what would change it, for each point in turn."""
    for number, group in enumerate(found, 1):
        judged = group.first.determinations[0] if group.first.determinations else None
        for line in _reasons(judged, number, words, ask) if judged else ():
            yield Point(text=sentence(line), about="law", dealings=_ids(group.dealings), places=group.places[:1])


def _reasons(judged: Determination, number: int, words: BriefWords, ask: Ask) -> Iterator[str]:
    for finding in judged.findings[:1]:
        yield words.form("line", "reason", number=number, because=clean(finding.because))
    for contest in judged.contested[:1]:
        yield words.form("line", "contested", number=number, question=clean(contest.question))
    # The line of the dealing asks the first missing fact already.
    for name, facts in (("missing", judged.missing[1:]), ("open", judged.open)):
        asked = [question for fact in facts if (question := ask(fact))][:2]
        yield from (words.form("line", name, number=number, question=question) for question in asked)


def _claim(claim: LegalClaim, words: BriefWords) -> Point:
    form = judged_as(claim) if claim.provision or not claim.correct else "unjudged"
    note = clean(note_in(claim.note, words.lang))
    text = words.form("line", f"claim_{form}", quote=clean(claim.quote), provision=claim.provision, note=note)
    place = Quote(claim.span[0], claim.span[1], claim.quote)
    return Point(text=sentence(text), about="legal_claim", places=(place,))


def _ids(dealings: Sequence[Dealing]) -> tuple[str, ...]:
    return tuple(dealing.id for dealing in dealings if dealing.id)
