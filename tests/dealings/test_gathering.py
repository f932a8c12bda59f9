"""What is told twice is one dealing; what differs in goods, time, sides or denial is not."""

from __future__ import annotations

from saring.dealings import gather
from saring.model import Amount, Dealing, Document, Good, Mention, Quote, When

TEXT = (
    "Korut ekspor apel\n"
    "Korea Utara mengekspor apel ke Rusia. Apel Korea Utara dijual di Rusia. Korea Utara mengekspor bir ke Rusia.\n"
)
DOCUMENT = Document(
    source="t",
    sha256="",
    text=TEXT,
    language="id",
    title="Korut ekspor apel",
    title_span=(0, 17),
    published="2025-07-21",
)
APPLES, BEER = Good(words="apel", hs=("0808",)), Good(words="bir", hs=("2203",))


def telling(quote: str, **keys: object) -> Dealing:
    start = TEXT.index(quote)
    base: dict[str, object] = {"kind": "goods", "status": "done", "from_": "KP", "to": "RU", "goods": (APPLES,)}
    return Dealing(evidence=Quote(start, start + len(quote), quote), **{**base, **keys})  # type: ignore[arg-type]


TITLE = "Korut ekspor apel"
FIRST = "Korea Utara mengekspor apel ke Rusia."
SECOND = "Apel Korea Utara dijual di Rusia."
THIRD = "Korea Utara mengekspor bir ke Rusia."


def test_title_and_body_are_one() -> None:
    found = gather([telling(TITLE, to=None), telling(FIRST), telling(SECOND)], DOCUMENT)
    assert [(each.id, each.to, len(each.mentions)) for each in found] == [("d1", "RU", 2)]
    assert found[0].evidence is not None
    assert found[0].evidence.quote == FIRST


def test_other_goods_are_another_dealing() -> None:
    found = gather([telling(FIRST), telling(THIRD, goods=(BEER,))], DOCUMENT)
    assert [each.id for each in found] == ["d1", "d2"]


def test_ids_follow_the_text() -> None:
    found = gather([telling(THIRD, goods=(BEER,)), telling(FIRST)], DOCUMENT)
    assert [each.goods[0].hs for each in found] == [("0808",), ("2203",)]


def test_denied_stays_apart() -> None:
    assert len(gather([telling(FIRST), telling(SECOND, status="denied")], DOCUMENT)) == 2


def test_other_times_stay_apart() -> None:
    early = When("2015", "2015-01-01", "2015-12-31")
    late = When("2024", "2024-01-01", "2024-12-31")
    assert len(gather([telling(FIRST, when=early), telling(SECOND, when=late)], DOCUMENT)) == 2


def test_other_amounts_stay_apart() -> None:
    few, many = Amount("700 ton", 700, "t"), Amount("9.000 ton", 9000, "t")
    assert len(gather([telling(FIRST, amount=few), telling(SECOND, amount=many)], DOCUMENT)) == 2


def test_what_one_lacks_comes_from_the_other() -> None:
    when = When("2025", "2025-01-01", "2025-12-31")
    said = (Mention(words="NK News"),)
    found = gather([telling(FIRST), telling(SECOND, when=when, date="2025", said_by=said)], DOCUMENT)
    assert [(each.date, each.said_by) for each in found] == [("2025", said)]


def test_umbrella_is_absorbed() -> None:
    assert len(gather([telling(SECOND, goods=()), telling(FIRST)], DOCUMENT)) == 1


def test_nothing_gives_nothing() -> None:
    assert gather([], DOCUMENT) == ()


def test_goods_without_a_name_are_called_as_the_text_calls_them() -> None:
    found = gather([telling(FIRST, goods=(), what="mengekspor")], DOCUMENT)
    good = found[0].goods[0]
    assert good.span is not None
    assert TEXT[good.span[0] : good.span[1]] == good.words == "mengekspor"
    assert good.hs == ()
