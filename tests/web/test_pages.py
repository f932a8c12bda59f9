"""The pages, as somebody without scripts sees them: both languages, links, downloads, and text that stays text."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from litestar.testing import TestClient

import saring
from saring.apps.http.headers import CSP
from saring.apps.http.keys import Role
from saring.apps.web.answering import answers_of
from saring.apps.web.marking import stretches
from saring.apps.web.paper import Paper, from_text, unpacked
from saring.apps.web.words import LANGUAGES, page_words, preferred
from saring.model import Checked, Dealing, Good, Quote, SaringError

from .conftest import EXAMPLE, Server

PAGES = (
    "/", "/?example=1", "/law", "/law?on=2017-12-11&goods=6109&effect=prohibit&kind=goods&q=textiles", "/law/2375/16",
    "/law/UNSCR-2397-6", "/law/diff", "/law/diff?first=2017-09-01&second=2018-02-01&goods=6109", "/screen", "/ledger",
    "/timeline", "/relations", "/sweep", "/login",
)  # fmt: skip
HTML = {"Accept": "text/html"}


def checked_page(client: TestClient[Any], text: str = EXAMPLE, **more: str) -> Any:
    return client.post("/check", data={"text": text, **more})


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_there_in_both_languages(client: TestClient[Any], path: str, lang: str) -> None:
    answer = client.get(f"{path}{'&' if '?' in path else '?'}lang={lang}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert f'<html lang="{lang}">' in answer.text
    assert answer.text.count("<h1>") == 1
    assert page_words(lang)["nav"]["ledger"] in answer.text
    # A language that was asked for is kept by every link to another page, and by every form.
    links = set(re.findall(r'href="(/(?!static)[^"#]*)"', answer.text))
    other = next(word for word in LANGUAGES if word != lang)
    assert [link for link in links if f"lang={lang}" not in link and f"lang={other}" not in link] == []
    for form in re.findall(r"<form.*?</form>", answer.text, re.DOTALL):
        assert f"lang={lang}" in form or f'name="lang" value="{lang}"' in form


@pytest.mark.parametrize(
    "path", [*PAGES, "/nope", "/static/saring.css", "/v1/law", "/v1/nope", "/health", "/schema/openapi.json"]
)
def test_every_answer_is_guarded(client: TestClient[Any], path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == CSP
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "unsafe" not in CSP
    assert headers["cache-control"] in ("no-store", "no-cache")


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_inline_code_or_styles_or_asks_outside(client: TestClient[Any], path: str) -> None:
    text = client.get(path).text
    assert re.findall(r"<script(?! src=\"/static/saring\.js\" defer>)", text) == []
    assert re.findall(r"\s(?:style|on\w+)=", text) == []
    assert "<style" not in text
    assert re.findall(r"(?:src|href|action)=\"(?:https?:)?//", text) == []
    assert text.count("<label") + text.count("aria-label") >= text.count("<select")


def test_languages_have_the_same_words() -> None:
    def keys(lang: str) -> set[str]:
        return {f"{section}.{name}" for section, words in page_words(lang).items() for name in words}

    assert keys("en") == keys("id")


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("", "en"),
        ("id-ID,id;q=0.9,en;q=0.5", "id"),
        ("de,fr", "en"),
        ("en;q=0.2, id;q=0.8", "id"),
        ("ms-MY", "id"),
        ("x;q=y,id", "id"),
    ],
)
def test_the_browser_says_which_language(client: TestClient[Any], header: str, lang: str) -> None:
    assert preferred(header) == lang
    assert client.get("/", headers={"Accept-Language": header}).headers["content-language"] == lang


def test_a_pasted_text_is_shown_under_a_link_that_can_be_sent(client: TestClient[Any], server: Server) -> None:
    answer = client.post("/check", data={"text": EXAMPLE}, follow_redirects=False)
    assert answer.status_code == 303
    link = answer.headers["location"]
    page = client.get(link).text
    checked = saring.check(EXAMPLE)
    assert page.count('<article class="card v-') == len(checked.dealings)
    for dealing in checked.dealings:
        for found in (dealing.determinations or ())[0].findings[:1]:
            assert found.cite in page
            assert html.escape(found.because) in html.unescape(page) or found.because in html.unescape(page)
    assert server().get(link).text == page  # another server shows the same: nothing was kept by the first


def test_the_text_of_the_page_is_the_text(client: TestClient[Any]) -> None:
    page = checked_page(client).text
    shown = re.search(r'<div class="opened">(.*?)</div>', page, re.DOTALL)
    assert shown
    bare = re.sub(r'<a class="number".*?</a>', "", shown[1])
    assert html.unescape(re.sub(r"<[^>]+>", "", bare)) == EXAMPLE


def test_an_answer_judges_anew_at_once_and_stands_in_the_link(client: TestClient[Any]) -> None:
    link = client.post("/check", data={"text": EXAMPLE}, follow_redirects=False).headers["location"]
    assert "badge v-exempt" not in client.get(link).text
    answered = client.get(f"{link}&a=d3.committee_approval=yes").text
    assert "badge v-exempt" in answered
    assert 'value="d3.committee_approval=yes"' in answered  # the form carries the answer on
    assert "take back" in answered
    back = client.get(f"{link}&a=d3.committee_approval=yes&a=d3.committee_approval=").text
    assert "badge v-exempt" not in back
    told = client.get(f"{link}&a=d3.committee_approval=yes&format=json").json()
    dealing = next(d for d in told["documents"][0]["dealings"] if d["id"] == "d3")
    assert dealing["facts"]["committee_approval"] is True
    assert dealing["determinations"][0]["verdict"] == "exempt"


def test_goods_and_dates_that_the_text_leaves_open_are_asked_and_taken(client: TestClient[Any]) -> None:
    link = client.post("/check", data={"text": EXAMPLE}, follow_redirects=False).headers["location"]
    page = client.get(link).text
    assert 'name="v.d4.goods"' in page
    led = client.get(f"{link}&v.d4.goods=apples&v.d5.x=", follow_redirects=False)
    assert led.status_code == 303
    assert "a=d4.goods%3Dapples" in led.headers["location"]
    told = client.get(f"{led.headers['location']}&format=json").json()["documents"][0]["dealings"][3]
    assert told["goods"][0]["hs"] == ["0808"]
    assert told["determinations"][0]["verdict"] == "prohibited"


@pytest.mark.parametrize(
    "answer",
    ["d1", "d1.x", "=", "d1.nothing=1", "d1.bulk_cash=maybe", "d99.bulk_cash=yes", "d1.date=soon", "d1.from=Mars"],
)
def test_an_answer_that_cannot_be_is_refused_on_a_page(client: TestClient[Any], answer: str) -> None:
    link = client.post("/check", data={"text": EXAMPLE}, follow_redirects=False).headers["location"]
    refused = client.get(f"{link}&a={answer}", headers=HTML)
    assert refused.status_code == 400
    assert 'role="alert"' in refused.text


def test_every_download_of_a_check(client: TestClient[Any]) -> None:
    link = client.post("/check", data={"text": EXAMPLE}, follow_redirects=False).headers["location"]
    found = {form: client.get(f"{link}&format={form}") for form in ("json", "csv", "md", "html", "text")}
    assert all(answer.status_code == 200 for answer in found.values())
    dealings = found["json"].json()["documents"][0]["dealings"]
    goods = {good["words"] for dealing in dealings for good in dealing["goods"]}
    assert {"apel", "kepiting beku", "bir", "akordion", "pakaian", "sepatu"} <= goods
    assert len(list(csv.DictReader(io.StringIO(found["csv"].text)))) == len(dealings)
    assert found["md"].text.startswith("#")
    assert "S/RES/2397 (2017), para. 6" in found["html"].text
    assert 'filename="saring-' in found["csv"].headers["content-disposition"]


def test_a_long_text_goes_with_the_form_and_is_answered_all_the_same(client: TestClient[Any]) -> None:
    import random

    words = random.Random(7)  # noqa: S311 - a text that does not shrink
    long = EXAMPLE + "\n".join("".join(words.choices("abcdefghijklmnopqrstuvwxyz ", k=90)) for _ in range(200))
    assert from_text(long, None).packed() is None
    page = checked_page(client, long)
    assert page.status_code == 200
    assert '<form id="state" method="post"' in page.text
    kept = html.unescape(re.search(r'<textarea name="text" hidden>\n(.*?)</textarea>', page.text, re.DOTALL)[1])  # type: ignore[index]
    assert kept == long
    answered = client.post("/check", data={"text": kept, "a": ["d3.committee_approval=yes"]})
    assert "badge v-exempt" in answered.text
    assert client.post("/check", data={"text": kept, "format": "csv"}).headers["content-type"].startswith("text/csv")


def test_an_uploaded_page_keeps_what_it_says_of_itself(client: TestClient[Any]) -> None:
    from .conftest import ROOT

    raw = (ROOT / "examples/restoran-ditutup.html").read_bytes()
    answer = client.post("/check", files={"file": ("restoran-ditutup.html", raw, "text/html")}, data={"text": ""})
    assert "Lintas Selat · 2019-12-20" in answer.text
    assert client.post(
        "/check", files={"file": ("x.pdf", b"\x00\x01\x02", "application/pdf")}, headers=HTML
    ).status_code in (400, 415)


def test_an_empty_form_is_told_so(client: TestClient[Any]) -> None:
    answer = client.post("/check", data={"text": "  "}, headers=HTML)
    assert answer.status_code == 400
    assert "<h1>" in answer.text


HOSTILE = """<script>alert(1)</script> "><img src=x onerror=alert(2)> {{ 7 * 7 }} {% raw %} </textarea></div></mark>
North Korea sold <script>alert(3)</script> coal to China on 3 May 2018. javascript:alert(4)
<svg onload=alert(5)> North Korea bought "><b>diesel</b> from Russia in June 2018, said <i onclick=x>Ivan</i>.
"""


@pytest.mark.parametrize("form", ["", "&format=html"])
def test_scripts_in_a_text_are_text(client: TestClient[Any], form: str) -> None:
    link = client.post("/check", data={"text": HOSTILE}, follow_redirects=False).headers["location"]
    page = client.get(link + form).text
    assert re.findall(r"<(?:script(?! src=\"/static)|img|svg|b>|i )", page) == []
    if not form:
        assert "&lt;script&gt;alert(1)" in page
        assert "{{ 7 * 7 }}" in page


def test_scripts_in_queries_and_names_are_text(client: TestClient[Any]) -> None:
    evil = '"><script>alert(1)</script>'
    for path in ("/law?q=", "/screen?name=", "/ledger?q=", "/ledger?party=", "/law/diff?goods=1&first=2017&second="):
        page = client.get(path + evil, headers=HTML)
        assert "<script>alert" not in page.text
    assert "<script>alert" not in client.get(f"/law/{evil}", headers=HTML).text
    assert "<script>alert" not in client.get(f"/?lang={evil}&x={evil}").text


@pytest.mark.parametrize("doc", ["x", "AAAA", "é", "a" * 20_000, "eJw", "%00"])
def test_a_damaged_link_is_told_so(client: TestClient[Any], doc: str) -> None:
    assert client.get(f"/check?doc={doc}", headers=HTML).status_code == 400


def test_a_link_that_unfolds_without_end_is_cut_off() -> None:
    import base64
    import zlib

    bomb = base64.urlsafe_b64encode(zlib.compress(msgspec.msgpack.encode(["a" * 50_000_000]), 9)).decode()
    with pytest.raises(SaringError, match="too much"):
        unpacked(bomb)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300), published=st.none() | st.just("2025-03"))
def test_what_is_packed_is_unpacked(text: str, published: str | None) -> None:
    paper = from_text(text, published)
    packed = paper.packed()
    assert packed is not None
    assert unpacked(packed) == paper
    assert re.fullmatch(r"[A-Za-z0-9_-]+", packed)


SPANS = st.tuples(st.integers(-2, 40), st.integers(-2, 40))


@settings(max_examples=200, deadline=None)
@given(
    text=st.text(max_size=30),
    spans=st.lists(st.tuples(SPANS, st.lists(SPANS, max_size=2), st.lists(SPANS, max_size=2)), max_size=4),
)
def test_marks_however_they_nest_leave_the_text_as_it_is(text: str, spans: list[Any]) -> None:
    dealings = tuple(
        Dealing(
            kind="goods", id=f"d{n}", evidence=Quote(evidence[0], evidence[1], ""), mentions=tuple(Quote(m[0], m[1], "") for m in mentions),
            goods=tuple(Good(span=g) for g in goods),
        )
        for n, (evidence, mentions, goods) in enumerate(spans, 1)
    )  # fmt: skip
    found = stretches(text, Checked(source="", sha256="", language="en", dealings=dealings))
    assert "".join(one.text for one in found) == text
    place = 0
    for one in found:
        for number in one.numbers:
            dealing = dealings[number - 1]
            places = [(q.start, q.end) for q in (dealing.evidence, *dealing.mentions) if q] + [
                g.span for g in dealing.goods if g.span
            ]
            assert any(start <= place and place + len(one.text) <= end for start, end in places)
        place += len(one.text)


def test_spans_are_code_points(client: TestClient[Any]) -> None:
    text = "🚢🚢 Korea Utara menjual batu bara ke Cina pada 3 Mei 2018. 🇮🇩"
    page = checked_page(client, text).text
    assert '<mark class="v-prohibited goods" data-dealings="1">batu bara</mark>' in page


def test_no_link_leads_to_another_site(client: TestClient[Any]) -> None:
    page = client.get("http://127.0.0.1//evil.example/x", headers=HTML)
    assert 'href="//' not in page.text


def test_answers_are_read_in_order() -> None:
    assert [a.written() for a in answers_of(["d1.a=1", "d1.b=x=y", "d1.a=2", "d1.b="])] == ["d1.a=2"]


def test_the_law_downloads_and_links(client: TestClient[Any]) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/law?goods=6109&on=2018-01-01&format=csv").text)))
    assert "UNSCR-2375-16" in [row["provision"] for row in rows]
    assert len(client.get("/law?goods=6109&on=2018-01-01&format=json").json()) == len(rows)
    assert client.get("/law/2375/16?format=json").json()[0]["provision"] == "UNSCR-2375-16"
    assert client.get("/law/diff?first=2017-09-01&second=2018-02-01&goods=6109&format=json").json()[0]["begins"] is True
    assert client.get("/law/9999/1", headers=HTML).status_code == 404
    assert client.get("/law?on=2017-02-30", headers=HTML).status_code == 400
    page = client.get("/law/2375/16").text
    assert "committee_approval = true" in page
    assert "<summary>Cases (" in page


def test_a_reader_sees_no_work_of_an_analyst(server: Server, key: Callable[[Role], str]) -> None:
    for role, sees in (("reader", False), ("analyst", True), ("admin", False)):
        page = checked_page(server(key=key(role))).text  # type: ignore[arg-type]
        assert ("Record in the ledger" in page) == sees


def test_a_paper_opens_as_the_document_that_it_came_from() -> None:
    paper = Paper("Korea Utara menjual batu bara ke Cina.", "a.html", "2019-12", "stated", "Harian", "Judul")
    document = paper.opened()
    assert (document.published, document.published_basis, document.publisher, document.title) == (
        "2019-12",
        "stated",
        "Harian",
        "Judul",
    )
