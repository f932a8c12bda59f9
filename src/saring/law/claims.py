"""Sentences about the law: which provision they speak of, and whether number, year, subject, effect and way are right."""

from __future__ import annotations

import re
from typing import NamedTuple

from saring.days import interval
from saring.law import wording
from saring.measures import Held, Lawbook, Situation, Topic
from saring.model import ClaimSeen, LegalClaim

_UN_BODY = re.compile(
    r"UN\b|U\.N|UNSC|PBB|DK PBB|Dewan Keamanan|Perserikatan Bangsa|United Nations|Security Council|ООН|Совбез|СБ|"
    r"Совет\w* безопасности|유엔|안보리|안전보장이사회|国連|安保理|联合国|安理会|聯合國|sanctions committee|komite sanksi",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(hanya|hanyalah|only|merely|только|лишь)\b|뿐|だけ", re.IGNORECASE)


class Judged(NamedTuple):
    """Whether the sentence is right (None: this law cannot say), the provision it means, and why."""

    correct: bool | None
    provision: str | None
    note: str


def judge_claim(seen: ClaimSeen, book: Lawbook, published: str | None = None, regime: str = "UN") -> LegalClaim:
    """A sentence about the law with its judgment, as of the day on which it was published."""
    situation = book.main(regime)
    day = interval(published)[1] if published else book.checked_on
    judged = _judge(seen, situation, day) if situation else Judged(None, None, "no law of that regime is loaded")
    return LegalClaim(
        quote=seen.quote,
        span=seen.span,
        claims=seen.claims,
        cited=seen.cited,
        provision=judged.provision,
        correct=judged.correct,
        note=judged.note,
    )


def _judge(seen: ClaimSeen, situation: Situation, day: str) -> Judged:
    worded = _worded(seen)
    if worded is not None:
        return worded
    ours = any(i.id.endswith(f"-{seen.cited}") for i in situation.regime.instruments) if seen.cited else False
    if seen.body and not ours and not _UN_BODY.search(seen.body):
        return _abroad(seen, situation)
    held = _held(seen, situation)
    wrong_number = _number(seen, situation, held)
    if wrong_number is not None:
        return wrong_number
    if not held:
        return _general(seen, situation)
    ceiling = _amount(seen, held)
    if ceiling is not None:
        return ceiling
    meant = [h for h in held if _way_fits(seen, h)]
    if not meant:
        return _other_way(seen, held)
    return _effect(seen, meant, day)


def _worded(seen: ClaimSeen) -> Judged | None:
    """What the words alone decide: a resolution called unlawful, a ban of all trade, a law that is said to have ended."""
    if wording.UNLAWFUL.search(seen.quote):
        return Judged(False, None, "decisions of the Council bind the members (Charter, Article 25)")
    if seen.effect == "ban" and wording.NOT_UN.search(seen.quote):
        return Judged(False, None, "the bans are decisions of the Security Council")
    ours = bool(seen.cited or _UN_BODY.search(seen.quote))
    if seen.effect == "ban" and ours and wording.ALL_TRADE.search(seen.quote):
        return Judged(False, None, "the bans go by goods and acts; what no paragraph names is free")
    if seen.effect == "ban" and wording.ALL_FOOD.search(seen.quote):
        return Judged(False, "UNSCR-2397-6:food", "the paragraph names goods of some chapters, not all food")
    if wording.ended(seen.quote):
        return Judged(False, None, "no measure of this regime has been lifted")
    return None


def _abroad(seen: ClaimSeen, situation: Situation) -> Judged:
    """A sentence about the law of a State or Union: what it is known to hold, since when; listings are not compared."""
    words = seen.body or ""
    body = next((a for a in situation.abroad if any(_names(name, words) for name in a.names)), None)
    if body is None:
        return Judged(None, None, "speaks of the law of a State or Union that is not known here")
    subjects = seen.subjects or (("designation",) if seen.effect in ("ban", "measure") else ())
    acts = [act for act in body.acts if act.subject in subjects]
    if not acts:
        return Judged(None, None, f"what the law of {body.body} holds on this is not known here")
    year = str(seen.year) if seen.year is not None else "9999"
    since = [act for act in acts if act.since[:4] <= year]
    if not since:
        return Judged(False, None, f"{acts[0].cite} holds only since {acts[0].since}")
    if seen.year is not None and seen.month and since[-1].subject != "designation":
        stamp = f"{seen.year}-{seen.month:02d}"
        theirs = any(act.since.startswith(stamp) for act in since)
        council = [h for h in _held(seen, situation) if h.in_force.from_.startswith(stamp)]
        if council and not theirs:
            return Judged(False, council[-1].provision, f"what began in {stamp} is the Council's; {since[-1].cite}")
    note = (
        "names are not compared with its lists" if since[-1].subject == "designation" else "its own law, not the UN's"
    )
    return Judged(True, None, f"{since[-1].cite}, since {since[-1].since}; {note}")


def _names(name: str, words: str) -> bool:
    edge = r"(?<!\w){}s?(?!\w)" if name.isascii() else "{}"
    return re.search(edge.format(re.escape(name)), words) is not None


def _held(seen: ClaimSeen, situation: Situation) -> list[Held]:
    """What the law holds on the subjects of the sentence."""
    topics = {topic.subject: topic for topic in situation.topics}
    found: list[Held] = []
    named = [s for s in seen.subjects if s != "trade"]
    if not named and seen.effect != "free":
        named = list(seen.subjects)  # trade alone speaks of all of it
    for subject in named:
        topic = topics.get(subject)
        if topic is not None:
            found += topic.holds
            found += [h for wider in topic.wider for h in topics.get(wider, Topic(wider)).holds]
    return found


def _number(seen: ClaimSeen, situation: Situation, held: list[Held]) -> Judged | None:
    """A cited number must be of this law, of the year that the sentence gives it, and hold the subject."""
    if not seen.cited:
        return None
    instrument = next((i for i in situation.regime.instruments if i.id.endswith(f"-{seen.cited}")), None)
    if instrument is None:
        likely = _likely(seen, situation, held)
        return Judged(
            False, likely, f"{seen.cited} is no resolution of this regime; likely meant: {likely or 'unknown'}"
        )
    year_wrong = seen.year is not None and (
        str(seen.year) < instrument.adopted[:4]
        or (str(seen.year) > instrument.adopted[:4] and wording.adopted_in(seen.quote, seen.cited, seen.year))
    )
    if year_wrong:
        return Judged(
            False, instrument.id, f"{instrument.cite} was adopted on {instrument.adopted}, not in {seen.year}"
        )
    if set(seen.subjects) <= {"trade"}:
        return Judged(True, instrument.id, "a resolution of this regime that limits trade")
    if held and not any(h.provision.startswith(f"{instrument.id}-") for h in held):
        likely = held[-1].provision
        since = [h for h in held if h.in_force.from_ <= instrument.adopted]
        if since:
            return Judged(True, since[-1].provision, f"the subject stands in {since[-1].provision}")
        return Judged(False, likely, f"{instrument.cite} does not speak of it; {likely} does")
    return None


def _amount(seen: ClaimSeen, held: list[Held]) -> Judged | None:
    """A sentence that gives the figure of a ceiling: the figure decides, whichever verb stands beside it."""
    capped = [h for h in held if h.amounts]
    if not capped or seen.effect not in ("ban", "cap", "duty", "permit"):
        return None
    named = wording.ceilings(seen.quote)
    for value in named:
        fitting = [h for h in capped if value in h.amounts]
        if fitting:
            return Judged(True, fitting[-1].provision, f"the ceiling is {value}")
    sure = len(named) == 1 and seen.effect in ("cap", "permit") and wording.barrels(seen.quote)
    if sure and {h.amounts for h in capped} == {capped[-1].amounts}:
        last = capped[-1]
        return Judged(False, last.provision, f"the ceiling is {last.amounts[0]}, not {named[0]}")
    return None


def _likely(seen: ClaimSeen, situation: Situation, held: list[Held]) -> str | None:
    """The provision that a wrong number probably means: by subject, then by date."""
    if held:
        return held[-1].provision
    dated = [
        i
        for i in situation.regime.instruments
        if seen.year is not None
        and i.adopted.startswith(f"{seen.year}-{seen.month:02d}" if seen.month else f"{seen.year}")
    ]
    return dated[-1].id if dated else None


def _general(seen: ClaimSeen, situation: Situation) -> Judged:
    """A sentence that names no subject: a duty to obey, an exception as such, or the adoption of a resolution."""
    if seen.effect == "duty":
        return Judged(True, None, "members must carry out decisions of the Council (Charter, Article 25)")
    if seen.effect == "permit":
        return Judged(True, None, "the measures have exceptions, and the Committee may exempt")
    if seen.effect == "free":
        return Judged(True, None, "no measure of this lawbook names the subject of the sentence")
    if seen.cited:
        return Judged(
            True, f"UNSCR-{seen.cited}", "a resolution of this regime; what it is said to hold is not compared"
        )
    adopted = _adopted(seen, situation)
    if adopted is not None:
        return Judged(True, adopted, "a resolution of that day was adopted; what it is said to hold is not compared")
    return Judged(None, None, "the sentence names no subject that the lawbook can compare")


def _adopted(seen: ClaimSeen, situation: Situation) -> str | None:
    """The resolution that was adopted when the sentence says."""
    if seen.year is None:
        return None
    stamp = f"{seen.year}" + (f"-{seen.month:02d}" if seen.month else "") + (f"-{seen.day:02d}" if seen.day else "")
    found = [i.id for i in situation.regime.instruments if i.adopted.startswith(stamp)]
    return found[-1] if found else None


def _way_fits(seen: ClaimSeen, held: Held) -> bool:
    # A sentence on several subjects speaks of several ways; a ceiling is named by what it limits, not by its way.
    loose = len(seen.subjects) > 1 or seen.effect in ("cap", "permit")
    person = seen.effect != "free" and "labour" in seen.subjects  # permits are given to those who leave
    return loose or person or seen.flow is None or held.flow in ("both", "within", seen.flow)


def _other_way(seen: ClaimSeen, held: list[Held]) -> Judged:
    if seen.effect == "free":
        return Judged(True, None, "no provision reaches the subject in this direction")
    return Judged(False, held[-1].provision, f"{held[-1].provision} looks the other way")


def _effect(seen: ClaimSeen, held: list[Held], day: str) -> Judged:
    """Whether what is said to hold does hold: on the day, since the year, with the strength that is claimed."""
    now = [h for h in held if h.in_force.from_ <= day and (h.in_force.until is None or day <= h.in_force.until)]
    last = (now or held)[-1]
    bans = [h for h in now if h.effect == "ban"]
    if seen.effect == "free":
        return Judged(not now, last.provision, f"{last.provision} reaches it since {last.in_force.from_}")
    if seen.effect == "permit":
        return Judged(True, last.provision, "the paragraph has exceptions or a ceiling")
    if _ONLY.search(seen.quote) and seen.effect == "ban" and day >= "2017-08-05":
        return Judged(False, last.provision, "other goods are banned as well")
    dated = _since(seen, held) if seen.year is not None else None
    if dated is not None:
        return dated
    if not now:
        return Judged(False, held[0].provision, f"it holds only since {held[0].in_force.from_}")
    if seen.effect == "ban" and not bans and all(h.effect == "cap" for h in now):
        return Judged(False, last.provision, "the subject is under a ceiling, not banned")
    strongest = (bans or now)[-1] if seen.effect == "ban" else last
    cited = [h for h in held if seen.cited and h.provision.startswith(f"UNSCR-{seen.cited}-")]
    if cited and seen.effect == "ban" and all(h.effect == "cap" for h in cited):
        return Judged(False, cited[-1].provision, f"{cited[-1].provision} set a ceiling or conditions, no full ban")
    if cited and cited[-1].effect == seen.effect:
        strongest = cited[-1]  # what the sentence cites, though a later paragraph goes further
    return Judged(True, strongest.provision, "as the paragraph says")


def _since(seen: ClaimSeen, held: list[Held]) -> Judged | None:
    """A sentence that dates the law: some provision of that time must hold it; None when the date is of something else."""
    stamp = f"{seen.year}" + (f"-{seen.month:02d}" if seen.month else "")
    if seen.day and seen.month:
        stamp += f"-{seen.day:02d}"
    fitting = [h for h in held if h.in_force.from_[: len(stamp)] == stamp]
    same = [h for h in fitting if h.effect == seen.effect or seen.effect in ("duty", "measure", None)]
    if same:
        return Judged(True, same[-1].provision, "as the paragraph says")
    if fitting and seen.effect == "ban":
        return Judged(False, fitting[-1].provision, f"{fitting[-1].provision} set a ceiling or conditions, no full ban")
    first = min(held, key=lambda h: h.in_force.from_)
    if stamp < first.in_force.from_[: len(stamp)]:
        return Judged(False, first.provision, f"it holds only since {first.in_force.from_}")
    return None
