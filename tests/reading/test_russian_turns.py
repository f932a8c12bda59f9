"""Sentences of Russian reports that turn a dealing round, only ask for it, deny it, or name its sides by their case."""

from __future__ import annotations

import pytest
from tests.reading.test_tellings import told

TURNS = """
goods CN KP done; goods CN KP done | Таможня Китая опубликовала данные по КНДР. Новинкой месяца стали 300 велосипедов и швейные машины, отправленные в КНДР.
goods KP CN done; goods KP CN denied | Эксперты сообщили о поставках угля из КНДР в Китай. Китай это отрицает.
arms KP RU alleged; arms KP RU denied | США обвиняют КНДР в поставках снарядов России. Москва обвинения отвергает.
goods RU KP done; goods KP RU planned | Фабрика в Пхеньяне получила из России ткань. К осени вернутся готовые куртки.
goods RU KP done | Трёх верблюдов вручил зоопарку Пхеньяна министр природных ресурсов России.
troops KP RU planned; labour KP RU planned | Отправить в Россию тысячу саперов и пять тысяч военных строителей решил лично Ким Чен Ын.
troops KP RU done | Герасимов признал участие солдат КНДР в освобождении Курской области.
military_training RU KP done | Солдат из КНДР обучали в российских учебных центрах обращению с беспилотниками.
troops RU KP done cessation | Ким Чен Ын встретил на вокзале Пхеньяна вернувшийся из Курской области батальон.
diplomacy RU KP done | Решение принято после визита секретаря Совбеза России Сергея Шойгу в Пхеньян 4 июня.
diplomacy RU KP done | Министр культуры России Ольга Любимова прибыла в Пхеньян с рабочим визитом.
finance KP GE alleged | Минфин США утверждает, что банк в Цхинвале держит счёт северокорейского Банка внешней торговли.
intellectual_property KP RU done | Роспатент зарегистрировал товарный знак северокорейского производителя пива.
joint_venture RU KP offered | Российский бизнесмен предлагает корейцам построить в Расоне совместный завод по выпуску мебели.
science KP RU planned | Группа северокорейских студентов-химиков ожидается в Томске в сентябре.
goods KP RU planned | Россельхознадзор ждёт осенью и первых партий груш из КНДР.
intellectual_property KP RU done | Пхеньянская фабрика подала в Роспатент заявку на товарный знак.
military_training RU KP done | Артиллеристов из КНДР готовили на полигоне под Уссурийском российские офицеры.
labour KP RU planned | Направить в Белгородскую область тысячу строителей Пхеньян пообещал в июне.
silent | Нам пишут: «Можно ли купить корейскую вышивку через посольство России в КНДР?» Отвечаем: торговлей мы не занимаемся.
silent | Пятеро погибших северокорейских солдат удостоены звания Героя КНДР посмертно.
silent | Станки и электронику в КНДР не отправляют ни за деньги, ни даром: так велит резолюция.
silent | Следователи советуют фирмам не высылать технику соискателям из КНДР.
"""


@pytest.mark.parametrize("line", TURNS.strip().splitlines())
def test_a_turn_of_the_report_is_read(line: str) -> None:
    """What moves from whom to whom, and how sure the report is."""
    want, text = line.split(" | ", 1)
    found = sorted(
        f"{each.kind} {each.from_ or '-'} {each.to or '-'} {each.status}"
        + ("" if each.polarity == "act" else f" {each.polarity}")
        for each in told(text, "ru")
    )
    assert found == ([] if want == "silent" else sorted(want.split("; "))), text


def test_the_figures_of_a_year_run_on_past_a_month_named_in_passing() -> None:
    """A month inside a later clause is the month of its own act alone."""
    text = (
        "Китай в 2024 году нарастил торговлю с КНДР. Китайские фабрики закупили у КНДР парики, в декабре их отгрузили "
        "40 тонн. Китай отправил в КНДР сахар."
    )
    found = {good.words: each.date for each in told(text, "ru", "2025-01-20") for good in each.goods}
    assert found["сахар"] == "2024"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Обувь из КНДР в Россию не ввозили, заверили РБК в Дальневосточном таможенном управлении.",
            ["РБК", "Дальневосточном таможенном управлении"],
        ),
        ("Россия отправила в КНДР муку, сообщили ТАСС в четверг.", ["ТАСС"]),
    ],
)
def test_the_body_in_which_an_outlet_was_told(text: str, want: list[str]) -> None:
    """A day behind the outlet is no body."""
    (dealing,) = told(text, "ru")
    assert [each.words for each in dealing.said_by] == want
