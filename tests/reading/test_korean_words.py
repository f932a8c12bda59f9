"""Korean: the wider vocabulary, and case words inside names, after titles and behind the verb that leads on to a noun."""

from __future__ import annotations

import pytest
from tests.reading.whole_sentences import right

from saring.dealings import gather
from saring.goods import spot
from saring.model import Dealing, Document
from saring.reading import read

LEAST = 0.95
BOTH_WAYS = ("transport", "tourism", "diplomacy", "joint_venture", "science")

TOLD = """
goods KP CN done | 압록강 수풍댐에서 만든 전기를 북한이 중국에 판 금액은 올해 상반기 1천100만 달러였다.
goods KP CN ongoing | 중국 지린성 훈춘의 한 수산물 상인은 북한산 대게와 털게를 요즘도 뒷문으로 받아 온라인으로 판다고 털어놨다.
labour KP RU done | 북한 노동자 300여 명이 지난 18일 특별열차 편으로 하산역을 통해 러시아에 들어갔다.
labour CN KP done | 랴오닝성 둥강의 의류공장에서 일하던 북한 여성 노동자 60명이 지난주 버스로 단둥을 거쳐 귀국길에 올랐다.
military_training RU KP alleged | 러시아가 북한군 무인기 조종사들을 가르치고 있다는 정황이 포착됐다고 NHK가 외교 소식통을 인용해 보도했다.
finance IN KP done | 북한 해킹조직 라자루스가 인도의 가상자산 거래소에서 2억3천500만 달러를 빼돌렸다고 한미일 3국이 공동성명에서 지목했다.
goods KP KR done | 정부는 북한산 무연탄을 러시아산으로 위장해 포항항으로 들여온 수입업체 3곳을 검찰에 넘겼다.
goods RU KP done | 푸틴 대통령은 김정은 위원장에게 아우루스 리무진을 선물했다고 크렘린궁 대변인이 확인했다.
tourism RU KP done | 북한 스키장을 찾은 첫 러시아 단체관광객 97명은 블라디보스토크에서 고려항공 여객기를 타고 평양에 도착했다.
transport CN KP planned | 코로나19로 끊겼던 베이징-평양 국제열차가 이르면 다음 달 운행을 재개한다고 여행업계 관계자가 말했다.
tourism CN KP done | 중국 여행사 두 곳이 5월 노동절 연휴에 맞춰 라선 관광상품을 내놨다가 하루 만에 판매를 멈췄다.
aid VN KP planned | 베트남 정부는 수해를 입은 북한에 쌀 1만 톤을 무상으로 지원하기로 했다고 관영 매체가 보도했다.
aid KR KP denied | 통일부는 북한이 남측의 쌀 5만 톤 지원을 받지 않겠다는 뜻을 세계식량계획에 통보했다고 설명했다.
diplomacy RU KP planned | 라브로프 러시아 외무장관이 오는 11일부터 사흘간 북한 원산을 방문한다고 마리야 자하로바 대변인이 밝혔다.
diplomacy KP RU done | 최선희 외무상은 지난 1일 모스크바에서 라브로프 장관과 만나 전략대화를 했다.
diplomacy CN KP done | 리창 총리가 이끄는 중국 당정대표단이 노동당 창건 80주년 행사에 참석하려고 방북했다.
diplomacy KP BY planned | 북한과 벨라루스는 보건·교육 분야 협력 협정을 맺는 방안을 논의했다.
joint_venture KP LA done | 라오스 비엔티안의 북한 식당 두 곳이 지난달 말 간판을 내렸다.
arms KP YE alleged | 후티 반군에 북한제 대전차로켓이 흘러들어간 것으로 보인다고 영국 분쟁군비연구소가 밝혔다.
arms KP PS done | 하마스가 이스라엘 공격에 북한산 F-7 로켓을 쓴 것으로 확인됐다.
silent | 북한 축구 여자대표팀이 20세 이하 월드컵에서 우승했다.
silent | 북한은 25일 동해상으로 단거리 탄도미사일 두 발을 쏘았다고 합동참모본부가 밝혔다.
finance CN KP ongoing | 중국 어선들은 북한 동해 수역에서 조업하는 대가로 척당 5만 달러를 낸다고 선주들이 증언했다.
silent | 북한이 러시아 경매에서 낙찰받은 대게 어획권은 없다.
goods CH KP denied | 스위스산 시계의 대북 수출은 2017년 이후 기록된 바 없다고 스위스 세관이 밝혔다.
goods SG KP done | 싱가포르 주류업체가 보드카와 위스키를 북한에 판 사실이 인정돼 벌금 3만 싱가포르달러를 선고받았다.
goods TW KP alleged | 대만 검찰은 북한 선박에 해상에서 경유를 건넨 혐의로 유조선 선주 천 씨를 기소했다.
goods KP RU done | 미 재무부는 북한의 석탄 수출을 도운 러시아 해운사를 제재 명단에 올렸다.
silent | 개성공단 공장 10여 곳을 북한이 무단으로 돌리고 있다고 통일부가 밝혔다.
tourism KR KP wished | 현대아산은 금강산 관광을 재개하고 싶다는 뜻을 여러 차례 밝혔다.
labour KP NG denied | 나이지리아 정부가 북한 의료진 체류를 연장했다는 보도를 부인했다.
transport RU KP planned | 아에로플로트 자회사 오로라항공은 하바롭스크와 평양을 잇는 부정기 노선을 검토 중이다.
goods JP KP done | 재일본조선인총련합회 기업이 북한에 중고 트럭을 보낸 사실이 드러나 일본 경찰이 수사에 나섰다.
diplomacy KP IR done | 북한의 대외경제상 윤정호가 이끄는 대표단이 이란 국제무역박람회를 참관하고 돌아왔다.
arms KP RU done | 북, 러에 장사정포 추가 반출…"트럭으로 하산역 통과"
goods RU KP done | 러 "北에 밀 1차분 2천톤 인도 완료"
silent | 평양 시장의 휘발유 가격이 킬로그램당 3만 원까지 올랐다. 디젤유도 오름세다. 소식통은 환율이 뛰어 수입품 값이 모두 올랐다고 말했다.
silent | 북한산 명태는 한때 동해 어민들의 주 수입원이었으나 지금은 잡히지 않는다.
silent | 북한 주민들은 쌀과 강냉이가 모자라 하루 두 끼로 버틴다고 한 탈북민이 말했다.
silent | 북한 농업성은 올해 밀과 보리 농사 면적을 두 배로 늘렸다고 조선중앙통신이 전했다.
silent | 평안남도 순천의 비료공장이 생산을 시작했고, 흥남에서는 화학비료가 쏟아져 나온다고 노동신문이 선전했다.
goods - KP done | 지난해 같은 기간 북한이 수입한 쌀은 5만 톤이었지만 올해는 2만 톤에 그쳤다고 KDI가 분석했다.
goods CN KP done | 북한이 중국에서 들여온 태양광 패널은 장마당에서도 쉽게 살 수 있다. 가격은 장당 300위안이다. 전기 사정이 나쁜 북한에서는 집집마다 햇빛판을 단다.
silent | 북한은 자체로 만든 무인기와 방사포를 무기장비전시회에 내놓았다. 김정은은 새 미사일 엔진의 분출시험을 지켜봤다.
silent | 미국은 북한산 수산물이 미국 식탁에 오르지 못하도록 수입 금지 조치를 강화했다.
silent | 북한은 올가을 사과 농사가 잘됐다. 수확한 사과는 평양 시민들에게 공급됐다.
silent | 유엔은 북한 선박의 보험 가입을 금지하고 있으며 회원국은 북한 석탄을 실은 선박을 억류해야 한다.
military_training RU KP done | 러시아는 북한에 판치르 운용법을 가르칠 교관단을 보냈다.
military_training KP GQ done | 북한 특수부대 교관들이 적도기니 대통령 경호대를 훈련시켰다고 전직 외교관이 밝혔다.
science KP CN done | 김책공대와 하얼빈공업대가 컴퓨터 공학 분야에서 공동연구를 해 온 사실이 논문으로 드러났다.
finance KP RU done | 북한 무역은행이 모스크바에 계좌를 열고 루블화로 결제를 시작했다.
finance - KP done | 북한 보험회사가 유럽 재보험사들로부터 보험금 수천만 유로를 받아냈다.
joint_venture EG KP ongoing | 이집트 통신회사 오라스콤은 북한 합작사 고려링크의 지분 75%를 보유하고 있다.
transport KP RU done | 나선-블라디보스토크 여객선 만경봉호가 승객 부족으로 운항을 멈췄다.
transport RU KP done | 러시아 화물열차 6량이 두만강 철교를 건너 북한으로 들어가는 모습이 포착됐다.
transport KP RU done | 북한 화물선 5척이 이달 들어 러시아 보스토치니항에 입항했다고 VOA가 선박 추적 자료를 인용해 전했다.
transport CN KP planned | 중국 둥강과 신의주를 잇는 카페리 항로 개설이 논의되고 있다.
silent | 미국 정부는 자국민의 북한 여행 금지 조치를 1년 더 연장했다.
tourism RU KP done | 북한은 원산갈마 해안관광지구에 러시아 관광객 15명을 처음으로 받았다.
aid CH KP done | 스위스 정부는 분유 1천 톤을 세계식량계획을 통해 북한 탁아소에 공급했다.
aid KR KP offered | 경기도는 인도적 차원에서 북한에 온실용 자재를 지원하겠다고 밝혔다.
diplomacy KP RU done | 김정은이 푸틴에게 보낸 축전에서 "러시아의 승리를 확신한다"고 했다.
diplomacy KP CN done | 박태성 총리는 베이징을 방문해 리창 총리와 회담했다.
diplomacy RU KP done | 쇼이구 서기가 석 달 새 세 번째로 평양을 찾아 김정은을 만났다.
diplomacy KP RU done | 북한 군사대표단이 방러를 마치고 귀국했다.
silent | 북한군 포로 두 명이 한국행을 원한다고 밝혔다.
troops KP RU done | 북한군은 쿠르스크 수자 인근에 진지를 구축했다.
troops KP RU done | 북한이 러시아에 파병한 군인 가운데 600명이 숨졌다고 이성권 의원이 전했다.
labour KP RU done | 러시아 연해주 수산물 가공공장에 북한 여성 50명이 새로 배치됐다.
labour KP QA denied | 카타르는 월드컵 경기장 건설에 북한 노동자를 썼다는 의혹을 부인했다.
"""

# Who gives and who receives, in word orders and headlines of the press.
SIDES = """
goods KP CN | 북한의 대중 석탄 수출이 늘었다.
goods CN KP | 북한의 대중 밀가루 수입이 늘었다.
goods CN KP | 중국의 대북 비료 수출이 늘었다.
goods KP CN | 중국의 북한산 텅스텐 수입이 늘었다.
goods KP CN | 중국의 대북 수입에서 가발이 1위를 차지했다.
goods KP RU | 러시아의 북한산 맥주 수입이 허용됐다.
goods KP CN | 북한에서 중국으로 나간 석탄은 3만 톤이다.
goods CN KP | 중국에서 북한으로 들어간 쌀은 3만 톤이다.
goods CN KP | 중국산 쌀 3만 톤이 남포항에 들어왔다.
goods RU KP | 러시아산 밀가루를 실은 배가 청진항에 도착했다.
goods KP CN | 북한 석탄을 실은 배가 닝보에 도착했다.
goods RU KP | 나진항에 들어온 러시아 밀가루는 2천 톤이다.
goods KP JP | 북한산 바지락이 시모노세키항을 통해 들어왔다.
goods KP KR | 국내에 북한산 석탄이 반입됐다.
goods KR KP | 남측이 북측에 쌀 5만 톤을 보냈다.
goods KP CN | 단둥의 무역업자가 북한에서 송이버섯을 들여왔다.
goods CN KP | 신의주 무역회사가 단둥에서 타이어를 사들였다.
goods CN KP | 북한 무역회사들은 중국 업자에게서 설탕을 사들였다.
goods CN KP | 북한에 중국산 휴대전화가 대량으로 들어갔다.
goods KP VN | 북한산 의류가 중국산으로 둔갑해 베트남에 수출됐다.
arms KP RU | 북한제 포탄이 러시아군에 공급됐다.
arms KP RU | 러시아는 북한으로부터 포탄 100만 발을 넘겨받았다.
arms RU KP | 러시아가 북한에 방공미사일을 넘겼다.
arms RU KP | 북한이 러시아로부터 방공미사일을 받았다.
arms RU KP | 북한은 러시아의 방공미사일을 들여왔다.
arms KP SY | 북한이 시리아 군부에 미사일 부품을 팔았다.
labour KP CN | 중국 지린성의 공장들이 북한 여성 노동자들을 받아들였다.
labour KP CN | 북한은 중국에 여성 노동자 3천 명을 파견했다.
labour KP CN | 단둥의 수산물 가공공장에서 북한 노동자들이 일하고 있다.
labour KP RU | 연해주 건설 현장에 북한 노동자가 투입됐다.
labour KP RU | 러시아에 파견된 북한 노동자는 1만5천 명이다.
labour KP RU | 북한이 러시아에 파견한 노동자는 1만5천 명이다.
labour KP QA | 카타르의 건설 현장에서 북한 노동자 2천 명이 일했다.
troops KP RU | 러시아에 파병된 북한군은 1만1천 명이다.
troops KP RU | 북한군이 쿠르스크 전선에 투입됐다.
military_training RU KP | 러시아 교관들이 북한 군인들을 훈련시켰다.
military_training KP UG | 북한 교관들이 우간다 경찰을 훈련시켰다.
technical_assistance RU KP | 러시아가 북한에 위성 기술을 이전했다.
technical_assistance RU KP | 북한은 러시아로부터 위성 기술을 지원받았다.
finance CN KP | 중국 은행이 북한 회사에 500만 달러를 송금했다.
finance KP CN | 북한 회사가 중국 은행에 계좌를 개설했다.
finance JP KP | 북한 해커들이 일본 거래소에서 코인을 훔쳤다.
finance IN KP | 인도 거래소가 북한 해커에게 2억 달러를 털렸다.
diplomacy KP CN | 김정은이 시진핑에게 친서를 보냈다.
diplomacy CN KP | 시진핑 주석이 김정은 위원장에게 축전을 보냈다.
diplomacy KP RU | 김정은 위원장과 푸틴 대통령이 블라디보스토크에서 회담했다.
diplomacy RU KP | 푸틴 대통령은 평양에서 김정은 위원장과 조약에 서명했다.
diplomacy VN KP | 베트남 대표단이 평양을 방문했다.
transport RU KP | 러시아 항공사가 모스크바-평양 노선을 개설했다.
tourism CN KP | 중국인 관광객들이 나선에 들어왔다.
tourism RU KP | 북한이 러시아 관광객을 받았다.
aid CH KP | 스위스가 세계식량계획을 통해 북한에 분유를 지원했다.
joint_venture KP CN | 단둥의 북한 식당이 문을 열었다.
goods KP CN | 북, 中에 석탄 수출 재개
goods CN KP | 中, 北에 비료 5만t 지원
goods RU KP | 러, 북에 밀가루 2만t 전달
labour KP RU | 北 노동자 1천명 러시아 파견
arms KP RU | "북, 러에 포탄 100만발 보내"
goods KP RU | 러, 북한산 사과 수입 허용
goods RU KP | 러시아 연해주, 대북 콩 수출 2배로
troops KP RU | 국정원 "북한, 러에 3천명 추가 파병"
diplomacy RU KP | 라브로프, 11일 방북
diplomacy KP CN | 김정은, 4일 방중
tourism RU KP | 러 관광객 15명 원산 도착
transport CN KP | 베이징-평양 열차 6년 만에 재개
"""

# One act under each ending that says how sure the text is of it.
STATUS = """
done | 북한이 러시아에 포탄을 보냈다.
done | 북한이 러시아에 포탄을 보낸 것으로 확인됐다.
done | 북한이 러시아에 포탄을 보낸 사실이 드러났다.
done | 북한이 러시아에 포탄을 보낸 것이라고 국방부가 밝혔다.
done | 북한이 러시아에 포탄을 보냈음이 밝혀졌다.
done | 북한은 러시아에 포탄을 보낸 바 있다.
done | 북한이 러시아에 포탄을 보내기 시작했다.
done | 북한의 대러 포탄 수출이 크게 늘었다.
ongoing | 북한이 러시아에 포탄을 보내고 있다.
ongoing | 북한은 러시아에 포탄을 계속 보내고 있다.
ongoing | 북한의 대러 포탄 공급이 이어지고 있다.
ongoing | 북한은 매달 러시아에 포탄을 보낸다.
ongoing | 북한은 여전히 중국에 석탄을 팔고 있다.
ongoing | 북한산 석탄이 지금도 중국으로 들어가고 있다.
ongoing | 북한은 꾸준히 중국에 가발을 수출해 왔다.
planned | 북한이 러시아에 포탄을 보낼 예정이다.
planned | 북한이 러시아에 포탄을 보내기로 했다.
planned | 북한이 러시아에 포탄을 추가로 보낼 계획이다.
planned | 북한은 다음 달 러시아에 포탄을 보낼 것이라고 밝혔다.
planned | 러시아는 북한에 밀가루를 보낼 준비를 하고 있다.
planned | 러시아와 북한은 밀가루 공급에 합의했다.
planned | 러시아는 북한에 밀가루를 공급하는 방안을 검토하고 있다.
planned | 러시아 정부는 북한에 대한 밀가루 수출을 승인했다.
planned | 러시아는 오는 10월부터 북한에 밀가루를 수출한다.
planned | 북한 노동자 1천 명이 다음 달 러시아로 떠난다.
offered | 러시아는 북한에 밀가루를 보내겠다고 밝혔다.
offered | 러시아는 북한에 밀가루를 지원하겠다고 제의했다.
offered | 러시아는 북한에 밀가루를 보낼 용의가 있다고 말했다.
offered | 한국 정부는 북한에 쌀 지원을 제안했다.
offered | 러시아는 북한에 원유를 팔 준비가 돼 있다고 말했다.
wished | 러시아는 북한 노동자를 고용하고 싶다고 밝혔다.
wished | 북한은 러시아에 밀가루를 보내 달라고 요청했다.
wished | 북한은 러시아산 밀가루를 수입하기를 희망한다.
wished | 북한은 러시아 전투기를 사려고 한다.
wished | 북한은 중국에 쌀 지원을 요청했다.
wished | 러시아 기업들은 북한산 사과 수입에 관심을 보였다.
alleged | 북한이 러시아에 포탄을 보낸 것으로 보인다.
alleged | 북한이 러시아에 포탄을 보낸 것으로 알려졌다.
alleged | 북한이 러시아에 포탄을 보냈다는 의혹이 제기됐다.
alleged | 북한이 러시아에 포탄을 보낸 정황이 포착됐다.
alleged | 북한이 러시아에 포탄을 보냈다고 미국이 주장했다.
alleged | 북한이 러시아에 포탄을 보낸 것으로 추정된다.
alleged | 북한이 러시아에 포탄을 보낸 것 같다고 전문가가 말했다.
alleged | 북한이 러시아에 포탄을 보냈을 가능성이 크다.
alleged | 미국은 북한이 러시아에 포탄을 보냈다고 비난했다.
alleged | 북한 노동자를 고용한 혐의로 러시아 기업 대표가 기소됐다.
alleged | 북한이 러시아에 포탄을 보낸 듯하다.
alleged | 북한이 러시아에 포탄을 보냈을 것으로 관측된다.
denied | 북한은 러시아에 포탄을 보낸 적이 없다고 밝혔다.
denied | 러시아는 북한에서 포탄을 받지 않았다고 했다.
denied | 북한은 러시아에 무기를 수출했다는 보도를 부인했다.
denied | 크렘린궁은 북한 포탄 수입설을 사실무근이라고 일축했다.
denied | 중국은 북한산 석탄을 수입하지 않고 있다고 밝혔다.
denied | 러시아는 북한에 정제유를 한 방울도 보내지 않았다.
hypothetical | 북한이 러시아에 병력을 보낼 수 있다고 전문가가 전망했다.
hypothetical | 제재가 풀리면 북한이 중국에 석탄을 수출할 수 있다.
hypothetical | 러시아가 북한에 전투기를 제공할 가능성이 있다.
hypothetical | 러시아가 북한에 전투기를 넘길 수도 있다.
hypothetical | 만약 러시아가 북한에 미사일 기술을 넘긴다면 위험하다.
hypothetical | 러시아가 북한에 핵잠수함 기술을 이전할지 주목된다.
"""


def told(text: str) -> tuple[Dealing, ...]:
    document = Document(source="test", sha256="", text=text, language="ko", published="2025-07-20")
    return gather(read(document, spot), document)


def sides(text: str) -> list[tuple[str | None, str | None]]:
    return [(each.from_, each.to) for each in told(text)]


def test_sentences() -> None:
    rows = [(row.split(" | ")[0].split(), row.split(" | ")[1]) for row in TOLD.strip().splitlines()]
    wrong = [f"{want} {text}" for want, text in rows if not right(want, told(text), BOTH_WAYS)]
    assert len(wrong) <= (1 - LEAST) * len(rows), "\n".join(wrong)


def test_sides() -> None:
    wrong = []
    rows = [row.split(" | ") for row in SIDES.strip().splitlines()]
    for want, text in rows:
        kind, giver, receiver = want.split()
        found = told(text if text.endswith(".") else f"{text}\n\n본문은 다음과 같다.")
        ends = [(each.kind, each.from_, each.to) for each in found]
        turned = (kind, receiver, giver) if kind in BOTH_WAYS else (kind, giver, receiver)
        if ends not in ([(kind, giver, receiver)], [turned]):
            wrong.append(f"{want} {ends} {text}")
    assert len(wrong) <= (1 - LEAST) * len(rows), "\n".join(wrong)


def test_status() -> None:
    rows = [row.split(" | ") for row in STATUS.strip().splitlines()]
    wrong = [f"{want} {text}" for want, text in rows if [each.status for each in told(text)] != [want]]
    assert len(wrong) <= (1 - LEAST) * len(rows), "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "giver", "receiver"),
    [
        ("북, 러에 장사정포 추가 반출", "KP", "RU"),
        ("전문가패널은 북한이 수단에 방공미사일을 넘겼다고 밝혔다.", "KP", "SD"),
        ("북이 러에 노동자를 보냈다고 국정원이 밝혔다.", "KP", "RU"),
    ],
)
def test_case_words_inside_short_names(text: str, giver: str, receiver: str) -> None:
    assert sides(text) == [(giver, receiver)]


def test_who_is_met_may_have_a_title() -> None:
    assert [each.kind for each in told("김정은 위원장이 시진핑 주석과 4일 베이징에서 회담했다.")] == ["diplomacy"]
    assert sides("김정은 위원장이 시진핑 주석과 4일 회담했다.") == [("KP", "CN")]


def test_the_noun_behind_a_verb_acts() -> None:
    assert sides("미 국무부는 북한 노동자들을 고용한 중국 회사 4곳을 지목했다.") == [("KP", "CN")]


def test_companies_are_not_buying_by_their_plural() -> None:
    found = told("북한 무역회사들이 중국에서 자동차 타이어를 앞다퉈 들여오고 있다.")
    assert [(each.kind, each.from_, each.to) for each in found] == [("goods", "CN", "KP")]


def test_means_of_travel_are_no_dealing() -> None:
    found = told("러시아 관광객 97명이 블라디보스토크에서 고려항공 여객기를 타고 평양에 도착했다.")
    assert [each.kind for each in found] == ["tourism"]


def test_what_is_barred_is_no_dealing() -> None:
    assert told("유엔 안보리 제재로 북한의 석탄과 철광석 수출이 막힌 상태다.") == ()


def test_what_a_thing_is_for_is_not_the_thing() -> None:
    (good,) = spot("자동차용 윤활유", "ko")
    assert good.words == "윤활유"


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("오미자", "1211"),
        ("털신", "6404"),
        ("전기자전거", "8711"),
        ("휴대전화 부품", "8517"),
        ("플라스틱 판재", "3920"),
        ("인조모발", "6704"),
        ("평양소주", "2208"),
        ("종마", "0101"),
    ],
)
def test_korean_goods(words: str, heading: str) -> None:
    found = spot(f"러시아가 북한에 {words} 10톤을 보냈다.", "ko")
    assert any(code.startswith(heading) for good in found for code in good.hs)


def test_syllables_inside_words_are_no_goods() -> None:
    assert spot("물가가 풀리면서 회사들이 판단을 바꿨다.", "ko") == ()
