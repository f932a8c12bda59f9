"""Short sentences in varied words: one dealing each with its sides and status, or nothing."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Document
from saring.reading import read

# kind, giver, receiver, status; `*` where either side is defensible.
ENGLISH = [
    (
        "goods KP CN done",
        "A North Korean freighter hauled 4,000 tons of anthracite to the Chinese port of Rizhao in May.",
    ),
    ("goods KP RU done", "North Korean beer has turned up in shops in Vladivostok."),
    ("goods KP RU ongoing", "Cosmetics made in North Korea are now sold at a supermarket in Vladivostok."),
    ("goods CN KP done", "Smugglers sneaked used cars from China into North Korea last winter."),
    ("goods KP CN done", "Chinese buyers snapped up North Korean ginseng at the fair."),
    ("goods RU KP done", "Russia trucked 300 tons of flour into North Korea in March."),
    ("goods KP CN done", "Garments stitched in North Korea were offloaded at Dandong."),
    ("goods CN KP done", "A Chinese dealer mailed cosmetics to North Korea."),
    ("goods KP RU done", "Russian retailers put North Korean soju on sale in June."),
    ("goods RU KP done", "Moscow resupplied North Korea with petrol last autumn."),
    ("goods SG KP done", "A Singapore firm shipped wine off to North Korea in 2018."),
    ("goods KP CN done", "Truckloads of North Korean clams crossed into China in May."),
    ("goods KP CN denied", "Beijing ruled out that North Korean coal had been unloaded in China."),
    ("arms KP RU done", "North Korea handed over howitzers to Russia last autumn."),
    (
        "arms KP * done",
        "Fragments of North Korean ballistic missiles were recovered in Ukraine after Russia fired them.",
    ),
    ("arms KP RU alleged", "Pyongyang is understood to have ferried cartridges to Russia."),
    ("arms KP MM alleged", "North Korea is said to have supplied rocket launchers to Myanmar."),
    ("arms RU KP done", "Russia handed North Korea air-defence missiles last month."),
    ("arms KP RU done", "Trainloads of North Korean shells rolled into Russia."),
    ("arms KP RU planned", "North Korea will ship mortars to Russia next month."),
    ("labour KP RU done", "Around 15,000 North Koreans toiled at building sites in Russia last year."),
    ("labour KP RU ongoing", "North Korean labourers are laying bricks in Vladivostok."),
    ("labour KP CN ongoing", "North Korean seamstresses sew uniforms in Dandong, China."),
    ("labour KP CN ongoing", "Chinese seafood plants rely on North Korean workers."),
    ("labour KP RU planned", "Russia plans to take on 5,000 North Korean builders."),
    ("labour KP RU done", "A first batch of North Korean construction brigades arrived in Russia in July."),
    ("labour KP PL done", "A Polish shipyard hired North Korean welders in 2016."),
    (
        "labour KP US alleged",
        "North Korean software engineers allegedly posed as Americans to win contracts from US firms.",
    ),
    ("labour RU KP done", "Russia flew home 2,000 North Korean workers in December 2019."),
    ("labour KP RU done", "Russia no longer admits North Korean workers."),
    ("labour SN KP done", "Senegal sent packing the North Korean labourers in 2019."),
    ("labour KP RU done", "Russia issued student visas to North Korean workers in 2024."),
    ("troops KP RU done", "North Korean infantry fought in Kursk, Russia, last winter."),
    ("troops KP RU done", "North Korea rotated paratroopers into Russia in spring."),
    ("troops KP RU planned", "North Korea is about to send deminers to Russia."),
    ("military_training RU KP done", "Russian instructors drilled North Korean officers near Ussuriysk."),
    ("military_training KP UG done", "North Korean instructors taught Ugandan police officers until 2016."),
    ("technical_assistance RU KP alleged", "Russia is believed to have shared satellite know-how with North Korea."),
    ("technical_assistance RU KP done", "Russia helped North Korea build a drone factory."),
    ("transport RU KP done", "Nordwind added a weekly flight between Moscow and Pyongyang."),
    ("transport RU KP done", "Moscow and Pyongyang reconnected their direct train after five years."),
    ("transport * * done", "China and North Korea relaunched the ferry link between Dandong and Sinuiju."),
    ("transport KP CN done", "A North Korean tanker put into Qingdao, China, in May."),
    ("transport KP CN done", "North Korean and Chinese vessels were photographed in ship-to-ship transfers."),
    ("transport KP ID done", "Indonesia impounded a North Korean bulk carrier in 2018."),
    ("transport RU KP ongoing", "Russia is laying a road bridge to North Korea."),
    ("tourism RU KP done", "A party of Russian holidaymakers flew to North Korea in February."),
    ("diplomacy RU KP done", "Lavrov paid an official visit to Pyongyang in October."),
    ("diplomacy KP RU done", "A North Korean government delegation left for Moscow on Monday."),
    ("diplomacy KP CN done", "Kim Jong Un sent a message of condolence to Xi Jinping."),
    ("diplomacy CN KP done", "Xi Jinping sent a congratulatory telegram to Kim Jong Un."),
    ("diplomacy KP RU done", "North Korea and Russia inked a defence pact in June 2024."),
    ("diplomacy MY KP done", "Malaysia expelled the North Korean ambassador in 2017."),
    ("finance US KP alleged", "North Korean hackers are suspected of swindling an American exchange out of bitcoins."),
    ("aid RU KP done", "Russia dispatched relief supplies to flood-hit North Korea."),
    ("aid CH KP done", "Switzerland donated milk powder to North Korea."),
    ("aid KR KP offered", "South Korea stands ready to ship rice aid to North Korea."),
    ("joint_venture RU KP done", "A Russian bank set up a joint venture with North Korea."),
    ("joint_venture KP LA done", "Laos closed down a North Korean restaurant."),
]
INDONESIAN = [
    ("goods KP RU done", "Bir Taedonggang asal Korea Utara mulai dijual di Vladivostok, Rusia, sejak Mei."),
    ("goods KP RU ongoing", "Kosmetik buatan Korut kini dipajang di sebuah toko di Moskow."),
    ("goods KP RU done", "Soju Korea Utara beredar di pasar Rusia."),
    ("goods RU KP done", "Rusia mengapalkan 3.000 ton solar ke Korea Utara pada Maret."),
    ("goods CN KP done", "Pedagang China menyelundupkan mobil bekas ke Korea Utara."),
    ("goods KP CN done", "Kapal Korea Utara membongkar batu bara di pelabuhan Rizhao, China."),
    ("goods KP CN done", "Pembeli China memborong ginseng Korea Utara."),
    ("goods RU KP done", "Putin menghadiahi Kim Jong Un sebuah mobil."),
    ("goods KP RU done", "Korea Utara mempersembahkan lukisan kepada Putin."),
    ("goods KP CN done", "Wig asal Korut laku dijual di China."),
    ("goods RU KP planned", "Rusia akan memasok 10.000 ton gandum ke Korea Utara."),
    ("goods RU KP done", "Moskow menyerahterimakan 20 bus kepada Korea Utara."),
    ("goods KP VN done", "Vietnam menerima kiriman batu bara dari Korea Utara."),
    ("goods RU KP done", "Kuda-kuda diterbangkan dari Rusia ke Korea Utara."),
    ("goods KP ID done", "Indonesia menggagalkan penyelundupan ginseng Korea Utara."),
    ("arms KP RU alleged", "Korut diduga mengapalkan peluru artileri ke Rusia."),
    ("arms KP * done", "Serpihan rudal Korea Utara ditemukan di Ukraina setelah ditembakkan Rusia."),
    ("arms KP RU done", "Korea Utara menyerahkan meriam swagerak kepada Rusia."),
    ("arms RU KP done", "Rusia menghibahkan rudal pertahanan udara kepada Korea Utara."),
    ("arms KP RU denied", "Pyongyang menampik kabar pengiriman munisi ke Rusia."),
    ("arms KP MM done", "Myanmar membeli peluncur roket dari Korea Utara."),
    ("labour KP RU ongoing", "Ribuan buruh Korea Utara menebang kayu di Rusia."),
    ("labour KP CN ongoing", "Para penjahit Korea Utara bekerja di pabrik garmen di Dandong, China."),
    ("labour KP RU planned", "Rusia berencana merekrut 5.000 buruh bangunan asal Korut."),
    ("labour KP CN done", "Pabrik pengolahan ikan di China mempekerjakan buruh perempuan Korea Utara."),
    ("labour KP RU done", "Rombongan pekerja Korea Utara tiba di Rusia pada Juli."),
    ("labour MY KP done", "Malaysia mendeportasi buruh tambang Korea Utara pada 2017."),
    ("labour RU KP done", "Rusia mengirim pulang 2.000 buruh Korut pada Desember 2019."),
    ("labour KP RU done", "Rusia menerbitkan visa pelajar bagi pekerja Korea Utara."),
    ("labour KP QA done", "Qatar menampung tenaga kerja Korea Utara di proyek stadion."),
    ("labour KP RU planned", "Korea Utara akan memberangkatkan brigade konstruksi ke Kursk, Rusia."),
    ("troops KP RU done", "Korea Utara menerjunkan pasukan infanteri ke Kursk, Rusia."),
    ("troops KP RU planned", "Korut segera mengirim pasukan zeni ke Rusia."),
    ("military_training RU KP done", "Instruktur Rusia menggembleng tentara Korea Utara."),
    ("military_training KP UG done", "Pelatih militer Korea Utara melatih polisi Uganda."),
    ("technical_assistance RU KP alleged", "Rusia diyakini membagikan teknologi satelit kepada Korea Utara."),
    ("technical_assistance RU KP done", "Rusia membantu Korea Utara membangun pabrik drone."),
    ("transport RU KP done", "Nordwind menerbangi rute Moskow-Pyongyang mulai Juli."),
    ("transport * * done", "Rusia dan Korea Utara menjalankan kembali kereta langsung Moskow-Pyongyang."),
    ("transport KP CN done", "Kapal tanker Korea Utara merapat di Qingdao, China."),
    ("transport * * done", "Kapal Korea Utara dan kapal China terekam melakukan alih muat di laut."),
    ("transport KP ID done", "Indonesia menahan kapal kargo Korea Utara pada 2018."),
    ("transport RU KP ongoing", "Rusia tengah membangun jembatan mobil ke Korea Utara."),
    ("transport RU KP done", "Rusia menyetop penerbangan ke Pyongyang."),
    ("tourism RU KP done", "Rombongan wisatawan Rusia berlibur ke Korea Utara pada Februari."),
    ("diplomacy RU KP done", "Lavrov melakukan kunjungan resmi ke Pyongyang."),
    ("diplomacy KP RU done", "Delegasi parlemen Korea Utara bertolak ke Moskow pada Senin."),
    ("diplomacy KP CN done", "Kim Jong Un mengirim pesan belasungkawa kepada Xi Jinping."),
    ("diplomacy CN KP done", "Xi Jinping menyampaikan ucapan selamat kepada Kim Jong Un."),
    ("diplomacy KP RU done", "Korea Utara dan Rusia meneken pakta pertahanan pada Juni 2024."),
    ("diplomacy MY KP done", "Malaysia mengusir duta besar Korea Utara pada 2017."),
    ("finance US KP alleged", "Peretas Korea Utara diduga menguras aset kripto dari perusahaan Amerika Serikat."),
    ("finance RU KP done", "Rusia menghapus utang Korea Utara pada 2014."),
    ("finance BD KP done", "Korea Utara menjarah uang bank sentral Bangladesh."),
    ("aid RU KP done", "Rusia mengirim bantuan tepung terigu ke Korea Utara."),
    ("aid CH KP done", "Swiss menyumbangkan susu bubuk kepada Korea Utara."),
    ("aid KR KP offered", "Korea Selatan menyatakan siap mengirim bantuan beras ke Korea Utara."),
    ("joint_venture CN KP done", "Perusahaan China mendirikan kongsi dengan Korea Utara."),
]
SILENT = [
    ("en", "The trade minister said ties with North Korea were close."),
    ("en", "North Korea passed a law on tourism."),
    ("en", "The envoy said North Korea had opened the door to talks."),
    ("en", "Share prices fell after North Korea launched a satellite."),
    ("id", "Menteri Perdagangan mengatakan hubungan dengan Korea Utara dekat."),
    ("id", "Korea Utara menggelar parade militer di Pyongyang."),
    ("id", "Juru bicara itu menggelar jumpa pers tentang Korea Utara."),
]


def told(text: str, language: str) -> list[list[str]]:
    """The dealings of a sentence as kind, giver, receiver and status."""
    document = Document(source="test", sha256="", text=text, language=language, published="2025-07-21")
    found = gather(read(document, spot), document)
    return [[each.kind, each.from_ or "-", each.to or "-", each.status or "-"] for each in found]


def agrees(want: str, found: list[list[str]]) -> bool:
    """Whether one dealing was found and every field that is asked for agrees."""
    return len(found) == 1 and all(one in ("*", other) for one, other in zip(want.split(), found[0], strict=True))


@pytest.mark.parametrize(("want", "text"), ENGLISH)
def test_english(want: str, text: str) -> None:
    found = told(text, "en")
    assert agrees(want, found), found


@pytest.mark.parametrize(("want", "text"), INDONESIAN)
def test_indonesian(want: str, text: str) -> None:
    found = told(text, "id")
    assert agrees(want, found), found


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_silent(language: str, text: str) -> None:
    assert told(text, language) == []
