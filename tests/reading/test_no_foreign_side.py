"""What happens at home, to everybody or in a war is no dealing between two sides."""

from __future__ import annotations

import pytest
from tests.reading.test_tellings import told

SILENT = """
en | Prices rose after North Korea sealed its borders early in the pandemic.
id | Harga beras naik sejak Pyongyang menutup perbatasan karena pandemi.
ru | Цены выросли после того, как Пхеньян закрыл границы из-за пандемии.
en | North Koreans have begun to visit the newly opened ski resort, state radio said.
id | Warga Korea Utara mulai mengunjungi resor ski yang baru dibuka, kata radio pemerintah.
ru | Северокорейцы начали отдыхать на открытом в мае горнолыжном курорте, сообщило радио.
ko | 북한 주민들이 새로 개장한 원산갈마해안관광지구를 찾고 있다고 관영매체가 전했다.
en | Kim Jong Un visited a tank factory on Monday and asked for more output.
ru | Ким Чен Ын в понедельник посетил танковый завод и потребовал увеличить выпуск.
en | In 1950 North Korean troops entered Seoul and held the South's capital for three months.
ru | В 1950 году войска КНДР вошли в Сеул.
ru | Южная Корея ввела односторонние санкции против пяти граждан КНДР за незаконную торговлю.
"""
TOLD = """
en | tourism RU KP | Russian tourists were the first to see the newly opened resort in North Korea.
en | diplomacy RU KP | Russia's culture minister visited a theatre in Pyongyang on Monday.
id | diplomacy KP RU | Kim Jong Un mengirim pesan ulang tahun kepada Presiden Vladimir Putin.
id | goods AE KP | Mobil mewah senilai 1 juta dolar AS (sekitar Rp15,6 miliar) dikirim dari Uni Emirat Arab ke Korea Utara.
id | goods KP CN | Korea Utara mengekspor batu bara ke China. Perdagangan ini menghasilkan sekitar 370 juta dolar AS.
"""


@pytest.mark.parametrize(("language", "text"), [line.split(" | ") for line in SILENT.strip().splitlines()])
def test_silent(language: str, text: str) -> None:
    assert [dealing.kind for dealing in told(text, language)] == []


@pytest.mark.parametrize(("language", "want", "text"), [line.split(" | ") for line in TOLD.strip().splitlines()])
def test_still_told(language: str, want: str, text: str) -> None:
    assert [f"{dealing.kind} {dealing.from_} {dealing.to}" for dealing in told(text, language)] == [want]
