"""Short news in Russian and Ukrainian, free prose of two or three sentences: every dealing with its sides and status."""

from __future__ import annotations

from pathlib import Path

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Dealing, Document
from saring.reading import read

ROWS = (Path(__file__).parent / "prose.cyrillic.tsv").read_text(encoding="utf-8").splitlines()
LEAST = 0.9  # share of the paragraphs that must be read rightly in full


def told(text: str, language: str) -> tuple[Dealing, ...]:
    document = Document(source="test", sha256="", text=text, language=language, published="2025-07-21")
    return gather(read(document, spot), document)


def wrong(row: str) -> str | None:
    """What is wrong in the reading of one paragraph, or nothing."""
    head, text = row.split("\t")
    language, wanted = head.split(" ", 1)
    left = list(told(text, language))
    for want in [] if wanted == "silent" else wanted.split(" + "):
        kind, giver, receiver, status = want.split()
        fits = [
            each for each in left
            if each.kind == kind and giver in ("*", each.from_) and receiver in ("*", each.to) and each.status == status
        ]  # fmt: skip
        if not fits:
            return f"missed {want}: {text}"
        left.remove(fits[0])
    return f"false {[each.what for each in left]}: {text}" if left else None


def test_paragraphs() -> None:
    faults = [fault for row in ROWS if (fault := wrong(row))]
    assert len(faults) <= (1 - LEAST) * len(ROWS), "\n".join(faults)


@pytest.mark.parametrize("row", [row for row in ROWS if " silent\t" in row])
def test_silence(row: str) -> None:
    assert wrong(row) is None


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("КНДР поставила в Россию крабовое мясо.", "ru", "1605"),
        ("Россия отправила в КНДР два минивэна.", "ru", "8703"),
        ("В КНДР отправили газовые плитки.", "ru", "7321"),
        ("КНДР закупила в Китае настойку на женьшене.", "ru", "2208"),
        ("Росія відправила до КНДР борошно, трактори та автобуси.", "uk", "8701"),
        ("Китай закупив у КНДР молібденовий концентрат.", "uk", "2613"),
    ],
)
def test_goods_words(text: str, language: str, code: str) -> None:
    codes = {code[:4] for each in told(text, language) for good in each.goods for code in good.hs}
    assert code in codes


def test_koreans_without_further_name_are_the_partners() -> None:
    text = "Торговля с КНДР растёт. За аренду причала компания заплатила корейцам двести тысяч долларов."
    assert [(each.kind, each.to) for each in told(text, "ru")] == [("finance", "KP")]


def test_who_asks_for_supplies_receives_them() -> None:
    found = told("КНДР просит увеличить поставки муки из России.", "ru")
    assert [(each.from_, each.to, each.status) for each in found] == [("RU", "KP", "wished")]


def test_the_means_of_travel_is_no_dealing() -> None:
    found = told("Китай шлёт в КНДР рис эшелонами.", "ru")
    assert [(each.kind, each.from_, each.to) for each in found] == [("goods", "CN", "KP")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Китай подозревают в закупках северокорейского угля.", "alleged"),
        ("Москва отрицала поставки нефти в КНДР.", "denied"),
    ],
)
def test_words_of_speech_do_not_hide_the_status(text: str, status: str) -> None:
    assert [each.status for each in told(text, "ru")] == [status]
