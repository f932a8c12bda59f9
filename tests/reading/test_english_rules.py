"""English sentences that set out a rule tell no dealing; what breaks the rule, or goes on beside it, still does."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Document
from saring.reading import read
from saring.reading.legal import find

RULES = """
Resolution 2397 prohibits the sale of machinery to North Korea. It does not spare used tractors.
UN resolutions ban North Korea from exporting textiles. They make no exception for bras or school uniforms.
Under a UN resolution of 2017, states had until 22 December 2019 to send North Korean workers home.
Member states were told to repatriate all North Korean labourers within two years.
Crude oil may be delivered to North Korea only within the ceiling of four million barrels a year set by the Council.
Anyone who sells luxury goods to North Korea faces up to ten years in prison under the Singapore act.
The new Thai notice tells customs officers to stop coal, seafood and iron that come from North Korea.
North Korean exports of coal, iron and lead have been off limits since 2017.
South Korea's revised act makes it a crime to send leaflets or USB sticks to North Korea.
Any joint venture with North Korean partners had to be closed within 120 days of the resolution.
"""
TOLD = """
goods CN KP | The sanctions left North Korea short of fuel, and China sold it 20,000 tons of diesel in May.
goods KP SN | The order, for two statues in Dakar, was carried out by North Korea's Mansudae studio and shipped to Senegal in March.
goods KP CN | Under the new rules, Chinese customs seized 3 tons of North Korean clams in Dandong.
science KP RU | More than 180 North Koreans are studying at Russian universities, the rector said.
science KP CN | North Korean agronomists attended a course on hybrid rice in Changsha, China, in June.
diplomacy LA KP | A Lao police delegation is expected in Pyongyang before the end of the year.
diplomacy MY KP | Malaysia gave the North Korean ambassador 48 hours to leave.
science KP RU | Kim Il Sung University and Moscow State University signed an agreement on student exchanges.
"""


def told(text: str) -> list[str]:
    document = Document(source="t", sha256="", text=text, language="en", published="2025-07-21")
    return [f"{dealing.kind} {dealing.from_} {dealing.to}" for dealing in gather(read(document, spot), document)]


@pytest.mark.parametrize("text", RULES.strip().splitlines())
def test_a_rule_is_no_dealing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("line", TOLD.strip().splitlines())
def test_what_is_done_is_told(line: str) -> None:
    want, text = line.split(" | ")
    assert told(text) == [want]


CLAIMS = """
Resolution 2397 obliged states to repatriate North Korean workers by December 2019. It makes no exception for doctors, a lawyer said.
Under a UN resolution of 2017, governments had until 22 December 2019 to send home all North Korean workers.
"""


@pytest.mark.parametrize("text", CLAIMS.strip().splitlines())
def test_a_rule_is_a_claim(text: str) -> None:
    document = Document(source="t", sha256="", text=text, language="en", published="2025-07-21")
    claims = find(document, "KP", spot)
    assert len(claims) == text.count(". ") + 1
