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


def test_a_cargo_that_is_taken_up_again_is_one_dealing_whatever_its_days() -> None:
    first, later = "A ship was seized with 6,500 tonnes of coal on June 10.", "It had loaded the coal on May 28."
    text = f"{first} {later} It sold coal on May 3."
    document = Document(source="t", sha256="", text=text, language="en", published="2024-06-12")

    def told(quote: str, day: str, amount: Amount | None = None) -> Dealing:
        start = text.index(quote)
        place = start + quote.index("coal")
        return Dealing(
            kind="goods", status="done", from_="KP", to="VN", amount=amount, when=When(day, day, day),
            goods=(Good(words="coal", hs=("2701",), span=(place, place + 4)),), evidence=Quote(start, start + len(quote), quote),
        )  # fmt: skip

    load = Amount("6,500 tonnes", 6500, "t", (22, 34))
    seized, loaded = told(first, "2024-06-10", load), told(later, "2024-05-28")
    (one,) = gather([seized, loaded], document)
    assert (one.when.first if one.when else None, len(one.mentions)) == ("2024-06-10", 1)
    assert len(gather([seized, told("It sold coal on May 3.", "2024-05-03")], document)) == 2
    assert len(gather([seized, told(later, "2024-01-28")], document)) == 2


def test_a_title_may_call_goods_what_the_body_calls_aid() -> None:
    found = gather([telling(TITLE), telling(FIRST, kind="aid")], DOCUMENT)
    assert [each.kind for each in found] == ["aid"]
    other = gather([telling(TITLE), telling(FIRST, kind="aid", goods=(BEER,))], DOCUMENT)
    assert [each.kind for each in other] == ["goods", "aid"]
