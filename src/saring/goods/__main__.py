"""For the authors of the term files: `python -m saring.goods` checks them, `python -m saring.goods table` shows them."""

import sys
from collections.abc import Iterator

from saring.goods.compiling import build
from saring.goods.lexicon import load_terms, problems
from saring.goods.packs import LANGUAGES


def main(wish: str = "check") -> int:
    """Print the faults, or how many phrases each pack has, or all terms as a table; 1 where there are faults."""
    faults = [str(fault) for fault in problems()]
    told = faults or (list(table()) if wish == "table" else [f"{one}: {len(build(one).phrases)}" for one in LANGUAGES])
    sys.stdout.write("\n".join(told) + "\n")
    return 1 if faults else 0


def table() -> Iterator[str]:
    """The terms as tab-separated lines for review: file, id, codes, breadth, and the words of each language."""
    yield "\t".join(("file", "id", "hs", "breadth", *LANGUAGES, "not_with", "note"))
    for term in load_terms():
        words = (", ".join(term.words.get(language, ())) for language in LANGUAGES)
        yield "\t".join(
            (term.file, term.id, " ".join(term.hs), term.breadth, *words, ", ".join(term.not_with), term.note)
        )


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:2]))
