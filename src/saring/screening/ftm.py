"""What was read and determined, as FollowTheMoney entities in JSON lines, and such entities read back.

A document becomes an Article, a dealing an Event (and an EconomicActivity where goods have codes), a party a
LegalEntity, a ship a Vessel, a finding a Note on the Event. Ids are digests, so that the same report gives the same
entities, and what several dealings share is written once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

import msgspec

from saring.model import Checked, Dealing, Determination, Report, SaringError


class Entity(msgspec.Struct, frozen=True):
    """One entity: its properties are lists of text, as FollowTheMoney has them."""

    id: str
    schema: str
    properties: dict[str, list[str]]


def entities(report: Report) -> Iterator[Entity]:
    """The entities of a report, each once, documents first, then what they tell; failures give none."""
    seen: set[str] = set()
    for document in report.documents:
        if isinstance(document, Checked):
            for entity in _document(document):
                if entity.id not in seen:
                    seen.add(entity.id)
                    yield entity


def lines(report: Report) -> Iterator[str]:
    """The same as JSON lines."""
    for entity in entities(report):
        yield msgspec.json.encode(entity).decode()


def read(given: Iterable[str | bytes]) -> Iterator[Entity]:
    """Entities from JSON lines; a line that is none is an error with its number."""
    for number, line in enumerate(given, 1):
        if line.strip():
            try:
                yield msgspec.json.decode(line, type=Entity)
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as failure:
                raise SaringError("bad_json", f"line {number}", str(failure), "a FollowTheMoney entity") from failure


def _id(*parts: str) -> str:
    return "saring-" + sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def _entity(key: str, schema: str, **properties: Iterable[str | None]) -> Entity:
    """An entity without empty properties; values are each once, in order."""
    kept = {name: list(dict.fromkeys(v for v in values if v)) for name, values in properties.items()}
    return Entity(key, schema, {name: values for name, values in kept.items() if values})


def _document(document: Checked) -> Iterator[Entity]:
    key = _id("document", document.sha256)
    yield _entity(
        key, "Article", fileName=[document.source], title=[document.title], contentHash=[_sha1(document.sha256)],
        language=[LANGUAGES.get(document.language)], publisher=[document.publisher], publishedAt=[document.published],
        notes=[f"sha256 {document.sha256}"],
    )  # fmt: skip
    for number, dealing in enumerate(document.dealings):
        yield from _dealing(key, dealing, dealing.id or str(number))


LANGUAGES = {"id": "ind", "en": "eng", "ru": "rus", "ko": "kor", "uk": "ukr", "ja": "jpn", "zh": "zho"}


def _sha1(digest: str) -> str | None:
    """A checksum property holds SHA-1 there; ours is SHA-256 and stands in the notes."""
    return digest if len(digest) == 40 else None


def _dealing(document: str, dealing: Dealing, name: str) -> Iterator[Entity]:
    key = _id("dealing", document, name)
    parties: dict[str | None, list[str]] = {}
    for party in dealing.parties:
        called = party.name or party.words
        entity = _entity(
            _id("party", called, party.country or ""), "LegalEntity", name=[called], country=[_land(party.country)]
        )
        parties.setdefault(party.role, []).append(entity.id)
        yield entity
    ships = [_entity(_id("ship", ship), "Vessel", name=[ship]) for ship in dealing.vessels]
    yield from ships
    first, last = _days(dealing.date)
    countries = [dealing.from_, dealing.to, *dealing.also_from, *dealing.also_to]
    said = [dealing.evidence.quote] if dealing.evidence else []
    found = dealing.determinations if isinstance(dealing.determinations, tuple) else ()
    yield _entity(
        key, "Event", name=[_title(dealing)], summary=said, startDate=[first], endDate=[last], proof=[document],
        country=[_land(c) for c in countries], involved=[p for group in parties.values() for p in group],
        keywords=[f"kind:{dealing.kind}", f"status:{dealing.status or 'done'}", f"role:{dealing.role}",
                  *(f"{d.regime}:{d.verdict}" for d in found)],
    )  # fmt: skip
    codes = [code for good in dealing.goods for code in good.hs]
    if codes:
        yield _entity(
            _id("flow", key), "EconomicActivity", summary=[_title(dealing)], startDate=[first], endDate=[last], proof=[document],
            vedCode=codes, goodsDescription=[g.words for g in dealing.goods], departureCountry=[_land(dealing.from_)],
            destinationCountry=[_land(dealing.to)], originCountry=[_land(str(dealing.facts.get("origin_country", "")))],
            sender=parties.get("sender", []), receiver=parties.get("receiver", []), transport=[s.id for s in ships],
        )  # fmt: skip
    for determination in found:
        yield from _findings(key, determination)


def _findings(event: str, found: Determination) -> Iterator[Entity]:
    for finding in found.findings:
        yield _entity(
            _id("finding", event, found.regime, finding.provision), "Note", entity=[event],
            name=[f"{finding.cite}: {finding.verdict}"], description=[finding.because],
            keywords=[f"provision:{finding.provision}", f"effect:{finding.effect}", f"as_of:{found.as_of}",
                      f"lawbook:{found.lawbook}", f"review:{finding.review}"],
        )  # fmt: skip
    if not found.findings:
        yield _entity(
            _id("finding", event, found.regime, ""), "Note", entity=[event], name=[f"{found.regime}: {found.verdict}"],
            description=["no provision of the asked regime reaches it; that is not a permission"],
            keywords=[f"as_of:{found.as_of}", f"lawbook:{found.lawbook}"],
        )  # fmt: skip


def _title(dealing: Dealing) -> str:
    way = f" {dealing.from_ or '?'}-{dealing.to or '?'}" if dealing.from_ or dealing.to else ""
    return f"{dealing.kind}{way}: {dealing.what or 'unnamed'}"


def _land(code: str | None) -> str | None:
    return code.lower() if code and len(code) == 2 else None


def _days(date: str | None) -> tuple[str | None, str | None]:
    """First and last day of a date of the contract."""
    if not date:
        return None, None
    first, _, last = date.partition("/")
    return first, last or first
