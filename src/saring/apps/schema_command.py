"""`saring schema`: JSON Schema of every input and output of the program."""

from __future__ import annotations

import sys
from typing import Any

import click

DIALECT = "https://json-schema.org/draft/2020-12/schema"
OUTPUTS = ("dealing", "determination", "report", "classification", "error")
NOTES = {
    "LegalClaim": "A sentence that says what the law is, was or demands, and whether it says so rightly (null: not judged).",
    "Failure": "Stands in the place of an answer when a line or a document could not be used.",
}


@click.command(short_help="Print the JSON Schema of every input and output.")
@click.argument("name", required=False, type=click.Choice(OUTPUTS), metavar="[NAME]")
def schema(name: str | None) -> int:
    """Print the JSON Schema of every input and output, or of one: dealing, determination, report, classification, error."""
    import json

    found = schemas()
    if name:
        found = {**found["outputs"][name], "$schema": DIALECT, "$defs": found["$defs"]}
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    return 0


def schemas() -> dict[str, Any]:
    """All schemas with shared definitions: what goes in and out of determine, check, classify, and on standard error."""
    import msgspec

    from saring.model import Checked, Classification, Dealing, Determination, Failure

    types = (Dealing, Determination, Classification, Failure, Checked)
    roots, definitions = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    dealing, determination, classification, failure, checked = roots
    for name, note in NOTES.items():
        definitions[name]["description"] = note
    # Two kinds of object in one place are told apart by the key "error", for which msgspec has no union.
    definitions["Report"] = {
        "title": "Report",
        "description": "The answer of check: every document in its place.",
        "type": "object",
        "properties": {
            "lawbook": {"type": "string"},
            "documents": {"type": "array", "items": {"anyOf": [checked, failure]}},
        },
        "required": ["lawbook", "documents"],
        "additionalProperties": False,
    }
    outputs = {
        "dealing": dealing,
        "determination": {"anyOf": [determination, failure]},
        "report": {"$ref": "#/$defs/Report"},
        "classification": {"anyOf": [classification, failure]},
        "error": failure,
    }
    return {"$schema": DIALECT, "title": "saring: every input and output", "outputs": outputs, "$defs": definitions}
