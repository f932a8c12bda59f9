"""An article, a small vocabulary, and claims about the article that a model could make."""

from __future__ import annotations

from typing import Any

from saring.measures import Ask, Fact
from saring.model import Document, Good, Noise
from saring.second_reader import Vocabulary

TEXT = (
    "HARBOUR CITY - North Korea shipped 300 tonnes of frozen squid to Russia on May 3, 2021, a port clerk told "
    "the Harbour Post.\n\nRussia plans to send “apples” and beer to the North next year, the ministry said. "
    "The committee approved the shipment.\n\nRead also: North Korea sells coal to China.\n"
)
FACTS = {
    "committee_approval": Fact(
        type="truth", role="exception", if_unknown="open", ask=Ask(en="Approved?", id="Disetujui?")
    ),
    "contract_date": Fact(type="date", role="exception", if_unknown="open", ask=Ask(en="When?", id="Kapan?")),
    "cap_reached_share": Fact(type="number", role="trigger", if_unknown="open", ask=Ask(en="Share?", id="Bagian?")),
    "origin_country": Fact(type="code", role="fact", if_unknown="open", ask=Ask(en="Origin?", id="Asal?")),
    "transport_act": Fact(
        type="code", role="fact", if_unknown="missing", ask=Ask(en="Act?", id="Apa?"), values=("port_entry", "carriage")
    ),
}
LANDS = {"north korea": frozenset({"KP"}), "russia": frozenset({"RU"}), "china": frozenset({"CN"})}
VOCABULARY = Vocabulary(
    FACTS,
    frozenset({"KP", "RU", "CN"}),
    lambda text: "North Korea" in text,
    lambda words: LANDS.get(words.casefold(), frozenset()),
)


def article(text: str = TEXT) -> Document:
    start = text.find("Read also")
    noise = (Noise(start, text.find("\n", start), "teaser"),) if start >= 0 else ()
    return Document(source="a.txt", sha256="0", text=text, language="en", published="2021-05-04", noise=noise)


def spot(text: str, language: str) -> tuple[Good, ...]:
    """Knows frozen squid alone."""
    start = text.find("frozen squid")
    return (Good(words="frozen squid", hs=("0307",), breadth="exact", span=(start, start + 12)),) if start >= 0 else ()


def claim(**more: Any) -> dict[str, Any]:
    """A claim about the first sentence that the text bears out."""
    right: dict[str, Any] = {
        "quote": "North Korea shipped 300 tonnes of frozen squid to Russia on May 3, 2021",
        "kind": "goods",
        "status": "done",
        "polarity": "act",
        "from": [{"country": "KP", "words": "North Korea"}],
        "to": [{"country": "RU", "words": "Russia"}],
        "what": "frozen squid",
        "goods": ["squid"],
        "when": {"words": "May 3, 2021", "date": "2021-05-03"},
        "said_by": ["the Harbour Post", "a port clerk"],
        "amount": {"words": "300 tonnes", "number": 300, "unit": "t"},
        "parties": [],
        "vehicles": [],
        "facts": [],
    }
    return {**right, **more}
