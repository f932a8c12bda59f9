"""How sure a text is of an act: what is weighed, refused, gone back on, wished under a condition."""

from __future__ import annotations

import pytest

from saring.apps.api import check


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("About 100 North Korean officers were being instructed in Russia, a lawmaker said.", "ongoing"),
        ("Moscow at first denied that North Korean troops were in Kursk, and later confirmed that they had been sent to Russia.", "done"),
        ("The Kremlin denied that North Korean troops had been sent to Russia.", "denied"),
        ("Semula kedua negara membantah, tetapi Rusia kemudian mengakui bahwa Korea Utara mengirim pasukan ke Kursk.", "done"),
        ("Осенью Пхеньян направил в Россию солдат; сначала обе столицы это отрицали.", "done"),
        ("Para ahli mengatakan rudal Korea Utara dikirim ke Rusia, yang dibantah oleh Moskow.", "alleged"),
        ("Вывоз дизель-генератора в КНДР таможня не согласовала.", "denied"),
        ("Фирма рассчитывает завезти из КНДР пиво к новому году.", "planned"),
        ("В Приморье хотели бы закупать северокорейские яблоки.", "wished"),
        ("Если санкции снимут, Россия могла бы закупать северокорейские яблоки.", "hypothetical"),
        ("Россия и КНДР ведут переговоры о поставке коров в КНДР.", "planned"),
        ("캄보디아는 북한 노동자에게 노동허가를 내준 사실이 없다고 보고했다.", "denied"),
    ],
)  # fmt: skip
def test_status(text: str, wanted: str) -> None:
    found = {each.status for each in check(text, published="2025-07-20").dealings if each.kind != "diplomacy"}
    assert found == {wanted}


def test_a_refusal_that_is_told_is_done() -> None:
    text = "Japan refused entry to a North Korean ship carrying crab."
    assert "denied" not in {each.status for each in check(text, published="2025-07-20").dealings}
