"""`saring determine`: what goes in, what comes out, and what is refused where."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from saring.model import Determination

pytestmark = pytest.mark.usefixtures("rooms")
APPLES = {
    "kind": "goods",
    "from": "KP",
    "to": "RU",
    "date": "2025-07-20",
    "goods": [{"words": "apples", "hs": ["0808"]}],
}


def lines(*dealings: Any) -> str:
    return "".join((d if isinstance(d, str) else json.dumps(d)) + "\n" for d in dealings)


def refused(run: Any, dealing: Any) -> dict[str, Any]:
    """The error of one line, after checking that the lines around it were answered."""
    ran = run("determine", "-", given=lines(APPLES, dealing, APPLES))
    first, error, last = ran.lines
    assert (first["verdict"], last["verdict"]) == ("prohibited", "prohibited")
    assert (first["id"], last["id"]) == ("1", "3")
    assert ran.code == 1
    assert len(ran.errors) == 1
    assert ran.errors[0].startswith("saring: line 2")
    return {**error["error"], "id": error["id"]}


def test_a_dealing_is_answered_with_its_keys_in_the_contracts_order(run: Any) -> None:
    ran = run("determine", "-", given=lines({"id": "d1", **APPLES}))
    assert ran.code == 0
    assert ran.err == ""
    (line,) = ran.lines
    assert [*line, "hits", "asked"] == list(Determination.__struct_fields__)  # no lists, and a fake law without inputs
    assert (line["id"], line["verdict"], line["as_of"], line["as_of_basis"]) == (
        "d1",
        "prohibited",
        "2025-07-20",
        "date",
    )
    assert line["findings"][0]["provision"] == "UNSCR-2397-6:food"


def test_standard_input_is_the_default(run: Any) -> None:
    assert run("determine", given=lines(APPLES)).lines[0]["verdict"] == "prohibited"


def test_the_id_defaults_to_the_line_number_and_blank_lines_count(run: Any) -> None:
    ran = run("determine", "-", given="\n" + lines(APPLES) + "  \n" + lines(APPLES))
    assert [line["id"] for line in ran.lines] == ["2", "4"]


def test_goods_without_codes_are_classified_from_their_words(run: Any) -> None:
    ran = run("determine", given=lines({"kind": "goods", "goods": [{"words": "apples"}]}))
    assert ran.lines[0]["verdict"] == "prohibited"


@pytest.mark.parametrize(
    ("kind", "verdict"), [("goods", "prohibited"), ("aid", "prohibited"), ("transport", "not_covered")]
)
def test_what_stands_in_for_goods_of_kinds_that_move_goods(run: Any, kind: str, verdict: str) -> None:
    ran = run("determine", given=lines({"kind": kind, "what": "apples"}))
    assert ran.lines[0]["verdict"] == verdict


def test_proposals_do_not_become_codes(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from saring.model import Classification

    vague = Classification(words="fruit", hs=("0808",), breadth="vague", proposals=("0808",))
    monkeypatch.setattr("saring.goods.classify", lambda words, language=None, tell="en", proposals=True: vague)
    assert run("determine", given=lines({"kind": "goods", "what": "fruit"})).lines[0]["verdict"] == "not_covered"


def test_a_regime_that_is_not_loaded_is_an_error_in_its_place_never_a_verdict(run: Any) -> None:
    ran = run("determine", given=lines({"id": "d1", **APPLES, "regimes": ["EU", "UN"]}))
    failed, judged = ran.lines
    assert failed["id"] == "d1"
    assert failed["error"]["code"] == "unknown_regime"
    assert "verdict" not in failed
    assert judged["regime"] == "UN"
    assert ran.code == 1


def test_national_codes_are_cut_to_six_digits(run: Any) -> None:
    ran = run("determine", given=lines({"kind": "goods", "goods": [{"words": "x", "hs": ["0808108000"]}]}))
    assert ran.code == 0


@pytest.mark.parametrize(
    ("dealing", "code", "words"),
    [
        ("{not json", "bad_json", ("not JSON",)),
        ('{"kind":"goods","kind":"arms"}', "bad_json", ("'kind'", "twice")),
        ('{"kind":"goods","goods":[{"quantity":NaN}]}', "bad_json", ("NaN",)),
        ('{"kind":"goods","goods":[{"quantity":1e999}]}', "bad_json", ("too large",)),
        ('{"kind":"goods","goods":[{"quantity":' + "9" * 5000 + "}]}", "bad_json", ("digits",)),
        ('{"kind":"goods","what":"\\ud800"}', "bad_json", ("UTF-8",)),
        ("[" * 100_000, "bad_json", ("deep",)),
        ("[1]", "bad_type", ("object",)),
        ("{}", "bad_type", ("'kind'", "missing", "military_training")),
        ({"kind": "gods"}, "unknown_word", ("'gods'", "goods, arms")),
        ({"kind": 3}, "bad_type", ("int", "str")),
        ({"kind": "goods", "form": "KP"}, "unknown_key", ("'form'", "from, to")),
        ({"kind": "goods", "goods": [{"hss": ["08"]}]}, "unknown_key", ("'hss'", "words, hs")),
        ({"kind": "goods", "goods": [{"hs": [808]}]}, "bad_type", ("int",)),
        ({"kind": "goods", "goods": [{"hs": ["08.08"]}]}, "bad_type", ("'08.08'", "digits")),
        ({"kind": "goods", "goods": [{"hs": ["8"]}]}, "bad_type", ("'8'",)),
        ({"kind": "goods", "from": "kp"}, "unknown_word", ("'kp'", "KP")),
        ({"kind": "goods", "also_to": ["ZZ"]}, "unknown_word", ("'ZZ'",)),
        ({"kind": "goods", "status": "maybe"}, "unknown_word", ("'maybe'", "alleged")),
        ({"kind": "goods", "date": "2025-02-30"}, "bad_date", ("2025-02-30", "YYYY")),
        ({"kind": "goods", "published": "yesterday"}, "bad_date", ("yesterday",)),
        ({"kind": "goods", "date": "2025-03/2025-01"}, "bad_date", ("before",)),
        ({"kind": "goods", "facts": {"no_such_fact": True}}, "unknown_fact", ("no_such_fact", "contract_date")),
        ({"kind": "goods", "facts": {"contract_date": None}}, "bad_type", ("null", "left out")),
        ({"kind": "goods", "facts": {"contract_date": {}}}, "bad_type", ("object",)),
        ({"kind": "goods", "facts": []}, "bad_type", ("array", "object")),
        ({"kind": "goods", "regimes": []}, "bad_type", ("empty",)),
    ],
)
def test_a_line_that_cannot_be_used_says_why_in_its_place(
    run: Any, dealing: Any, code: str, words: tuple[str, ...]
) -> None:
    error = refused(run, dealing)
    assert error["code"] == code
    assert error["where"].startswith("line 2")
    assert "allowed" in error["message"]
    assert error["id"] == "2"
    for word in words:
        assert word in error["message"] + error["where"]


@pytest.mark.parametrize(
    ("dealing", "where"),
    [
        ({"kind": "goods", "goods": [{"hs": ["0808", 3]}]}, "line 2, goods[0].hs[1]"),
        ({"kind": "goods", "goods": [{}, {"x": 1}]}, "line 2, goods[1]"),
        ({"kind": "goods", "date": "2025-13"}, "line 2, date"),
        ({"kind": "goods", "facts": {"a": None}}, "line 2, facts.a"),
    ],
)
def test_an_error_names_line_and_key(run: Any, dealing: Any, where: str) -> None:
    assert refused(run, dealing)["where"] == where


def test_an_error_keeps_the_id_of_its_line(run: Any) -> None:
    ran = run("determine", given=lines({"id": "mine", "kind": "goods", "date": "never"}))
    assert ran.lines[0]["id"] == "mine"


def test_a_line_of_ten_megabytes_is_refused_and_the_next_is_read(run: Any) -> None:
    long = '{"kind":"goods","what":"' + "x" * 10_000_000 + '"}'
    assert refused(run, long)["code"] == "too_large"


def test_a_line_that_is_not_utf8_is_refused(run: Any) -> None:
    ran = run("determine", given=b'{"kind":"goods","what":"\xff"}\n' + lines(APPLES).encode())
    assert [line.get("verdict") for line in ran.lines] == [None, "prohibited"]
    assert ran.lines[0]["error"]["code"] == "bad_json"


def test_a_byte_order_mark_and_line_ends_of_windows_do_no_harm(run: Any) -> None:
    ran = run("determine", given=b"\xef\xbb\xbf" + lines(APPLES).replace("\n", "\r\n").encode())
    assert ran.code == 0
    assert ran.lines[0]["verdict"] == "prohibited"


def test_what_only_a_text_adds_is_passed_over(run: Any) -> None:
    extra = {
        "when": {"words": "Sunday", "span": [0, 6], "first": "2025-07-20", "last": "2025-07-20"},
        "said_by": [{"words": "a paper", "span": [0, 7]}],
        "evidence": {"start": 0, "end": 3, "quote": "abc"},
        "mentions": [],
        "vehicles": [],
        "amount": {"words": "30", "number": 30},
        "role": "background",
        "determinations": [{"verdict": "whatever"}],
    }
    told = {**APPLES, **extra, "goods": [{"words": "apples", "hs": ["0808"], "span": [0, 6], "because": "a term"}]}
    assert run("determine", given=lines(told)).lines == run("determine", given=lines(APPLES)).lines


def test_as_of_overrides_the_date(run: Any) -> None:
    ran = run("determine", "--as-of", "2017-08", given=lines(APPLES))
    assert (ran.lines[0]["as_of"], ran.lines[0]["as_of_basis"]) == ("2017-08", "option")


def test_an_impossible_as_of_is_a_wrong_option(run: Any) -> None:
    ran = run("determine", "--as-of", "2025-02-30", given=lines(APPLES))
    assert ran.code == 2
    assert ran.out == ""
    assert ran.errors[0].startswith("saring: --as-of: ")
    assert "allowed: YYYY-MM-DD" in ran.errors[0]


def test_a_file_is_read_and_named_in_errors(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "deals.jsonl"
    path.write_text(lines(APPLES, "{"), encoding="utf-8")
    ran = run("determine", str(path))
    assert ran.lines[0]["verdict"] == "prohibited"
    assert ran.errors[0].startswith(f"saring: {path} line 2: not JSON")


def test_a_missing_file_and_a_directory_are_told_apart(run: Any, tmp_path: Path) -> None:
    for name, said in ((tmp_path / "no.jsonl", "no such file"), (tmp_path, "directory")):
        ran = run("determine", str(name))
        assert ran.code == 1
        assert ran.out == ""
        assert len(ran.errors) == 1
        assert said in ran.errors[0]
        assert "; allowed: " in ran.errors[0]


def test_errors_as_json(run: Any) -> None:
    ran = run("determine", "--format", "json", given="{\n")
    assert json.loads(ran.errors[0])["error"]["code"] == "bad_json"


def test_text_for_people(run: Any) -> None:
    ran = run("determine", "--format", "text", given=lines({**APPLES, "status": "wished"}))
    assert "would be prohibited" in ran.out
    assert "Did the Committee grant an exemption?" in ran.out


def test_nothing_in_nothing_out(run: Any) -> None:
    ran = run("determine", given="")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
