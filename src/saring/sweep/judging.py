"""A stretch of rows → their answers: every cell becomes a small number, and the numbers find the answer by position."""

from __future__ import annotations

from functools import cached_property, reduce
from operator import or_

import polars as pl

from saring.model import VERDICTS
from saring.sweep import flows
from saring.sweep.deciding import WAYS, Answer, both
from saring.sweep.facts import with_facts
from saring.sweep.layout import Layout
from saring.sweep.marks import IN, OUT, PARTNER, UNCLEAR, each, marks_of
from saring.sweep.summing import Totals
from saring.sweep.table import NO_WAY, PLACE_PROBLEMS, SITC, WAY_COUNT, WAY_PROBLEMS, DecisionTable

VERDICT = pl.Enum(list(VERDICTS))
# Reporter and partner have 2 + 5 marks each, flows 3: the place of a way is reporter * 21 + partner * 3 + flow. Behind
# these come the ways that a second partner makes: one for each mark of the flow, and one where it is not clear.
PLACES, FLOW_MARKS = 2 + len(PLACE_PROBLEMS), 3
SECOND = PLACES * PLACES * FLOW_MARKS


class Judge:
    """Judges tables of one layout by one decision table."""

    def __init__(
        self, table: DecisionTable, layout: Layout, totals: Totals | None = None, broken: str | None = None
    ) -> None:
        self.table = table
        self.layout = layout
        self.totals = totals
        self.broken = broken  # the column that says what is wrong with a line as a whole
        self.marks = marks_of(table)
        self.others = tuple(Judge(other, layout) for other in table.others)
        self._now: tuple[int, pl.Series] | None = None
        self._placed: tuple[tuple[int, int], list[pl.Series]] | None = None

    # --- the four gathers ---

    def answers(self, rows: pl.DataFrame) -> pl.Series:
        """For each row the number of its answer in the table."""
        return self.ways_and_answers(rows)[1]

    def ways_and_answers(self, rows: pl.DataFrame) -> tuple[pl.Series, pl.Series]:
        """For each row the place of its way and the number of its answer."""
        ways, places = self.places(rows)
        numbers = self._numbers().gather(places)
        if self.layout.facts:
            numbers = with_facts(self, rows, ways, numbers)
        for other in self.others:
            ways, numbers = self._beside(other, rows, ways, numbers)
        if self.broken is not None:
            ways, numbers = self._unbroken(rows.get_column(self.broken), ways, numbers)
        return ways, numbers

    def concerned(self, rows: pl.DataFrame) -> pl.Series:
        """Which rows this table of the law has to be asked about: some side is its partner, or a fact may be."""
        roles = [
            role
            for role in (*self.layout.sides, "partner2")
            if role in self.layout.columns or role in self.layout.constants
        ]
        if self.layout.facts:
            return pl.repeat(True, rows.height, dtype=pl.Boolean, eager=True)
        masks = [mask for role in roles if (mask := self.marks.ours(self.layout.cells(rows, role))) is not None]
        return reduce(or_, masks) if masks else pl.repeat(False, rows.height, dtype=pl.Boolean, eager=True)

    def _beside(
        self, other: Judge, rows: pl.DataFrame, ways: pl.Series, numbers: pl.Series
    ) -> tuple[pl.Series, pl.Series]:
        """What another situation of the regime says to the rows of its partner, put together with what stands."""
        asked = other.concerned(rows)
        if not asked.any():
            return ways, numbers
        its_ways, its_numbers = other.ways_and_answers(rows.filter(asked))
        pairs = pl.DataFrame({"own": numbers.filter(asked), "other": its_numbers})
        seen = pairs.unique()
        put = [
            self.table.place(both(self.table.answers[own], other.table.answers[its])) for own, its in seen.iter_rows()
        ]
        seen = seen.with_columns(both=pl.Series(put, dtype=pl.UInt16))
        joined = pairs.join(seen, on=["own", "other"], how="left", maintain_order="left")["both"]
        at = asked.arg_true()
        own_way = self.way_of.gather(ways.filter(asked)) != NO_WAY
        return ways.scatter(at, ways.filter(asked).zip_with(own_way, its_ways)), numbers.scatter(at, joined)

    def _unbroken(self, wrong: pl.Series, ways: pl.Series, numbers: pl.Series) -> tuple[pl.Series, pl.Series]:
        """Lines that are broken keep their place, without a verdict, and count in no sum."""
        problems = each(wrong, lambda w: self.table.place(Answer(None, problem=str(w))) if w else 0, pl.UInt16)
        whole = wrong.is_null()
        return ways.zip_with(whole, pl.repeat(0, len(ways), dtype=ways.dtype, eager=True)), numbers.zip_with(
            whole, problems
        )

    def places(self, rows: pl.DataFrame) -> tuple[pl.Series, pl.Series]:
        """For each row the place of its way, and the place of its answer in the table."""
        layout, marks = self.layout, self.marks
        first, second = layout.sides
        ways = marks.places(layout.cells(rows, first), PLACES * FLOW_MARKS)
        ways += marks.places(layout.cells(rows, second), FLOW_MARKS)
        ways += OUT if layout.directed else marks.flows(layout.cells(rows, "flow"))
        if layout.get("partner2") is not None:
            ways = self._by_second(ways, layout.cells(rows, "partner2"))
        times = [layout.cells(rows, role) for role in layout.times]
        dates = marks.dates(times, step=WAY_COUNT * self.table.code_count)
        return ways, dates + self._ways.gather(ways) + self._codes(rows)

    def _by_second(self, ways: pl.Series, column: pl.Series) -> pl.Series:
        """The ways where a second partner is the partner of the regime, and no side of the trade is."""
        seconds = self.marks.seconds(column)
        if seconds is None:
            return ways
        aside = ~self._has_partner.gather(ways)
        ways = ways.zip_with(~(aside & (seconds == PARTNER)), ways % FLOW_MARKS + SECOND)
        return ways.set(aside & (seconds == UNCLEAR), SECOND + FLOW_MARKS)

    def _codes(self, rows: pl.DataFrame) -> pl.Series:
        codes = self.marks.codes(self.layout.cells(rows, "hs"))
        if self.layout.get("classification") is None:
            return codes
        foreign = each(self.layout.cells(rows, "classification"), lambda value: int(not is_hs(value)), pl.UInt8)
        if foreign.max() == 0:
            return codes
        if self.totals is not None:
            self.totals.foreign += int(foreign.sum())
        return codes.set(foreign == 1, self.table.problem_mark(SITC))

    @cached_property
    def _ways(self) -> pl.Series:
        """The start of each way in the table, by the marks of both sides and of the flow."""
        return self.way_of.cast(pl.UInt32) * self.table.code_count

    @cached_property
    def way_of(self) -> pl.Series:
        """The way in the table for each place of the marks of both sides and of the flow."""
        places, courses = range(PLACES), range(FLOW_MARKS)
        plain = [way(r, p, f) for r in places for p in places for f in courses]
        return pl.Series([*plain, *(way(0, 0, f, PARTNER) for f in courses), way(0, 0, 0, UNCLEAR)], dtype=pl.UInt8)

    @cached_property
    def _has_partner(self) -> pl.Series:
        """Whether a side is the partner, for each place of the marks of both sides and of the flow."""
        places = range(PLACES)
        return pl.Series([PARTNER in (r, p) for r in places for p in places for _ in range(FLOW_MARKS)])

    def _numbers(self) -> pl.Series:
        """The table; dates that were met for the first time have lengthened it."""
        dates = len(self.table.dates)
        if self._now is None or self._now[0] != dates:
            length = dates * WAY_COUNT * self.table.code_count
            # Replaced in one step: stretches are judged in several threads.
            self._now = dates, pl.Series(self.table.numbers[:length], dtype=pl.UInt16)
        return self._now[1]

    # --- numbers to words ---

    def verdicts(self, numbers: pl.Series) -> pl.Series:
        """The verdict of each row."""
        words = pl.Series([a.verdict for a in self.table.answers], dtype=VERDICT)
        return words.gather(numbers).alias("verdict")

    def is_reached(self, numbers: pl.Series) -> pl.Series:
        """Whether each row has a verdict other than not_covered."""
        words = [a.verdict not in (None, "not_covered") for a in self.table.answers]
        return pl.Series(words, dtype=pl.Boolean).gather(numbers)

    def provisions(self, numbers: pl.Series) -> pl.Series:
        """The list of provisions that reach each row, the governing one first."""
        return self._lists("provisions").gather(numbers).alias("provisions")

    def possible(self, numbers: pl.Series) -> pl.Series:
        """The list of provisions that reach part of what each row may mean."""
        return self._lists("possible").gather(numbers).alias("possible")

    def problems(self, numbers: pl.Series) -> pl.Series:
        """Why each row cannot be judged."""
        return pl.Series([a.problem for a in self.table.answers], dtype=pl.String).gather(numbers).alias("problem")

    def spoken_to(self, rows: pl.DataFrame) -> tuple[pl.Series, pl.Series] | None:
        """The places of the rows to which another situation of the regime speaks, and their answers; None for none.

        Asked before `columns`, since it may add answers to the table.
        """
        asked = [mask for other in self.others if (mask := other.concerned(rows)).any()]
        if not asked:
            return None
        some = reduce(or_, asked)
        return some.arg_true(), self.answers(rows.filter(some))

    def columns(
        self,
        rows: pl.DataFrame,
        at: pl.Series | None = None,
        height: int = 0,
        spoken: tuple[pl.Series, pl.Series] | None = None,
    ) -> pl.DataFrame:
        """Verdict and provisions as dictionary columns; with `at`, the places of these rows among `height` others."""
        by_number = bool(self.layout.facts)
        place = self.answers(rows) if by_number else self.places(rows)[1]
        words = self._words()
        verdicts, sets = (w.gather(place) for w in (words[:2] if by_number else words[2:]))
        if spoken is not None and len(spoken[0]):
            verdicts, sets = (
                series.scatter(spoken[0], w.gather(spoken[1]))
                for series, w in zip((verdicts, sets), words[:2], strict=True)
            )
        if at is not None:
            # Rows without the partner have no provisions: they are filled in without being looked at.
            verdicts, sets = (
                pl.repeat(common, height, dtype=series.dtype, eager=True).scatter(at, series)
                for common, series in (("not_covered", verdicts), ("", sets))
            )
        return pl.DataFrame([verdicts.alias("verdict"), sets.alias("provisions")])

    def _sets(self) -> pl.Enum:
        """All different lists of provisions, each joined by blanks."""
        return pl.Enum(list(dict.fromkeys(" ".join(a.provisions) for a in self.table.answers)))

    def _words(self) -> list[pl.Series]:
        """The verdicts and sets of provisions: by the number of an answer, then by its place in the table."""
        state = len(self.table.answers), len(self.table.dates)
        if self._placed is None or self._placed[0] != state:
            verdicts = pl.Series([a.verdict for a in self.table.answers], dtype=VERDICT)
            sets = pl.Series([" ".join(a.provisions) for a in self.table.answers], dtype=self._sets())
            numbers = self._numbers()
            self._placed = state, [verdicts, sets, verdicts.gather(numbers), sets.gather(numbers)]
        return self._placed[1]

    def _lists(self, part: str) -> pl.Series:
        return pl.Series([list(getattr(a, part)) for a in self.table.answers], dtype=pl.List(pl.String))

    def judged(self, rows: pl.DataFrame) -> pl.DataFrame:
        """The rows with `verdict`, `provisions`, `possible` and `problem` behind their own columns."""
        ways, numbers = self.ways_and_answers(rows)
        if self.totals is not None:
            self.totals.add(self, rows, ways, numbers)
        added = (self.verdicts(numbers), self.provisions(numbers), self.possible(numbers), self.problems(numbers))
        return rows.with_columns(*added)


def way(reporter: int, partner: int, flow: int, second: int = 0) -> int:
    """The way of a row: none, one of the law's, or the problem why it is not known."""
    if reporter == PARTNER and partner == PARTNER:
        return 1 + WAYS.index("within")
    first = len(WAYS) + 1
    world = 2 + PLACE_PROBLEMS.index("World is the sum of all partners")
    if PARTNER in (reporter, partner) and world not in (reporter, partner):
        if flow not in (IN, OUT):
            return first + WAY_PROBLEMS.index(flows.UNKNOWN)
        outward = (reporter == PARTNER) == (flow == OUT)
        return 1 + WAYS.index("from_partner" if outward else "to_partner")
    if PARTNER not in (reporter, partner) and second == PARTNER:
        if flow not in (IN, OUT):
            return first + WAY_PROBLEMS.index(flows.UNKNOWN)
        return 1 + WAYS.index("via_in" if flow == IN else "via_out")
    if PARTNER not in (reporter, partner) and second == UNCLEAR:
        return first + len(WAY_PROBLEMS) - 1
    if partner > PARTNER:
        return first + len(PLACE_PROBLEMS) + partner - 2
    if reporter > PARTNER:
        return first + reporter - 2
    return NO_WAY


def is_hs(value: object) -> bool:
    """Whether a classification is an edition of HS (H0 to H6, "HS"); an empty cell says nothing against it."""
    text = str(value if value is not None else "").strip().upper()
    return text in ("", "HS", "NA", "H") or (text[:1] == "H" and text[1:].strip("S0123456789") == "")
