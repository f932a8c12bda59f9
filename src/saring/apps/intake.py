"""A dealing as somebody gives it: decoded strictly, or refused with the key and what is allowed there."""

from __future__ import annotations

import re
from typing import Any, get_args

import msgspec

from saring.days import interval
from saring.model import Breadth, Dealing, Good, Kind, Mention, Polarity, SaringError, Status

# What only a text adds; `determine` takes a dealing of `check` unchanged and passes these over.
TEXT_KEYS = frozenset({"when", "said_by", "evidence", "mentions", "vehicles", "amount", "role", "determinations"})

# ISO 3166-1 alpha-2, with XK as it is used for Kosovo.
_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA
    CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA
    GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS
    MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS
    RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW
    TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
COUNTRIES = frozenset(_CODES.split())

_STRUCTS: dict[str, type[msgspec.Struct]] = {"": Dealing, "goods": Good, "parties": Mention}
_WORDS = {"kind": Kind, "status": Status, "polarity": Polarity, "breadth": Breadth}
_HS = re.compile(r"\d{2,10}", re.ASCII)
_QUOTED = re.compile(r"[`'](.*)[`']")


def to_dealing(given: Any, where: str, default_id: str | None = None) -> Dealing:
    """A dealing from decoded JSON; `where` names the line in what goes wrong."""
    if not isinstance(given, dict):
        raise SaringError("bad_type", where, "a dealing must be a JSON object", "an object with at least the key kind")
    kept = {key: _without_span(key, value) for key, value in given.items() if key not in TEXT_KEYS}
    _check_facts(kept.get("facts"), where)
    try:
        dealing = msgspec.convert(kept, Dealing)
    except msgspec.ValidationError as error:
        raise _explained(error, where) from None
    for key, words in (("date", dealing.date), ("published", dealing.published)):
        if words is not None:
            interval(words, f"{where}, {key}")
    if not dealing.regimes:
        raise SaringError("bad_type", f"{where}, regimes", "the list is empty", "at least one regime, or no such key")
    _check_countries(dealing, where)
    goods = tuple(_coded(good, f"{where}, goods[{n}].hs") for n, good in enumerate(dealing.goods))
    return msgspec.structs.replace(dealing, id=dealing.id or default_id, goods=goods)


def _without_span(key: str, value: Any) -> Any:
    if key not in ("goods", "parties") or not isinstance(value, list):
        return value
    return [{k: v for k, v in item.items() if k != "span"} if isinstance(item, dict) else item for item in value]


def _check_facts(facts: Any, where: str) -> None:
    """Whether each fact has a value at all; what values a fact may have the lawbook says."""
    if not isinstance(facts, dict):
        return
    for name, value in facts.items():
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            continue
        if value is None or not isinstance(value, bool | int | float | str):
            found = "null" if value is None else "an object or a mixed list"
            allowed = "true, false, a number, text or a list of texts; an unknown fact is left out"
            raise SaringError("bad_type", f"{where}, facts.{name}", f"the value is {found}", allowed)


def _check_countries(dealing: Dealing, where: str) -> None:
    sides = [("from", dealing.from_), ("to", dealing.to)]
    sides += [("also_from", code) for code in dealing.also_from] + [("also_to", code) for code in dealing.also_to]
    sides += [(f"parties[{n}].country", party.country) for n, party in enumerate(dealing.parties)]
    for key, code in sides:
        if code is not None and code not in COUNTRIES:
            allowed = "countries as ISO 3166 alpha-2 in capitals, such as KP or RU"
            raise SaringError("unknown_word", f"{where}, {key}", f"{code!r} is no country", allowed)


def _coded(good: Good, where: str) -> Good:
    """National codes longer than six digits are cut to six and kept beside."""
    for n, code in enumerate(good.hs):
        if not _HS.fullmatch(code):
            allowed = "HS codes as 2 to 6 digits without dots; longer national codes up to 10"
            raise SaringError("bad_type", f"{where}[{n}]", f"{code!r} is no HS code", allowed)
    longer = next((code for code in good.hs if len(code) > 6), None)
    if longer is None:
        return good
    codes = tuple(dict.fromkeys(code[:6] for code in good.hs))
    return msgspec.structs.replace(good, hs=codes, national=good.national or longer)


def _explained(error: msgspec.ValidationError, where: str) -> SaringError:
    """The decoder's message in the words of the contract: which code, which key, what is allowed."""
    text, _, path = str(error).partition(" - at `$")
    key = path.rstrip("`").lstrip(".")
    name = re.sub(r"\[.*?\]", "", key).rpartition(".")[2]
    place = f"{where}, {key}" if key else where
    quoted = _QUOTED.search(text)
    found = quoted[1] if quoted else ""
    if "unknown field" in text:
        struct = _STRUCTS.get(name, Dealing)
        allowed = ", ".join(f for f in struct.__struct_encode_fields__ if f not in TEXT_KEYS and f != "span")
        return SaringError("unknown_key", place, f"unknown key {found!r}", allowed)
    if "enum value" in text:
        return SaringError("unknown_word", place, f"{found!r} is not known", ", ".join(get_args(_WORDS[name])))
    if "missing required" in text:
        allowed = f"kind: {', '.join(get_args(Kind))}" if found == "kind" else ""
        return SaringError("bad_type", place, f"the key {found!r} is missing", allowed)
    wanted, _, got = text.partition(", got ")
    return SaringError(
        "bad_type",
        place,
        f"found {got.strip('`') or 'a wrong type'}",
        wanted.removeprefix("Expected ").replace("`", ""),
    )
