"""The reviewer's list for people: where the built-in reader and the model part, each with its place in the text."""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import UNSET

from saring.model import Checked, Dealing, Difference, Disagreement, Report
from saring.reports.markdown import escaped
from saring.reports.wording import Wording, clean, day, governing, name_of, sides, wording

_WIDTH = 100


def disagreements(report: Report, form: str, lang: str = "en") -> str:
    """The list for all documents that were read by both readers, as text or Markdown; empty when none was."""
    told: list[str] = []
    for document in report.documents:
        if isinstance(document, Checked) and document.disagreements is not UNSET:
            lines = _document(document, lang)
            told.append(_markdown(lines) if form == "md" else _text(lines))
    return "".join("\n" + block for block in told)


@cache
def _words(lang: str) -> dict[str, Any]:
    path = Path(__file__).parent / "words" / f"review_{lang}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _document(document: Checked, lang: str) -> list[tuple[int, str]]:
    """The lines of one document, each with its depth."""
    words, labels = wording(lang), _words(lang)
    found = document.disagreements or ()
    source = clean(document.source)
    head = labels["head"].format(source=source, count=len(found)) if found else labels["agreed"].format(source=source)
    lines = [(0, head)]
    ours = {dealing.id: dealing for dealing in document.dealings}
    for number, each in enumerate(found, 1):
        lines += _one(number, each, ours, words, labels)
    if document.read_by and document.read_by.dropped:
        dropped = document.read_by.dropped
        reasons = ", ".join(f"{reason} {count}" for reason, count in dropped.items())
        lines.append((1, labels["dropped"].format(count=sum(dropped.values()), reasons=reasons)))
    return lines


def _one(
    number: int, each: Disagreement, ours: Mapping[str | None, Dealing], words: Wording, labels: Mapping[str, Any]
) -> Iterator[tuple[int, str]]:
    dealing = ours.get(each.built_in) if each.built_in else each.llm
    if dealing is None:
        return
    yield 1, f"{number}. {labels[each.sort]}: {_dealing(dealing, words)}"
    for difference in each.differences:
        yield 2, _pair(difference, words, labels)
    if dealing.evidence:
        place = labels["place"].format(start=dealing.evidence.start, end=dealing.evidence.end)
        yield 2, f"“{clean(dealing.evidence.quote)}” ({place})"


def _dealing(dealing: Dealing, words: Wording) -> str:
    told = [words.word("kind", dealing.kind), sides(dealing), day(dealing, words), words.word("status", dealing.status)]
    judged = [
        f"{words.verdict(answer.verdict, dealing.status)}, {governing(answer)}"
        for answer in dealing.determinations or ()
    ]
    return "; ".join([f"{name_of(dealing)} ({', '.join(told)})", *judged])


def _pair(difference: Difference, words: Wording, labels: Mapping[str, Any]) -> str:
    """One key with both values, in the words of the reader's language."""
    said = []
    for value in (difference.built_in, difference.llm):
        if value is None:
            said.append(labels["none"])
        elif difference.key == "verdict":
            said.append(", ".join(words.verdict(one, None) for one in value.split(", ")))
        elif difference.key in ("kind", "status", "polarity"):
            said.append(words.word(difference.key, value))
        else:
            said.append(value)
    pair: str = labels["pair"].format(key=labels["key"][difference.key], built_in=said[0], llm=said[1])
    return pair


def _text(lines: list[tuple[int, str]]) -> str:
    wrapped = [
        textwrap.fill(line, _WIDTH, initial_indent="  " * depth, subsequent_indent="  " * (depth + 1))
        for depth, line in lines
    ]
    return "\n".join(wrapped) + "\n"


def _markdown(lines: list[tuple[int, str]]) -> str:
    head, *rest = lines
    points = [f"{'  ' * (depth - 1)}- {escaped(line)}" for depth, line in rest]
    return "\n".join([f"### {escaped(head[1])}", "", *points]) + "\n"
