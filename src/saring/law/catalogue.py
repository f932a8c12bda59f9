"""Finding one's way in the lawbook: a provision by its name, what is in force on a day, what two days differ in."""

from __future__ import annotations

import re
from typing import NamedTuple

from saring.measures import Lawbook, Provision, Rule, Situation
from saring.model import SaringError


class Entry(NamedTuple):
    """A provision with the rules that carry its measures; `suffix` narrows it to one of several measures."""

    provision: Provision
    situation: Situation
    rules: tuple[Rule, ...]


def canonical(text: str) -> str:
    """The id that somebody means: `2397/6`, `UNSCR-2397-6:food` and `S/RES/2397 (2017), para. 6` are one paragraph."""
    words = text.strip()
    cited = re.match(
        r"S/RES/(\d+)\s*(?:\(\d{4}\))?,?\s*(?:OP|para(?:graph)?s?\.?)?\s*([\d()a-z]*(?::\w+)?)$", words, re.IGNORECASE
    )
    short = re.match(r"(\d{3,4})(?:/(.+))?$", words)
    for found in (cited, short):
        if found:
            number, paragraph = found.group(1), (found.group(2) or "").strip()
            return f"UNSCR-{number}-{paragraph}" if paragraph else f"UNSCR-{number}"
    return words


def find(book: Lawbook, text: str) -> tuple[Entry, ...]:
    """The provisions that a name means: one paragraph, its sub-paragraphs, or a whole instrument; unknown is an error."""
    wanted, _, suffix = canonical(text).partition(":")
    entries = [e for e in entries_of(book) if _meant(e.provision.provision, wanted)]
    exact = [e for e in entries if e.provision.provision == wanted]
    chosen = exact or entries
    if suffix:
        chosen = [_narrowed(e, suffix) for e in chosen]
        chosen = [e for e in chosen if e.rules]
    if not chosen:
        raise SaringError("unknown_provision", "provision", f"{text!r} is not in the lawbook", nearest(book, text))
    return tuple(chosen)


def entries_of(book: Lawbook) -> tuple[Entry, ...]:
    """Every provision of the lawbook with its rules."""
    return tuple(
        Entry(provision, situation, tuple(r for r in situation.rules if r.id.partition(":")[0] == provision.provision))
        for situation in book.situations
        for provision in situation.provisions
    )


def nearest(book: Lawbook, text: str, most: int = 5) -> str:
    """The provision names most like a text."""
    import difflib

    names = sorted({e.provision.provision for e in entries_of(book)} | {r.id for s in book.situations for r in s.rules})
    return ", ".join(difflib.get_close_matches(canonical(text), names, n=most, cutoff=0.5)) or "saring law list"


def _meant(provision: str, wanted: str) -> bool:
    return provision == wanted or provision.startswith((f"{wanted}(", f"{wanted}-"))


def _narrowed(entry: Entry, suffix: str) -> Entry:
    return entry._replace(rules=tuple(r for r in entry.rules if r.measure.suffix == suffix))


def in_force(rule: Rule, day: str) -> bool:
    """Whether a rule holds on a day."""
    period = rule.measure.in_force
    return period.from_ <= day and (period.until is None or day <= period.until)


def rules(
    book: Lawbook,
    *,
    on: str | None = None,
    kind: str | None = None,
    goods: str | None = None,
    effect: str | None = None,
    partner: str | None = None,
) -> tuple[Rule, ...]:
    """The rules of the lawbook, narrowed to a day, a kind, an HS code (covered or possibly so), an effect, a partner."""
    return tuple(
        rule
        for situation in book.situations
        for rule in situation.rules
        if (on is None or in_force(rule, on))
        and (partner is None or rule.partner == partner)
        and (kind is None or kind in rule.measure.kinds)
        and (goods is None or _covers(rule, goods))
        and (effect is None or rule.measure.effect == effect)
    )


def _covers(rule: Rule, code: str) -> bool:
    blocks = rule.measure.goods.blocks if rule.measure.goods else ()
    return any(
        (code.startswith(listed) and not (block.exactly and code != listed)) or listed.startswith(code)
        for block in blocks
        for listed in block.codes
        if not any(code.startswith(out) for out in block.except_)
    )


class Change(NamedTuple):
    """A rule that holds on one of two days only, and whether it `begins` or `ends` between them."""

    rule: Rule
    begins: bool


def changes(book: Lawbook, first: str, second: str, goods: str | None = None) -> tuple[Change, ...]:
    """What begins and what ends from one day to another, by day and provision."""
    found = [
        Change(rule, begins=in_force(rule, second))
        for rule in rules(book, goods=goods)
        if in_force(rule, first) != in_force(rule, second)
    ]
    return tuple(sorted(found, key=lambda c: (_day(c), c.rule.id)))


def _day(change: Change) -> str:
    period = change.rule.measure.in_force
    return period.from_ if change.begins else period.until or ""
