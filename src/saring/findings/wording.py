"""Reasons and caveats in words for people; one file of words for each language."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from saring.findings.codes import match
from saring.findings.outcomes import Outcome
from saring.measures import Situation
from saring.model import Finding, SaringError, Screened

_FOLDER = Path(__file__).resolve().parent / "words"


@cache
def words_of(lang: str) -> dict[str, dict[str, str]]:
    """The words of a language; an unknown language is refused with those there are."""
    path = _FOLDER / f"{lang}.toml"
    if not path.is_file():
        allowed = ", ".join(sorted(p.stem for p in _FOLDER.glob("*.toml")))
        raise SaringError("unknown_word", "lang", f"{lang!r} is no language of the program", allowed)
    return tomllib.loads(path.read_text(encoding="utf-8"))


class Words:
    """The sentences of one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.because_words = words_of(lang)["because"]
        self.bases = words_of(lang)["bases"]
        self.caveat_words = words_of(lang)["caveats"]

    def because(self, o: Outcome) -> str:
        """Why this finding has this verdict: what brings it in, since when, and what decides."""
        parts = [self._subject(o), self._period(o), self._turn(o)]
        return " ".join(part for part in parts if part)

    def _subject(self, o: Outcome) -> str:
        measure = o.rule.measure
        title = (measure.title_id if self.lang == "id" else None) or measure.title
        head = f"{title}."
        if not o.goods:
            return head
        found = match(o.goods[0], measure)
        if found.block is None:
            return head
        basis = self.bases[found.block.basis].format(by=found.block.by or "")
        key = "covered" if found.cover in ("decides", "contested") else "above"
        if key == "covered" and o.goods == (found.listed,):
            key = "named"  # nothing falls under itself
        return head + " " + self.because_words[key].format(code=", ".join(o.goods), listed=found.listed, basis=basis)

    def _period(self, o: Outcome) -> str:
        period = o.rule.measure.in_force
        key = "in_force_until" if period.until else "in_force"
        return self.because_words[key].format(first=period.from_, last=period.until)

    def _turn(self, o: Outcome) -> str:
        words = self.because_words
        detail = o.detail
        if o.why == "exception":
            detail = next((e.cite or e.id for e in o.rule.measure.unless if e.id == o.detail), o.detail)
        if detail.startswith("since:"):
            return words["since"].format(first=detail.removeprefix("since:"))
        template = words.get(o.why, "")
        return template.format(detail=detail, missing=", ".join(o.missing), open=", ".join(o.open))

    def caveats(
        self, situations: tuple[Situation, ...], findings: tuple[Finding, ...], screened: Screened | None = None
    ) -> tuple[str, ...]:
        """What a reader must know before leaning on the answer."""
        words = self.caveat_words
        lines = [words["not_advice"], _asked_lists(words, screened)]
        if not any(f.effect != "require" for f in findings):
            lines.append(words["not_allowed"])
        drafts = ", ".join(f.provision for f in findings if f.review == "draft")
        if drafts:
            lines.append(words["draft"].format(provisions=drafts))
        lacking = [", ".join(s.regime.lacks) for s in situations if s.regime.lacks]
        lines += [words["lacks"].format(instruments=names) for names in lacking]
        return tuple(lines)


def _asked_lists(words: dict[str, str], screened: Screened | None) -> str:
    """Which lists were asked, of which day, and that a hit is no match; or that none was."""
    if screened is None:
        return words["no_lists"]
    named = ", ".join(f"{name} ({day})" for name, day in sorted(screened.lists.items()))
    return words["lists_hit" if screened.hits else "lists_silent"].format(lists=named)
