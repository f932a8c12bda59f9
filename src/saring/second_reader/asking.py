"""What the model is asked: the instructions, the article marked off as material, and the form of the answer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

from saring.measures import Fact
from saring.model import Document, Kind, Polarity, Status

_INSTRUCTIONS = Path(__file__).parent / "instructions.md"


def _no_lands(words: str) -> frozenset[str]:  # noqa: ARG001 - the shape of Vocabulary.lands
    return frozenset()


@dataclass(frozen=True)
class Vocabulary:
    """What an answer may say: facts of the law by name, ISO codes of countries, and who tells what words name.

    `named` tells whether a text names the partner at all; `lands` gives the countries that words are known to name,
    none where they are not known.
    """

    facts: Mapping[str, Fact]
    countries: frozenset[str]
    named: Callable[[str], bool]
    lands: Callable[[str], frozenset[str]] = _no_lands

    @cached_property
    def instructions(self) -> str:
        """The instructions with the facts of the law; the same for every article."""
        lines = [_INSTRUCTIONS.read_text(encoding="utf-8").rstrip()]
        for name, fact in sorted(self.facts.items()):
            kind = " | ".join(fact.values) if fact.values else fact.type
            lines.append(f"{name} ({kind}): {fact.ask.en}")
        return "\n".join(lines)

    @cached_property
    def form(self) -> dict[str, Any]:
        """The JSON Schema of the answer, every key required, as strict endpoints demand."""
        return answer_form(sorted(self.facts))

    @cached_property
    def version(self) -> str:
        """A digest of instructions and form: another wording is another question, and is not answered from the cache."""
        asked = self.instructions + json.dumps(self.form, sort_keys=True)
        return hashlib.sha256(asked.encode()).hexdigest()[:16]


def messages(vocabulary: Vocabulary, document: Document, part: str) -> list[dict[str, str]]:
    """The two messages of a request. The mark is a digest of the part: no article can hold its own end line."""
    mark = hashlib.sha256(part.encode()).hexdigest()[:24]
    about = {
        "language": document.language,
        "publisher": document.publisher,
        "published": document.published,
    }
    lines = [f"{name}: {' '.join(str(told).split())}" for name, told in about.items() if told]
    article = "\n".join([*lines, f"BEGIN {mark}", part, f"END {mark}"])
    return [{"role": "system", "content": vocabulary.instructions}, {"role": "user", "content": article}]


def _record(**keys: Any) -> dict[str, Any]:
    return {"type": "object", "properties": keys, "required": list(keys), "additionalProperties": False}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


def _or_null(form: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [form, {"type": "null"}]}


def answer_form(facts: list[str]) -> dict[str, Any]:
    """The form of an answer over the closed words of the contract and these facts."""
    text, number = {"type": "string"}, {"type": "number"}
    side = _record(country=text, words=text)
    value = {"anyOf": [{"type": "boolean"}, number, text, _list(text)]}
    dealing = _record(
        quote=text,
        kind={"type": "string", "enum": list(get_args(Kind))},
        status={"type": "string", "enum": list(get_args(Status))},
        polarity={"type": "string", "enum": list(get_args(Polarity))},
        **{"from": _list(side)},
        to=_list(side),
        what=_or_null(text),
        goods=_list(text),
        when=_or_null(_record(words=text, date=text)),
        said_by=_list(text),
        amount=_or_null(_record(words=text, number=_or_null(number), unit=_or_null(text))),
        parties=_list(_record(words=text, country=_or_null(text))),
        vehicles=_list(text),
        facts=_list(_record(name={"type": "string", "enum": facts}, value=value, quote=text)),
    )
    return _record(dealings=_list(dealing))
