"""DOCX → text with the standard library: paragraphs in order, title and day from the core properties."""

from __future__ import annotations

import io
import zipfile
import zlib

from saring.documents.limits import MAX_ZIP_ENTRIES, MAX_ZIP_RATIO
from saring.documents.opened import Opened, day, tidy
from saring.documents.xml_parts import read_xml
from saring.model import SaringError


def open_word_file(raw: bytes, source: str, max_size: int) -> Opened:
    """The text of a Word document; raises `unreadable` when it is broken, `too_large` when it unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = archive.namelist()
            if len(names) > MAX_ZIP_ENTRIES:
                raise SaringError("too_large", source, "too many parts", f"at most {MAX_ZIP_ENTRIES} parts")
            if "word/document.xml" not in names:
                raise SaringError("unreadable", source, "a Word document without its text part")
            body = _part(archive, "word/document.xml", source, max_size)
            core = _part(archive, "docProps/core.xml", source, max_size) if "docProps/core.xml" in names else b""
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        RuntimeError,
        NotImplementedError,
    ) as problem:
        raise SaringError("unreadable", source, f"a broken Word document ({type(problem).__name__})") from problem
    reader = _Paragraphs()
    read_xml(body, source, reader.start, reader.end, reader.words)
    about = _core(core, source) if core else {}
    title = tidy(about.get("title", "")) or tidy(reader.title) or None
    return Opened(tidy("\n".join(reader.lines)), title=title, made=day(about.get("created")))


def _part(archive: zipfile.ZipFile, name: str, source: str, max_size: int) -> bytes:
    """One member, never more of it than allowed, whatever its header claims."""
    # Markup is several times longer than the words in it.
    most = min(max_size * 12, max(archive.getinfo(name).compress_size, 1_000) * MAX_ZIP_RATIO)
    with archive.open(name) as member:
        part = member.read(most + 1)
    if len(part) > most:
        raise SaringError("too_large", source, "the document unpacks to too much", f"at most {most} bytes for {name}")
    return part


class _Paragraphs:
    """Collects the paragraphs of word/document.xml; deleted and hidden machine text is left out."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.title = ""
        self._line: list[str] = []
        self._style = ""
        self._in_words = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "t":
            self._in_words = True
        elif name == "pstyle":
            self._style = attributes.get("val", "").lower()
        elif name == "tab":
            self._line.append("\t")
        elif name in ("br", "cr"):
            self._line.append("\n")
        elif name == "nobreakhyphen":
            self._line.append("-")

    def end(self, name: str) -> None:
        if name == "t":
            self._in_words = False
        elif name == "p":
            line = "".join(self._line)
            if self._style in ("title", "judul") and not self.title:
                self.title = line
            self.lines.append(line)
            self._line, self._style = [], ""

    def words(self, words: str) -> None:
        if self._in_words:
            self._line.append(words)


def _core(part: bytes, source: str) -> dict[str, str]:
    """The core properties by name."""
    found: dict[str, str] = {}
    here: list[str] = []

    def start(name: str, _: dict[str, str]) -> None:
        here.append(name)

    def end(_: str) -> None:
        here.pop()

    def words(said: str) -> None:
        found[here[-1]] = found.get(here[-1], "") + said

    read_xml(part, source, start, end, words)
    return found
