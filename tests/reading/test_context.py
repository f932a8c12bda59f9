"""What a sentence leaves out: sides from the sentences before, from the place of the text, from the speaker himself."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Dealing, Document
from saring.reading import read
from saring.reading.headers import head_end, outlet_of
from saring.reading.sentences import Sentence


def told(text: str, language: str) -> tuple[Dealing, ...]:
    document = Document(source="test", sha256="", text=text, language=language, published="2025-07-21")
    return gather(read(document, spot), document)


def sides(text: str, language: str) -> list[tuple[str, str | None, str | None]]:
    return [(each.kind, each.from_, each.to) for each in told(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("North Korea sent shells to Russia last year. Moscow provided air defence systems and oil.", "en",
         ("goods", "RU", "KP")),
        ("Korea Utara mengirim peluru ke Rusia. Rusia memberikan minyak mentah sebagai imbalan.", "id",
         ("goods", "RU", "KP")),
        ("Russia supplied North Korea with oil in exchange for weapons.", "en", ("arms", "KP", "RU")),
        ("The Kremlin dismissed reports that it had sent fighter jets to North Korea.", "en", ("arms", "RU", "KP")),
        ("Cambodia closed all North Korean restaurants.", "en", ("joint_venture", "KP", "KH")),
        ("Uganda sent home its North Korean police trainers.", "en", ("military_training", "UG", "KP")),
    ],
)  # fmt: skip
def test_sides_that_the_clause_leaves_out(text: str, language: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in sides(text, language)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("South Korea's spy agency said North Korea had sent 3,000 troops to Russia.", ("troops", "KP", "RU")),
        ("Ukraine says Russia received missiles from North Korea.", ("arms", "KP", "RU")),
        ("A South Korean official told reporters that Pyongyang plans to sell more shells to Moscow.",
         ("arms", "KP", "RU")),
    ],
)  # fmt: skip
def test_who_only_speaks_is_no_side(text: str, wanted: tuple[str, str, str]) -> None:
    assert sides(text, "en") == [wanted]


def test_a_country_where_things_are_loaded_gives_them() -> None:
    assert sides("The North Korean ship loaded coal at Nampo.", "en")[0][1] == "KP"


def test_totals_of_all_the_world_have_no_other_side() -> None:
    text = "China bought coal from North Korea. North Korea's exports fell to $2 billion in 2016."
    assert ("goods", "KP", None) in sides(text, "en")


def test_customs_that_count_trade_are_a_side_of_it() -> None:
    text = "Chinese customs reported that imports of wigs from North Korea rose."
    assert ("goods", "KP", "CN") in sides(text, "en")


@pytest.mark.parametrize(
    ("text", "head", "outlet"),
    [
        ("HAI PHONG, June 12, 2024 (The Strait Ledger) - A ship was held.", 47, "The Strait Ledger"),
        ("Jakarta, Kabar Bahari - Korea Utara mengirim apel.", 24, "Kabar Bahari"),
        ("MOSCOW : Western charges had no evidence.", 9, None),
        ("Russia said on Monday - and not for the first time - that it would help.", 0, None),
    ],
)
def test_heads_of_reports(text: str, head: int, outlet: str | None) -> None:
    end = head_end(text, Sentence(0, len(text), 0), frozenset(("june",)))
    assert end == head
    named = outlet_of(text, 0, end) if end else None
    assert (text[slice(*named)] if named else None) == outlet


def test_the_city_of_a_dateline_is_no_side() -> None:
    text = "JAKARTA, Kabar Bahari - Korea Utara mengirim batu bara ke China."
    assert sides(text, "id") == [("goods", "KP", "CN")]
