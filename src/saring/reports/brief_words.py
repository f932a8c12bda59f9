"""The small words of a brief: countries, days, numbers, lists and sources in the reader's language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from saring.model import Amount, SaringError
from saring.reports.wording import LANGUAGES, clean

# Words of the text, their HS codes and the text's language → the same in the reader's language, where it is known.
Gloss = Callable[[str, tuple[str, ...], str], str | None]
_FOLDER = Path(__file__).parent / "words"
_LONGEST = 80
_MOST_NAMES = 6


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


class BriefWords:
    """The words of one language, for a text in some language."""

    def __init__(self, lang: str, text_language: str, gloss: Gloss | None = None) -> None:
        if lang not in LANGUAGES:
            raise SaringError("unknown_word", "lang", f"{lang!r} is no language of reports", ", ".join(LANGUAGES))
        self.lang = lang
        self.text_language = text_language
        self.foreign = text_language != lang
        self._gloss = gloss
        self._words = _table(f"brief_{lang}")
        self._countries = _table(f"countries_{lang}")

    def form(self, section: str, name: str, **values: object) -> str:
        """A sentence or a part of one, filled in."""
        found: str = self.section(section)[name]
        return found.format(**values)

    def section(self, name: str) -> Mapping[str, Any]:
        """A table of the words file; dots lead into tables of tables."""
        table: dict[str, Any] = self._words
        for key in name.split("."):
            table = table[key]
        return table

    def countries(self, codes: Sequence[str]) -> str:
        """The names of countries as they stand in a sentence."""
        return self.listed([self._countries.get(code, code) for code in codes])

    def listed(self, names: Sequence[str]) -> str:
        """Names with commas and an "and"; a long list is cut with the number of the others."""
        names = list(dict.fromkeys(names))
        if len(names) > _MOST_NAMES:
            rest = len(names) - _MOST_NAMES + 1
            names = [*names[: _MOST_NAMES - 1], self.form("part", "others", count=rest)]
        if len(names) < 3:
            return self.form("part", "list_last").join(names)
        return self.form("part", "list_comma").join(names[:-1]) + self.form("part", "list_last_long") + names[-1]

    def thing(self, words: str, codes: tuple[str, ...] = (), aside: str = "") -> str:
        """Words of the text, in quotation marks and with their meaning where the text is in another language."""
        plain = short(words)
        meaning = self._gloss(words, codes, self.text_language) if self.foreign and self._gloss else None
        if meaning and meaning.casefold() != plain.casefold():
            return self.form("part", "glossed", words=plain, gloss="; ".join(filter(None, (meaning, aside))))
        told = self.form("part", "quoted", words=plain) if self.foreign else plain
        return told + (self.form("part", "aside", aside=aside) if aside else "")

    def quoted(self, words: str) -> str:
        """Words of the text in quotation marks."""
        return self.form("part", "quoted", words=short(words))

    def source(self, words: str) -> str:
        """A source: common words in the reader's language, names as they are, other foreign words in quotation marks."""
        plain = short(words).strip(" ,.;:")
        said: str | None = self.section("said").get(plain.casefold())
        if said and self.foreign:
            return said
        first, space, rest = plain.partition(" ")
        if not self.foreign:
            is_title = first == "The" and rest[:1].isupper()  # The Strait Ledger
            small = first.lower() in self.form("source", "small").split() and not is_title
            return first.lower() + space + rest if small else plain
        is_name = plain.isascii() and all(word[:1].isupper() for word in plain.split())
        return plain if is_name else self.quoted(plain)

    def sources(self, chain: Sequence[str]) -> str:
        """A chain of sources from the outlet to the person."""
        names = list(dict.fromkeys(self.source(words) for words in chain))
        if len(names) == 1:
            return names[0]
        if len(names) == 2:
            return self.form("source", "quoting", outer=names[0], inner=names[1])
        return self.form("source", "quoting_again", outer=names[0], middle=names[-2], inner=names[-1])

    def when(self, date: str | None, *, ongoing: bool = False) -> str:
        """A period with its preposition, or nothing."""
        if not date:
            return ""
        first, slash, last = date.partition("/")
        if slash:
            form = "while" if ongoing else "between"
            return self.form("when", form, first=self._day(first, "plain_"), last=self._day(last, "plain_"))
        return self._day(first, "")

    def plain(self, date: str) -> str:
        """A period without a preposition."""
        return " – ".join(self._day(day, "plain_") for day in date.split("/"))

    def amount(self, amount: Amount | None) -> str:
        """An amount in the reader's language, where its number and unit are known."""
        if amount is None or amount.number is None or not amount.unit:
            return ""
        number = self._number(amount.number)
        if amount.unit in self.section("unit"):
            return self.form("unit", amount.unit, number=number)
        is_money = re.fullmatch(r"[A-Z]{3}", amount.unit)
        return self.form("unit", "money", unit=amount.unit, number=number) if is_money else ""

    def _day(self, date: str, form: str) -> str:
        year, month, day = ([*date.split("-"), "", ""])[:3]
        name = "day" if day else "month" if month else "year"
        month_name = self.section("month").get(month, "")
        return self.form("when", form + name, day=day.lstrip("0"), month=month_name, year=year)

    def _number(self, number: float) -> str:
        whole = f"{number:,.0f}" if number == int(number) else f"{number:,.2f}".rstrip("0")
        marks = self.section("number")
        return whole.replace(",", "\0").replace(".", marks["decimal"]).replace("\0", marks["group"])


def short(words: str) -> str:
    """Words in one line, cut at a space where they are too long for a sentence."""
    plain = clean(words)
    if len(plain) <= _LONGEST:
        return plain
    return (
        plain[:_LONGEST].rpartition(" ")[0].rstrip(",;:") + "…" if " " in plain[:_LONGEST] else plain[:_LONGEST] + "…"
    )


def sentence(words: str) -> str:
    """Words with a capital at the start and one full stop at the end."""
    words = words.strip()
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "?", "!", "…", "”")) else words + "."
