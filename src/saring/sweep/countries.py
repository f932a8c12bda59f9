"""Countries as trade tables write them: numbers of M49, ISO codes or names; what is no country is said, never guessed.

The two Koreas are told apart in every way of writing (408 PRK, 410 KOR); a bare "Korea" is neither.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

from saring.sweep.layout import HEADERS, plain

COUNTRIES = Path(__file__).with_name("countries.txt")
WORLD = "World is the sum of all partners"
AREA = "the area is not specified"
UNKNOWN = "the country is not known"
AMBIGUOUS = "Korea alone may be either"
MISSING = "the country is missing"

# Numbers and codes of UN Comtrade that are no country: the sum of all, and areas in which any country may hide.
_WORLD = frozenset({"0", "000", "WLD", "W00", "WORLD"})
_AREAS = frozenset({"837", "838", "839", "899", "BUN", "F49", "X1", "X2", "XX", "_X", "S19A", "ZZ"})


_HEADS = frozenset(HEADERS["reporter"] + HEADERS["partner"])


class Place(NamedTuple):
    """A country by ISO 3166 alpha-2 ("" where it is another one that nothing hangs on), or the reason why it is none."""

    country: str = ""
    problem: str | None = None


@cache
def by_code() -> dict[str, str]:
    """ISO alpha-2 by every code: alpha-2, alpha-3 and number without leading zeros."""
    found: dict[str, str] = {}
    for line in COUNTRIES.read_text(encoding="ascii").splitlines():
        if line and not line.startswith("#"):
            two, three, *numbers = line.split()
            found.update(dict.fromkeys((two, three, *numbers), two))
    return found


@cache
def read_country(value: object) -> Place:
    """What a cell says about a side of the trade."""
    text = _plain(value)
    if not text:
        return Place(problem=MISSING)
    if text.upper() in _WORLD:
        return Place(problem=WORLD)
    if text.upper() in _AREAS:
        return Place(problem=AREA)
    if re.fullmatch(r"\d+", text):
        number = int(text)
        return Place(by_code().get(str(number), "")) if number < 1000 else Place(problem=UNKNOWN)
    if re.fullmatch(r"[A-Za-z0-9]{2,3}", text) and (text.upper() in by_code() or text.isupper()):
        return Place(by_code()[text.upper()]) if text.upper() in by_code() else _by_name(text, Place(problem=UNKNOWN))
    return _by_name(text, Place())


def _plain(value: object) -> str:
    """The text of a cell; a number that was read as a decimal loses its ".0"."""
    if value is None or value != value:  # noqa: PLR0124 - NaN is not equal to itself
        return ""
    text = " ".join(str(value).split())
    text = re.sub(r"^(\d+)\.0+$", r"\1", text)
    return "" if text.upper() in ("NA", "NAN", "NULL", "NONE", "N/A") and not isinstance(value, int) else text


# Words beside "Korea", without accents; those of the north first, since its full name is a republic too.
_NORTH = re.compile(
    r"\b(?:dem\w*|demok\w*|d\.? ?p|north\w*|n|nk|dpr\w*|people\w*|ppl\w*|peuple|popul\w*|pop|utara|nord\w*|norte|noord\w*|kuzey|polnocna"
    r"|severn\w*|pohjois\w*|rrdk|народн\w*|северн\w*)\b"
)
_SOUTH = re.compile(
    r"\b(?:south\w*|s|rep\w*|selatan|sel|sud\w*|sur|sul|zuid\w*|guney|rok|r o|юж\w*|республик\w*|poludniowa|jizni|etela\w*)\b"
)
_KOREA = re.compile(r"kore[aiy]|core[ei]?a|coree|\bkore\b|коре[яи]")
_OWN_NAMES = {
    "KP": re.compile(
        r"\b(?:dprk|d p r k|rrdk|rpdc|kndr|korut|choson|pyongyang|bac trieu tien|bac han)\b|кндр|пхеньян|조선|북한|朝鲜|朝鮮|北韓|เกาหลีเหนือ"
    ),
    "KR": re.compile(r"\b(?:korsel|rok|han quoc)\b|대한민국|한국|남한|韩国|韓国|韓國|南韓|南朝鮮|大韓民国|เกาหลีใต้"),
}
_CODED = {"KP": re.compile(r"\b(?:PRK|KP)\b"), "KR": re.compile(r"\b(?:KOR|KR)\b")}
_WHOLE = re.compile(r"^(?:world|all partners|all countries|total|grand total|dunia|semua negara|jumlah|мир|весь мир)$")
_NOWHERE = re.compile(
    r"^(?:areas?|countries|other areas?)\W*(?:n ?e ?s|not (?:elsewhere )?specified|unspecified)\b|^(?:areas n e s|free zones|bunkers|special categories"
    r"|unspecified|not specified|unknown|confidential)$"
)


def _by_name(text: str, otherwise: Place) -> Place:
    if plain(text) in _HEADS:
        return Place(problem=UNKNOWN)  # a second row of headers
    folded = unicodedata.normalize("NFKD", text.casefold())
    words = " ".join(re.sub(r"[^\w]+", " ", "".join(c for c in folded if not unicodedata.combining(c))).split())
    own = unicodedata.normalize("NFC", text.casefold())
    if _OWN_NAMES["KR"].search(words) or _OWN_NAMES["KR"].search(own):
        # 南朝鮮 holds the word for the other one.
        return Place("KP") if "北" in own and "南" not in own else Place("KR")
    if _OWN_NAMES["KP"].search(words) or _OWN_NAMES["KP"].search(own):
        return Place("KP")
    if _KOREA.search(words):
        if _NORTH.search(words):
            return Place("KP")
        return Place("KR") if _SOUTH.search(words) else Place(problem=AMBIGUOUS)
    for country, pattern in _CODED.items():  # "CHN/PRK"
        if pattern.search(text):
            return Place(country)
    if _WHOLE.match(words):
        return Place(problem=WORLD)
    if _NOWHERE.match(words):
        return Place(problem=AREA)
    return otherwise
