"""Verb-final languages: case words at the end of a phrase, topics as speakers, dates, figures that run on (Korean)."""

from __future__ import annotations

import pytest
from tests.reading.whole_sentences import right

from saring.dealings import gather
from saring.goods import spot
from saring.model import Dealing, Document
from saring.reading import read
from saring.reading.gate import named

LEAST = 0.93  # share of the sentences that must be read rightly in full
BOTH_WAYS = ("transport", "diplomacy", "joint_venture", "science")

TOLD = """
goods KP CN done | 중국 해관총서가 공개한 자료를 보면 지난 5월 북한이 중국에 판 물품은 3천200만 달러어치였다.
goods CN KP done | 북한은 올해 1∼6월 중국에서 비료 4만 톤을 사들였다.
goods KP CN done | 올해 상반기 북한의 대중 수출에서 가발이 절반을 차지했다.
goods CN KP done | 지난달 북한이 중국에서 가장 많이 수입한 품목은 콩기름이었다.
goods RU KP done | 러시아 연해주에서 북한으로 나간 밀가루는 지난해 1만2천 톤으로 집계됐다.
goods KP RU done | 러시아는 지난해 북한에서 사과를 처음으로 들여왔다.
goods KP CN ongoing | 북한 무역회사들은 지금도 단둥의 업자들에게 송이버섯을 넘기고 있다.
goods CN KP done | 중국에서 생산된 승용차가 압록강을 건너 북한에 밀반입됐다.
goods KP CN alleged | 북한 화물선이 석탄을 싣고 중국 영해에 들어간 것으로 추정된다.
goods RU KP alleged | 러시아 유조선이 북한 남포항에 정제유를 하역한 정황이 드러났다.
goods KP KR done | 국내로 들어온 북한산 무연탄은 러시아산으로 서류가 꾸며졌다.
arms KP RU done | 우크라이나군은 러시아가 북한제 미사일로 하르키우를 공격했다고 밝혔다.
arms KP RU alleged | 정보당국은 북한이 러시아에 포탄 800만 발을 넘긴 것으로 보고 있다.
arms KP RU done | 국방정보본부는 북한이 러시아에 자주포 200문을 제공했다고 평가했다.
troops KP RU done | 국정원은 북한이 지난 1월과 3월 러시아에 3천여 명을 추가 파병했다고 국회에 보고했다.
troops KP RU planned | 북한이 다음 달 공병 부대를 쿠르스크에 보낼 예정이라고 러시아 안보회의 서기가 말했다.
labour KP RU done | 올해 들어 북한 노동자 1만5천 명이 러시아로 나갔다고 국정원이 밝혔다.
labour KP CN ongoing | 단둥의 수산물 가공공장에는 북한 여성 노동자 수백 명이 일하고 있다.
labour KP RU planned | 러시아 타타르스탄의 공단은 북한 근로자 2만5천 명을 받아들일 계획이다.
labour CN KP done | 중국은 비자가 만료된 북한 노동자 500여 명을 신의주로 돌려보냈다.
labour KP LA done | 라오스 정부는 북한 IT 인력에게 취업비자를 내줬다.
labour KP CN planned | 중국 공장들은 북한 인력을 더 쓰기로 북한 측과 합의했다.
transport RU KP done | 모스크바와 평양을 잇는 직통열차가 17일 첫 운행에 나섰다.
transport KP CN planned | 북한 고려항공은 내달 선양 노선을 다시 열 계획이다.
transport CN KP done | 중국 화물열차가 26일 단둥역을 떠나 신의주로 향했다.
tourism RU KP planned | 러시아 연해주의 여행사가 다음 달 원산 해변 관광단을 꾸린다.
tourism RU KP done | 러시아 관광객 15명이 지난달 평양과 원산을 둘러봤다.
tourism CN KP hypothetical | 중국인 단체관광이 재개되면 북한은 외화를 벌 수 있다.
diplomacy RU KP done | 라브로프 외무장관은 11일부터 13일까지 북한을 찾았다.
diplomacy KP CN done | 최선희 외무상이 베이징에서 왕이 외교부장과 회담했다.
diplomacy KP RU done | 김정은 위원장은 방북한 쇼이구 서기를 접견했다.
finance - KP done | 북한 해커조직은 올해 상반기 가상자산 16억 달러어치를 훔쳤다.
aid KR KP wished | 정부는 북한에 쌀을 지원하고 싶다는 뜻을 밝혔다.
aid - KP done | 세계보건기구는 북한에 백신 400만 회분을 전달했다.
technical_assistance RU KP alleged | 러시아 기술진이 북한의 위성 발사체 개발을 도운 것으로 전해졌다.
silent | 북한은 20일 서해상으로 순항미사일 여러 발을 쏘았다.
silent | 정부는 북한 관련 기관 4곳과 선박 3척을 독자제재 명단에 올렸다.
silent | 북한의 지난해 경제성장률은 3.7%였다고 한국은행이 추정했다.
silent | 평양의 쌀값은 1㎏에 8천 원으로 올랐다.
silent | 북한 주민들은 중국 휴대전화로 가족과 통화한다.
silent | 김정은은 신형 전차 생산공장을 찾아 생산을 늘리라고 지시했다.
silent | 유엔은 2017년 북한산 석탄과 수산물의 수출을 전면 금지했다.
silent | 탈북민 수가 지난해 236명으로 줄었다고 통일부가 밝혔다.
silent | 미국 하원은 북한의 인권을 다룬 법안을 통과시켰다.
silent | 국정원은 북한이 7차 핵실험 준비를 마쳤다고 판단했다.
silent | 북한 여자 축구팀이 중국 원정 경기에서 이겼다.
goods CN KP done | 중국의 대북 수출품 가운데 콩기름이 가장 많았다.
goods KP CN done | 중국의 대북 수입은 가발이 절반을 차지했다.
goods CN KP done | 북한으로 들어간 중국산 비료는 3만 톤이었다.
goods KP CN done | 중국이 북한에서 사간 품목 중에는 텅스텐이 있었다.
goods CN KP done | 중국이 지난달 북한에 수출한 품목 중에는 쌀이 가장 많았다.
goods KP CN done | 중국이 지난달 북한에서 수입한 품목 중에는 가발이 가장 많았다.
goods CN KP done | 北, 중국산 쌀 1만 톤 수입
goods KP CN done | 북한, 지난달 중국에 가발 100톤 수출
goods RU KP done | 러시아에서 북한으로 넘어간 정제유는 5만 배럴이었다.
goods CN KP done | 북한이 중국에서 들여온 쌀은 1만 톤이었다.
goods CN KP done | 북한은 중국산 타이어를 대량으로 사들였다.
goods CN KP done | 지난달 북한에 들어온 중국산 밀가루는 2천 톤으로 집계됐다.
goods KP CN done | 북한 가발이 중국 수출품 1위를 차지했다.
goods RU KP done | 러시아의 대북 석유제품 수출량은 1만 배럴이었다.
goods CN KP done | 북한은 지난달 중국으로부터 비료 3만 톤을 수입했다.
goods CN KP done | 중국 업자들은 북한에 타이어를 몰래 넘겼다.
goods KP CN done | 북한 무역일꾼들이 송이버섯을 중국 업자에게 팔았다.
goods JP KP done | 일본산 중고차가 중국을 거쳐 북한에 들어갔다.
goods DE KP done | 독일제 승용차가 북한으로 반입됐다.
labour KP CN done | 중국 업체가 북한에서 인력 50명을 데려왔다.
labour CN KP done | 중국에서 일하던 북한 노동자들이 평양으로 돌아갔다.
tourism CN KP planned | 중국 훈춘의 여행업체가 나선 관광을 다시 시작한다고 공지했다.
tourism RU KP done | 원산 갈마지구를 다녀온 러시아 관광객은 15명이었다.
tourism - KP planned | 북한은 다음 달 서방 관광객을 다시 받을 예정이다.
aid CN KP done | 중국은 수해를 입은 북한에 쌀 1만 톤을 무상으로 보냈다.
aid - KP done | 국제적십자사는 북한 수재민에게 구호품을 나눠 줬다.
aid KR KP done | 국내 민간단체가 북한에 밀가루 100톤을 지원했다.
aid CH KP planned | 스위스 정부는 올해 북한에 분유를 지원할 계획이다.
"""


def told(text: str) -> tuple[Dealing, ...]:
    document = Document(source="test", sha256="", text=text, language="ko", published="2025-07-20")
    return gather(read(document, spot), document)


def test_sentences() -> None:
    rows = [line.split(" | ") for line in TOLD.strip().splitlines()]
    wrong = [f"{want} {text}" for want, text in rows if not right(want.split(), told(text), BOTH_WAYS)]
    assert len(wrong) <= (1 - LEAST) * len(rows), "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("카타르의 월드컵 경기장 건설에 북한 노동자들이 투입됐다.", ("KP", "QA")),
        ("북한이 중국에서 들여온 쌀은 1만 톤이었다.", ("CN", "KP")),
        ("북한의 석탄을 중국이 수입했다.", ("KP", "CN")),
        ("북한의 대중 수입액은 지난달 2억 달러였다.", ("CN", "KP")),
        ("북한은 러시아에 기술 이전을 요구했다.", ("RU", "KP")),
        ("북한과 러시아는 북한산 딸기의 러시아 수출에 합의했다.", ("KP", "RU")),
    ],
)
def test_case_words(text: str, sides: tuple[str, str]) -> None:
    assert [(each.from_, each.to) for each in told(text)] == [sides]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("일본 교도통신은 복수의 소식통을 인용해 북한이 러시아에 노동자 1천 명을 보냈다고 전했다.", ["교도통신", "복수의 소식통"]),
        ("익명을 요구한 한 소식통은 14일 자유아시아방송에 “북한이 중국에 석탄을 밀수출하고 있다”고 전했다.",
         ["자유아시아방송", "익명을 요구한 한 소식통"]),
        ("VOA가 중국 해관총서 자료를 분석한 결과 북한은 지난달 중국에서 콩기름을 수입했다.", ["VOA", "중국 해관총서 자료"]),
        ("중국 해관총서가 18일 공개한 무역통계에 따르면 북한은 지난달 중국에 가발을 수출했다.",
         ["중국 해관총서가 18일 공개한 무역통계"]),
        ("“북한 노동자 수백 명이 러시아에 도착했다”고 현지 소식통이 말했다.", ["현지 소식통"]),
        ("러시아 대사는 “러시아는 북한에 밀가루를 보냈다. 북한 노동자도 러시아에 입국했다”고 밝혔다.", ["러시아 대사"]),
    ],
)  # fmt: skip
def test_speakers(text: str, chain: list[str]) -> None:
    assert [mention.words for mention in told(text)[0].said_by] == chain


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("올해 1∼5월", "2025-01-01/2025-05-31"),
        ("3∼5월", "2025-03-01/2025-05-31"),
        ("지난달 24~26일", "2025-06-24/2025-06-26"),
        ("4월 15일부터 18일까지", "2025-04-15/2025-04-18"),
        ("지난해 12월부터 올해 2월까지", "2024-12-01/2025-02-28"),
        ("두 달 전", "2025-05"),
        ("올 상반기", "2025-01-01/2025-06-30"),
        ("지난해 가을부터", "2024-09-01/2025-07-20"),
        ("2017~2019년", "2017-01-01/2019-12-31"),
    ],
)
def test_dates(words: str, date: str) -> None:
    assert [each.date for each in told(f"러시아는 {words} 북한에 밀가루 3만 톤을 수출했다.")] == [date]


def test_a_date_that_is_only_compared_with() -> None:
    found = told("북한의 6월 대중 수출액은 3천만 달러로 지난해 같은 달보다 12% 늘었다.")
    assert [each.date for each in found] == ["2025-06"]


def test_the_day_of_the_report_is_not_that_of_the_act() -> None:
    found = told("타스통신은 14일 북한이 지난달 러시아에 사과를 수출했다고 보도했다.")
    assert [each.date for each in found] == ["2025-06"]


def test_figures_of_one_month_run_on_and_turn_round() -> None:
    text = "중국 해관총서가 올린 통계를 보면 6월 중국의 대북 수출은 1억5천만 달러였다. 수입은 3천700만 달러에 그쳤다."
    found = told(text)
    assert [(each.from_, each.to, each.date) for each in found] == [("CN", "KP", "2025-06"), ("KP", "CN", "2025-06")]


def test_amount_of_mixed_myriads() -> None:
    found = told("북한은 지난달 중국에 석탄 2만6500t을 수출했다.")
    assert found[0].amount is not None
    assert found[0].amount.number == 26500


def test_the_gate_knows_words_for_two_countries() -> None:
    assert named("북중 교역액은 지난해 22억 달러였다.")
    assert not named("북미 시장에서 승용차 판매가 늘었다.")
