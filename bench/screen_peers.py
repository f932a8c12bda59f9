"""What others offer for the same questions: each peer is a function from a name to the keys of parties, best first.

A peer that is not installed is left out, and the run says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from screen_names import Party

Peer = tuple[str, Callable[[str], list[str]], int]


def peers(parties: list[Party], questions: int) -> Iterator[Peer]:
    """The peers that are installed, with the number of questions that each is asked."""
    names = [(n, p.key) for p in parties for n in p.names]
    for make, share in ((tantivy_rerank, 1.0), (nomenklatura_v1, 0.25), (nomenklatura_v2, 0.1), (brute_force, 0.12)):
        try:
            yield make.__name__, make(names), max(20, int(questions * share))
        except ImportError as failure:
            print(f"{make.__name__}: left out, not installed here ({failure})")


def simple(name: str) -> str:
    """ASCII, lower case, words sorted: the usual preparation."""
    from anyascii import anyascii

    return " ".join(sorted(re.findall(r"[a-z0-9]+", anyascii(name).lower())))


def _trigrams(text: str) -> str:
    grams = [word[i : i + 3] for word in text.split() for word in [f"_{word}_"] for i in range(len(word) - 2)]
    return " ".join(grams)


def _index(names: list[tuple[str, str]]) -> Callable[[str, int], list[int]]:
    """A tantivy index of trigrams: from a name to the numbers of the likeliest names."""
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("grams", stored=False, tokenizer_name="whitespace")
    schema.add_unsigned_field("number", stored=True)
    index = tantivy.Index(schema.build())
    writer = index.writer(heap_size=100_000_000, num_threads=1)
    for number, (name, _) in enumerate(names):
        writer.add_document(tantivy.Document(grams=_trigrams(simple(name)), number=number))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(name: str, limit: int) -> list[int]:
        grams = _trigrams(simple(name))
        if not grams:
            return []
        query = index.parse_query(" ".join(f'"{g}"' for g in grams.split()), ["grams"])
        return [searcher.doc(address)["number"][0] for _, address in searcher.search(query, limit).hits]

    return find


def tantivy_rerank(names: list[tuple[str, str]]) -> Callable[[str], list[str]]:
    """Trigrams in tantivy, the first fifty ranked anew with rapidfuzz."""
    from rapidfuzz import fuzz

    find = _index(names)
    prepared = [simple(n) for n, _ in names]

    def ask(name: str) -> list[str]:
        mine = simple(name)
        scored = [
            (fuzz.ratio(mine, prepared[n]) + 0.6 * fuzz.token_set_ratio(mine, prepared[n]), -n) for n in find(name, 50)
        ]
        return [names[-n][1] for _, n in sorted(scored, reverse=True)[:25]]

    return ask


def _nomenklatura(names: list[tuple[str, str]], algorithm: str) -> Callable[[str], list[str]]:
    from followthemoney import model
    from nomenklatura.matching import get_algorithm
    from nomenklatura.matching.types import ScoringConfig

    find = _index(names)
    matcher = get_algorithm(algorithm)
    if matcher is None:
        raise ImportError(f"no algorithm {algorithm}")
    config = ScoringConfig.defaults()

    def entity(name: str, key: str) -> object:
        # Every name its own id, since names are kept by id there.
        return model.get_proxy({"id": f"{key}-{name}", "schema": "LegalEntity", "properties": {"name": [name]}})

    def ask(name: str) -> list[str]:
        query = entity(name, "q")
        scored = [(matcher.compare(query, entity(names[n][0], "e"), config).score, -n) for n in find(name, 50)]
        return [names[-n][1] for _, n in sorted(scored, reverse=True)[:25]]

    return ask


def nomenklatura_v1(names: list[tuple[str, str]]) -> Callable[[str], list[str]]:
    """Candidates from tantivy, ranked by nomenklatura's logic-v1."""
    return _nomenklatura(names, "logic-v1")


def nomenklatura_v2(names: list[tuple[str, str]]) -> Callable[[str], list[str]]:
    """Candidates from tantivy, ranked by nomenklatura's logic-v2."""
    return _nomenklatura(names, "logic-v2")


def brute_force(names: list[tuple[str, str]]) -> Callable[[str], list[str]]:
    """Every name compared by rapidfuzz's token_sort_ratio."""
    from rapidfuzz import fuzz, process

    prepared = [simple(n) for n, _ in names]

    def ask(name: str) -> list[str]:
        found = process.extract(simple(name), prepared, scorer=fuzz.ratio, limit=25)
        return [names[n][1] for _, _, n in found]

    return ask
