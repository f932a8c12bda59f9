"""The dominant language, of short and mixed texts too."""

from __future__ import annotations

import pytest

from saring.documents.language import language_of

CASES = [
    ("id", "Korea Utara mengekspor sejumlah produk makanan ke Rusia, kata kedutaan itu pada hari Minggu."),
    (
        "id",
        "Kerajaan berkata kapal itu telah dihantar ke pelabuhan kerana tidak mempunyai kebenaran daripada pihak berkuasa.",
    ),
    ("en", "The ship was seen in the harbour, and its cargo had been moved to a train, the ministry said."),
    ("ru", "Судно вошло в порт, груз перегрузили на поезд, сообщило министерство."),
    ("uk", "Судно зайшло в порт, вантаж перевантажили на потяг, повідомило міністерство."),
    ("ko", "선박은 항구에 들어왔고 화물은 열차로 옮겨졌다고 통일부가 밝혔다."),
    ("ja", "船は港に入り、貨物は列車に積み替えられたと外務省が明らかにした。"),
    ("zh", "外交部说,船只进入港口,货物被转运到火车上。"),
    ("und", "Le navire est entré dans le port et la cargaison a été transférée sur un train, a dit le ministère."),
    ("und", "Das Schiff lief in den Hafen ein und die Ladung wurde auf einen Zug verladen, sagte das Ministerium."),
    ("und", "12345 67,8 %"),
    ("und", ""),
]


@pytest.mark.parametrize(("language", "words"), CASES)
def test_told(language: str, words: str) -> None:
    assert language_of(words) == language


def test_the_dominant_of_two() -> None:
    indonesian, english = CASES[0][1], CASES[2][1]
    assert language_of(indonesian * 4 + english) == "id"
    assert language_of(indonesian + english * 4) == "en"
    assert language_of(CASES[5][1] * 2 + "Wise Honest (IMO 8905490)") == "ko"


def test_a_long_text_is_judged_over_its_whole_length() -> None:
    assert language_of("The and of to in that is. " * 200 + CASES[0][1] * 5_000) == "id"
