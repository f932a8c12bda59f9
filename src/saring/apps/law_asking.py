"""`saring law ask`: a determination by questions; only those are put whose answers can change the verdict."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from saring.apps.options import as_of_option, lang_option

if TYPE_CHECKING:
    from saring.findings.questions import Inquiry, Question
    from saring.model import FactValue


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
    import msgspec

    from saring.apps.cli import WrongOption
    from saring.apps.show import show_determinations
    from saring.findings.questions import Inquiry
    from saring.law import load
    from saring.model import Dealing, SaringError
    from saring.river import completed, determine

    words = " ".join(what)
    raw = {"kind": kind, "from": sender, "to": receiver, "date": day, "what": words or None}
    good = {"words": words or None, "hs": list(hs)}
    if words or hs:
        raw["goods"] = [{k: v for k, v in good.items() if v}]  # type: ignore[assignment]
    try:
        dealing = msgspec.convert({k: v for k, v in raw.items() if v}, Dealing)
        inquiry = Inquiry(completed(dealing, lang), load(), as_of=as_of, lang=lang)
        inquiry = _asked(inquiry, lang)
    except msgspec.ValidationError as error:
        raise WrongOption("--kind", str(error)) from None
    except SaringError as error:
        raise WrongOption(error.where, error.message, error.allowed, error.code) from None
    show_determinations(determine(inquiry.dealing, as_of, lang), inquiry.dealing, lang)
    return 0


def _asked(inquiry: Inquiry, lang: str) -> Inquiry:
    """Put one question after the other until no answer can move the verdict."""
    from saring.findings.questions import questions
    from saring.reports.law_text import law_words

    words = law_words(lang)
    skipped: set[str] = set()
    while True:
        left = [q for q in questions(inquiry) if q.fact not in skipped]
        click.echo(words["verdict_now"].format(verdict=inquiry.told().verdict), err=True)
        if not left:
            click.echo(words["no_question"], err=True)
            return inquiry
        answer = _answer(left[0], inquiry, words)
        if answer is None:
            skipped.add(left[0].fact)
        else:
            inquiry = inquiry.answered({left[0].fact: answer})


def _answer(question: Question, inquiry: Inquiry, words: dict[str, str]) -> FactValue | None:
    """One answer from the person, asked again until it fits; an empty one is not known."""
    fact = inquiry.book.facts[question.fact]
    shown = {"truth": "y/n", "date": "YYYY-MM-DD", "number": "1.5"}.get(fact.type, "|".join(fact.values) or "CC")
    while True:
        click.echo(f"{question.fact}: {question.ask} [{shown}]", err=True)
        line = sys.stdin.readline()
        if not line.strip():
            return None
        value = read_answer(line.strip(), fact.type, fact.values)
        if value is not None:
            return value
        click.echo(words["answers"].format(answers=shown), err=True)


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
