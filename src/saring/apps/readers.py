"""Which reader reads: the built-in one, a language model behind an endpoint, or both with what they disagree on."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from saring.apps.complaints import Complaints

if TYPE_CHECKING:
    from saring.model import Checked, Document, Screen
    from saring.second_reader import Price, SecondReader

F = TypeVar("F", bound=Callable[..., Any])
READERS = ("built-in", "llm", "both")
KEY = "SARING_LLM_KEY"


class Asked(NamedTuple):
    """The reader options as they were given."""

    reader: str
    endpoint: str | None
    model: str | None
    timeout: float
    price: str | None
    max_cost: float | None
    no_cache: bool


def reader_options(function: F) -> F:
    """`--reader` and what the second reader needs."""
    positive = click.FloatRange(min=0, min_open=True)
    for option in (
        click.option("--no-cache", is_flag=True, help="Neither use nor keep answers of the model."),
        click.option("--max-cost", type=positive, metavar="USD", help="Stop before a request could cost more in all."),
        click.option("--price", metavar="IN/OUT", help="US dollars for a million tokens sent/received."),
        click.option(
            "--timeout", type=positive, default=60.0, show_default=True, metavar="S", help="Seconds for one answer."
        ),
        click.option("--model", metavar="NAME", help="The model to ask."),
        click.option(
            "--endpoint", metavar="URL", help="An OpenAI-compatible address, such as http://127.0.0.1:8000/v1."
        ),
        click.option(
            "--reader",
            type=click.Choice(READERS),
            default="built-in",
            show_default=True,
            help="llm and both use the network: the text goes to --endpoint (key in SARING_LLM_KEY). "
            "both lists where the two disagree.",
        ),
    ):
        function = option(function)
    return function


class Readers:
    """The reader that was chosen, its notices on standard error, and its share of the report."""

    def __init__(self, asked: Asked, complaints: Complaints) -> None:
        self.mode = asked.reader
        if self.mode == "built-in":
            _unused(asked)
        self.complaints = complaints
        self.second = None if asked.reader == "built-in" else _second(asked)
        if self.second:
            place = f"{self.second.endpoint.address} (model {self.second.model})"
            self._notice(f"--reader {self.mode}", f"uses the network: the text of the documents is sent to {place}")

    def check(self, document: Document, as_of: str | None, lang: str, screen: Screen | None = None) -> Checked:
        """Read and judge one document; with both readers, what they disagree on stands beside the built-in's dealings."""
        from saring import river
        from saring.model import SaringError

        if self.second is None:
            return river.check(document, as_of, lang, None, screen)
        if self.mode == "llm":
            return self._signed(river.check(document, as_of, lang, self.second.read, screen))
        ours = river.check(document, as_of, lang, None, screen)
        try:
            theirs = river.check(document, as_of, lang, self.second.read, screen)
        except SaringError as error:
            self.complaints.say(error)
            return ours
        import msgspec

        from saring.second_reader import compare

        return self._signed(
            msgspec.structs.replace(ours, disagreements=compare(ours.dealings, theirs.dealings))
        )  # fmt: skip

    def close(self) -> None:
        """Say what the second reader did and cost."""
        if self.second:
            self._notice("second reader", self.second.tally.line())

    def _signed(self, checked: Checked) -> Checked:
        import msgspec

        from saring.model import ReadBy

        second = self.second
        if second is None:
            return checked
        dropped, details = (dict(sorted(counted.items())) for counted in (second.dropped, second.details))
        by = ReadBy(
            "both" if self.mode == "both" else "llm", second.model, second.vocabulary.version, dropped, details
        )  # fmt: skip
        return msgspec.structs.replace(checked, read_by=by)

    def _notice(self, where: str, message: str) -> None:
        """A line that is no complaint."""
        if self.complaints.as_json:
            line = json.dumps({"notice": {"message": message, "where": where}}, ensure_ascii=False)
        else:
            line = f"saring: {where}: {message}"
        sys.stderr.write(line + "\n")
        sys.stderr.flush()


def _unused(asked: Asked) -> None:
    """Refuse what only the second reader takes: whoever gives it expects the model to be asked."""
    from saring.apps.cli import WrongOption

    given = (("--endpoint", asked.endpoint), ("--model", asked.model), ("--price", asked.price))
    for name, value in (*given, ("--max-cost", asked.max_cost)):
        if value is not None:
            raise WrongOption(name, "the built-in reader asks no model", "--reader llm or both beside it")


def _second(asked: Asked) -> SecondReader:
    """The second reader as the options and the environment want it; what cannot be is a wrong option."""
    from saring.apps.cli import WrongOption
    from saring.model import SaringError
    from saring.second_reader import Endpoint, Limits, SecondReader, Tally
    from saring.second_reader.keeping import folder

    for name, given in (("--endpoint", asked.endpoint), ("--model", asked.model)):
        if not given:
            raise WrongOption(name, f"--reader {asked.reader} needs it", "an address and the name of a model")
    price = _price(asked.price)
    if asked.max_cost is not None and price is None:
        raise WrongOption("--max-cost", "without --price no cost is known", "--price IN/OUT beside it")
    try:
        endpoint = Endpoint(asked.endpoint or "", os.environ.get(KEY, "").strip() or None)
    except SaringError as error:
        raise WrongOption(error.where, error.message, error.allowed, error.code) from None
    return SecondReader(
        endpoint,
        asked.model or "",
        _vocabulary(),
        Limits(timeout=asked.timeout, max_cost=asked.max_cost),
        Tally(price),
        None if asked.no_cache else folder(),
    )


def _price(words: str | None) -> Price | None:
    from saring.apps.cli import WrongOption
    from saring.second_reader import Price

    if words is None:
        return None
    sent, _, received = words.partition("/")
    try:
        price = Price(float(sent), float(received))
    except ValueError:
        price = Price(-1, -1)
    if not (0 <= price.sent < 1e6 and 0 <= price.received < 1e6):
        raise WrongOption("--price", f"{words!r} is no price", "two numbers of US dollars, such as 0.15/0.60")
    return price


def _vocabulary() -> Any:
    from saring.apps.intake import COUNTRIES
    from saring.law import load
    from saring.reading.gate import named
    from saring.second_reader import Vocabulary

    return Vocabulary(load().facts, COUNTRIES, named, _lands())


def _lands() -> Callable[[str], frozenset[str]]:
    """What our own place names say of words: the countries that they name, whole."""
    from saring.reading.packs import places

    found: dict[str, set[str]] = {}
    for table in places().values():
        for code, country in table.items():
            for words in (*country.names, *country.adjectives, *country.cities):
                found.setdefault(words.strip("|*").casefold(), set()).add(code)
    return lambda words: frozenset(found.get(" ".join(words.split()).casefold(), ()))
