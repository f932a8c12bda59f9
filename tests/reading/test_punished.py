"""Who only punishes a dealing is no side of it; whom he punishes did it."""

from __future__ import annotations

import pytest
from tests.reading.test_tellings import told

TABLE = """
en | finance CN KP | The US Treasury sanctioned a Chinese bank for moving money for North Korea.
en | labour KP RU | South Korea imposed sanctions on two Russian firms for hiring North Korean workers.
id | goods KP CN | AS menjatuhkan sanksi kepada tiga perusahaan China karena membeli batu bara Korea Utara.
id | arms KP RU | Uni Eropa menjatuhkan sanksi kepada pejabat Korea Utara atas pengiriman senjata ke Rusia.
id | goods SG KP | Kejaksaan AS mendakwa warga Singapura yang menjual solar ke Korea Utara.
ru | labour KP RU | США ввели санкции против российских компаний, нанимавших северокорейских рабочих.
ru | arms KP RU | ЕС ввёл санкции против северокорейских чиновников за поставки оружия России.
ru | goods KP CN | Минфин США внёс в чёрный список три китайские компании за покупку северокорейского угля.
ko | goods KP CN | 미국 재무부는 북한산 석탄을 사들인 중국 기업 세 곳을 제재 명단에 올렸다.
ko | labour KP RU | 정부는 북한 노동자를 고용한 러시아 회사 두 곳을 제재했다.
"""


@pytest.mark.parametrize(("language", "want", "text"), [line.split(" | ") for line in TABLE.strip().splitlines()])
def test_sides_of_a_punished_dealing(language: str, want: str, text: str) -> None:
    assert [f"{dealing.kind} {dealing.from_} {dealing.to}" for dealing in told(text, language)] == [want]
