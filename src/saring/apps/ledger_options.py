"""Options that the commands of `saring ledger` share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from saring.apps.options import Day

if TYPE_CHECKING:
    from saring.ledger import Filters, Ledger

F = TypeVar("F", bound=Callable[..., Any])
DB_HELP = "The ledger: a file, sqlite:///file.db or postgresql://…; else SARING_LEDGER, else your own."
FORMS = ("text", "json", "csv")
# Written out here and held equal to the model by a test, as in check_command.
WORDS = {
    "kind": "goods arms military_training troops labour transport tourism joint_venture finance intellectual_property "
    "science technical_assistance aid diplomacy other",
    "verdict": "prohibited undetermined restricted exempt not_covered",
    "status": "done ongoing planned offered wished alleged denied hypothetical",
    "role": "main umbrella background supposition",
    "review": "open confirmed rejected",
}
TEXTS = {
    "party": "Events with a party whose name has these words.",
    "goods": "Events with goods under these first digits of an HS code.",
    "provision": "Events whose verdict rests on a provision that begins so.",
    "language": "Events reported in this language.",
    "document": "Events that this document reports (its SHA-256).",
}


def db_option(function: F) -> F:
    """`--db URL`: which ledger."""
    return click.option("--db", metavar="URL", help=DB_HELP)(function)


def form_option(*further: str) -> Callable[[F], F]:
    """`--format`: text, json or csv, and what a command adds."""
    choice = click.Choice([*FORMS, *further])
    form = click.option("--format", "form", type=choice, default="text", show_default=True, help="Form of the answer.")

    def both(function: F) -> F:
        return form(lang_of_lines(function))

    return both


def lang_of_lines(function: F) -> F:
    """`--lang en|id`: the language of the lines for people; it is left where `ledger_lines.teller` finds it."""

    def leave(ctx: click.Context, _: click.Parameter, lang: str) -> None:
        from saring.apps.ledger_lines import LANG

        ctx.meta[LANG] = lang

    return click.option(
        "--lang",
        type=click.Choice(["en", "id"]),
        default="en",
        show_default=True,
        expose_value=False,
        callback=leave,
        help="Language of the lines for people.",
    )(function)


def output_option(function: F) -> F:
    """`-o FILE`: where the answer goes."""
    return click.option("-o", "--output", metavar="FILE", help="Write to this file, not to standard output.")(function)


def filter_options(function: F) -> F:
    """The filters of events."""
    for name, text in reversed(TEXTS.items()):
        function = click.option(f"--{name}", help=text)(function)
    for name, text in (("until", "Events that began by then."), ("since", "Events that lasted until then or later.")):
        function = click.option(f"--{name}", type=Day(), metavar="DATE", help=text)(function)
    for name, text in (
        ("to", "The side that receives."),
        ("from", "The side that gives."),
        ("country", "Either side."),
    ):
        function = click.option(f"--{name}", f"{name}_", metavar="CC", help=text)(function)
    for name, words in reversed(WORDS.items()):
        function = click.option(f"--{name}", type=click.Choice(words.split()), help=f"Only this {name}.")(function)
    return click.option("--rejected", is_flag=True, help="Rejected events too.")(function)


def filters_of(given: dict[str, Any]) -> Filters:
    """The filters as the ledger takes them."""
    from saring.apps.intake import COUNTRIES
    from saring.ledger import Filters
    from saring.model import SaringError

    named = {"country_": "country", "to_": "to"}
    kept = {named.get(name, name): value for name, value in given.items() if value is not None}
    for name in ("country", "from_", "to"):
        if name in kept and kept[name] not in COUNTRIES:
            allowed = "countries as ISO 3166 alpha-2 in capitals, such as KP or RU"
            raise SaringError("unknown_word", f"--{name.strip('_')}", f"{kept[name]!r} is no country", allowed)
    return Filters(**kept)


def opened(db: str | None) -> Ledger:
    """The ledger that is asked; one that is not there is an error."""
    from saring.ledger import open_ledger

    return open_ledger(db, create=False)


def person_options(function: F) -> F:
    """`--db`, `--format`, `--who` and `--why`: every correction has a person and a reason."""
    function = click.option("--why", required=True, metavar="TEXT", help="The reason, in a sentence.")(function)
    function = click.option("--who", required=True, metavar="NAME", help="Who says so.")(function)
    return db_option(form_option()(function))
