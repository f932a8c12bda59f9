"""Reports: the words of both languages, how a status sounds, and that no document can steer a form."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

import saring.reports
from saring.model import (
    Checked,
    Contest,
    Dealing,
    Determination,
    Failure,
    Finding,
    Kind,
    LegalClaim,
    Mention,
    Polarity,
    Problem,
    Quote,
    Reading,
    Report,
    Role,
    SaringError,
    Status,
    Verdict,
)
from saring.reports import render
from saring.reports.rows import safe
from saring.reports.screen import Screen
from saring.reports.wording import LANGUAGES, wording

WORDS = Path(saring.reports.__file__).parent / "words"
FINDING = Finding(
    provision="UNSCR-2375-16",
    cite="S/RES/2375 (2017), para. 16",
    effect="prohibit",
    verdict="prohibited",
    because="clothes are textiles",
)
DUTY = Finding(
    provision="UNSCR-2270-18",
    cite="S/RES/2270 (2016), para. 18",
    effect="require",
    verdict="not_covered",
    because="inspect",
)


def judged(verdict: Verdict = "prohibited", **more: Any) -> Determination:
    given: dict[str, Any] = {"findings": (FINDING, DUTY), "open": ("committee_approval",), **more}
    return Determination(
        id="1", regime="UN", verdict=verdict, as_of="2022-11-06", as_of_basis="date", lawbook="L1", **given
    )


def dealing(**more: Any) -> Dealing:
    given: dict[str, Any] = {
        "kind": "goods",
        "status": "wished",
        "from_": "KP",
        "to": "RU",
        "date": "2022-11-06",
        "what": "pakaian",
        "said_by": (Mention(words="NK News"), Mention(words="kedutaan")),
        "evidence": Quote(start=12, end=40, quote="ingin melihat pakaian di rak"),
        "mentions": (Quote(start=90, end=99, quote="pakaian"),),
        "determinations": (judged(),),
    }
    return Dealing(**{**given, **more})


def report(*dealings: Dealing, **more: Any) -> Report:
    checked = Checked(source="a.txt", sha256="0", language="id", title="Judul", dealings=dealings, **more)
    return Report(lawbook="L1", documents=(checked,))


def keys(table: dict[str, Any], before: str = "") -> set[str]:
    found: set[str] = set()
    for name, value in table.items():
        found |= keys(value, f"{before}{name}.") if isinstance(value, dict) else {before + name}
    return found


def tables() -> dict[str, dict[str, Any]]:
    return {lang: tomllib.loads((WORDS / f"{lang}.toml").read_text(encoding="utf-8")) for lang in LANGUAGES}


def test_every_language_has_the_same_words_and_places() -> None:
    found = tables()
    assert keys(found["en"]) == keys(found["id"])
    for name, text in found["en"]["label"].items():
        places = {part.split("}")[0] for part in text.split("{")[1:]}
        assert places == {part.split("}")[0] for part in found["id"]["label"][name].split("{")[1:]}


def test_every_word_of_the_contract_has_a_wording() -> None:
    for table in tables().values():
        for section, words in (("kind", Kind), ("status", Status), ("role", Role), ("polarity", Polarity)):
            assert set(get_args(words)) <= set(table[section])
        for mood in table["verdict"].values():
            assert set(mood) == set(get_args(Verdict))


@pytest.mark.parametrize(
    ("status", "sounds"),
    [
        ("done", "prohibited"),
        ("ongoing", "prohibited"),
        (None, "prohibited"),
        ("planned", "would be prohibited"),
        ("offered", "would be prohibited"),
        ("wished", "would be prohibited"),
        ("hypothetical", "would be prohibited"),
        ("alleged", "would be prohibited if true"),
        ("denied", "would be prohibited if true"),
    ],
)
def test_a_status_changes_the_wording_alone(status: Status | None, sounds: str) -> None:
    assert wording("en").verdict("prohibited", status) == sounds
    row = next(csv.DictReader(io.StringIO(render(report(dealing(status=status)), "csv"))))
    assert (row["verdict"], row["wording"]) == ("prohibited", sounds)


def test_an_unknown_language_or_form_is_refused() -> None:
    with pytest.raises(SaringError, match="fr"):
        render(report(), "text", lang="fr")
    with pytest.raises(SaringError, match="xml"):
        render(report(), "xml")


def test_text_shows_reason_missing_open_contested_duty_and_place() -> None:
    contest = Contest(
        id="footwear",
        question="Are shoes textiles?",
        readings=(Reading(by="EU", verdict="not_covered"),),
        follows="not_covered",
    )
    told = dealing(determinations=(judged("undetermined", missing=("goods",), contested=(contest,), caveats=("C1",)),))
    flat = " ".join(render(report(told), "text", questions={"committee_approval": "Approved?"}).split())
    for part in (
        "“ingin melihat pakaian di rak” (characters 12–40; told again at 90–99)",
        "NK News › kedutaan",
        "Why clothes are textiles",
        "Missing Which goods exactly? (goods)",
        "Open could change it: Approved? (committee_approval)",
        "Are shoes textiles? · read as: EU: not covered · we follow: not covered",
        "Duties S/RES/2270 (2016), para. 18",
        "law of 2022-11-06 (the day of the dealing)",
        "Note C1",
        "1 dealing: 1 undetermined",
    ):
        assert part in flat


@pytest.mark.parametrize(
    ("provision", "shown"),
    [
        ("UNSCR-2397-6:food", "2397/6"),
        ("UNSCR-1718-8(a)(iii)", "1718/8(a)(iii)"),
        ("EU-2017/1509-16h", "EU-2017/1509-16h"),
        ("CN-MOFCOM-2017-52", "CN-MOFCOM-2017-52"),
    ],
)
def test_the_table_cites_as_law_show_takes_it(provision: str, shown: str) -> None:
    import msgspec

    from saring.reports.wording import short

    assert short(judged(findings=(msgspec.structs.replace(FINDING, provision=provision),))) == shown
    assert short(judged(findings=())) == "–"


def test_not_covered_says_what_was_asked_and_never_allowed() -> None:
    told = dealing(determinations=(judged("not_covered", findings=(), checked=("a", "b")),))
    flat = " ".join(render(report(told), "text").split())
    assert "2 measures of lawbook L1 were asked; “not covered” never means “allowed”." in flat


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_keeps_to_the_width(width: int, lang: str) -> None:
    told = dealing(what="대동강 맥주 " * 10, said_by=(Mention(words="x" * 120),))
    text = render(report(told, dealing()), "text", lang=lang, screen=Screen(width))
    from rich.cells import cell_len

    assert max(cell_len(line) for line in text.splitlines()) <= width


def test_a_document_cannot_steer_the_terminal_or_the_markup() -> None:
    evil = "a\x1b[2J\x07b\u202e[bold red]c[/]"
    told = dealing(what=evil, evidence=Quote(start=0, end=3, quote=evil), said_by=(Mention(words=evil),))
    for form in ("text", "md", "csv"):
        text = render(report(told, publisher=evil), form)
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert "[bold red]" in render(report(told), "text")


def test_a_document_cannot_steer_markdown() -> None:
    told = dealing(what="a|b <script>x</script> [l](http://e.x) *b*")
    text = render(report(told), "md")
    assert "<script>" not in text
    assert "[l](" not in text
    assert "a\\|b" in text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝"])
def test_a_cell_is_no_formula(start: str) -> None:
    assert safe(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"
    assert safe(f" \t{start}1") == f"'{start}1"
    told = dealing(what=f"{start}cmd", evidence=Quote(start=0, end=4, quote=f"{start}cmd"))
    row = next(csv.DictReader(io.StringIO(render(report(told), "csv"))))
    assert row["what"] == row["quote"] == f"'{start}cmd"


def test_numbers_stay_numbers_in_csv() -> None:
    assert safe(-3) == -3
    assert safe(None) == ""


def test_json_keeps_empty_lists_and_the_nulls_of_claims() -> None:
    claim = LegalClaim(quote="q", span=(0, 1), claims="c")
    found = json.loads(render(report(dealing(), legal_claims=(claim,)), "json"))
    document = found["documents"][0]
    assert document["legal_claims"][0]["cited"] is None
    assert document["dealings"][0]["vehicles"] == []
    assert "published" not in document
    assert json.loads(render(report(), "json"))["documents"][0]["dealings"] == []


@pytest.mark.parametrize("form", ["text", "md"])
def test_what_a_document_says_about_the_law_is_told_for_people(form: str) -> None:
    claim = LegalClaim(quote="Coal *was* banned.", span=(0, 18), claims="c", provision="UNSCR-2371-8", correct=True)
    for given in (report(dealing(), legal_claims=(claim,)), report(legal_claims=(claim,))):
        told = render(given, form)
        assert "On the law" in told
        assert "right" in told
        assert "UNSCR-2371-8" in told
        assert ("\\*was\\*" in told) == (form == "md")
    assert "Soal hukum" in render(given, form, lang="id")


def test_a_failure_stands_in_its_place_in_every_form() -> None:
    failure = Failure(source="b.txt", error=Problem(code="empty", message="no text", where="b.txt"))
    given = Report(lawbook="L1", documents=(failure,))
    for form in ("text", "md", "csv", "json"):
        text = render(given, form)
        assert "b.txt" in text
        assert "no text" in text


def test_a_document_without_dealings_says_so() -> None:
    assert "No dealing" in render(report(), "text")
    assert "Tidak ditemukan" in render(report(), "text", lang="id")
