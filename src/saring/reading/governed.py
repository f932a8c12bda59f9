"""Acts that a text only speaks of: inside a ban or duty of the law, or in an expert's supposition. They are no dealings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saring.reading import predicates
from saring.reading.binding import Bound
from saring.reading.nearest import SLAVIC_INFINITIVE
from saring.reading.scene import Scene
from saring.reading.themes import follows_infinitive
from saring.reading.words import Tag

BEFORE, AFTER = 100, 28
SUBJECT = 40  # a cap is law only right behind what sets it: "the resolution limits"
TRADE = frozenset(("export", "import", "trade"))
NAMES = re.compile(r"(?: (?:[A-Z][\w'-]*|and|to|from|with|of|the|has|have|had|been|is|are|was|were|between))+ ")
RULED = 24  # characters between trade and the verb that rules it, a country between them
LAWS = ("ban", "cap", "duty", "permit")
SET = ("cap", "permit")  # law only where its source is the subject
HEADED = 14  # characters between a verb and the law that it describes: "송출을 막은 결의안"
DESCRIBING = re.compile(r"\w*(?: (?:돼|되어|해|하고)? ?있는)? ")
DESCRIBED = 14  # characters between a ban that describes and the ware that it describes: "금지된 자국산 석탄을"
CONCEDED = re.compile(
    r"\b(?:despite|although|though|notwithstanding|in defiance of|in spite of|regardless of|whereas|even as"
    r"|meski|meskipun|walau|walaupun|kendati|kendatipun|biarpun|sekalipun|padahal|terlepas dari"
    r"|несмотря|невзирая|хотя|вопреки|хоча|попри|незважаючи|всупереч)\b"
)
STILL = re.compile(
    r"[가-힣]{0,4} ?(?:돼|되어|하고)? ?(?:있|했|됐)?[가-힣]?(?:에도|데도|지만|음에도|불구하고)"
)  # "금지에도"
AT_ONCE = 16  # characters from the end of an aside to the verb that its noun leads to
CONTRAST = re.compile(
    r",\s(?:but|yet|however|nevertheless|namun|tetapi|tapi|akan tetapi|но|однако|тем не менее|а|але|однак|проте)\b"
)
EXCEEDED = re.compile(
    r"[가-힣]{0,3} (?:훨씬 |크게 |이미 |몇 배 |몇 배나 )?(?:초과[하해한했]|넘[는어은긴겨겼었]|웃도는|웃돌)"
)
LISTED = re.compile(r"(?:된|되는|한)? ?(?:대상 ?)?(?:품목|물품|물자|제품|품)[을를인]")  # goods that a ban names
OVERSTEPPED = {"cap": EXCEEDED, "ban": LISTED}
BARRED = re.compile(r"[가-힣]{0,3} ?(?:수 없|못하)")
BROKEN = re.compile(  # "melanggar sanksi dengan mengirim", "violated the ban by selling": how the law was broken
    r"\b(?:melanggar|langgar|menyalahi|menghindari|mengakali|menyiasati|menerobos|mengabaikan|mengelak dari|pelanggaran"
    r"|violat(?:e[sd]?|ing)|breach(?:e[sd]|ing)?|flout(?:s|ed|ing)?|def(?:y|ies|ied|ying)|evad(?:e[sd]?|ing)"
    r"|circumvent(?:s|ed|ing)?)\b[^.;:]*?\b(?:dengan(?: cara)?|lewat|melalui|by) (?:\w+ ){0,1}$"
)
FORBIDS = re.compile(r"(?:за)?(?:запретил|запрещ|заборонил|заборонен)\w*")
RULED_GOODS = 40  # characters between goods and the verb that forbids their trade
VAGUE = frozenset(("thing", "money"))
COMMITTEE = re.compile(
    r"\b(?:komite|dewan keamanan|pbb|sanksi|committee|security council|sanctions?|комитет\w*|совет\w* безопасности|санкци\w*)\b"
)
GRANTED = re.compile(
    r"\b(?:mengizinkan|memperbolehkan|membolehkan|menyetujui|meloloskan|mengabulkan|diizinkan|diperbolehkan|disetujui|dikabulkan"
    r"|(?:memberi(?:kan)?|mengeluarkan|menerbitkan|memperoleh|mendapat(?:kan)?|mengantongi|beroleh|menerima)"
    r" (?:\w+ )?(?:izin|persetujuan|pengecualian|lampu hijau|restu)"
    r"|approv(?:ed|es|al)|authori[sz](?:ed|es)|allow(?:ed|s)|cleared|exempt(?:ed|ion|ions)|waivers?|green light"
    r"|разреш(?:ил\w*|ение)|одобрил\w*|исключени[ея]|изъяти[ея])\b"
)
UNANSWERED = re.compile(
    r"\b(?:(?:menolak|enggan|tidak|tak|belum|tanpa) (?:\w+ ){0,2}?(?:merinci|menjelaskan|menyebut(?:kan)?|mengonfirmasi|memastikan|memerinci|tahu|mengetahui"
    r"|mengungkap(?:kan)?|diketahui|jelas|terungkap)|(?:declined|refused|not|unclear|unknown|did not|didn't|could not) (?:\w+ ){0,3}?(?:say|know|confirm|clear|specify|comment on)?"
    r"|(?:не|отказал\w*) (?:\w+ ){0,2}?(?:уточн\w+|сообщ\w+|сказа\w+|раскры\w+|ясно|известно))"
    r",? (?:kapan|apakah|benarkah|whether|when|if|когда|ли)\b"
)
MEANS_NOT = re.compile(  # "bukan berarti barangnya langsung tiba"
    r"\b(?:(?:bukan|tidak|tak) berarti|(?:does not|doesn't|did not) mean|не (?:означает|значит))\b"
)
UNGRANTED = re.compile(r"\b(?:tidak|tak|belum|menolak|enggan|not|refused|declined|не|отказал\w*) (?:\w+ )?$")
GRANTING = 140  # characters between a grant and what it allows


def allow(bound: Bound, scene: Scene) -> None:
    """Mark an act that a sanctions committee allowed: goods for the partner then go as aid, and are still to go."""
    if scene.glued or bound.kind not in ("goods", "aid") or bound.way.polarity != "act" or not bound.themes:
        return
    if bound.way.orientation not in ("out", "in") or bound.name in TRADE - {"import"}:
        return
    granted = list(GRANTED.finditer(scene.folded, scene.sentence.start, max(bound.act.end, bound.themes[0].start)))
    if not granted or bound.themes[0].start - granted[-1].end() > GRANTING:
        return
    agency = any(theme.kind in ("agency", "aid") for theme in scene.themes)
    if not agency and not COMMITTEE.search(scene.folded, scene.sentence.start, scene.sentence.end):
        return
    if UNGRANTED.search(scene.folded, scene.sentence.start, granted[-1].start()):
        return
    bound.exempt, bound.kind = True, "aid"


def unanswered(bound: Bound, scene: Scene) -> bool:
    """Whether an act only stands in a question that somebody left open: "menolak merinci kapan barang itu akan sampai"."""
    if scene.glued:
        return False
    asks = UNANSWERED.search(scene.folded, scene.sentence.start, bound.act.start)
    asks = asks or MEANS_NOT.search(scene.folded, scene.sentence.start, bound.act.start)
    return asks is not None and not any(asks.end() <= act.start < bound.act.start for act in scene.acts)


def _ruled(bound: Bound, law: Tag, scene: Scene) -> bool:
    """Whether trade as a whole is what a verb right behind rules: "impor Korut lantas dibatasi", "exports are banned"."""
    noun = bound.name in TRADE and bound.act.entry.form in ("noun", "bare")
    if noun and bound.themes and not scene.glued and FORBIDS.match(scene.folded, law.start):
        end = max(bound.act.end, bound.themes[-1].end)  # "экспорт любых товаров в КНДР Япония запретила"
        return 0 < law.start - end <= RULED_GOODS and "," not in scene.text[bound.act.start : law.start]
    whole = noun and not bound.themes
    gap = law.start - bound.act.end
    near = 0 < gap <= RULED or (gap > 0 and not scene.glued and NAMES.fullmatch(scene.text, bound.act.end, law.start))
    return bool(whole and law.entry.value in ("ban", "cap") and near and not scene.parted(bound.act.end, law.start))


def _barring(bound: Bound, source: Sequence[Tag], scene: Scene) -> bool:
    """Whether it is the law that refuses or ends something: "the resolution bars every State from …"."""
    if scene.glued:
        return bound.way.polarity != "act" and any(0 <= tag.start - bound.act.end <= HEADED for tag in source)
    return bound.name == "refuse" and any(0 <= bound.act.start - tag.end <= SUBJECT for tag in source)


def by_law(bound: Bound, scene: Scene) -> bool:
    """Whether the act stands under a verb of the law: "the resolution bans exports of coal"."""
    if bound.exempt:
        return False
    laws = LAWS if bound.way.polarity == "act" or bound.name in TRADE else ("duty",)
    source = [tag for tag in scene.labelled("law") if tag.entry.value in ("body", "instrument")]
    start = bound.act.start
    if _barring(bound, source, scene):
        return True
    broken = _broken(bound.act, scene)
    end = max([bound.act.end, *(theme.end for theme in bound.themes)])
    for tag in scene.labelled("law"):
        if tag.entry.value not in laws or _exceeded(tag, bound, scene):
            continue
        if scene.glued and (ware := _banned_ware(tag, scene)) is not None:
            if bound.act.end <= tag.start <= bound.act.end + 2:
                return True  # "수출이 금지된 석탄": this export is only the banned one
            if any(theme.start <= ware < theme.end for theme in bound.themes) or bound.act.start > ware:
                continue
        before = tag.end <= start and start - tag.end <= BEFORE and tag.start < broken
        before = before and not _against(tag, bound.act, scene)
        if before and _rules(tag, bound, source, scene):
            return True
        if not scene.glued and _ruled(bound, tag, scene):
            return True
        behind = tag.start >= end and tag.start - end <= AFTER and source and scene.parted(end, tag.start) == 0
        if behind and not _describes(tag, bound, end, scene):
            aside = tag.entry.value == "cap" and not scene.glued and "," in scene.text[end : tag.start]
            if tag.entry.value in ("ban", "cap") and not aside:
                return True  # but not "shipped oil in 2024, double the cap"
    return False


def _broken(act: Tag, scene: Scene) -> int:
    """Where a breach of the law begins of which the act is the means: law told from there on forbids nothing more."""
    low = max(scene.sentence.start, act.start - BEFORE)
    found = None if scene.glued or act.entry.form == "noun" else BROKEN.search(scene.folded, low, act.start)
    return found.start() if found else scene.sentence.end


def _against(law: Tag, act: Tag, scene: Scene) -> bool:
    """Whether an act is done in spite of a law told before it, in a clause of its own: "meski dilarang, A mengekspor"."""
    if act.entry.form == "noun":
        return False
    if scene.glued:
        return STILL.match(scene.folded, law.end, act.start) is not None
    comma = scene.folded.rfind(",", law.end, act.start)
    if comma < 0:
        return False
    opened = scene.folded.rfind(",", scene.sentence.start, law.start)
    if CONCEDED.search(scene.folded, max(opened, scene.sentence.start), law.end) or CONTRAST.match(scene.folded, comma):
        return True
    aside = 0 <= act.start - comma <= AT_ONCE and scene.relative(opened, law.end) > 0 and opened > 0
    if aside and _finite(act, scene):
        return True  # "China, which may not buy coal, imported 200,000 tons"
    who = [place for place in scene.places if comma < place.start and place.end <= act.start]
    return bool(who) and _finite(act, scene) and not any(0 <= comma - place.end <= 1 for place in scene.places)


def _finite(act: Tag, scene: Scene) -> bool:
    """Whether a verb is told of its subject, as far as its form shows: no gerund, no infinitive."""
    first = scene.folded[act.start : act.end].split(maxsplit=1)[0]
    return not first.endswith(("ing", "ть", "ти", "ться")) and not follows_infinitive(act, scene)


def _describes(law: Tag, bound: Bound, end: int, scene: Scene) -> bool:
    """Whether a ban right behind the goods only describes them: "A sold weapons banned by resolutions to B"."""
    if scene.glued or bound.act.entry.form != "active" or scene.folded[end : law.start].strip() or not bound.themes:
        return False
    return any(0 <= bound.act.start - place.end <= SUBJECT for place in scene.places) and _finite(bound.act, scene)


def _exceeded(law: Tag, bound: Bound, scene: Scene) -> bool:
    """Whether an act went past a cap or a ban that only tells it: "한도를 초과해 수입했다", "금수 품목을 수출해"."""
    if not scene.glued or law.entry.value not in OVERSTEPPED or bound.act.entry.form not in ("active", "passive"):
        return False
    past = OVERSTEPPED[law.entry.value].match(scene.folded, law.end, scene.sentence.end)
    return past is not None and past.end() <= bound.act.start and BARRED.match(scene.folded, bound.act.end) is None


def _banned_ware(law: Tag, scene: Scene) -> int | None:
    """Where a ware stands that a ban before it only describes: "수출이 금지된 석탄을 중국에 팔았다"."""
    verb = DESCRIBING.match(scene.folded, law.end, scene.sentence.end)
    if verb is None:
        return None
    if not predicates.adnominal(scene.folded[verb.end() - 2]):
        return None
    wares = (theme.start for theme in scene.themes if 0 <= theme.start - verb.end() <= DESCRIBED)
    return next(wares, None)


def _rules(law: Tag, bound: Bound, source: Sequence[Tag], scene: Scene) -> bool:
    """A ban reaches the act when no other clause opens between them; a cap or duty only with a source of law."""
    parted = scene.parted(law.end, bound.act.start)
    if law.entry.value == "ban" and _goes_on(law, bound, scene):
        return False
    if law.entry.value == "permit" and let(bound.act, scene):
        return False
    if law.entry.value in SET:
        return parted == 0 and any(0 <= law.start - tag.end <= SUBJECT for tag in source)
    if law.entry.value == "ban":
        return parted == 0 or (bool(source) and parted <= 1)
    return bool(source) and parted <= 1


def let(act: Tag, scene: Scene) -> bool:
    """Whether an aid agency is let to act, which is no law but a leave: "the committee allowed UNICEF to ship …"."""
    leaves = [tag for tag in scene.labelled("law") if tag.entry.value == "permit"]
    agencies = [theme for theme in scene.themes if theme.kind == "agency"]
    for leave in leaves:
        low, high = (act.end, leave.start) if scene.glued else (leave.end, act.start)
        agent = any(scene.sentence.start <= theme.start < max(act.start, leave.start) for theme in agencies)
        if agent and 0 <= high - low <= BEFORE and scene.parted(low, high) <= 1:
            return True
    return False


def _goes_on(law: Tag, bound: Bound, scene: Scene) -> bool:
    """Whether a finite verb behind a ban tells on: "when the Council had closed exports, coal came to …"."""
    act = bound.act
    if scene.glued or act.entry.form != "active" or scene.folded[act.start : act.end].endswith(SLAVIC_INFINITIVE):
        return False
    governed = [other.end for other in scene.acts if law.end <= other.start and other.end < act.start]
    return bool(governed) and ", " in scene.folded[governed[0] : act.start]


def supposed(bound: Bound, word: str, scene: Scene) -> bool:
    """Whether it is only a supposition: conditional, and an act in a noun or without a named thing."""
    if word != "hypothetical" or predicates.may_come(bound.act, scene):
        return False
    kinds = {theme.kind for theme in bound.themes}
    compound = bool(bound.themes) and 0 <= bound.act.start - bound.themes[-1].end <= 1
    if bound.act.entry.form == "noun" or compound:
        return True
    return not kinds or kinds <= VAGUE
