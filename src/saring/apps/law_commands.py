"""`saring law …`: looking into the lawbook, and what is said about the law itself."""

from __future__ import annotations

import sys

import click

from saring.apps.complaints import Complaints
from saring.apps.options import Code, Day, lang_option

LATER = {
    "ask": ("saring.apps.law_asking:ask", "Come to a determination by answering questions."),
    "check": ("saring.apps.law_proof:check", "Check the lawbook itself: timelines, citations, codes, arithmetic."),
    "debt": ("saring.apps.law_proof:debt", "Say which cases the measures still owe."),
    "table": ("saring.apps.law_table:table", "Export the law of goods as a table for joins."),
    "mutants": (
        "saring.apps.law_proof:mutants_command",
        "Change the law in every place and see whether a case notices.",
    ),
}


class LawDoor(click.Group):
    """The law commands; those that prove or ask are imported only when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, sorted."""
        return sorted([*super().list_commands(ctx), *LATER])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in LATER:
            return super().get_command(ctx, cmd_name)
        from importlib import import_module

        module, _, name = LATER[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=LawDoor, short_help="Look into the lawbook.", no_args_is_help=True)
def law() -> None:
    """Look into the lawbook."""


@law.command("show", short_help="Show a provision: measures, readings, cases, disputes, review state.")
@click.argument("provisions", nargs=-1, required=True, metavar="PROVISION…")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@lang_option
def show(provisions: tuple[str, ...], form: str, lang: str) -> int:
    """Show provisions: `2397/6`, `UNSCR-2397-6` and `UNSCR-2397-6:food` are understood."""
    from saring.law import load
    from saring.law.catalogue import Entry, find
    from saring.model import SaringError

    complaints = Complaints(as_json=form == "json")
    entries: list[Entry] = []
    for name in provisions:
        try:
            entries += find(load(), name)
        except SaringError as error:
            complaints.say(error)
    sys.stdout.write(_json(entries) if form == "json" else "\n".join(_texts(entries, lang)))
    return complaints.exit_code


def _texts(entries: list, lang: str) -> list[str]:  # type: ignore[type-arg]
    from saring.law import load
    from saring.law.cases import read_cases
    from saring.law.files import LAWBOOK
    from saring.reports.law_text import provision_text

    # Reading every case of the law takes seconds: those of the acts that are shown lie in folders of their names.
    acts = {provision.provision.removeprefix("UNSCR-").partition("-")[0] for provision, _, _ in entries}
    folders = sorted(path for path in LAWBOOK.glob("*/*/*") if path.name in acts)
    cases = [case for folder in folders for case in read_cases(folder)]
    texts: list[str] = []
    for provision, situation, rules in entries:
        told = [
            (c.written.case, c.written.expect, c.written.source) for c in cases if c.provision == provision.provision
        ]
        names = {provision.provision, *(r.id for r in rules)}
        doubts = [d for d in situation.disputes if names & set(d.provisions)]
        texts.append(provision_text(provision, rules, dict.fromkeys(told), doubts, lang, load().sources))
    return texts


def _json(entries: list) -> str:  # type: ignore[type-arg]
    import msgspec

    return "".join(msgspec.json.encode(entry.provision).decode() + "\n" for entry in entries)


@law.command("list", short_help="List measures: in force on a day, of a kind, about a code.")
@click.option("--on", type=Day(single=True), metavar="DATE", help="In force on this day.")
@click.option("--kind", metavar="KIND", help="That usually bite on dealings of this kind.")
@click.option("--goods", type=Code(), metavar="HS", help="That cover this HS code, or may cover part of it.")
@click.option("--effect", metavar="EFFECT", help="prohibit, restrict, cap, require, exempt or risk.")
@click.option("--partner", metavar="COUNTRY", help="About this country alone, such as KP or IR.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@lang_option
def list_command(
    on: str | None, kind: str | None, goods: str | None, effect: str | None, partner: str | None, form: str, lang: str
) -> int:
    """List the measures of the lawbook, one a line."""
    import msgspec

    from saring.days import interval
    from saring.law import load
    from saring.law.catalogue import rules
    from saring.reports.law_text import law_words, rule_line

    _known_words(kind, effect)
    _known_partner(partner)
    day = interval(on)[1] if on else None
    found = rules(load(), on=day, kind=kind, goods=goods, effect=effect, partner=partner)
    if form == "json":
        sys.stdout.writelines(msgspec.json.encode(rule).decode() + "\n" for rule in found)
        return 0
    sys.stdout.writelines(rule_line(rule, lang).rstrip() + "\n" for rule in found)
    sys.stdout.write(law_words(lang)["listed"].format(count=len(found)) + "\n")
    return 0


def _known_words(kind: str | None, effect: str | None) -> None:
    from typing import get_args

    from saring.apps.cli import WrongOption
    from saring.model import Effect, Kind

    for option, word, words in (("--kind", kind, get_args(Kind)), ("--effect", effect, get_args(Effect))):
        if word is not None and word not in words:
            raise WrongOption(option, f"{word!r} is not known", ", ".join(words))


def _known_partner(partner: str | None) -> None:
    from saring.apps.cli import WrongOption
    from saring.law import load

    partners = sorted({s.regime.partner for s in load().situations})
    if partner is not None and partner not in partners:
        raise WrongOption("--partner", f"no law about {partner!r} is loaded", ", ".join(partners))


@law.command("diff", short_help="Say what changed between two days.")
@click.argument("first", type=Day(single=True), metavar="DATE")
@click.argument("second", type=Day(single=True), metavar="DATE")
@click.option("--goods", type=Code(), metavar="HS", help="For a buyer or seller of these goods.")
@lang_option
def diff(first: str, second: str, goods: str | None, lang: str) -> int:
    """Say which measures begin or end between two days, and with --goods how the verdict moves."""
    from saring.days import interval
    from saring.law import load
    from saring.law.catalogue import changes
    from saring.reports.law_text import law_words, rule_line

    words = law_words(lang)
    before, after = sorted((interval(first)[1], interval(second)[1]))
    days = before, after
    found = changes(load(), *days, goods=goods)
    for change in found:
        sign = words["begins"] if change.begins else words["ended"]
        sys.stdout.write(f"{sign:<9} {rule_line(change.rule, lang)}".rstrip() + "\n")
    if not found:
        sys.stdout.write(words["nothing_changes"].format(first=days[0], second=days[1]) + "\n")
    if goods:
        sys.stdout.writelines(_moves(goods, days, lang))
    return 0


def _moves(goods: str, days: tuple[str, str], lang: str) -> list[str]:
    """How a bare purchase and a bare supply of the goods are judged on both days.

    The partner of the main situation is always told of; another one where its law has something to say.
    """
    import msgspec

    from saring.findings import judge
    from saring.law import load
    from saring.model import Dealing, Good
    from saring.reports.law_text import law_words
    from saring.reports.wording import wording

    words, spoken, lines, book = law_words(lang), wording(lang), [], load()
    main = book.main("UN")
    for situation in book.situations:
        partner = situation.regime.partner
        alone = msgspec.structs.replace(book, situations=(situation,))
        for way, side in (("from_partner", "from_"), ("to_partner", "to")):
            dealing = msgspec.structs.replace(Dealing(kind="goods", goods=(Good(hs=(goods,)),)), **{side: partner})
            verdicts = [judge(msgspec.structs.replace(dealing, date=day), alone).verdict for day in days]
            if situation is not main and set(verdicts) == {"not_covered"}:
                continue
            told = [spoken.verdict(verdict, None) for verdict in verdicts]
            form = words["verdict_moves" if told[0] != told[1] else "verdict_stays"].format(
                goods=goods, way=words[way].format(partner=partner), before=told[0], after=told[1], first=days[0], second=days[1],
            )  # fmt: skip
            lines.append(form + "\n")
    return lines
