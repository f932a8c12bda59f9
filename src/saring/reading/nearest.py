"""The act that moves a list of themes: the cheapest by distance, clauses and other acts between."""

from __future__ import annotations

import re

from saring.reading import predicates
from saring.reading.packs import Compiled, Way, ways
from saring.reading.scene import Scene, Theme
from saring.reading.themes import follows_infinitive
from saring.reading.words import Tag

REACH = 260
BREAK_COST = 28.0
ACT_COST = 9.0
STATE_COST = 40.0  # a verb that only says in what state its noun is
WRONG_SIDE = 25.0
NOUN_COST = 8.0
LISTING = 40.0  # "among them" moves its goods only when nothing else does
RULING = 15.0  # what is refused is no act of its own: "bars tourists from entering"
SAME_WORD = 24  # a word that is act and theme at once moves itself only when nothing else moves it
WORST = 170.0
WARES = frozenset(("goods", "thing", "weapon"))
LAYING = frozenset(("lay", "lays", "laid", "laying", "paved", "paving"))
RUNNING = frozenset(("operate", "work", "employ", "build"))
RELATED = re.compile(r",? (?:that|which|who)(?: \w+){0,2} ")
BRINGING = frozenset(("bring", "brings", "brought", "bringing", "move", "moves", "moved"))
LINES = frozenset(("bridge", "route", "flight"))
MAKING = frozenset(("build", "develop"))
STATUE = "9703"
GOES_BACK = re.compile(
    r"(?:kembali ke|pulang|mulai pulang|mudik|hengkang|angkat kaki|bertolak (?:pulang|kembali))(?!\w)"
)  # nobody sends it
PAPER = re.compile(
    r" (?:sebuah |sepucuk |adanya |an? |the |\w+ )?(?:surat|izin|visa|persetujuan|lisensi|dokumen|pengecualian|permit|licen[cs]e|visa|approval|waiver"
    r"|permission|paper|разрешени\w+|лицензи\w+|виз[аыу])\b"
)
ASIDE = 60.0
DESCRIBED = 40  # characters between a theme and the end of the relative word behind it
LEAST_WEIGHT = 0.7  # of an act that tells something by itself
SERVED_COST = 40.0  # "exports of other goods, coal came to …": an act whose own goods end before a comma
SERVED = 30  # characters between such an act and its own goods
OWN_GAP = 4
DONE_TO = frozenset(("seize", "employ", "export", "import", "send", "receive", "give", "expel", "steal", "pay"))
ACTORS = frozenset(("worker", "soldier", "technician", "citizen", "ship", "student", "trainer"))
CONNECTIVE = (
    "와 ",
    "고 ",
    "며 ",
    "해 ",
    "아 ",
    "어 ",
    "여 ",
    "려 ",
    "서 ",
    "쳐 ",
    "겨 ",
    "워 ",
)  # ends of verbs that lead on
OWN_COST = 80.0  # "the missile programme … the smuggling of coal": a noun with goods right behind it moves those
OBJECT_GAP = 32  # characters between a verb of trade and the ship that it trades

DECLINED = ("ого", "его", "ой", "ей", "ую", "ые", "ых", "ому", "ыми", "ым", "ом", "ую", "ая", "ый", "ое")  # participles
FIGHTERS = ("soldier", "worker", "trainer")
FIGHTING = ("очи", "обезвре", "освобожд", "размин", "воев", "воюю", "воюе", "сраж", "штурм", "погиб", "служ", "защища", "визвол", "розмін", "гин")  # fmt: skip
LEAVING = ("покин", "покид", "залиш")
DOERS = frozenset(("official", "worker", "technician", "student", "trainer", "tourist", "pilot"))
DOING = ("send", "give", "export", "carry", "pay")
REFLEXIVE = ("ся", "сь")
FIRMS = ("perusahaan", "bursa", "platform", "pasar", "exchange", "crypto compan", "crypto firm", "crypto exchange")
FIRMS_BEFORE = ("perusahaan ", "bursa ", "platform ", "pasar ", "startup ", "firma ", "proyek ")
SUMS = ("money", "crypto")
SLAVIC_INFINITIVE = ("ть", "ться", "ти", "тись", "чь", "ати", "ити")


def act_for(group: list[Theme], scene: Scene, pack: Compiled) -> Tag | None:
    """The cheapest act that can move one of the themes, if it costs no more than WORST."""
    best: tuple[float, Tag] | None = None
    for act in scene.acts:
        if not scene.glued and (_only_names(act, group, scene, pack) or _describes(act, scene)):
            continue
        if (
            participle(act, group, scene, pack)
            or _needs_paper(act, group, scene)
            or (pack.cases and _of_another(act, group, scene))
        ):
            continue
        taken = _movable(act, group, scene, pack)
        if not taken:
            continue
        cost = _cost(act, taken, scene, pack) / ways()[act.entry.value].weight
        if cost <= WORST and (best is None or cost < best[0]):
            best = (cost, act)
    return _learnt(_main(best[1], group, scene, pack), group, scene) if best else None


def _learnt(act: Tag, group: list[Theme], scene: Scene) -> Tag:
    """The verb of learning or teaching before one that tells what is learnt: "belajar mengendalikan drone"."""
    if scene.glued or act.entry.form != "active":
        return act
    for other in scene.acts:
        takes = ways()[other.entry.value].themes
        if other.entry.value in ("learn", "train") and 0 <= act.start - other.end <= OWN_GAP and group[0].kind in takes:
            return other
    return act


def _movable(act: Tag, group: list[Theme], scene: Scene, pack: Compiled) -> list[Theme]:
    """The themes of a list that an act can move."""
    way = ways()[act.entry.value]
    taken = [theme for theme in group if theme.kind in way.themes and not trades_itself(theme, act, way, scene, pack)]
    if act.entry.value in MAKING and act.entry.form != "active":
        taken = [theme for theme in taken if theme.kind != "goods" or statue(theme)]  # "electricity generated at"
    if act.entry.value == "sign" and act.entry.form == "active":
        taken = [theme for theme in taken if theme.kind not in LINES or theme.start >= act.end]
    if pack.language == "en":
        taken = [theme for theme in taken if not _impossible(theme, act, scene)]
    if pack.cases:
        taken = _fitting(taken, act, scene)
    if not scene.glued:
        taken = [theme for theme in taken if not _unmoved(theme, act, scene)]
    if pack.pack.writing.adjective == "after" and act.entry.form == "active" and act.entry.value in DOING:
        taken = [theme for theme in taken if not _does_it(theme, act, scene)]
    return taken


def _unmoved(theme: Theme, act: Tag, scene: Scene) -> bool:
    """Whether a theme only names a firm, or stands behind who goes back: "diterima di perusahaan kripto"."""
    if act.entry.value == "return" and (theme.kind in WARES or theme.kind in SUMS):
        return GOES_BACK.match(scene.folded, act.start, act.end) is not None and theme.start > act.start
    if theme.kind != "crypto" or act.entry.value in ("steal", "pay", "seize"):
        return False
    return scene.folded.startswith(FIRMS, theme.start) or scene.folded.endswith(FIRMS_BEFORE, 0, theme.start)


def _impossible(theme: Theme, act: Tag, scene: Scene) -> bool:
    """Whether an act cannot be done to a theme: goods are not arrested, and trade, not a carrier, "brought $5 million"."""
    words = scene.folded[act.start : act.end]
    if act.entry.value == "employ" and "issu" in words:
        return theme.kind != "permit"
    if act.entry.value == "employ" and words.startswith("engag") and scene.folded.startswith(" in ", act.end):
        return True  # "engaging in illegal trade"
    if act.entry.value == "build" and theme.kind == "goods":
        return words.split()[-1] in LAYING  # "lay asphalt"
    if act.entry.value == "want" and act.entry.form == "active":
        return theme.end <= act.start  # "Russian builders are short of hands"
    if act.entry.value == "employ" and theme.kind == "student":
        return words.split()[-1].startswith(("admit", "accept", "host", "let", "allow", "permit", "use"))
    if act.entry.value == "seize" and theme.kind in WARES:
        return "arrest" in words
    return theme.kind == "money" and act.entry.value == "carry" and words.split()[-1] in BRINGING


def statue(theme: Theme) -> bool:
    """Whether goods are a statue or monument, which stands where it was made."""
    return theme.goods is not None and STATUE in theme.goods.hs


def _main(act: Tag, group: list[Theme], scene: Scene, pack: Compiled) -> Tag:
    """The main verb where a relative clause only tells of an earlier seizure or closure: "the car that was seized … was sent"."""
    theme = group[-1]
    if pack.language == "en" and act.entry.value in RUNNING and (ended := _ended_after(act, theme, scene)):
        return ended
    told = ways()[act.entry.value].polarity == "act" and act.entry.value != "use"  # "shells that were fired came from"
    if scene.glued or told or theme.end > act.start:
        return act
    opened = [tag.end for tag in scene.labelled("break") if tag.entry.value == "relative"]
    related = any(theme.end <= end <= act.start and end - theme.end <= DESCRIBED for end in opened)
    if not related and not _reduced(act, theme, scene, pack):
        return act
    for other in scene.acts:
        way = ways()[other.entry.value]
        if other.start > act.end and way.polarity == "act" and theme.kind in way.themes:
            finite = other.entry.form in ("active", "passive") and way.weight >= LEAST_WEIGHT
            if finite and not scene.relative(act.end, other.start):
                return other
    return act


def _ended_after(act: Tag, theme: Theme, scene: Scene) -> Tag | None:
    """The closing told of what a relative clause says once ran: "restaurants that once operated there have shuttered"."""
    if RELATED.fullmatch(scene.folded, theme.end, act.start) is None:
        return None
    return next(
        (
            other for other in scene.acts
            if other.start > act.end and other.entry.value == "close" and other.entry.form != "noun"
            and not scene.parted(act.end, other.start)
        ),
        None,
    )  # fmt: skip


def _reduced(act: Tag, theme: Theme, scene: Scene, pack: Compiled) -> bool:
    """Whether a participle right behind a theme only describes it: "trucks seized in Russia were sent", "изъятый"."""
    gap = scene.folded[theme.end : act.start]
    return pack.pack.writing.adjective == "before" and gap in (" ", ", ")


def _needs_paper(act: Tag, group: list[Theme], scene: Scene) -> bool:
    """Whether what is needed is a paper, not the goods before the verb: "traktor pun butuh surat dari New York"."""
    return act.entry.value == "want" and group[0].start < act.start and PAPER.match(scene.folded, act.end) is not None


def participle(act: Tag, group: list[Theme], scene: Scene, pack: Compiled) -> bool:
    """Whether a verb between another and its goods only describes them: "bought refurbished missiles"."""
    if pack.pack.writing.adjective != "before" or scene.glued or group[0].start - act.end != 1:
        return False
    if act.entry.form == "noun" or scene.folded[: act.end].endswith("ing"):
        return False
    return any(
        act.start - other.end == 1
        and other.entry.form == "active"
        and other.entry.value != act.entry.value
        and ways()[other.entry.value].polarity == "act"
        and any(theme.kind in ways()[other.entry.value].themes for theme in group)
        and _is_verb(other, scene)
        for other in scene.acts
    )


def _does_it(theme: Theme, act: Tag, scene: Scene) -> bool:
    """Whether people before a verb of sending are its subject: "diplomat Korut menyelundupkan emas"."""
    return theme.kind in DOERS and theme.end <= act.start and not scene.relative(theme.end, act.start)


def _fitting(taken: list[Theme], act: Tag, scene: Scene) -> list[Theme]:
    """The themes without those that a Slavic verb of this form cannot move, though its act may."""
    name = act.entry.value
    if name == "return" and scene.folded.endswith(REFLEXIVE, act.start, act.end):
        return [theme for theme in taken if theme.kind not in SUMS]  # "покупатели вернулись"
    if name == "appear" and scene.folded.startswith(FIGHTING, act.start):
        return [theme for theme in taken if theme.kind in FIGHTERS]  # "бойцы освобождали область"
    if name == "travel" and scene.folded.startswith(LEAVING, act.start):
        return [theme for theme in taken if theme.kind not in ("worker", "soldier")]  # they return
    if act.entry.form == "active" and name in DOING:
        return [theme for theme in taken if not _does(theme, act, scene)]
    return taken


def _does(theme: Theme, act: Tag, scene: Scene) -> bool:
    """Whether people before a verb are its subject: "россияне обеспечивают жильём"."""
    return (
        theme.kind == "tourist"
        and theme.end <= act.start
        and scene.folded.endswith(("не", "ы"), theme.start, theme.end)
    )


def _of_another(act: Tag, group: list[Theme], scene: Scene) -> bool:
    """Whether a participle behind a comma describes a later theme than this group: "отдают часть заработка, полученного"."""
    if act.entry.form != "passive" or not scene.folded.endswith(DECLINED, act.start, act.end):
        return False
    if scene.folded[act.start - 2 : act.start] != ", ":
        return False
    return any(
        theme.end == act.start - 2 and theme.start > group[-1].end for theme in scene.themes if theme not in group
    )


def _is_verb(act: Tag, scene: Scene) -> bool:
    """Whether a word that may be a noun ("North Korean suppliers") is none here."""
    return not any(place.form == "adjectives" and act.start - place.end == 1 for place in scene.places)


def trades_itself(theme: Theme, act: Tag, way: Way, scene: Scene, pack: Compiled) -> bool:
    """Whether a ship is who trades or carries, not what is traded: only as the object of the act is it goods."""
    if scene.glued and _acts(theme, act, scene):
        return True
    if theme.kind != "ship" or way.themes.get("ship") != "goods":
        return False
    low, high = sorted((theme.end, act.start)) if theme.end <= act.start else (act.end, theme.start)
    if any(low <= other.start < high for other in scene.themes):
        return True
    beside = ("of", "to") if act.entry.form == "passive" and pack.cases else ("of",)  # "яхты для Кима закупались"
    if any(low <= tag.start < high and tag.entry.value not in beside for tag in scene.labelled("marker")):
        return True  # "passed the cargo to barges"
    if scene.glued:
        gap = scene.folded[theme.end : act.start]
        marks = tuple(word for word, marker in pack.glued if marker == "object")
        return not any(mark in gap for mark in marks) or len(gap) > OBJECT_GAP
    gap = scene.folded[act.end : theme.start] if act.entry.form != "passive" else scene.folded[theme.end : act.start]
    before = theme.end <= act.start if act.entry.form == "passive" else theme.start >= act.end
    return not before or len(gap) > OBJECT_GAP or any(mark in gap for mark in ",;:")


def _describes(act: Tag, scene: Scene) -> bool:
    """Whether "built" or "made" only describes the theme before it, which another act moves: "guns built in 1989"."""
    if act.entry.value not in MAKING or act.entry.form == "noun":
        return False
    behind = any(scene.folded[theme.end : act.start] in (" ", ", ") for theme in scene.themes)
    moved = any(other.start < act.start and other.entry.value not in MAKING for other in scene.acts)
    return behind and moved


def _only_names(act: Tag, group: list[Theme], scene: Scene, pack: Compiled) -> bool:
    """Whether a word is only the subject of the verb behind it: "pembeli menemukan", "suppliers sent"."""
    if act.entry.form == "noun":
        return any(act.start - other.end == 1 and other.entry.form == "active" and other.entry.value == act.entry.value
                   for other in scene.acts)  # fmt: skip  # "membawa muatan": the verb carries
    if act.entry.form != "active":
        return False
    behind = [other for other in scene.acts if other.start - act.end == 1 and other.entry.form == "active"]
    if any(scene.folded[other.start : other.end].endswith(SLAVIC_INFINITIVE) for other in behind):
        return False  # "научат управлять": the verb before an infinitive names nobody
    if " " in scene.folded[act.start : act.end] or follows_infinitive(act, scene):
        return False
    if any(participle(other, group, scene, pack) for other in behind):
        return False
    return any(other.entry.value != act.entry.value for other in behind)


def _has_own(act: Tag, scene: Scene) -> bool:
    """Whether a noun of action is followed right away by what it moves."""
    if scene.glued or act.entry.form != "noun":
        return False
    return any(
        0 < theme.start - act.end <= OWN_GAP and scene.folded[act.end : theme.start] in (" ", " of ")
        for theme in scene.themes
    )


def _cost(act: Tag, group: list[Theme], scene: Scene, pack: Compiled) -> float:
    first, last = group[0], group[-1]
    if act.start >= last.end:
        gap, after = act.start - last.end, True
    elif act.end <= first.start:
        gap, after = first.start - act.end, False
    else:
        gap, after = SAME_WORD, act.start >= first.start
    if gap > REACH:
        return WORST + 1
    low, high = sorted((act.start, first.start))
    others = sum(low < other.start < high for other in scene.acts)
    cost = gap + BREAK_COST * scene.parted(low, high) + ACT_COST * others
    cost += LISTING if act.entry.value == "comprise" else 0.0
    cost += ASIDE if after and _aside(last.end, act, scene) else 0.0
    cost += BREAK_COST * scene.relative(low, high) if act.end <= first.start else 0.0
    cost -= RULING if act.entry.value in ("refuse", "expel") else 0.0
    cost += NOUN_COST if act.entry.form == "noun" else 0.0
    cost += SERVED_COST if not after and _served(act, group, scene) else 0.0
    cost += OWN_COST if after and gap > 1 and _has_own(act, scene) else 0.0
    passive = act.entry.form == "passive"
    wants_after = pack.pack.writing.order == "verb-final" or passive or act.entry.value in ("appear", "work", "travel")
    cost += STATE_COST if predicates.bears(act, last.end, first.start, scene) else 0.0
    if after != wants_after and not (passive and not after):
        cost += WRONG_SIDE if gap > 1 or (gap and _goes_on(act, scene)) else 0.0
    return cost


def _acts(theme: Theme, act: Tag, scene: Scene) -> bool:
    """Whether people or a ship are the subject of a verb, as the case word right behind them says."""
    if act.entry.form != "active" or act.entry.value not in DONE_TO or theme.kind not in ACTORS:
        return False
    return scene.folded.startswith(("이 ", "가 ", "들이 "), theme.end)


def _goes_on(act: Tag, scene: Scene) -> bool:
    """Whether a verb of a verb-final sentence right before a theme leads to another verb: "들어와 팜유를 실은"."""
    return scene.glued and act.entry.form != "noun" and scene.folded.startswith(CONNECTIVE, act.end - 1)


def _aside(end: int, act: Tag, scene: Scene) -> bool:
    """Whether a verb stands in a clause that only tells what a thing serves: "роботов, на которых учились бойцы, …"."""
    opened = [tag for tag in scene.labelled("break") if tag.entry.value == "relative" and end <= tag.start < act.start]
    if scene.glued or not opened or "," in scene.folded[opened[-1].end : act.start]:
        return False
    return any(0 <= opened[-1].start - tag.end <= 1 and tag.start >= end for tag in scene.labelled("marker"))


def _served(act: Tag, group: list[Theme], scene: Scene) -> bool:
    """Whether an act has goods of its own right behind it, and a comma parts these from the group."""
    kinds, first = ways()[act.entry.value].themes, group[0]
    if scene.glued or act.entry.form != "noun":
        return False
    own = [theme for theme in scene.themes if theme.kind in kinds and theme.end <= first.start and theme not in group]
    own = [theme for theme in own if 0 <= theme.start - act.end <= SERVED]
    return bool(own) and "," in scene.folded[own[-1].end : first.start]
