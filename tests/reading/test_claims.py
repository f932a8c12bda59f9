"""Sentences about the law: found, with number, year, subject, effect and way."""

from __future__ import annotations

import pytest

from saring.model import Document
from saring.reading import claims


def seen(text: str, language: str) -> list[tuple[str | None, int | None, tuple[str, ...], str | None]]:
    document = Document(source="t", sha256="", text=text, language=language, published="2022-11-07")
    return [(each.cited, each.year, each.subjects, each.effect) for each in claims(document)]


@pytest.mark.parametrize(
    ("text", "language", "cited", "year", "subject", "effect"),
    [
        ("UNSC pada 2017 melarang negara-negara mengimpor produk tekstil Korea Utara.", "id", None, 2017, "textiles", "ban"),
        ("Resolusi DK PBB 2397 melarang ekspor makanan dari Korea Utara.", "id", "2397", None, "food", "ban"),
        ("UN Security Council resolution 2371 bans exports of coal from North Korea.", "en", "2371", None, "coal", "ban"),
        ("The UN resolution caps refined petroleum exports to North Korea at 500,000 barrels.", "en", None, None, "refined_oil", "cap"),
    ],
)  # fmt: skip
def test_claim(text: str, language: str, cited: str | None, year: int | None, subject: str, effect: str) -> None:
    found = seen(text, language)
    assert len(found) == 1
    assert found[0][0] == cited
    assert found[0][1] == year
    assert subject in found[0][2]
    assert found[0][3] == effect


def test_duty_to_conform() -> None:
    text = "Kerja sama dengan Korea Utara mesti sesuai dengan resolusi Dewan Keamanan PBB."
    assert [effect for _, _, _, effect in seen(text, "id")] == ["duty"]


@pytest.mark.parametrize(
    "text",
    ["North Korea exported coal to China last year.", "Kim Jong Un visited a factory.", "The talks were not easy."],
)
def test_no_claim(text: str) -> None:
    assert seen(f"{text} North Korea.", "en") == []
