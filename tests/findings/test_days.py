"""Written dates: a month or day of nought is none, and is refused like any other that no calendar has."""

from __future__ import annotations

import pytest

from saring.days import interval
from saring.model import SaringError


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2017", ("2017-01-01", "2017-12-31")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        ("2017-09-30", ("2017-09-30", "2017-09-30")),
        ("2017-12/2018-01-05", ("2017-12-01", "2018-01-05")),
    ],
)
def test_days_of_a_date(text: str, days: tuple[str, str]) -> None:
    assert interval(text) == days


@pytest.mark.parametrize("text", ["2017-00", "2017-00-01", "2017-01-00", "2017-13", "2017-02-30", "0000", "2017-1"])
def test_no_date(text: str) -> None:
    with pytest.raises(SaringError) as found:
        interval(text)
    assert found.value.code == "bad_date"
