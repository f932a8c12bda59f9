"""Put the real outputs into the papers (`make papers`): the report in the README, and what `console` blocks show.

Of the README's report the first page is kept: the table and the first dealings below it, up to a whole block. An output
that ends with a line `[…]` keeps its number of lines. One with `[…]` elsewhere was cut by hand: it is left as it is, and
named when it no longer holds. `[fill]` and `[fill 12]` in a draft stand for the whole output, or for so many lines of it.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = re.compile(r"(<!-- the real output of: (.*?) -->\n```\n)(.*?)(```)", re.DOTALL)
FILL = re.compile(r"^\[fill(?: (\d+))?\]$")
LINES = 45


def first_page(text: str) -> str:
    """The blocks that end within the first lines, and a mark for what is left out."""
    lines = text.splitlines()
    end = max(number for number, line in enumerate(lines[:LINES]) if not line)
    return "\n".join(lines[:end]) + "\n[…]\n"


def renewed(paper: str) -> str:
    """The text of a page with the outputs as they are now."""
    from tests.papers.running import Desk
    from tests.papers.snippets import RUN, Block, blocks

    text = (ROOT / paper).read_text(encoding="utf-8")
    changes: list[tuple[int, str, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        if found := PLACE.search(text):
            ((_, real, _),) = desk.run(Block(paper, 1, 0, "sh", found[2], ()))
            changes.append((found.start(3), found[3], first_page(real)))
        for block in blocks(paper):
            if block.language not in RUN or block.mark("not run"):
                continue
            results = list(desk.run(block))
            for command, real, _ in results:
                if command and command.shown is not None:
                    changes.append((block.start, command.shown, output(paper, command.shown, real)))
            if block.shown is not None:
                changes.append(
                    (block.start, block.shown, output(paper, block.shown, "".join(r for _, r, _ in results)))
                )
    parts, done = [], 0
    for start, before, after in changes:
        place = text.index(before, max(start, done))
        parts += [text[done:place], after]
        done = place + len(before)
    return "".join(parts) + text[done:]


def output(paper: str, shown: str, real: str) -> str:
    """What the page should show for a real output."""
    from tests.papers.snippets import GAP, fits

    lines = [line.rstrip() for line in real.strip("\n").splitlines()]
    if found := FILL.match(shown.strip()):
        kept = lines if found[1] is None else [*lines[: int(found[1])], GAP]
        return "\n".join(kept) + "\n"
    if fits(shown, real):
        return shown
    head, gap, rest = shown.rstrip().partition(f"\n{GAP}")
    if gap and not rest and GAP not in head:
        return "\n".join([*lines[: head.count("\n") + 1], GAP]) + "\n"
    if GAP in shown:
        print(f"{paper}: cut by hand, and no longer so:\n{shown}", file=sys.stderr)
        return shown
    return "\n".join(lines) + "\n"


def main() -> None:
    sys.path.insert(0, str(ROOT))
    from tests.papers.snippets import papers

    for paper in sys.argv[1:] or papers():
        text = renewed(paper)
        if text != (ROOT / paper).read_text(encoding="utf-8"):
            (ROOT / paper).write_text(text, encoding="utf-8")
            print(f"{paper}: renewed")


if __name__ == "__main__":
    main()
