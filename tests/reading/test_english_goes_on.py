"""English sentences that go on with what was told: parts of it, the rest of them, a subject that only points back."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Document
from saring.reading import read

CASES = """
goods RU KP | Russia is North Korea's main source of diesel. It delivered 40,000 tons of it in April alone, the White House said.
goods CN KP | The wagons hold fertilizer from China. Some 3,000 tons of it reached Sinuiju, North Korea, in May.
arms KP RU | Seoul says North Korea has shipped 12,000 containers that could hold six million shells to Russia.
joint_venture KP KH; joint_venture KP None | North Korea once ran restaurants across Asia. Cambodia had its six shut down in late 2019.
arms RU KP; technical_assistance RU KP | Moscow handed North Korea air defense missiles in exchange and is giving advice on rocket engines.
goods CN KP; goods KP CN; goods KP CN | Chinese traders bring used cars into Hyesan, North Korea. In the other direction they ship molybdenum ore and dried bracken.
labour KP MZ | In Mozambique, the last contracts of North Korean physicians were not renewed when they ran out in 2021.
labour LA KP | Laos assured the panel of experts in 2021 that the last North Korean workers had gone.
diplomacy RU KP; labour KP RU; troops KP RU | Sergei Shoigu announced after talks with Kim Jong Un in Pyongyang on June 17 that the North would provide 1,000 sappers and 5,000 military builders to clear mines in Russia's Kursk region.
arms KP RU; arms KP RU | Seoul says that Pyongyang ships missiles to Russia. The Kremlin has rejected reports of such shipments.
goods RU KP; goods RU KP | Russia's Khasan Trading Company (KTC) sells North Korea flour. KTC also sent soap to Rason in May.
labour AO KP | Angola told the committee that 296 North Korean workers had left and that none remained.
goods CN KP | A North Korean freighter took on 3,000 tons of corn in Dalian and returned to Nampo.
labour KP KW | Kuwait did not extend the visas of 2,000 North Korean labourers.
labour PL KP | The last North Korean welders left the Polish shipyard in the autumn of 2019.
joint_venture KP LA; labour KP LA | North Korea still runs a restaurant in Vientiane, Laos. "We are ten, all from Pyongyang," says the manager.
goods BR KP | Brazil's poultry association expects to ship 20,000 tons of chicken to North Korea next year.
tourism PL KP | Twelve Poles went on a tour of North Korea's Rason zone in March.
military_training RU KP | Russian officers are teaching North Korean crews to fly attack drones.
finance LA KP | A cook in Laos says that the North Korean embassy collected two thirds of the waitresses' pay each month.
"""
SILENT = """
North Korean missions receive little money from home and are known to fend for themselves.
The North Korean diplomat may return once the country is safe. "A scalpel brings in currency just like a shovel does."
"""


def told(text: str) -> list[str]:
    document = Document(source="t", sha256="", text=text, language="en", published="2025-07-21")
    return sorted(f"{dealing.kind} {dealing.from_} {dealing.to}" for dealing in gather(read(document, spot), document))


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_a_sentence_goes_on(line: str) -> None:
    want, text = line.split(" | ")
    assert told(text) == want.split("; ")


@pytest.mark.parametrize("text", SILENT.strip().splitlines())
def test_nothing_is_told(text: str) -> None:
    assert told(text) == []
