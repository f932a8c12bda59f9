"""The day of publication: stated, or inferred from days without a year."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from saring.documents import open_document, open_text

SHARED = Path(os.environ.get("SARING_SHARED", Path(__file__).parents[2].parent / "shared"))

FILLER = "Kiriman itu tiba lewat kereta dan dijual di pasar kota tanpa keterangan asal.\n"


STATED = [
    ("Sabtu, 21/10/2017 15:17 WIB\n\nApel Dijual di Kota Itu\n\n", "2017-10-21"),
    ("Apel Dijual di Kota Itu\nRABU, 15 JANUARI 2020 | 10:39 WIB | LAPORAN: BUDI SANTOSO\n", "2020-01-15"),
    (
        "Apel Dijual di Kota Itu\noleh Budi diperbarui 13 Okt 2017, 20:00 WIB\nDiterbitkan 12 Okt 2017, 20:00 WIB\n",
        "2017-10-12",
    ),
    ("date 2025-07-20 ", "2025-07-20"),
    ("30 июня 2022 07:25\n\n", "2022-06-30"),
    ("북한 사과 러시아서 판매\n입력 2019-04-22 16:24\n", "2019-04-22"),
    ("北朝鮮のりんご、ロシアの店で販売\n2024年9月5日 6時0分 例新聞\n", "2024-09-05"),
    ("朝鲜苹果在俄罗斯的商店出售\n2018.12.04 10:15 ET\n", "2018-12-04"),
    ("Apples on Sale in the City\nNovember 8, 2022 2:45 PM EST\n", "2022-11-08"),
    ("북한 사과 러시아서 판매\n2025.08.20 예시방송(YSB) 김가나 기자\n", "2025-08-20"),
    ("북한 사과 러시아서 판매\n김가나 기자 | 예시일보 2024.11.06\n", "2024-11-06"),
    (
        "Apples on Sale\nWrite : 2018-12-13 14:02:11   Update : 2018-12-14 16:40:55\nPhoto : Example News\n",
        "2018-12-13",
    ),
]


@pytest.mark.parametrize(("head", "day"), STATED)
def test_stated(head: str, day: str) -> None:
    document = open_text(head + FILLER)
    assert (document.published, document.published_basis) == (day, "stated")


INFERRED = [
    # weekday, day and month leave 2005, 2011, 2016 and 2022; the year in the text chooses
    ("Pada Minggu (6/11) kedutaan menulis tentang Pameran 2022, seperti dikutip, Senin (7/11).", "2022-11-07"),
    ("Pada Minggu (6/11) kedutaan menulis tentang Pameran 2016.", "2016-11-06"),
    ("Kata dia pada Rabu (1/12) surplus pada Oktober 2010 masih besar.", "2010-12-01"),
    ("Sepanjang 2017 hasilnya naik, katanya, Jumat (19/10).", "2018-10-19"),
    # a name of its time chooses: the minister was in office in one of the years
    ("Keputusan itu disampaikan Kim Yeon-chul, Menteri Unifikasi, Rabu (19/6).", "2019-06-19"),
    ("Kapal itu, katanya, Jumat (21/6/19), tiba pada tanggal 7 Juni.", "2019-06-21"),
    ("Surat kabar itu menulis pada Kamis (2/8/18) tentang izin kerja.", "2018-08-02"),
    ("The embassy wrote in 2022 of a fair, it said on Sunday (Nov 6).", "2022-11-06"),
    ("В 2022 году прошла выставка, сообщило посольство в воскресенье, 6 ноября.", "2022-11-06"),
    ("МОСКВА, 20 окт — РИА Новости. Соглашение подписали в мае 2014 года, говорится на сайте.", "2014-10-20"),
    # Latin letters hide in Cyrillic words
    ("Мoсквa, 20 oктября — РИА Новости. Соглашение подписали в мае 2014 года, говорится на сайте.", "2014-10-20"),
    ("대사관은 2022년 전시회를 언급하며 11월 6일(일) 이같이 밝혔다.", "2022-11-06"),
    ("HAI PHONG, June 12, 2024 (The Example Ledger) - Authorities seized a ship carrying apples.", "2024-06-12"),
    ("ПЕКИН, 20 окт 2025 — ПРАЙМ. Импорт яблок в сентябре вырос, следует из статистики.", "2025-10-20"),
    ("In 2019 the ships went on sailing, the agency reported on Feb. 10.", "2020-02-10"),
]


@pytest.mark.parametrize(("text", "day"), INFERRED)
def test_inferred(text: str, day: str) -> None:
    document = open_text(text)
    assert (document.published, document.published_basis) == (day, "inferred")


OPEN = [
    "Pada Minggu (6/11) kedutaan menulis tentang sebuah pameran.",  # four years fit
    "The embassy wrote on Sunday about a fair.",
    "Resolusi 2375 disahkan pada 11 September 2017 dan melarang tekstil.",
    "Kapal itu memuat 2022 ton apel, kata dia.",
    "대사관은 지난 6일 이같이 밝혔다.",
    "Kapal itu memindahkan solar pada 14 Januari 2018, kata kementerian dalam siaran pers.",  # the day of the act
    "PYONGYANG, Aug. 16 (KCNA) -- The two sides signed a plan of cooperation for 2024-2026.",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_stays_open(text: str) -> None:
    assert open_text(text).published is None


def test_what_lies_ahead_is_no_day_of_publication() -> None:
    text = "Kedutaan berkata, Rabu (19/10/2022), pameran akan digelar pada Senin (14/11/2022)."
    assert open_text(text).published == "2022-10-19"


def test_a_day_in_a_caption_or_teaser_does_not_count() -> None:
    text = (
        "Kedutaan berkata, Rabu (19/10/2022), apel dijual.\n\nSuasana pasar pada Kamis (1/12/2022) (Foto: Antara)\n\n"
        "Baca juga: Kuda Lewat pada Jumat (2/12/2022)\n"
    )
    assert open_text(text).published == "2022-10-19"


def test_names_in_a_teaser_choose_no_year() -> None:
    text = (
        "Keputusan itu disampaikan Menteri, Rabu (19/6), tentang Pameran 2019 di kota itu.\n"
        "Baca juga: Tentara Utara Tiba di Kursk pada 2024\n"
    )
    assert open_text(text).published == "2019-06-19"


def test_a_stamp_a_day_early_gives_way_to_the_weekday_of_the_text() -> None:
    text = "date 2025-12-17 Photo : Contoh News\n\nMedia itu pada Kamis (18/12) memberitakan perdagangan dua negara.\n"
    assert open_text(text).published == "2025-12-18"


def test_a_month_when_no_more_is_known() -> None:
    text = "Pada tanggal 16 Desember kereta pertama lewat. Sepanjang 2024 datang seribu wisatawan.\n"
    assert open_text(text).published == "2024-12"


@pytest.mark.skipif(not (SHARED / "bench" / "reading.dev.jsonl").exists(), reason="the shared folder is absent")
def test_the_dev_articles() -> None:
    exact = to_month = asked = wrong = 0
    for line in (SHARED / "bench" / "reading.dev.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        file = SHARED / "bench" / "texts" / f"{gold['id']}.txt"
        found = open_document(file).published
        if gold["published"]:
            asked += 1
            exact += found == gold["published"]
            to_month += (found or "")[:7] == gold["published"][:7]
        elif found and gold.get("published_known"):
            wrong += found[:7] != gold["published_known"][:7] and found[:4] != gold["published_known"]
    assert exact >= 0.95 * asked
    assert to_month == asked
    assert wrong == 0
