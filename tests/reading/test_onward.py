"""What Indonesian texts leave to the sentence before: goods sold on, what a truck held, whose waters, what is allowed."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Dealing, Document
from saring.reading import read


def told(text: str, published: str = "2025-07-21") -> tuple[Dealing, ...]:
    document = Document(source="test", sha256="", text=text, language="id", published=published)
    return gather(read(document, spot), document)


def seen(text: str) -> list[str]:
    """Kind, sides and status of every dealing of a text."""
    ended = {"act": ""}
    return sorted(
        f"{each.kind} {each.from_ or '-'} {each.to or '-'} {each.status}{ended.get(each.polarity, ' ' + each.polarity)}"
        for each in told(text)
    )


@pytest.mark.parametrize(
    ("want", "text"),
    [
        ("goods KP CN done; goods CN US done",
         "Pabrik di Shenyang mengimpor kemeja dari Korea Utara, lalu menjualnya ke Amerika Serikat."),
        ("goods KP CN done; goods CN KP done",
         "Truk Korea Utara itu membawa kerajinan ke Cina. Saat berangkat ke Pyongyang, baknya diisi tepung."),
        ("goods KP CN done", "Ratusan kapal asal Cina menangkap ikan di perairan Korea Utara sepanjang 2019."),
        ("", "Nelayan Korea Utara kian jauh melaut dengan perahu kayu di laut Korea Utara."),
        ("aid - KP planned", "Komite Sanksi PBB mengizinkan Palang Merah mengirim ambulans ke Korea Utara."),
        ("", "Dari pabrik di Kanggye, sabun dikirim ke toko-toko di Pyongyang, kata media Korea Utara."),
        ("diplomacy RU KP done",
         "Ketika berkunjung ke Pyongyang, Menteri Pertahanan Rusia Andrei Belousov memuji tentara Korea Utara."),
        ("", "Trump tidak menemui Kim ketika berkunjung ke Seoul pekan lalu."),
        ("goods KP CN done", "Korea Utara meraup 50 juta dolar dengan menjual pasir ke China sepanjang 2020."),
        ("military_training RU KP done", "Perwira Rusia mengajari prajurit Korut menerbangkan drone FPV."),
        ("technical_assistance RU KP alleged; technical_assistance RU KP denied",
         "Seoul menduga Rusia mengalihkan teknologi kapal selam kepada Korut. Moskow membantah alih teknologi itu."),
        ("goods KP CN done",
         "Statistik pabean Cina terbit kemarin. Data itu mencatat pembelian 80 ton wig dari Korea Utara."),
    ],
)  # fmt: skip
def test_what_goes_on(want: str, text: str) -> None:
    assert seen(text) == sorted(each for each in want.split("; ") if each)


def test_a_committee_exempts() -> None:
    (one,) = told("Komite Sanksi PBB mengizinkan UNICEF mengirim pipa baja ke Korea Utara.")
    assert (one.kind, one.facts.get("committee_exemption")) == ("aid", True)


def test_waters_and_rights_are_facts() -> None:
    (one,) = told("Kapal Cina menangkap cumi-cumi di perairan Korea Utara.")
    assert one.facts.get("fishing_in_dprk_waters") is True
    (other,) = told("Korea Utara menjual hak penangkapan ikan kepada perusahaan Cina.")
    assert other.facts.get("fishing_rights") is True


@pytest.mark.parametrize("load", ["20 kapal batu bara", "lima truk beras", "dua gerbong semen"])
def test_a_vehicle_may_only_measure(load: str) -> None:
    (one,) = told(f"Korut mengirim {load} ke Cina.")
    assert one.what == load.split(" ", 2)[2]


@pytest.mark.parametrize("years", ["2012-2017", "antara tahun 2012 dan 2017", "2012/2017"])
def test_two_years_are_a_range(years: str) -> None:
    (one,) = told(f"Korut mengirim rudal ke Suriah pada {years}.")
    assert one.date == "2012-01-01/2017-12-31"


def test_a_site_opens_a_text() -> None:
    text = "Korea Utara Bantu Suriah\n\njpnn.com, NEW YORK - Korea Utara mengirim ubin ke Suriah."
    assert [each.what for each in told(text)] == ["ubin"]


@pytest.mark.parametrize(
    "text",
    [
        "Sebuah rudal balistik Korut melintasi Hokkaido sebelum tercebur ke Samudra Pasifik.",
        "Drone Korea Utara memasuki wilayah udara Seoul selama tujuh jam.",
        "Dewan Keamanan PBB menggelar rapat darurat membahas rudal Korea Utara atas permintaan Amerika Serikat.",
        "Kim Jong Un mengirim ucapan belasungkawa kepada keluarga korban banjir di Sinuiju.",
        "Toko serba ada di Pyongyang menjual sepatu buatan pabrik lokal.",
    ],
)
def test_what_only_flies_or_stays_is_no_dealing(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("want", "text"),
    [
        ("military_training KP UG done; military_training KP UG done cessation",
         "Uganda memakai instruktur Korea Utara untuk melatih polisi. Program itu dihentikan pada 2016."),
        ("military_training RU KP done", "Di Kursk, serdadu Korea Utara belajar mengendalikan drone dari instruktur Rusia."),
        ("labour KP SN done", "Senegal memakai 150 pekerja dari Korea Utara."),
    ],
)  # fmt: skip
def test_what_ends_and_who_learns(want: str, text: str) -> None:
    assert seen(text) == sorted(want.split("; "))
