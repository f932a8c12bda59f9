"""Merging what is told twice: title, lead, body, key points; the fullest telling stays, the others are its mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

import msgspec

from saring.dealings.sameness import GOODS, flow, fragment, goods_key, own_date, same
from saring.model import Dealing, Document, FactValue, Good, Mention, Quote, Role, Status

GROUPS, TELLINGS = 40, 6  # a long text is compared with its first and latest dealings, so that its cost stays linear
T = TypeVar("T")
AIDS = {"goods": "aid", "aid": "goods"}
BULLETS = frozenset(("-", "–", "—", "•", "·", "*", "▪", "■", "◆", "▶", "●", "○"))


@dataclass(slots=True)
class Told:
    """One dealing and the tellings of it so far."""

    tellings: list[Dealing] = field(default_factory=list)


def gather(tellings: Sequence[Dealing], document: Document) -> tuple[Dealing, ...]:
    """The dealings of a document, each once, with ids d1, d2 … in reading order.

    A telling joins an earlier one of the same kind, sides, goods, status class and time. The telling that says most
    gives the evidence; what it lacks (date, sources, goods, amount) comes from the others.
    """
    groups: list[Told] = []
    by_kind: dict[str, list[Told]] = {}
    published = _day(document.published)
    for telling in sorted(tellings, key=lambda each: (_loose(each, document), *_place(each))):
        peers = by_kind.setdefault(telling.kind, [])
        fits = (group for group in _ends(peers, GROUPS) if _joins(telling, group, published, document))
        home = next(fits, None)
        if home is None or (_counts_all(telling) and any(_elsewhere(home, other) for other in fits)):
            groups.append(Told([telling]))
            peers.append(groups[-1])
        else:
            home.tellings.append(telling)
    groups = _titles(_absorb(groups, published), document)
    kept = sorted((group for group in groups if not _teaser(group, document)), key=_first)
    merged = [_merge(group, document) for group in kept]
    roles = _roles(merged)
    merged = [msgspec.structs.replace(each, role=role) for each, role in zip(merged, roles, strict=True)]
    named = [_named(each, document) for each in merged]
    return tuple(msgspec.structs.replace(each, id=f"d{n}") for n, each in enumerate(named, 1))


def _counts_all(telling: Dealing) -> bool:
    """Whether a telling counts people or goods that go to, or come from, nobody named."""
    return telling.amount is not None and (telling.from_ is None or telling.to is None)


def _elsewhere(one: Told, other: Told) -> bool:
    """Whether two groups name other sides: a sum that fits both of them is told of all, and is neither."""
    ends = [[{each.from_ for each in group.tellings}, {each.to for each in group.tellings}] for group in (one, other)]
    first, second = ends
    return any(a - {None} and b - {None} and not a & b - {None} for a, b in zip(first, second, strict=True))


def _named(dealing: Dealing, document: Document) -> Dealing:
    """Goods that the text calls only "cargo" or "exports" are named so, at their place, without a code."""
    if dealing.goods or dealing.kind not in GOODS or not dealing.what or dealing.evidence is None:
        return dealing
    start = document.text.find(dealing.what, dealing.evidence.start, dealing.evidence.end)
    if start < 0:
        return dealing
    good = Good(words=dealing.what, span=(start, start + len(dealing.what)))
    return msgspec.structs.replace(dealing, goods=(good,))


def _titles(groups: list[Told], document: Document) -> list[Told]:
    """A title that tells what the body tells in other words is a mention of it, whatever it leaves out."""
    body: dict[str, list[Told]] = {}
    titles = [all(_loose(each, document) for each in group.tellings) for group in groups]
    for group, title in zip(groups, titles, strict=True):
        if not title:
            body.setdefault(group.tellings[0].kind, []).append(group)
    out = []
    for group, title in zip(groups, titles, strict=True):
        kind = group.tellings[0].kind
        peers = [*body.get(kind, []), *_named_alike(group, body.get(AIDS.get(kind, ""), []))] if title else []
        home = next((each for each in peers if _may_mean(group, each)), None)
        if home is None:
            out.append(group)
        else:
            home.tellings.extend(group.tellings)
    return out


def _named_alike(title: Told, groups: Sequence[Told]) -> list[Told]:
    """The groups in goods that a title names too: what it calls a delivery may be aid in the body."""
    wanted = {code[:2] for telling in title.tellings for code in goods_key(telling)}
    return [group for group in groups if wanted & {code[:2] for each in group.tellings for code in goods_key(each)}]


def _may_mean(title: Told, group: Told) -> bool:
    """Whether a title can tell of the group's goods: it names none, or some of them, or others in wider words."""
    wanted = {code for telling in title.tellings for code in goods_key(telling)}
    known = {code for telling in group.tellings for code in goods_key(telling)}
    return not wanted or not known or bool({code[:2] for code in wanted} & {code[:2] for code in known})


def _ends(items: list[T], most: int) -> list[T]:
    """All of a short list; the first and the last of a long one."""
    return items if len(items) <= 2 * most else [*items[:most], *items[-most:]]


def _loose(dealing: Dealing, document: Document) -> bool:
    return fragment(dealing) or _title(dealing, document) or _bullet(dealing, document)


def _bullet(dealing: Dealing, document: Document) -> bool:
    """Whether the telling stands in a list of key points."""
    start = dealing.evidence.start if dealing.evidence else 0
    line = document.text[document.text.rfind("\n", 0, start) + 1 : start].strip()
    return line in BULLETS


def _joins(telling: Dealing, group: Told, published: date | None, document: Document) -> bool:
    """A telling joins a group when it agrees with every sentence of it; headlines bridge nothing."""
    body = [each for each in _ends(group.tellings, TELLINGS) if not _loose(each, document)]
    loose = not body or _loose(telling, document)
    return all(same(each, telling, published, loose) for each in body or group.tellings[:1])


def _first(group: Told) -> tuple[int, int]:
    return min(_place(telling) for telling in group.tellings)


def _absorb(groups: list[Told], published: date | None) -> list[Told]:
    """Trade told without its goods, beside the goods of the same flow, is a mention of them."""
    named = [group for group in groups if any(goods_key(each) for each in group.tellings)]
    out = []
    for group in groups:
        first = group.tellings[0]
        bare = first.kind in GOODS and not any(goods_key(each) or each.amount for each in group.tellings)
        near = _ends(named, GROUPS) if bare else []
        home = next((each for each in near if flow(each.tellings[0], first, published)), None)
        if home is None:
            out.append(group)
        else:
            home.tellings.extend(group.tellings)
    return out


def _day(published: str | None) -> date | None:
    """The first day that a publication date covers."""
    if not published:
        return None
    pieces = published.split("/")[0].split("-")
    try:
        return date(int(pieces[0]), int(pieces[1]) if len(pieces) > 1 else 1, int(pieces[2]) if len(pieces) > 2 else 1)
    except ValueError:
        return None


def _place(dealing: Dealing) -> tuple[int, int]:
    first = dealing.goods[0].span if dealing.goods and dealing.goods[0].span else (0, 0)
    return (dealing.evidence.start if dealing.evidence else 0, first[0])


def _title(dealing: Dealing, document: Document) -> bool:
    return bool(document.title_span and dealing.evidence and dealing.evidence.end <= document.title_span[1])


def _teaser(group: Told, document: Document) -> bool:
    """Lines without an end mark inside the text that nothing else confirms: teasers, captions, lists of links."""
    if not all(fragment(telling) for telling in group.tellings):
        return False
    last = len(document.text.rstrip())
    first = document.text.find("\n", len(document.text) - len(document.text.lstrip()))
    for telling in group.tellings:
        evidence = telling.evidence
        if evidence and (_title(telling, document) or evidence.end >= last or 0 <= evidence.start <= max(first, 0)):
            return False
    return True


def _fullness(dealing: Dealing, document: Document) -> float:
    score = 2.0 * (dealing.from_ is not None) + 2.0 * (dealing.to is not None) + 1.5 * bool(dealing.goods)
    score += 1.0 * (own_date(dealing) is not None) + 0.5 * bool(dealing.said_by) + 0.5 * (dealing.amount is not None)
    if _loose(dealing, document):
        score -= 4.0
    return score


def _merge(group: Told, document: Document) -> Dealing:
    tellings = group.tellings
    best = max(tellings, key=lambda each: (_fullness(each, document), -_place(each)[0]))
    body = [each for each in tellings if not _loose(each, document)] or tellings
    sides = next((each for each in [best, *body] if each.from_ and each.to), best)
    goods = best.goods or next((each.goods for each in body if each.goods), ())
    dated = next((each for each in [best, *body] if each.when), best)
    facts: dict[str, FactValue] = {}
    for each in [best, *tellings]:
        for name, value in each.facts.items():
            if each is best or not name.endswith("_act"):  # what act it is, only its own words say
                facts.setdefault(name, value)
    said = list(best.said_by)
    if not said:
        said = list(next((each.said_by for each in body if each.said_by), ()))
    mentions = _mentions(tellings, best)
    return msgspec.structs.replace(
        best,
        status=_status(best, body),
        from_=sides.from_,
        to=sides.to,
        also_from=sides.also_from,
        also_to=sides.also_to,
        goods=goods,
        when=dated.when,
        date=dated.date,
        amount=best.amount or next((each.amount for each in body if each.amount), None),
        said_by=tuple(said),
        facts={name: facts[name] for name in sorted(facts)},
        parties=_union([each.parties for each in tellings]),
        evidence=best.mentions[0] if best.mentions else best.evidence,
        mentions=mentions,
    )


def _status(best: Dealing, body: Sequence[Dealing]) -> Status | None:
    """The status of the body's first telling, not of a headline."""
    statuses = [each.status for each in sorted(body, key=_place) if each.status]
    return statuses[0] if statuses else best.status


def _union(lists: Sequence[tuple[Mention, ...]]) -> tuple[Mention, ...]:
    seen: dict[tuple[str, str | None], Mention] = {}
    for mentions in lists:
        for each in mentions:
            seen.setdefault((each.words.casefold(), each.country), each)
    return tuple(seen.values())


def _mentions(tellings: Sequence[Dealing], best: Dealing) -> tuple[Quote, ...]:
    seen: dict[tuple[int, int], Quote] = {}
    for each in tellings:
        if each.evidence and best.evidence and each.evidence != best.evidence:
            seen.setdefault((each.evidence.start, each.evidence.end), each.evidence)
    return tuple(seen[key] for key in sorted(seen))


def _roles(merged: Sequence[Dealing]) -> list[Role]:
    """Umbrella: goods without codes or names beside members that have them, on the same flow."""
    named = {(each.kind, each.from_, each.to) for each in merged if goods_key(each)}
    roles: list[Role] = []
    for each in merged:
        umbrella = each.kind in ("goods", "arms") and not goods_key(each) and (each.kind, each.from_, each.to) in named
        roles.append("umbrella" if umbrella else "supposition" if each.status == "hypothetical" else "main")
    return roles
