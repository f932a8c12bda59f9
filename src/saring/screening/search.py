"""Names asked against lists: hits with reasons, never a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from saring.model import Hit

from .entry import Alias, Listed, ListedKind, ListFile
from .index import Index
from .names import Form, forms, numbers_of_imo
from .score import Query, compare, reasons

DEFAULT_LINE = 0.87
"""The score from which a name is a hit by default; below it lie namesakes in part."""
SURE = 0.85  # with a better answer misspelt words are not looked up one by one
MEAGRE = 0.7  # without a better answer more names are looked through
LEAST = 0.3  # what is less alike is not kept
STRONG = 0.97
WEAK_LOSS = 0.06
NO_CLEARANCE = "no hit is no clearance: only the lists named here were asked, as of their dates"


class Asked(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known of the queried party besides its name; it argues for or against a hit."""

    name: str
    kind: ListedKind | None = None
    country: str | None = None
    birth: str | None = None
    imo: str | None = None


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """One output line of `saring screen` (contract section 5): hits, and the lists asked with their dates."""

    query: str
    hits: tuple[Hit, ...]
    lists: dict[str, str]
    note: str | None = None
    set_aside: tuple[str, ...] = ()


def may_be_loan(query: Query) -> bool:
    """Whether a form in Hangul or kana may write a foreign name by sound: not where it looks like a Korean's name."""
    return query.form.read.startswith("Korean reading") and not (query.person and len(query.core) < 4)


Found = tuple[float, int, int, Query]
"""Score, number of the written name, its place in the index, the form of the query."""


class Screener:
    """Lists made ready for questions; it holds no state that a question changes but caches."""

    def __init__(self, files: Sequence[ListFile], as_of: str | None = None) -> None:
        self.lists = dict(sorted((file.name, file.date) for file in files))
        self.entries: list[Listed] = []
        self.names: list[Alias] = []
        self.imo: dict[str, list[int]] = {}
        self.numbers: dict[str, list[int]] = {}
        self.index = Index()
        self._written: list[int] = []
        self._keyed: dict[tuple[str, str], int] = {}
        for file in files:
            for entry in file.entries:
                if not as_of or in_force(entry, as_of):
                    self._add(entry)
        self.index.close()

    def _add(self, entry: Listed) -> None:
        place = len(self.entries)
        self.entries.append(entry)
        self._keyed[entry.list, entry.id] = place
        for alias in entry.names:
            self._written.append(place)
            self.index.add(alias.name, len(self.names))
            self.names.append(alias)
        for number in entry.imo:
            self.imo.setdefault(number, []).append(place)
        for number in entry.identifiers:
            self.numbers.setdefault(number.replace(" ", "").upper(), []).append(place)

    def search(self, asked: str | Asked, limit: int = 10, line: float = DEFAULT_LINE) -> tuple[Hit, ...]:
        """The hits of a name from the line upwards, best first; of each entry its best name."""
        asked = Asked(asked) if isinstance(asked, str) else asked
        best = self._scores(asked.name)
        ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
        hits = [self._by_number(place, number) for number, place in self._numbered(asked)]
        taken = {place for _, place in self._numbered(asked)}
        for place, found in ranked[: limit * 3]:
            if place not in taken and found[0] >= line - 0.1 * (len(self.entries[place].births) > 0) * bool(
                asked.birth
            ):
                hit = self._hit(asked, place, found)
                if hit.score >= line:
                    hits.append(hit)
        return tuple(sorted(hits, key=lambda h: (-h.score, h.list, h.id))[:limit])

    def ranked(self, name: str, limit: int = 5) -> list[int]:
        """The likeliest entries by number, without reasons and without a line."""
        best = self._scores(name)
        return sorted(best, key=lambda place: (-best[place][0], place))[:limit]

    def _scores(self, name: str) -> dict[int, Found]:
        """Best score of every entry that is near: its score, the listed name's number and the query's form."""
        best: dict[int, Found] = {}
        for form in forms(name):
            query = Query(self.index, form)
            places = self.index.candidates(form, query.near, query.shared, query.core, query.key)
            top = self._compare(query, places, best)
            if top < SURE and not query.deep:
                query = Query(self.index, form, deep=True)
                places = self.index.candidates(form, query.near, query.shared, query.core, query.key)
                top = self._compare(query, places, best)
            if top < MEAGRE:
                top = max(top, self._compare(query, [p for p in self.index.more(form) if p not in places], best))
            if top < 0.75 and may_be_loan(query):
                self._compare_loans(query, form, best)
        return best

    def _compare(self, query: Query, places: Iterable[int], best: dict[int, Found]) -> float:
        """Compare a form with names, keep what is best for each entry, and return the best score."""
        index, names, written, top = self.index, self.names, self._written, 0.0
        ship = query.form.read.endswith("ship")
        for spot in places:
            score = compare(query, index, spot)
            if score < LEAST:
                continue
            top = max(top, score)
            for owner in index.owners[spot]:
                own = score - WEAK_LOSS if names[owner].weak else score
                entry = written[owner]
                if ship and self.entries[entry].kind == "person":
                    own -= 0.15  # the form without the ship's suffix 호 is no person's name
                known = best.get(entry)
                if known is None or own > known[0]:
                    best[entry] = (own, owner, spot, query)
        return top

    def _compare_loans(self, query: Query, form: Form, best: dict[int, Found]) -> None:
        """Foreign names that Hangul or kana write by sound: by consonants, and only with the same numbers."""
        for spot, likeness in self.index.loans(form):
            other = self.index.forms[spot]
            if [w for w in other.words if w.isdigit()] == query.numbers:
                score = likeness * 0.88
                if not query.numbers and len(other.core()) > len(query.core):
                    continue
                for owner in self.index.owners[spot]:
                    entry = self._written[owner]
                    if entry not in best or score > best[entry][0]:
                        best[entry] = (score, owner, spot, query)

    def version(self, list_name: str, key: str) -> str | None:
        """The version of an entry, as a decision has to name it."""
        place = self._keyed.get((list_name, key))
        return None if place is None else self.entries[place].digest()

    def kind(self, list_name: str, key: str) -> ListedKind:
        """The kind of an entry."""
        place = self._keyed.get((list_name, key))
        return "unknown" if place is None else self.entries[place].kind

    def _numbered(self, asked: Asked) -> list[tuple[str, int]]:
        """Entries that carry an IMO or other number which stands in the question."""
        found: dict[int, str] = {}
        wanted = [*([asked.imo] if asked.imo else []), *numbers_of_imo(asked.name)]
        for number in wanted:
            for place in self.imo.get(number, ()):
                found.setdefault(place, number)
        bare = asked.name.replace(" ", "").upper()
        if any(c.isdigit() for c in bare):
            for place in self.numbers.get(bare, ()):
                found.setdefault(place, bare)
        return [(number, place) for place, number in found.items()]

    def _by_number(self, place: int, number: str) -> Hit:
        entry = self.entries[place]
        what = "IMO number" if number in entry.imo else "number"
        because = (f"the {what} {number} is the same", *self._about(entry))
        return Hit(entry.list, entry.id, entry.names[0].name, 1.0, because, strong=True)

    def _hit(self, asked: Asked, place: int, found: Found) -> Hit:
        entry = self.entries[place]
        score, owner, spot, query = found
        alias = self.names[owner]
        said = reasons(query, self.index, spot, alias.name)
        if alias.weak:
            said.append("its list calls this name a weak alias")
        if alias.former:
            said.append("its list calls this a former name")
        loss, agrees = _weigh(asked, entry, said)
        score = round(max(0.0, min(1.0, score - loss)), 3)
        said += self._about(entry)
        full = score >= STRONG and not alias.weak and len(query.form.words) > 1
        return Hit(entry.list, entry.id, entry.names[0].name, score, tuple(said), strong=full and agrees)

    def _about(self, entry: Listed) -> list[str]:
        told = [entry.kind if entry.kind != "unknown" else "", ", ".join(entry.countries)]
        told += [f"born {'; '.join(entry.births)}" if entry.births else ""]
        told += [
            f"IMO {', '.join(entry.imo)}" if entry.imo else "",
            f"order until {entry.until}" if entry.until else "",
        ]
        listed = ["listed as: " + "; ".join(t for t in told if t)] if any(told) else []
        return [*listed, f"entry version {entry.digest()}"]


def in_force(entry: Listed, as_of: str) -> bool:
    """Whether an entry stood on its list on a day, as far as the entry tells."""
    return not (entry.since and entry.since[: len(as_of)] > as_of) and not (entry.until and entry.until < as_of)


def _weigh(asked: Asked, entry: Listed, said: list[str]) -> tuple[float, bool]:
    """What the question's other facts take from the score, with reasons, and whether country agrees."""
    loss, agrees = 0.0, False
    if asked.country and entry.countries:
        agrees = asked.country in entry.countries
        said.append(f"country {asked.country} agrees" if agrees else f"against: country {asked.country}")
        loss += 0.0 if agrees else 0.03
    if asked.kind and entry.kind not in ("unknown", asked.kind):
        said.append(f"against: asked for a {asked.kind}, listed is a {entry.kind}")
        loss += 0.05
    if asked.birth and entry.births:
        near = any(_close(asked.birth, b) for b in entry.births)
        said.append(f"birth {asked.birth} agrees" if near else f"against: birth {asked.birth}")
        loss += 0.0 if near else 0.1
        agrees = agrees and near
    return loss, agrees


def _close(mine: str, listed: str) -> bool:
    """Whether two birth dates can be one: equal as far as both go, or within one year where only years are known."""
    if "/" in listed:
        first, last = listed.split("/", 1)
        return first[:4] <= mine[:4] <= last[:4]
    short = min(len(mine), len(listed))
    if short == 4:
        return mine[:4].isdigit() and listed[:4].isdigit() and abs(int(mine[:4]) - int(listed[:4])) <= 1
    return mine[:short] == listed[:short]
