"""Put the real output of the command named there into the README (`make papers`).

The first page of the report is kept: the table and the first dealings below it, up to a whole block.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = re.compile(r"(<!-- the real output of: (.*?) -->\n```\n)(.*?)(```)", re.DOTALL)
LINES = 45


def first_page(text: str) -> str:
    """The blocks that end within the first lines, and a mark for what is left out."""
    lines = text.splitlines()
    end = max(number for number, line in enumerate(lines[:LINES]) if not line)
    return "\n".join(lines[:end]) + "\n[…]\n"


def main() -> None:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    found = PLACE.search(text)
    if not found:
        raise SystemExit("README.md: the place of the output is gone")
    saring = Path(sys.executable).parent / shlex.split(found[2])[0]
    words = [str(saring), *shlex.split(found[2])[1:]]
    wide = {**os.environ, "COLUMNS": "100"}
    done = subprocess.run(words, cwd=ROOT, env=wide, capture_output=True, text=True, encoding="utf-8", check=True)
    readme.write_text(text[: found.end(1)] + first_page(done.stdout) + text[found.start(4) :], encoding="utf-8")


if __name__ == "__main__":
    main()
