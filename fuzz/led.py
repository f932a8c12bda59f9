"""One target led by the coverage that atheris sees; `python fuzz/led.py TARGET [options of libFuzzer]`."""

from __future__ import annotations

import sys

import atheris  # type: ignore[import-untyped, unused-ignore]

NAME = sys.argv.pop(1)

with atheris.instrument_imports(include=["saring"]):
    from targets import run


def one(data: bytes) -> None:
    """What libFuzzer calls."""
    run(NAME, data)


atheris.Setup(sys.argv, one)
atheris.Fuzz()
