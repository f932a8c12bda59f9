"""English phrases whose words mean something else than they do alone: what tells a dealing, and what tells none."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Document
from saring.reading import read
from saring.reading.packs import compiled

TOLD = [
    ("troops KP RU done", "At least four North Korean brigades have been deployed to Kursk."),
    ("arms KP RU ongoing", "North Korea keeps handing Russia short-range missiles."),
    ("goods RU KP done", "Refined oil was delivered to the western port of Nampo from Russia in March."),
    ("goods RU KP done", "Moscow handed Pyongyang 24 horses as a thank-you gift, North Korea's state media said."),
    ("goods KP VN done", "Vietnamese customs found 600 tons of North Korean anthracite aboard the vessel."),
    ("goods KP KR done", "South Korean companies brought in 35,000 tons of North Korean coal last year."),
    ("goods CN KP done", "Traders in Dandong sold used cars to North Korean buyers."),
    ("aid KR KP denied", "North Korea turned down South Korea's offer of 50,000 tons of rice as aid."),
    ("aid CN KP done", "Beijing gave North Korea 100,000 tons of grain free of charge."),
    ("arms KP LY alleged", "UN experts are looking into whether North Korea sold arms to Libya."),
    ("finance - KP alleged", "The FBI blamed North Korea for the theft of $100 million from Harmony's Horizon bridge."),
    ("technical_assistance RU KP alleged", "Russia is believed to be helping North Korea with satellite technology."),
    ("technical_assistance RU KP done", "Russian experts advised North Korea on the design of a new destroyer."),
    ("military_training RU KP done", "Russian officers taught North Korean troops how to use drones."),
    ("military_training KP AO done", "Angola's presidential guard was trained by North Koreans in Luanda last year."),
    ("labour KP CN ongoing", "Chinese seafood plants in Dandong rely on North Korean women, an inquiry found."),
    ("transport RU KP planned", "Russia is looking at resuming a ferry service to North Korea."),
    ("tourism - KP done", "Foreign runners took part in the Pyongyang marathon, North Korea's state media said."),
    ("goods RU KP done", "Putin gave Kim Jong Un a Russian-made Aurus limousine."),
    ("tourism CN KP planned", "A Chinese travel agency plans to offer group tours to North Korea."),
    ("labour KP AO ongoing", "Angola employs about 1,000 North Korean building workers."),
    ("transport KP RU done", "The Chon Won 7, which flies the North Korean flag, berthed at Nakhodka on 14 June."),
    ("transport RU KP planned", "A ferry will link Vladivostok with Rajin from August."),
    ("labour KP PL done", "Polish shipyards used North Korean labour until 2017."),
    ("diplomacy KP RU offered", "Putin has invited Kim Jong Un to Moscow for Victory Day."),
    ("goods RU KP planned", "Russia and North Korea signed a contract for the supply of 50,000 tons of wheat."),
    ("tourism CN KP planned", "Beijing is preparing to resume group tours to North Korea."),
    ("arms KP RU done", "Zelensky said North Korea had given Russia 3.5 million shells."),
    (
        "goods - KP alleged",
        "A Japanese patrol plane has spotted a tanker apparently transferring fuel to a North Korean ship.",
    ),
    ("goods KP VN done", "The U.S. has identified two ships that brought North Korean coal to Vietnam."),
    ("arms KP RU done", "North Korea has shipped shells to Russia in more than 9,000 containers."),
    ("arms KP RU alleged", "Pyongyang sent about 7,000 containers of suspected weapons to Russia."),
    ("goods SG KP done", "Traders in Singapore sent $1m worth of whisky to North Korea."),
    ("arms KP RU alleged", "Ties have grown closer, with Pyongyang accused of providing shells to Moscow."),
    ("aid - KP done", "The WHO began shipping much-needed medical supplies into North Korea."),
    ("labour KP PL ongoing", "Warsaw says no more than 462 North Korean workers currently work in Poland."),
    ("goods - KP done", "Citing the United States, the panel said North Korea imported 3.9 million barrels of oil."),
    ("goods KP SN done", "Senegal paid a North Korean firm to build a bronze monument."),
]
SILENT = [
    "Prime Minister Kishida invited President Yoon to Tokyo to discuss North Korea.",
    "North Korea trades with China. No coal was listed.",
    "A North Korean missile reached an altitude of 2,800 km before it fell into the sea off Japan.",
    "The visit ended on Friday. North Korea's state media gave no details on the purpose of the visit.",
    "North Korea's cabinet meeting in Pyongyang dealt with the harvest.",
    "China's commerce ministry said it had no figures on North Korea.",
    "Between May and July North Korea's rice market saw prices double.",
    "North Korea is suspected of hacking a South Korean newspaper.",
    "UN resolutions aim to stop North Korea from funding its nuclear and ballistic missile programs.",
    "Critics say the restaurants help fund Kim's weapons.",
]


def told(text: str) -> list[str]:
    """The dealings of a text as kind, sides and status."""
    document = Document(source="test", sha256="", text=text, language="en", published="2024-06-15")
    found = gather(read(document, spot), document)
    return [f"{each.kind} {each.from_ or '-'} {each.to or '-'} {each.status}" for each in found]


@pytest.mark.parametrize(("want", "text"), TOLD)
def test_told(want: str, text: str) -> None:
    assert told(text) == [want]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert told(text) == []


def test_hidden_phrases_keep_their_dates() -> None:
    pack = compiled("en")
    assert pack is not None
    months = {word.rstrip(".") for names in pack.pack.dates.months for word in names} - {"May"}
    assert [phrase for phrase in pack.pack.ignore if months & set(phrase.split())] == []


def test_perfect_passives_are_done() -> None:
    assert told("North Korean coal has been shipped to China.") == ["goods KP CN done"]
    assert told("North Korea has been shipping coal to China.") == ["goods KP CN ongoing"]


LEANING = [
    (  # exports and imports belong to the trader whose figures are told
        "Chinese exports to North Korea stood at $1.05 billion and imports at $208 million. Rice exports plunged to 3,000 tons.",
        ["goods CN KP done", "goods KP CN done", "goods CN KP done"],
    ),
    (  # what a speaker calls his own is his country's
        'Trade between Russia and the DPRK grew, Minister Alexander Kozlov said. "Our exports are wheat flour and pork," he added.',
        ["goods KP RU done", "goods RU KP done", "goods RU KP done"],
    ),
    (  # what goes the other way
        "Shipments of corn from Russia to the DPRK rose sevenfold, while frozen squid moved the other way.",
        ["goods RU KP done", "goods KP RU done"],
    ),
    (  # bought or made in a place: it comes from there
        "A Lexus bought in Osaka was delivered to Pyongyang. Jackets sewn in Sinuiju were exported to China.",
        ["goods JP KP done", "goods KP CN done"],
    ),
    (  # a cap told in an aside forbids nothing here
        "Moscow shipped more than a million barrels of refined oil to North Korea last year, double the cap, a UN report says.",
        ["goods RU KP done"],
    ),
    (  # the partner stays in mind over dealings that leave it out
        (
            "China's trade with North Korea grew in May. Beijing imported wigs for $10 million. It bought electricity. "
            "China also purchased ferrosilicon. It bought molybdenum, too. China took watch movements as well."
        ),
        ["goods KP CN done"] * 5,
    ),
    (  # a customs brief: totals without the other country, goods that are only listed, what goes the other way
        (
            "Chinese customs published its figures. Shipments to North Korea rose to $156 million, customs said. Purchases came "
            "to $28 million. Top of the outbound list was soybean oil. In the other direction, ferrosilicon ranked second."
        ),
        ["goods CN KP done", "goods KP CN done", "goods CN KP done", "goods KP CN done"],
    ),
    (  # where weapons are found is not who was given them
        "North Korea has supplied Russia with missiles. Fragments of a North Korean KN-23 missile were found in Kharkiv.",
        ["arms KP RU done"],
    ),
]


@pytest.mark.parametrize(("text", "want"), LEANING)
def test_leaning(text: str, want: list[str]) -> None:
    assert told(text) == want
