"""Which column holds what: the shapes of UN Comtrade by their headers, other tables by a mapping that is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from saring.measures import Lawbook
from saring.model import SaringError

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
    ),
    "flow": ("flowcode", "tradeflowcode", "rgcode", "flowdesc", "tradeflow", "rgdesc", "flow", "rgcd", "flowcategory"),
    "hs": ("cmdcode", "commoditycode", "hscode", "hs6", "hs", "productcode", "commodity code", "cmdcd", "hs2", "hs4"),
    "date": ("date", "day", "shipmentdate", "importdate"),
    "period": ("period", "refperiod", "yearmonth"),
    "year": ("refyear", "year", "yr", "t"),
    "month": ("refmonth", "month"),
    "classification": ("classificationcode", "classification", "pfcode"),
    "partner2": ("partner2code", "partner2iso", "x2ndpartnercode", "2ndpartnercode", "ptcode2", "pt3iso2"),
    "value": (
        "primaryvalue",
        "tradevalueus",
        "tradevalue",
        "tradevalueusd",
        "value",
        "tradevalue1000usd",
        "fobvalue",
        "cifvalue",
    ),
    "weight": ("netwgt", "netweightkg", "netweight", "netwgtkg", "nweight"),
    "quantity": ("qty", "quantity", "supplementaryquantity", "trqty"),
    "unit": ("qtyunitabbr", "qtyunit", "qtdesc", "qtyunitcode", "quantityunitcode", "qtcode"),
}
ROLES = ("sender", "receiver", *HEADERS)
NEEDED = ("reporter", "partner", "flow", "hs")


class Layout(NamedTuple):
    """The column of each role; `sender` and `receiver` stand in the place of reporter, partner and flow."""

    columns: dict[str, str]
    facts: dict[str, str]

    def column(self, role: str) -> str:
        """The column of a role that the table must have."""
        return self.columns[role]

    def get(self, role: str) -> str | None:
        """The column of a role, where the table has one."""
        return self.columns.get(role)

    @property
    def directed(self) -> bool:
        """Whether the table names sender and receiver, so that no flow is needed."""
        return "sender" in self.columns

    @property
    def sides(self) -> tuple[str, str]:
        """The columns of both sides: reporter and partner, or sender and receiver."""
        return (
            (self.column("sender"), self.column("receiver"))
            if self.directed
            else (self.column("reporter"), self.column("partner"))
        )

    @property
    def times(self) -> tuple[str, ...]:
        """The column of the date, or of the year and its month."""
        for role in ("date", "period"):
            if role in self.columns:
                return (self.columns[role],)
        return tuple(self.columns[r] for r in ("year", "month") if r in self.columns)

    @property
    def needed(self) -> list[str]:
        """The columns that the law needs, each once."""
        wanted = [*self.sides, self.column("hs"), *self.times, *self.facts.values()]
        wanted += [self.columns[r] for r in ("flow", "classification", "partner2") if r in self.columns]
        return list(dict.fromkeys(wanted))

    def told(self) -> str:
        """The mapping in one line, as it is shown back before a run."""
        pairs = [f"{role}={column}" for role, column in (*self.columns.items(), *self.facts.items())]
        return ", ".join(pairs)


def plain(header: str) -> str:
    """A header as it is compared: R turns blanks and brackets into dots, tables differ in case and marks."""
    return re.sub(r"[^a-z0-9]", "", header.casefold())


def recognise(
    columns: Iterable[str], given: Mapping[str, str] | None = None, book: Lawbook | None = None, where: str = "table"
) -> Layout:
    """The layout of a table from its headers and from what is given (`sender=…`, `hs=…`, a fact's name=…)."""
    names = list(columns)
    found: dict[str, str] = {}
    by_plain: dict[str, str] = {}
    for name in names:
        by_plain.setdefault(plain(name), name)
    for role, headers in HEADERS.items():
        column = next((by_plain[h] for h in headers if h in by_plain), None)
        if column is not None:
            found[role] = column
    facts = _given(given or {}, names, found, book, where)
    if "sender" in found or "receiver" in found:
        lacking = [r for r in ("sender", "receiver", "hs") if r not in found]
        for role in ("reporter", "partner", "flow"):
            found.pop(role, None)
    else:
        lacking = [r for r in NEEDED if r not in found]
    if not lacking and not any(r in found for r in ("date", "period", "year")):
        lacking = ["date"]
    if lacking:
        have = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
        raise SaringError(
            "bad_type",
            where,
            f"no column for {', '.join(lacking)} among {have}",
            "the headers of UN Comtrade, or --map",
        )
    return Layout(found, facts)


def _given(
    given: Mapping[str, str], names: list[str], found: dict[str, str], book: Lawbook | None, where: str
) -> dict[str, str]:
    facts: dict[str, str] = {}
    for role, column in given.items():
        if column not in names:
            raise SaringError("unknown_key", where, f"there is no column {column!r}", ", ".join(names[:20]))
        if role in ROLES:
            if role in ("date", "period", "year"):
                for other in ("date", "period", "year", "month"):
                    if other not in given:
                        found.pop(other, None)
            found[role] = column
        elif book is not None and role in book.facts:
            facts[role] = column
        else:
            raise SaringError(
                "unknown_word", "--map", f"{role!r} is no role and no fact", ", ".join([*ROLES, "a name of facts.yml"])
            )
    return facts
