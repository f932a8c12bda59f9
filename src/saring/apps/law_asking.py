"""`saring law ask`: a determination by questions; only those are put whose answers can change the verdict."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from saring.apps.options import as_of_option, lang_option

if TYPE_CHECKING:
    from saring.findings.questions import Inquiry
    from saring.model import Dealing, FactValue

# What only the dealing itself can say, asked before the facts of the law.
KEYS = ("goods", "from", "to", "date")
SHAPES = {
    "goods": "…|HS", "from": "CC", "to": "CC", "date": "YYYY-MM-DD", "truth": "y/n", "number": "1.5",
}  # fmt: skip


@click.command(short_help="Come to a determination by answering questions.")
@click.argument("what", nargs=-1)
@click.option("--kind", default="goods", show_default=True, help="What moves or is done.")
@click.option("--from", "sender", metavar="CC", help="Who gives (ISO 3166 alpha-2).")
@click.option("--to", "receiver", metavar="CC", help="Who receives.")
@click.option("--date", "day", metavar="DATE", help="When.")
@click.option("--hs", multiple=True, metavar="HS", help="HS codes, where known; else the words are classified.")
@as_of_option
@lang_option
def ask(
    what: tuple[str, ...],
    kind: str,
    sender: str | None,
    receiver: str | None,
    day: str | None,
    hs: tuple[str, ...],
    as_of: str | None,
    lang: str,
) -> int:
    """Describe a dealing (`saring law ask apples --from KP --to RU --date 2025-07-20`) and answer what is asked."""
    from saring.apps.show import show_determinations
    from saring.findings.questions import Inquiry
    from saring.law import load
    from saring.river import completed, determine

    dealing = _described(" ".join(what), hs, {"kind": kind, "from": sender, "to": receiver, "date": day})
    inquiry = _asked(Inquiry(completed(dealing, lang), load(), as_of=as_of, lang=lang), lang)
    show_determinations(determine(inquiry.dealing, as_of, lang), inquiry.dealing, lang)
    return 0


def _described(words: str, hs: tuple[str, ...], told: dict[str, str | None]) -> Dealing:
    """The dealing as the options describe it; what is wrong with one of them is said under its name."""
    from saring.apps.cli import WrongOption
    from saring.apps.intake import to_dealing
    from saring.model import SaringError

    raw: dict[str, object] = {key: text for key, text in told.items() if text}
    raw |= {key: text.upper() for key in ("from", "to") if (text := told[key])}
    if words:
        raw["what"] = words
    if words or hs:
        raw["goods"] = [({"words": words} if words else {}) | ({"hs": list(hs)} if hs else {})]
    try:
        return to_dealing(raw, "law ask")
    except SaringError as error:
        key = error.where.rpartition(", ")[2]
        option = "--hs" if key.startswith("goods") else f"--{key}"
        raise WrongOption(option, error.message, error.allowed, error.code) from None


def _asked(inquiry: Inquiry, lang: str) -> Inquiry:
    """Put one question after the other until no answer can move the verdict, or nobody answers any more."""
    from saring.findings.questions import questions
    from saring.reports.law_text import law_words
    from saring.reports.wording import wording

    words, skipped = law_words(lang), set[str]()
    while True:
        told = inquiry.told()
        keys = [key for key in KEYS if key in told.missing]
        facts = {q.fact: q.ask for q in questions(inquiry)}
        asked = {key: wording(lang).question(key, {}) for key in keys} | facts
        click.echo(words["verdict_now"].format(verdict=wording(lang).verdict(told.verdict, None)), err=True)
        left = [name for name in asked if name not in skipped]
        if not left:
            click.echo(words["unanswered" if asked else "no_question"].format(names=", ".join(asked)), err=True)
            return inquiry
        try:
            inquiry = _with_answer(inquiry, left[0], asked[left[0]], words)
        except _NotKnown as unknown:
            skipped |= set(left) if unknown.at_end else {left[0]}


class _NotKnown(Exception):  # noqa: N818 - no error
    """The person does not know, or (`at_end`) nobody is there to answer."""

    def __init__(self, *, at_end: bool) -> None:
        super().__init__()
        self.at_end = at_end


def _with_answer(inquiry: Inquiry, name: str, question: str, words: dict[str, str]) -> Inquiry:
    """The inquiry with one answer of the person, asked again until it fits; an empty one is not known."""
    fact = inquiry.book.facts.get(name)
    shown = SHAPES.get(name) or SHAPES.get(fact.type if fact else "") or "|".join(fact.values if fact else ()) or "CC"
    while True:
        click.echo(f"{name}: {question} [{shown}]", err=True)
        line = sys.stdin.readline()
        if not line.strip():
            raise _NotKnown(at_end=not line)
        if fact is None:
            changed = _with_key(inquiry, name, line.strip())
            if changed is not None:
                return changed
        else:
            value = read_answer(line.strip(), fact.type, fact.values)
            if value is not None:
                return inquiry.answered({name: value})
        click.echo(words["answers"].format(answers=shown), err=True)


def _with_key(inquiry: Inquiry, key: str, text: str) -> Inquiry | None:
    """The inquiry with a key of the dealing filled in; None when the answer does not fit."""
    import msgspec

    from saring.apps.intake import COUNTRIES
    from saring.days import interval
    from saring.model import Good, SaringError
    from saring.river import completed

    if key in ("from", "to"):
        if text.upper() not in COUNTRIES:
            return None
        changes: dict[str, object] = {"from_" if key == "from" else key: text.upper()}
    elif key == "date":
        try:
            interval(text)
        except SaringError:
            return None
        changes = {"date": text}
    else:
        is_code = text.isascii() and text.isdigit()
        changes = {"what": None if is_code else text, "goods": (Good(hs=(text,)) if is_code else Good(words=text),)}
    dealing = msgspec.structs.replace(inquiry.dealing, **changes)
    return inquiry._replace(dealing=completed(dealing, inquiry.lang))


def read_answer(text: str, kind: str, values: tuple[str, ...]) -> FactValue | None:
    """The answer as a value of the fact, or None when it does not fit."""
    from saring.days import interval
    from saring.model import SaringError

    if kind == "truth":
        return {
            "y": True,
            "yes": True,
            "ya": True,
            "true": True,
            "n": False,
            "no": False,
            "tidak": False,
            "false": False,
        }.get(text.lower())
    if kind == "number":
        number = text.replace(",", ".")
        return float(number) if number.replace(".", "", 1).isdigit() else None
    if kind == "text-list":
        return text.replace(",", " ").split()
    if kind == "date":
        try:
            interval(text)
        except SaringError:
            return None
        return text
    return text if not values or text in values else None
