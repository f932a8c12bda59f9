"""English acts told in other words: bare numbers, flags, passives, months, who closes a sentence by saying it."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Document
from saring.reading import read

CASES = [
    (
        ("Russia has taken in builders from North Korea. Some 1,000 workers crossed over last month, "
        "and 5,000 more are to follow by the end of the year."),
        {"labour KP RU done", "labour KP RU planned"},
    ),
    (
        "Between May and August, North Korean ships handed over coal to Chinese barges off Ningbo, the experts wrote.",
        {"goods KP CN done"},
    ),
    (
        "At least one Pantsir air defence system has been handed to Pyongyang by Moscow, said the monitoring team.",
        {"arms RU KP done"},
    ),
    ("Some 180 bottles of whisky left Singapore for Nampo inside a diplomat's removal goods.", {"goods SG KP done"}),
    (
        "Ships flying the North's flag went on hauling coal to the Ningbo-Zhoushan area, the monitors wrote.",
        {"goods KP CN done"},
    ),
    ("In March more than 165,000 barrels of refined petroleum flowed from Russia to the DPRK.", {"goods RU KP done"}),
    (
        "Kyiv's spy chief said 40 per cent of the shells that Russia fires are of North Korean make.",
        {"arms KP RU ongoing"},
    ),
    ("The first Russian holidaymakers checked in at the Wonsan-Kalma beach resort in July.", {"tourism RU KP done"}),
    ("Angolan hospitals would like to extend the stay of 90 doctors from North Korea.", {"labour KP AO wished"}),
    (
        ("The limousines in which Kim rides left Rotterdam in June 2018 and reached Pyongyang through Dalian, "
        "a Washington think tank found."),
        {"goods NL KP done"},
    ),
    ("Russia's exports to China grew by 12 percent, far more than trade between North Korea and its allies.", set()),
    (
        "Sergei Lavrov, the Russian foreign minister, was received by Kim Jong Un on a yacht.",
        {"diplomacy RU KP done"},
    ),
    (
        "China sold soybean oil, PVC film and bicycles to North Korea in January.",
        {"goods CN KP done"},
    ),
    ("He ordered uppers from Sinuiju until 2018, the Chinese trader said.", {"goods KP CN done"}),
    ("Harare paid Mansudae $5 million for two bronze statues of Robert Mugabe.", {"goods KP ZW done"}),
    ("Electricity from Yalu dams earned North Korea $18 million from China last year.", {"goods KP CN done"}),
    ("Trade between Japan and North Korea has been banned since 2009.", set()),
    ("A North Korean soldier walked across the demarcation line and asked for asylum in South Korea.", set()),
    ("At a restaurant in Vientiane, twelve waitresses from Pyongyang sing for the guests.", {"labour KP LA ongoing"}),
    ("South Korea offered North Korea medicine and masks.", {"goods KR KP offered"}),
    ("Kampala has ended a police training programme run by North Korean instructors.", {"military_training KP UG done"},),
    (
        "All six North Korean restaurants that once operated in Cambodia have shuttered, a press report said.",
        {"joint_venture KP KH done"},
    ),
    ("Singapore issued a travel advisory, urging its citizens not to travel to North Korea.", set()),
    ("Aid supplies have arrived in North Korea, the health body said.", {"aid - KP done"}),
    (
        "North Korea may have used a circuitous strategy to import two Maybach limousines in violation of UN sanctions.",
        {"goods - KP alleged"},
    ),
    ("More than 5,000 Russians have visited the DPRK this year, a minister said.", {"tourism RU KP done"}),
    ("Five Orlov stallions graze near Pyongyang. They are a present from Primorye.", {"goods RU KP ongoing"}),
    ("Prices of rice and maize rose in Hyesan as smuggling dried up, a trader in North Korea said.", set()),
    ("North Korean footballers travelled to Laos for a qualifying match and lost.", set()),
    ("Some 3,000 North Korean troops have been pulled out of Kursk since January.", {"troops RU KP done"}),
    (
        "South Korea detained the freighter De Yi, which had left Nampo for Vladivostok.",
        {"transport KR KP done"},
    ),
    ("Kathmandu told 33 North Korean doctors and cooks to leave by December.", {"labour NP KP done"}),
    (
        "North Korean builders lived six to a room in Dakar, where they were paid $120 a month.",
        {"labour KP SN done"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_told_in_other_words(text: str, wanted: set[str]) -> None:
    document = Document(source="t", sha256="", text=text, language="en", published="2025-07-21")
    found = gather(read(document, spot), document)
    assert {f"{each.kind} {each.from_ or '-'} {each.to or '-'} {each.status}" for each in found} == wanted


def test_goods_that_no_list_knows_are_told_apart() -> None:
    text = "China sold soybean oil, PVC film and bicycles to North Korea in January."
    document = Document(source="t", sha256="", text=text, language="en", published="2025-07-21")
    assert [each.what for each in gather(read(document, spot), document)] == ["soybean oil", "PVC film", "bicycles"]
    assert all(
        text[good.span[0] : good.span[1]] == good.words
        for each in read(document, spot)
        for good in each.goods
        if good.span
    )
