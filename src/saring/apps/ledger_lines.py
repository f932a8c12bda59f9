"""What the ledger answers, in lines for people, in English or Indonesian."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from saring.reports.wording import wording

if TYPE_CHECKING:
    from saring.ledger import (
        Count,
        DocumentKept,
        Entry,
        Event,
        Found,
        Rejudged,
        Relations,
        Telling,
        Verification,
    )

_FOLDER = Path(__file__).parent / "ledger_words"
LANG = "saring.ledger.lang"  # where `--lang` leaves its word


@cache
def words_of(lang: str) -> dict[str, Any]:
    """The words of a language."""
    return tomllib.loads((_FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))


def teller() -> Teller:
    """The teller in the language of `--lang`."""
    return Teller(click.get_current_context().meta.get(LANG, "en"))


class Teller:
    """Tells what the ledger holds; English leaves the words of the contract as they are, other languages say them."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._words = words_of(lang)

    def said(self, name: str, **values: object) -> str:
        """A word or sentence, filled in."""
        return str(self._words[name]).format(**values)

    def counted(self, name: str, count: int) -> str:
        """So many of something."""
        return self.said(name if count == 1 else f"{name}s", count=count)

    def _verdict(self, verdict: str | None, otherwise: str = "") -> str:
        if verdict is None:
            return otherwise or self.said("not_judged")
        return verdict if self._lang == "en" else wording(self._lang).verdict(verdict, None)

    def _word(self, section: str, word: str) -> str:
        return word if self._lang == "en" else wording(self._lang).word(section, word)

    def _wide(self, narrow: int) -> int:
        """The width of a column; words of other languages than the contract's are longer."""
        return narrow if self._lang == "en" else narrow + 12

    def events(self, events: Sequence[Event]) -> Iterator[str]:
        """A line for each event."""
        for event in events:
            sides = f"{_side(event.from_, event.also_from)} -> {_side(event.to, event.also_to)}"
            marks = [self.said(event.review)] if event.review != "open" else []
            for word, is_so in (("corrected", event.corrected), ("disputed", event.disputed)):
                marks += [self.said(word)] if is_so else []
            about = ", ".join([self.counted("report", event.reports), *event.languages, *marks])
            yield (
                f"{event.id}  {self._days(event):<23}  {self._word('kind', event.kind):<{self._wide(20)}} {sides:<10}  "
                f"{self._verdict(event.verdict):<{self._wide(12)}}  {(event.what or '')[:40]}  ({about})"
            )

    def _days(self, event: Event) -> str:
        if event.first is None:
            return self.said("undated")
        days = event.first if event.first == event.last else f"{event.first}/{event.last}"
        return days if event.date_basis == "date" else f"~{days}"

    def whole_event(self, event: Event) -> Iterator[str]:
        """An event with all that hangs on it."""
        yield from self.events([event])
        for judged in event.determinations:
            cites = "; ".join([f.cite for f in judged.findings if f.verdict == judged.verdict][:3])
            verdict = self._verdict(judged.verdict)
            yield "  " + self.said(
                "judged", regime=judged.regime, verdict=verdict, day=judged.as_of, lawbook=judged.lawbook, cites=cites
            )
            if judged.missing or judged.open:
                missing, still = (", ".join(names) or "-" for names in (judged.missing, judged.open))
                yield "     " + self.said("asked", missing=missing, open=still)
        yield from self._tellings(event.tellings)
        yield from (f"  {line}" for line in self.entries(event.entries))

    def _tellings(self, tellings: Sequence[Telling]) -> Iterator[str]:
        for told in tellings:
            status = self._word("status", told.status) if told.status else "-"
            about = [told.language, status, told.published or self.said("undated"), self._verdict(told.verdict)]
            yield f"  {told.id}  {told.publisher or told.title or told.source} ({', '.join(about)})"
            yield f"     “{told.quote}”"
            if told.said_by:
                yield "     " + self.said("said_by", chain=" > ".join(told.said_by))

    def document(self, document: DocumentKept) -> Iterator[str]:
        """A document with its reports."""
        yield f"{document.sha256}  {document.source}  {document.title or ''}"
        published = document.published or self.said("unknown")
        recorded = document.recorded.isoformat()
        yield "  " + self.said("document", language=document.language, published=published, recorded=recorded)
        yield from self._tellings(document.tellings)

    def found(self, found: Sequence[Found]) -> Iterator[str]:
        """The events of a search, each with the words that matched."""
        for each in found:
            yield from self.events([each.event])
            inside = f" {self.said('in_its_text')}" if each.where == "text" else ""
            yield f"     {each.source}{inside}: “{each.quote}”"
        yield self.counted("event", len(found))

    def timeline(self, rows: Sequence[Count]) -> Iterator[str]:
        """A line for each period, kind and verdict."""
        for row in rows:
            kind, verdict = self._word("kind", row.kind), self._verdict(row.verdict)
            period = row.period or self.said("undated")
            yield f"{period:<8} {kind:<{self._wide(20)}} {verdict:<{self._wide(12)}} {row.events:>6}"

    def relations(self, found: Relations) -> Iterator[str]:
        """Countries, flows, parties and the intensity."""
        for node in found.nodes:
            yield f"{self.said(node.sort):<8} {node.name:<40} {node.events:>6}"
        for edge in found.edges:
            span = f"{edge.first or '?'}..{edge.last or '?'}"
            kind, verdict = self._word("kind", edge.kind), self._verdict(edge.verdict, "-")
            yield (
                f"{self.said(edge.sort):<8} {edge.source} -> {edge.target}  {kind:<{self._wide(20)}} "
                f"{verdict:<{self._wide(12)}} {edge.events:>6}  {span}"
            )
        for each in found.intensity:
            period, kind = each.period or self.said("undated"), self._word("kind", each.kind)
            yield f"{self.said('intensity'):<8} {period:<8} {kind:<{self._wide(20)}} {each.events:>6}"

    def entries(self, entries: Sequence[Entry]) -> Iterator[str]:
        """A line for each entry."""
        for entry in entries:
            at = entry.at.strftime("%Y-%m-%d %H:%M:%SZ")
            by = f" {self.said('by', who=entry.who)}" if entry.who else ""
            action = self._words["actions"][entry.action]
            yield f"{entry.seq:>6}  {at}  {action:<{self._wide(8)}} {entry.subject[:20]}{by}: {entry.why or '-'}  [{entry.digest[:12]}]"

    def made(self, entry: Entry) -> str:
        """The entry that a correction made."""
        return self.said("entry_made", entry=entry.seq, action=self._words["actions"][entry.action], who=entry.who)

    def moved(self, done: Rejudged) -> Iterator[str]:
        """What judging again moved."""
        for each in done.moved:
            before, after = ", ".join(each.provisions_before[:3]) or "-", ", ".join(each.provisions_after[:3]) or "-"
            was, now = self._verdict(each.before), self._verdict(each.after)
            yield f"{each.event}  {each.regime}  {was} -> {now}  ({before} -> {after})"
        kept = self.said("kept_as", entry=done.entry) if done.entry is not None else ""
        yield self.said("moved", asked=done.asked, moved=len(done.moved), failed=len(done.failed)) + kept

    def verification(self, found: Verification) -> Iterator[str]:
        """What verifying found."""
        for flaw in found.flaws:
            yield f"{flaw.where}: {flaw.message}"
        numbers = {
            "entries": found.entries,
            "documents": found.documents,
            "reports": found.reports,
            "events": found.events,
        }
        yield self.said("whole" if found.ok else "changed", **numbers)
        yield self.said("head", head=found.head)


def _side(one: str | None, further: tuple[str, ...]) -> str:
    return "+".join([one or "?", *further])
