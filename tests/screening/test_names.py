"""Names read in their scripts, the keys that bridge the systems, and the words that are no name."""

from __future__ import annotations

import pytest

from saring.screening.hanja import readings, to_hangul
from saring.screening.korean import broad, fine, from_cyrillic, from_katakana, hangul_key, latin_key, romanize, tidy
from saring.screening.names import CORE, NUMBER, TYPE, forms, numbers_of_imo
from saring.screening.sounds import skeleton
from saring.screening.terms import Term, cut, term_of, terms


def whole(latin: str) -> str:
    return tidy("".join(latin_key(w) for w in latin.split()))


@pytest.mark.parametrize(
    ("hangul", "latin", "seoul", "cyrillic"),
    [
        ("리병철", "ri pyong chol", "lee byeong cheol", "ли пён чхоль"),
        ("김철남", "kim chol nam", "gim cheol nam", "ким чхоль нам"),
        ("최휘", "choe hwi", "choi hwi", "чхве хви"),
        ("백세봉", "paek se bong", "baek se bong", "пэк се бон"),
        ("고철재", "ko chol chae", "go cheol jae", "ко чхоль чэ"),
        ("조일우", "cho il u", "jo il woo", "чо ир у"),
        ("황석화", "hwang sok hwa", "hwang seok hwa", "хван сок хва"),
        ("류경남", "ryu kyong nam", "yu gyeong nam", "рю кён нам"),
    ],
)
def test_one_key_for_all_systems(hangul: str, latin: str, seoul: str, cyrillic: str) -> None:
    key = hangul_key(hangul)
    assert whole(latin) == whole(seoul) == key
    assert broad(whole(" ".join(from_cyrillic(w) for w in cyrillic.split()))) == broad(key)
    assert whole(" ".join(romanize(hangul))) == key


@pytest.mark.parametrize(
    ("kana", "latin"),
    [("キム", "kim"), ("ギョンヒョク", "kyong hyok"), ("ホジン", "ho jin"), ("ファン", "hwang"), ("ジェソン", "je son"),
     ("ホンソプ", "hong sop"), ("チョルナム", "chol nam"), ("スグァン", "su gwang"), ("トンフンサン", "tong hung san")],
)  # fmt: skip
def test_katakana(kana: str, latin: str) -> None:
    assert latin_key(from_katakana(kana)) == whole(latin)


def test_keys_tell_names_apart() -> None:
    names = [
        "kim chol nam",
        "kim chol su",
        "kim kwang nam",
        "ri chol nam",
        "kim yong nam",
        "pak chol nam",
        "kim chol min",
    ]
    assert len({whole(n) for n in names}) == len(names)
    assert fine("hyon") != fine("ryong")
    assert fine("jung") == fine("jong")


def test_no_korean_word_has_no_key() -> None:
    assert latin_key("smith") == ""
    assert latin_key("schwarz") == ""
    assert latin_key("") == ""


def test_hanja() -> None:
    assert to_hangul("李弘燮") == "리홍섭"
    assert to_hangul("万寿台") == "만수대"
    assert to_hangul("尹浩鎮") == "윤호진"
    assert to_hangul("龘") == ""
    assert len(readings()) > 1200


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("KIM, Yong-Chol", ["kim", "yong", "chol"]),
        ("Yo'n Cho’ng-nam", ["yon", "chong", "nam"]),
        ("Rung Ra2", ["rung", "ra", "2"]),
        ("M/V Test Star No. 08", ["test", "star", "8"]),
        ("No Kwang Chol", ["no", "kwang", "chol"]),
        ("François Bozizé", ["francois", "bozize"]),
        ("단천상업은행", ["tan", "chon", "commercial", "bank"]),
        ("례성강1호", ["rye", "song", "kang", "1"]),
        ("Test Star II", ["test", "star", "2"]),
        ("S.A. Testy", ["sa", "testy"]),
    ],
)
def test_forms(written: str, words: list[str]) -> None:
    assert list(forms(written)[0].words) == words


def test_readings_of_one_name() -> None:
    assert [f.words for f in forms("張永源")] == [("jang", "yong", "won"), ("zhang", "yong", "yuan")]
    bank = forms("端川(タンチョン)商業銀行")
    assert ("tan", "chon", "commercial", "bank") in [f.words for f in bank]
    assert any(f.words[0] == "tangchong" for f in bank)
    assert [f.words for f in forms("Ocean Maritime Management (OMM)")][1] == ("omm",)


def test_classes() -> None:
    form = forms("Korea Testbong General Trading Corp. 7")[0]
    assert form.core() == ["testbong"]
    assert form.classes.count(TYPE) == 2
    assert form.classes.count(NUMBER) == 1
    assert forms("Foreign Trade Bank")[0].classes.count(CORE) == 0


@pytest.mark.parametrize("junk", ["", "   ", "()", "—", "'''", "\x00", "（", "((((((", "💥"])
def test_junk_is_no_name(junk: str) -> None:
    assert all(f.words for f in forms(junk))


def test_long_text_is_cut() -> None:
    assert sum(len(w) for w in forms("a b" * 100_000)[0].words) <= 400


def test_imo_numbers() -> None:
    assert numbers_of_imo("IMO 9074729, MMSI 445114000, 1234568") == ["9074729"]


def test_terms() -> None:
    assert term_of("корпорация") == Term("legal", "corporation")
    assert term_of("торговая") == Term("type", "trading")
    assert [p if isinstance(p, str) else p.word for p in cut("朝鮮嶺峰総合会社")] == ["korea", "嶺峰", "general"]
    assert terms().longest > 3


def test_skeleton() -> None:
    assert skeleton("mohammed") == skeleton("muhamad")
    assert skeleton("smirnov") != skeleton("semenov")
