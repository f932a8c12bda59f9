"""Random dealings for property tests: any kind, side, day, code and fact that the contract allows."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from saring.days import plus
from saring.law import load
from saring.measures import Fact
from saring.model import Dealing, Good, Kind, Mention, Status

BOOK = load()
SIDES = st.sampled_from(["KP", "RU", "CN", "KR", "NA", None])
CODES = sorted(
    {
        code
        for s in BOOK.situations
        for r in s.rules
        for b in (r.measure.goods.blocks if r.measure.goods else ())
        for code in (*b.codes, b.codes[0][:2])
    }
    | {"0808", "2007", "1601", "16", "2203", "9205", "27", "2710", "64", "6404", "72", "8802", "2811", "3004"}
)
EDGES = sorted({plus(cut, shift) for s in BOOK.situations for cut in s.boundaries for shift in (-1, 0, 1)})
days = st.one_of(st.sampled_from(EDGES), st.dates().map(lambda d: d.isoformat()))
dates = st.one_of(
    days,
    days.map(lambda d: d[:7]),
    days.map(lambda d: d[:4]),
    st.tuples(days, days).map(lambda pair: "/".join(sorted(pair))),
)


def values(fact: Fact) -> st.SearchStrategy[object]:
    """A value that fits the fact."""
    if fact.type == "truth":
        return st.booleans()
    if fact.type == "number":
        return st.sampled_from([0, 0.5, 0.99, 1, 1.01, 2, 450, 550, 2500])
    if fact.type == "date":
        return dates
    if fact.type == "text-list":
        return st.lists(st.sampled_from(["NL", "KP", "BD"]), max_size=2)
    return st.sampled_from(list(fact.values) or ["KP", "RU", "CN"])


facts = st.lists(st.sampled_from(sorted(BOOK.facts)), max_size=4, unique=True).flatmap(
    lambda names: st.fixed_dictionaries({name: values(BOOK.facts[name]) for name in names})
)
goods = st.lists(
    st.builds(Good, hs=st.lists(st.sampled_from(CODES), max_size=2, unique=True).map(tuple)), max_size=2
).map(tuple)
parties = st.lists(
    st.builds(Mention, name=st.sampled_from(["KOMID", "Nordwind", "만수대창작사"]), country=SIDES), max_size=1
)
dealings = st.builds(
    Dealing,
    kind=st.sampled_from(get_args(Kind)),
    status=st.one_of(st.none(), st.sampled_from(get_args(Status))),
    polarity=st.sampled_from(["act", "act", "act", "cessation", "enforcement"]),
    from_=SIDES,
    to=SIDES,
    date=st.one_of(st.none(), dates),
    published=st.one_of(st.none(), dates),
    goods=goods,
    facts=facts,
    parties=parties.map(tuple),
)
