"""Goods phrases to codes measured: distinct phrases a second, one core, warm, nothing remembered between phrases.

Phrases are the words of the terms, plain and behind a word of trade ("shipments of …", "партия …"), every one asked
once. Beside it run two peers on the same phrases: an Aho-Corasick automaton over the same words, which only finds and
decides nothing, and a nearest-string search (rapidfuzz), which is what one would do without a lexicon. Speed is CPU
time of this process. Exit 1 when the floor does not hold; the last line is the figures as JSON.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from figures import Figure, Part, hand_over
from saring.goods import classify
from saring.goods.lexicon import load_terms
from saring.goods.packs import pack

FLOOR = 50_000.0
BEFORE = {"en": "shipments of", "id": "kiriman", "ru": "партия", "ko": "북한산"}
FUZZY = 100
Phrase = tuple[str, str]


def phrases() -> list[Phrase]:
    """Distinct phrases with their languages, in an order that mixes the languages."""
    plain = {
        (word, language)
        for term in load_terms()
        for language in BEFORE
        for word in term.words.get(language, ())
        if term.hs
    }
    led = {(f"{BEFORE[language]} {word}", language) for word, language in plain}
    return sorted(plain | led, key=lambda one: (hash_of(one[0]), one))


def hash_of(text: str) -> int:
    """A number that mixes texts and is the same in every process."""
    value = 0
    for char in text:
        value = (value * 131 + ord(char)) % 1_000_003
    return value


def rate(act: Callable[[Phrase], object], asked: Sequence[Phrase]) -> float:
    """Phrases a second of CPU time."""
    gc.collect()
    began = process_time()
    for phrase in asked:
        act(phrase)
    return len(asked) / (process_time() - began)


def peers(asked: Sequence[Phrase]) -> dict[str, float]:
    """The same phrases through an automaton over the same words, and some of them through nearest-string search."""
    from ahocorasick_rs import AhoCorasick
    from rapidfuzz import process

    words = sorted({word for term in load_terms() for found in term.words.values() for word in found})
    automaton = AhoCorasick(words)
    return {
        "aho_corasick_finds_only": rate(lambda phrase: automaton.find_matches_as_indexes(phrase[0]), asked),
        "rapidfuzz_nearest": rate(lambda phrase: process.extractOne(phrase[0], words), asked[:FUZZY]),
    }


def start() -> float:
    """Milliseconds of CPU time to read one pack from the cache."""
    pack.cache_clear()
    began = process_time()
    pack("id")
    return 1000 * (process_time() - began)


def main() -> int:
    """Measure, print, and hold the floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--floor", type=float, default=FLOOR, help="phrases a second (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="the best round counts (default: %(default)s)")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    asked = phrases()
    for language in BEFORE:
        classify("zzzz", language)  # packs and shelf of proposals are loaded once
    ours = max(rate(lambda phrase: classify(*phrase), asked) for _ in range(options.rounds))
    declined = sum(not classify(*phrase).hs for phrase in asked)
    beside = peers(asked)
    figures = {
        "phrases": len(asked),
        "declined": declined,
        "phrases_per_second": round(ours),
        "times_the_floor": round(ours / options.floor, 2),
        "milliseconds_to_read_a_pack": round(start(), 1),
        **{f"times_{name}": round(ours / speed, 3) for name, speed in beside.items()},
    }
    for name, value in figures.items():
        print(f"{name:32} {value}")
    print(json.dumps(figures))
    speed = Figure("goods: distinct phrases a second, one core", ours, "1/s", floor=options.floor)
    ratios = [Figure(f"goods: speed beside {name}", ours / other, "x", against=name) for name, other in beside.items()]
    hand_over(options.json, Part("goods speed", (speed, *ratios)))
    return 0 if ours >= options.floor else 1


if __name__ == "__main__":
    sys.exit(main())
