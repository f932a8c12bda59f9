"""Countries that a sentence only measures by or pretends: "less than their Nepali colleagues", "sold as Chinese"."""

from __future__ import annotations

import re

from saring.reading.scene import Place, Scene

FLAGS = ("-flagged", "-registered", "-flag ")  # whose flag a ship flies is no side of what it carries
OFF = re.compile(r"\bpass(?:ing|ed|es)? off $")
REACH, AHEAD = 48, 32  # characters before and behind a country
THAN = re.compile(
    r"\b(?:than|unlike|of what(?= (?:their|its|the))|daripada|ketimbang|dibanding(?:kan)?(?: dengan)?|чем|ніж"
    r"|(?:больше|меньше|выше|ниже|дешевле|дороже|хуже|лучше|дольше), чем|(?:больше|меньше|выше|ниже|хуже|лучше))"
    r" (?:(?!in\b|from\b|to\b|dari\b|ke\b|di\b)[\w'-]+ ){0,3}$"
)
THAN_AFTER = re.compile(
    r"(?:인|산|제)?(?: ?(?:동료|노동자|근로자|사람|주민|상인|제품|선원))?(?:들)?(?:보다|과 달리|와 달리)"
)
PRETENDS = re.compile(
    r"\b(?:pass(?:ing|ed|es)? (?:\w+ ){0,4}off|disguis\w+|(?:re|mis)?label\w*|pos(?:e|es|ed|ing)|masquerad\w+|falsif\w+"
    r"|declar\w+|market(?:ed|ing)|menyamar\w*|disamarkan|dipalsukan|memalsukan|dilabeli|diberi label|menjual|dijual"
    r"|mengaku\w*|seolah-olah|под видом|выдава\w+|маскиру\w+|под маркой)\b"
)
AS = re.compile(
    r"\b(?:as|as being|sebagai|under|dengan label|под видом|за|как) (?:(?!a\b|an\b|the\b)[\w'\"«“-]+ ){0,2}[\"'«“]?$"
)


def set_aside(scene: Scene, partner: str) -> None:
    """Take the countries that are no side out of their sentence."""
    for place in scene.places:
        if (
            place.marker == "none"
            and place.form == "adjectives"
            and OFF.search(scene.folded, scene.sentence.start, place.start)
        ):
            place.marker = ""  # "passing off North Korean clams as Chinese"
        aside = _compared(place, scene) or _pretended(place, scene) or scene.folded.startswith(FLAGS, place.end)
        if place.code != partner and aside:
            place.source = True
            before = [theme for theme in scene.themes if 0 <= place.start - theme.end <= 1]
            named = before and AS.search(scene.folded, scene.sentence.start, before[0].start)
            if named:
                scene.themes.remove(before[0])  # "sebagai kerang China": the same clams by another name


def _compared(place: Place, scene: Scene) -> bool:
    """Whether something is only more or less than what a country's people have, and nothing is told of them."""
    if scene.glued:
        return THAN_AFTER.match(scene.folded, place.end) is not None
    if THAN.search(scene.folded[max(scene.sentence.start, place.start - REACH) : place.start]) is None:
        return False
    verbs = (act for act in scene.acts if act.entry.form in ("active", "passive"))
    return not any(0 <= act.start - place.end <= AHEAD for act in verbs)


def _pretended(place: Place, scene: Scene) -> bool:
    """Whether goods only pass for a country's: "passing off clams as Chinese"."""
    if scene.glued:
        return False  # the endings of such words are known to the particles
    before = scene.folded[max(scene.sentence.start, place.start - REACH) : place.start]
    if AS.search(before) is None:
        return False
    return PRETENDS.search(scene.folded, max(scene.sentence.start, place.start - 2 * REACH), place.start) is not None
