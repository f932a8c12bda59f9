"""Fuzz the parsers: `python fuzz/fuzzing.py TARGET... [--seconds N]`; without a target all of them, one after another.

With atheris (extra `fuzz`, Linux on x86-64) coverage leads the way; without it, corpus files are bent at random, which
finds less. What breaks a target is written to fuzz/corpus/TARGET/, so that the tests hold it from then on.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from targets import TARGETS, run

HERE = Path(__file__).resolve().parent
CORPUS = HERE / "corpus"
# Words that parsers look for: a bent file meets them more often than chance would.
WORDS = (
    b"<", b">", b"&#x0;", b"\x00", b"\xff\xfe", b"]]>", b"<![CDATA[", b"%PDF-1.7", b"stream\n", b"endobj", b"PK\x03\x04",
    b"\r\n\r\n", b"--b\n", b"=?utf-8?q?", b'"', b"\\u0000", b"\\ud800", b"[" * 200, b"{" * 200, b"1e999", b"\t", b";", b",",
    b"KP", b"PRK", b"408", b"North Korea", "КНДР".encode(), "북한".encode(), b"Korea Utara", b"ekspor", b"2017-09-11",
    b"codes: ", b"when: ", b"- ", b"&a ", b"*a", b"!!python/object:os.system ", b"=cmd|' /C calc'!A0", b"9" * 400,
)  # fmt: skip


def seeds(name: str) -> list[bytes]:
    """What is known of a target: its corpus, sorted."""
    return [path.read_bytes() for path in sorted((CORPUS / name).glob("*"))] or [b""]


def bent(data: bytes, chance: random.Random) -> bytes:
    """A file with a few pieces cut, doubled, moved, overwritten or put in."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        start = chance.randint(0, len(made))
        end = min(len(made), start + chance.choice((1, 2, 4, 16, 64)))
        change = chance.randrange(5)
        if change == 0:
            del made[start:end]
        elif change == 1:
            made[start:start] = made[start:end]
        elif change == 2:
            made[start:start] = chance.choice(WORDS)
        elif change == 3 and made:
            made[min(start, len(made) - 1)] = chance.randrange(256)
        else:
            made[start:end] = chance.choice(WORDS)
    return bytes(made)


def at_random(name: str, seconds: float, seed: int) -> int:
    """Bend the corpus for so long; the number of runs. A finding is written down and raised."""
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    known, runs, end = seeds(name), 0, time.monotonic() + seconds
    while time.monotonic() < end:
        data = bent(chance.choice(known), chance)
        try:
            run(name, data)
        except Exception:
            print(f"fuzz: {name}: {kept(name, data)}", file=sys.stderr)
            raise
        runs += 1
    return runs


def kept(name: str, data: bytes) -> Path:
    """Write a finding into the corpus."""
    path = CORPUS / name / f"found-{sha256(data).hexdigest()[:12]}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def led(name: str, seconds: int) -> int:
    """Let atheris lead; it ends its process, so each target has one of its own."""
    fresh = HERE / "grown" / name
    fresh.mkdir(parents=True, exist_ok=True)
    (CORPUS / name).mkdir(parents=True, exist_ok=True)
    call = [
        sys.executable,
        str(HERE / "led.py"),
        name,
        f"-max_total_time={seconds}",
        "-timeout=25",
        "-rss_limit_mb=3072",
    ]
    call += [f"-artifact_prefix={CORPUS / name}/found-", str(fresh), str(CORPUS / name)]
    return subprocess.run(call, check=False).returncode


def main() -> int:
    """Run the targets; exit 1 when one of them broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", nargs="*", choices=[*TARGETS, []], help=f"one of: {', '.join(TARGETS)}")
    parser.add_argument("--seconds", type=int, default=60, help="for each target (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the random bending (default: %(default)s)")
    parser.add_argument("--plain", action="store_true", help="do not use atheris")
    options = parser.parse_args()
    plain = options.plain or find_spec("atheris") is None
    if plain and not options.plain:
        print("fuzz: atheris is not installed (extra fuzz); the corpus is bent at random")
    broken = []
    for name in options.target or TARGETS:
        try:
            if plain:
                print(f"{name}: {at_random(name, options.seconds, options.seed)} runs, nothing found", flush=True)
            elif led(name, options.seconds):
                broken.append(name)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
            broken.append(name)
    print(f"fuzz: {'broken: ' + ', '.join(broken) if broken else 'nothing found'}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
