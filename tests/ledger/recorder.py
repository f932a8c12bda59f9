"""A program that records one document after another and says so, until it is killed."""

from __future__ import annotations

import sys

from tests.ledger.told import numbered

from saring.ledger import open_ledger


def main() -> None:
    url, first, last, batch = sys.argv[1], *map(int, sys.argv[2:])
    with open_ledger(url) as ledger:
        documents = ((numbered(n), f"text of document {n}") for n in range(first, last))
        for done in ledger.record_many(documents, batch=batch):
            sys.stdout.write(f"{done.document}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
