"""Contracts that end: what they were for ends with them (Korean: "경찰을 훈련하던 계약은 갱신되지 않았다")."""

from __future__ import annotations

import re

import msgspec

from saring.reading.bound import Bound
from saring.reading.discourse import Discourse
from saring.reading.scene import Scene
from saring.reading.words import Entry

OVER = (
    r"(?:연장|갱신|재계약)(?:을|를|은)? ?(?:더는 |더 이상 )?(?:하지|되지|하지는|되지는|받지) (?:않|못)|만료|해지|해약|종료|끝났|끝난|끝냈|끝낸|끝이 났|파기|청산|폐기"
    r"|중단|중지|취소|없던 일"
)
PAPER = r"(?:계약|협정|협약|합의|약정|양해각서|프로그램|파견 사업|협력 사업)"
CONTRACT = re.compile(
    rf"(?:[가-힣]{{0,3}} )?(?:[가-힣]{{1,6}} ){{0,2}}{PAPER}(?:들)?(?:을|를|은|는|이|가|도)[^.]{{0,40}}?(?:{OVER})"
)
NOUN = re.compile(rf"[^.]{{0,12}}?{PAPER}(?:들)?(?:을|를|은|는|이|가|도)[^.]{{0,40}}?(?:{OVER})")
ENDED = "ended"
WORDS = ("계약", "협정", "협약", "합의", "약정", "양해각서", "프로그램", "사업")
WORK = frozenset(("technical_assistance", "labour", "military_training", "joint_venture", "arms"))


def ended(bounds: list[Bound], scene: Scene, thread: Discourse) -> list[Bound]:
    """The acts of a sentence, those that a contract was for made its end; the contract itself tells no more."""
    words = scene.folded[scene.sentence.start : scene.sentence.end]
    if not scene.glued or not any(word in words for word in WORDS):
        return bounds
    purposes = [bound for bound in bounds if bound.kind in WORK and bound.way.polarity == "act" and _for(bound, scene)]
    for bound in purposes:
        _end(bound)
    out = []
    for bound in bounds:
        paper = bound.kind == "diplomacy" and bound.name in ("sign", "close")
        if paper and purposes:
            continue
        if paper and NOUN.match(scene.folded, bound.act.end - 1) and bound.name == "sign":
            _end(bound)
            bound.kind = thread.last[1] if thread.last is not None and thread.last[1] in WORK else bound.kind
        out.append(bound)
    return out


def _for(bound: Bound, scene: Scene) -> bool:
    """Whether an act is what a contract was for: it leads on to the contract, which ends."""
    return CONTRACT.match(scene.folded, bound.act.end) is not None


def _end(bound: Bound) -> None:
    bound.way = msgspec.structs.replace(bound.way, polarity="cessation")
    entry = bound.act.entry
    noted = Entry(entry.label, entry.value, entry.form, "", entry.where, ENDED, entry.flag)
    bound.act = bound.act._replace(entry=noted)
