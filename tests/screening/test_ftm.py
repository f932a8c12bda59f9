"""Reports as FollowTheMoney entities."""

from __future__ import annotations

from importlib.util import find_spec

import msgspec
import pytest

from saring.model import (
    Checked,
    Dealing,
    Determination,
    Failure,
    Finding,
    Good,
    Mention,
    Problem,
    Quote,
    Report,
    SaringError,
)  # fmt: skip
from saring.screening.ftm import Entity, entities, lines, read

FINDING = Finding(
    "UNSCR-2397-6:food", "S/RES/2397 (2017), para. 6", "prohibit", "prohibited", "apples are of chapter 08"
)
DEALING = Dealing(
    kind="goods", id="d1", from_="KP", to="RU", date="2025-07", what="apples", goods=(Good("apples", ("0808",)),),
    parties=(Mention("Test Co", name="Test Co.", country="KP", role="sender"), Mention("Other")), vessels=("Test Star",),
    evidence=Quote(0, 10, "They sold."),
    determinations=(Determination("d1", "UN", "prohibited", "2025-07", "date", "v1", (FINDING,)),
                    Determination("d1", "EU", "not_covered", "2025-07", "date", "v1")),
)  # fmt: skip
DOCUMENT = Checked("a.txt", "ab" * 32, "id", "Title", dealings=(DEALING, msgspec.structs.replace(DEALING, id="d2")))
REPORT = Report("v1", (DOCUMENT, Failure(Problem("empty", "m", "w"), source="b.txt")))


def by_schema() -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for entity in entities(REPORT):
        found.setdefault(entity.schema, []).append(entity)
    return found


def test_entities() -> None:
    found = by_schema()
    assert {k: len(v) for k, v in found.items()} == {
        "Article": 1, "LegalEntity": 2, "Vessel": 1, "Event": 2, "EconomicActivity": 2, "Note": 4,
    }  # fmt: skip
    event = found["Event"][0].properties
    assert event["country"] == ["kp", "ru"]
    assert event["proof"] == [found["Article"][0].id]
    assert "UN:prohibited" in event["keywords"]
    assert len(event["involved"]) == 2
    flow = found["EconomicActivity"][0].properties
    assert flow["vedCode"] == ["0808"]
    assert flow["departureCountry"] == ["kp"]
    assert flow["destinationCountry"] == ["ru"]
    assert flow["sender"] == [found["LegalEntity"][0].id]
    assert flow["transport"] == [found["Vessel"][0].id]
    note = found["Note"][0].properties
    assert note["entity"] == [found["Event"][0].id]
    assert "provision:UNSCR-2397-6:food" in note["keywords"]


def test_lines_are_stable_and_read_back() -> None:
    written = list(lines(REPORT))
    assert written == list(lines(REPORT))
    assert list(read(written)) == list(entities(REPORT))
    assert len({e.id for e in read(written)}) == len(written)
    with pytest.raises(SaringError) as caught:
        list(read(["", "{"]))
    assert caught.value.where == "line 2"


# What the schemata of FollowTheMoney 4 allow, of what is written here.
THING = {"name", "summary", "country", "keywords", "notes", "description", "publisher", "proof"}
INTERVAL = {"startDate", "endDate", "date", "summary", "proof"}
ALLOWED = {
    "Article": THING | {"fileName", "title", "contentHash", "language", "publishedAt"},
    "LegalEntity": THING,
    "Vessel": THING,
    "Event": THING | INTERVAL | {"involved"},
    "EconomicActivity": INTERVAL
    | {
        "vedCode",
        "goodsDescription",
        "departureCountry",
        "destinationCountry",
        "originCountry",
        "sender",
        "receiver",
        "transport",
    },
    "Note": THING | {"entity"},
}


def test_only_known_properties() -> None:
    for entity in entities(REPORT):
        assert set(entity.properties) <= ALLOWED[entity.schema]


if find_spec("followthemoney"):  # the extra ftm needs a compiler; without it the table above stands guard

    def test_the_library_takes_them() -> None:
        from followthemoney import model

        for entity in entities(REPORT):
            proxy = model.get_proxy(msgspec.to_builtins(entity), cleaned=False)
            for name, values in entity.properties.items():
                assert name in proxy.schema.properties, (entity.schema, name)
                assert len(proxy.get(name)) == len(values), (entity.schema, name, values)
