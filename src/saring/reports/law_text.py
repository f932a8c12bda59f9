"""The law in words for people: a provision with its measures, readings, cases and disputes, and lists of measures."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from msgspec import UNSET

from saring.measures import Clause, Dispute, Goods, Measure, Provision, Review, Rule, Source, WayOut
from saring.model import VERDICTS, SaringError
from saring.reports.wording import Wording, wording

_FOLDER = Path(__file__).parent / "law_words"
CONDITIONS = (
    "when", "raised_by", "asks_when", "outside", "presumed_outside", "doubtful_when", "restricted_when",
    "prohibited_when", "ends",
)  # fmt: skip


@cache
def law_words(lang: str) -> dict[str, str]:
    """The words of a language for the law commands."""
    path = _FOLDER / f"{lang}.toml"
    if not path.is_file():
        raise SaringError("unknown_word", "lang", f"{lang!r} is not spoken here", "en, id")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def rule_line(rule: Rule, lang: str = "en") -> str:
    """One measure in one line: id, effect, flow, days, title."""
    measure = rule.measure
    days = f"{measure.in_force.from_}–{measure.in_force.until or ''}"
    effect = law_words(lang)[f"effect_{measure.effect}"]
    return f"{rule.id:<22} {effect:<10} {way(rule, lang):<22} {days:<22} {title(measure, lang)}"


def way(rule: Rule, lang: str = "en") -> str:
    """Which way a measure looks, in words that name its partner."""
    return law_words(lang)[rule.measure.flow].format(partner=rule.partner)


def conditions(measure: Measure, lang: str = "en") -> tuple[tuple[str, str], ...]:
    """Every condition of a measure: what it does, in words, and the condition in short signs."""
    words = law_words(lang)
    found = ((name, getattr(measure, name)) for name in CONDITIONS)
    return tuple((words[name], clause_text(clause)) for name, clause in found if clause is not None)


def title(measure: Measure, lang: str) -> str:
    """The title in the reader's language, where the lawbook has it."""
    return (measure.title_id if lang == "id" else None) or measure.title


def provision_text(
    provision: Provision,
    rules: Iterable[Rule],
    cases: Iterable[tuple[str, str, str]],
    disputes: Iterable[Dispute],
    lang: str = "en",
    sources: Mapping[str, Source] | None = None,
) -> str:
    """A provision in full: gist, review, measures, cases (sentence, expected word, source), disputes."""
    words, sources = law_words(lang), sources or {}
    lines = [provision.provision, f"{provision.cite}: {provision.title}", "", provision.gist.strip(), ""]
    lines += _review(provision.review, words)
    if provision.related:
        lines.append(f"{words['related']}: {', '.join(provision.related)}")
    lines += [f"{words['source']} {name}: {_source(sources.get(name))}".rstrip(": ") for name in provision.sources]
    if provision.no_rule:
        lines.append(words["no_rule"].format(reason=provision.no_rule))
    for rule in rules:
        lines += ["", *_measure(rule, lang)]
    spoken = wording(lang)
    wide = max(len(spoken.verdict(verdict, None)) for verdict in VERDICTS) + 1
    told = [f"  {spoken.verdict(expect, None):<{wide}} {sentence}  [{source}]" for sentence, expect, source in cases]
    lines += ["", words["cases"], *told] if told else []
    doubts = [line for dispute in disputes for line in _dispute(dispute, words, spoken)]
    lines += ["", words["disputes"], *doubts] if doubts else []
    return "\n".join(lines) + "\n"


def _source(source: Source | None) -> str:
    return f"{source.what} <{source.where}>" if source else ""


def _review(review: Review, words: dict[str, str]) -> Iterator[str]:
    yield words[f"review_{review.status}"]
    if review.confidence == "memory" or review.from_memory:
        yield words["memory"].format(what=", ".join(review.from_memory) or "all")
    if review.unconfirmed:
        yield words["unconfirmed"].format(what=", ".join(review.unconfirmed))
    if review.number_by_position:
        yield words["by_position"]


def _measure(rule: Rule, lang: str) -> Iterator[str]:
    words, measure = law_words(lang), rule.measure
    period = measure.in_force
    days = words["in_force_until" if period.until else "in_force"].format(first=period.from_, last=period.until)
    ended = f", {words['ended_by'].format(heir=period.ended_by)}" if period.ended_by else ""
    yield f"{words['measure']} {rule.id}: {title(measure, lang)}"
    effect, binding = words[f"effect_{measure.effect}"], words[f"binding_{measure.binding}"]
    yield f"  {words['effect']}: {effect} ({words['binding']}: {binding})"
    yield f"  {words['flow']}: {way(rule, lang)}; {days}{ended}"
    if measure.goods:
        yield from _goods(measure.goods, words)
    yield from (f"  {name}: {clause}" for name, clause in conditions(measure, lang))
    for way_out in measure.unless:
        yield from _way_out(way_out, words, wording(lang))
    if measure.note:
        yield f"  {words['note']}: {measure.note}"


def _goods(goods: Goods, words: dict[str, str]) -> Iterator[str]:
    yield f"  {words['goods']}: {goods.words}"
    for block in goods.blocks:
        by = f" ({block.by})" if block.by else ""
        condition = f", {words['when']} {clause_text(block.when)}" if block.when else ""
        only = " =" if block.exactly else ""
        without = f" − {', '.join(block.except_)}" if block.except_ else ""
        note = f"; {block.note}" if block.note else ""
        yield f"    {', '.join(block.codes)}{only}{without}: {words[f'basis_{block.basis}']}{by}{condition}{note}"


def _way_out(way_out: WayOut, words: dict[str, str], spoken: Wording) -> Iterator[str]:
    cite = f" [{way_out.cite}]" if way_out.cite else ""
    yield f"  {words['unless']} {way_out.id}: {way_out.what}{cite}"
    then = words["then"].format(verdict=spoken.verdict(way_out.then, None))
    pending = way_out.pending
    also = ""
    if pending:
        still = spoken.verdict(pending.then, None)
        also = "; " + words["pending"].format(verdict=still, facts=", ".join(pending.facts))
    period = way_out.in_force
    days = f"; {period.from_}–{period.until or ''}" if period else ""
    yield f"    {clause_text(way_out.when)} → {then}{also}{days}"


def _dispute(dispute: Dispute, words: dict[str, str], spoken: Wording) -> Iterator[str]:
    yield f"  {dispute.question} ({dispute.id})"
    yield "    " + words["settled" if dispute.settled else "follows"].format(
        verdict=spoken.verdict(dispute.follows, None)
    )
    for reading in dispute.readings:
        note = f" ({reading.note})" if reading.note else ""
        yield "    " + words["reads"].format(by=reading.by, verdict=spoken.verdict(reading.verdict, None)) + note
    yield f"    {' '.join(dispute.reasoning.split())}"


def clause_text(clause: Clause) -> str:
    """A condition in short signs: facts, their comparison, and/or/not."""
    if clause.all_:
        return "(" + " and ".join(clause_text(c) for c in clause.all_) + ")"
    if clause.any_:
        return "(" + " or ".join(clause_text(c) for c in clause.any_) + ")"
    if clause.not_ is not None:
        return f"not {clause_text(clause.not_)}"
    if clause.kind:
        return f"kind = {'|'.join(clause.kind)}"
    if clause.goods:
        return "goods listed"
    if clause.hs:
        return f"hs = {'|'.join(clause.hs)}"
    if clause.party:
        return "a party is the partner's own"
    return f"{clause.fact} {_comparison(clause)}"


def _comparison(clause: Clause) -> str:
    if clause.is_ is not UNSET:
        values = clause.is_ if isinstance(clause.is_, list) else [clause.is_]
        return "= " + "|".join(str(v).lower() if isinstance(v, bool) else str(v) for v in values)
    signs = {"before": "<", "by": "≤", "after": ">", "at_most": "≤", "above": ">", "has": "has", "known": "known ="}
    for name, sign in signs.items():
        value = getattr(clause, name)
        if value is not None:
            return f"{sign} {value}"
    return "?"
