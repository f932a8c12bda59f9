"""Words that only look like goods, and sentences that only look like dealings: remarks, sayings, what is next to nothing."""

from __future__ import annotations

import re

from saring.reading.binding import Bound
from saring.reading.packs import PRESENT
from saring.reading.scene import Scene, Theme

STATES = r"(?:is|are|was|were|be|been|being|feels?|felt|stays?|stayed|remains?|remained|seems?|looks?|kept|keeps?|it|them|once)"
# English words that are also an adjective or a verb: "once the country was safe", "papers bearing his signature".
ADJECTIVE = re.compile(rf"\b{STATES} (?:\w+ly |now |not |very |more |so |too |still )?$")
ADJECTIVES = ("safe", "light", "iron", "model", "stable", "china", "lead", "present", "felt")
VERBS = re.compile(r" (?:the|a|an|his|her|its|their|on|in|out|no|north|korean|\w+'s)\b")
GERUNDS = ("bearing", "bearings", "casting", "coating", "filling", "lining", "netting", "packing", "roofing", "stuffing",
           "towing", "fishing", "painting", "drawing", "dressing", "padding", "wrapping", "clothing")  # fmt: skip
NOTHING = re.compile(
    r"\b(?:little|no|hardly any|scarcely any|barely any|not much|next to no|too little|very little) (?:\w+ )?$"
)
ANY = re.compile(r"(?:^|[\s\"“'‘(])(?:a|an|one) (?:\w+ )?$")
LIKE = re.compile(r"\b(?:like|as) (?:a|an|the)\b|\bjust (?:like|as)\b|\bno different\b")
FIRM = re.compile(
    r" (?:trade |trading |industry |export |import |processing )?(?:associations?|compan(?:y|ies)|firms?|traders?|dealers?|importers?|exporters?|producers?|industry|"
    r"ministry|boards?|council|union|giant|makers?|manufacturers?|merchants?|brokers?|shops?|stores?|sector|tycoon|"
    r"magnate|growers?|farmers?|millers?|refiners?|wholesalers?|retailers?|sellers?|vendors?|smugglers?|expert|experts)\b"
)
TOURING = re.compile(r"(?:[a-z]{3,}s|delegation|men|women|to|will|would|officials) $")
ADVICE = re.compile(
    r"\b(?:advice|guidance|expertise|know-how|consultancy|tips|technical help|technical assistance|technical support)"
    r" (?:on|with|in|for|about) (?:(?!and\b)[\w'-]+ ){0,3}(?:(?:and|for|or|,) (?:[\w'-]+ ){0,4})?$"
)
ADDRESSED = re.compile(
    r"\b(?:urg(?:e[sd]?|ing)|warn(?:s|ed|ing)?|advis(?:e[sd]?|ing)|tell(?:s|ing)?|told|remind(?:s|ed|ing)?|ask(?:s|ed|ing)?) (?:all )?(?:of )?$"
)
NEAR = 24


def only_said(bound: Bound, scene: Scene) -> bool:
    """Whether what moves is no thing at all, next to nothing, or any such thing in a saying ("A scalpel brings in …")."""
    if scene.glued:
        return False
    if bound.name == "employ" and bound.themes and all(_its_own(theme, scene) for theme in bound.themes):
        return True
    if not bound.themes:
        low = max(scene.sentence.start, bound.act.start - NEAR)
        return bound.act.entry.form == "noun" and NOTHING.search(scene.folded, low, bound.act.start) is not None
    return all(_no_thing(theme.start, theme.end, bound, scene) for theme in bound.themes)


def _its_own(theme: Theme, scene: Scene) -> bool:
    """Whether people are a country's own, whom it only addresses: "urging its citizens not to travel"."""
    before = scene.folded[max(scene.sentence.start, theme.start - NEAR) : theme.start]
    own = theme.kind == "citizen" and scene.folded.startswith(("its ", "their ", "his "), theme.start)
    return own and ADDRESSED.search(before) is not None


def names_firm(theme: Theme, scene: Scene) -> bool:
    """Whether goods only say what a firm or body deals in, beside goods that move: "the poultry association ships chicken"."""
    if scene.glued:
        return False
    low = max(scene.sentence.start, theme.start - NEAR * 2)
    if theme.kind == "tour":
        verb = scene.folded[theme.start : theme.end] in ("tour", "tours") and TOURING.search(
            scene.folded, low, theme.start
        )
        return bool(verb) and any(0 < place.start - theme.end <= NEAR for place in scene.places)
    if theme.kind in ("goods", "weapon") and ADVICE.search(scene.folded, low, theme.start):
        return any(other.kind == "technology" and other.end <= theme.start for other in scene.themes)
    if theme.kind != "goods" or not FIRM.match(scene.folded, theme.end, scene.sentence.end):
        return False
    return any(other.kind in ("goods", "weapon") and other.start > theme.end + NEAR // 2 for other in scene.themes)


def _no_thing(start: int, end: int, bound: Bound, scene: Scene) -> bool:
    words = scene.folded[start:end]
    low = max(scene.sentence.start, start - NEAR)
    if words in ADJECTIVES and ADJECTIVE.search(scene.folded, low, start):
        return True
    if words.endswith(GERUNDS) and VERBS.match(scene.folded, end, scene.sentence.end):
        return words in GERUNDS or " " in words
    if bound.kind in ("finance", "goods", "aid") and NOTHING.search(scene.folded, low, start):
        return bound.way.polarity == "act"
    saying = not scene.places and not scene.labelled("date") and _likens(scene)
    present = bound.act.entry.status in (PRESENT, "ongoing", "")
    return saying and present and bound.kind == "goods" and ANY.search(scene.folded, low, start) is not None


def _likens(scene: Scene) -> bool:
    """Whether a sentence likens one thing to another."""
    return LIKE.search(scene.folded, scene.sentence.start, scene.sentence.end) is not None
