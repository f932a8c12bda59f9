"""People of the partner who leave, who work without a trade, who perform; arms that are told of where they are fired."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Dealing, Document
from saring.reading import read


def told(text: str, language: str = "ru") -> tuple[Dealing, ...]:
    document = Document(source="test", sha256="", text=text, language=language, published="2024-07-21")
    return gather(read(document, spot), document)


@pytest.mark.parametrize(
    "text",
    [
        "Граждане Северной Кореи покидают Амурскую область, рассказали в мэрии.",
        "Рабочие из КНДР оставили стройки в Уссурийске.",
        "В Приморье отмечен исход граждан КНДР на родину.",
        "Из Находки на родину отбыли двести рабочих из КНДР.",
    ],
)
def test_who_leaves_ends_the_labour(text: str) -> None:
    (dealing,) = told(text)
    assert (dealing.kind, dealing.polarity, dealing.from_, dealing.to) == ("labour", "cessation", "RU", "KP")


@pytest.mark.parametrize(
    "text", ["Громадяни КНДР залишають Приморський край.", "Робітники з КНДР покинули Владивосток."]
)
def test_who_leaves_ends_the_labour_in_ukrainian(text: str) -> None:
    (dealing,) = told(text, "uk")
    assert (dealing.kind, dealing.polarity, dealing.from_, dealing.to) == ("labour", "cessation", "RU", "KP")


def test_what_is_paid_with_runs_the_other_way() -> None:
    ways = {each.kind: (each.from_, each.to) for each in told("Москва расплачивается с Пхеньяном нефтью за снаряды.")}
    assert ways == {"goods": ("RU", "KP"), "arms": ("KP", "RU")}


def test_the_agent_of_a_noun_gives_and_the_other_country_receives() -> None:
    (dealing,) = told("Посольство сообщило о передаче Россией в последние дни двух тысяч тонн пшеницы КНДР.")
    assert (dealing.from_, dealing.to) == ("RU", "KP")


@pytest.mark.parametrize(
    "text",
    [
        "Программисты из КНДР отправляли домой деньги, заработанные в США, на создание ракет.",
        "Северокорейские программисты годами переводили на родину миллионы долларов.",
    ],
)
def test_money_sent_home_goes_to_the_partner(text: str) -> None:
    money = [each for each in told(text) if each.kind == "finance"]
    assert [each.to for each in money] == ["KP"]
    assert not [each for each in told(text) if each.kind == "arms"]


def test_soldiers_who_pass_a_course_are_taught() -> None:
    (dealing,) = told("Военнослужащие КНДР прошли дополнительную подготовку на российском полигоне.")
    assert (dealing.kind, dealing.from_, dealing.to) == ("military_training", "RU", "KP")


def test_the_first_since_a_year_is_not_of_that_year() -> None:
    (dealing,) = told("Росія вперше з 2020 року відновила експорт нафти до Північної Кореї.", "uk")
    assert dealing.date is None


def test_who_flees_is_not_sent_home() -> None:
    assert told("Десятки северокорейцев покинули КНДР и получили убежище в Южной Корее.") == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Более сорока северокорейских женщин работают на трикотажной фабрике под Уссурийском.", "ongoing"),
        ("Весной в Уссурийск приедут сто человек из КНДР.", "planned"),
    ],
)
def test_people_without_a_trade_work(text: str, status: str) -> None:
    (dealing,) = told(text)
    assert (dealing.kind, dealing.from_, dealing.to, dealing.status) == ("labour", "KP", "RU", status)


def test_performers_are_no_labour() -> None:
    (dealing,) = told("Музыканты из КНДР выступили в Хабаровске.")
    assert (dealing.kind, dealing.from_, dealing.to, dealing.status) == ("other", "KP", "RU", "done")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Снаряды, которые россия применяет в Украине, поставляет Северная Корея.", "ru"),
        ("North Korea has supplied shells that are fired in Ukraine.", "en"),
    ],
)
def test_arms_at_the_front_went_to_the_ally(text: str, language: str) -> None:
    (dealing,) = told(text, language)
    assert (dealing.kind, dealing.from_, dealing.to) == ("arms", "KP", "RU")


def test_a_day_stands_between_the_word_and_its_speaker() -> None:
    (dealing,) = told("«КНДР продаёт уголь, перегружая его в море», — заявило в марте правительство США.")
    assert dealing.to != "US"


def test_means_of_carriage_and_details_are_no_goods() -> None:
    (dealing,) = told("Партию муки доставили в КНДР железнодорожным транспортом.")
    assert [good.words for good in dealing.goods] == ["муки"]
    assert told("Москва и Пхеньян готовятся к обсуждению деталей.") == ()
