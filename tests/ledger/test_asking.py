"""Lists, filters, full text, timeline and relations."""

from __future__ import annotations

from typing import Any

import pytest
from tests.ledger.told import dealing, document, judged

from saring.ledger import Filters, Ledger
from saring.model import Mention, SaringError

TOLD: dict[str, tuple[str, str, str]] = {  # quote, language, a text around it
    "en": ("Ships carried anthracite to the harbour, inspectors wrote.", "en", "The workers were paid in cash."),
    "id": ("Penjualan pakaian itu dilakukan oleh perusahaan di Rusia.", "id", "Menurut laporan, buruh dikirim."),
    "ru": ("Посол рассказал о поставках железной руды и чёрного угля.", "ru", "Ещё о рабочих."),
    "ko": ("북한이 러시아에 맥주를 수출했다고 관리가 말했다.", "ko", "평양냉면집이 문을 열었다."),
    "zh": ("朝鲜向俄罗斯出口啤酒。", "zh", "边境贸易恢复。"),
}
FOUND = [
    ("anthracite", "en"), ("ANTHRACITE harbours", "en"), ("inspector", "en"), ("worker", "en"),
    ("jual", "id"), ("menjual", "id"), ("pakaian perusahaan", "id"), ("kirim", "id"), ("rusia", "id"),
    ("черного", "ru"), ("чёрный уголь", None), ("железная", "ru"), ("рабочий", "ru"), ("еще", "ru"),
    ("맥주", "ko"), ("냉면", "ko"), ("북한 맥주", "ko"), ("啤酒", "zh"), ("俄罗斯", "zh"), ("边境", "zh"),
    ("anthracite beer", None), ("zzz", None),
]  # fmt: skip


@pytest.fixture
def told(ledger: Ledger) -> dict[str, str]:
    """An event in each language, by language."""
    events = {}
    for n, (name, (quote, language, text)) in enumerate(TOLD.items()):
        one = dealing(quote, date=f"2025-0{n + 1}-01", what=None, goods=())
        events[name] = ledger.record(document(name, one, language=language), text=f"{quote} {text}").placed[0].event
    return events


@pytest.mark.parametrize(("words", "language"), FOUND)
def test_words_are_found_in_their_forms(ledger: Ledger, told: dict[str, str], words: str, language: str | None) -> None:
    found = [each.event.id for each in ledger.search(words)]
    assert found == ([] if language is None else [told[language]])


def test_a_search_says_where_it_found(ledger: Ledger, told: dict[str, str]) -> None:
    assert [each.where for each in ledger.search("anthracite")] == ["report"]
    assert [each.where for each in ledger.search("workers")] == ["text"]
    assert [each.event.id for each in ledger.search("the", Filters(language="id"))] == []
    for hostile in ('a OR b" NOT', "'); DROP TABLE events; --", "NEAR(a b)"):
        assert ledger.search(hostile) == []
    for empty in ('"', "*", "%", "_", ""):
        with pytest.raises(SaringError, match="no word"):
            ledger.search(empty)
    assert len(ledger.events()) == 5


def test_a_common_word_with_a_rare_filter(ledger: Ledger) -> None:
    pages = [
        document(f"p{n}", dealing(f"Cargo {n} went over.", date=f"20{10 + n % 15}-01-0{1 + n % 9}")) for n in range(90)
    ]
    rare = document("rare", dealing("Cargo of the ninth went over.", to="VN"))
    list(ledger.record_many((each, "cargo in the text") for each in [*pages[:45], rare, *pages[45:]]))
    found = ledger.search("cargo", Filters(country="VN"))
    assert [each.document for each in found] == [rare.sha256]
    pages_of = [
        each.event.id for offset in range(0, 100, 10) for each in ledger.search("cargo", limit=10, offset=offset)
    ]
    assert sorted(pages_of) == sorted(event.id for event in ledger.events(limit=None))


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Six events between four countries."""
    firm = (Mention(words="Dalian Firm", country="CN"),)
    rows: list[dict[str, Any]] = [
        {"parties": firm},
        {
            "date": "2025-08-01",
            "parties": firm,
            "hs": ("0303",),
            "determinations": (judged("restricted", "UNSCR-2397-6"),),
        },
        {"to": "RU", "kind": "arms", "hs": ("9306",), "status": "planned"},
        {"to": "RU", "also_to": ("VN",), "kind": "labour", "goods": (), "date": "2024", "hs": ()},
        {"from_": "RU", "to": "KP", "hs": ("2710",), "date": None},
        {"to": "RU", "status": "denied", "date": "2025-08-09"},
    ]
    for n, row in enumerate(rows):
        ledger.record(document(f"row {n}", dealing(f"Row number {n} is told here by somebody.", **row)))
    return ledger


FILTERS = [
    (Filters(), 6), (Filters(kind="goods"), 4), (Filters(verdict="restricted"), 1), (Filters(status="denied"), 1),
    (Filters(country="RU"), 4), (Filters(country="VN"), 1), (Filters(from_="RU"), 1), (Filters(to="VN"), 1),
    (Filters(party="dalian"), 2), (Filters(goods="27"), 3), (Filters(goods="2701"), 2), (Filters(goods="270119"), 2),
    (Filters(provision="UNSCR-2397-6"), 1), (Filters(provision="UNSCR-2371"), 5), (Filters(language="id"), 0),
    (Filters(since="2025-08"), 2), (Filters(until="2024-06"), 1), (Filters(since="2024-12-31", until="2025-07-20"), 4),
    (Filters(review="confirmed"), 0), (Filters(role="main"), 6), (Filters(party="%"), 0),
]  # fmt: skip


@pytest.mark.parametrize(("filters", "many"), FILTERS)
def test_filters(filled: Ledger, filters: Filters, many: int) -> None:
    assert len(filled.events(filters)) == filled.count(filters) == many
    assert sum(row.events for row in filled.timeline("year", filters, everything=True)) == many


def test_pages_and_orders(filled: Ledger) -> None:
    whole = [event.id for event in filled.events()]
    assert [event.id for offset in (0, 2, 4) for event in filled.events(limit=2, offset=offset)] == whole
    assert [event.id for event in filled.events(order="oldest")] == whole[::-1]
    firsts = [event.first or "" for event in filled.events()]
    assert firsts == sorted(firsts, reverse=True)


@pytest.mark.parametrize(
    "filters", [Filters(kind="x"), Filters(verdict="bad"), Filters(since="soon"), Filters(review="x")]
)
def test_words_that_are_none_are_refused(filled: Ledger, filters: Filters) -> None:
    for ask in (filled.events, filled.count, filled.timeline, filled.relations):
        with pytest.raises(SaringError):
            ask(filters=filters)


def test_the_timeline(filled: Ledger) -> None:
    rows = {(row.period, row.kind, row.verdict): row.events for row in filled.timeline()}
    assert rows == {
        ("2024-01", "labour", "prohibited"): 1,
        ("2025-07", "arms", "prohibited"): 1,
        ("2025-07", "goods", "prohibited"): 2,
        ("2025-08", "goods", "restricted"): 1,
    }
    assert sum(row.events for row in filled.timeline(everything=True)) == 6
    assert {row.period for row in filled.timeline("year")} == {"2024", "2025"}


def test_the_graph(filled: Ledger) -> None:
    found = filled.relations()
    assert {node.id: node.events for node in found.nodes} == {"CN": 2, "KP": 5, "RU": 3, "VN": 1, "Dalian Firm (CN)": 2}
    flows = {(edge.source, edge.target, edge.kind, edge.verdict) for edge in found.edges if edge.sort == "flow"}
    assert flows == {
        ("KP", "CN", "goods", "prohibited"), ("KP", "CN", "goods", "restricted"), ("KP", "RU", "arms", "prohibited"),
        ("KP", "RU", "labour", "prohibited"), ("KP", "VN", "labour", "prohibited"), ("RU", "KP", "goods", "prohibited"),
    }  # fmt: skip
    assert {edge.events for edge in found.edges} == {1}
    tied = [edge for edge in found.edges if edge.sort == "party"]
    assert {(edge.source, edge.target) for edge in tied} == {("Dalian Firm (CN)", "KP")}
    between = filled.relations(between=("RU", "KP"), by="year")
    assert {node.id: node.events for node in between.nodes} == {"KP": 3, "RU": 3}
    assert {(edge.source, edge.target) for edge in between.edges} == {("KP", "RU"), ("RU", "KP")}
    assert {(each.period, each.kind): each.events for each in between.intensity} == {
        ("2024", "labour"): 1, ("2025", "arms"): 1, ("2025", "goods"): 1,
    }  # fmt: skip
    assert filled.relations(parties=0).nodes == tuple(node for node in found.nodes if node.sort == "country")
    assert [edge.kind for edge in filled.relations(Filters(kind="arms")).edges] == ["arms"]


@pytest.mark.parametrize("form", ["svg", "png"])
def test_pictures(filled: Ledger, form: str) -> None:
    from saring.ledger.charts import graph_chart, intensity_chart, timeline_chart

    found = filled.relations()
    begin = {"svg": b"<svg", "png": b"\x89PNG"}[form]
    pictures = [
        timeline_chart(filled.timeline(), form),
        graph_chart(found, form),
        intensity_chart(found.intensity, form),
    ]
    assert all(picture.startswith(begin) for picture in pictures)
    assert pictures[1] == graph_chart(found, form)
    if form == "svg":
        assert b"Dalian Firm" in pictures[1]
        assert b"<script" not in b"".join(pictures)


def test_no_picture_of_another_form(filled: Ledger) -> None:
    from saring.ledger.charts import timeline_chart

    with pytest.raises(SaringError):
        timeline_chart(filled.timeline(), "gif")
