"""Bad input with the real rooms: one line that names the place and what is allowed, and the rest goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

GOOD = "PYONGYANG, 21 July 2025 - North Korea exported apples to Russia on 20 July 2025.\n"


@pytest.fixture
def inputs(tmp_path: Path) -> dict[str, str]:
    files: dict[str, bytes] = {
        "binary": bytes(range(256)) * 20,
        "empty": b"",
        "too_large": b"word " * 3_000_000,
        "good": GOOD.encode(),
    }
    for name, content in files.items():
        (tmp_path / f"{name}.txt").write_bytes(content)
    (tmp_path / "not_a_file").mkdir()
    names = {name: str(tmp_path / f"{name}.txt") for name in files}
    return {**names, "missing_file": str(tmp_path / "no.txt"), "not_a_file": str(tmp_path / "not_a_file")}


BAD = ("missing_file", "not_a_file", "binary", "empty", "too_large")


@pytest.mark.parametrize("code", BAD)
def test_a_bad_document_is_one_line_that_names_it_and_what_is_allowed(
    run: Any, inputs: dict[str, str], code: str
) -> None:
    for command in (("check",), ("open",)):
        ran = run(*command, inputs[code])
        assert ran.code == 1
        assert len(ran.errors) == 1
        assert ran.errors[0].startswith(f"saring: {inputs[code]}: ")
        assert "; allowed: " in ran.errors[0]


def test_the_other_documents_are_still_read(run: Any, inputs: dict[str, str]) -> None:
    files = [inputs[code] for code in BAD]
    ran = run("check", *files, inputs["good"], "--format", "json")
    documents = json.loads(ran.out)["documents"]
    assert [document["error"]["code"] for document in documents[:-1]] == list(BAD)
    assert [document["source"] for document in documents] == [*files, inputs["good"]]
    assert documents[-1]["language"] == "en"
    assert [json.loads(line)["error"]["code"] for line in ran.errors] == list(BAD)
    assert ran.code == 1


def test_max_size_is_the_limit_that_was_given(run: Any, inputs: dict[str, str]) -> None:
    assert run("open", inputs["good"], "--max-size", "20").code == 1
    assert run("open", inputs["good"], "--max-size", "200").code == 0


def test_an_unknown_fact_and_a_fact_of_the_wrong_type_are_refused_where_they_stand(run: Any) -> None:
    given = (
        '{"kind":"goods","facts":{"contract_dat":"2017"}}\n'
        '{"kind":"goods","facts":{"contract_date":true}}\n'
        '{"kind":"goods","facts":{"contract_date":"2017-02-30"}}\n'
        '{"kind":"other","from":"KP","to":"RU"}\n'
    )
    ran = run("determine", given=given)
    assert [line.get("error", {}).get("code") for line in ran.lines] == ["unknown_fact", "bad_type", "bad_date", None]
    assert ran.code == 1
    assert [line.partition(":")[2].split(",")[0].strip() for line in ran.errors] == ["line 1", "line 2", "line 3"]
    for line in ran.errors:
        assert "; allowed: " in line


def test_a_regime_that_is_not_loaded_gives_an_error_never_a_verdict(run: Any) -> None:
    ran = run("determine", given='{"kind":"goods","from":"KP","to":"RU","goods":[{"hs":["0808"]}],"regimes":["XX"]}\n')
    (line,) = ran.lines
    assert line["error"]["code"] == "unknown_regime"
    assert "verdict" not in line
    assert ran.code == 1
