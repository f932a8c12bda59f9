"""The second reader: a document becomes tellings, part by part, through a language model and our own check of its words."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from saring.model import Dealing, Document, Good, SaringError
from saring.second_reader.asking import Vocabulary, messages
from saring.second_reader.endpoint import Endpoint
from saring.second_reader.keeping import Shelf, key
from saring.second_reader.parts import OVERLAP, PART, Part, halves, parts
from saring.second_reader.tally import Tally
from saring.second_reader.trying import Conversation, CutOffError
from saring.second_reader.verifying import Verifier

Spot = Callable[[str, str], tuple[Good, ...]]


@dataclass(frozen=True)
class Limits:
    """Seconds for one answer, US dollars for a run (needs a price), characters of a part, parts of a document."""

    timeout: float = 60.0
    max_cost: float | None = None
    part: int = PART
    overlap: int = OVERLAP
    most_parts: int = 50


@dataclass
class SecondReader:
    """Reads like `saring.reading.read`, by asking a model; `dropped` and `details` tell what its last document lost."""

    endpoint: Endpoint
    model: str
    vocabulary: Vocabulary
    limits: Limits = field(default_factory=Limits)
    tally: Tally = field(default_factory=Tally)
    cache: Path | None = None
    sleep: Callable[[float], None] = time.sleep
    dropped: Counter[str] = field(default_factory=Counter)
    details: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._shelf = Shelf(self.cache)
        limits = self.limits
        self._talk = Conversation(
            self.endpoint, self.model, limits.timeout, self.tally, limits.max_cost, self.sleep
        )  # fmt: skip

    def read(self, document: Document, spot: Spot) -> tuple[Dealing, ...]:
        """The tellings of dealings in a document, in the order of the text.

        A text, and a part of a long one, that does not name the partner is not sent. Raises `SaringError` when a part
        gets no answer: a document read in part would be taken for one read in full.
        """
        text = document.text
        spotted = cache(lambda: spot(text, document.language))
        verifier = Verifier(document, self.vocabulary, spotted)
        self.dropped, self.details = verifier.dropped, verifier.details
        found: list[Dealing] = []
        try:
            for part in self._asked(document):
                for piece, answer in self._answers(document, part):
                    found += verifier.dealings(answer, piece.shown, piece.owned)
        finally:
            self.tally.dropped.update(verifier.dropped)
            self.tally.details.update(verifier.details)
        return tuple(sorted(found, key=_place))

    def _asked(self, document: Document) -> list[Part]:
        text = document.text
        if not self.vocabulary.named(text):
            return []
        named = [
            part
            for part in parts(text, self.limits.part, self.limits.overlap)
            if self.vocabulary.named(text[slice(*part.shown)])
        ]
        if len(named) > self.limits.most_parts:
            message = f"the second reader would ask {len(named)} times"
            raise SaringError("too_large", document.source, message, f"at most {self.limits.most_parts} parts")
        return named

    def _answers(self, document: Document, part: Part) -> list[tuple[Part, Any]]:
        """The answer about a part; where it is cut off, the answers about its halves."""
        shown = document.text[slice(*part.shown)]
        name = key(
            self.endpoint.address, self.model, self.vocabulary.version, document.language, document.publisher,
            document.published, shown,
        )  # fmt: skip
        kept = self._shelf.find(name)
        if isinstance(kept, dict):
            self.tally.from_cache += 1
            return [(part, kept)]
        try:
            answer = self._talk.ask(messages(self.vocabulary, document, shown), self.vocabulary.form, document.source)
        except CutOffError:
            pieces = halves(document.text, part)
            if len(pieces) == 1:
                message = f"the answer of {self.model} is cut off even for a short text"
                raise SaringError("unreadable", document.source, message) from None
            return [told for piece in pieces for told in self._answers(document, piece)]
        self._shelf.keep(name, answer)
        return [(part, answer)]


def _place(dealing: Dealing) -> tuple[int, int]:
    quote = dealing.evidence
    return (quote.start, quote.end) if quote else (0, 0)
