"""`saring open`: the text of a document exactly as all spans count it."""

from __future__ import annotations

import sys

import click

from saring.apps.complaints import Complaints
from saring.apps.options import max_size_option, published_option


@click.command("open", short_help="Print the text of a document as it is read.")
@click.argument("file", metavar="FILE|-")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="json: with title, date, language and noise.",
)
@published_option
@max_size_option
def open_file(file: str, form: str, published: str | None, max_size: int) -> int:
    """Print the text of a document exactly as it is read: spans count its characters."""
    from saring.apps.sources import open_given
    from saring.model import SaringError

    complaints = Complaints(as_json=form == "json")
    try:
        document = open_given(file, max_size, published)
    except SaringError as error:
        complaints.say(error)
        return complaints.exit_code
    if form == "json":
        import msgspec

        sys.stdout.write(msgspec.json.encode(document).decode() + "\n")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(document.text.encode())
    return complaints.exit_code
