"""What stands below a dealing: reason, duties, what is missing, open and contested, as labelled lines for any form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from saring.model import Dealing, Determination, Finding, LegalClaim
from saring.reports.claims import judged_as, note_in
from saring.reports.wording import Wording, clean

# A verdict that already binds is changed by an exception only ("unless"); the others by a trigger too ("could").
_STANDS = frozenset({"prohibited", "restricted"})
_MOST_ALSO = 6
_MOST_ASKED = 3


def details(judged: Determination, words: Wording, questions: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The lines for one determination, each a label and its text."""
    if judged.findings:
        yield words.label("why"), clean(judged.findings[0].because)
        yield from _others(judged.findings, words)
    for name in judged.missing:
        yield words.label("missing"), _asked(name, words, questions)
    if judged.open:
        head = words.label("unless" if judged.verdict in _STANDS else "could_change")
        asked = [_asked(name, words, questions) for name in judged.open[:_MOST_ASKED]]
        yield words.label("open"), f"{head} {asked[0]}"
        yield from (("", text) for text in asked[1:])
        if further := judged.open[_MOST_ASKED:]:
            yield "", words.label("further", names=", ".join(further))
    for contest in judged.contested:
        read = "; ".join(f"{clean(r.by)}: {words.verdict(r.verdict, None)}" for r in contest.readings)
        parts = [clean(contest.question)]
        parts += [words.label("readings", readings=read)] if read else []
        parts += [words.label("follows", verdict=words.verdict(contest.follows, None))] if contest.follows else []
        yield words.label("contested"), " · ".join(parts)


def _others(findings: tuple[Finding, ...], words: Wording) -> Iterator[tuple[str, str]]:
    """Further findings by their citation alone: rules that also reach the dealing, and duties."""
    first, *further = findings
    rules = [
        f"{f.cite} ({words.verdict(f.verdict, None)})"
        for f in further
        if f.effect != "require" and f.cite != first.cite
    ]
    duties = [f.cite for f in further if f.effect == "require" and f.cite != first.cite]
    for label, cites in (("also", list(dict.fromkeys(rules))), ("duties", list(dict.fromkeys(duties)))):
        if cites:
            yield words.label(label), "; ".join(cites[:_MOST_ALSO]) + (" …" if len(cites) > _MOST_ALSO else "")


def _asked(name: str, words: Wording, questions: Mapping[str, str]) -> str:
    question = words.question(name, questions)
    return f"{question} ({name})" if question else name


def place(dealing: Dealing, words: Wording) -> str:
    """Where the quote stands, and where the same is told again."""
    if dealing.evidence is None:
        return ""
    where = words.label("characters", start=dealing.evidence.start, end=dealing.evidence.end)
    again = ", ".join(f"{m.start}–{m.end}" for m in dealing.mentions)
    return f"{where}; {words.label('told_again', places=again)}" if again else where


def law_day(judged: Determination, words: Wording) -> str:
    """Whose law was asked, and why that day's."""
    basis = words.label(f"basis_{judged.as_of_basis}")
    return f"{words.label('law_of', day=judged.as_of.replace('/', ' – '))} ({basis})"


def claim_line(claim: LegalClaim, words: Wording) -> str:
    """What the text says about the law, whether rightly, by which paragraph, and why."""
    note = note_in(claim.note, words.lang)
    parts = [f"“{claim.quote}”", words.label(f"claim_{judged_as(claim)}"), claim.provision, note]
    return " · ".join(clean(part) for part in parts if part)
