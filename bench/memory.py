"""How memory grows: trade tables from 10³ to 10⁷ rows, documents from 1 to 10⁵, each in a process of its own.

The tables are swept from Parquet to Parquet; the documents are our annotated articles, read and judged one after
another, with a short notice between them that names no partner, as a feed would bring them. Growth that follows the
input would be a leak: the peak of the largest run may be at most twice that of the middle one.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import Figure, Part, hand_over, shown

ROOT = Path(__file__).resolve().parent
ROWS = (1_000, 100_000, 1_000_000, 10_000_000)
DOCUMENTS = (1, 1_000, 10_000, 100_000)
MOST = 2.0
_TABLE = """
import random, sys
import polars as pl
rows, path = int(sys.argv[1]), sys.argv[2]
codes = ["0303", "2701", "8703", "6204", "9303", "2709", "0808", "9205"]
chosen = pl.Series(codes).sample(min(rows, 100_000), with_replacement=True, seed=7)
days = pl.Series(["202401", "201703", "201612", "202507"]).sample(min(rows, 100_000), with_replacement=True, seed=8)
frame = pl.DataFrame({"reporterISO": "CHN", "partnerISO": "PRK", "flowCode": "M", "cmdCode": chosen, "period": days,
                      "classificationCode": "H5", "primaryValue": 1000.0})
times = max(1, rows // frame.height)
pl.concat([frame] * times, rechunk=False).write_parquet(path, row_group_size=100_000)
"""
_READ = """
import sys
from pathlib import Path
from saring.documents import open_text
from saring.river import check
many, folder = int(sys.argv[1]), Path(sys.argv[2])
texts = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))]
notice = "The harbour office of the town will be closed on Monday. Notice number {}."
for number in range(many):
    whole = number % 100 == 0
    text = texts[number // 100 % len(texts)] if whole else notice.format(number)
    check(open_text(text, source="-"))
"""
_PEAK = "\nprint(next(l.split()[1] for l in open('/proc/self/status') if l.startswith('VmHWM')))\n"


def peak(program: str, *given: str) -> float:
    """Mebibytes at the peak of a program of its own."""
    done = subprocess.run([sys.executable, "-c", program + _PEAK, *given], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"memory: {done.stderr[-800:]}")
    return int(done.stdout.split()[-1]) / 1024


def swept(rows: int, folder: Path) -> float:
    """The peak of a sweep of so many rows, all of them with the partner."""
    table = folder / f"{rows}.parquet"
    subprocess.run([sys.executable, "-c", _TABLE, str(rows), str(table)], check=True)
    found = peak(
        "import sys\nfrom saring.apps.cli import saring\n"
        "saring.main(['sweep', sys.argv[1], '-o', sys.argv[2]], standalone_mode=False)\n",
        str(table),
        str(folder / "out.parquet"),
    )
    table.unlink()
    return found


def main() -> int:
    """Measure, print, and hold the limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--rows", type=int, default=ROWS[-1], help="at most so many rows (default: %(default)s)")
    parser.add_argument("--documents", type=int, default=DOCUMENTS[-1], help="at most so many (default: %(default)s)")
    options = parser.parse_args()
    texts = ROOT / "open" / "reading" / "texts"
    with tempfile.TemporaryDirectory() as folder:
        rows = {n: swept(n, Path(folder)) for n in ROWS if n <= options.rows}
    read = {n: peak(_READ, str(n), str(texts)) for n in DOCUMENTS if n <= options.documents}
    found = [Figure(f"peak, {n:,} rows swept", value, "MiB") for n, value in rows.items()]
    found += [Figure(f"peak, {n:,} documents", value, "MiB") for n, value in read.items()]
    for name, peaks in (("rows", rows), ("documents", read)):
        if len(peaks) >= 3:
            last, middle = list(peaks.values())[-1], list(peaks.values())[-2]
            found.append(
                Figure(f"growth over the last step of {name}", last / middle, "x", limit=MOST, against="a tenth")
            )
    for figure in found:
        print(shown(figure))
    hand_over(options.json, Part("memory", tuple(found)))
    return 0 if all(figure.holds for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
