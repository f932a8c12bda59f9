"""Sentences that say what anybody may, must or must not do with the partner: law told in general, and no dealing."""

from __future__ import annotations

import re

from saring.reading.binding import Bound
from saring.reading.governed import CONTRAST
from saring.reading.scene import Scene, Theme

NEAR, FAR = 64, 120  # characters between a word of duty and the act that it governs, and of a rule for anybody
# Words that forbid or free an act, whoever would do it; in a glued language they stand behind it.
FORBIDS = re.compile(
    r"\b(?:may (?:not|only|no longer|still|also|legally)|(?:neither|nor|no one|nobody|nothing|no \w+)(?: \w+){0,6} may"
    r"|may(?: \w+){1,4} only|must not|shall not|cannot be|can no longer"
    r"|(?:is|are|was|were|be|been|remains?)(?: \w+)? (?:prohibited|forbidden|illegal|unlawful|off limits|outlawed)"
    r"|(?:tidak|tak|hanya|masih|juga|pun|tetap|dan) boleh|yang boleh|(?<!yang )(?<!telah )dilarang"
    r"|(?:adalah|merupakan|dianggap)(?: \w+)? (?:ilegal|terlarang|haram)"
    r"|нельзя|не вправе|не должн[аоы]?|воспрещ\w+|под запретом|запрещен[аоы]?|запрещён[аоы]?|не разрешен[аоы]?"
    r"|не допускается|заборонено|не можна)\b"
    r"|수(?:는|도)? 없|(?:해서는|하면|서는|선) 안|금지(?:된다|돼 있|되어 있|되며|한다)|불법(?:이|으로)"
)
# Words that oblige or allow; they also tell what somebody has to do in a case at hand, so that the law must be near.
BINDS = re.compile(
    r"\b(?:must(?! have\b)|shall|(?:is|are|was|were) (?:obliged|required|supposed|entitled|free) to|(?:is|are) to be"
    r"|ha(?:ve|s|d) to|can(?! have\b)|may(?! have\b)|allows?|permits?"
    r"|harus|wajib|mesti|boleh|dapat|diharuskan|diwajibkan|mengizinkan|membolehkan|memperbolehkan"
    r"|обязан[аоы]?|должн[аоы]|должен|надлежит|следовало|следует|полагается|можно|могут|может|вправе|разрешает"
    r"|позволяет|повинн[іа]|можна)\b"
    r"|(?:해|어|아|여|돼|시켜|워|져)야|의무|수(?:는|도)? 있|허용"
)
ANYBODY = re.compile(
    r"\b(?:(?:member )?(?:states|countries|nations|governments)|banks|exporters|importers|firms|shipowners|inspectors"
    r"|anyone|no one|nobody|whoever|any (?:country|state|firm|person|ship|vessel|transfer|export|import)"
    r"|(?:ships|vessels|kapal) (?:that|which|yang)|negara-negara|setiap (?:negara|perusahaan|orang|kapal|pengiriman)|negara anggota|lembaga|siapa pun|eksportir|importir|petugas"
    r"|государства|страны|банк(?:и|ам)|экспорт[её]р\w*|импорт[её]р\w*|организации|никто|никому|любые|любая|любой|таможенники|суда,"
    r"|держави|країни)\b"
    r"|각국|회원국|국가들|은행은|은행들|수출업자|수입업자|누구도|누구든|모든 (?:나라|국가|화물)|기업들은"
)
SOURCE = frozenset(("instrument", "body", "cap"))


def stated(bound: Bound, scene: Scene, partner: str) -> bool:
    """Whether the sentence names no country but the partner, and says what is forbidden, due or free in general."""
    if any(place.code != partner and not (place.source or place.weak) for place in scene.places):
        return _anybody(bound, scene)
    if _governs(FORBIDS, bound, scene):
        return True
    if any(theme.kind == "agency" and _named(theme, scene) for theme in scene.themes):
        return False  # "the committee lets UNICEF send vaccines": a leave that was given
    anybody = ANYBODY.search(scene.folded, scene.sentence.start, scene.sentence.end) is not None
    lawful = anybody or scene.after_law or any(tag.entry.value in SOURCE for tag in scene.labelled("law"))
    return lawful and _governs(BINDS, bound, scene, far=anybody)


def _named(agency: Theme, scene: Scene) -> bool:
    """Whether it is an agency by name, as far as capitals show: UNICEF, but not "aid groups"."""
    start = agency.start
    first = start == scene.sentence.start
    return scene.glued or scene.text[start : start + (2 if first else 1)].isupper()


def _anybody(bound: Bound, scene: Scene) -> bool:
    """Whether a country is only where nobody at all may act: "it is illegal for anyone in the EU to sell …"."""
    whoever = ANYBODY.search(scene.folded, scene.sentence.start, scene.sentence.end)
    return whoever is not None and _governs(FORBIDS, bound, scene)


def _governs(words: re.Pattern[str], bound: Bound, scene: Scene, far: bool = False) -> bool:
    """Whether one of the words stands beside the act in its clause; `far`: in a clause that nothing sets against it."""
    reach = FAR if far else NEAR
    low = max(scene.sentence.start, bound.act.start - (0 if scene.glued else reach))
    high = min(scene.sentence.end, bound.act.end + reach)
    for found in words.finditer(scene.folded, low, high):
        if found.group() == "may" and scene.text[found.start()].isupper():
            continue  # the month
        start, end = min(found.end(), bound.act.end), max(found.start(), bound.act.start)
        if scene.parted(start, end) == 0 or (far and not CONTRAST.search(scene.folded, start, end)):
            return True
    return False


def speaks_of_law(scene: Scene) -> bool:
    """Whether a sentence names a law or who makes it, so that the next may go on with what it says."""
    values = {tag.entry.value for tag in scene.labelled("law")}
    return "instrument" in values or {"body", "ban"} <= values
