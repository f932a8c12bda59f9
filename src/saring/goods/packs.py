"""The packs as a start reads them: from the cache where they lie ready, else built once and kept.

A pack lies under the hash of all that goes into it, in the folder of the program or, where that cannot be written, in
the user's cache; where neither can be written it is built at each start.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

from saring.goods.index import Pack

HERE = Path(__file__).parent
TERMS = HERE / "terms"
FORMAT = "8"
LANGUAGES = ("en", "id", "ru", "ko", "uk", "ja", "zh")
T = TypeVar("T")


@cache
def pack(language: str) -> Pack:
    """The pack of a language (a code of `LANGUAGES`)."""

    def built() -> Pack:
        from saring.goods.compiling import build

        return build(language)

    return _ready(language, Pack, built)


@cache
def phrases() -> list[tuple[str, str]]:
    """All words of the terms with the first code of each, for proposals."""

    def built() -> list[tuple[str, str]]:
        from saring.goods.compiling import all_phrases

        return all_phrases()

    return _ready("phrases", list[tuple[str, str]], built)


def _ready(label: str, kind: type[T], built: Callable[[], T]) -> T:
    name = f"{_key()}.{label}.msgpack"
    for folder in _folders():
        file = folder / name
        if file.is_file():
            return msgspec.msgpack.decode(file.read_bytes(), type=kind)
    made = built()
    _keep(name, label, msgspec.msgpack.encode(made))
    return made


@cache
def _key() -> str:
    """A hash over all that goes into a pack, so that an old pack is never read."""
    digest = blake2b(FORMAT.encode(), digest_size=12)
    for file in (*sorted(TERMS.glob("*.toml")), HERE / "forms.py", HERE / "compiling.py"):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _folders() -> tuple[Path, ...]:
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return (HERE / "compiled", Path(home) / "saring" / "goods")


def _keep(name: str, label: str, content: bytes) -> None:
    """Write what was built into the first place that takes it, and clear away its predecessors there."""
    for folder in _folders():
        beside = folder / f"{name}.{os.getpid()}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(content)
            beside.replace(folder / name)
            for old in folder.glob(f"*.{label}.msgpack"):
                if old.name != name:
                    old.unlink(missing_ok=True)
        except OSError:
            continue  # a read-only place is no fault; the next one is tried
        return
