"""Briefs: sentences read by hand (golden/), the words of both languages, and what must hold of every brief."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.brief.articles import ARTICLES, EXAMPLES, judged

import saring
from saring.apps.intake import COUNTRIES
from saring.model import (
    Checked,
    Dealing,
    Failure,
    Kind,
    LegalClaim,
    Mention,
    Polarity,
    Problem,
    Quote,
    Report,
    Role,
    Status,
    Verdict,
)
from saring.reports.brief import Asker, Brief, brief_of
from saring.reports.brief_forms import written
from saring.reports.brief_words import BriefWords

GOLDEN = Path(__file__).parent / "golden"
WORDS = Path(saring.reports.__file__).parent / "words"
QUESTIONS = {
    "en": {
        "luxury_item": "Does the luxury list of the State of export name the goods?",
        "committee_exemption": "Did the Committee grant an exemption?",
    },
    "id": {
        "luxury_item": "Apakah daftar barang mewah negara pengekspor menyebut barang itu?",
        "committee_exemption": "Apakah Komite memberi pengecualian?",
    },
}
MEANINGS = {
    "en": {"apel": "apple", "kepiting beku": "crab", "bir": "beer", "akordion": "accordion", "pakaian": "clothing", "sepatu": "shoe",
           "ekskavator": "excavator", "genset diesel": "generating set", "solar": "diesel", "beras": "rice"},
    "id": {"coal": "batu bara", "diesel": "solar", "excavators": "ekskavator", "rolled steel": "baja canai", "machinery": "mesin",
           "artillery shells": "peluru artileri", "riding horses": "kuda tunggang", "jackets": "jaket"},
}  # fmt: skip


def asker(lang: str) -> Asker:
    return Asker(QUESTIONS[lang], lambda words, codes, language: MEANINGS[lang].get(words))


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_the_sentences_are_those_that_were_read_by_hand(name: str, lang: str) -> None:
    text = written(brief_of(ARTICLES[name](), lang, asker(lang)), "text")
    kept = GOLDEN / f"{name}.{lang}.txt"
    if os.environ.get("SARING_RENEW"):
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


def words_of(name: str) -> tuple[dict[str, str], dict[str, str]]:
    def flat(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
        for key, value in table.items():
            if isinstance(value, dict):
                yield from flat(value, f"{path}{key}.")
            else:
                yield path + key, value

    en, other = (
        dict(flat(tomllib.loads((WORDS / f"{name}_{lang}.toml").read_text(encoding="utf-8")))) for lang in ("en", "id")
    )
    return en, other


@pytest.mark.parametrize("name", ["brief", "review", "countries"])
def test_both_languages_have_the_same_words_and_slots(name: str) -> None:
    en, other = words_of(name)
    keys = [key for key in en if not key.startswith("said.")]
    assert keys == [key for key in other if not key.startswith("said.")]
    slot = re.compile(r"\{(\w+)\}")
    for key in keys:
        assert en[key] is not None
        assert set(slot.findall(en[key])) - {"be"} == set(slot.findall(other[key])), key


def test_every_country_has_a_name_in_both_languages() -> None:
    for names in words_of("countries"):
        assert set(names) == set(COUNTRIES)
        assert all(name and name.strip() == name for name in names.values())


def test_every_kind_status_and_verdict_has_its_words() -> None:
    for lang in ("en", "id"):
        words = BriefWords(lang, lang)
        for kind in get_args(Kind):
            assert {"noun", "bare", "default"} <= set(words.section(f"kind.{kind}"))
        for section in ("event", "clause", "ending_status"):
            assert set(words.section(section)) == set(get_args(Status))
        for mood in ("plain", "would", "if_true"):
            assert set(get_args(Verdict)) <= set(words.section(f"verdict.{mood}"))


# --- order, merging, length --------------------------------------------------------------------------------------


def dealing(number: int = 1, verdict: Any = "prohibited", **more: Any) -> Dealing:
    given: dict[str, Any] = {
        "kind": "goods", "status": "done", "from_": "KP", "to": "RU", "what": f"thing {number}",
        "evidence": Quote(number * 10, number * 10 + 9, "the quote"), "determinations": (judged(verdict, "2397/6"),), **more,
    }  # fmt: skip
    return Dealing(id=f"d{number}", **given)


def points(*dealings: Dealing, claims: tuple[LegalClaim, ...] = (), lang: str = "en", **about: Any) -> tuple[Any, ...]:
    checked = Checked(source="a.txt", sha256="0", language="en", dealings=dealings, legal_claims=claims, **about)
    return brief_of(Report("L1", (checked,)), lang, asker(lang)).documents[0].points


def test_the_gravest_and_most_certain_come_first_and_suppositions_last() -> None:
    told = points(
        dealing(1, "not_covered"),
        dealing(2, status="hypothetical", role="supposition"),
        dealing(3, status="alleged"),
        dealing(4, role="umbrella"),
        dealing(5, "restricted"),
        dealing(6),
    )
    assert [point.dealings for point in told] == [("d6",), ("d3",), ("d5",), ("d1",), ("d4",), ("d2",)]


def test_what_differs_in_status_sides_or_verdict_is_never_told_together() -> None:
    same = [dealing(1), dealing(2)]
    assert points(*same)[0].dealings == ("d1", "d2")
    for change in (
        {"status": "planned"},
        {"to": "CN"},
        {"kind": "arms"},
        {"polarity": "enforcement"},
        {"verdict": "exempt"},
        {"role": "umbrella"},
    ):
        found = [point.dealings for point in points(dealing(1), dealing(2, **change)) if point.about == "dealing"]
        assert sorted(found) == [("d1",), ("d2",)], change


def test_many_dealings_are_told_together_across_sources_and_periods_before_any_is_left_out() -> None:
    by_source = points(*(dealing(n, said_by=(Mention(words=f"Source {n}"),)) for n in range(1, 12)))
    assert [point.about for point in by_source if point.about != "law"] == ["dealing"]
    assert "According to Source 1, Source 2" in by_source[0].text
    by_period = points(*(dealing(n, date=f"20{n + 10}") for n in range(1, 12)))
    assert len(by_period[0].dealings) == 11
    assert " in 20" not in by_period[0].text
    sides = ("CN", "RU", "VN", "JP", "KR", "US", "GB", "FR", "DE", "IT")
    left = points(*(dealing(n, to=to) for n, to in enumerate(sides, 1)))
    assert len(left) == 7
    assert left[-1].about == "further"
    assert left[-1].dealings == ("d7", "d8", "d9", "d10")
    assert len(left[-1].places) == 4


def test_those_who_deny_and_those_whom_nobody_quotes_are_never_told_together() -> None:
    def line(number: int, *said: str, **more: Any) -> Dealing:
        return dealing(number, said_by=tuple(Mention(words=words) for words in said), date=f"20{number + 10}", **more)

    for status in ("done", "denied"):
        told = points(
            *(
                line(n, *([f"Source {n}"] if n % 2 else []), status=status)
                for n in range(1, 7 if status == "denied" else 13)
            )
        )
        for point in told:
            if point.about == "dealing":
                sourced = [name for name in point.dealings if int(name[1:]) % 2]
                assert len(sourced) in (0, len(point.dealings))
                assert ("Source" in point.text) == bool(sourced)
                assert status == "done" or not sourced or len(sourced) == 1


def test_a_short_brief_is_filled_up_and_a_wrong_claim_keeps_its_line() -> None:
    right = LegalClaim("coal is banned", (0, 14), "ban", provision="UNSCR-2371-8", correct=True)
    wrong = LegalClaim("beer is banned", (20, 34), "ban", correct=False, note="no paragraph bans it")
    assert [point.about for point in points(dealing(), claims=(right,))] == ["dealing", "law", "legal_claim"]
    sides = ("CN", "RU", "VN", "JP", "KR", "US", "GB", "FR")
    told = points(*(dealing(n, to=to) for n, to in enumerate(sides, 1)), claims=(right, wrong))
    assert len(told) == 7
    assert told[-1].about == "legal_claim"
    assert "This is wrong: no paragraph bans it" in told[-1].text


def test_a_text_without_dealings_says_so() -> None:
    (only,) = points()
    assert only.about == "nothing"


# --- nothing is told as a fact of ours ----------------------------------------------------------------------------

FRAMES = {
    "en": re.compile(
        r"^(According to .+?, |The text reports |The Post reports |.+ denies that |The (text|Post) reports a denial )"
    ),
    "id": re.compile(
        r"^(Menurut .+?, |Teks ini melaporkan |The Post melaporkan |.+ membantah bahwa |(Teks ini|The Post) melaporkan bantahan )"
    ),
}
MARKS = {
    "en": {"alleged": "alleged", "denied": "deni", "planned": " to |planned", "offered": "offer", "wished": "hoped", "hypothetical": "supposition"},
    "id": {"alleged": "diduga", "denied": "bantah", "planned": "direncanakan", "offered": "tawar", "wished": "harap", "hypothetical": "pengandaian"},
}  # fmt: skip
SIDES = st.none() | st.sampled_from(["KP", "RU", "US", "CN"])
ANY = st.builds(
    Dealing,
    kind=st.sampled_from(get_args(Kind)),
    status=st.sampled_from(get_args(Status)),
    polarity=st.sampled_from(get_args(Polarity)),
    role=st.sampled_from(get_args(Role)),
    from_=SIDES,
    to=SIDES,
    also_to=st.just(()) | st.just(("JP", "VN")),
    what=st.none() | st.sampled_from(["coal", "a cargo ship", "кора\u202eбль", "{giver} {x}"]),
    date=st.none() | st.sampled_from(["2025", "2025-03", "2025-03-04", "2024-12-30/2025-01-02", "2024/2025-02"]),
    said_by=st.lists(st.builds(Mention, words=st.sampled_from(["NK News", "Yonhap", "the embassy", "{x}"])), max_size=4).map(tuple),
    evidence=st.just(Quote(0, 4, "text")),
    determinations=st.sampled_from([judged(verdict, paragraph, missing=missing, open=("date",)) for verdict in get_args(Verdict) for paragraph in ("2397/6", None) for missing in ((), ("luxury_item",))]).map(lambda one: (one,)),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(ANY, st.sampled_from(["en", "id"]), st.none() | st.just("The Post"))
def test_every_line_is_somebody_s_word_and_keeps_its_status(one: Dealing, lang: str, publisher: str | None) -> None:
    line = points(one, lang=lang, publisher=publisher)[0]
    assert FRAMES[lang].match(line.text), line.text
    assert re.search(MARKS[lang].get(one.status or "", ""), line.text), line.text
    assert not re.search(r"\{(?!giver|x)|\bNone\b|  | ,|\.\.|\u202e", line.text), line.text
    assert not line.text[0].islower()
    (answer,) = one.determinations or ()
    firm = {"en": "This is prohibited", "id": "Hal ini dilarang"}[lang]
    assert (line.text.count(firm) == 1) == (answer.verdict == "prohibited" and one.status in ("done", "ongoing"))


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY, max_size=20), st.sampled_from(["en", "id"]))
def test_a_brief_has_three_to_seven_lines_and_tells_every_dealing_once(dealings: list[Dealing], lang: str) -> None:
    import msgspec

    named = [msgspec.structs.replace(each, id=f"d{number}") for number, each in enumerate(dealings)]
    told = points(*named, lang=lang)
    assert len(told) <= 7
    assert len(told) >= (2 if dealings else 1)
    listed = [name for point in told if point.about in ("dealing", "further") for name in point.dealings]
    assert sorted(listed) == sorted(each.id or "" for each in named)
    assert all(point.places for point in told if point.about != "nothing")


# --- forms and the door -------------------------------------------------------------------------------------------


def test_markdown_escapes_what_a_document_says() -> None:
    checked = Checked(
        source="a.txt", sha256="0", language="en", title="# <b>x</b>", dealings=(dealing(what="*coal* | <script>"),)
    )
    shown = written(brief_of(Report("L1", (checked,)), "en", asker("en")), "md")
    assert "<b>" not in shown
    assert "<script>" not in shown
    assert "\\*coal\\*" in shown


def test_a_document_that_failed_stands_in_its_place() -> None:
    failure = Failure(source="no.txt", error=Problem("missing_file", "there is no such file", "no.txt"))
    brief = brief_of(Report("L1", (failure,)), "en", asker("en"))
    assert "cannot be used: there is no such file" in written(brief, "text")
    assert json.loads(written(brief, "json"))["documents"][0]["error"]["code"] == "missing_file"


@pytest.mark.parametrize("file", sorted(path.name for path in EXAMPLES.glob("*.*") if path.suffix in (".txt", ".html")))
@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_examples_through_the_whole_river(
    file: str, lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    from saring.apps.cli import main
    from saring.documents import open_document

    monkeypatch.setattr(
        sys, "argv", ["saring", "brief", str(EXAMPLES / file), "no.txt", "--lang", lang, "--format", "json"]
    )
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    found = json.loads(capsys.readouterr().out)
    assert found["language"] == lang
    told, failed = found["documents"]
    assert failed["error"]["code"] == "missing_file"
    text = open_document(str(EXAMPLES / file)).text
    assert 3 <= len(told["points"]) <= 7
    for point in told["points"]:
        assert point["places"]
        assert all(
            text[place["start"] : place["end"]] == place["quote"]
            for place in point["places"] + point.get("mentions", [])
        )


def test_a_brief_is_the_same_every_time() -> None:
    def made() -> Brief:
        return brief_of(ARTICLES["coal"](), "en", asker("en"))

    assert made() == made()


def test_foreign_goods_words_get_their_meaning() -> None:
    from saring.apps.brief_command import gloss

    meaning = gloss("en")
    assert meaning("Apel", ("0808",), "id") == "apple"
    assert meaning("石头做的东西", ("0808",), "zh") == "HS 0808: apples, pears, quinces"
    assert meaning("entah apa", (), "id") is None
