"""The snippets of the papers: every fenced block of README.md and docs/, with what its page says about running it.

A comment right before a block says how it is meant:

    <!-- not run: REASON -->             nothing of it is run; the reason is for the reader of the page's source
    <!-- not run, `saring serve`: … -->  the lines with that beginning are not run (several comments may stand together)
    <!-- slow -->                        run under one hash seed only
    <!-- exit: 3 -->                     the last command ends with that code (or, with a beginning as above, those lines)
    <!-- file: NAME -->                  the block is a file of that name for the commands after it
    <!-- from: PATH -->                  the block stands in that file of the repository, word for word

A `console` block shows commands (`$ …`) and what they print; a `text` block right after `sh` or `python` is what that
one prints. `[…]` stands for what is left out.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>[\w+-]*)[^\n]*\n(?P<body>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL
)
MARK = re.compile(r"<!-- *(not run|slow|exit|file|from)(?:, `([^`]+)`)?(?:: *(.*?))? *-->", re.DOTALL)
GAP = "[…]"
RUN = ("sh", "console", "python", "json", "toml", "csv")


class Mark(NamedTuple):
    """What a comment says about the block after it; `part` is the beginning of the lines that are meant."""

    word: str
    part: str
    says: str


class Block(NamedTuple):
    """One fenced block: where it stands, its language, its lines without the indent, and its marks."""

    paper: str
    line: int
    start: int
    language: str
    body: str
    marks: tuple[Mark, ...]
    shown: str | None = None

    def mark(self, word: str) -> Mark | None:
        """The mark of that word that means the whole block."""
        return next((mark for mark in self.marks if mark.word == word and not mark.part), None)

    @property
    def place(self) -> str:
        """File and line, for messages."""
        return f"{self.paper}:{self.line}"


class Command(NamedTuple):
    """One line of a shell block: the words of each program of the pipe, and where the output goes."""

    line: str
    pipe: tuple[tuple[str, ...], ...]
    into: str | None
    shown: str | None


def papers() -> tuple[str, ...]:
    """The pages with snippets, README first."""
    found = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md"))
    return ("README.md", *found)


def blocks(paper: str) -> tuple[Block, ...]:
    """The fenced blocks of a page in order; a `text` block that shows an output belongs to the block before it."""
    text = (ROOT / paper).read_text(encoding="utf-8")
    found: list[Block] = []
    end = 0
    for fence in FENCE.finditer(text):
        indent, body = fence["indent"], fence["body"]
        body = "".join(line.removeprefix(indent) for line in body.splitlines(keepends=True))
        between = text[end : fence.start()]
        end = fence.end()
        if fence["language"] == "text" and found and found[-1].language in ("sh", "python") and not between.strip():
            found[-1] = found[-1]._replace(shown=body)
            continue
        line = text.count("\n", 0, fence.start()) + 1
        found.append(Block(paper, line, fence.start(), fence["language"], body, _marks(between)))
    return tuple(found)


def _marks(between: str) -> tuple[Mark, ...]:
    """The marks of the comments that stand right before a block, with nothing but white space after them."""
    tail = re.search(r"(?:<!--(?:(?!-->).)*-->\s*)*$", between, re.DOTALL)
    return tuple(Mark(word, part, says.strip()) for word, part, says in MARK.findall(tail[0] if tail else ""))


def commands(block: Block) -> Iterator[Command]:
    """The commands of a `sh` or `console` block with the output that a console shows."""
    if block.language == "sh":
        for line in block.body.replace("\\\n", " ").splitlines():
            if line.strip() and not line.lstrip().startswith("#"):
                yield parsed(line, None)
        return
    for piece in re.split(r"^\$ ", block.body, flags=re.MULTILINE)[1:]:
        line, _, shown = piece.partition("\n")
        while line.endswith("\\"):
            more, _, shown = shown.partition("\n")
            line = f"{line[:-1].rstrip()} {more.strip()}"
        yield parsed(line, shown if shown.strip() else None)


def parsed(line: str, shown: str | None) -> Command:
    """A line of a shell with pipes and at most one `>`."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|>")
    lexer.whitespace_split = True
    lexer.commenters = "#"
    pipe: list[list[str]] = [[]]
    into = None
    words = iter(lexer)
    for word in words:
        if word == "|":
            pipe.append([])
        elif word == ">":
            into = next(words)
        else:
            pipe[-1].append(word)
    return Command(line.strip(), tuple(tuple(words) for words in pipe), into, shown)


def version_aside(text: str) -> str:
    """The text without the version of the lawbook, which any change of the law moves."""
    return re.sub(r"\d{4}-\d\d-\d\d\+[0-9a-f]{8}", "VERSION", text)


def fits(shown: str, real: str) -> bool:
    """Whether what a page shows is what was printed: the pieces between gaps stand in it in their order."""
    pieces = [piece.strip("\n") for piece in version_aside(shown).split(GAP)]
    text = version_aside(real).strip("\n")
    if not text.startswith(pieces[0]) or not text.endswith(pieces[-1]):
        return False
    place = 0
    for piece in pieces:
        place = text.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    return len(pieces) > 1 or text == pieces[0]
