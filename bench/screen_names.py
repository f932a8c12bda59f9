"""Names and questions for bench/screen.py: listed and generated parties, and names bent in the ways of the world."""

from __future__ import annotations

import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.screening import ordinary as o  # noqa: E402 - the name lists of the tests

ARABIC = (
    "Muhammad Ahmad Ali Hasan Husayn Umar Khalid Yusuf Ibrahim Mustafa Abdallah Sulayman Tariq Samir Nasir Karim Jamal "
    "Rashid Faysal Hamza Bilal Zayd Idris Marwan Qasim Rafiq Sharif Walid Yasin Zakariya Harith Munir Nabil Salih Talal"
).split()
ARABIC_FAMILY = (
    "al-Khatib al-Masri Haddad Mansur al-Najjar Darwish al-Sayyid Barakat al-Tamimi Qureshi al-Shami Farouk Ghanem Jaber "
    "al-Rifai Sabbagh Halabi Zidan al-Ansari Kanaan Malouf Nassar Othman al-Qadi Rahmani Safadi Tahan Wahbi Younes Zogby"
).split()
ROMAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
TRADES = "Trading Shipping Holdings Industries Construction Electronics Mining Chemicals Logistics Investment".split()
FORMS = "Ltd LLC Corporation Company GmbH JSC Inc Limited Group S.A.".split()
PLACES = "East North Golden Grand Royal Silver Blue Ocean Star Pacific Orient Fortune".split()
SYLLABLES = (
    "ba be bo da de do fa fi ga go ha hi ka ke ko la le lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te to "
    "va ve vi vo za zo ban ber cor dal den fen gal gor hal jar kel lan lor mar mel nor pan per ran ros san sel tan tor val "
    "ven vor wes zan zel"
).split()
GIVEN_KP = (
    "Chol Nam Yong Il Su Kyong Hyok Song Hak Mun Sok Jin Ho Tong Kwang Myong Chun Un Sung Ryong Hui Jong Pyong Sang Guk "
    "Chang Won Kil Tae Ung Son Ok Gon Bom Min In Se Hyon Rim Yol"
).split()
FAMILY_KP = (
    "Kim Ri Pak Choe Jong Kang Jo Yun Jang Rim Han O So Sin Kwon Hwang An Song Ryu Hong Jon Ko Mun Son Ro".split()
)


@dataclass(frozen=True)
class Party:
    """One party of the haystack: its key (listed parties share one over lists) and its names."""

    key: str
    names: tuple[str, ...]


def _word(draw: random.Random) -> str:
    return "".join(draw.choices(SYLLABLES, k=draw.choice((2, 3, 3)))).capitalize()


def _roman(word: str) -> str:
    return "".join(ROMAN.get(c, c) for c in word.lower()).capitalize()


def _person(draw: random.Random) -> str:
    kind = draw.randrange(6)
    if kind == 0:
        parts = draw.choice(o.RUSSIAN_FAMILY), draw.choice(o.RUSSIAN_GIVEN), draw.choice(o.RUSSIAN_FATHER)
        return " ".join(_roman(p) for p in parts)
    if kind == 1:
        return f"{draw.choice(FAMILY_KP)} {' '.join(draw.choices(GIVEN_KP, k=2))}"
    if kind == 2:
        return f"{draw.choice(o.INDONESIAN_FIRST)} {_word(draw)} {draw.choice(o.INDONESIAN_LAST)}"
    if kind == 3:
        return f"{draw.choice(o.ENGLISH_FIRST)} {draw.choice(o.ENGLISH_FIRST)} {draw.choice(o.ENGLISH_LAST)}"
    if kind == 4:
        return f"{draw.choice(ARABIC)} {draw.choice(ARABIC)} {draw.choice(ARABIC_FAMILY)}"
    return f"{draw.choice(o.ENGLISH_FIRST)} {_word(draw)}"


def generated(count: int, taken: set[str], seed: int = 11) -> list[Party]:
    """So many generated parties: half persons, a third firms, the rest ships; none bears a name that is taken."""
    draw = random.Random(seed)  # noqa: S311 - repeatable, not secret
    found: list[Party] = []
    seen = {plain(n) for n in taken}
    while len(found) < count:
        lot = draw.random()
        if lot < 0.5:
            name = _person(draw)
        elif lot < 0.83:
            extra = [draw.choice(PLACES)] if draw.random() < 0.4 else []
            name = " ".join([_word(draw), *extra, _word(draw), draw.choice(TRADES), draw.choice(FORMS)])
        else:
            name = f"{_word(draw)} {draw.choice([*PLACES, _word(draw)])} {draw.randint(1, 30)}".strip()
        if plain(name) not in seen:
            seen.add(plain(name))
            found.append(Party(f"gen-{len(found)}", (name,)))
    return found


def plain(name: str) -> str:
    """The sorted words of a name, for telling equal names."""
    return " ".join(sorted(re.findall(r"\w+", name.lower())))


# --- bending -----------------------------------------------------------------------------------------------------

LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMANIZE = [
    ("Cho", "Jo"), ("Ri ", "Lee "), ("Pak ", "Park "), ("Choe", "Choi"), ("yong", "young"), ("chol", "cheol"), ("Chol", "Cheol"),
    ("Jong", "Jeong"), ("Kyong", "Gyeong"), ("Song", "Seong"), ("Myong", "Myeong"), ("Hyok", "Hyeok"), ("Un", "Eun"),
    ("Mun", "Moon"), ("Su", "Soo"),
]  # fmt: skip
_VARIANTS = [
    ("yy", "y"), ("iy", "y"), ("ey", "ei"), ("ay", "ai"), ("ks", "x"), ("kh", "h"), ("zh", "j"), ("ts", "c"), ("ya", "ia"),
    ("yu", "iu"), ("ou", "u"), ("ee", "i"), ("dh", "d"), ("q", "k"), ("ph", "f"), ("w", "v"), ("mm", "m"), ("ss", "s"),
    ("ll", "l"), ("Muhammad", "Mohammed"), ("Husayn", "Hussein"), ("Yusuf", "Youssef"), ("Abdallah", "Abdullah"),
    ("al-", "el-"), ("u", "ou"), ("i", "y"), ("c", "k"),
]  # fmt: skip
_CYRILLIC = [
    ("shch", "щ"), ("sch", "щ"), ("kh", "х"), ("zh", "ж"), ("ch", "ч"), ("sh", "ш"), ("ts", "ц"), ("yu", "ю"), ("ya", "я"),
    ("yo", "ё"), ("ye", "е"), ("ph", "ф"), ("th", "т"), ("ck", "к"), ("oo", "у"), ("ee", "и"), ("x", "кс"), ("qu", "кв"),
    *zip("abcdefghijklmnopqrstuvwyz", "абкдефгхийклмнопкрстувуйз", strict=True),
]  # fmt: skip
_KONTSEVICH = {
    "k": "к", "g": "к", "n": "н", "t": "т", "d": "т", "r": "р", "m": "м", "p": "п", "b": "п", "s": "с", "j": "ч", "ch": "чх",
    "h": "х", "": "", "a": "а", "ae": "э", "ya": "я", "o": "о", "e": "е", "yo": "ё", "ye": "е", "wa": "ва", "oe": "ве",
    "u": "у", "wo": "во", "wi": "ви", "yu": "ю", "i": "и", "ui": "ый", "ng": "н", "l": "ль",
}  # fmt: skip
_ONSETS = {
    o: n
    for n, o in enumerate(("g", "", "n", "d", "", "r", "m", "b", "", "s", "", "", "j", "", "ch", "kh", "th", "ph", "h"))
}
_ONSETS |= {"k": 0, "t": 3, "p": 7, "": 11, "y": 11, "l": 5}
_VOWELS = {"a": 0, "ae": 1, "ya": 2, "o": 4, "e": 5, "yo": 6, "ye": 7, "wa": 9, "oe": 11, "u": 13, "wo": 14, "wi": 16, "yu": 17,
           "ui": 19, "i": 20}  # fmt: skip
_CODAS = {"": 0, "k": 1, "n": 4, "l": 8, "m": 16, "p": 17, "t": 19, "ng": 21}
_SYLLABLE = re.compile(r"(ch|kh|th|ph|[kgntdrlmpbsjh]|)(yae|yo|ya|yu|ye|wa|wo|wi|ae|oe|ui|[aeoui])(ng|[knlmpt]|)")


def korean_syllables(name: str) -> list[tuple[str, str, str]]:
    """A Korean name in Latin cut into syllables, or nothing."""
    words = re.findall(r"[a-z]+", name.lower().replace("'", "").replace("’", ""))
    found = [_SYLLABLE.fullmatch(w) for w in words]
    good = 2 <= len(words) <= 3 and all(found) and words[0].capitalize() in FAMILY_KP
    return [m.groups() for m in found if m] if good else []  # type: ignore[misc]


def to_hangul(name: str) -> str | None:
    """The Hangul of a Korean name."""
    parts = korean_syllables(name)
    if not parts or any(a not in _ONSETS or b not in _VOWELS or c not in _CODAS for a, b, c in parts):
        return None
    return "".join(chr(0xAC00 + _ONSETS[a] * 588 + _VOWELS[b] * 28 + _CODAS[c]) for a, b, c in parts)


def to_cyrillic(name: str) -> str | None:
    """The Cyrillic of a name: Kontsevich's for Koreans, letter by letter for others."""
    parts = korean_syllables(name)
    if parts:
        words = []
        for onset, vowel, coda in parts:
            if onset not in _KONTSEVICH or vowel not in _KONTSEVICH:
                return None
            end = {"k": "к", "p": "п", "t": "т", "m": "м", "n": "н", "l": "ль", "ng": "н", "": ""}[coda]
            words.append(
                ((_KONTSEVICH["l"][0] if onset == "r" else _KONTSEVICH[onset]) + _KONTSEVICH[vowel] + end).capitalize()
            )
        return " ".join(words)
    text = name.lower()
    if not re.fullmatch(r"[a-z ,.'-]+", text):
        return None
    for latin, cyrillic in _CYRILLIC:
        text = text.replace(latin, cyrillic)
    return text.title()


def typo(name: str, draw: random.Random, times: int) -> str | None:
    """One or two slips of the finger, in words of four letters or more."""
    for _ in range(times):
        spots = [m.start() + i for m in re.finditer(r"[A-Za-z]{4,}", name) for i in range(len(m.group()))]
        if not spots:
            return None
        at = draw.choice(spots)
        name = draw.choice((
            name[:at] + name[at + 1 :], name[:at] + draw.choice(LETTERS) + name[at + 1 :],
            name[:at] + draw.choice(LETTERS) + name[at:], name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
        ))  # fmt: skip
    return name


def order(name: str, draw: random.Random) -> str | None:
    """The words in another order."""
    words = name.replace(",", " ").split()
    if len(words) < 2:
        return None
    turn = draw.randrange(1, len(words))
    return " ".join(words[turn:] + words[:turn])


def missing(name: str, draw: random.Random) -> str | None:
    """One word of three or more left out (no number, no word under three letters)."""
    words = name.replace(",", " ").split()
    can = [n for n, w in enumerate(words) if len(w) > 2 and w.isalpha()]
    if len(words) < 3 or len(can) < 3:
        return None
    gone = draw.choice(can)
    return " ".join(words[:gone] + words[gone + 1 :])


def respelt(name: str, draw: random.Random) -> str | None:
    """Another transliteration: Koreans after Seoul's habits, others by two swaps of usual spellings."""
    table = _ROMANIZE if korean_syllables(name) else _VARIANTS
    written = " ".join(name.title().split()) if name.isupper() else name
    can = [(a, b) for a, b in table if a in written]
    for a, b in draw.sample(can, min(2, len(can))):
        written = written.replace(a, b, 1)
    return written if written.lower() != name.lower() else None


def bend(name: str, kind: str, draw: random.Random) -> str | None:
    """The name bent in one way, or nothing where the way does not apply."""
    if kind == "exact":
        return name
    if kind == "two typos":
        return typo(name, draw, 2) if len(name) > 9 else None
    if kind in ("cyrillic", "hangul"):
        return to_cyrillic(name) if kind == "cyrillic" else to_hangul(name)
    if kind == "typo":
        return typo(name, draw, 1)
    return {"order": order, "missing": missing, "respelt": respelt}[kind](name, draw)


KINDS = ("exact", "typo", "two typos", "order", "missing", "respelt", "cyrillic", "hangul")
