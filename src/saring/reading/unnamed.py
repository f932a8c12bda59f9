"""Goods that no list of words knows, in English: counted, shipped, or standing among known goods ("PVC film", "uppers")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saring.model import Good
from saring.reading.scene import Scene, Theme

NOUN = r"(?:[a-z][a-z'-]+ ){0,2}?[a-z][a-z-]{2,}"
END = (
    r"(?=[,.;:)]| (?:to|from|into|for|worth|at|in|on|by|via|through|across|over|and|last|this|each|every|were|was|are|is|have|has|had"
    r"|went|left|came|arrived|reached|crossed|entered|bound|that|which|as|under|between|during|since|had|would|will)\b)"
)
UNIT = (
    r"(?:tons?|tonnes?|metric tons|kilograms?|kilos|kg|barrels|litres|liters|metres|meters|containers?|truckloads?|wagons?"
    r"|boxes|crates|sacks|bags|pallets|rolls|cartons|bottles|sets|pairs|drums|cans|bales|reels|sheets|trainloads?)"
)
COUNTED = re.compile(
    rf"(?:\d[\d,.]*|hundreds|thousands|dozens|several|two|three|four|five|ten|a hundred)(?: \w+)?(?: of)? {UNIT} of (?P<what>{NOUN}){END}"
)
SHIPPED = re.compile(
    rf"\b(?:shipments?|consignments?|batch(?:es)?|cargoe?s?|loads?|deliver(?:y|ies)|exports?|imports?|orders? for) of (?:some |the )?"
    rf"(?P<what>{NOUN}){END}"
)
OBJECT = re.compile(
    r"\b(?:(?:export|import|order|smuggl|purchas|truck|re-export)(?:ed|ing)|shipped|sells?|selling|sold|buys?|buying|bought|resold)"
    rf" (?:the |its |some |new |used |raw |of )?(?P<what>{NOUN})(?= (?:to|from|into|across|over the border|abroad)\b)"
)
SENDS = re.compile(
    r"\b(?:sends?|sent|brings?|brought|takes?|took) (?:the |its |some )?(?P<what>(?:raw |finished |spare |used |semi-)[a-z-]+(?: [a-z-]+)?)"
    r"(?= (?:to|from|into|across|over)\b)"
)
MEMBER = re.compile(
    r"(?:, (?:and )?| and )(?P<what>[A-Za-z][A-Za-z-]+(?: [a-z][a-z-]+){0,2}?)(?=, | and |\.| to | from | worth )"
)
TRADING = frozenset(("export", "import", "send", "receive", "trade", "carry", "appear", "load", "comprise", "give"))
NEVER = frozenset(
    """
    a an the it them this that these those its their his her our such more most less all any some much many others other
    one two three what which who whom and or but not than then there here time times money dollars cash funds shares
    votes people men women workers labourers laborers troops soldiers tourists visitors passengers children officials
    information data intelligence secrets access news images pictures messages message letters letter signals signal
    warnings warning talks ships ship vessels vessel trains train tickets tours rights permits licences licenses stakes
    debt bonds goods products items cargo material materials things stuff supplies aid assistance help support services
    service technology weapons arms ammunition missiles currency revenue capital land property houses apartments homes
    influence power control attention hope fear oil own back home out off up down away abroad overseas directly mainly
    strategy strategies policy policies company companies firm firms agency route routes industry network networks
    records documents costs season schedule operations activity scheme schemes fell rose grew dropped came went amounted jumped climbed declined increased surged doubled plunged totalled totaled
    slumped soared dipped shrank recovered rebounded shipped sent packages trips tours holidays excursions visas flights seats stories films books songs mostly illegally secretly openly only also even again just over under between about illicit banned sanctioned
    prohibited north south korean korea china chinese russian russia japan
    """.split()
)
KNOWN = ("act", "theme", "place", "cue", "say", "date", "office", "law", "subject", "outlet", "ignore", "break", "back")
ABSTRACT = ("tion", "tions", "ment", "ness", "ity", "ship", "ance", "ence", "ing", "ism")
LIST_GOODS = 2


def unnamed(scene: Scene, themes: Sequence[Theme]) -> list[Theme]:
    """Themes for goods of a sentence that no word list knows; `themes` are those already found."""
    if scene.glued or not any(act.entry.value in TRADING for act in scene.acts):
        return []
    found: list[Theme] = []
    low, high = scene.sentence.start, scene.sentence.end
    measured = scene.folded.find(" of ", low, high) >= 0
    verbs = any(act.entry.form != "noun" for act in scene.acts)
    for shape in (*((COUNTED, SHIPPED) if measured else ()), *((OBJECT, SENDS) if verbs else ())):
        for spot in shape.finditer(scene.folded, low, high):
            start, end = spot.span("what")
            _take(start, end, scene, [*themes, *found], found)
    wares = [theme for theme in themes if theme.kind == "goods" and theme.goods is not None]
    if len(wares) >= LIST_GOODS:
        for spot in MEMBER.finditer(scene.text, wares[0].start, high):
            start, end = spot.span("what")
            before = any(theme.end == spot.start() for theme in [*wares, *found])
            closes = scene.folded.startswith((".", " to ", " from ", " worth "), end)
            if before and (closes or any(theme.start > end for theme in wares)):
                _take(start, end, scene, [*themes, *found], found)
    return found


def _take(start: int, end: int, scene: Scene, themes: Sequence[Theme], found: list[Theme]) -> None:
    """Add the words between two points as goods, unless the pack knows some of them or they are no wares."""
    words = scene.folded[start:end].split()
    if any(word in NEVER or word.endswith("ly") for word in words) or words[-1].endswith(ABSTRACT):
        return
    if any(theme.start < end and start < theme.end for theme in themes):
        return
    if any(tag.start < end and start < tag.end and tag.entry.label in KNOWN for tag in scene.tags):
        return
    good = Good(
        words=scene.text[start:end], span=(start, end), breadth="vague", because="goods by what is done with them"
    )
    found.append(Theme(start, end, "goods", good))
