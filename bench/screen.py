"""Screening measured: 100,000 names, distinct bent questions, one core; recall and speed against peers.

The haystack is every name in ../shared/inputs/lists, filled up with generated persons, firms and ships; without that
folder it is generated alone, and the run says so. One party on several lists is one answer. A question that, once bent,
fits another party just as well (same words, or the same spelling in the other script) is not asked; how many there were
is printed. Speed is questions a second of CPU time of this process (it has one thread), the median of sixteen blocks,
since neighbours on a shared machine slow single ones. Exit 1 when a floor does not hold; the last line is
the figures as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

from figures import Figure, Part, hand_over
from saring.model import SaringError
from saring.screening.entry import Alias, Listed, ListFile
from saring.screening.lists import read
from saring.screening.search import Screener
from screen_names import KINDS, ROOT, Party, bend, generated, plain
from screen_peers import peers

FLOORS = {"recall_at_5": 0.985, "recall_at_1": 0.94, "queries_per_second": 5000.0}
BLOCKS = 16  # the questions are timed in so many blocks
SHARED = Path(os.environ.get("SARING_SHARED", ROOT.parent / "shared")) / "inputs" / "lists"
BESIDE = ("alt.csv", "add.csv", "comments.csv", ".pdf")  # read with their chief table, or a twin of another file


def listed() -> list[ListFile]:
    """The real lists, or none where the folder is absent."""
    if not SHARED.is_dir():
        return []
    files = []
    for path in sorted(SHARED.iterdir()):
        if not path.name.endswith(BESIDE):
            try:
                files.append(read(path))
            except SaringError as failure:
                print(f"screen: left out: {failure}", file=sys.stderr)
    return files


def keys_of(files: list[ListFile]) -> dict[tuple[str, str], str]:
    """The party of every entry: entries that share a full name or an id are one."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for entry in (e for f in files for e in f.entries):
        own = root(f"{entry.list} {entry.id}")
        for alias in entry.names:
            words = plain(alias.name)
            if not alias.weak and len(words.split()) > 1:
                parent[root("name " + words)] = own
                own = root(own)
    return {(e.list, e.id): root(f"{e.list} {e.id}") for f in files for e in f.entries}


def haystack(size: int) -> tuple[list[ListFile], dict[tuple[str, str], str], list[Party]]:
    """Lists with real and generated entries, the party of each, and the parties with their names."""
    files = listed()
    keys = keys_of(files)
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in (e for f in files for e in f.entries):
        for alias in entry.names:
            names[keys[entry.list, entry.id]][alias.name] = None
    distinct = {n for found in names.values() for n in found}
    if len(distinct) > size:  # a short run: whole parties, drawn by lot
        keep: set[str] = set()
        draw = random.Random(3)  # noqa: S311 - repeatable, not secret
        order = sorted(names)
        draw.shuffle(order)
        while sum(len(names[k]) for k in keep) < size * 0.6:
            keep.add(order.pop())
        names = defaultdict(dict, {k: v for k, v in names.items() if k in keep})
        files = [_kept(f, keys, keep) for f in files]
        distinct = {n for found in names.values() for n in found}
    filler = generated(size - len(distinct), distinct)
    entries = tuple(Listed("GEN", p.key, "unknown", tuple(map(Alias, p.names))) for p in filler)
    files.append(ListFile("GEN", "generated", "bench", "2026-01-01", "2026-01-01", "0" * 64, entries))
    keys |= {("GEN", p.key): p.key for p in filler}
    parties = [Party(k, tuple(names[k])) for k in sorted(names)] + filler
    print(f"haystack: {len(distinct)} real names of {len(names)} parties, {len(filler)} generated names")
    return files, keys, parties


def _kept(file: ListFile, keys: dict[tuple[str, str], str], keep: set[str]) -> ListFile:
    entries = tuple(e for e in file.entries if keys[e.list, e.id] in keep)
    return ListFile(file.name, file.form, file.source, file.date, file.added, file.sha256, entries)


def questions(parties: list[Party], count: int, seed: int) -> list[tuple[str, str, str]]:
    """Distinct (question, kind, party), the same number of each kind, and none that fits another party as well."""
    draw = random.Random(seed)  # noqa: S311 - repeatable, not secret
    holders: dict[str, set[str]] = defaultdict(set)
    by_word: dict[str, set[str]] = defaultdict(set)
    turned: dict[tuple[str, str], set[str]] = defaultdict(set)
    for party in parties:
        for name in party.names:
            holders[plain(name)].add(party.key)
            for word in plain(name).split():
                by_word[word].add(party.key)
            for kind in ("cyrillic", "hangul"):
                other = bend(name, kind, draw)
                if other:
                    turned[kind, plain(other)].add(party.key)
    asked: dict[str, tuple[str, str, str]] = {}
    unfair = 0
    for kind in KINDS:
        wanted, tries = count // len(KINDS), 0
        while wanted and tries < count * 40:
            tries += 1
            party = draw.choice(parties)
            name = draw.choice(party.names)
            if not name.isascii() or len(plain(name).split()) < 2 or len(name) > 80:
                continue
            bent = bend(name, kind, draw)
            if bent is None or bent in asked:
                continue
            if _unfair(bent, kind, party.key, holders, by_word, turned):
                unfair += 1
                continue
            asked[bent] = (bent, kind, party.key)
            wanted -= 1
    print(f"questions: {len(asked)} distinct; {unfair} left out because they fit another party as well")
    found = list(asked.values())
    draw.shuffle(found)
    return found


def _unfair(
    bent: str, kind: str, key: str, holders: dict[str, set[str]], by_word: dict[str, set[str]],
    turned: dict[tuple[str, str], set[str]],
) -> bool:  # fmt: skip
    """Whether a bent name names another party as well."""
    if holders.get(plain(bent), set()) - {key}:
        return True
    if kind in ("cyrillic", "hangul"):
        return bool(turned[kind, plain(bent)] - {key})
    if kind == "missing":
        found = [by_word[w] for w in plain(bent).split()]
        return len(set.intersection(*found)) > 1 if found else True
    return False


def measure(
    ask: Callable[[str], list[str]], queries: list[tuple[str, str, str]]
) -> tuple[float, float, float, dict[str, tuple[int, int, int]]]:
    """Queries a second of CPU time (median of blocks), recall at 1 and at 5, and per kind (asked, first, in five)."""
    kinds: dict[str, list[int]] = {k: [0, 0, 0] for k in KINDS}
    answers: list[list[str]] = []
    paces: list[float] = []
    size = max(1, len(queries) // BLOCKS)
    for first in range(0, len(queries), size):
        block = queries[first : first + size]
        start = process_time()
        answers += [ask(query) for query, _, _ in block]
        paces.append(len(block) / max(process_time() - start, 1e-9))
    for (_, kind, key), found in zip(queries, answers, strict=True):
        distinct = list(dict.fromkeys(found))
        kinds[kind][0] += 1
        kinds[kind][1] += key in distinct[:1]
        kinds[kind][2] += key in distinct[:5]
    total = [sum(k[i] for k in kinds.values()) for i in range(3)]
    per = {k: (v[0], v[1], v[2]) for k, v in kinds.items()}
    return median(paces), total[1] / total[0], total[2] / total[0], per


def main() -> int:
    """Run the measurement and compare it with the floors."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--names", type=int, default=100_000, help="size of the haystack")
    options.add_argument("--queries", type=int, default=16_000, help="number of questions")
    options.add_argument("--peers", type=int, default=800, help="questions put to the peers; 0 leaves them out")
    options.add_argument("--seed", type=int, default=5)
    options.add_argument("--json", type=Path, help="write the figures to this file")
    given = options.parse_args()
    files, keys, parties = haystack(given.names)
    start = process_time()
    screener = Screener(files)
    built = process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"index: {built:.1f} s CPU, {memory} MB in all")
    party_of = [keys[e.list, e.id] for e in screener.entries]
    queries = questions(parties, given.queries, given.seed)
    speed, first, five, kinds = measure(lambda q: [party_of[p] for p in screener.ranked(q, 25)], queries)
    print(f"{'kind':12}{'asked':>7}{'@1':>8}{'@5':>8}")
    for kind, (asked, one, all_five) in kinds.items():
        print(f"{kind:12}{asked:7}{one / max(asked, 1):8.3f}{all_five / max(asked, 1):8.3f}")
    start = process_time()
    for query, _, _ in queries[:4000]:
        screener.search(query, limit=5)
    explained = min(len(queries), 4000) / (process_time() - start)
    figures: dict[str, object] = {
        "queries_per_second": round(speed), "recall_at_1": round(first, 4), "recall_at_5": round(five, 4),
        "with_reasons_per_second": round(explained), "names": given.names, "queries": len(queries),
        "real_lists": len(files) > 1,
    }  # fmt: skip
    print(f"saring: {speed:.0f} queries/s, recall@1 {first:.4f}, recall@5 {five:.4f}")
    if given.peers:
        figures["peers"] = {}
        for name, ask, some in peers(parties, given.peers):
            peer = measure(ask, queries[:some])
            print(f"{name}: {peer[0]:.1f} queries/s, recall@1 {peer[1]:.4f}, recall@5 {peer[2]:.4f} ({some} questions)")
            figures["peers"][name] = [round(peer[0], 1), round(peer[1], 4), round(peer[2], 4)]  # type: ignore[index]
    missed = [k for k, floor in FLOORS.items() if float(str(figures[k])) < floor]
    figures["missed"] = missed
    if len(files) == 1:
        print("no ../shared/inputs/lists: this run is on generated names alone")
    print(json.dumps(figures))
    held = [Figure(f"screening: {name}", float(str(figures[name])), floor=floor) for name, floor in FLOORS.items()]
    beside = figures.get("peers")
    for name, peer in (beside if isinstance(beside, dict) else {}).items():
        held.append(Figure(f"screening: speed beside {name}", speed / max(peer[0], 0.01), "x", against=name))
        held.append(Figure(f"screening: recall@5 less that of {name}", five - peer[2], "share", against=name))
    left = () if len(files) > 1 else ("real lists: ../shared/inputs/lists is absent; generated names alone",)
    hand_over(given.json, Part("screening", tuple(held), left_out=left))
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
