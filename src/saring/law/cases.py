"""Cases beside the law: a sentence, a dealing, an expected word and the source that says so.

A case file `16.cases.yml` lies beside `16.yml`. Short forms: `goods: "6109"` for one code, `goods: {each: [...]}` (and
`date: {each: [...]}`) for the same case with each value in turn; the kind is goods unless another stands there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from saring.law.files import LAWBOOK, convert, read_yaml
from saring.model import Dealing, SaringError, Value, Verdict


class Written(Value, frozen=True):
    """A case as it stands in its file.

    `expect` is the verdict of the determination; `findings` the verdict of single provisions (`none`: no finding);
    `governs` the provision of the first finding; `missing` and `open` are exact where given.
    """

    case: str
    dealing: dict[str, Any]
    expect: Verdict
    source: str
    facts: dict[str, Any] = msgspec.field(default_factory=dict)
    findings: dict[str, Verdict | str] = msgspec.field(default_factory=dict)
    governs: str | None = None
    missing: tuple[str, ...] | None = None
    open: tuple[str, ...] | None = None
    contested: tuple[str, ...] | None = None


class Case(NamedTuple):
    """One dealing with what the law says of it; `provision` is the paragraph beside which it stands."""

    name: str
    provision: str
    dealing: Dealing
    written: Written
    path: Path


def read_cases(root: Path = LAWBOOK) -> tuple[Case, ...]:
    """Every case of a lawbook folder, short forms spelled out."""
    return tuple(case for path in sorted(root.rglob("*.cases.yml")) for case in _of_file(path))


def _of_file(path: Path) -> Iterator[Case]:
    law = path.with_name(path.name.replace(".cases.yml", ".yml"))
    if not law.exists():
        raise SaringError("missing_file", str(path), "stands beside no law file", law.name)
    provision = str(read_yaml(law)["provision"])
    for number, written in enumerate(convert(read_yaml(path) or [], list[Written], path), 1):
        for variant, raw in _variants(written.dealing):
            name = f"{provision} case {number}{variant}: {written.case}"
            yield Case(name, provision, _dealing(raw, written, path, number), written, path)


def _variants(raw: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The dealing once, or once for each value of its `each` keys."""
    several = {key: value["each"] for key, value in raw.items() if isinstance(value, dict) and set(value) == {"each"}}
    if not several:
        yield "", raw
        return
    key, values = next(iter(sorted(several.items())))
    for value in values:
        for inner, rest in _variants({**raw, key: value}):
            yield f" [{value}]{inner}", rest


def _dealing(raw: dict[str, Any], written: Written, path: Path, number: int) -> Dealing:
    spelled: dict[str, Any] = {"kind": "goods", **raw}
    goods = spelled.get("goods")
    if isinstance(goods, str):
        spelled["goods"] = [{"hs": [goods]}]
    elif isinstance(goods, list):
        spelled["goods"] = [{"hs": [g]} if isinstance(g, str) else g for g in goods]
    facts = {**spelled.pop("facts", {}), **written.facts}
    if facts:
        spelled["facts"] = facts
    try:
        return msgspec.convert(spelled, Dealing, strict=True)
    except msgspec.ValidationError as error:
        raise SaringError("bad_type", f"{path}, case {number}", str(error)) from None
