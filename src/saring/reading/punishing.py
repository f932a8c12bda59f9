"""Countries that only punish others for a dealing: no side of it, and whom they punish did it."""

from __future__ import annotations

import re

from saring.reading.scene import Scene
from saring.reading.words import Tag

OTHERS = 3  # countries in a sentence of which one only punishes; with fewer it may try its own
NEAR = 40  # characters between a country and a verb of punishing
# Sure words, which may turn the sides of their sentence; the others only keep a country out of a clause behind it.
SURE = (
    r"(?:ввел[аи]?|ввёл|наложил[аи]?|ввів|запровадил[аи]?) (?:\w+ )?санкци"
    r"|вн(?:ё|е)с(?:л[аи])? в (?:ч(?:ё|е)рный|санкционный) список"
    r"|men(?:jatuhkan|erapkan|genakan) sanksi|memberi sanksi|menghukum|mendakwa"
    r"|impos(?:ed|es|ing) (?:\w+ )?sanctions|sanctioned|blacklisted"
)
PUNISHES = re.compile(rf"\b(?:{SURE})")
MAY_PUNISH = re.compile(
    rf"\b(?:{SURE}|(?:membekukan|bekukan|menjatuhi|menjatuhkan|jatuhkan|mendenda|menyanksi|menindak|mengadili"
    r"|sanctions|sanctioning|punish(?:es|ed)|blacklists|froze|freezes|fine[sd]|charge[sd]|indict(?:s|ed)"
    r"|designate[sd])\b)"
)
PUNISHES_LAST = re.compile(r"제재했|제재한다고|제재 (?:대상|명단)에 (?:올|추가|포함)|제재 대상으로 지정|기소했")
OWN = re.compile(r"\b(?:warga(?: negara)?nya|pengusahanya|perusahaannya|its own|its citizens?|своих?|своего)\b")
WHO = ("penyalur", "pemasok", "pengirim", "penyelundup", "eksportir", "importir", "pedagang")


def only_punishes(code: str, act: Tag, scene: Scene) -> bool:
    """Whether a country only punishes those whose act it is: "AS menghukum dua perusahaan yang menyalurkan pekerja"."""
    ends = [place.end for place in scene.places if place.code == code]
    opened = [tag.start for tag in scene.labelled("break") if tag.entry.value == "relative"]
    opened += [act.start] if scene.folded.startswith(WHO, act.start) else []
    who = max([start for start in opened if start <= act.start], default=-1)
    verbs = [MAY_PUNISH.search(scene.folded, end, who) if end <= who else None for end in ends]
    return bool(ends) and all(verb and not OWN.search(scene.folded, verb.end(), who) for verb in verbs)


def punished(scene: Scene) -> None:
    """Who only punishes is no side, and whom he punishes did it: "США ввели санкции против фирм, нанимавших рабочих"."""
    others = len({place.code for place in scene.places}) >= OTHERS
    if scene.glued:
        _punished_last(scene, others)
        return
    for verb in PUNISHES.finditer(scene.folded, scene.sentence.start, scene.sentence.end):
        before = [place for place in scene.places if 0 <= verb.start() - place.end <= NEAR]
        behind = [place for place in scene.places if 0 <= place.start - verb.end() <= NEAR]
        foreign = before and behind and behind[0].code != before[-1].code  # not its own, whom it may try for dealings
        if before and (others or foreign) and not any(before[-1].end <= act.start < verb.start() for act in scene.acts):
            before[-1].source = True
        acts = any(verb.end() <= act.start < behind[0].start for act in scene.acts) if behind else False
        if behind and behind[0].marker in ("none", "to") and not acts:
            behind[0].marker = ""


def _punished_last(scene: Scene, others: bool) -> None:
    """The same where the verb closes the sentence: the first subject punishes; "현지 회사를 기소했다" tries its own."""
    if not others or PUNISHES_LAST.search(scene.folded, scene.sentence.start, scene.sentence.end) is None:
        return
    first = next((place.code for place in scene.places if place.marker == "subject"), None)
    for place in scene.places:
        place.source = place.source or place.code == first
