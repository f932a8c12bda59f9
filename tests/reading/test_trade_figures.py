"""Customs figures: shares, what goods are for, and exports counted beside imports."""

from __future__ import annotations

import pytest
from tests.reading.test_tellings import told

TABLE = """
en | goods KP CN done | Wigs, false eyelashes and fake beards made up 60 percent of North Korea's exports to China in 2023.
en | goods CN KP done; goods CN KP done | China's exports to North Korea, led by soybean oil and sugar, rose to $160 million in June.
en | goods CN KP done | China exported human hair to North Korea that is used to make wigs, customs data showed.
en | goods KP CN done; goods CN KP done | China's imports from North Korea fell 8 percent to $30 million in May, while its exports there grew 12 percent to $170 million.
en | goods CN KP done | Shipments of rice to North Korea doubled from a year earlier to 20,000 tons in March, Chinese customs said.
en | goods KP CN done | Molybdenum ore was the second-largest item China bought from North Korea, worth $41 million.
en | goods CN KP done; goods CN KP done; goods CN KP done | North Korea's main purchases from China were fertilizer, tyres and plastic sheeting.
id | goods KP CN done | Wig dan bulu mata palsu menyumbang 60 persen ekspor Korea Utara ke China pada 2023.
id | goods CN KP done; goods CN KP done | Ekspor China ke Korea Utara, dipimpin minyak kedelai dan gula, naik menjadi 160 juta dolar AS pada Juni.
id | goods CN KP done | China mengekspor rambut manusia ke Korea Utara yang dipakai untuk membuat wig, menurut data bea cukai.
id | goods KP CN done; goods CN KP done | Impor China dari Korea Utara turun 8 persen menjadi 30 juta dolar AS pada Mei, sedangkan ekspornya ke sana naik 12 persen menjadi 170 juta dolar AS.
id | goods CN KP done | Pengiriman beras ke Korea Utara naik dua kali lipat dari tahun sebelumnya menjadi 20.000 ton pada Maret, kata bea cukai China.
id | goods KP CN done | Bijih molibdenum menjadi komoditas terbesar kedua yang dibeli China dari Korea Utara, senilai 41 juta dolar AS.
ru | goods KP CN done | Парики и накладные ресницы составили 60 процентов экспорта КНДР в Китай в 2023 году.
ru | goods CN KP done | Китай поставил в КНДР человеческие волосы, из которых делают парики, показали данные таможни.
ru | goods KP CN done; goods CN KP done | Импорт Китая из КНДР в мае снизился на 8 процентов, до 30 млн долларов, а экспорт вырос на 12 процентов, до 170 млн.
ru | goods KP CN done | Молибденовая руда стала второй по объему статьей закупок Китая в КНДР, на 41 млн долларов.
ko | goods CN KP done; goods CN KP done | 콩기름과 설탕을 중심으로 중국의 대북 수출은 6월 1억6천만 달러로 늘었다.
ko | goods CN KP done | 중국은 가발을 만드는 데 쓰이는 인모를 북한에 수출했다고 해관 자료가 보여 준다.
ko | goods KP CN done; goods CN KP done | 5월 중국의 대북 수입은 8% 줄어든 3천만 달러, 대북 수출은 12% 늘어난 1억7천만 달러였다.
ko | goods KP CN done | 몰리브덴광은 중국이 북한에서 두 번째로 많이 사들인 품목으로 4100만 달러어치였다.
"""


@pytest.mark.parametrize(("language", "want", "text"), [line.split(" | ") for line in TABLE.strip().splitlines()])
def test_customs_figures(language: str, want: str, text: str) -> None:
    found = sorted(f"{one.kind} {one.from_ or '-'} {one.to or '-'} {one.status}" for one in told(text, language))
    assert found == sorted(want.split("; "))
