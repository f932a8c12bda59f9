"""A lawbook of one paragraph, written for the tests: what reading refuses, what it derives, and what the checks find."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from saring.law.build import build
from saring.law.cases import read_cases
from saring.law.catalogue import canonical, changes, find, nearest, rules
from saring.law.checks import check
from saring.law.files import read_yaml
from saring.measures import Lawbook
from saring.model import SaringError

ASK = {"en": "?", "id": "?"}
FACTS: dict[str, Any] = {
    "approved": {"type": "truth", "role": "exception", "if_unknown": "open", "ask": ASK},
    "contract_date": {"type": "date", "role": "exception", "if_unknown": "open", "ask": ASK},
    "import_date": {"type": "date", "role": "exception", "if_unknown": "open", "ask": ASK},
    "material": {"type": "code", "role": "fact", "if_unknown": "open", "ask": ASK, "values": ["iron", "gold"]},
}
APPROVED: dict[str, Any] = {"fact": "approved", "is": True}
USED = {"any": [APPROVED, {"fact": "contract_date", "known": True}, {"fact": "import_date", "known": True}, {"fact": "material", "is": "iron"}]}  # fmt: skip
MEASURE: dict[str, Any] = {
    "effect": "prohibit", "binding": "decides", "title": "t", "flow": "from_partner", "kinds": ["goods"],
    "in_force": {"from": "2020-01-10"}, "goods": {"words": "w", "blocks": [{"codes": ["61", "610910"], "basis": "text"}]},
    "unless": [{"id": "used", "what": "w", "when": USED}],
}  # fmt: skip
PROVISION: dict[str, Any] = {
    "provision": "UNSCR-9001-4", "cite": "S/RES/9001 (2020), para. 4", "title": "t", "gist": "g", "review": {},
}  # fmt: skip
REGIME: dict[str, Any] = {
    "regime": "UN", "situation": "KP", "title": "t", "partner": "KP", "checked_on": "2026-01-01",
    "instruments": [{"id": "UNSCR-9001", "cite": "S/RES/9001 (2020)", "adopted": "2020-01-10"}],
}  # fmt: skip


def book(
    folder: Path,
    *measures: dict[str, Any],
    facts: dict[str, Any] | None = None,
    heir: dict[str, Any] | None = None,
    **provision: Any,
) -> Lawbook:
    """A lawbook with these measures, each told by what differs from the plain one; `heir` stands in paragraph 5."""
    given = [{k: v for k, v in {**MEASURE, **own}.items() if v is not None} for own in measures or ({},)]
    files = {
        "facts.yml": {**FACTS, **(facts or {})}, "un/9000/regime.yml": REGIME,
        "un/9000/9001/4.yml": {**PROVISION, "measures": given, **provision},
    }  # fmt: skip
    if heir is not None:
        later = {**PROVISION, "provision": "UNSCR-9001-5", "measures": [{**MEASURE, **heir}]}
        files["un/9000/9001/5.yml"] = later
    for name, told in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(told), encoding="utf-8")
    return build(folder, "0123456789abcdef")


def refusal(folder: Path, *measures: dict[str, Any], **more: Any) -> str:
    with pytest.raises(SaringError) as caught:
        book(folder, *measures, **more)
    return f"{caught.value.code}: {caught.value.message}"


def unless(clause: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"unless": [{"id": "used", "what": "w", "when": {"any": [USED, clause]}, **more}]}


def test_what_a_rule_derives_from_its_files(tmp_path: Path) -> None:
    made = book(tmp_path)
    ((rule,), situation) = (made.situations[0].rules, made.situations[0])
    assert (made.version, made.checked_on) == ("2026-01-01+01234567", "2026-01-01")
    assert (rule.id, rule.instrument, rule.paragraph, rule.adopted) == ("UNSCR-9001-4", "UNSCR-9001", "4", "2020-01-10")
    assert (rule.coded, rule.kinds, rule.memory) == (True, ("goods",), False)
    assert rule.facts == ("approved", "contract_date", "import_date", "material")
    assert situation.boundaries == ("2020-01-10",)
    assert made.wordy == ("61", "610910"), "a measure that asks for the material asks for the words of all its codes"


def test_only_finer_codes_are_wordy_where_the_law_asks_nothing_of_words(tmp_path: Path) -> None:
    made = book(tmp_path, {"unless": [{"id": "a", "what": "w", "when": APPROVED}]})
    assert made.wordy == ("610910",)


def test_kinds_and_codes_of_clauses_count(tmp_path: Path) -> None:
    made = book(
        tmp_path,
        {"goods": None, "when": {"any": [{"kind": ["labour"]}, {"hs": ["61"]}]}},
        {"suffix": "b", "goods": None},
    )
    first, second = made.situations[0].rules
    assert (first.kinds, first.coded) == (("goods", "labour"), True)
    assert (second.id, second.coded) == ("UNSCR-9001-4:b", False)


def test_the_days_on_which_the_law_changes(tmp_path: Path) -> None:
    made = book(
        tmp_path,
        {"in_force": {"from": "2020-01-10", "until": "2021-03-31"}, **unless(
            {"all": [
                {"fact": "import_date", "by": "2020-05-01"}, {"fact": "date", "before": "2020-06-01"},
                {"fact": "date", "after": "2020-07-31"}, {"fact": "contract_date", "before": "2020-08-01"},
            ]},
            in_force={"from": "2020-02-01", "until": "2020-02-29"},
        )},
    )  # fmt: skip
    assert made.situations[0].boundaries == (
        "2020-01-10", "2020-02-01", "2020-03-01", "2020-05-02", "2020-06-01", "2020-08-01", "2021-04-01",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("clause", "says"),
    [
        ({"fact": "approvd", "is": True}, "unknown_fact: 'approvd' is no fact"),
        ({"fact": "approved"}, "compares nothing or twice"),
        ({"fact": "contract_date", "by": "2020-02-01", "after": "2020-01-01"}, "compares nothing or twice"),
        ({"fact": "material", "is": "iron", "known": False}, "compares nothing or twice"),
        ({"fact": "approved", "is": True, "kind": ["goods"]}, "tests nothing or several things"),
        ({"unknown": "open"}, "tests nothing or several things"),
        ({"fact": "approved", "is": "yes"}, "bad_type: approved is 'yes'"),
        ({"fact": "contract_date", "is": True}, "bad_type: contract_date is True"),
        ({"fact": "material", "is": ["iron", "tin"]}, "unknown_word: material is 'tin'"),
        ({"fact": "contract_date", "by": "2020-02-10", "reckoned": "adopted + 30 days"}, "is 2020-02-09, not 2020-02-10"),
        ({"fact": "contract_date", "before": "2020-02-10", "reckoned": "adopted + 30 days"}, "is 2020-02-09, not 2020-02-10"),
        ({"fact": "contract_date", "by": "2020-02-09", "reckoned": "adopted - 30 days"}, "reckoned 'adopted - 30 days'"),
        ({"fact": "contract_date", "by": "2020-02-09", "reckoned": "adopted + 30 weeks"}, "reckoned 'adopted + 30 weeks'"),
        ({"fact": "contract_date", "by": "2020-02-09", "reckoned": "adopted + 30 days late"}, "reckoned 'adopted"),
    ],
)  # fmt: skip
def test_a_clause_that_cannot_be_meant_is_refused(tmp_path: Path, clause: dict[str, Any], says: str) -> None:
    assert says in refusal(tmp_path, unless(clause))


@pytest.mark.parametrize(
    "clause",
    [
        {"fact": "date", "by": "2020-02-09"},
        {"fact": "contract_date", "by": "2020-02-09", "reckoned": "adopted + 30 days"},
        {"fact": "contract_date", "before": "2020-02-09", "reckoned": "adopted + 30 days"},
        {"not": APPROVED},
        {"fact": "material", "is": ["iron", "gold"]},
    ],
)
def test_a_clause_that_can_be_meant_is_taken(tmp_path: Path, clause: dict[str, Any]) -> None:
    assert book(tmp_path, unless(clause)).situations[0].rules


@pytest.mark.parametrize(
    ("measure", "says"),
    [
        ({"in_force": {"from": "2020-01-09"}}, "bad_date: in force before adoption"),
        ({"in_force": {"from": "2020-02-02", "until": "2020-02-01"}}, "bad_date: 2020-02-02 is after 2020-02-01"),
        (unless(APPROVED, in_force={"from": "2020-02-02", "until": "2020-02-01"}), "bad_date: 2020-02-02 is after"),
        ({"goods": {"words": "w", "blocks": [{"codes": ["610"], "basis": "text"}]}}, "'610' is no HS code"),
        ({"goods": {"words": "w", "blocks": [{"codes": ["61"], "except": ["61x1"], "basis": "text"}]}}, "'61x1' is no HS code"),
    ],
)  # fmt: skip
def test_a_measure_that_cannot_be_is_refused(tmp_path: Path, measure: dict[str, Any], says: str) -> None:
    assert says in refusal(tmp_path, measure)


def test_a_period_of_one_day_and_a_paragraph_without_measure_are_taken(tmp_path: Path) -> None:
    assert book(tmp_path, {"in_force": {"from": "2020-02-01", "until": "2020-02-01"}}).situations[0].rules
    assert book(tmp_path, measures=[], no_rule="only words").situations[0].rules == ()
    assert "neither measures nor a reason" in refusal(tmp_path, measures=[])
    assert "is of no instrument" in refusal(tmp_path, provision="UNSCR-9002-4")
    assert "holds UNSCR-9001-5" in refusal(tmp_path, provision="UNSCR-9001-5")


UNTIL = {"from": "2020-01-10", "until": "2020-12-31"}
NEXT = {"from": "2021-01-01"}


@pytest.mark.parametrize(
    ("measures", "faults"),
    [
        ([{}], []),
        ([{"in_force": UNTIL}, {"in_force": NEXT}], []),
        ([{"in_force": UNTIL}, {"in_force": {"from": "2020-12-31"}}], ["two measures of one subject overlap"]),
        ([{"in_force": UNTIL}, {"in_force": {"from": "2020-12-31"}, "goods": {"words": "other"}}], []),
        ([{"in_force": {**UNTIL, "ended_by": "UNSCR-9001-4"}}, {"in_force": NEXT}], []),
        ([{"in_force": {**UNTIL, "ended_by": "UNSCR-9001-4", "until": "2020-12-30"}, "suffix": "a"}, {"in_force": NEXT, "suffix": "b"}], []),
        ([{"in_force": {**UNTIL, "ended_by": "UNSCR-9001-5"}}], ["ended by UNSCR-9001-5, which is not in the lawbook"]),
        ([{"binding": "calls_upon"}], ["calls_upon cannot prohibit"]),
        ([{"binding": "calls_upon", "effect": "require"}], []),
        ([{"contested": ["x"]}], ["contested x is no dispute"]),
        ([unless({"all": [{"fact": "material", "is": "iron"}, {"fact": "material", "is": "gold"}]})], []),
        ([{"unless": [{"id": "a", "what": "w", "when": USED}, {"id": "a", "what": "w", "when": APPROVED}]}], ["two exceptions are called a"]),
        ([{"in_force": UNTIL, **unless(APPROVED, in_force={"from": "2021-01-01"})}], ["exception used holds on no day"]),
        ([{"in_force": UNTIL, **unless(APPROVED, in_force={"from": "2020-12-31"})}], []),
        ([{"in_force": NEXT, **unless(APPROVED, in_force={"from": "2020-02-01", "until": "2021-01-01"})}], []),
        ([{"in_force": NEXT, **unless(APPROVED, in_force={"from": "2020-02-01", "until": "2020-12-31"})}], ["holds on no day"]),
        ([{"unless": [{"id": "a", "what": "w", "when": USED}, {"id": "b", "what": "w", "when": {"all": [APPROVED, {"fact": "approved", "is": False}]}}]}], ["exception b wants approved to be two things"]),
        ([{"unless": [{"id": "a", "what": "w", "when": APPROVED}]}], ["no measure asks for it"] * 3),
    ],
)  # fmt: skip
def test_the_checks_find_what_cannot_be_right(
    tmp_path: Path, measures: list[dict[str, Any]], faults: list[str]
) -> None:
    found = [fault.what for fault in check(book(tmp_path, *measures))]
    assert len(found) == len(faults), found
    assert all(words in what for words, what in zip(sorted(faults), sorted(found), strict=True)), found


@pytest.mark.parametrize(
    ("until", "starts", "heirs_codes", "drops", "faults"),
    [
        ("2020-12-31", "2021-01-01", ["61"], (), []),
        ("2020-12-31", "2020-06-01", ["61"], (), []),
        ("2020-12-31", "2021-01-02", ["61"], (), ["ends on 2020-12-31, but UNSCR-9001-5 begins on 2021-01-02"]),
        ("2020-12-31", "2021-01-01", ["6109"], (), ["its successor loses 61 "]),
        ("2020-12-31", "2021-01-01", ["62"], (), ["its successor loses 61, 610910 "]),
        ("2020-12-31", "2021-01-01", ["62"], ("61", "610910"), []),
        ("2020-12-31", "2021-01-01", ["6109"], ("61",), []),
    ],
)  # fmt: skip
def test_what_a_successor_leaves_or_loses_is_told(
    tmp_path: Path, until: str, starts: str, heirs_codes: list[str], drops: tuple[str, ...], faults: list[str]
) -> None:
    ended = {"in_force": {"from": "2020-01-10", "until": until, "ended_by": "UNSCR-9001-5"}, "drops": drops}
    heir = {"in_force": {"from": starts}, "goods": {"words": "w", "blocks": [{"codes": heirs_codes, "basis": "text"}]}}
    found = [fault.what for fault in check(book(tmp_path, ended, heir=heir))]
    assert len(found) == len(faults), found
    assert all(words in what for words, what in zip(faults, found, strict=True)), found


def test_codes_sources_askers_and_relations_must_exist(tmp_path: Path) -> None:
    made = book(tmp_path)
    assert [f.what for f in check(made, lambda code: code != "610910")] == ["HS code 610910 is in no edition"]
    made = book(tmp_path, sources=["nowhere"], related=["UNSCR-9001-7", "UNSCR-9001-4"])
    assert sorted(f.what for f in check(made)) == [
        "related UNSCR-9001-7 is not in the lawbook", "source nowhere is not told in sources.yml",
    ]  # fmt: skip
    asked = {**FACTS["approved"], "asked_by": ["UNSCR-9001-4", "UNSCR-9001-8", "EU-1"]}
    assert [f.what for f in check(book(tmp_path, facts={"approved": asked}))] == [
        "asked by UNSCR-9001-8, which is not in the lawbook"
    ]
    idle = {**FACTS["approved"], "note": "Autonomous law only, for now"}
    assert check(book(tmp_path, facts={"idle": idle, "passed_through": FACTS["approved"]})) == ()


def test_ways_to_name_a_paragraph() -> None:
    named = {
        "2397": "UNSCR-2397", "2397/6": "UNSCR-2397-6", "S/RES/2397 (2017)": "UNSCR-2397", "s/res/2397, OP 6": "UNSCR-2397-6",
        "S/RES/1718 (2006), para. 8(a)(iii)": "UNSCR-1718-8(a)(iii)", "S/RES/2397, paragraphs 6:food": "UNSCR-2397-6:food",
        " UNSCR-2397-6 ": "UNSCR-2397-6", "12345/6": "12345/6", "EU-2017/1509-16h": "EU-2017/1509-16h",
    }  # fmt: skip
    assert {text: canonical(text) for text in named} == named


def test_finding_and_narrowing(tmp_path: Path) -> None:
    later = {"in_force": NEXT, "suffix": "b", "effect": "restrict", "kinds": ["aid"], "goods": {"words": "x", "blocks": [{"codes": ["62"], "except": ["6201"], "exactly": True, "basis": "text"}]}}  # fmt: skip
    made = book(tmp_path, {"in_force": UNTIL, "suffix": "a"}, later)

    def ids(**wanted: str) -> list[str]:
        return [r.id.partition(":")[2] for r in rules(made, **wanted)]

    assert [r.id for e in find(made, "9001/4:b") for r in e.rules] == ["UNSCR-9001-4:b"]
    assert len(find(made, "9001")[0].rules) == 2
    for unknown in ("9001/4:c", "900", "9001/"):
        with pytest.raises(SaringError):
            find(made, unknown)
    assert nearest(made, "9001/5", most=1) == "UNSCR-9001-4"
    assert nearest(made, "zzz") == "saring law list"
    assert (ids(on="2020-12-31"), ids(on="2021-01-01"), ids(on="2020-01-09")) == (["a"], ["b"], [])
    assert (ids(kind="aid"), ids(effect="prohibit"), ids(partner="IR"), ids(partner="KP")) == (
        ["b"],
        ["a"],
        [],
        ["a", "b"],
    )
    assert (ids(goods="6109"), ids(goods="62"), ids(goods="6203"), ids(goods="6")) == (["a"], ["b"], [], ["a", "b"])
    assert ids(goods="6201") == []
    wide = book(tmp_path, {"goods": {"words": "w", "blocks": [{"codes": ["62"], "except": ["6201"], "basis": "text"}]}})
    assert [len(rules(wide, goods=code)) for code in ("6202", "62", "6201", "620111")] == [1, 1, 0, 0]
    told = [(c.rule.id[-1], c.begins) for c in changes(made, "2020-06-01", "2021-06-01")]
    assert told == [("a", False), ("b", True)]
    assert [c.rule.id[-1] for c in changes(made, "2020-06-01", "2021-06-01", goods="62")] == ["b"]
    assert changes(made, "2021-06-01", "2022-06-01") == ()


def test_short_forms_of_cases(tmp_path: Path) -> None:
    book(tmp_path)
    base = {"case": "c", "expect": "prohibited", "source": "s"}
    written = [
        {**base, "dealing": {"goods": "6109", "from": "KP"}},
        {
            **base,
            "dealing": {"goods": {"each": ["61", "62"]}, "date": {"each": ["2020-01-10", "2020-01-11"]}, "kind": "aid"},
        },
        {
            **base,
            "dealing": {"goods": ["61", {"hs": ["62"], "words": "coats"}], "facts": {"approved": True}},
            "facts": {"material": "iron"},
        },
    ]
    path = tmp_path / "un/9000/9001/4.cases.yml"
    path.write_text(json.dumps(written), encoding="utf-8")
    first, *variants, last = read_cases(tmp_path)
    assert (first.name, first.provision, first.dealing.kind) == ("UNSCR-9001-4 case 1: c", "UNSCR-9001-4", "goods")
    assert [g.hs for g in first.dealing.goods] == [("6109",)]
    assert [(c.dealing.date, c.dealing.goods[0].hs, c.dealing.kind) for c in variants] == [
        (day, (code,), "aid") for day in ("2020-01-10", "2020-01-11") for code in ("61", "62")
    ]
    assert variants[0].name == "UNSCR-9001-4 case 2 [2020-01-10] [61]: c"
    assert [g.hs for g in last.dealing.goods] == [("61",), ("62",)]
    assert last.dealing.facts == {"approved": True, "material": "iron"}
    path.write_text(json.dumps([{**base, "dealing": {"goods": 6109}}]), encoding="utf-8")
    with pytest.raises(SaringError, match="case 1"):
        read_cases(tmp_path)
    path.rename(path.with_name("5.cases.yml"))
    with pytest.raises(SaringError, match="no law file"):
        read_cases(tmp_path)


def test_the_line_and_the_keys_of_a_slip(tmp_path: Path) -> None:
    refused = {"in_force": {"from": "2020-01-10", "form": "2020-01-11"}}
    with pytest.raises(SaringError, match="form") as caught:
        book(tmp_path, refused)
    assert caught.value.allowed == "from, until, ended_by, how"
    assert caught.value.where.endswith("4.yml:1")
    path = tmp_path / "some.yml"
    path.write_text("a: [1\nb: 2\n", encoding="utf-8")
    with pytest.raises(SaringError, match="not readable as YAML") as caught:
        read_yaml(path)
    assert caught.value.where.endswith(("some.yml:2", "some.yml:3"))
    path.write_bytes(b"a: \xff\n")
    with pytest.raises(SaringError, match="at byte 3"):
        read_yaml(path)
    path.write_text("a: 2020-01-02\nb: [2020-01-02T03:04:05]\nc: {d: 010}\n", encoding="utf-8")
    assert read_yaml(path) == {"a": "2020-01-02", "b": ["2020-01-02T03:04:05"], "c": {"d": 10}}
