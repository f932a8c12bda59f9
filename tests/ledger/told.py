"""Documents as the checker would give them, without reading anything."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from saring.model import Checked, Dealing, Determination, Finding, Good, Quote, Verdict

LISTED = ("UNSCR-2371-8", "UNSCR-2397-6:food", "UNSCR-2375-16")


def judged(
    verdict: Verdict = "prohibited", provision: str = "UNSCR-2371-8", lawbook: str = "law-1", **more: Any
) -> Determination:
    finding = Finding(
        provision=provision, cite="S/RES/2371 (2017), para. 8", effect="prohibit", verdict=verdict, because="coal"
    )
    given: dict[str, Any] = {"as_of": "2025-07-20", "as_of_basis": "date", "checked": LISTED, **more}
    return Determination(id="d1", regime="UN", verdict=verdict, lawbook=lawbook, findings=(finding,), **given)


def dealing(quote: str = "", **given: Any) -> Dealing:
    """Coal from the DPRK to China on 20 July 2025, unless something else is given."""
    hs = given.pop("hs", ("2701",))
    told: dict[str, Any] = {
        "kind": "goods",
        "id": "d1",
        "status": "done",
        "from_": "KP",
        "to": "CN",
        "date": "2025-07-20",
        "what": "coal",
        "goods": (Good(words="coal", hs=tuple(hs)),) if hs else (),
        "determinations": (judged(),),
        **given,
    }
    if quote:
        told["evidence"] = Quote(0, len(quote), quote)
    return Dealing(**told)


def document(name: str, *dealings: Dealing, **given: Any) -> Checked:
    """A document whose content is its name."""
    told: dict[str, Any] = {"source": f"{name}.txt", "language": "en", "published": "2025-07-21", **given}
    numbered = tuple(dealings)
    return Checked(sha256=sha256(name.encode()).hexdigest(), dealings=numbered, **told)


def numbered(n: int) -> Checked:
    """One of many documents, each with two events of its own; every fifth tells the coal of the one before again."""
    day = f"{2016 + n % 9}-{1 + n % 12:02}-{1 + n % 28:02}"
    again = n - n % 5
    same = f"{2016 + again % 9}-{1 + again % 12:02}-{1 + again % 28:02}"
    first = dealing(f"Report {n} says that coal went over the river on {same}, officials said.", date=same)
    second = dealing(
        f"Report {n} says that fish of heading {n % 90:02} was landed on {day}, fishermen said.",
        id="d2",
        date=day,
        to="RU",
        hs=("0303",),
        what=f"fish {n}",
    )
    return document(f"numbered {n}", first, second, published="2025-12-01")
