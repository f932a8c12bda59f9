"""The encoding of a text table: UTF-8 where all of it is, else what its bytes look like, or what was said."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

_SAMPLE = 1 << 20  # bytes of lines with more than ASCII that are looked at
_RUN = re.compile(rb"[\x80-\xff]{2,}")
_HIGH = re.compile(rb"[\x80-\xff]")


def encoding_of(path: Path) -> str:
    """The Python name of the encoding; UTF-16 is told by its mark."""
    with path.open("rb") as opened:
        if opened.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16"
    if _is_utf8(path):
        return "utf-8"
    return _guessed(_sample(path))


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as opened:
        try:
            while block := opened.read(1 << 22):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _sample(path: Path) -> bytes:
    """The first lines that hold more than ASCII."""
    found = bytearray()
    with path.open("rb") as opened:
        while len(found) < _SAMPLE and (line := opened.readline(1 << 16)):
            if _HIGH.search(line):
                found += line
    return bytes(found)


def _guessed(some: bytes) -> str:
    """Western letters stand alone among ASCII; other scripts stand in runs, and their bytes tell which."""
    high = len(_HIGH.findall(some))
    in_runs = sum(map(len, _RUN.findall(some)))
    if in_runs * 2 < high:
        return "cp1252" if not re.search(rb"[\x81\x8d\x8f\x90\x9d]", some) else "latin-1"
    if _share(some, "cp1251", r"[а-яёА-ЯЁ«»№–—]") > 0.95:
        # In KOI8-R small letters stand where CP1251 has capitals, so its words come out with the case turned round.
        turned = re.findall(r"\b[а-яё][А-ЯЁ]{2,}", some.decode("cp1251"))
        straight = re.findall(r"\b[а-яёА-ЯЁ][а-яё]{2,}", some.decode("cp1251"))
        return "koi8-r" if len(turned) > len(straight) else "cp1251"
    for encoding, script in (
        ("cp949", r"[가-힣]"),
        ("cp932", r"[\u3040-\u30ff\u4e00-\u9fff]"),
        ("gb2312", r"[\u4e00-\u9fff]"),
        ("big5", r"[\u4e00-\u9fff]"),
        ("gb18030", r"[\u4e00-\u9fff]"),
    ):
        kana = encoding != "cp932" or _share(some, encoding, r"[\u3041-\u30fa]") > 0.05
        if kana and _share(some, encoding, script) > 0.8:
            return "gb18030" if encoding == "gb2312" else encoding  # what the larger one holds besides may come later
    return "cp1252" if not re.search(rb"[\x81\x8d\x8f\x90\x9d]", some) else "latin-1"


def _share(some: bytes, encoding: str, script: str) -> float:
    """Which share of what is more than ASCII belongs to a script; nought where the bytes are not of this encoding."""
    try:
        text = some.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    beyond = [c for c in text if c > "\x7f"]
    return len(re.findall(script, "".join(beyond))) / len(beyond) if beyond else 0.0
