"""The forms of a root, made from the templates of a pack.

A template is written with `{}` for the root and `+` where two parts meet: `meN+{}+kan`. The joining rules of the pack
(pattern, replacement) are tried in order at every `+`, the first that fits is applied, and a `+` that no rule touches
goes away. So Indonesian nasals and English spelling are data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

Rule = tuple[re.Pattern[str], str]


def rules(written: Sequence[Sequence[str]]) -> tuple[Rule, ...]:
    """The joining rules of a pack, compiled."""
    return tuple((re.compile(pattern), replacement) for pattern, replacement in written)


@lru_cache(maxsize=65536)
def join(word: str, joins: tuple[Rule, ...]) -> str:
    """The word with its parts put together."""
    while "+" in word:
        for pattern, replacement in joins:
            if pattern.search(word):
                word = pattern.sub(replacement, word, count=1)
                break
        else:
            word = word.replace("+", "", 1)
    return word


def forms(root: str, templates: Sequence[str], joins: tuple[Rule, ...]) -> tuple[str, ...]:
    """The forms of a root by templates, in the order of the templates."""
    return tuple(dict.fromkeys(join(template.replace("{}", root), joins) for template in templates))


def table(
    roots: Sequence[str], templates: Mapping[str, Sequence[str]], joins: tuple[Rule, ...]
) -> dict[str, tuple[str, ...]]:
    """For each kind of form (active, passive, noun, bare) the forms of all roots."""
    return {
        name: tuple(dict.fromkeys(form for root in roots for form in forms(root, listed, joins)))
        for name, listed in templates.items()
    }
