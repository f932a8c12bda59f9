"""Sentences of the news and what they tell: kind, sides and status, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Dealing, Document
from saring.reading import read

HERE = Path(__file__).parent
LEAST = 0.96  # share of the sentences that must be read rightly
LEAST_STATUS = 0.8


def told(text: str, language: str, published: str = "2025-07-21") -> tuple[Dealing, ...]:
    document = Document(source="test", sha256="", text=text, language=language, published=published)
    return gather(read(document, spot), document)


def lines(language: str) -> list[tuple[list[str], str]]:
    rows = (HERE / f"telling.{language}.tsv").read_text(encoding="utf-8").splitlines()
    return [(row.split("\t")[0].split(), row.split("\t")[1]) for row in rows if row.strip()]


def right(want: list[str], found: tuple[Dealing, ...]) -> bool:
    if want[0] == "silent":
        return not found
    kind, giver, receiver = want[:3]
    return len(found) == 1 and any(
        each.kind == kind and giver in ("*", each.from_) and receiver in ("*", each.to) for each in found
    )


@pytest.mark.parametrize("language", ["en", "id"])
def test_sentences(language: str) -> None:
    rows = lines(language)
    wrong = [text for want, text in rows if not right(want, told(text, language))]
    assert len(wrong) <= (1 - LEAST) * len(rows), "\n".join(wrong)


@pytest.mark.parametrize("language", ["en", "id"])
def test_status(language: str) -> None:
    rows = [(want, text) for want, text in lines(language) if want[0] != "silent"]
    wrong = []
    for want, text in rows:
        found = told(text, language)
        if found and found[0].status != want[3]:
            wrong.append(f"{want[3]} {found[0].status}: {text}")
    assert len(wrong) <= (1 - LEAST_STATUS) * len(rows), "\n".join(wrong)


def test_enumeration_is_one_dealing_a_heading() -> None:
    text = "Produk Korut yang masuk ke Rusia berupa apel, selai, sosis, bir hingga akordion."
    codes = [each.goods[0].hs for each in told(text, "id") if each.goods]
    assert len(codes) == 5


def test_list_of_partners_is_one_dealing() -> None:
    found = told("North Korea exports coal to Russia, China and Vietnam.", "en")
    assert [(each.to, each.also_to) for each in found] == [("RU", ("CN", "VN"))]


def test_repatriation_is_cessation() -> None:
    found = told("Russia repatriated 5,000 North Korean workers in 2018.", "en")
    assert [each.polarity for each in found] == ["cessation"]


def test_facts_of_labour_and_training() -> None:
    labour = told("Korea Utara akan mengirim 5.000 pekerja ke Rusia.", "id")
    assert labour[0].facts == {"earns_income_abroad": True}
    training = told("Russian instructors trained North Korean soldiers.", "en")
    assert training[0].facts["arms_related"] is True


def test_another_partner() -> None:
    text = "Russia bought drones from Iran last year."
    document = Document(source="test", sha256="", text=text, language="en", published="2023-05-01")
    assert [(each.from_, each.to) for each in read(document, spot, partner="IR")] == [("IR", "RU")]
    assert read(document, spot) == ()
