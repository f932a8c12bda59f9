"""The story that the entries tell, in memory: where every report is, and how every event stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from saring.ledger.changing import REVIEWS
from saring.ledger.deriving import Standing
from saring.model import SaringError


class ReportKnown(msgspec.Struct):
    """A report by the entries: its number, its document, the digest of its body, its event and its lists."""

    n: int
    document: str
    digest: str
    event: str
    checked: tuple[str, ...]


class DocumentKnown(msgspec.Struct):
    """A document by the entries: its number, and the digests of its body and text."""

    n: int
    digest: str
    text: str | None


class Story:
    """What follows from entries that are applied in their order."""

    def __init__(self) -> None:
        self.documents: dict[str, DocumentKnown] = {}
        self.reports: dict[str, ReportKnown] = {}
        self.events: dict[str, Standing] = {}
        self.told: dict[str, list[str]] = {}

    def apply(self, action: str, subject: str, body: dict[str, Any]) -> None:
        """Go one entry further; one that speaks of what is not there is an error."""
        try:
            if action == "record":
                self._record(subject, body)
            elif action in REVIEWS:
                self._stand(body["event"], review=REVIEWS[action])
            elif action == "set":
                self._stand(body["event"], own=body["own"])
            elif action == "rejudge":
                for event, own in body["moved"]:
                    self._stand(event, own=own)
            elif action == "merge":
                for other in body["events"]:
                    self._move(self.told.pop(other), body["event"])
                    self._stand(other, merged_into=body["event"])
            elif action == "split":
                self.events[body["into"]] = Standing()
                self._move(body["reports"], body["into"])
        except (KeyError, TypeError, ValueError) as error:
            raise SaringError("unreadable", "entry", f"{action} of {subject} cannot be followed: {error!r}") from None

    def home(self, event: str) -> str:
        """The event into which an event was merged, or itself."""
        for _ in range(len(self.events)):
            standing = self.events.get(event)
            if standing is None or standing.merged_into is None:
                break
            event = standing.merged_into
        return event

    def _record(self, subject: str, body: dict[str, Any]) -> None:
        self.documents[subject] = DocumentKnown(len(self.documents) + 1, body["document"], body["text"])
        for report, digest, event, checked in body["reports"]:
            self.reports[report] = ReportKnown(len(self.reports) + 1, subject, digest, event, tuple(checked))
            self.events.setdefault(event, Standing())
            self.told.setdefault(event, []).append(report)

    def _stand(self, event: str, **changed: Any) -> None:
        self.events[event] = msgspec.structs.replace(self.events[event], **changed)

    def _move(self, leaving: Iterable[str], event: str) -> None:
        """Reports stand in their event in the order in which they were recorded."""
        leaving = list(leaving)
        for report in leaving:
            old = self.told.get(self.reports[report].event)
            if old and report in old:
                old.remove(report)
            self.reports[report].event = event
        whole = [*self.told.get(event, ()), *leaving]
        self.told[event] = sorted(whole, key=lambda report: self.reports[report].n)
