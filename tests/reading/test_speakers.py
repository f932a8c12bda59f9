"""Which of the words beside a verb of speech are its speaker, and how long he goes on speaking."""

from __future__ import annotations

from pathlib import Path

import pytest

from saring.goods import spot
from saring.model import Document
from saring.reading import read
from saring.reading.attribution import Listener
from saring.reading.packs import compiled
from saring.reading.reader import open_reading


def chains(text: str, language: str) -> list[tuple[str, list[str]]]:
    """The quote of each telling with its sources."""
    document = Document(source="test", sha256="", text=text, language=language, published="2025-07-21")
    return [(t.evidence.quote if t.evidence else "", [m.words for m in t.said_by]) for t in read(document, spot)]


def of(text: str, language: str, words: str) -> list[str]:
    """The sources of the first telling whose quote holds the words."""
    found = [said for quote, said in chains(text, language) if words in quote]
    assert found, chains(text, language)
    return found[0]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Russia sent wheat to North Korea, according to a U.N. panel of experts.", "en", ["a U.N. panel of experts"]),
        ("The embassy in Seoul on Thursday said Russia had sold oil to North Korea.", "en", ["The embassy in Seoul"]),
        ("Russia sold oil to North Korea, the prosecution told the court.", "en", ["the prosecution"]),
        ("Russia sold oil to North Korea, the envoy said, citing a statement by the spy agency.", "en",
         ["the envoy", "a statement by the spy agency"]),
        ("Лошади отправлены из России в КНДР, сообщила ТАСС начальник отдела таможни Анна Рубцова.", "ru",
         ["ТАСС", "начальник отдела таможни Анна Рубцова"]),
        ("В министерстве транспорта края добавили, что Россия поставила КНДР муку.", "ru",
         ["В министерстве транспорта края"]),
        ("Россия поставила КНДР муку, сообщила в среду пресс-служба Россельхознадзора.", "ru",
         ["пресс-служба Россельхознадзора"]),
        ("Южнокорейская разведка считает, что КНДР передала России снаряды.", "ru", ["Южнокорейская разведка"]),
        ("Rusia mengirim solar ke Korea Utara, kata Kementerian Luar Negeri Jepang dalam siaran pers.", "id",
         ["Kementerian Luar Negeri Jepang"]),
        ("Korea Utara mengirim tentara ke Rusia, menurut informasi dari NIS.", "id", ["NIS"]),
        ("Korea Utara mengirim tentara ke Rusia, kata Presiden Volodymyr Zelensky pada hari Kamis.", "id",
         ["Presiden Volodymyr Zelensky"]),
        ("Также Козлов сообщил, что Россия поставила КНДР муку.", "ru", ["Козлов"]),
        ("По данным перевозчика, Россия поставила КНДР муку.", "ru", ["перевозчика"]),
        ("Южнокорейский центр «Сокчхо Вотч» утверждает, что КНДР поставила уголь в Китай.", "ru",
         ["Южнокорейский центр «Сокчхо Вотч»"]),
        ("Seorang pejabat Korea Selatan kepada harian Chosun Ilbo mengatakan Rusia mengirim mobil ke Korea Utara.", "id",
         ["Chosun Ilbo", "Seorang pejabat Korea Selatan"]),
    ],
)  # fmt: skip
def test_the_speaker_is_cut_out_of_what_stands_beside_him(text: str, language: str, wanted: list[str]) -> None:
    assert of(text, language, "") == wanted


@pytest.mark.parametrize(
    ("text", "language", "stray"),
    [
        ("Trade goes on as agreed. In May it told UNICEF that Russia sent wheat to North Korea.", "en", "it"),
        ("Russia sold oil to North Korea, and the committee had been informed.", "en", "committee"),
        ("Согласно контракту, Россия поставила КНДР муку.", "ru", "контракту"),
        (
            "북한은 지난달 러시아에 포탄을 보냈고, 위성 기술 자문도 이뤄지고 있는 것으로 보인다고 덧붙였다.",
            "ko",
            "자문",
        ),
    ],
)
def test_what_is_told_is_no_speaker(text: str, language: str, stray: str) -> None:
    assert not any(stray in each for _, said in chains(text, language) for each in said)


def test_a_paper_that_is_named_again() -> None:
    text = (
        "Russia sold oil to North Korea, a U.N. report says.\n\n"
        "Moscow also sent trucks to North Korea, according to the report."
    )
    assert of(text, "en", "trucks") == ["a U.N. report"]


def test_an_office_without_a_name_is_the_one_that_spoke() -> None:
    text = (
        "КНДР отправила снаряды в Россию, утверждает министерство обороны Республики Корея.\n\n"
        "Взамен, полагает ведомство, Россия поставила КНДР ракеты."
    )
    assert of(text, "ru", "Взамен") == ["министерство обороны Республики Корея"]


def test_a_speaker_goes_on_in_his_paragraph_until_the_report_turns() -> None:
    text = "Russia sold oil to North Korea, Kim Min-su said. It also sent trucks to North Korea. Earlier, China sent rice to North Korea."
    assert of(text, "en", "trucks") == ["Kim Min-su"]
    assert of(text, "en", "rice") == []


def test_a_lead_has_the_source_of_the_sentence_behind_it() -> None:
    text = "북한이 중국에서 굴착기를 들여온 것으로 드러났다.\n\n3일 정부 소식통에 따르면 북한은 중국에서 트랙터도 수입했다."
    assert of(text, "ko", "굴착기") == of(text, "ko", "트랙터") == ["정부 소식통"]


def test_a_verb_of_speech_without_its_subject_goes_on() -> None:
    text = "국방부는 북한이 러시아에 포탄을 보냈다고 밝혔다. 러시아가 북한에 방공 장비를 제공했다고 덧붙였다."
    assert of(text, "ko", "방공") == ["국방부"]


LINES = [line.split("\t") for line in (Path(__file__).parent / "speakers.tsv").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("language", "wanted", "text"), LINES, ids=[line[2][:40] for line in LINES])
def test_ways_to_name_a_source(language: str, wanted: str, text: str) -> None:
    """Each wanted name is within a source of its own, and nothing else is taken for one."""
    pack = compiled(language)
    document = Document(source="test", sha256="", text=text, language=language, published="2025-07-21")
    reading = open_reading(document, spot, "KP")
    assert pack is not None
    assert reading is not None
    chains = Listener(pack).chains(reading.scenes())
    said = list(dict.fromkeys(each.words for chain in chains for each in chain))
    assert all(any(name in each for each in said) for name in wanted.split("|")), said
    assert len(said) == len(wanted.split("|")), said


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Statement by the Embassy of Russia on trade\n\nRussia supplies oil to North Korea every month.", "en", "Embassy of Russia"),
        ("Комментарий посольства России в КНДР о поставках\n\nРоссия поставляет КНДР муку.", "ru", "посольства России в КНДР"),
        ("Pernyataan Kedutaan Besar Rusia tentang gandum\n\nRusia memasok gandum ke Korea Utara.", "id", "Kedutaan Besar Rusia"),
        ("Новости недели\n22 мая 2025\nРадио Свобода\n\nРоссия поставляет КНДР муку.", "ru", "Радио Свобода"),
    ],
)  # fmt: skip
def test_who_issues_a_text_speaks_in_it(text: str, language: str, wanted: str) -> None:
    assert chains(text, language)[-1][1][0] == wanted


def test_a_denial_is_no_source_of_what_stands_before() -> None:
    text = 'Russia sent missiles to North Korea, Shin Won-sik told SBS. "Oil was sent to North Korea too," he said. The Kremlin has not commented.'
    assert not any("Kremlin" in each for _, said in chains(text, "en") for each in said)


def test_a_sentence_that_tells_something_is_no_source_of_the_one_before() -> None:
    text = (
        "China sent rice to North Korea, a trader said.\n\nRussia sent oil to North Korea.\n\n"
        "According to analyst Lim Su-ho, the ruble will soon lose much of its worth in many markets."
    )
    assert of(text, "en", "oil") == []


def test_a_pronoun_goes_on_with_the_speaker() -> None:
    text = "Para pengawas sanksi melaporkan Korea Utara mengekspor batu bara. Mereka mengatakan China mengirim beras ke Korea Utara."
    assert of(text, "id", "beras") == ["Para pengawas sanksi"]


def test_a_rule_is_no_source() -> None:
    assert chains("Berdasarkan sanksi PBB, China berhenti mengirim beras ke Korea Utara.", "id")[0][1] == []


def test_a_paper_ends_where_a_report_turns() -> None:
    text = "자료에 따르면 중국은 북한에 승용차를 수출했다.\n\n한편 러시아는 북한에 밀가루를 보냈다."
    assert of(text, "ko", "밀가루") == []
