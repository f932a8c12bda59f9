"""What holds for any dealing: an answer always, with what was asked, and no change of law on a day that is not named."""

from __future__ import annotations

import os

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.findings.strategies import BOOK, days, dealings

from saring.days import interval, plus
from saring.findings import judge
from saring.model import VERDICTS, Dealing

MANY = int(os.environ.get("SARING_MANY", "400"))  # 10,000 in `make prove`
often = settings(max_examples=MANY, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
KEYS = {"kind", "goods", "date", "from", "to"}


@often
@given(dealings)
def test_any_dealing_is_answered(dealing: Dealing) -> None:
    answer = judge(dealing, BOOK)
    gravest = min((f.verdict for f in answer.findings), key=VERDICTS.index, default="not_covered")
    assert answer.verdict == gravest
    assert {f.provision for f in answer.findings} <= set(answer.checked) or dealing.date is None
    assert set(answer.missing) | set(answer.open) <= set(BOOK.facts) | KEYS
    assert bool(answer.missing) <= (answer.verdict == "undetermined")
    assert set(answer.missing) == {name for f in answer.findings for name in f.missing}
    assert msgspec.json.decode(msgspec.json.encode(answer), type=type(answer)) == answer


@often
@given(dealings)
def test_status_never_changes_a_verdict_of_one_day(dealing: Dealing) -> None:
    day = interval(dealing.date)[0] if dealing.date else "2020-01-01"
    verdicts = {
        judge(msgspec.structs.replace(dealing, date=day, status=status), BOOK).verdict
        for status in ("done", "ongoing", "wished", "denied")
    }
    assert len(verdicts) == 1


@often
@given(dealings, days)
def test_law_changes_only_on_days_that_it_names(dealing: Dealing, day: str) -> None:
    cuts = {cut for s in BOOK.situations for cut in s.boundaries}
    tomorrow = plus(day, 1)
    if tomorrow in cuts or any(isinstance(v, str) and v[:4].isdigit() for v in dealing.facts.values()):
        return
    # A fact that stands in for the import date moves with the day; the windows' last days are cuts too.
    here, there = (judge(msgspec.structs.replace(dealing, date=d), BOOK) for d in (day, tomorrow))
    assert (here.verdict, here.findings) == (there.verdict, there.findings)


@often
@given(dealings, st.randoms(use_true_random=False))
def test_facts_in_any_order_give_the_same_bytes(dealing: Dealing, random: object) -> None:
    names = list(dealing.facts)
    random.shuffle(names)  # type: ignore[attr-defined]
    turned = msgspec.structs.replace(dealing, facts={name: dealing.facts[name] for name in names})
    assert msgspec.json.encode(judge(turned, BOOK)) == msgspec.json.encode(judge(dealing, BOOK))
