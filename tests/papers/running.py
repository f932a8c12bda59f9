"""Runs snippets in a folder of their own: commands of `saring` in this process, Python as it stands."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from tests.papers.snippets import ROOT, Block, Command, commands

STANDINS = {
    "article.txt": "pasar-vladivostok.txt",
    "article.html": "restoran-ditutup.html",
    "report.txt": "coal-ship-seized.txt",
    "old.txt": "summer-flights.txt",
    "trade.csv": "trade.csv",
    "downloads/2017-2021.csv": "trade.csv",
}
"""Names that papers give to a document of the reader's own, and the example that stands in for each."""
WIDTH = "100"
ENDLESS = ("serve", "mcp", "watch")
"""Commands that wait for callers, or ask the network."""


class Desk:
    """A folder with the examples, in which the snippets of one page run one after another."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: dict[str, Any] = {"__name__": "__snippet__"}
        shutil.copytree(ROOT / "examples", folder / "examples")
        for name, example in STANDINS.items():
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / "examples" / example, folder / name)

    def run(self, block: Block) -> Iterator[tuple[Command | None, str, int]]:
        """Run a block; for each command its output (both streams) and exit code."""
        if mark := block.mark("file"):
            path = self.folder / mark.says
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.body, encoding="utf-8")
        elif block.language == "python":
            with self._here() as out:
                exec(compile(block.body, block.place, "exec"), self.names)  # noqa: S102 - a snippet of our own paper
            yield None, out.getvalue(), 0
        elif block.language in ("sh", "console"):
            spared = [mark.part for mark in block.marks if mark.word == "not run" and mark.part]
            for command in commands(block):
                if not command.line.startswith(tuple(spared)):
                    yield (command, *self._command(command))

    def _command(self, command: Command) -> tuple[str, int]:
        given, text, code = b"", "", 0
        for words in command.pipe:
            text, code = self._program(words, given)
            given = text.encode()
        if command.into:
            (self.folder / command.into).write_text(text, encoding="utf-8")
            text = ""
        return text, code

    def _program(self, words: tuple[str, ...], given: bytes) -> tuple[str, int]:
        if words[0] == "echo":
            return " ".join(words[1:]) + "\n", 0
        if words[0] == "cat":
            return "".join((self.folder / name).read_text(encoding="utf-8") for name in words[1:]), 0
        if words[0] == "head":
            many, *files = words[1:]
            whole = (self.folder / files[0]).read_text(encoding="utf-8") if files else given.decode()
            return "".join(whole.splitlines(keepends=True)[: int(many.lstrip("-"))]), 0
        if words[0] != "saring" or (words[1] in ENDLESS and "keys" not in words):
            raise ValueError(
                f"{' '.join(words[:2])}: nothing that a test runs; say why in a comment (tests/papers/snippets.py)"
            )
        spread = [name for word in words[1:] for name in self._globbed(word)]
        return self._saring(spread, given)

    def _globbed(self, word: str) -> list[str]:
        if "*" not in word or word.startswith("-"):
            return [word]
        return sorted(p.relative_to(self.folder).as_posix() for p in self.folder.glob(word)) or [word]

    def _saring(self, words: list[str], given: bytes) -> tuple[str, int]:
        from saring.apps.cli import main

        source = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
        with (
            self._here() as out,
            mock.patch.object(sys, "argv", ["saring", *words]),
            mock.patch.object(sys, "stdin", source),
        ):
            try:
                main()
            except SystemExit as ended:
                return out.getvalue(), int(ended.code or 0)

    @contextlib.contextmanager
    def _here(self) -> Iterator[_Both]:
        """This folder, an own home of the program, and one place for what is printed."""
        out = _Both()
        own = {"SARING_HOME": str(self.folder / ".home"), "COLUMNS": WIDTH, "TERM": "dumb", "NO_COLOR": "1"}
        before = Path.cwd()
        with mock.patch.dict(os.environ, own):
            for name in ("SARING_LEDGER", "SARING_LLM_KEY"):
                os.environ.pop(name, None)
            os.chdir(self.folder)
            try:
                with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
                    yield out
            finally:
                os.chdir(before)


class _Both(io.TextIOWrapper):
    """What both streams are given, in its order; bytes too, since some commands write them."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    def getvalue(self) -> str:
        """All that was written."""
        self.flush()
        raw: Any = self.buffer
        return str(raw.getvalue().decode("utf-8"))
