"""Sides that the sentence leaves out: taken from what was told before, where it goes on with the same dealing."""

from __future__ import annotations

from saring.reading import binding, discourse
from saring.reading.continuing import TOTALS, points, same_dealing
from saring.reading.denials import by_denier
from saring.reading.implied import sends_people, stranger, taught, to_partner, wages
from saring.reading.onward import carried_on, content, counted, denied, own_people
from saring.reading.punishing import only_punishes
from saring.reading.roles import Sides
from saring.reading.scene import Scene
from saring.reading.sifting import origin
from saring.reading.subjects import by_subject
from saring.reading.turning import PERSONS, TRADED, UNTOLD, in_exchange
from saring.reading.usual import usual

CARRIED = frozenset(
    ("goods", "arms", "aid", "technical_assistance", "military_training", "labour", "troops", "finance")
)
VAGUE = frozenset(("thing", "money", "aid", "agency"))
MILITARY = frozenset(("arms", "troops", "military_training"))
HEADS = 4  # sentences below a heading that it still heads
REACH = 3  # sentences over which the countries of the last dealing still hold
LOCAL = frozenset(
    (
        "goods", "arms", "aid", "technical_assistance", "military_training", "labour", "troops", "joint_venture",
        "science", "tourism", "diplomacy", "transport", "finance",
    )
)  # fmt: skip
BACK = 2  # sentences after which "on the way back" no longer turns a dealing round
OUTWARD = ("send", "export")
IMPERSONAL = ("ли",)  # "отгрузили": who did is not told
COUNTED = 30  # characters between a noun of trade and the country that it is counted for
HAILS = ("come from", "comes from", "came from", "coming from")
FOUND = frozenset(("appear", "use"))
SHOWN = frozenset(("see", "appear", "comprise"))  # what is seen or listed right after a dealing goes on with it
SHOWN_AFTER = 2
LINES = frozenset(("transport", "tourism"))  # "다음 열차는 내달 2일 떠난다": the line told just before goes on


def complete(
    bound: binding.Bound, sides: Sides | None, number: int, scene: Scene, thread: discourse.Discourse
) -> Sides | None:
    """The sides of an act with what was told before; what the partner cannot have given, it received."""
    sides = by_subject(bound, by_denier(bound, sides, scene, thread.partner), number, scene, thread)
    sides = denied(bound, sides, number, scene, thread)
    if bound.way.orientation == "theft" and number in thread.blamed and not _has(sides, thread.partner):
        return Sides(sides.giver or sides.receiver if sides else None, thread.partner)
    if carried_on(bound, sides, scene):
        return None
    told = usual(bound, sides, sides, scene, thread)
    found = usual(bound, told, _completed(bound, told, number, scene, thread), scene, thread)
    found = own_people(bound, sides, found, scene, thread.partner)
    if found and _asked_for(bound, found, thread.partner):
        return Sides(thread.partner, found.giver)
    found = told if found and told and stranger(bound, told, scene) and found.receiver == told.receiver else found
    if found and found.giver and found.receiver == thread.partner and _sent_abroad(bound, scene, thread.partner):
        return Sides(thread.partner, found.giver)  # people of the partner go to it, nobody's come to the partner
    if scene.glued and found and bound.kind == "tourism" and found.giver == thread.partner and found.receiver:
        return Sides(found.receiver, found.giver)  # its own people do not travel as tourists
    brought = (
        scene.glued and found is None and bound.name == "receive" and scene.folded.startswith("반입", bound.act.start)
    )
    return (
        Sides(None, thread.partner) if brought and bound.themes and thread.warm(number) and not scene.places else found
    )


def _sent_abroad(bound: binding.Bound, scene: Scene, partner: str) -> bool:
    """Whether people are sent who are not called after another country."""
    moved = bound.kind in PERSONS and bound.way.polarity == "act" and bound.way.orientation == "out"
    return moved and not scene.glued and origin(bound, scene) in (None, partner)


def _has(sides: Sides | None, code: str) -> bool:
    return sides is not None and code in (sides.giver, sides.receiver)


def _asked_for(bound: binding.Bound, sides: Sides, partner: str) -> bool:
    """Whether workers or soldiers are asked for: they come from the partner, whose people the text speaks of."""
    own = all(theme.origin in (None, partner) for theme in bound.themes)
    return bound.name == "want" and bound.kind in ("labour", "troops") and sides.receiver == partner and own


def _completed(
    bound: binding.Bound, sides: Sides | None, number: int, scene: Scene, thread: discourse.Discourse
) -> Sides | None:
    """Fill sides from what was told before: first within one dealing, then from the two countries spoken of."""
    teaches = bound.kind == "military_training" and bound.name == "train"
    theirs = teaches and _just_sent(bound, number, scene, thread)
    if theirs or any(theme.origin == thread.partner for theme in bound.themes):
        sides = _to_partner(sides, thread) if teaches else _of_partner(bound, sides, thread.partner)
    if sides and bound.kind == "arms" and bound.name in FOUND and sides.giver == thread.partner:
        armed = thread.kinds.get("arms")  # where weapons are found is not who was given them
        return armed[1] if armed and armed[1].giver == thread.partner and armed[1].receiver else sides
    if scene.glued and sides is not None and thread.warm(number) and _unspoken(sides, scene, thread.partner):
        return Sides(sides.giver or thread.partner, sides.receiver or thread.partner)
    counted_on = scene.glued or _counts_on(bound, number, thread)
    if counted_on and thread.trader and bound.name in TOTALS and thread.warm(number) and not _placed(scene):
        one, other = thread.trader
        return Sides(one, other) if bound.name != "import" else Sides(other, one)
    if figures := _counted(bound, sides, number, scene, thread) or counted(bound, sides, number, scene, thread):
        return figures
    if back := _back(bound, number, scene, thread) or content(bound, number, scene, thread):
        return back
    if sides and sides.giver is None and sides.receiver == thread.stage and sends_people(bound, number, scene, thread):
        return Sides(thread.partner, sides.receiver)
    if paid := wages(bound, sides, number, scene, thread) or taught(bound, sides, number, scene, thread):
        return paid
    if bound.way.orientation == "theft" and not points(scene):
        return sides  # who was robbed is told with the theft, or nowhere
    if sides and to_partner(bound, sides, scene, thread) and (thread.warm(number) or _names(thread.partner, scene)):
        return Sides(sides.giver, thread.partner)
    found = same_dealing(bound, sides, number, scene, thread)
    if found is not None and found.giver and found.receiver:
        return found
    found = _headed(bound, _carried(bound, found, number, scene, thread), number, scene, thread)
    found = _staged(bound, found, scene, thread)
    return found or _flowing(bound, number, scene, thread)


def _flowing(bound: binding.Bound, number: int, scene: Scene, thread: discourse.Discourse) -> Sides | None:
    """The sides of the one flow that the text tells of, where a sentence names goods or people and no country."""
    flow = thread.flow(bound.kind, number) or _listed(bound, number, thread) or _passive(bound, number, scene, thread)
    if (
        flow is None
        and bound.kind == "labour"
        and thread.pair
        and thread.partner in thread.pair
        and thread.warm(number)
    ):
        one, two = thread.pair
        flow = Sides(thread.partner, two if one == thread.partner else one)
    last = thread.last
    line = scene.glued and bound.kind in LINES and last is not None and last[1] == bound.kind and number - last[0] <= 1
    if flow is None or scene.sentence.fragment or bound.way.polarity != "act":
        return None
    shown = bound.name in SHOWN and thread.last is not None and number - thread.last[0] <= SHOWN_AFTER
    ways = ("out", "in", "visit") if bound.kind == "labour" or line else ("out", "in")
    if ((bound.name in UNTOLD and not line) or bound.way.orientation not in ways) and not shown:
        return None
    if _placed(scene) or scene.labelled("abroad"):
        return None
    if any(tag.entry.value == "home" for tag in scene.labelled("back")):
        return None  # "our side": whoever that is
    named = any(theme.goods is not None or theme.kind not in VAGUE for theme in bound.themes)
    return flow if named else None


def _passive(bound: binding.Bound, number: int, scene: Scene, thread: discourse.Discourse) -> Sides | None:
    """Goods that nobody named sends or brings in, in a text of one other country: "отгружено 5 тысяч тонн пшеницы"."""
    impersonal = bound.act.entry.form == "passive" or scene.folded[: bound.act.end].endswith(IMPERSONAL)
    if scene.glued or scene.labelled("river") or bound.kind not in ("goods", "aid") or thread.stage is None:
        return None
    if not impersonal or not thread.warm(number) or bound.name not in (*OUTWARD, "import"):
        return None
    inward = bound.name == "import"
    return Sides(thread.partner, thread.stage) if inward else Sides(thread.stage, thread.partner)


def _counts_on(bound: binding.Bound, number: int, thread: discourse.Discourse) -> bool:
    """Whether a noun of trade goes on with the figures of one trader: both ways were counted, or the other one now is."""
    if bound.act.entry.form not in binding.NOUNS or bound.name not in ("export", "import"):
        return False
    turn = bound.name not in thread.traded and not bound.themes and thread.last is not None
    return len(thread.traded) == 2 or (turn and thread.last is not None and number - thread.last[0] == 1)


def _listed(bound: binding.Bound, number: int, thread: discourse.Discourse) -> Sides | None:
    """The sides of the trade counted last, where its goods are listed: "Ferrosilicon came next", "wigs ranked second"."""
    last = thread.last
    if thread.trader is None or last is None or number - last[0] > SHOWN_AFTER or bound.name not in SHOWN:
        return None
    return last[2] if last[1] == bound.kind == "goods" and last[2].giver and last[2].receiver else None


def _counted(
    bound: binding.Bound, sides: Sides | None, number: int, scene: Scene, thread: discourse.Discourse
) -> Sides | None:
    """Trade of the partner counted country by country: "imports from Russia came to …", "ekspor ke Myanmar"."""
    if scene.glued or bound.name not in ("export", "import") or bound.act.entry.form not in binding.NOUNS:
        return None
    if sides is None or (sides.giver and sides.receiver) or not thread.warm(number):
        return None
    case, other = ("to", sides.receiver) if bound.name == "export" else ("from", sides.giver)
    if other in (None, thread.partner) or thread.stage not in (None, other):
        return None
    near = [place for place in scene.places if place.code == other and place.marker == case]
    if not any(0 <= place.start - bound.act.end <= COUNTED for place in near):
        return None
    return Sides(thread.partner, other) if bound.name == "export" else Sides(other, thread.partner)


def _back(bound: binding.Bound, number: int, scene: Scene, thread: discourse.Discourse) -> Sides | None:
    """The sides of the last dealing turned round, where a sentence tells what comes back: "on the way back it took …"."""
    turns = any(tag.entry.value == "reverse" for tag in scene.labelled("back"))
    last = thread.last
    if not turns or last is None or number - last[0] > BACK or bound.kind not in TRADED or bound.way.polarity != "act":
        return None
    silent = [place for place in scene.places if scene.glued or not (place.source or place.weak)]
    named = {place.code for place in silent if place.marker not in ("via", "none")}
    giver, receiver = last[2].giver, last[2].receiver
    ours = thread.partner in (giver, receiver) and giver and receiver
    return Sides(receiver, giver) if ours and not named else None


def _of_partner(bound: binding.Bound, sides: Sides | None, partner: str) -> Sides:
    """The partner gives what a pronoun says is its own."""
    if sides is None:
        return Sides(partner, None)
    if bound.name == "close" and partner not in (sides.giver, sides.receiver):
        return Sides(partner, sides.giver or sides.receiver)  # who closes what the partner runs is the other side
    return sides if partner in (sides.giver, sides.receiver) or sides.giver else Sides(partner, sides.receiver)


def _names(code: str, scene: Scene) -> bool:
    """Whether a sentence names a country, if only as one that speaks."""
    return any(place.code == code for place in scene.places)


def _just_sent(bound: binding.Bound, number: int, scene: Scene, thread: discourse.Discourse) -> bool:
    """Whether a pronoun means the partner's people of whom the text has just told that they were sent."""
    last, spots = thread.last, {tag[:2] for tag in scene.labelled("back") if tag.entry.value == "alone"}
    if last is None or number - last[0] > BACK or last[1] not in PERSONS or last[2].giver != thread.partner:
        return False
    return any((theme.start, theme.end) in spots for theme in bound.themes)


def _to_partner(sides: Sides | None, thread: discourse.Discourse) -> Sides:
    """The partner's people whom a pronoun means are taught by the other side: "их доучивали на российских полигонах"."""
    others = [code for code in ((sides.giver, sides.receiver) if sides else ()) if code not in (None, thread.partner)]
    return Sides(others[0] if others else thread.stage, thread.partner)


def _placed(scene: Scene) -> bool:
    """Whether a sentence itself names a country that can be a side."""
    return any(place.marker not in ("via", "none") and not place.weak for place in scene.places)


def _staged(bound: binding.Bound, sides: Sides | None, scene: Scene, thread: discourse.Discourse) -> Sides | None:
    """The other side is the country in which the text plays, where the sentence names none: news of one place."""
    if sides is None or thread.stage is None or (sides.giver and sides.receiver) or scene.sentence.fragment:
        return sides
    if (
        thread.partner not in (sides.giver, sides.receiver)
        or (bound.name in UNTOLD and not (_only_there(bound) or _hails(bound, scene)))
        or bound.kind not in LOCAL
    ):
        return sides
    ours = any(tag.entry.value == "customs" for tag in scene.labelled("office"))  # a country's customs count its own
    if (_worldwide(bound, sides, thread.partner) and not ours) or bound.way.orientation == "theft":
        return sides
    if any(theme.kind == "agency" and theme.start < bound.act.start for theme in scene.themes):
        return sides  # an agency gives in its own name
    named = {place.code for place in scene.places if place.marker not in ("none", "via")}
    elsewhere = named - {thread.partner, thread.stage} or scene.labelled("abroad")
    if elsewhere or only_punishes(thread.stage, bound.act, scene):
        return sides
    return Sides(sides.giver or thread.stage, sides.receiver or thread.stage)


def _hails(bound: binding.Bound, scene: Scene) -> bool:
    """Whether workers are told of where they come from: "its 300 seamstresses come from …"."""
    return bound.kind == "labour" and scene.folded.startswith(HAILS, bound.act.start)


def _only_there(bound: binding.Bound) -> bool:
    """Whether named goods are only said to be in a place."""
    named = any(theme.goods is not None and theme.goods.hs for theme in bound.themes)
    return bound.name == "appear" and bound.kind == "goods" and named


def _carried(
    bound: binding.Bound, sides: Sides | None, number: int, scene: Scene, thread: discourse.Discourse
) -> Sides | None:
    """The side that a sentence leaves out, where the text has just told dealings of two countries."""
    partner, last = thread.partner, thread.last
    if last is None or number - last[0] > REACH or bound.kind not in CARRIED or bound.name in UNTOLD:
        return sides
    if bound.way.polarity != "act":
        return sides
    concrete = any(theme.goods is not None or theme.kind not in VAGUE for theme in bound.themes)
    if not concrete or scene.sentence.fragment or scene.labelled("abroad") or _worldwide(bound, sides, partner):
        return sides
    silent = [place for place in scene.places if not (place.weak or place.source)]
    named = {place.code for place in silent if place.marker not in ("via", "none")} - {partner}
    if sides is None:
        aid = bound.kind == "aid" and thread.warm(number) and not named
        return Sides(None, partner) if aid else None
    other = sides.giver or sides.receiver
    if partner not in (sides.giver, sides.receiver):
        if not _apart(bound, scene, partner) or len(named) > 1 or not thread.warm(number):
            return sides
        before = last[2]
        if other in (before.giver, before.receiver) or thread.knows(other):
            return Sides(sides.giver or partner, sides.receiver or partner)
        if last[1] == bound.kind and bound.kind in PERSONS and sides.giver is None and before.giver == partner:
            return Sides(partner, sides.receiver)
        return sides
    if named:
        return sides
    flow = thread.flow(bound.kind, number) if bound.kind in PERSONS and not scene.glued else None
    if flow is not None and sides.giver == flow.giver == partner and not sides.receiver:
        return Sides(partner, flow.receiver)  # its people go where the text has told that they go
    counter = _counter(bound, number, scene, thread)
    return sides if counter is None else Sides(sides.giver or counter, sides.receiver or counter)


def _counter(bound: binding.Bound, number: int, scene: Scene, thread: discourse.Discourse) -> str | None:
    """The country on the other side of what was told a short while ago, where this goes on with it."""
    counter, last = thread.beside(number), thread.last
    if counter is not None and last is not None and (in_exchange(scene) or _related(bound.kind, last[1])):
        return counter
    return None if scene.glued else _lately(bound, number, thread)


def _lately(bound: binding.Bound, number: int, thread: discourse.Discourse) -> str | None:
    """The other side of the dealings of a related kind that were told within reach, where all have one and the same."""
    near = [way for kind, (at, way) in thread.kinds.items() if number - at <= REACH and {bound.kind, kind} <= MILITARY]
    housed = thread.kinds.get("joint_venture") if bound.kind == "labour" else None
    near += [housed[1]] if housed and number - housed[0] <= REACH + 1 else []
    codes = {code for way in near for code in (way.giver, way.receiver)} - {thread.partner, None}
    ours = all(thread.partner in (way.giver, way.receiver) for way in near)
    return codes.pop() if len(codes) == 1 and ours else None


def _worldwide(bound: binding.Bound, sides: Sides | None, partner: str) -> bool:
    """Whether a noun of trade counts what the partner trades with all the world, not what one other trades with it."""
    if bound.name not in TOTALS or bound.act.entry.form not in binding.NOUNS:
        return False
    if sides is None or bound.name == "trade":
        return True
    return (sides.receiver if bound.name == "export" else sides.giver) != partner


def _related(one: str, other: str) -> bool:
    """Whether dealings of two kinds have the same two sides where a text tells them one after the other."""
    return one == other or {one, other} <= TRADED or {one, other} <= MILITARY


def _headed(
    bound: binding.Bound, sides: Sides | None, number: int, scene: Scene, thread: discourse.Discourse
) -> Sides | None:
    """The side that a sentence leaves out, where a heading right before it told such a dealing of two countries."""
    if sides is None or thread.heading is None or (sides.giver and sides.receiver) or scene.sentence.fragment:
        return sides
    at, kind, before = thread.heading
    silent = [place for place in scene.places if not (place.weak or place.source)]
    named = {place.code for place in silent if place.marker not in ("via", "none")} - {thread.partner}
    if number - at > HEADS or named or scene.labelled("abroad") or bound.name in UNTOLD or bound.kind not in CARRIED:
        return sides
    if thread.partner not in (sides.giver, sides.receiver) or bound.way.polarity != "act":
        return sides
    if not _related(bound.kind, kind) or _worldwide(bound, sides, thread.partner):
        return sides
    other = before.receiver if before.giver == thread.partner else before.giver
    return Sides(sides.giver or other, sides.receiver or other)


def _apart(bound: binding.Bound, scene: Scene, partner: str) -> bool:
    """Whether the partner is named in the sentence only beside other acts than this one."""
    for place in scene.places:
        if place.code == partner:
            nearest = min(scene.acts, key=lambda act: (max(act.start - place.end, place.start - act.end), act.start))
            if nearest.start == bound.act.start:
                return False
    return True


def _unspoken(sides: Sides, scene: Scene, partner: str) -> bool:
    """Whether a sentence leaves out its subject, as languages with case words behind do: one other country, no subject."""
    if partner in (sides.giver, sides.receiver) or (sides.giver and sides.receiver):
        return False
    named = [place for place in scene.places if place.marker != "via" and not place.source]
    spoken = any(place.marker in ("subject", "by") and not place.weak for place in named)
    return not spoken and len({place.code for place in named}) == 1 and all(place.code != partner for place in named)
