"""What a sweep costs beside reading the file: rows a second from Parquet to verdict and provisions of every row.

Ten million synthetic rows at 1 % and at 100 % partner rows; one thread each, CPU time, best of five, sides in turn.
Against (a) DuckDB's scan of the same columns with a hash of each, summed, so that neither statistics nor equal pairs
answer it; the same scan with the hashes folded by exclusive or ("light scan", less work for DuckDB) and Polars' own
decode, which is the goal, stand beside it in the figures without a floor; (b) the law as hand-written DuckDB SQL
with one equi-join per code length, (c) GoRules zen-engine on a sample; and again with 2,000 rules. Then 100 million
rows are read, judged and written, and the peak of memory is taken. Exit code 1 when a floor does not hold.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ["POLARS_MAX_THREADS"] = "1"

import polars as pl

from figures import Figure, Part, hand_over
from saring.findings.codes import match
from saring.goods.editions import codes
from saring.law import load
from saring.measures import Block, Goods, Lawbook, Measure, Period
from saring.sweep.columns import columns_of
from saring.sweep.deciding import WAYS
from saring.sweep.judging import Judge
from saring.sweep.layout import recognise
from saring.sweep.table import WAY_COUNT, DecisionTable, decision_table

FLOORS = {
    "scan at 1 %": 2.0,
    "scan at 100 %": 0.6,
    "SQL at 100 %": 6.0,
    "zen at 100 %": 1000.0,
    "2,000 rules": 0.8,
}
PEAK = 1024  # MiB
M49 = (
    4, 8, 12, 24, 32, 36, 40, 50, 56, 76, 100, 104, 116, 124, 156, 170, 191, 196, 203, 208, 233, 246, 251, 276, 300, 344, 348,
    360, 372, 376, 381, 392, 398, 410, 418, 428, 440, 442, 446, 458, 484, 496, 504, 528, 554, 566, 579, 586, 604, 608,
    616, 620, 642, 643, 682, 688, 699, 702, 703, 704, 705, 710, 724, 752, 757, 764, 784, 792, 804, 818, 826, 842, 858, 860,
)  # fmt: skip


def synthetic(path: Path, rows: int, share: float) -> None:
    """A table as UN Comtrade's interface has it: months of 2010 to 2024, six-digit codes of HS 2022 as text.

    No side is the partner of a second situation: the hand-written SQL knows one.
    """
    six = [code for code in sorted(codes()) if len(code) == 6]
    periods = [year * 100 + month for year in range(2010, 2025) for month in range(1, 13)]
    flows = ["M"] * 10 + ["X"] * 8 + ["RX", "RM"]

    def drawn(values: Any, seed: int) -> pl.Series:
        return pl.Series(values).sample(rows, with_replacement=True, seed=seed)

    partner = pl.Series(range(rows), dtype=pl.UInt32).shuffle(seed=5) < int(rows * share)
    table = pl.DataFrame(
        {
            "period": drawn(periods, 1).cast(pl.Int32),
            "reporterCode": drawn(M49, 2).cast(pl.Int16),
            "flowCode": drawn(flows, 3),
            "partnerCode": drawn(M49, 4).cast(pl.Int16).set(partner, 408),
            "cmdCode": drawn(six, 6),
            "primaryValue": pl.Series(range(rows)).shuffle(seed=7).cast(pl.Float64) * 1.37,
            "netWgt": pl.Series(range(rows)).shuffle(seed=8).cast(pl.Float64) * 2.1,
        }
    )
    table.write_parquet(path, compression="snappy")


def best(*sides: Callable[[], Any], runs: int = 5) -> list[float]:
    """The least CPU seconds of each side, measured in turn; one run of each is thrown away."""
    found: list[list[float]] = [[] for _ in sides]
    for _ in range(runs + 1):
        for place, side in zip(found, sides, strict=True):
            gc.collect()
            start = time.process_time()
            kept = side()
            place.append(time.process_time() - start)
            del kept
    return [min(place[1:]) for place in found]


# --- the others --------------------------------------------------------------------------------------------------


def duck() -> Any:
    import duckdb

    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    return connection


def scan(connection: Any, path: Path, needed: list[str], form: str) -> Callable[[], Any]:
    query = f"SELECT {', '.join(form.format(column) for column in needed)} FROM read_parquet('{path}')"  # noqa: S608
    return lambda: connection.execute(query).fetchall()


def hand_written(connection: Any, table: DecisionTable) -> str:
    """The law as an analyst would write it: one table for codes of each length, joined on way, code and bucket."""
    places = {2: [], 4: [], 6: []}  # type: dict[int, list[tuple[str, str, str, str, str]]]
    classes = table.decided.classes
    for way in WAYS[:2]:
        for n, date in enumerate(table.dates):
            start = (n * WAY_COUNT + 1 + WAYS.index(way)) * table.code_count
            for place in classes.tree if date else ():
                code = place if len(place) == 6 else classes.below(place)
                answer = table.answers[table.numbers[start + classes.number(code)]]
                places[len(place)].append((way, place, date, str(answer.verdict), " ".join(answer.provisions)))
    for length, rows in places.items():
        frame = pl.DataFrame(rows, schema=["way", "code", "bucket", "verdict", "provisions"], orient="row")
        with tempfile.TemporaryDirectory() as folder:
            frame.write_parquet(Path(folder) / "law.parquet")
            connection.execute(
                f"CREATE OR REPLACE TABLE law{length} AS SELECT way, code, bucket, verdict,"  # noqa: S608
                f" string_split(provisions, ' ') AS provisions FROM read_parquet('{folder}/law.parquet')"
            )
    months = [(y * 100 + m, table.decided.bucket(f"{y}-{m:02d}")) for y in range(2010, 2025) for m in range(1, 13)]
    connection.execute("CREATE OR REPLACE TABLE months (period INTEGER, bucket VARCHAR)")
    connection.executemany("INSERT INTO months VALUES (?, ?)", months)
    return """CREATE OR REPLACE TEMP TABLE judged AS
        WITH rows AS (SELECT CASE WHEN reporterCode <> 408 AND partnerCode <> 408 THEN NULL
            WHEN (reporterCode = 408) = (flowCode IN ('X', 'RX')) THEN 'from_partner' ELSE 'to_partner' END AS way,
            cmdCode, bucket FROM read_parquet('{path}') JOIN months USING (period))
        SELECT coalesce(six.verdict, four.verdict, two.verdict, 'not_covered') AS verdict,
            coalesce(six.provisions, four.provisions, two.provisions, []) AS provisions
        FROM rows
        LEFT JOIN law6 six ON six.way = rows.way AND six.code = cmdCode AND six.bucket = rows.bucket
        LEFT JOIN law4 four ON four.way = rows.way AND four.code = substr(cmdCode, 1, 4) AND four.bucket = rows.bucket
        LEFT JOIN law2 two ON two.way = rows.way AND two.code = substr(cmdCode, 1, 2) AND two.bucket = rows.bucket"""


def zen(book: Lawbook, rows: list[dict[str, Any]]) -> Callable[[], Any]:
    """The bans and ceilings as a decision table of GoRules: flow, code and day, all rules that hit."""
    import zen as gorules

    fields = [("flow", "flow"), ("code", "code"), ("day", "day")]
    rules: list[dict[str, str]] = []
    for rule in (rule for s in book.situations if not s.regime.by_partner for rule in s.rules if rule.measure.goods):
        period, blocks = rule.measure.in_force, rule.measure.goods.blocks if rule.measure.goods else ()
        covered = " or ".join(f"startsWith($, '{code}')" for block in blocks for code in block.codes)
        if not covered:
            continue
        number = period.from_.replace("-", ""), (period.until or "9999-12-31").replace("-", "")
        rules.append(
            {
                "_id": f"r{len(rules)}",
                "flow": f"'{rule.measure.flow}'" if rule.measure.flow != "both" else "",
                "code": covered,
                "day": f"[{number[0]}..{number[1]}]",
                "provision": f"'{rule.id}'",
            }
        )
    inputs = [{"id": name, "name": name, "field": field, "type": "expression"} for name, field in fields]
    content = {
        "hitPolicy": "collect",
        "inputs": inputs,
        "outputs": [{"id": "provision", "name": "provision", "field": "provision", "type": "expression"}],
        "rules": rules,
    }
    model = {
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
            {"id": "law", "name": "law", "type": "decisionTableNode", "content": content, "position": {"x": 1, "y": 0}},
            {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 2, "y": 0}},
        ],
        "edges": [
            {"id": "a", "sourceId": "in", "targetId": "law", "type": "edge"},
            {"id": "b", "sourceId": "law", "targetId": "out", "type": "edge"},
        ],
    }
    decision = gorules.ZenEngine().create_decision(json.dumps(model))
    return lambda: [decision.evaluate(row) for row in rows]


# --- ours --------------------------------------------------------------------------------------------------------


def judge_of(table: DecisionTable, path: Path) -> Judge:
    return Judge(table, recognise(pl.scan_parquet(path).collect_schema().names()))


def with_rules(book: Lawbook, count: int) -> Lawbook:
    """The lawbook with invented bans on single subheadings, in force between days on which the law changes anyhow."""
    import msgspec

    situation = next(s for s in book.of("UN") if not s.regime.by_partner)
    draw = random.Random(1)  # noqa: S311
    six = [code for code in sorted(codes()) if len(code) == 6]
    rules = list(situation.rules)
    pattern = next(r for r in rules if r.measure.goods and r.measure.effect == "prohibit" and not r.measure.when)
    while len(rules) < count:
        code, day = draw.choice(six), draw.choice(situation.boundaries)
        measure = Measure(
            effect="prohibit",
            binding="decides",
            title="invented",
            flow=draw.choice(["from_partner", "to_partner"]),
            in_force=Period(from_=day),
            kinds=("goods",),
            goods=Goods(words="invented", blocks=(Block(codes=(code,), basis="text"),)),
        )
        rules.append(msgspec.structs.replace(pattern, id=f"INVENTED-{len(rules)}", measure=measure))
    larger = msgspec.structs.replace(situation, rules=tuple(rules))
    return msgspec.structs.replace(book, situations=tuple(larger if s is situation else s for s in book.situations))


PROGRAM = """
import sys, polars as pl
from pathlib import Path
from saring.sweep.judging import Judge
from saring.sweep.layout import recognise
from saring.sweep.running import write
from saring.sweep.sweeping import streamed
from saring.sweep.table import decision_table

law, rows = decision_table(), pl.scan_parquet([sys.argv[1]] * 10)
judge = Judge(law, recognise(rows.collect_schema().names()))
write(streamed(rows, judge.judged), Path(sys.argv[2]), ".parquet", law)
# The high-water mark of this program alone: what getrusage gives holds its parent's memory too.
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def hundred_million(path: Path, folder: Path) -> float:
    """Read, judge and write ten times the file as one table, in a process of its own; gives its peak in MiB."""
    target = folder / "judged.parquet"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path), str(target)], check=True, capture_output=True, text=True
    )
    ten, one = (int(pl.scan_parquet(p).select(pl.len()).collect().item()) for p in (target, path))
    if ten != 10 * one:
        raise SystemExit(f"sweep: {ten} rows were written of {10 * one}")
    target.unlink()
    return int(done.stdout) / 1024


# --- all of it ---------------------------------------------------------------------------------------------------


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=10_000_000, help="rows of each table (default: %(default)s)")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="saring-bench-") as name:
        found, peak = measured(Path(name), options.rows)
    held = all(found[key] >= floor for key, floor in FLOORS.items()) and peak <= PEAK
    for key, floor in FLOORS.items():
        print(f"{key:<16} {found[key]:10,.2f} x (floor {floor:g})  {'holds' if found[key] >= floor else 'TOO SLOW'}")
    print(f"peak of memory   {peak:10,.0f} MiB (at most {PEAK})")
    for key in (key for key in found if key not in FLOORS):
        print(f"{key:<19} {found[key]:7,.2f} x (no floor)")
    told = [Figure(f"sweep: {key}", ratio, "x", floor=FLOORS.get(key)) for key, ratio in found.items()]
    hand_over(
        options.json, Part("sweep", (*told, Figure("sweep: peak while 100 M rows are judged", peak, "MiB", limit=PEAK)))
    )
    figures = ", ".join(f"{key} {ratio:,.2f}" for key, ratio in found.items())
    print(f"sweep: {'all floors hold' if held else 'a floor does not hold'}: {figures}, peak {peak:,.0f} MiB")
    return 0 if held else 1


def measured(folder: Path, rows: int) -> tuple[dict[str, float], float]:
    found: dict[str, float] = {}
    table, connection, paths = decision_table(), duck(), {}
    took: dict[str, float] = {}
    for name, share in (("1 %", 0.01), ("100 %", 1.0)):
        path = paths[name] = folder / f"rows{share:g}.parquet"
        synthetic(path, rows, share)
        judge = judge_of(table, path)
        needed = judge.layout.needed
        ours, summed, mixed, decode = best(
            lambda path=path, judge=judge: columns_of(path, judge),  # type: ignore[misc]
            scan(connection, path, needed, "sum(hash({}))"),
            scan(connection, path, needed, "bit_xor(hash({}))"),
            lambda path=path, needed=needed: pl.scan_parquet(path).select(needed).collect(),  # type: ignore[misc]
        )
        found[f"scan at {name}"], took[name] = summed / ours, ours
        found[f"light scan at {name}"], found[f"decode at {name}"] = mixed / ours, decode / ours
        print(
            f"at {name}: ours {rows / ours / 1e6:.0f} M rows/s ({ours:.3f} s); DuckDB scan {summed:.3f} s (sum of hashes),"
            f" {mixed:.3f} s (bit_xor of hashes); Polars decode {decode:.3f} s",
            flush=True,
        )
    path = paths["100 %"]
    query = hand_written(connection, table).format(path=path)
    judge = judge_of(table, path)
    # Alone, since what DuckDB frees in the background would be counted to the side that comes next.
    ours = took["100 %"]
    (sql,) = best(lambda: connection.execute(query))
    same(connection, columns_of(path, judge))
    connection.close()
    found["SQL at 100 %"] = sql / ours
    print(f"hand-written SQL {sql:.2f} s, ours {ours:.3f} s", flush=True)
    found["zen at 100 %"] = beside_zen(path, ours / rows)
    larger = decision_table(with_rules(load(), 2000))
    other = judge_of(larger, path)
    ours, more = best(lambda: columns_of(path, judge), lambda: columns_of(path, other))
    found["2,000 rules"] = ours / more
    print(
        f"with {len(larger.decided.rules):,} rules {more:.3f} s, with {len(table.decided.rules)} {ours:.3f} s",
        flush=True,
    )
    return found, hundred_million(path, folder)


def same(connection: Any, ours: pl.DataFrame) -> None:
    """Both must say the same, or the comparison is worth nothing."""
    theirs = dict(connection.execute("SELECT verdict, count(*) FROM judged GROUP BY verdict").fetchall())
    counted = {str(verdict): rows for verdict, rows in ours["verdict"].value_counts().rows()}
    if theirs != counted:
        raise SystemExit(f"sweep: SQL says {theirs}, the table says {counted}")


def beside_zen(path: Path, each: float) -> float:
    """How many times the CPU time of one of our rows a row of the rule engine takes."""
    book = load()
    some = pl.scan_parquet(path).head(2000).collect()
    sample = [
        {
            "flow": "from_partner" if row["flowCode"] in ("M", "RM") else "to_partner",
            "code": row["cmdCode"],
            "day": row["period"] * 100 + 15,
        }
        for row in some.iter_rows(named=True)
    ]
    evaluate = zen(book, sample)
    told = evaluate()[0]
    listed = [
        rule for s in book.situations for rule in s.rules if match(sample[0]["code"], rule.measure).cover == "decides"
    ]
    (theirs,) = best(evaluate, runs=3)
    print(
        f"zen-engine {theirs / len(sample) * 1e6:.0f} us a row ({len(listed)} rules name the first; it says {told['result']})"
    )
    return theirs / len(sample) / each


if __name__ == "__main__":
    sys.exit(main())
