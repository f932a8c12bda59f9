"""Encodings told by marks, by declarations and by what reads like a language."""

from __future__ import annotations

import pytest

from saring.documents import open_document

WORDS = {
    "ru": "В понедельник посольство сообщило, что партия яблок из Северной Кореи прибыла во Владивосток. Подробностей нет.",
    "uk": "У понеділок посольство повідомило, що партія яблук із Північної Кореї прибула до Владивостока. Їх продають.",
    "ko": "북한이 러시아에 사과를 수출했다고 대사관이 월요일 밝혔다. 화물은 열차로 두만강을 건넌 것으로 전해졌다.",
    "ja": "北朝鮮がロシアにりんごを輸出したと大使館が月曜日に明らかにした。貨物は列車で運ばれたという。",
    "zh": "朝鲜的苹果已经在俄罗斯的商店里出售,大使馆在星期一说。这些货物是用火车运来的,没有人知道有多少。",
    "en": "The embassy – in a “short” note – said the apples’ price was €2 a kilo at the café, less than that of others.",
}
CASES = [
    ("ru", "windows-1251"), ("ru", "koi8-r"), ("ru", "cp866"), ("ru", "iso8859-5"), ("uk", "windows-1251"), ("uk", "koi8-u"),
    ("ko", "cp949"), ("ko", "euc-kr"), ("ja", "shift_jis"), ("ja", "euc-jp"), ("zh", "gb18030"), ("zh", "gb2312"), ("en", "cp1252"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_detected(language: str, encoding: str) -> None:
    document = open_document("a.txt", raw=WORDS[language].encode(encoding))
    assert document.text == WORDS[language]
    assert document.language == language


@pytest.mark.parametrize("language", sorted(WORDS))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode(language: str, encoding: str) -> None:
    document = open_document("a.txt", raw=(WORDS[language] + "\n").encode(encoding))
    assert document.text == WORDS[language] + "\n"


def test_utf8_cut_inside_a_character() -> None:
    raw = (WORDS["ko"] * 3).encode()[:-1]
    assert open_document("a.txt", raw=raw).text.startswith(WORDS["ko"])
