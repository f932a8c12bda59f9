"""What the law forbids, demands or leaves free in general is no dealing; a leave that was given is one."""

from __future__ import annotations

import pytest
from tests.reading.test_tellings import told

NORMS = """
en | Under Resolution 2397, countries may not buy food, machinery or timber from North Korea.
en | Resolution 2375 closed the textile trade. Nor may firms form joint ventures with North Koreans.
en | UN rules on North Korea are strict. Crude oil may go there only within a ceiling of four million barrels a year.
en | The Council's rules leave some doors open: medicine, food and fertilizer may still be shipped to North Korea.
en | North Korean workers abroad had to be sent home by 22 December 2019 under Resolution 2397.
en | Since 2017 no state may issue new work permits to North Koreans, and coal, iron and seafood are off limits.
en | Banks must not open accounts for North Korean institutions, and must close those that exist.
en | Ships that have carried North Korean coal are to be denied entry to ports.
en | Any transfer of luxury goods to North Korea is prohibited, whatever the buyer pays.
en | Machinery and vehicles are out, too: nothing of chapters 84 to 87 may be exported to the North.
en | Exporters must ask the sanctions committee before they send a tractor to a farm in North Korea.
id | Menurut Resolusi 2397, negara-negara tidak boleh membeli pangan, mesin, atau kayu dari Korea Utara.
id | Resolusi 2375 menutup perdagangan tekstil. Perusahaan juga tidak boleh membentuk usaha patungan dengan warga Korea Utara.
id | Aturan PBB tentang Korea Utara ketat. Minyak mentah hanya boleh dikirim ke sana dalam batas empat juta barel setahun.
id | Aturan Dewan Keamanan menyisakan celah: obat, pangan, dan pupuk masih boleh dikirim ke Korea Utara.
id | Pekerja Korea Utara di luar negeri harus dipulangkan paling lambat 22 Desember 2019 menurut Resolusi 2397.
id | Sejak 2017 tidak ada negara yang boleh menerbitkan izin kerja baru bagi warga Korea Utara.
id | Bank dilarang membuka rekening untuk lembaga Korea Utara dan wajib menutup yang sudah ada.
id | Kapal yang pernah mengangkut batu bara Korea Utara harus ditolak masuk pelabuhan.
id | Setiap pengiriman barang mewah ke Korea Utara dilarang, berapa pun harga yang dibayar pembeli.
id | Eksportir harus meminta izin komite sanksi sebelum mengirim traktor ke sebuah pertanian di Korea Utara.
id | Lembaga kemanusiaan dapat mengajukan pengecualian kepada Komite 1718 untuk membawa alat kesehatan ke Korea Utara.
ru | По резолюции 2397 странам нельзя покупать в КНДР продовольствие, машины и древесину.
ru | Резолюция 2375 закрыла торговлю текстилем. Создавать с северокорейцами совместные предприятия фирмам тоже нельзя.
ru | Северокорейских рабочих по резолюции 2397 следовало отправить домой до 22 декабря 2019 года.
ru | С 2017 года ни одно государство не вправе выдавать северокорейцам новые разрешения на работу.
ru | Банкам запрещено открывать счета организациям КНДР, а уже открытые надлежит закрыть.
ru | Суда, перевозившие северокорейский уголь, не должны допускаться в порты.
ru | Любые поставки предметов роскоши в КНДР запрещены, сколько бы ни заплатил покупатель.
ru | Машины и транспорт тоже под запретом: товары групп 84–87 в КНДР вывозить нельзя.
ru | Прежде чем отправить трактор на ферму в КНДР, экспортер обязан запросить комитет по санкциям.
ru | Резолюция разрешает поставлять в КНДР до 500 тысяч баррелей нефтепродуктов в год.
ru | Гуманитарные организации могут просить у Комитета 1718 исключений, чтобы ввозить в КНДР медицинское оборудование.
ko | 결의 2397호에 따라 각국은 북한에서 식품, 기계, 목재를 살 수 없다.
ko | 결의 2375호는 섬유 교역을 막았다. 기업들은 북한인과 합작회사를 세울 수도 없다.
ko | 북한에 대한 유엔 규정은 엄격하다. 원유는 연간 400만 배럴 한도 안에서만 북한에 보낼 수 있다.
ko | 안보리 규정에도 틈은 있다. 의약품과 식량, 비료는 여전히 북한에 보낼 수 있다.
ko | 결의 2397호에 따라 해외 북한 노동자는 2019년 12월 22일까지 송환돼야 했다.
ko | 2017년 이후 어느 나라도 북한인에게 새 취업 허가를 내줄 수 없다.
ko | 은행은 북한 기관의 계좌를 개설해서는 안 되며 이미 있는 계좌는 폐쇄해야 한다.
ko | 북한산 석탄을 실어 나른 선박은 입항이 거부되어야 한다.
ko | 대북 사치품 이전은 값을 얼마를 치르든 금지된다.
ko | 기계와 차량도 안 된다. HS 84~87류 물품은 북한에 수출할 수 없다.
ko | 수출업자는 북한 농장에 트랙터를 보내기 전에 제재위원회의 승인을 받아야 한다.
"""
TOLD = """
en | aid - KP planned | The Security Council's sanctions committee allowed UNICEF to ship medical equipment to North Korea.
en | labour KP - ongoing | States had to send them home by 2019, but thousands of North Korean workers still earn money abroad.
en | goods KP - done | Despite the ban, North Korea exported coal worth $100 million last year.
en | troops KP RU hypothetical | North Korea may send more troops to Russia, the spy agency said.
en | goods KP CN planned | Traders in Dandong said they would be allowed to import North Korean seafood from May.
en | goods RU KP done | Russia delivered more oil than the 500,000 barrels a year that may be shipped to North Korea.
en | goods CN KP planned | A Chinese trader agreed to ship 500 tons of fertilizer to North Korea in June.
en | transport KP CN done | A North Korean ship called at Longkou in China, the data show.
id | aid - KP planned | Komite Sanksi Dewan Keamanan mengizinkan UNICEF mengirim peralatan medis ke Korea Utara.
id | labour KP - ongoing | Negara-negara harus memulangkan mereka pada 2019, tetapi ribuan pekerja Korea Utara masih bekerja di luar negeri.
id | goods KP - done | Meski dilarang, Korea Utara mengekspor batu bara senilai 100 juta dolar AS tahun lalu.
id | troops KP RU hypothetical | Korea Utara mungkin mengirim lebih banyak pasukan ke Rusia, kata badan intelijen itu.
ru | aid - KP planned | Комитет по санкциям Совбеза разрешил ЮНИСЕФ поставить в КНДР медицинское оборудование.
ru | labour KP - ongoing | Государства должны были отправить их домой к 2019 году, но тысячи северокорейских рабочих по-прежнему трудятся за границей.
ru | goods KP - done | Несмотря на запрет, КНДР в прошлом году экспортировала уголь на 100 млн долларов.
ko | aid - KP planned | 안보리 제재위원회는 유니세프가 북한에 의료 장비를 보내는 것을 허용했다.
ko | goods KP - done | 금지에도 북한은 지난해 1억 달러어치의 석탄을 수출했다.
ko | troops KP RU hypothetical | 북한이 러시아에 병력을 추가로 보낼 수 있다고 정보기관이 말했다.
"""


@pytest.mark.parametrize(("language", "text"), [line.split(" | ") for line in NORMS.strip().splitlines()])
def test_a_norm_is_no_dealing(language: str, text: str) -> None:
    assert [f"{dealing.kind} {dealing.from_} {dealing.to}" for dealing in told(text, language)] == []


@pytest.mark.parametrize(("language", "want", "text"), [line.split(" | ") for line in TOLD.strip().splitlines()])
def test_a_dealing_beside_the_law(language: str, want: str, text: str) -> None:
    found = [f"{one.kind} {one.from_ or '-'} {one.to or '-'} {one.status}" for one in told(text, language)]
    assert found == [want]
