"""One coarse key for Korean names in every script they are written in.

Hangul is split by arithmetic; Latin (McCune-Reischauer, DPRK style, Revised), Cyrillic (Kontsevich and the habits of
newspapers) and katakana are cut into the same syllables. The key folds what the systems disagree about: k/g, t/d, p/b,
ch/j and all aspirates, the vowels of one row, glides, h, and the initial r/n that Seoul drops (Ri = Lee = Yi = Ли).
A key leads to candidates; it is never a match by itself, since common names belong to thousands of people.
"""

from __future__ import annotations

import re
from functools import lru_cache

ONSETS = ("k", "k", "n", "t", "t", "l", "m", "p", "p", "s", "s", "", "c", "c", "c", "k", "t", "p", "")
VOWELS = ("a", "e", "a", "e", "o", "e", "o", "e", "o", "a", "e", "e", "o", "u", "o", "e", "i", "u", "u", "i", "i")
# ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ: before these Seoul drops an initial ㄹ or ㄴ.
PALATAL = frozenset((2, 3, 6, 7, 12, 17, 20))
CODAS = ("", *"kkknnnt", *"lkmlllpl", "m", "p", "p", "t", "t", "n", "t", "t", "k", "t", "p", "")
LATIN_ONSETS = ("k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "kh", "th", "ph", "h")
LATIN_VOWELS = (
    *("a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae"),
    *("oe", "yo", "u", "wo", "we", "wi", "yu", "u", "ui", "i"),
)
LATIN_CODAS = ("", *"kkknnnt", *"lkmlllpl", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t")

_ONSET = r"(?:kk|tt|pp|ss|jj|kh|th|ph|ch|sh|hs|rh|ts|zh|[kgtdpbjczsmnrlhfvqx])?"
_VOWEL = (
    r"(?:wae|yae|yeo|you|weo|oui|eui|ae|ai|ay|eo|eu|ee|oe|oi|oo|ou|oh|ah|ie|ya|ye|yi|yo|yu|wa|we|wi|wo|woo|ui|[aeiou])"
)
_CODA = r"(?:ng(?![aeiou])|[nmlrktpgbs](?![aeiouyw]|h[aeiouyw])|ng)?"
_SYLLABLE = re.compile(f"({_ONSET})({_VOWEL})({_CODA})")
_WHOLE = re.compile(f"(?:{_ONSET}{_VOWEL}{_CODA})+")

_FOLD_VOWEL = {"yae": "e", "wae": "e", "ae": "e", "ai": "e", "ay": "e", "e": "e", "ye": "e", "we": "e", "oe": "e"}
_FOLD_VOWEL |= {"oi": "e", "o": "o", "eo": "o", "yo": "o", "yeo": "o", "wo": "o", "weo": "o", "oh": "o", "you": "o"}
_FOLD_VOWEL |= {"u": "u", "eu": "u", "yu": "u", "oo": "u", "ou": "u", "woo": "u", "i": "i", "yi": "i", "ee": "i"}
_FOLD_VOWEL |= {"ui": "i", "wi": "i", "ie": "i", "oui": "i", "eui": "i", "a": "a", "ya": "a", "wa": "a", "ah": "a"}
_FOLD_CONSONANT = {"": "", "h": "", "ng": "n", "rh": "l", "r": "l", "l": "l", "m": "m", "n": "n"}
_FOLD_CONSONANT |= dict.fromkeys(("k", "kk", "kh", "g", "gg", "c"), "k")
_FOLD_CONSONANT |= dict.fromkeys(("t", "tt", "th", "d"), "t") | dict.fromkeys(("p", "pp", "ph", "b", "f", "v"), "p")
_FOLD_CONSONANT |= dict.fromkeys(("ch", "j", "jj", "z", "zh", "ts", "q"), "c") | dict.fromkeys(
    ("s", "ss", "sh", "hs", "x"), "s"
)
_PALATAL_LATIN = ("y", "i", "ee")

# Habitual English spellings that no system yields.
HABITS = {
    "lee": "ri", "yi": "ri", "rhee": "ri", "rhie": "ri", "yee": "ri", "park": "pak", "bark": "pak", "choi": "choe",
    "chough": "cho", "paik": "paek", "baik": "paek", "shin": "sin", "roh": "ro", "noh": "ro", "oh": "o", "woo": "u",
    "koo": "ku", "goo": "ku", "moon": "mun", "yoon": "yun", "joo": "chu", "hahn": "han", "young": "yong",
    "chul": "chol", "sung": "song", "hyun": "hyon", "kyung": "kyong", "kyoung": "kyong", "myung": "myong",
    "jung": "jong", "chung": "chong", "joung": "jong", "byung": "pyong", "soo": "su", "suh": "so", "lim": "rim",
    "yim": "rim", "im": "rim", "ahn": "an", "kwak": "kwak", "hur": "ho", "huh": "ho", "suk": "sok", "duk": "tok",
    "duck": "tok", "hyuk": "hyok", "jin": "jin", "gim": "kim", "gang": "kang", "bak": "pak", "i": "ri", "yoo": "yu",
}  # fmt: skip
SURNAMES = frozenset(
    "kim ri no pak choe jong kang jo yun jang rim han o so sin kwon hwang an song ryu hong jon ko mun son yang pae paek ho"
    " yu nam sim ro ha kwak song cha chu ju u ku min na ra jin ji om won chon pang kong hyon ham pyon chae chang cho"
    " chong yom ki to tang tong pong mo maeng ok in a hyok to ra wi myong kil ryom sok son so yo ryo ryang tak tae rye"
    " kal kye pan phyo pyo pi ye chi".split()
)  # fmt: skip

# Pinyin and the older spellings; the key also bridges these (Zhang Yongyuan, Tsang Yung Yuan).
CHINESE_SURNAMES = frozenset(
    "zhang tsang cheung wang wong li chen chan tan liu lau yang yeung huang zhao chao wu zhou chou chow xu hsu sun ma zhu"
    " chu hu guo kuo he lin lam gao kao luo lo zheng cheng liang leung xie hsieh tang feng fung deng teng cao tsao peng"
    " zeng tseng xiao hsiao tian tien dong tung pan yuan jiang chiang cai tsai jia chia ding ting wei xue ye yeh yan yen"
    " du tu su lu qin shi shih fan fang jin dai tai song xia hsia fu zou meng xiong qiu hou bai jian".split()
)

_CYRILLIC = re.compile(r"чх|дж|чж|дз|кх|тх|пх|нъ|ый|ай|эй|[а-яё]")
_CYRILLIC_LATIN = {
    "чх": "ch", "дж": "j", "чж": "j", "дз": "j", "кх": "kh", "тх": "th", "пх": "ph", "нъ": "ng", "ый": "ui",
    "ай": "ae", "эй": "e", "а": "a", "б": "b", "в": "w", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "j", "з": "j",
    "и": "i", "й": "", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "p", "х": "h", "ц": "ts", "ч": "ch", "ш": "s", "щ": "s", "ъ": "", "ы": "u", "ь": "", "э": "e",
    "ю": "yu", "я": "ya",
}  # fmt: skip


def is_hangul(word: str) -> bool:
    """Whether every character is a Hangul syllable."""
    return bool(word) and all("가" <= c <= "힣" for c in word)


def hangul_parts(syllable: str) -> tuple[int, int, int]:
    """The indices of onset, vowel and coda of one Hangul syllable."""
    code = ord(syllable) - 0xAC00
    return code // 588, code % 588 // 28, code % 28


def romanize(hangul: str) -> list[str]:
    """Hangul syllables in DPRK style, one Latin word each (리병철 -> ri pyong chol)."""
    words = []
    for syllable in hangul:
        onset, vowel, coda = hangul_parts(syllable)
        words.append(LATIN_ONSETS[onset] + LATIN_VOWELS[vowel] + LATIN_CODAS[coda])
    return words


def hangul_key(hangul: str) -> str:
    """The key of a Hangul word."""
    parts = []
    for syllable in hangul:
        onset, vowel, coda = hangul_parts(syllable)
        parts.append(_start(ONSETS[onset], vowel in PALATAL) + VOWELS[vowel] + CODAS[coda])
    return tidy("".join(parts))


def _start(onset: str, palatal: bool) -> str:
    if onset in ("l", "n"):
        return "" if palatal else "l"
    return onset


def tidy(key: str) -> str:
    """Collapse doubled consonants and the assimilations nl, ln; e becomes o, because Cyrillic е stands for both."""
    key = key.replace("e", "o").replace("nl", "l").replace("ln", "l")
    return _DOUBLED.sub(r"\1", key)


_DOUBLED = re.compile(r"([klptsc])\1+")


@lru_cache(maxsize=200_000)
def syllables(word: str) -> tuple[str, ...]:
    """A Latin word cut into Korean syllables, or nothing when it cannot be one."""
    word = HABITS.get(word, word)
    if not word.isascii() or not _WHOLE.fullmatch(word):
        return ()
    return tuple(m.group() for m in _SYLLABLE.finditer(word))


@lru_cache(maxsize=200_000)
def latin_key(word: str) -> str:
    """The key of a Latin word, or "" when it is no chain of Korean syllables."""
    parts = []
    for syllable in syllables(word):
        match = _SYLLABLE.fullmatch(syllable)
        if match is None:
            return ""
        onset, vowel, coda = match.groups()
        folded = _start(_FOLD_CONSONANT.get(onset, onset), vowel.startswith(_PALATAL_LATIN))
        parts.append(folded + _FOLD_VOWEL.get(vowel, "o") + _FOLD_CONSONANT.get(coda, coda[:1]))
    return tidy("".join(parts)).replace("g", "k").replace("b", "p")


_FINE_VOWEL = {
    "ae": "e", "ai": "e", "ay": "e", "e": "e", "ya": "ya", "yae": "ye", "ye": "ye", "o": "o", "eo": "o", "oh": "o",
    "yo": "yo", "yeo": "yo", "you": "yo", "wa": "wa", "wae": "we", "we": "we", "oe": "we", "oi": "we", "wo": "wo",
    "weo": "wo", "wi": "wi", "u": "u", "eu": "u", "oo": "u", "ou": "u", "woo": "u", "yu": "yu", "ui": "i", "eui": "i",
    "oui": "i", "i": "i", "ie": "i", "yi": "i", "ee": "i", "a": "a", "ah": "a",
}  # fmt: skip
_FINE_CODA = {"": "", "ng": "x", "r": "l", "g": "k", "d": "t", "b": "p", "s": "t"}


@lru_cache(maxsize=200_000)
def fine(word: str) -> str:
    """What all systems keep apart: h, glides, and n against ng (x); two words of one key are compared by it."""
    parts = []
    for syllable in syllables(word):
        match = _SYLLABLE.fullmatch(syllable)
        if match is None:
            return ""
        onset, vowel, coda = match.groups()
        palatal = vowel.startswith(_PALATAL_LATIN)
        head = "h" if onset == "h" else _start(_FOLD_CONSONANT.get(onset, onset), palatal)
        parts.append(head + _FINE_VOWEL.get(vowel, vowel) + _FINE_CODA.get(coda, coda))
    return "".join(parts)


def broad(key: str) -> str:
    """A still coarser key, for candidates only: all middle vowels one, l and n one."""
    return _REPEATED.sub(r"\1", key.translate(_BROAD))


_REPEATED = re.compile(r"(.)\1+")
_BROAD = str.maketrans("ul", "on")


# The general table: Russian, Ukrainian and Belarusian letters as most lists write them.
_GENERAL: dict[int, str | None] = {
    ord(c): latin
    for c, latin in zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        ("a b v g d e yo zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i yi ye g u")
        .replace("-", "_")
        .split(),
        strict=True,
    )
}
_GENERAL |= dict.fromkeys(map(ord, "ъь"))


def general_cyrillic(word: str) -> str:
    """A lower-case Cyrillic word letter by letter; letters beyond the three languages stay."""
    return word.translate(_GENERAL)


@lru_cache(maxsize=50_000)
def from_cyrillic(word: str) -> str:
    """A Cyrillic word as the Latin that Kontsevich's table stands for (Чхве -> chwe)."""
    return _CYRILLIC.sub(lambda m: _CYRILLIC_LATIN[m.group()], word.lower())


_KANA_ROWS = {
    "ア": "a", "イ": "i", "ウ": "u", "エ": "e", "オ": "o", "カ": "ka", "キ": "ki", "ク": "ku", "ケ": "ke", "コ": "ko",
    "ガ": "ga", "ギ": "gi", "グ": "gu", "ゲ": "ge", "ゴ": "go", "サ": "sa", "シ": "si", "ス": "su", "セ": "se", "ソ": "so",
    "ザ": "ja", "ジ": "ji", "ズ": "ju", "ゼ": "je", "ゾ": "jo", "タ": "ta", "チ": "chi", "ツ": "chu", "テ": "te", "ト": "to",
    "ダ": "da", "ヂ": "ji", "ヅ": "ju", "デ": "de", "ド": "do", "ナ": "na", "ニ": "ni", "ヌ": "nu", "ネ": "ne", "ノ": "no",
    "ハ": "ha", "ヒ": "hi", "フ": "hu", "ヘ": "he", "ホ": "ho", "バ": "ba", "ビ": "bi", "ブ": "bu", "ベ": "be", "ボ": "bo",
    "パ": "pa", "ピ": "pi", "プ": "pu", "ペ": "pe", "ポ": "po", "マ": "ma", "ミ": "mi", "ム": "mu", "メ": "me", "モ": "mo",
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ラ": "ra", "リ": "ri", "ル": "ru", "レ": "re", "ロ": "ro", "ワ": "wa", "ン": "ng",
    "ヴ": "bu",
}  # fmt: skip
_KANA_SMALL = {"ャ": "ya", "ュ": "yu", "ョ": "yo", "ァ": "wa", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "wo"}
_KANA_CODAS = {"ク": "k", "プ": "p", "ル": "l", "ム": "m", "ッ": "t", "ト": "t"}


def from_katakana(word: str) -> str:
    """A katakana word as Latin syllables; the filler vowels of closed syllables go (ヒョク -> hyok)."""
    out: list[str] = []
    for place, kana in enumerate(word):
        small = word[place + 1 : place + 2] in _KANA_SMALL
        if kana in _KANA_SMALL:
            if out and out[-1]:
                out[-1] = out[-1][:-1] + _KANA_SMALL[kana]
        elif kana in _KANA_CODAS and place and not small and _open(out):
            out.append(_KANA_CODAS[kana])
        elif kana in _KANA_ROWS:
            out.append(_KANA_ROWS[kana])
    return re.sub(r"(ch|j)y", r"\1", "".join(out))


def _open(out: list[str]) -> bool:
    """Whether the syllable before ends in a vowel, so that it can take a coda."""
    return bool(out) and out[-1][-1:] in "aeiou"
