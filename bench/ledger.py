"""What the ledger costs on SQLite: recording, and asking among 100,000 recorded dealings.

Prints each figure with its floor or limit and exits with 1 when one does not hold. Recording is measured twice: in
batches of 100 documents a transaction (each document is acknowledged once its transaction is kept), where the floor
is, and one by one. Asking is measured as the median of several answers on one core; the graph is asked with its
parties. Times are wall times, or CPU times with --cpu, for a machine that others use too.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any

import msgspec

from figures import Figure, Part, hand_over, shown
from saring.apps.api import check
from saring.ledger import Filters, Ledger, open_ledger
from saring.model import Checked, Dealing, Good, Mention, Quote

FLOOR = 500.0  # documents a second
LIMIT = 0.200  # seconds
EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "coal-ship-seized.txt"
KINDS = ("goods", "goods", "goods", "goods", "labour", "transport", "arms", "diplomacy", "finance")
HEADINGS = [f"{chapter:02}{heading:02}" for chapter in range(1, 90) if chapter != 77 for heading in range(1, 9)]
SIDES = ("KP", "RU", "CN", "VN")
LANGUAGES = ("en", "id", "ru", "ko")


def documents(many: int) -> list[tuple[Checked, str]]:
    """Checked documents with two dealings each; every tenth report tells an event that another one told."""
    chance = random.Random(8)  # noqa: S311 - the same documents in every run
    checked = check(EXAMPLE)
    made: list[tuple[Checked, str]] = []
    earlier: list[Dealing] = []
    for n in range(many):
        told = []
        for k in range(2):
            model = checked.dealings[k % len(checked.dealings)]
            if earlier and chance.random() < 0.1:
                model = chance.choice(earlier[-5000:])
            else:
                model = _new(model, chance)
                earlier.append(model)
            quote = (
                f"Report {n}: officials said that cargo {chance.randrange(10**6)} crossed the border on {model.date}."
            )
            told.append(msgspec.structs.replace(model, id=f"d{k + 1}", evidence=Quote(0, len(quote), quote)))
        text = "\n".join(str(each.evidence.quote if each.evidence else "") for each in told) * 8
        about = msgspec.structs.replace(
            checked, source=f"report-{n}.txt", sha256=sha256(str(n).encode()).hexdigest(), dealings=tuple(told),
            language=chance.choice(LANGUAGES), title=f"Report {n}",
        )  # fmt: skip
        made.append((about, text))
    return made


def _new(model: Dealing, chance: random.Random) -> Dealing:
    day = dt.date(2016, 1, 1) + dt.timedelta(days=chance.randrange(3600))
    sender, receiver = chance.sample(SIDES, 2)
    heading = chance.choice(HEADINGS)
    party = Mention(words=f"Firm {chance.randrange(3000)}", country=chance.choice(SIDES))
    return msgspec.structs.replace(
        model, kind=chance.choice(KINDS), from_=sender, to=receiver, date=day.isoformat(), when=None, amount=None,
        what=f"goods {heading}", goods=(Good(words="goods", hs=(heading,)),), parties=(party,),
    )  # fmt: skip


def questions(ledger: Ledger) -> dict[str, Callable[[], Any]]:
    """What is asked, by name."""
    goods = Filters(kind="goods", verdict="prohibited", country="VN")
    return {
        "list, newest": ledger.events,
        "list, filtered": lambda: ledger.events(goods),
        "list, deep page": lambda: ledger.events(offset=60_000),
        "count, filtered": lambda: ledger.count(goods),
        "search, common words": lambda: ledger.search("officials cargo"),
        "search, rare word": lambda: ledger.search("cargo 777"),
        "search, common word, rare filter": lambda: ledger.search("officials", Filters(goods="8908", country="VN")),
        "timeline": ledger.timeline,
        "timeline, one country": lambda: ledger.timeline(filters=Filters(country="VN")),
        "graph": ledger.relations,
        "graph, two countries": lambda: ledger.relations(between=("KP", "RU"), parties=0),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dealings", type=int, default=100_000, help="how many are recorded (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=9, help="answers for each median (default: %(default)s)")
    parser.add_argument("--cpu", action="store_true", help="measure CPU time instead of wall time")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    clock = time.process_time if options.cpu else time.perf_counter
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core
    made = documents(options.dealings // 2 + 300)
    with tempfile.TemporaryDirectory() as folder, open_ledger(f"{folder}/ledger.db") as ledger:
        found = recording(ledger, made, clock)
        kept = ledger.summary()
        print(f"{kept.documents} documents, {kept.reports} reports, {kept.events} events")
        for name, ask in questions(ledger).items():
            found.append(asking(name, ask, options.runs, clock))
    held = all(figure.holds for figure in found)
    for figure in found:
        print(shown(figure))
    hand_over(options.json, Part("ledger", tuple(found)))
    print(f"ledger: {'all hold' if held else 'A FIGURE DOES NOT HOLD'} ({'CPU' if options.cpu else 'wall'} time)")
    return 0 if held else 1


def recording(ledger: Ledger, made: list[tuple[Checked, str]], clock: Callable[[], float]) -> list[Figure]:
    """Documents a second in batches and one by one, from a warm process."""
    warm, single, rest = made[:100], made[100:300], made[300:]
    list(ledger.record_many(warm))
    speeds = []
    begun = clock()
    for each, text in single:
        ledger.record(each, text=text)
    speeds.append(len(single) / (clock() - begun))
    begun = clock()
    done = sum(answer.new for answer in ledger.record_many(rest))
    speeds.append(done / (clock() - begun))
    return [
        Figure("ledger: recording, a transaction each", speeds[0], "documents/s"),
        Figure("ledger: recording, 100 in a transaction", speeds[1], "documents/s", floor=FLOOR),
    ]


def asking(name: str, ask: Callable[[], Any], runs: int, clock: Callable[[], float]) -> Figure:
    """The median time of one question."""
    times = []
    for _ in range(runs + 1):
        begun = clock()
        ask()
        times.append(clock() - begun)
    return Figure(f"ledger: {name}", 1000 * median(times[1:]), "ms", limit=1000 * LIMIT)


if __name__ == "__main__":
    sys.exit(main())
