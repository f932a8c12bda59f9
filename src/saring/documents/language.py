"""The dominant language of a text, by its scripts and its commonest short words; deterministic and of constant cost."""

from __future__ import annotations

import re

from saring.documents.limits import LANGUAGE_SAMPLE

_SLICES = 8
_HANGUL = re.compile("[가-힣]")
_KANA = re.compile("[ぁ-ヺー]")
_HAN = re.compile("[一-鿿]")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_WORD = re.compile("[a-zà-ɏ'’]+")

# Words that stand in nearly every sentence of a language and in few of another. The languages we do not read are
# there so that their texts are not taken for ours.
_LATIN_WORDS = {
    "id": "yang dan di ke dari untuk dengan pada adalah dalam tidak akan oleh telah sudah itu ini atas juga karena "
    "sebagai para kata bahwa tersebut bisa saat kepada antara ada lebih secara menurut hingga setelah mereka "
    "dia ia kami pun lalu tahun negara namun sejak serta kata dapat menjadi hanya masih harus boleh daripada "
    "telah iaitu berkata kerana bagi",
    "en": "the of and to in that is was for on with as by it from at be has have had his their they which were are "
    "not said this but who been its would after will he she an or about into more than said when we you",
    "fr": "le la les des et du une un est dans que qui pour sur par au avec sont plus ses ont cette ne pas aux leur",
    "de": "der die das und ist nicht mit von den dem ein eine auf für im zu des sich auch als nach wird bei aus hat",
    "es": "el la los las de del que y en un una por con para es su se al como más fue sus pero ha lo este",
    "pt": "o os as da do das dos que e em um uma para com não por mais no na foi ao são como pela seu sua",
    "it": "il lo gli della di che e un una per con non sono del nel alla dei è da le anche più ha ai dal",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als door bij naar heeft",
    "tr": "ve bir bu için ile da de olarak daha çok olan sonra kadar gibi ancak ise göre en ya tarafından",
    "pl": "i w na z do się że nie jest o od przez po za jak dla ale są oraz przy być także który",
    "vi": "của và là các có trong được một cho với những này không đã đến người khi về tại từ ra như",
    "tl": "ang ng sa mga na at ay ni si para hindi ito kay niya siya kung nang din ayon isang",
}
_CYRILLIC_WORDS = {
    "ru": "и в на не что с по из к у о от за для это как но он их его до же которые при также был была было",
    "uk": "і в у на не що з до та за про як для від це але він їх його є який яка які також був була було й із",
    "bg": "и в на не че с по от за да се са това като но той който които със също беше към",
    "be": "і ў на не што з да па за пра як для ад гэта але ён іх яго які якая таксама быў была",
    "sr": "и у на не да се је са од за као али који која су био ће што из",
    "kk": "және мен бұл үшін деп бойынша осы туралы де да жылы болып еді",
}
_OWN = ("id", "en", "ru", "uk")
# One character of Han or Hangul says as much as two or three letters.
_WEIGHT = 2.5


def language_of(text: str) -> str:
    """The language as id, en, ru, ko, uk, ja or zh; `und` for anything else; Malay counts as id."""
    sample = _sample(text)
    counts = {
        "hangul": len(_HANGUL.findall(sample)) * _WEIGHT,
        "kana": len(_KANA.findall(sample)) * _WEIGHT,
        "han": len(_HAN.findall(sample)) * _WEIGHT,
        "cyrillic": float(len(_CYRILLIC.findall(sample))),
        "latin": float(len(_LATIN.findall(sample))),
    }
    # Kana never stands alone: Japanese is kana with Han, Chinese is Han without kana.
    japanese = counts["kana"] * 12 > counts["han"] and counts["kana"] > 0
    east = counts["han"] + counts["kana"]
    scripts = {"ko": counts["hangul"], "east": east, "cyrillic": counts["cyrillic"], "latin": counts["latin"]}
    script = max(scripts, key=lambda name: scripts[name])
    if scripts[script] == 0:
        return "und"
    if script == "ko":
        return "ko"
    if script == "east":
        return "ja" if japanese else "zh"
    if script == "cyrillic":
        return _slavic(sample)
    return _by_words(_WORD.findall(sample.lower()), _LATIN_TABLES)


def _sample(text: str) -> str:
    """The whole of a short text, slices spread evenly over a long one."""
    if len(text) <= LANGUAGE_SAMPLE:
        return text
    size = LANGUAGE_SAMPLE // _SLICES
    step = (len(text) - size) // (_SLICES - 1)
    return "\n".join(text[place * step : place * step + size] for place in range(_SLICES))


def _slavic(sample: str) -> str:
    words = re.findall("[Ѐ-ӿ’']+", sample.lower())
    found = _by_words(words, _CYRILLIC_TABLES)
    letters = "".join(words)
    if found in ("ru", "und", "uk"):
        # Short texts hold few common words; letters that only one of the two has are the surer sign.
        ukrainian = sum(letters.count(letter) for letter in "іїєґ")
        russian = sum(letters.count(letter) for letter in "ыэёъ")
        foreign = sum(letters.count(letter) for letter in "ўәғқңөұүһјљњћђџ")
        if foreign * 30 > len(letters):
            return "und"
        if ukrainian != russian:
            return "uk" if ukrainian > russian else "ru"
        return found if found != "und" else "ru"
    return found


def _tables(words: dict[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(listed.split()) for language, listed in words.items()}


_LATIN_TABLES = _tables(_LATIN_WORDS)
_CYRILLIC_TABLES = _tables(_CYRILLIC_WORDS)


def _by_words(words: list[str], tables: dict[str, frozenset[str]]) -> str:
    """The language whose common words are most frequent; a language we do not read gives `und`."""
    if not words:
        return "und"
    hits = {language: sum(1 for word in words if word in listed) for language, listed in tables.items()}
    best = max(hits, key=lambda language: (hits[language], language in _OWN))
    if hits[best] * 25 < len(words):
        return "und"
    return best if best in _OWN else "und"
