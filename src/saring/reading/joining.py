"""Acts and their themes put together: one act of one kind, aid for goods sent as aid, vehicles that only carry."""

from __future__ import annotations

import re

from saring.reading.bound import APART, Bound
from saring.reading.means import means
from saring.reading.scene import Scene

FREELY = re.compile(
    r"\b(?:donations?|donated|free of charge|charit(?:y|ies|able)|development agency|malnourished|orphan(?:s|age|ages)"
    r"|cuma-cuma|tanpa bayaran|panti asuhan|kurang gizi|sumbangan"
    r"|(?:flood|typhoon|disaster|earthquake|landslide) victims|after (?:the |a |last year's |this summer's )?(?:\w+ )?(?:floods?|typhoon|flooding|quake|earthquake|landslides?)"
    r"|(?:flood|typhoon|disaster|quake)-(?:hit|stricken)|relief (?:goods|supplies|items)|children's hospitals?|to feed (?:\w+ ){0,2}(?:children|toddlers|mothers|infants|people))\b"
)
TAUGHT = 20  # characters between a verb of teaching and those taught, a country between them
PAPER_GAP = 16  # characters between a paper and the venture that it founds: " on setting up a "
FOUNDED = ("joint_venture", "science")
FURTHER = re.compile(r"(?<!\w)(?:нов|очередн|следующ|дополнительн|ещё|еще|други|чергов|наступн)")
IMPERSONAL, NOMINATIVE = ("ли", "ют", "ат", "ят"), ("ы", "и", "а", "я", "е")  # endings of Slavic verbs and nouns
ACTORS = frozenset(("worker", "technician", "soldier", "official", "trainer", "student", "citizen", "ship", "train"))


def objects(found: list[Bound], scene: Scene) -> list[Bound]:
    """Without people and vehicles that only are the subject of a verb whose object stands behind it."""
    if scene.glued:
        return found
    moving = {
        each.act.start for each in found
        if each.themes and each.themes[0].start >= each.act.end
        and not scene.parted(each.act.end, each.themes[0].start)
    }  # fmt: skip
    return [
        each for each in found
        if not (
            each.act.entry.form == "active" and each.name != "work" and each.act.start in moving and each.themes
            and each.themes[-1].end <= each.act.start and all(theme.kind in ACTORS for theme in each.themes)
            and not scene.relative(each.themes[-1].end, each.act.start) and not _taught(each, scene)
        )
    ]  # fmt: skip


def _taught(bound: Bound, scene: Scene) -> bool:
    """Whether people before a verb of teaching are its object: "солдат из КНДР обучали обращению с дронами"."""
    if bound.name != "train" or not scene.folded.endswith(IMPERSONAL, 0, bound.act.end):
        return False
    return not scene.folded.endswith(NOMINATIVE, 0, bound.themes[-1].end)


def handed(found: list[Bound], scene: Scene) -> list[Bound]:
    """Without people in the dative to whom goods go: "поставку геологам двух буровых установок"."""
    wares = {each.act.start for each in found if each.kind in APART and each.themes}
    if scene.glued or not wares:
        return found
    return [each for each in found if not (each.act.start in wares and each.kind not in APART and _dative(each, scene))]


def _dative(bound: Bound, scene: Scene) -> bool:
    """Whether all that is moved are people with the ending of a Slavic dative of the plural."""
    people = bool(bound.themes) and all(theme.kind in ACTORS for theme in bound.themes)
    return people and all(
        scene.folded[theme.start : theme.end].split()[-1].endswith(("ам", "ям")) for theme in bound.themes
    )


def joined(found: list[Bound], scene: Scene) -> list[Bound]:
    """One act of one kind is one dealing, whatever else it names; only goods are counted apart."""
    out: dict[tuple[int, str, str], Bound] = {}
    for bound in found:
        key = (bound.act.start, bound.name, bound.kind)
        if bound.kind in APART or key not in out:
            out[(*key[:2], f"{bound.kind}{len(out)}") if bound.kind in APART else key] = bound
        else:
            out[key].themes.extend(bound.themes)
    kept = [bound for bound in out.values() if not means(bound, list(out.values()), scene)]
    kept = [bound for bound in kept if not _share(bound, kept) and not _trainees(bound, kept)]
    return [bound for bound in kept if not any(_paper_of(bound, other, scene) for other in kept)]


def vague_beside(bound: Bound, found: list[Bound], scene: Scene) -> bool:
    """Whether an act has goods of its own, and "the cargo" of a later clause only points back to them."""
    if scene.glued or not bound.themes:
        return False
    if bound.way.polarity == "enforcement" and any(
        each.act is bound.act and each.themes and ":" in scene.text[each.themes[-1].end : bound.themes[0].start]
        for each in found
    ):
        return True  # "арестовали судно: моряки нарушили границу"
    if bound.kind in ("technical_assistance", "labour") and bound.name == "train":
        return any(each.kind == "military_training" and each.act is bound.act for each in found)
    own = [each for each in found if each is not bound and each.act is bound.act and each.kind in APART and each.themes]
    if all(theme.kind == "ship" for theme in bound.themes) and bound.act.entry.form == "active":
        return any(
            each.themes[-1].end <= bound.act.start < bound.themes[0].start for each in own
        )  # "уголь вывозят суда"
    if any(theme.kind != "thing" or theme.goods for theme in bound.themes):
        return False
    at = bound.themes[0].start
    if FURTHER.search(scene.folded, max(scene.sentence.start, at - 24), bound.themes[0].end):
        return False  # "получила оружие, и готовятся новые партии"
    return any(each.themes[-1].end < at and scene.parted(each.themes[-1].end, at) > 0 for each in own)


def _trainees(bound: Bound, found: list[Bound]) -> bool:
    """Whether people are those who are taught, and move nowhere: "teaching crews to fly drones"."""
    if bound.kind != "labour" or not bound.themes or bound.themes[-1].end > bound.act.start:
        return False
    taught = [each for each in found if each.kind == "military_training" and each.act is not bound.act]
    return any(0 <= bound.themes[0].start - each.act.end <= TAUGHT for each in taught)


def _share(bound: Bound, found: list[Bound]) -> bool:
    """Whether money is only what somebody puts into a venture: "вложил 20 млн юаней в фабрику"."""
    if bound.kind != "finance" or bound.act.entry.form == "noun":
        return False
    return any(each.kind == "joint_venture" and each.act[:2] == bound.act[:2] for each in found)


def _paper_of(bound: Bound, other: Bound, scene: Scene) -> bool:
    """Whether a paper only says what is founded by it: "signed a memorandum on a joint venture"."""
    if bound.kind != "diplomacy" or other.kind not in FOUNDED or bound.act.start != other.act.start:
        return False
    if not bound.themes or not other.themes:
        return False
    if other.kind == "science":  # "соглашение об обмене студентами"
        last, spots = bound.themes[-1], [theme for theme in other.themes if theme.start > bound.themes[-1].start]
        return not scene.glued and bool(spots) and spots[0].start - last.end <= PAPER_GAP
    gap = scene.folded[bound.themes[-1].end : other.themes[0].start]
    return 0 < len(gap) <= PAPER_GAP and not set(",;:.") & set(gap)


def _arrived(bound: Bound, found: list[Bound], scene: Scene) -> bool:
    """Whether goods are told one by one behind the aid that came: "прибыл самолёт с гуманитарным грузом: лекарства"."""
    if scene.glued or bound.way.orientation != "appear":
        return False
    start = bound.themes[0].start if bound.themes else 0
    return any(
        each.kind == "aid" and each.act is bound.act and each.themes and ":" in scene.text[each.themes[-1].end : start]
        for each in found
    )


def as_aid(found: list[Bound], scene: Scene) -> list[Bound]:
    """Goods that are sent as aid, or through an agency of aid, are aid."""
    signs: list[int] = [theme.start for theme in scene.themes if theme.kind in ("aid", "agency")]
    if not scene.glued and any(bound.kind == "goods" for bound in found):
        signs += [sign.start() for sign in FREELY.finditer(scene.folded, scene.sentence.start, scene.sentence.end)]
    if not signs:
        return found
    out = []
    for bound in found:
        near = [sign for sign in signs if scene.parted(sign, bound.act.start) <= 1]
        paid = bound.kind == "finance" and bound.name in ("send", "give", "pay") and not scene.glued
        paid = paid and any(theme.kind == "agency" and theme.start in near for theme in scene.themes)
        moved = bound.way.orientation in ("out", "in") or _arrived(bound, found, scene)
        if (bound.kind == "goods" or paid) and near and moved:
            bound.kind = "aid"
        out.append(bound)
    if any(bound.kind == "aid" and any(theme.kind == "goods" for theme in bound.themes) for bound in out):
        out = [
            each
            for each in out
            if each.kind != "aid" or any(theme.kind not in ("aid", "thing") for theme in each.themes)
        ]
    return out
