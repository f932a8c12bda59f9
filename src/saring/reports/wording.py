"""The words that reports use for people: one file a language, and how a status changes a verdict's wording."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from saring.model import Dealing, Determination, SaringError

LANGUAGES = ("en", "id")
_WOULD = frozenset({"planned", "offered", "wished", "hypothetical"})
_IF_TRUE = frozenset({"alleged", "denied"})

# Control characters, and the marks that turn the direction of what follows: a document must not steer the screen.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Wording:
    """The words of one language."""

    def __init__(self, table: Mapping[str, Any], lang: str) -> None:
        self._table = table
        self.lang = lang

    def label(self, name: str, **values: object) -> str:
        """A label, filled in."""
        text: str = self._table["label"][name]
        return text.format(**values) if values else text

    def word(self, section: str, name: str | None) -> str:
        """A word of the contract in this language, such as a status or kind."""
        found: str = self._table[section].get(name or "none", name or "")
        return found

    def verdict(self, verdict: str, status: str | None) -> str:
        """The verdict as the status makes it sound; it is the same verdict in every status."""
        mood = "would" if status in _WOULD else "if_true" if status in _IF_TRUE else "plain"
        found: str = self._table["verdict"][mood].get(verdict, verdict)
        return found

    def question(self, name: str, questions: Mapping[str, str]) -> str:
        """The question to put to a person about a fact or a key of the dealing; empty when there is none."""
        found: str = questions.get(name) or self._table["question"].get(name, "")
        return found


@cache
def wording(lang: str) -> Wording:
    """The words of a language."""
    if lang not in LANGUAGES:
        raise SaringError("unknown_word", "lang", f"{lang!r} is no language of reports", ", ".join(LANGUAGES))
    path = Path(__file__).parent / "words" / f"{lang}.toml"
    return Wording(tomllib.loads(path.read_text(encoding="utf-8")), lang)


def clean(text: str) -> str:
    """Text from a document in one line, without what would steer a terminal."""
    return " ".join(_STEERING.sub("", text).split())


def sides(dealing: Dealing) -> str:
    """Who to whom: KP → RU, CN."""
    giving = ", ".join(filter(None, (dealing.from_, *dealing.also_from))) or "?"
    taking = ", ".join(filter(None, (dealing.to, *dealing.also_to))) or "?"
    return f"{giving} → {taking}"


def day(dealing: Dealing, words: Wording) -> str:
    """When, as one ISO string; an interval with a dash."""
    return dealing.date.replace("/", " – ") if dealing.date else words.label("undated")


def name_of(dealing: Dealing) -> str:
    """What it is about, in the words of the document where there are some."""
    goods = ", ".join(good.words for good in dealing.goods if good.words)
    return clean(dealing.what or goods or dealing.kind)


def chain(dealing: Dealing) -> str:
    """Who says so, from the outlet to the person."""
    return " › ".join(clean(source.words) for source in dealing.said_by)


def governing(judged: Determination) -> str:
    """The citation that decides, or a dash."""
    return judged.findings[0].cite if judged.findings else "–"


def short(judged: Determination) -> str:
    """The paragraph that decides as `saring law show` takes it (2397/6), or a dash."""
    if not judged.findings:
        return "–"
    provision = judged.findings[0].provision.partition(":")[0]
    instrument, dash, paragraph = provision.removeprefix("UNSCR-").rpartition("-")
    return f"{instrument}/{paragraph}" if dash and provision.startswith("UNSCR-") else provision
