"""The Indonesian pack: no entry hides a shorter word that means more, and the phenomena that its words carry."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Dealing, Document
from saring.reading import legal, read
from saring.reading.packs import compiled
from saring.reading.words import fold

ASPECT = ("akan", "bakal", "telah", "sudah", "sedang", "tengah")
PLACE = (" di", " pada")


def told(text: str, published: str = "2024-05-05") -> tuple[Dealing, ...]:
    document = Document(source="test", sha256="", text=text, language="id", published=published)
    return gather(read(document, spot), document)


def acts() -> dict[str, set[str]]:
    """Every entry for an act, with the acts that it stands for."""
    pack = compiled("id")
    assert pack is not None
    found: dict[str, set[str]] = {}
    for act in pack.pack.act:
        for words in (act.active, act.passive, act.noun, act.bare):
            for word in words:
                found.setdefault(fold(word), set()).add(act.act)
    return found


def test_no_entry_swallows_the_cue_before_its_verb() -> None:
    known = acts()
    bad = [
        word for word in known if word.startswith(tuple(f"{cue} " for cue in ASPECT)) and word.split(" ", 1)[1] in known
    ]
    assert bad == []


def test_no_entry_swallows_the_case_word_behind_its_verb() -> None:
    known = acts()
    bad = [word for word in known if word.endswith(PLACE) and known[word] & known.get(word.rsplit(" ", 1)[0], set())]
    assert bad == []


def test_the_ship_is_no_act() -> None:
    assert "kapal" not in acts()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Batu bara menyumbang sekitar separuh ekspor Korea Utara ke China.", 0),
        ("Akan halnya bijih besi, pembelian China dari Korea Utara melesat.", 0),
    ],
)
def test_share_and_topic_are_no_gift_and_no_plan(text: str, count: int) -> None:
    found = told(text)
    assert sum(each.kind == "aid" or each.status == "planned" for each in found) == count


def test_what_is_asked_for_goes_to_who_asks() -> None:
    (found,) = told("Rusia menghadiahkan 1.500 alat uji corona atas permintaan Korut.")
    assert (found.from_, found.to) == ("RU", "KP")


def test_hackers_stand_for_their_country() -> None:
    text = "Peretas Korea Utara dicari. Lazarus Group membobol bursa kripto dan melarikan 30 juta dolar."
    assert any(each.kind == "finance" and each.to == "KP" for each in told(text))


def test_made_in_is_an_origin() -> None:
    found = told("Bulu mata palsu itu dibuat di Pyongyang lalu diekspor ke Jepang dan Brasil.")
    assert [(each.from_, each.to) for each in found] == [("KP", "JP")]


def test_an_accepted_invitation_is_a_plan() -> None:
    found = told("Putin menerima undangan berkunjung ke Pyongyang, ujar juru bicaranya.")
    assert [each.status for each in found] == ["planned"]


def test_what_the_law_leaves_out() -> None:
    text = "Rambut palsu Korea Utara tidak termasuk barang yang dilarang PBB."
    document = Document(source="test", sha256="", text=text, language="id", published="2024-05-05")
    assert [each.effect for each in legal.find(document, "KP")] == ["free"]


@pytest.mark.parametrize(
    ("text", "giver", "receiver", "polarity", "status"),
    [
        (
            "Mobil Mercedes yang disita dari seorang pengusaha Italia akhirnya dikirim ke Korea Utara.",
            "IT", "KP", "act", "done",
        ),
        ("Lewat Palang Merah, Seoul mengirim beras kepada Korea Utara.", "KR", "KP", "act", "done"),
        ("China tak lagi membeli batu bara dari Korea Utara.", "KP", "CN", "cessation", "done"),
        ("Rusia berhenti mengirim gandum ke Korea Utara.", "RU", "KP", "cessation", "done"),
        ("Pedagang China masih bisa menjual kosmetik ke Korea Utara.", "CN", "KP", "act", "ongoing"),
        ("Rusia mengaku telah mengirim gandum ke Korea Utara.", "RU", "KP", "act", "done"),
    ],
)  # fmt: skip
def test_one_dealing_with_its_sides(text: str, giver: str, receiver: str, polarity: str, status: str) -> None:
    found = told(text)
    assert {(each.from_, each.to, each.polarity, each.status) for each in found} == {
        (giver, receiver, polarity, status)
    }


def test_technology_and_what_stands_beside_it() -> None:
    found = told("Korea Utara memperoleh teknologi satelit serta bantuan pangan dari Rusia.")
    assert {each.kind for each in found} == {"technical_assistance", "aid"}


def test_the_case_word_of_words_that_point_back() -> None:
    found = told("China berdagang dengan Korea Utara. Impor China dari negara tetangganya itu mencapai 9 juta dolar.")
    assert ("KP", "CN") in {(each.from_, each.to) for each in found}


def test_an_accusation_in_a_later_clause_is_of_something_else() -> None:
    (found,) = told("Malaysia mengusir Duta Besar Korea Utara Kang Chol setelah ia menuding polisi bersekongkol.")
    assert (found.polarity, found.status) == ("enforcement", "done")


def test_workers_sent_home_are_those_of_the_partner() -> None:
    found = told("Pekerja Korea Utara bekerja di Namibia. Windhoek memulangkan seluruh pekerja itu pada 2018.")
    assert [(each.from_, each.to) for each in found if each.polarity == "cessation"] == [("NA", "KP")]


def test_where_a_buyer_is_from_is_not_where_the_goods_are_from() -> None:
    found = told("Seorang pengusaha asal China membeli hasil laut dari Korea Utara.")
    assert [(each.from_, each.to) for each in found] == [("KP", "CN")]


def test_aid_without_a_receiver_in_a_text_about_the_partner() -> None:
    found = told("Banjir melanda Korea Utara. Lewat Palang Merah, Seoul menawarkan beras dan obat-obatan.")
    assert {(each.kind, each.from_, each.to, each.status) for each in found} == {("aid", "KR", "KP", "offered")}


def test_there_is_the_place_spoken_of_last() -> None:
    text = "Korea Utara membuka resor di Wonsan. Turis Rusia menginap di sana pada April."
    assert ("tourism", "RU", "KP") in {(each.kind, each.from_, each.to) for each in told(text)}


def test_a_gift_behind_its_goods_is_no_second_one() -> None:
    found = told("Kim Jong Un mengirim jamur matsutake hadiah ke Korea Selatan.")
    assert len(found) == 1


def test_people_told_of_again_do_not_take_the_evidence() -> None:
    text = (
        "Ratusan perempuan Korea Utara dipekerjakan di pabrik di Dandong. "
        "Pada 2022 polisi membubarkan unjuk rasa buruh Korea Utara di Jilin."
    )
    (found,) = [each for each in told(text) if each.kind == "labour"]
    assert found.evidence is not None
    assert "dipekerjakan" in found.evidence.quote


def test_a_ministry_of_foreign_affairs_is_not_abroad() -> None:
    text = "Rusia mengirim gandum ke Korea Utara. Menurut Kementerian Luar Negeri, beras juga dikirim bulan lalu."
    assert ("RU", "KP", "beras") in {(each.from_, each.to, each.what) for each in told(text)}


def test_trade_that_is_restricted_is_no_dealing() -> None:
    assert told("Impor Korea Utara lantas dibatasi ketat oleh Amerika Serikat.") == ()


def test_whose_income_it_is_moves_nobody() -> None:
    text = "Pekerja Korea Utara bekerja di Rusia. Sebagian besar penghasilan mereka mengalir ke Pyongyang."
    assert [each.kind for each in told(text)].count("labour") == 1


def test_never_denies_only_what_follows() -> None:
    text = "Tanzania membeli radar dari Korea Utara, tetapi Dodoma tidak pernah menjelaskannya."
    assert {each.status for each in told(text)} == {"done"}


def test_a_visit_without_its_goal_goes_to_the_partner() -> None:
    text = "Pyongyang menutup kembali resor itu, hanya beberapa hari setelah Menlu Rusia Sergey Lavrov bertandang."
    assert ("diplomacy", "RU", "KP") in {(each.kind, each.from_, each.to) for each in told(text)}


def test_people_sent_home_go_to_the_partner() -> None:
    text = "Dua puluh awak kapal asal Korea Utara dipulangkan melalui Jakarta."
    assert [(each.from_, each.to) for each in told(text)] == [("ID", "KP")]


def test_a_month_takes_the_year_of_the_last_of_its_range() -> None:
    text = (
        "China mengimpor batu bara dari Korea Utara pada 2016. "
        "Beras dikirim dari China ke Korea Utara selama Januari-September 2018."
    )
    document = Document(source="test", sha256="", text=text, language="id", published=None)
    dates = {each.what: each.date for each in gather(read(document, spot), document)}
    assert dates["Beras"] == "2018-01-01/2018-09-30"


def test_a_price_with_a_decimal_comma_is_no_payment() -> None:
    found = told("Sebuah kapal Singapura mengirim bahan bakar senilai 1,5 juta dolar AS ke Korea Utara.")
    assert [each.kind for each in found] == ["goods"]
