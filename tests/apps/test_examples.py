"""The example articles from text to paragraph, against what was read in them by hand (examples.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import saring
from saring.model import Checked, Dealing, Good, Mention

ROOT = Path(__file__).resolve().parents[2]
ARTICLES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("examples.toml").read_text(encoding="utf-8"))[
    "article"
]
KEYS = ("kind", "from", "to", "status", "date", "polarity")


def marked(*values: object, name: str, short: str | None) -> Any:
    """A parameter of a test; what is known to fall short must fail until it is mended."""
    marks = [pytest.mark.xfail(reason=short, strict=True)] if short else []
    return pytest.param(*values, id=name, marks=marks)


def articles(short: str | None = None) -> list[Any]:
    return [marked(article, name=article["file"], short=article.get(short or "")) for article in ARTICLES]


@cache
def read(file: str) -> Checked:
    return saring.check(ROOT / "examples" / file)


def words(dealing: Dealing) -> str:
    goods = " ".join(good.words or "" for good in dealing.goods)
    return f"{dealing.what} {goods} {dealing.evidence.quote if dealing.evidence else ''}".lower()


def is_right(value: object, allowed: object) -> bool:
    """Whether a value is among those allowed; "?" stands for nothing said."""
    said = "?" if value is None else value
    return said in allowed if isinstance(allowed, list) else said == allowed


def faults(dealing: Dealing, wanted: dict[str, Any]) -> list[str]:
    """What a dealing has otherwise than it was read by hand."""
    (judged,) = dealing.determinations or ()
    found: dict[str, Any] = {"kind": dealing.kind, "from": dealing.from_, "to": dealing.to, "status": dealing.status}
    found |= {"date": dealing.date, "polarity": dealing.polarity, "verdict": judged.verdict}
    wrong = [
        f"{key} {found[key]}, not {wanted[key]}"
        for key in found
        if key in wanted and not is_right(found[key], wanted[key])
    ]
    provisions = [finding.provision for finding in judged.findings]
    if "paragraph" in wanted and not any(name.startswith(wanted["paragraph"]) for name in provisions):
        wrong.append(f"{provisions[:3]}, not {wanted['paragraph']}")
    wrong += [f"{name} is not open" for name in wanted.get("open", ()) if name not in judged.open]
    if wanted.get("contested") and not judged.contested:
        wrong.append("no dispute is named")
    return wrong


@pytest.mark.parametrize("article", articles("short_day"))
def test_an_example_opens_with_its_language_and_day(article: dict[str, Any]) -> None:
    checked = read(article["file"])
    assert (checked.language, checked.published) == (article["language"], article["published"])


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        marked(article["file"], wanted, name=f"{article['file']}:{wanted['words']}", short=wanted.get("short"))
        for article in ARTICLES
        for wanted in article["dealing"]
    ],
)
def test_a_dealing_of_an_example_is_read_and_judged_rightly(file: str, wanted: dict[str, Any]) -> None:
    named = [dealing for dealing in read(file).dealings if wanted["words"] in words(dealing)]
    assert named, f"nothing found with {wanted['words']!r}"
    tried = {dealing.what or dealing.kind: faults(dealing, wanted) for dealing in named}
    assert any(not wrong for wrong in tried.values()), tried


@pytest.mark.parametrize("article", articles("short_stray"))
def test_an_example_yields_nothing_else(article: dict[str, Any]) -> None:
    known = [wanted["words"] for wanted in article["dealing"]] + article["may"]
    stray = [
        d.what for d in read(article["file"]).dealings if not any(word in (d.what or "").lower() for word in known)
    ]
    assert stray == []


@pytest.mark.parametrize("article", articles())
def test_quotes_stand_where_they_say(article: dict[str, Any]) -> None:
    from saring.documents import open_document

    text = open_document(ROOT / "examples" / article["file"]).text
    for dealing in read(article["file"]).dealings:
        quotes = [dealing.evidence, *dealing.mentions]
        assert all(quote is None or text[quote.start : quote.end] == quote.quote for quote in quotes)
        named: list[Good | Mention] = [*dealing.goods, *dealing.parties, *dealing.said_by, *dealing.vehicles]
        assert all(one.span is None or text[one.span[0] : one.span[1]] == one.words for one in named)
    for claim in read(article["file"]).legal_claims:
        assert text[claim.span[0] : claim.span[1]] == claim.quote


def test_what_the_examples_say_about_the_law_is_judged() -> None:
    found = {
        file: [(claim.provision, claim.correct) for claim in read(file).legal_claims]
        for file in ("pasar-vladivostok.txt", "coal-ship-seized.txt")
    }
    assert found == {
        "pasar-vladivostok.txt": [("UNSCR-2375-16", True)],
        "coal-ship-seized.txt": [("UNSCR-2371-8", True)],
    }


@pytest.mark.parametrize("article", articles())
def test_determine_gives_the_same_for_every_dealing_of_check(article: dict[str, Any]) -> None:
    import msgspec

    from saring.reports.whole_json import whole

    for dealing in read(article["file"]).dealings:
        given = msgspec.json.decode(msgspec.json.encode(whole(dealing)))
        assert saring.determine(given) == dealing.determinations
