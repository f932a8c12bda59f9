"""Every format, made here, opened again; and the bombs that must not open."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saring.documents import open_document, open_feed
from saring.model import SaringError

PARAGRAPHS = (
    "Kedutaan menyatakan bahwa kiriman apel dari Korea Utara sudah tiba di pasar Vladivostok pada pekan lalu.",
    "Pedagang di kota itu mengatakan harga apel tersebut lebih murah daripada apel dari negara lain di kawasan.",
    "Pemerintah setempat belum memberi keterangan tentang asal barang dan izin yang dipakai oleh para importir.",
)


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def test_a_page() -> None:
    head = (
        "<title>Apel tiba - Contoh</title><meta property='og:title' content='Apel tiba di Vladivostok'>"
        "<meta property='og:site_name' content='Contoh News'>"
        "<meta property='article:published_time' content='2024-05-06T10:00:00+07:00'>"
    )
    inner = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    nav = "<nav><a href='/'>Beranda</a></nav><script>var x = 'skrip';</script>"
    document = open_document(
        "a.html", raw=page(f"{nav}<article><h1>Apel tiba di Vladivostok</h1>{inner}</article>", head)
    )
    assert document.title == "Apel tiba di Vladivostok"
    assert document.title_span is not None
    assert document.text[slice(*document.title_span)] == document.title
    assert document.publisher == "Contoh News"
    assert (document.published, document.published_basis) == ("2024-05-06", "stated")
    assert all(words in document.text for words in PARAGRAPHS)
    assert "skrip" not in document.text


def test_json_ld_dates_a_page() -> None:
    head = (
        '<script type=\'application/ld+json\'>{"@type":"NewsArticle","datePublished":"2023-01-02T03:04:05Z"}</script>'
    )
    document = open_document("a.html", raw=page("".join(f"<p>{words}</p>" for words in PARAGRAPHS), head))
    assert document.published == "2023-01-02"


def test_a_page_in_which_no_article_is_found() -> None:
    document = open_document("-", raw=page("<div>Apel &amp; selai</div><div>dari utara</div>"))
    assert document.text.split() == ["Apel", "&", "selai", "dari", "utara"]


def test_a_page_that_declares_its_encoding() -> None:
    words = "Посольство сообщило о поставке яблок из Северной Кореи в магазины Владивостока."
    raw = f"<html><head><meta charset='windows-1251'></head><body><p>{words}</p></body></html>".encode("cp1251")
    assert words in open_document("a.html", raw=raw).text


def test_plain_words_called_html() -> None:
    assert open_document("a.html", raw=b"Only words, no markup.").text == "Only words, no markup."


def test_markdown_keeps_its_text() -> None:
    words = "# Apples from the North\n\nApples are *on sale* in the city, the embassy said on Sunday.\n"
    document = open_document("a.md", raw=words.encode())
    assert document.text == words
    assert document.title == "Apples from the North"
    assert document.title_span == (2, 23)


def test_front_matter_is_about_the_text_and_not_of_it() -> None:
    words = '---\ntitle: "Apples arrive"\ndate: 2024-05-06\nauthor: J\n---\n\nThe shipment of apples has arrived, he said.\n'
    document = open_document("a.md", raw=words.encode())
    assert document.text == words
    assert document.title == "Apples arrive"
    assert (document.published, document.published_basis) == ("2024-05-06", "stated")
    head = document.noise[0]
    assert (head.start, head.why) == (0, "header")
    assert words[head.end :].lstrip().startswith("The shipment")


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page, written by hand."""
    body = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {body} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Title (Apples report) /CreationDate (D:20240506101112Z) >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def test_a_pdf_and_its_paragraphs() -> None:
    lines = [
        "The embassy said that apples from North Korea have been on",
        "sale in the shops of the city since the end of the summer, and",
        "that more of them would be sent by rail before the winter co-",
        "mes to the region.",
        "A second paragraph begins here.",
    ]
    document = open_document("a.pdf", raw=pdf(lines))
    assert "have been on sale in the shops" in document.text
    assert "winter comes to the region.\nA second" in document.text
    assert document.title == "Apples report"
    assert document.title_span is None
    assert (document.published, document.published_basis) == ("2024-05-06", "inferred")


def test_a_broken_pdf() -> None:
    with pytest.raises(SaringError) as caught:
        open_document("a.pdf", raw=b"%PDF-1.7\nnothing of the kind")
    assert caught.value.code == "unreadable"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_spoiled_files_give_an_error_or_a_document(data: st.DataObject) -> None:
    name, whole = data.draw(
        st.sampled_from([("a.pdf", pdf(["Apples arrive."])), ("a.docx", docx("<x><p><t>Apel</t></p></x>"))])
    )
    spoiled = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(8, len(spoiled) - 1))
        spoiled[place] = data.draw(st.integers(0, 255))
    with suppress(SaringError):
        open_document(name, raw=bytes(spoiled))


def test_a_page_of_very_many_tags_is_walked_plainly() -> None:
    document = open_document("a.html", raw=b"<html><body>" + b"<p>x" * 150_000)
    assert document.text.count("x") == 150_000


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, core: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", body)
        if core:
            archive.writestr("docProps/core.xml", core)
    return out.getvalue()


def test_a_word_document() -> None:
    runs = "".join(
        f"<w:p><w:r><w:t>{words[:20]}</w:t></w:r><w:r><w:delText>dihapus</w:delText><w:t>{words[20:]}</w:t></w:r></w:p>"
        for words in PARAGRAPHS
    )
    core = (
        "<c:p xmlns:c='c' xmlns:dc='dc' xmlns:t='t'><dc:title>Laporan apel</dc:title>"
        "<t:created>2024-05-06T10:00:00Z</t:created></c:p>"
    )
    document = open_document(
        "a.docx", raw=docx(f"<w:document xmlns:w='{WORD}'><w:body>{runs}</w:body></w:document>", core)
    )
    assert document.text == "\n".join(PARAGRAPHS)
    assert document.title == "Laporan apel"
    assert document.published == "2024-05-06"


def test_a_zip_bomb_is_refused() -> None:
    bomb = docx(f"<w:document xmlns:w='{WORD}'>" + " " * 40_000_000 + "</w:document>")
    assert len(bomb) < 100_000
    with pytest.raises(SaringError) as caught:
        open_document("a.docx", raw=bomb)
    assert caught.value.code == "too_large"


def test_an_entity_bomb_is_refused() -> None:
    bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><x>&b;</x>"
    for name, raw in (
        ("a.docx", docx(bomb)),
        ("a.rss", bomb.replace("<x>", "<rss>").replace("</x>", "</rss>").encode()),
    ):
        with pytest.raises(SaringError) as caught:
            open_document(name, raw=raw)
        assert caught.value.code == "unreadable"


def test_a_word_document_without_text_part() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/styles.xml", "<x/>")
    with pytest.raises(SaringError) as caught:
        open_document("a.docx", raw=out.getvalue())
    assert caught.value.code == "unreadable"


def letter(html: bool = False) -> bytes:
    message = EmailMessage()
    message["From"] = "Contoh News <news@example.org>"
    message["Subject"] = "Apel dari utara tiba"
    message["Date"] = "Mon, 06 May 2024 10:11:12 +0700"
    message["Message-ID"] = "<1@example.org>"
    message["List-Id"] = "<news.example.org>"
    if html:
        message.set_content(
            "<html><body>" + "".join(f"<p>{one}</p>" for one in PARAGRAPHS) + "</body></html>", subtype="html"
        )
    else:
        message.set_content("\n\n".join(PARAGRAPHS), cte="quoted-printable")
        message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="x.bin")
    return message.as_bytes()


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize("name", ["a.eml", "-"])
def test_a_letter(html: bool, name: str) -> None:
    document = open_document(name, raw=letter(html))
    assert document.title == "Apel dari utara tiba"
    assert document.text.startswith("Apel dari utara tiba\n")
    assert all(words in document.text for words in PARAGRAPHS)
    assert document.publisher == "Contoh News"
    assert (document.published, document.published_basis) == ("2024-05-06", "stated")


RSS = (
    "<?xml version='1.0'?><rss version='2.0' xmlns:content='c'><channel><title>Contoh News</title>"
    "<item><title>Apel tiba</title><description>&lt;p&gt;Kiriman &lt;b&gt;apel&lt;/b&gt; tiba di pasar.&lt;/p&gt;</description>"
    "<pubDate>Mon, 06 May 2024 10:11:12 +0700</pubDate></item>"
    "<item><title>Kuda lewat</title><content:encoded><![CDATA[<p>Tiga puluh kuda lewat.</p>]]></content:encoded>"
    "<source>Lain Pos</source></item></channel></rss>"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>Example</title><entry><title>Apples arrive</title>"
    "<published>2024-05-06T01:02:03Z</published><content type='xhtml'><div><p>Apples have arrived.</p><p>More will.</p></div>"
    "</content></entry></feed>"
)


def test_an_rss_feed() -> None:
    first, second = open_feed("a.rss", raw=RSS.encode())
    assert first.text == "Apel tiba\n\nKiriman apel tiba di pasar."
    assert (first.source, first.published, first.publisher) == ("a.rss#1", "2024-05-06", "Contoh News")
    assert second.text == "Kuda lewat\n\nTiga puluh kuda lewat."
    assert second.publisher == "Lain Pos"
    whole = open_document("-", raw=RSS.encode())
    assert first.text in whole.text
    assert second.text in whole.text


def test_an_atom_feed() -> None:
    (entry,) = open_feed("a.xml", raw=ATOM.encode())
    assert entry.text == "Apples arrive\n\nApples have arrived.\nMore will."
    assert (entry.published, entry.publisher) == ("2024-05-06", "Example")


def test_a_file_that_is_no_feed_gives_one_document() -> None:
    assert [one.text for one in open_feed("a.txt", raw=b"Only this.")] == ["Only this."]


def test_an_empty_feed() -> None:
    with pytest.raises(SaringError) as caught:
        open_feed("a.rss", raw=b"<rss><channel></channel></rss>")
    assert caught.value.code == "empty"
