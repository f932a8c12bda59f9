"""Sentences that set out a rule: what a list, notice or resolution covers, what States are told to do. No dealings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saring.reading.binding import Bound
from saring.reading.scene import Scene

LANGUAGE = "en"  # the words below are of one language; sentences of others are not searched for them
PAPER = (
    r"(?:lists?|notices?|notifications?|regulations?|rules?|rulebook|orders?|acts?|decrees?|ordinances?|clauses?|"
    r"paragraphs?|articles?|sections?|annex(?:es)?|resolutions?|bans?|embargo|measures|directives?|guidelines|guidance|"
    r"laws?|bills?|statutes?|sanctions|amendments?|circulars?)"
)
RULES = (
    r"(?:prohibits?|prohibited|bans?|banned|bars?|barred|forbids?|forbade|outlaws?|outlawed|covers?|covered|names?|named|"
    r"tells?|told|instructs?|instructed|obliges?|obliged|requires?|required|exempts?|exempted|spares?|spared|"
    r"extends? to|appl(?:y|ies|ied) to|caps?|capped|limits?|limited|restricts?|restricted|leaves?|left|defines?|defined|"
    r"makes? it|made it|makes? no|made no|rules? out|mentions?|speaks? of|does not|do not|did not|also|puts? under|"
    r"orders? (?:states|customs|banks|ships|vessels|countries|governments)|allows?|permits?|has been|have been|now)"
)
LED = re.compile(  # "The new notice tells customs to stop coal": its subject is a paper of the law
    rf"(?:\w+ )?(?:the|this|these|a|an|its|new|that|another|one|un|u\.n\.|\w+'s?)? ?(?:[\w'.-]+ ){{0,3}}?{PAPER}"
    rf"(?: (?:no\.? )?\d[\d.]*)?(?:,[^,]{{3,60}},)?(?: \w+)? {RULES}\b"
)
BODIES = r"(?:(?:member |un |u\.n\. |all )?(?:states|governments|countries|nations|members|capitals|states parties))"
TRADERS = (
    r"(?:(?:[\w-]+ )?(?:firms|companies|banks|vessels|ships|exporters|importers|traders|businesses|citizens|nationals|"
    r"carriers|insurers|individuals|diplomats))"
)
FRAMES = re.compile(
    rf"\b{BODIES} (?:\w+ )?(?:had|have|has|were given|are given|were|are) (?:until|till|up to|\w+ (?:months|days|years))\b"
    rf"|\b{BODIES} (?:\w+ )?(?:were|are|have been|had been|was|is) (?:told|asked|ordered|directed|obliged|supposed|meant|bound|due|called upon) to\b"
    rf"|\b{BODIES} (?:had|have|ought|need) to\b"
    rf"|\b{TRADERS} (?:that|who|which) (?:wish|want|seek|plan|intend) to\b"
    rf"|\b{TRADERS} (?:may|must|can) (?:not|neither|no longer|only)\b"
    r"|\bmay (?:neither|only|no longer)\b|\bmay (?:[\w-]+ ){1,6}?only (?:within|if|with|after|for|up to|when|through|as)\b"
    r"|\b(?:makes?|made|making) it (?:a crime|a criminal offen[cs]e|an offen[cs]e|illegal|unlawful|punishable|mandatory)\b"
    r"|\b(?:anyone|anybody|whoever|those) (?:who )?(?:[\w-]+ ){1,12}?(?:faces?|risks?|may be|can be|is liable|could face|must)\b"
    r"|\bneeds? (?:a|an|no|prior|special|the) (?:\w+ ){0,2}?(?:permit|licen[cs]e|approval|waiver|clearance|exemption|consent|authori[sz]ation)\b"
    r"|\b(?:no|a|an) (?:\w+ )?(?:permit|licen[cs]e|approval|waiver|authori[sz]ation) is (?:needed|required)\b"
    r"|\b(?:had|has|have) to be (?:closed|shut|dissolved|wound up|reported|notified|inspected|repatriated|returned|sent home)\b"
    r"|\b(?:stays?|stayed|remains?|remained|falls?|fell|lies?) outside the\b"
    r"|\b(?:have|has|had) (?:\w+ )?been added to\b"
    r"|\b(?:kept )?(?:asking|asks?|asked|wonders?|wondered|wondering) (?:us |them |me |him |her )?(?:whether|if|under which|which|how|what)\b"
)
NOUNS_RULED = re.compile(  # behind a noun of trade: "exports of coal have been off limits since 2017"
    r"\b(?:is|are|was|were|been|be|remain|remains|stay|stays|become|became) (?:\w+ )?"
    r"(?:off[- ]limits|banned|prohibited|forbidden|outlawed|illegal|barred|not banned|not prohibited|exempt|exempted|allowed|permitted)\b"
)
GOES_ON = re.compile(
    r"(?:it|they|this|these|both|all of (?:it|them)|neither|none of them) (?:also |even |further |only |expressly |now )?"
    r"(?:does|do|did|makes?|leaves?|covers?|names?|prohibits?|bans?|bars?|forbids?|includes?|lists?|exempts?|spares?|says?|"
    r"tells?|requires?|obliges?|applies|apply|extends?|limits?|caps?|restricts?|allows?|permits?|is|are|has|have)\b"
    r"|such (?:[\w-]+ ){1,3}(?:may|must|can|needs?)\b|[\w-]+ (?:[\w-]+ ){0,3}needs? (?:the )?(?:consent|approval|permission|leave) of\b"
    r"|on the (?:import|export) side|(?:a|one|another) (?:\w+ )?(?:clause|paragraph|provision|annex|section)\b"
)
REPORTED = ("ask", "wonder")
VERB = 24  # characters between a country that opens a clause and its verb: " is believed to have "
PARTS = re.compile(r"[,;] (?:but|yet|though|although|while|whereas|and yet|however|still)\b|[;:] | — | – ")
OPENED = (", and ", ", ")


def mark(scenes: Sequence[Scene]) -> None:
    """Note in each sentence the stretches that set out a rule, those that go on with a rule before them among them."""
    before = False
    for scene in scenes:
        if scene.glued:
            return
        scene.rules = _stretches(scene, before)
        before = bool(scene.rules) and (scene.rules[0][2] or before)


def _stretches(scene: Scene, before: bool) -> list[tuple[int, int, bool]]:
    """The stretches of a sentence that set out a rule; with each, whether a paper of the law is its subject."""
    start, end = max(scene.sentence.start, scene.head), scene.sentence.end
    while start < end and not scene.folded[start].isalnum():
        start += 1
    first = _until(start, end, scene)
    if LED.match(scene.folded, start, end) or (before and GOES_ON.match(scene.folded, start, end)):
        return [(start, first, True)]
    frames = FRAMES.finditer(scene.folded, start, end)
    return [(frame.start(), _until(frame.start(), end, scene), False) for frame in frames]


def _until(start: int, end: int, scene: Scene) -> int:
    """Where a rule ends: with its clause, or where a country opens another ("…, and China sold it diesel")."""
    part = PARTS.search(scene.folded, start, end)
    ends = [part.start()] if part else []
    if scene.folded.startswith(REPORTED, start):
        ends += [comma] if (comma := scene.folded.find(", ", start, end)) > 0 else []
    for place in scene.places:
        if place.start > start and place.form == "names" and scene.folded.endswith(OPENED, start, place.start):
            ends += [place.start] if any(0 <= act.start - place.end <= VERB for act in scene.acts) else []
    return min([end, *ends])


def ruled(bound: Bound, scene: Scene) -> bool:
    """Whether an act stands in a stretch of its sentence that sets out a rule, or is trade that is said to be banned."""
    if scene.rules is None:
        return False
    act = bound.act
    if any(low <= act.start < high for low, high, _ in scene.rules):
        return True
    if act.entry.form != "noun":
        return False
    behind = NOUNS_RULED.search(scene.folded, act.end, scene.sentence.end)
    return behind is not None and not scene.parted(act.end, behind.start()) and _no_verb(act.end, behind.start(), scene)


def _no_verb(low: int, high: int, scene: Scene) -> bool:
    """Whether no other act stands between two points."""
    return not any(low <= act.start < high and act.entry.form != "noun" for act in scene.acts)


FREE = re.compile(
    r"\boutside the|\buntouched|\bneeds? no\b|\bno (?:\w+ )?(?:permit|licen[cs]e|approval) is|\bexempts?\b|\bnot (?:banned|prohibited)\b"
)
DUE = re.compile(
    r"\b(?:until|told to|obliged|directed|required?|requires|within \w+ days|\d+ days|had to|have to|must|needs?|in advance|report|inspect)\b"
)


def effect(scene: Scene, after_claim: bool) -> str | None:
    """What a rule that a sentence sets out does (ban, duty, free); nothing where it sets out none.

    `after_claim` says whether the sentence before states the law, so that "it" and "the list" mean that law.
    """
    if scene.glued or scene.sentence.fragment:
        return None
    stretches = _stretches(scene, after_claim)
    if not stretches or scene.folded.startswith(REPORTED, stretches[0][0]):
        return None
    words = scene.folded[stretches[0][0] : stretches[0][1]]
    if FREE.search(words):
        return "free"
    return "duty" if DUE.search(words) else "ban"
