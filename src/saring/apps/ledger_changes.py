"""The commands of `saring ledger` that write: corrections, judging again, export and import."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from saring.apps.complaints import Complaints
from saring.apps.ledger_options import (
    db_option,
    filter_options,
    filters_of,
    form_option,
    lang_of_lines,
    opened,
    output_option,
    person_options,
)
from saring.apps.options import lists_option, screen_of

if TYPE_CHECKING:
    from saring.ledger import Corrected, Ledger
    from saring.model import Dealing, Determination, FactValue, Screen

KEYS = ("kind", "status", "polarity", "role", "from", "to", "also_from", "also_to", "date", "what", "goods", "vessels")
MANY = ("also_from", "also_to", "vessels")


@click.command(short_help="Confirm an event.")
@click.argument("event")
@person_options
def confirm(event: str, db: str | None, form: str, who: str, why: str) -> None:
    """Say that an event is as told."""
    _correct(db, form, event, who, why, "confirm")


@click.command(short_help="Reject an event.")
@click.argument("event")
@person_options
def reject(event: str, db: str | None, form: str, who: str, why: str) -> None:
    """Say that an event is none; it stays, but is listed and counted no more unless asked for."""
    _correct(db, form, event, who, why, "reject")


@click.command(short_help="Take back a confirmation or rejection.")
@click.argument("event")
@person_options
def reopen(event: str, db: str | None, form: str, who: str, why: str) -> None:
    """Take back a confirmation or rejection, by a further entry."""
    _correct(db, form, event, who, why, "reopen")


@click.command("set", short_help="Set a fact or key of an event, and judge it again.")
@click.argument("event")
@click.argument("values", nargs=-1, required=True, metavar="NAME=VALUE…")
@person_options
@lists_option
def set_values(
    event: str, values: tuple[str, ...], db: str | None, form: str, who: str, why: str, lists: str | None
) -> None:
    """Set facts of the law (committee_approval=true) or keys (date=2025-07-20, to=RU, goods=2701) and judge again.

    Several values stand with commas between them. NAME= takes a fact or key away.
    """
    facts, keys = _named(values)
    judge = judge_with(lists, None)
    _correct(db, form, event, who, why, "set", facts=facts, keys=keys, judge=judge)


@click.command(short_help="Take the reports of other events into one.")
@click.argument("event")
@click.argument("others", nargs=-1, required=True, metavar="OTHER…")
@person_options
def merge(event: str, others: tuple[str, ...], db: str | None, form: str, who: str, why: str) -> None:
    """Say that other events are this one."""
    _correct(db, form, event, who, why, "merge", events=others)


@click.command(short_help="Let reports leave an event for a new one.")
@click.argument("event")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT…")
@person_options
def split(event: str, reports: tuple[str, ...], db: str | None, form: str, who: str, why: str) -> None:
    """Say that some reports of an event tell another one."""
    _correct(db, form, event, who, why, "split", reports=reports)


def _correct(db: str | None, form: str, event: str, who: str, why: str, action: Any, **further: Any) -> None:
    from saring.apps.ledger_lines import teller
    from saring.apps.ledger_output import put, put_one

    with opened(db) as kept:
        done: Corrected = kept.correct(event, who, why, action, **further)
    if form == "csv":
        put(done.events, form, None, list)
    else:
        put_one(done, form, None, lambda: [*teller().events(done.events), teller().made(done.entry)])


def _named(values: tuple[str, ...]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Facts and keys of what was written; a name that is neither is an error that lists what is."""
    from saring.law import load
    from saring.model import SaringError

    known = load().facts
    facts: dict[str, Any] = {}
    keys: dict[str, Any] = {}
    for given in values:
        name, equals, words = given.partition("=")
        if not equals:
            raise SaringError("bad_type", given, "there is no = in it", "NAME=VALUE, such as to=RU")
        if name in KEYS:
            keys[name] = _key(name, words)
        elif name in known:
            facts[name] = _fact(name, known[name].type, words)
        else:
            raise SaringError("unknown_fact", name, "it is no key and no fact", ", ".join((*KEYS, *sorted(known))))
    return facts, keys


def _key(name: str, words: str) -> Any:
    if not words:
        return None
    if name == "goods":
        return [{"hs": _items(words)}]
    return _items(words) if name in MANY else words


def _items(words: str) -> list[str]:
    return [item.strip() for item in words.split(",") if item.strip()]


def _fact(name: str, sort: str, words: str) -> FactValue | None:
    from saring.model import SaringError

    if not words:
        return None
    if sort == "truth":
        if words not in ("true", "false"):
            raise SaringError("bad_type", name, f"{words!r} is neither true nor false", "true, false")
        return words == "true"
    if sort == "number":
        try:
            return float(words) if "." in words else int(words)
        except ValueError:
            raise SaringError("bad_type", name, f"{words!r} is no number", "a number") from None
    return _items(words) if sort == "text-list" else words


def judge_with(lists: str | None, as_of: str | None) -> Callable[[Dealing], Determination]:
    """Today's law on a dealing, comparing names with installed lists where asked."""
    from saring import river

    screen: Screen | None = screen_of(lists, as_of)

    def judge(dealing: Dealing) -> Determination:
        return river.judged(river.completed(dealing), as_of, "en", screen)[0]

    return judge


@click.command(short_help="Judge everything again by today's lawbook.")
@db_option
@form_option()
@filter_options
@click.option("--dry-run", is_flag=True, help="Only list what would move.")
@click.option("--who", metavar="NAME", default="", help="Who asked for it (needed unless --dry-run).")
@click.option("--why", metavar="TEXT", default="", help="The reason (needed unless --dry-run).")
@lists_option
def rejudge(
    db: str | None, form: str, dry_run: bool, who: str, why: str, lists: str | None, **given: Any
) -> int:  # fmt: skip
    """Judge every kept event by today's lawbook and list what moved; what moved is kept as entries."""
    from saring.apps.ledger_lines import teller
    from saring.apps.ledger_output import put, put_one
    from saring.model import SaringError

    complaints = Complaints(as_json=form == "json")

    def as_of(dealing: Dealing, day: str) -> Determination:
        return judge_with(lists, day)(dealing)

    with opened(db) as kept:
        done = kept.rejudge(
            judge_with(lists, None), who=who, why=why, filters=filters_of(given), judge_as_of=as_of, keep=not dry_run
        )  # fmt: skip
    for each in done.failed:
        complaints.say(SaringError("unreadable", each.event, each.message))
    if form == "csv":
        put(done.moved, form, None, list)
    else:
        put_one(done, form, None, lambda: teller().moved(done))
    return complaints.exit_code


@click.command(short_help="Write everything as JSON Lines, or the events as CSV.")
@db_option
@output_option
@click.option("--format", "form", type=click.Choice(["json", "csv"]), default="json", show_default=True)
def export(db: str | None, form: str, output: str | None) -> None:
    """Write everything as JSON Lines, which `saring ledger import` restores exactly; or all events as CSV."""
    from saring.apps.ledger_output import put, put_bytes

    with opened(db) as kept:
        if form == "csv":
            put(kept.events(limit=None), form, output, list)
        else:
            put_bytes(kept.export(), output)


@click.command("import", short_help="Take over an export, or reports of saring check --format json.")
@db_option
@lang_of_lines
@click.argument("file", metavar="FILE|-")
def import_file(file: str, db: str | None) -> None:
    """Take over an export of another ledger, or what `saring check --format json` wrote; again changes nothing."""
    from saring.apps.determine_command import opened as opened_file
    from saring.apps.ledger_lines import teller
    from saring.ledger import open_ledger

    with opened_file(file) as stream, open_ledger(db) as kept:
        first = stream.readline()
        if b'"saring_ledger"' in first:
            done = kept.import_from(_after(first, stream))
            counts = {name: getattr(done, name) for name in ("restored", "recorded", "corrected", "skipped")}
            said = teller().said("restored", **counts), teller().said("head", head=done.head)
            sys.stdout.write("".join(f"{line}\n" for line in said))
        else:
            _import_report(kept, first + stream.read(), file)


def _after(first: bytes, stream: Any) -> Iterator[bytes]:
    yield first
    yield from stream


def _import_report(kept: Ledger, raw: bytes, file: str) -> None:
    import msgspec

    from saring.apps.ledger_lines import teller
    from saring.model import Checked, SaringError

    try:
        report = msgspec.json.decode(raw, type=dict[str, Any])
        told = [each for each in report["documents"] if "error" not in each]
        documents = [(each, None) for each in msgspec.convert(told, list[Checked])]
    except (msgspec.MsgspecError, KeyError, TypeError) as error:
        allowed = "an export of saring ledger export, or the object of saring check --format json"
        raise SaringError("bad_json", file, str(error), allowed) from None
    for done in kept.record_many(documents):
        form = "recorded_new" if done.new else "recorded_old"
        sys.stdout.write(teller().said(form, source=done.source, reports=len(done.placed)) + "\n")


COMMANDS = (confirm, reject, reopen, set_values, merge, split, rejudge, export, import_file)
