"""`saring read`: what the built-in reader tells of a document, and what each of its steps saw."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from saring.apps.complaints import Complaints
from saring.apps.options import max_size_option, published_option

if TYPE_CHECKING:
    from saring.model import Dealing, Document


@click.command("read", short_help="Print what is read in documents, with --trace step by step.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--trace", "traced", is_flag=True, help="Show what each step saw, and why an act was dropped.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@published_option
@max_size_option
def read_files(files: tuple[str, ...], traced: bool, form: str, published: str | None, max_size: int) -> int:
    """Print the tellings of dealings in documents, one for every place that tells one, before they are merged and judged.

    With --trace also what the steps of the built-in reader saw, sentence by sentence, and which dealings the tellings
    become, so that a wrong dealing can be traced to its cue.
    """
    from saring.apps.sources import open_given
    from saring.model import SaringError

    complaints = Complaints(as_json=form == "json")
    documents: list[dict[str, Any]] = []
    for source in files:
        try:
            document = open_given(source, max_size, published)
        except SaringError as error:
            complaints.say(error)
            documents.append({"source": source, "error": error.problem()})
            continue
        told = _told(document, traced=traced)
        documents.append(told)
        if form == "text":
            from saring.reports.reading_text import reading_text

            sys.stdout.write(reading_text(document, told))
    if form == "json":
        import msgspec

        from saring.reports.whole_json import whole

        written = msgspec.json.encode({"documents": [whole(each) for each in documents]})
        sys.stdout.write(msgspec.json.format(written, indent=1).decode() + "\n")
    return complaints.exit_code


def _told(document: Document, *, traced: bool) -> dict[str, Any]:
    """What the rooms up to `dealings` make of a document."""
    from saring.dealings import gather
    from saring.goods import spot
    from saring.reading import read, trace

    tellings: tuple[Dealing, ...] = read(document, spot)
    told: dict[str, Any] = {"source": document.source, "language": document.language}
    if document.published:
        told["published"] = document.published
    told["tellings"] = tellings
    if traced:
        told["trace"] = trace(document, spot)
        told["dealings"] = gather(tellings, document)
    return told
