"""What may come from strangers, one target a parser: bytes in, and nothing but an answer or a `SaringError` out.

A target returns None when all is well; anything else that it raises is a finding. Where the answer quotes a text, every
span is compared with it.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import msgspec

from saring.model import Checked, Document, SaringError

Target = Callable[[bytes], None]
# A text longer than this is cut before reading: depth is sought here, size is measured in bench.
LONGEST = 20_000


def document(name: str) -> Target:
    """Opening a file of that name, and reading what comes out."""

    def run(data: bytes) -> None:
        from saring.documents import open_document

        opened = open_document(name, raw=data)
        _sound(opened)
        _read(opened)

    return run


def feed(data: bytes) -> None:
    """The items of a feed."""
    from saring.documents import open_feed

    for item in open_feed("a.rss", raw=data):
        _sound(item)


def text(data: bytes) -> None:
    """A text, from characters to determinations."""
    from saring.documents import open_text

    _read(open_text(data.decode("utf-8", "surrogateescape"), source="-"))


def dealing(data: bytes) -> None:
    """JSON Lines of dealings, each judged or refused; no line spoils another."""
    from saring.apps import json_lines
    from saring.apps.intake import to_dealing
    from saring.river import determine

    for number, line in json_lines.lines(io.BytesIO(data)):
        with suppress(SaringError):
            where = f"line {number}"
            given = to_dealing(json_lines.value(line, where), where)
            msgspec.json.encode(determine(given, where=where))


def table(suffix: str) -> Target:
    """A trade table, opened and judged."""

    def run(data: bytes) -> None:
        import polars as pl

        from saring.sweep.judging import Judge
        from saring.sweep.opening import open_table
        from saring.sweep.table import decision_table

        with _file(data, suffix) as path:
            opened = open_table(path)
            try:
                Judge(decision_table(), opened.layout, broken=opened.broken).judged(opened.frame.collect())
            except pl.exceptions.PolarsError:
                return  # `saring sweep` tells it as the fault of that file, and goes on with the next
            finally:
                if opened.scratch is not None:
                    opened.scratch.unlink(missing_ok=True)

    return run


def listing(form: str, suffix: str) -> Target:
    """A sanctions list of one form."""

    def run(data: bytes) -> None:
        from saring.screening.lists import read

        with _file(data, suffix) as path:
            read(path, form=form)

    return run


def any_listing(data: bytes) -> None:
    """A sanctions list whose form is told from its bytes."""
    from saring.screening.lists import read

    with _file(data, ".xml") as path:
        read(path)


def lawbook(data: bytes) -> None:
    """A paragraph of a lawbook beside a regime and the facts of ours: built, or refused with its place."""
    from saring.law.build import build
    from saring.law.files import LAWBOOK

    regime = (LAWBOOK / "un" / "1718" / "regime.yml").read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        place = root / "un" / "1718" / "2397"
        place.mkdir(parents=True)
        (root / "facts.yml").write_bytes(_facts())
        (root / "un" / "1718" / "regime.yml").write_bytes(regime)
        (place / "6.yml").write_bytes(data)
        build(root, "fuzz")


@cache
def _facts() -> bytes:
    """The vocabulary in its shortest form, since it is read again for every file."""
    from saring.law import load

    lines = (
        f"{name}: {{type: {fact.type}, role: {fact.role}, if_unknown: {fact.if_unknown}, ask: {{en: x, id: x}}, "
        f"values: [{', '.join(fact.values)}]}}\n"
        for name, fact in load().facts.items()
    )
    return "".join(lines).encode()


def cases(data: bytes) -> None:
    """A file of cases beside a paragraph."""
    from saring.law.cases import read_cases
    from saring.law.files import LAWBOOK

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "6.yml").write_bytes((LAWBOOK / "un" / "1718" / "2397" / "6.yml").read_bytes())
        (root / "6.cases.yml").write_bytes(data)
        read_cases(root)


def plan(data: bytes) -> None:
    """What to watch."""
    from saring.apps.watching.plan import read_plan

    with _file(data, ".toml") as path:
        read_plan(path)


def ledger(data: bytes) -> None:
    """An export that is taken over, or refused with its line; nothing half of it is kept."""
    from saring.ledger import open_ledger

    with tempfile.TemporaryDirectory() as folder:
        kept = open_ledger(f"{folder}/ledger.db")
        try:
            kept.import_from(io.BytesIO(data))
        finally:
            kept.close()


TARGETS: dict[str, Target] = {
    "text": text,
    "html": document("a.html"),
    "markdown": document("a.md"),
    "mail": document("a.eml"),
    "docx": document("a.docx"),
    "pdf": document("a.pdf"),
    "feed": feed,
    "dealing": dealing,
    "csv": table(".csv"),
    "xlsx": table(".xlsx"),
    "json": table(".json"),
    "list": any_listing,
    "list-csv": listing("csl-csv", ".csv"),
    "list-xml": listing("eu-xml", ".xml"),
    "lawbook": lawbook,
    "cases": cases,
    "plan": plan,
    "ledger": ledger,
}


def run(name: str, data: bytes) -> None:
    """Run one target; a `SaringError` is an answer."""
    with suppress(SaringError):
        TARGETS[name](data)


def _sound(opened: Document) -> None:
    last = 0
    for noise in opened.noise:
        if not last <= noise.start < noise.end <= len(opened.text):
            raise AssertionError(f"noise out of place: {noise}")
        last = noise.end


def _read(opened: Document) -> None:
    from saring.river import check

    short = msgspec.structs.replace(opened, text=opened.text[:LONGEST], noise=(), title_span=None)
    checked = check(short)
    for start, end, words in _quotes(checked):
        if short.text[start:end] != words:
            raise AssertionError(f"a quote out of place: {words}")
    msgspec.json.encode(checked)


def _quotes(checked: Checked) -> Iterator[tuple[int, int, str]]:
    for found in checked.dealings:
        if found.evidence:
            yield found.evidence.start, found.evidence.end, found.evidence.quote
        yield from ((*good.span, good.words) for good in found.goods if good.span and good.words)
    yield from ((*claim.span, claim.quote) for claim in checked.legal_claims)


@contextmanager
def _file(data: bytes, suffix: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"given{suffix}")
        path.write_bytes(data)
        yield path
