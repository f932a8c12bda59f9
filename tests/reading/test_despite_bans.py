"""What is done in spite of a ban is a dealing; what the ban itself speaks of is none."""

from __future__ import annotations

import pytest
from tests.reading.test_tellings import told

DONE = """
en | North Korea sold weapons banned by UN resolutions to Iran. | KP IR
en | Despite a ban on coal exports imposed by the Security Council in 2017, North Korea shipped 3.7 million tonnes of coal to China. | KP CN
en | Although UN sanctions prohibit it, Russia hired North Korean workers. | KP RU
id | Meski dilarang PBB, Korea Utara mengekspor batu bara ke China. | KP CN
id | Walaupun resolusi PBB melarang ekspor batu bara, Korea Utara tetap mengirim 3,7 juta ton batu bara ke China. | KP CN
id | Resolusi PBB melarang impor batu bara, namun China membeli 3 juta ton batu bara dari Korea Utara. | KP CN
ru | Несмотря на запрет Совбеза ООН, КНДР поставила уголь в Китай. | KP CN
ru | Резолюция запрещает импорт угля, однако Китай ввёз из КНДР 3,7 млн тонн угля. | KP CN
ko | 북한은 안보리 결의에 의해 수출이 전면 금지돼 있는 석탄을 중국에 370만톤 밀수출했다. | KP CN
ko | 북한은 유엔이 금지한 무기를 이란에 팔았다. | KP IR
"""
SILENT = """
en | The resolution bans exports of coal, iron ore and seafood by North Korea.
en | Resolution 2397 prohibits China, Russia and all others from hiring North Korean workers.
en | UN resolutions forbid North Korea from exporting coal, importing arms and sending workers abroad.
id | Resolusi PBB melarang Korea Utara mengekspor batu bara, bijih besi dan makanan laut.
ru | Резолюция запрещает КНДР экспортировать уголь, железную руду и морепродукты.
ko | 안보리는 북한산 석탄 수출을 금지한 결의를 채택했다.
ko | 안보리 결의 2371호는 북한의 석탄 수출을 금지하고 있다.
"""


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("language", "text", "sides"), rows(DONE))
def test_what_is_done_in_spite_of_a_ban(language: str, text: str, sides: str) -> None:
    found = told(text, language)
    assert [f"{dealing.from_} {dealing.to}" for dealing in found] == [sides]
    assert found[0].status in ("done", "ongoing")


@pytest.mark.parametrize(("language", "text"), rows(SILENT))
def test_what_only_the_law_speaks_of(language: str, text: str) -> None:
    assert told(text, language) == ()


BROKEN = """
id | Korea Utara melanggar sanksi PBB dengan mengekspor batu bara ke China tahun lalu. | KP CN
id | Kapal Rusia diduga telah melanggar sanksi internasional dengan mentransfer minyak ke sebuah kapal Korea Utara. | RU KP
en | China violated UN sanctions by hiring North Korean workers in May. | KP CN
"""


@pytest.mark.parametrize(("language", "text", "sides"), rows(BROKEN))
def test_how_a_law_was_broken_is_a_dealing(language: str, text: str, sides: str) -> None:
    assert [f"{dealing.from_} {dealing.to}" for dealing in told(text, language)] == [sides]
