"""Verbs that only describe, games, rivers between two countries: which act a sentence tells, and of whom."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Document
from saring.reading import read


def told(text: str, language: str) -> list[tuple[str, str, str | None, str | None]]:
    document = Document(source="test", sha256="", text=text, language=language, published="2025-07-21")
    return [(each.kind, each.polarity, each.from_, each.to) for each in gather(read(document, spot), document)]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Egypt bought refurbished missiles from North Korea in 2013.", "en", ("arms", "act", "KP", "EG")),
        ("China received smuggled coal from North Korea.", "en", ("goods", "act", "KP", "CN")),
        ("North Korea started selling coal to China.", "en", ("goods", "act", "KP", "CN")),
        ("Trucks seized in Russia were later sent to North Korea.", "en", ("goods", "act", "RU", "KP")),
        ("Грузовик, изъятый в России, был отправлен в КНДР.", "ru", ("goods", "act", "RU", "KP")),
        (
            "Restoran Korea Utara di Jakarta yang tutup pada 2020 akan kembali dibuka.",
            "id",
            ("joint_venture", "act", "KP", "ID"),
        ),
        ("Mongolia sent about 1,100 North Korean labourers home.", "en", ("labour", "cessation", "MN", "KP")),
        ("Mobil yang disita di Rusia itu kemudian dikirim ke Korea Utara.", "id", ("goods", "act", "RU", "KP")),
    ],
)
def test_a_verb_that_describes_is_not_the_act(text: str, language: str, wanted: tuple[str, str, str, str]) -> None:
    assert told(text, language) == [wanted]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kemenangan itu mengantar Korea Utara ke semifinal untuk bertemu Jepang.", "id"),
        ("North Korea meet Japan in the semifinal on Sunday.", "en"),
        ("Команда КНДР отправила пять мячей в ворота Марокко и встретится с Японией.", "ru"),
        ("북한은 준결승에서 일본을 만난다.", "ko"),
    ],
)
def test_games_are_no_dealings(text: str, language: str) -> None:
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("North Korea is short of food. Rice was smuggled across the Yalu River last month.", "en",
         ("goods", "act", "CN", "KP")),
        ("Copper was smuggled across the Yalu River, a source in North Korea said.", "en", ("goods", "act", "KP", "CN")),
        ("КНДР закрыта. Осенью откроют новый мост через реку Ялуцзян.", "ru", ("transport", "act", "KP", "CN")),
    ],
)  # fmt: skip
def test_what_crosses_a_river_goes_between_its_banks(
    text: str, language: str, wanted: tuple[str, str, str, str]
) -> None:
    assert told(text, language) == [wanted]
