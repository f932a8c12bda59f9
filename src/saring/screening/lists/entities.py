"""Any list in FollowTheMoney's JSON lines, so that collections in that form can be brought along."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from saring.model import SaringError

from ..entry import Listed, ListedKind, aliases
from ..names import numbers_of_imo
from .opened import MAX_ENTRIES, day, text

KINDS: dict[str, ListedKind] = {
    "Person": "person", "Organization": "organisation", "Company": "organisation", "LegalEntity": "unknown",
    "PublicBody": "organisation", "Vessel": "vessel", "Airplane": "aircraft",
}  # fmt: skip


class _Entity(msgspec.Struct):
    """What is used of an entity; keys that are not named here are ignored, since the form grows."""

    id: str
    schema: str
    properties: dict[str, list[str | dict[str, object]]] = {}
    datasets: list[str] = []
    caption: str = ""


def read(path: Path) -> Iterator[Listed]:
    """The persons, bodies, ships and aircraft of the file; entities of other schemas (addresses, links) are passed."""
    decoder = msgspec.json.Decoder(_Entity)
    for number, line in enumerate(text(path).splitlines(), 1):
        if number > MAX_ENTRIES * 4:
            raise SaringError("too_large", str(path), "too many lines", f"up to {MAX_ENTRIES * 4}")
        if not line.strip():
            continue
        try:
            entity = decoder.decode(line)
        except (msgspec.MsgspecError, RecursionError) as failure:
            raise SaringError("bad_json", f"{path}:{number}", str(failure), "a FollowTheMoney entity") from failure
        if entity.schema in KINDS:
            yield _entry(path, entity)


def _entry(path: Path, entity: _Entity) -> Listed:
    def every(*names: str) -> list[str]:
        return [v for n in names for v in entity.properties.get(n, []) if isinstance(v, str)]

    chief = entity.caption or (every("name") or [entity.id])[0]
    others = [(n, False, False) for n in every("name", "alias")]
    others += [(n, False, True) for n in every("previousName", "pastNames")] + [
        (n, True, False) for n in every("weakAlias")
    ]
    codes = [c.upper() for c in every("country", "nationality", "citizenship", "jurisdiction", "flag") if len(c) == 2]
    return Listed(
        list="FTM-" + (entity.datasets[0] if entity.datasets else path.stem),
        id=entity.id,
        kind=KINDS[entity.schema],
        names=aliases(chief, others),
        countries=tuple(dict.fromkeys(codes)),
        births=tuple(d for b in every("birthDate") if (d := day(b))),
        imo=tuple(dict.fromkeys(n for text in every("imoNumber") for n in numbers_of_imo(text))),
        identifiers=tuple(every("passportNumber", "registrationNumber", "idNumber", "mmsi", "callSign", "innCode")),
        programmes=tuple(every("program", "programId", "topics")),
    )
