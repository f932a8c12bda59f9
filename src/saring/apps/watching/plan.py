"""What to watch and whom to tell: the file that `saring watch` is given, read strictly."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import msgspec

from saring.documents.limits import MAX_BYTES
from saring.model import VERDICTS, Kind, SaringError, Status, Verdict


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of the file; a key that it does not know is an error."""


class Manners(Part, frozen=True):
    """How to behave towards others, and where to keep what is known.

    `every` and `pause` are seconds: between two rounds, and between two calls to one host. `ledger` is a file or URL;
    without it nothing is kept but which items were seen.
    """

    every: int = 3600
    pause: float = 1.0
    timeout: float = 20.0
    most_bytes: int = MAX_BYTES
    most_items: int = 100
    agent: str = "saring"
    private_addresses: bool = False
    ledger: str | None = None
    lang: Literal["en", "id"] = "en"


class Source(Part, frozen=True):
    """One place: a feed, a sitemap or a folder, exactly one of them.

    `articles`: read the page that an item links to, or the words of the item itself. `only` is a pattern that an address
    or file name must hold, `since` leaves out what a sitemap dates before that day.
    """

    name: str
    feed: str | None = None
    sitemap: str | None = None
    folder: str | None = None
    articles: Literal["page", "item"] = "page"
    only: str | None = None
    since: str | None = None
    private_addresses: bool | None = None


class Alert(Part, frozen=True):
    """A rule: on what, narrowed to what, and where to: exactly one of webhook, file and mail."""

    on: Literal["new_dealing", "new_party", "law_changed"]
    name: str | None = None
    verdicts: tuple[Verdict, ...] = ("prohibited",)
    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()
    countries: tuple[str, ...] = ()
    webhook: str | None = None
    file: str | None = None
    mail: Mail | None = None
    private_addresses: bool = False


class Mail(Part, frozen=True):
    """A letter: from, to, and the server that takes it; a password comes from the environment variable that is named."""

    sender: str
    to: tuple[str, ...]
    server: str = "localhost"
    port: int = 25
    tls: bool = False
    user: str | None = None
    password_env: str | None = None


class Plan(Part, frozen=True):
    """The whole file."""

    watch: Manners = Manners()
    source: tuple[Source, ...] = ()
    alert: tuple[Alert, ...] = ()


def read_plan(path: Path) -> Plan:
    """The plan of a file; raises `missing_file`, `unreadable` or `bad_type` with what is wrong and what is allowed."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise SaringError("missing_file", str(path), "there is no such file") from None
    except OSError as problem:
        raise SaringError("unreadable", str(path), f"{problem.strerror}") from None
    try:
        plan = msgspec.toml.decode(raw, type=Plan, strict=True)
    except msgspec.ValidationError as problem:
        raise SaringError("bad_type", str(path), f"{problem}", _allowed(str(problem))) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise SaringError("bad_json", str(path), f"not readable as TOML: {problem}") from None
    _check(plan, str(path))
    return _placed(plan, path.parent)


def _placed(plan: Plan, folder: Path) -> Plan:
    """The plan with its paths taken from the folder in which the file lies."""
    replace = msgspec.structs.replace

    def at(path: str | None) -> str | None:
        return path if path is None or "://" in path else str(folder / path)

    return Plan(
        watch=replace(plan.watch, ledger=at(plan.watch.ledger)),
        source=tuple(replace(source, folder=at(source.folder)) for source in plan.source),
        alert=tuple(replace(alert, file=at(alert.file)) for alert in plan.alert),
    )


def _allowed(message: str) -> str:
    """The keys of the table that a message points at."""
    for place, kind in (("$.watch", Manners), ("$.source", Source), ("mail", Mail), ("$.alert", Alert)):
        if place in message:
            return ", ".join(kind.__struct_fields__)
    return ", ".join(Plan.__struct_fields__)


def _check(plan: Plan, where: str) -> None:
    if not plan.source:
        raise SaringError("empty", where, "nothing to watch", "[[source]] with feed, sitemap or folder")
    names: set[str] = set()
    for source in plan.source:
        place = f"{where}, source {source.name}"
        _one_of(place, {"feed": source.feed, "sitemap": source.sitemap, "folder": source.folder})
        _pattern(source.only, place)
        if source.name in names:
            raise SaringError("bad_type", place, "two sources have that name", "a name for each")
        names.add(source.name)
    for number, alert in enumerate(plan.alert, start=1):
        place = f"{where}, alert {alert.name or number}"
        _one_of(place, {"webhook": alert.webhook, "file": alert.file, "mail": alert.mail})
        if alert.on == "new_dealing" and not alert.verdicts:
            raise SaringError("empty", place, "no verdict would ever call", ", ".join(VERDICTS))
    numbers: dict[str, float] = {
        "every": plan.watch.every,
        "timeout": plan.watch.timeout,
        "most_items": plan.watch.most_items,
    }
    for name, value in numbers.items():
        if value <= 0:
            raise SaringError("bad_type", f"{where}, watch.{name}", f"{value} is not above 0", "a number above 0")


def _one_of(where: str, given: dict[str, object]) -> None:
    if sum(value is not None for value in given.values()) != 1:
        raise SaringError("bad_type", where, "needs exactly one of them", ", ".join(given))


def _pattern(pattern: str | None, where: str) -> None:
    try:
        re.compile(pattern or "")
    except re.error as problem:
        raise SaringError("bad_type", f"{where}, only", f"{pattern!r} is no pattern: {problem}") from None
