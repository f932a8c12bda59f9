"""Proposals for unknown words: titles and terms that look alike, ranked. A proposal never makes a verdict."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

from saring.goods.editions import titles
from saring.goods.forms import fold, tokens
from saring.goods.packs import phrases

MOST = 5
LEAST = 0.3


def propose(words: str) -> tuple[str, ...]:
    """Codes whose title or term resembles the words by the letters they share, the nearest first; at most five."""
    wanted = _grams(" ".join(tokens(fold(words))))
    if not wanted:
        return ()
    postings, sizes, codes = _shelf()
    shared: Counter[int] = Counter()
    for gram in sorted(wanted):
        shared.update(postings.get(gram, ()))
    score = {number: 2 * count / (len(wanted) + sizes[number]) for number, count in shared.items()}
    best: dict[str, float] = {}
    for number in sorted(score, key=lambda at: (-score[at], at))[:40]:
        if score[number] >= LEAST:
            best.setdefault(codes[number], score[number])
    return tuple(list(best)[:MOST])


@cache
def _shelf() -> tuple[dict[str, list[int]], list[int], list[str]]:
    """Letter groups of all titles and term words: where each occurs, how many each has, and whose code it is."""
    texts = list(phrases())
    for language in ("en", "id"):
        texts.extend((title, code) for code, title in titles(language).items())
    postings: dict[str, list[int]] = defaultdict(list)
    sizes: list[int] = []
    for number, (text, _) in enumerate(texts):
        grams = _grams(" ".join(tokens(fold(text))))
        sizes.append(len(grams))
        for gram in sorted(grams):
            postings[gram].append(number)
    return postings, sizes, [code for _, code in texts]


def _grams(text: str) -> frozenset[str]:
    """Groups of three letters, of two in Korean, with the edges of words marked."""
    size = 2 if any("가" <= char <= "힣" for char in text) else 3
    padded = f" {text} "
    return frozenset(padded[at : at + size] for at in range(len(padded) - size + 1))
