"""The decision table: for each way, code class and bucket of days the number of an answer, as one flat array.

The table of a lawbook is asked of `findings` once and kept in the user's cache beside the compiled lawbook.
"""

from __future__ import annotations

import contextlib
import hashlib
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import RLock

import msgspec

from saring.measures import Lawbook
from saring.model import SaringError
from saring.sweep import commodities, countries, flows, periods
from saring.sweep.deciding import NOT_COVERED, WAYS, Answer, Decided

# Who is told how many days of the law are compiled, and of how many.
Told = Callable[[int, int], None]
SITC = "the classification is not HS"
CODE_PROBLEMS = (
    commodities.MISSING,
    commodities.UNREADABLE,
    commodities.TOTAL,
    commodities.OWN_USE,
    commodities.UNSPECIFIED,
    commodities.NO_CHAPTER,
    SITC,
)
DATE_PROBLEMS = (periods.MISSING, periods.UNREADABLE, periods.EITHER)
PLACE_PROBLEMS = (
    countries.WORLD,
    countries.AREA,
    countries.UNKNOWN,
    countries.AMBIGUOUS,
    countries.MISSING,
)
# Ways of the table: none, those of the law, then why the way is not known.
NO_WAY = 0
WAY_PROBLEMS = (
    *(f"{side}: {problem}" for side in ("reporter or sender", "partner or receiver") for problem in PLACE_PROBLEMS),
    flows.UNKNOWN,
    f"second partner: {countries.AMBIGUOUS}",
)
WAY_COUNT = 1 + len(WAYS) + len(WAY_PROBLEMS)
YEARS = range(1946, 2101)


class Kept(msgspec.Struct, frozen=True):
    """What the cache holds of a compiled regime."""

    dates: tuple[str, ...]
    answers: tuple[Answer, ...]
    numbers: bytes


class DecisionTable:
    """The law of one regime in numbers.

    `numbers[(bucket * WAY_COUNT + way) * code_count + code]` is the place of an answer in `answers`. Buckets are the
    epochs in order of time, then dates that cross a boundary; codes are the classes, then the problems of codes.
    """

    def __init__(self, book: Lawbook, regime: str = "UN", partner: str | None = None) -> None:
        self.decided = Decided(book, regime, partner)
        self.others: tuple[DecisionTable, ...] = ()  # of the regime's situations about other partners
        self.version = book.version
        self.regime = regime
        self.law_codes = self.decided.classes.codes
        self.code_count = len(self.law_codes) + len(CODE_PROBLEMS)
        self.answers: list[Answer] = []
        self._places: dict[Answer, int] = {}
        self._lock = RLock()  # stretches of a table are judged in several threads
        self.numbers: array[int] = array("H")
        self.dates: list[str] = []
        self._buckets: dict[str, int] = {}
        for problem in (None, *CODE_PROBLEMS, *DATE_PROBLEMS, *WAY_PROBLEMS):
            self.place(Answer(None, problem=problem) if problem else NOT_COVERED)

    # --- numbering ---

    def place(self, answer: Answer) -> int:
        """The number of an answer."""
        known = self._places.get(answer)
        if known is not None:
            return known
        with self._lock:
            if answer not in self._places:
                self.answers.append(answer)
                self._places[answer] = len(self.answers) - 1
            if len(self.answers) > 65_536:
                raise SaringError("too_large", "table", "more than 65,536 different answers", "fewer mapped facts")
            return self._places[answer]

    def code_mark(self, commodity: commodities.Commodity) -> int:
        """The number of a code, or of its problem."""
        if commodity.problem is None:
            return self.decided.classes.number(commodity.code)
        return self.problem_mark(commodity.problem)

    def problem_mark(self, problem: str) -> int:
        """The number of a problem of codes; what a cell holds is no part of it."""
        return len(self.law_codes) + CODE_PROBLEMS.index(problem.partition(":")[0])

    def date_mark(self, period: periods.Period) -> int:
        """The number of the bucket of a date; a date that crosses a boundary for the first time gets a bucket now."""
        if period.problem is not None:
            return DATE_PROBLEMS.index(period.problem.partition(":")[0])
        date = self.decided.bucket(period.date)
        known = self._buckets.get(date)
        if known is not None:
            return known
        with self._lock:
            return self._buckets[date] if date in self._buckets else self._add(date)

    # --- filling ---

    def fill(self, told: Told | None = None) -> None:
        """All epochs, and all months and years that cross a boundary; `told` hears how many of how many are done."""
        for _ in DATE_PROBLEMS:
            self._append("")
        dates = [self.decided.first_day(epoch) for epoch in range(len(self.decided.boundaries) + 1)]
        dates += self._crossing()
        for done, date in enumerate(dates, 1):
            self._add(date)
            if told is not None:
                told(done, len(dates))

    def _crossing(self) -> Iterator[str]:
        for year in YEARS:
            for date in (str(year), *(f"{year}-{month:02d}" for month in range(1, 13))):
                if self.decided.bucket(date) == date:
                    yield date

    def _add(self, date: str) -> int:
        self._append(date)
        self._buckets[date] = len(self.dates) - 1
        return self._buckets[date]

    def _append(self, date: str) -> None:
        """The numbers of one bucket; a date of "" stands for the problems of dates in their order."""
        undated = None if date else self._places[Answer(None, problem=DATE_PROBLEMS[len(self.dates)])]
        code_problems = [self._places[Answer(None, problem=p)] for p in CODE_PROBLEMS]
        self.numbers.extend([self._places[NOT_COVERED]] * self.code_count)
        for way in WAYS:
            for code in self.law_codes:
                if undated is not None or not code:
                    self.numbers.append(undated or code_problems[1])
                else:
                    self.numbers.append(self.place(self.decided.answer(way, code, date)))
            self.numbers.extend(code_problems)
        for problem in WAY_PROBLEMS:
            self.numbers.extend([self._places[Answer(None, problem=problem)]] * self.code_count)
        self.dates.append(date)

    # --- keeping ---

    def kept(self) -> Kept:
        """The table as a value for the cache."""
        return Kept(tuple(self.dates), tuple(self.answers), self.numbers.tobytes())

    def restore(self, kept: Kept) -> None:
        """Take over a table from the cache."""
        self.dates = list(kept.dates)
        self._buckets = {date: n for n, date in enumerate(self.dates) if date}
        self.answers = list(kept.answers)
        self._places = {answer: n for n, answer in enumerate(self.answers)}
        self.numbers = array("H")
        self.numbers.frombytes(kept.numbers)


def decision_table(book: Lawbook | None = None, regime: str = "UN", told: Told | None = None) -> DecisionTable:
    """The table of a regime of the lawbook (our own by default), from the cache where it was compiled before.

    `told` hears how much of it is compiled, where it has to be.
    """
    if book is None:
        if regime not in _OWN:
            _OWN[regime] = _with_others(
                _loaded(regime), regime, lambda book, partner: _own(book, regime, partner, told)
            )
        return _OWN[regime]
    return _with_others(book, regime, lambda book, partner: _filled(book, regime, partner, told))


_OWN: dict[str, DecisionTable] = {}


def _with_others(book: Lawbook, regime: str, made: Callable[[Lawbook, str | None], DecisionTable]) -> DecisionTable:
    table = made(book, None)
    partners = {s.regime.partner for s in book.of(regime)} - {table.decided.partner}
    table.others = tuple(made(book, partner) for partner in sorted(partners))
    return table


def _loaded(regime: str) -> Lawbook:
    from saring.law import load

    book = load()
    if regime not in book.regimes:
        raise SaringError("unknown_regime", "regimes", f"{regime!r} is not loaded", ", ".join(book.regimes))
    return book


def _own(book: Lawbook, regime: str, partner: str | None, told: Told | None) -> DecisionTable:
    from saring.law.compiled import cache_folder, keep

    name = f"{regime}-{partner}" if partner else regime
    place = cache_folder() / f"sweep-{_digest(book)}-{name}.msgpack"
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        kept = msgspec.msgpack.decode(place.read_bytes(), type=Kept)
        table = DecisionTable(book, regime, partner)
        table.restore(kept)
        return table
    table = _filled(book, regime, partner, told)
    keep(place, msgspec.msgpack.encode(table.kept()))
    return table


def _filled(book: Lawbook, regime: str, partner: str | None, told: Told | None) -> DecisionTable:
    table = DecisionTable(book, regime, partner)
    table.fill(told)
    return table


def _digest(book: Lawbook) -> str:
    """A digest of the law and of the programs that answer for it."""
    import saring.findings

    digest = hashlib.sha256(book.version.encode())
    sources = [*Path(saring.findings.__file__).parent.glob("*.py"), *Path(__file__).parent.glob("*.py")]
    for path in sorted(sources):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
