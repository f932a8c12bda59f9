"""What `saring watch` says of a round, in two languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from saring.apps.cli import saring
from saring.apps.watch_command import round_words


def test_both_languages_have_the_same_keys_and_gaps() -> None:
    english, indonesian = round_words("en"), round_words("id")
    assert english.keys() == indonesian.keys()
    for key, phrase in english.items():
        assert sorted(re.findall(r"{\w+}", phrase)) == sorted(re.findall(r"{\w+}", indonesian[key]))


def test_the_round_is_told_in_the_language_asked_for_or_that_of_the_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "inbox").mkdir()
    for number, (plan, asked, expected) in enumerate(
        (
            ("en", [], "0 items read, 0 failed"),
            ("en", ["--lang", "id"], "0 butir dibaca, 0 gagal"),
            ("id", [], "0 butir dibaca, 0 gagal"),
            ("id", ["--lang", "en"], "0 items read, 0 failed"),
        )
    ):
        feeds = tmp_path / f"{number}.toml"
        feeds.write_text(f'[watch]\nlang = "{plan}"\n[[source]]\nname = "inbox"\nfolder = "inbox"\n', encoding="utf-8")
        memory = ["--memory", str(tmp_path / f"{number}.db")]
        assert saring.main(["watch", str(feeds), "--once", *memory, *asked], standalone_mode=False) == 0
        assert expected in capsys.readouterr().err
