"""`saring watch`: visit feeds, sitemaps and folders again and again, or once, and send alerts by rule. Uses the network."""

from __future__ import annotations

import signal
import sys
import threading
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from saring.apps.complaints import DONE, SOME_UNUSABLE, Complaints

if TYPE_CHECKING:
    from saring.apps.watching.rounds import Tally, Watch

_WORDS = Path(__file__).with_name("watching") / "words"


@click.command(short_help="Visit feeds, sitemaps and folders, and tell what is new.")
@click.argument("plan", metavar="FEEDS.toml")
@click.option("--once", is_flag=True, help="One round, then end: exit 1 when a source was in trouble.")
@click.option("--now", "impatient", is_flag=True, help="Visit those sources too that wait after a failure.")
@click.option(
    "--lang", type=click.Choice(["en", "id"]), help="Language of alerts and of what is said; else that of FEEDS.toml."
)
@click.option("--memory", metavar="FILE", help="Where to remember what was seen; else beside FEEDS.toml.")
def watch(plan: str, memory: str | None, lang: str | None, *, once: bool, impatient: bool) -> int:
    """Visit what FEEDS.toml names, check what is new, and send the alerts that it asks for.

    Each alert goes to standard output too, as a JSON line. Uses the network, with the time limits of FEEDS.toml; only
    public addresses unless the file allows others.
    """
    from msgspec.structs import replace

    from saring.apps.watching.memory import Memory
    from saring.apps.watching.plan import read_plan
    from saring.apps.watching.rounds import Watch, default_memory

    path = Path(plan)
    told = read_plan(path)
    if lang is not None:
        told = replace(told, watch=replace(told.watch, lang=lang))
    complaints = Complaints(as_json=False)
    kept = Memory(Path(memory) if memory else default_memory(path))
    try:
        work = Watch(told, kept, say=complaints.say, tell=_tell)
        lang = told.watch.lang
        if once:
            return _once(work, lang, impatient=impatient)
        return _on(work, told.watch.every, lang, impatient=impatient)
    finally:
        kept.close()


def _once(work: Watch, lang: str, *, impatient: bool) -> int:
    tally = work.round(impatient=impatient)
    _report(tally, lang)
    return SOME_UNUSABLE if tally.troubled or tally.failed or tally.waiting else DONE


def _on(work: Watch, every: float, lang: str, *, impatient: bool) -> int:
    """Rounds until somebody asks to stop; the item at hand is finished first."""
    woken = threading.Event()

    def stop(*_: object) -> None:
        work.stop()
        woken.set()

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, stop)
    while not work.stopped:
        _report(work.round(impatient=impatient), lang)
        impatient = False
        woken.wait(every)
    return DONE


def _tell(body: str) -> None:
    sys.stdout.write(body + "\n")
    sys.stdout.flush()


def _report(tally: Tally, lang: str) -> None:
    words = round_words(lang)
    told = words["round"].format(
        read=tally.read, failed=tally.failed, dealings=tally.dealings, sent=tally.sent, waiting=tally.waiting
    )
    if tally.troubled:
        told += f"; {words['troubled'].format(sources=', '.join(tally.troubled))}"
    sys.stderr.write(f"saring: watch: {told}\n")
    sys.stderr.flush()


def round_words(lang: str) -> dict[str, str]:
    """What is said of a round, by key, in a language."""
    return tomllib.loads((_WORDS / f"{lang}.toml").read_text(encoding="utf-8"))
