"""Korean: whose trade it is by small words of the press, caps that were passed, things made to order, and look-alikes."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Dealing, Document
from saring.reading import read

SIDES = """
goods RU KP | 북한의 식품 매장을 다룬 글이다. 러시아 수입식품에는 치즈가 포함됐다.
goods KP CN | 북한 조개의 중국 밀수가 계속되고 있다.
goods KP CN | 해관 자료를 보면 북한의 가발과 인조 속눈썹·수염의 중국 수출액은 200만 달러였다.
goods - KP | 북한의 쌀 수입이 두 배로 늘었다고 중국 해관이 밝혔다.
goods KP CN | 북한의 석탄 수입을 중국이 재개했다.
goods - KP | 위스키의 대북 불법 반입이 계속되고 있다.
goods - KP | 위원회는 북한이 휘발유를 연간 한도를 초과해 수입했다고 밝혔다.
goods KP NA | 북한의 만수대 창작사가 나미비아의 의뢰를 받아 동상을 제작했다.
goods KP BJ | 베냉 정부는 북한 만수대창작사가 건립한 대형 동상의 제막식을 열었다.
goods KP - | 북한이 대북 제재 결의의 금수 품목을 수출해 2억 달러를 벌어들였다.
technical_assistance KP IR | 북한과 이란이 탄도미사일 기술을 거래했다고 신문이 전했다.
goods - KP | 밀가루 200톤이 북한을 비롯해 중국, 카자흐스탄에 수출됐다고 러시아 세관이 밝혔다.
diplomacy KP RU | 연해주 주지사는 블라디보스토크를 방문한 북한 관리들과 만나 협력을 논의했다.
arms KP - | 네 척 모두 북한제 무기를 운송한다는 이유로 미국의 제재 대상에 올라 있다.
labour KP - | 각국에서 북한 노동자가 호텔 종업원으로 활동하고 있다.
"""

SILENT = """
북한의 식량난이 러시아와의 협력에도 나아지지 않았다.
북한과 러시아 대표단은 만수대의사당에서 사진을 찍었다.
북한군 2천 명이 부상을 입은 것으로 알려졌다고 한국 정부가 밝혔다.
북한을 다룬 보고서에 따르면 선박들은 러시아에서 국적세탁을 했다.
정부는 북한의 무기 개발에 관여한 개인 3명을 독자제재 대상으로 지정했다.
"""


def _dealings(text: str) -> tuple[Dealing, ...]:
    document = Document(source="test", sha256="", text=text, language="ko", published="2025-07-20")
    return gather(read(document, spot), document)


def _sides(dealing: Dealing) -> tuple[str, str]:
    return dealing.from_ or "-", dealing.to or "-"


@pytest.mark.parametrize("line", SIDES.strip().splitlines())
def test_whose_trade_it_is(line: str) -> None:
    wanted, text = line.split(" | ")
    kind, giver, receiver = wanted.split()
    found = _dealings(text)
    told = {_sides(dealing) for dealing in found if dealing.kind == kind}
    assert told, text
    assert all(giver in ("-", from_) and receiver in ("-", to) for from_, to in told)


@pytest.mark.parametrize("text", SILENT.strip().splitlines())
def test_words_that_only_look_like_a_dealing(text: str) -> None:
    assert not _dealings(text)


def test_the_day_of_a_war_is_not_that_of_the_help_for_it() -> None:
    (found,) = _dealings("북한은 2022년 2월에 시작된 러시아의 우크라이나 침공을 돕고자 러시아에 탄약을 제공했다.")
    assert found.kind == "arms"
    assert found.when is None


def test_what_a_committee_lets_in_is_planned() -> None:
    (found,) = _dealings("위원회는 세계보건기구가 실험실 장비를 북한에 반입할 수 있도록 승인했다.")
    assert found.kind == "aid"
    assert found.status == "planned"


def test_a_programme_that_is_over_is_not_planned() -> None:
    found = _dealings("러시아 장관은 북한 총리에게 동물을 선물하는 등 일정을 모두 마치고 귀국했다.")
    assert "planned" not in {dealing.status for dealing in found if dealing.kind == "goods"}


def test_what_workers_are_sent_to_build_is_no_help_of_its_own() -> None:
    found = _dealings("북한은 아무르주의 수력발전소와 철도 시설 건설을 위해 근로자 500명씩을 보내기로 했다.")
    assert {dealing.kind for dealing in found} == {"labour"}
