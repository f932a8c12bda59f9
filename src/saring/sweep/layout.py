"""Which column holds what: the shapes of UN Comtrade by their headers, other tables by a mapping that is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from saring.measures import Lawbook
from saring.model import SaringError
from saring.sweep.periods import ordered

if TYPE_CHECKING:
    import polars as pl

# Roles of columns, and the headers that name them (letters and digits alone, lower case), the best first.
HEADERS: dict[str, tuple[str, ...]] = {
    "reporter": (
        "reportercode",
        "reporteriso",
        "reporterdesc",
        "reporter",
        "rtcode",
        "rt3iso",
        "rttitle",
        "rtcd",
        "reportercountry",
        "negarapelapor",
        "pelapor",
    ),
    "partner": (
        "partnercode",
        "partneriso",
        "partnerdesc",
        "partner",
        "ptcode",
        "pt3iso",
        "pttitle",
        "ptcd",
        "partnercountry",
        "negaramitra",
        "mitra",
    ),
    "flow": (
        "flowcode",
        "tradeflowcode",
        "rgcode",
        "flowdesc",
        "tradeflow",
        "rgdesc",
        "flow",
        "rgcd",
        "flowcategory",
        "arus",
        "arusperdagangan",
    ),
    "hs": (
        "cmdcode",
        "commoditycode",
        "hscode",
        "hs6",
        "hs",
        "productcode",
        "commodity code",
        "cmdcd",
        "hs2",
        "hs4",
        "kodehs",
        "poshs",
        "postarif",
        "tariffcode",
        "hscommoditycode",
    ),
    "date": ("date", "day", "shipmentdate", "importdate", "tanggal", "tgl"),
    "period": ("period", "refperiod", "yearmonth", "periode", "bulantahun"),
    "year": ("refyear", "year", "yr", "t", "tahun"),
    "month": ("refmonth", "month", "bulan"),
    "classification": ("classificationcode", "classification", "pfcode"),
    # The country of consignment: through which the goods went, or where the last trade in them was.
    "partner2": (
        "partner2code",
        "partner2",
        "secondpartner",
        "partner2iso",
        "partner2desc",
        "x2ndpartnercode",
        "2ndpartnercode",
        "x2ndpartneriso",
        "2ndpartneriso",
        "ptcode2",
        "pt3iso2",
        "pttitle2",
        "countryofconsignment",
        "consignmentcountry",
        "countryofdispatch",
        "transitcountry",
        "negaratransit",
    ),
    "value": (
        "primaryvalue",
        "tradevalueus",
        "tradevalue",
        "tradevalueusd",
        "value",
        "tradevalue1000usd",
        "fobvalue",
        "cifvalue",
        "nilai",
        "nilaiusd",
        "nilaius",
        "valueusd",
        "amountusd",
    ),
    "weight": (
        "netwgt",
        "netweightkg",
        "netweight",
        "netwgtkg",
        "nweight",
        "berat",
        "beratkg",
        "beratbersih",
        "beratbersihkg",
        "netto",
        "weightkg",
        "netkg",
        "kg",
    ),
    "quantity": ("qty", "quantity", "supplementaryquantity", "trqty"),
    "unit": ("qtyunitabbr", "qtyunit", "qtdesc", "qtyunitcode", "quantityunitcode", "qtcode"),
}
# Tables of one's own, where neither reporter nor partner is named.
SIDES: dict[str, tuple[str, ...]] = {
    "sender": (
        "sender",
        "from",
        "fromcountry",
        "sendercountry",
        "exportercountry",
        "exportcountry",
        "countryofexport",
        "negarapengirim",
        "negaraeksportir",
        "negaraasal",
    ),
    "receiver": (
        "receiver",
        "to",
        "tocountry",
        "receivercountry",
        "importercountry",
        "importcountry",
        "destinationcountry",
        "countryofdestination",
        "negarapenerima",
        "negaraimportir",
        "negaratujuan",
    ),
}
# Facts that are taken in by their header, since a ban follows the origin whoever sends (law/rules 10).
FACTS: dict[str, tuple[str, ...]] = {
    "origin_country": ("origincountry", "countryoforigin", "origin", "negaraasalbarang")
}
ROLES = (*SIDES, *HEADERS)
NEEDED = ("reporter", "partner", "flow", "hs")
TIMES = ("date", "period", "year")


class Layout(NamedTuple):
    """The column of each role, and what holds for every row; `sender` and `receiver` stand for reporter, partner and flow."""

    columns: dict[str, str]
    facts: dict[str, str]
    constants: Mapping[str, str] = MappingProxyType({})
    day_first: bool | None = None  # of dates with the year last; None: nobody said
    comma: bool = False  # numbers have a comma before their decimals

    def get(self, role: str) -> str | None:
        """The column of a role, where the table has one."""
        return self.columns.get(role)

    def cells(self, rows: pl.DataFrame, role: str) -> pl.Series:
        """What each row holds in a role that the table must have."""
        import polars as pl

        if role in self.constants:
            return pl.repeat(self.constants[role], rows.height, dtype=pl.String, eager=True)
        found = rows.get_column(self.columns[role])
        if self.day_first is None or role not in ("date", "period") or found.dtype != pl.String:
            return found
        year_first = "$3-$2-$1" if self.day_first else "$3-$1-$2"
        return found.str.replace(r"^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b.*$", year_first)

    def dated(self, value: Any) -> Any:
        """A cell of a date with the year first, where it was said which number is the day."""
        return (
            value if self.day_first is None or not isinstance(value, str) else ordered(value, day_first=self.day_first)
        )

    @property
    def directed(self) -> bool:
        """Whether the table names sender and receiver, so that no flow is needed."""
        return "sender" in self.columns or "sender" in self.constants

    @property
    def sides(self) -> tuple[str, str]:
        """The roles of both sides."""
        return ("sender", "receiver") if self.directed else ("reporter", "partner")

    @property
    def times(self) -> tuple[str, ...]:
        """The role of the date, or those of the year and its month."""
        for role in ("date", "period"):
            if role in self.columns or role in self.constants:
                return (role,)
        return tuple(r for r in ("year", "month") if r in self.columns or r in self.constants)

    @property
    def needed(self) -> list[str]:
        """The columns that the law needs, each once."""
        roles = (*self.sides, "hs", *self.times, "flow", "classification", "partner2")
        return list(dict.fromkeys([*(self.columns[r] for r in roles if r in self.columns), *self.facts.values()]))

    def told(self) -> str:
        """The mapping in one line, as it is shown back before a run."""
        pairs = [f"{role}={column}" for role, column in (*self.columns.items(), *self.facts.items())]
        return ", ".join([*pairs, *(f"{role}=={value}" for role, value in self.constants.items())])


def plain(header: str) -> str:
    """A header as it is compared: R turns blanks and brackets into dots, tables differ in case and marks."""
    return re.sub(r"[^a-z0-9]", "", header.casefold())


def recognise(
    columns: Iterable[str], given: Mapping[str, str] | None = None, book: Lawbook | None = None, where: str = "table"
) -> Layout:
    """The layout of a table from its headers and from what is given.

    `given` says `role` → column, a fact's name → column, or `role` → `=value` for a value that holds for every row.
    """
    names = list(columns)
    by_plain: dict[str, str] = {}
    for name in names:
        by_plain.setdefault(plain(name), name)
    found = _by_header(HEADERS, by_plain)
    facts, constants = _given(given or {}, names, found, book, where)
    own = {*given} if given else set()
    if not own & {"reporter", "partner", "flow"} and not all(r in found for r in ("reporter", "partner", "flow")):
        found = {**_by_header(SIDES, by_plain), **found}
    if own & {*SIDES} or (("sender" in found or "receiver" in found) and not {"reporter", "partner"} & own):
        wanted: tuple[str, ...] = (*SIDES, "hs")
        for role in ("reporter", "partner", "flow"):
            found.pop(role, None)
    else:
        wanted = NEEDED
    if book is not None:
        facts = {**{n: c for n, c in _by_header(FACTS, by_plain).items() if c not in found.values()}, **facts}
    known = {*found, *constants}
    lacking = [r for r in wanted if r not in known]
    if not lacking and not any(r in known for r in TIMES):
        lacking = ["date"]
    if lacking:
        have = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
        raise SaringError(
            "bad_type",
            where,
            f"no column for {', '.join(lacking)} among {have}",
            "the headers of UN Comtrade, or --map role=column, or role==value for all rows",
        )
    return Layout(found, facts, constants)


def _by_header(headers: Mapping[str, tuple[str, ...]], by_plain: Mapping[str, str]) -> dict[str, str]:
    firsts = {role: next((by_plain[h] for h in some if h in by_plain), None) for role, some in headers.items()}
    return {role: column for role, column in firsts.items() if column is not None}


def _given(
    given: Mapping[str, str], names: list[str], found: dict[str, str], book: Lawbook | None, where: str
) -> tuple[dict[str, str], dict[str, str]]:
    facts: dict[str, str] = {}
    constants: dict[str, str] = {}
    for role, column in given.items():
        if not column.startswith("=") and column not in names:
            raise SaringError("unknown_key", where, f"there is no column {column!r}", ", ".join(names[:20]))
        if role in ROLES:
            for other in TIMES if role in TIMES else ():
                if other not in given:
                    found.pop(other, None)
            if role in ("date", "period") and "month" not in given:
                found.pop("month", None)
            found.pop(role, None)
            (constants if column.startswith("=") else found)[role] = column.removeprefix("=")
        elif book is not None and role in book.facts and not column.startswith("="):
            facts[role] = column
        else:
            raise SaringError(
                "unknown_word", "--map", f"{role!r} is no role and no fact", ", ".join([*ROLES, "a name of facts.yml"])
            )
    return facts, constants
