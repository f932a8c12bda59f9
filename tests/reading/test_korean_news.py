"""Korean sentences of news written without sight of the rules: kind, sides and status, or nothing told at all."""

from __future__ import annotations

import pytest
from tests.reading.whole_sentences import right

from saring.dealings import gather
from saring.goods import spot
from saring.model import Dealing, Document
from saring.reading import read

BOTH_WAYS = ("transport", "diplomacy", "joint_venture", "science")

TOLD = """
goods KP CN done | 북한은 지난 3월 중국에 몰리브덴 정광 1천200톤을 넘겼다고 소식통이 전했다.
goods CN KP done | 지난달 25일 중국 훈춘에서 농업용 트랙터 10대가 원정리 다리를 건너 나선으로 들어갔다.
goods CN KP ongoing | 중국산 태양광 패널이 지금도 신의주 세관을 통해 들어오고 있다.
goods RU KP done | 러시아 하산역을 떠난 화물열차가 밀가루 600톤을 싣고 두만강역에 도착했다.
goods KP RU done | 북한에서 실린 사과 60톤이 블라디보스토크항에 내려졌다.
goods KP CN alleged | 북한 화물선 '태평 7호'가 중국 닝보 앞바다에서 바지선에 석탄을 옮겨 실은 것으로 추정된다.
goods - KP alleged | 국적 불명의 유조선이 동중국해에서 북한 유조선 '천마산호'에 경유를 넘긴 정황이 포착됐다.
goods TW KP alleged | 대만 선주가 소유한 유조선이 공해상에서 북한 선박에 정유제품을 넘긴 혐의로 조사를 받고 있다.
goods RU KP wished | 북한이 러시아에 항공유를 더 공급해 달라고 요청했다.
goods RU KP offered | 마체고라 대사는 러시아가 북한에 LNG를 공급할 용의가 있다고 밝혔다.
goods CN KP denied | 중국은 올해 북한에 원유를 수출하지 않았다고 신고했다.
goods RU KP denied | 러시아 외무부는 북한에 석유를 초과 공급했다는 주장을 부인했다.
goods DE KP done | 독일 세관 자료에 따르면 2017년 독일 회사가 북한에 계측기를 판매했다.
goods KP CN done | 접경 지역 세관에서 북한산 송이 2톤이 중국으로 통관됐다.
goods CN KP done | 북한 당국은 함흥 비료공장 보수에 쓸 촉매를 중국에서 들여왔다.
goods CN KP planned | 북한 무역회사들이 다음 달 중국에서 비닐박막 3천 톤을 구매할 예정이다.
goods KP CN done | 중국 상무부는 북한산 석탄 수입을 전면 중단한다고 발표했다.
arms KP RU done | 북한은 지금까지 러시아에 152㎜ 포탄 600만 발을 보냈다고 우크라이나 정보총국이 밝혔다.
arms RU KP alleged | 러시아가 북한에 S-400 미사일 발사대를 넘긴 것으로 보인다고 국방부가 밝혔다.
arms KP RU denied | 북한은 러시아에 무기를 판 적이 없다고 반박했다.
arms KP RU planned | 북한이 이달 말 러시아에 방사포 50문을 추가로 넘길 것으로 예상된다.
arms KP YE alleged | 후티 반군이 북한제 미사일을 예멘으로 반입한 것으로 전해졌다.
troops KP RU done | 북한이 3천 명의 병력을 러시아에 추가로 보냈다고 합참이 발표했다.
troops KP RU denied | 페스코프 대변인은 북한군 파병설을 가짜뉴스라고 일축했다.
troops RU KP done | 부상한 북한군 병사 30명이 러시아에서 특별기로 귀국했다.
military_training RU KP alleged | 러시아 교관들이 원산에서 북한 조종사들에게 무인기 조종법을 가르친 것으로 알려졌다.
military_training RU KP done | 우크라이나 정보총국은 북한군이 러시아 극동 훈련장에서 드론 운용 훈련을 받았다고 밝혔다.
labour KP CN done | 올해 2월 북한 당국은 중국 지린성 수산물 가공공장에 여성 근로자 200명을 보냈다.
labour KP RU ongoing | 현재 러시아 건설 현장에는 북한 노동자 1만5천여 명이 체류하고 있다.
labour KP RU done | 러시아는 지난해 북한인에게 교육 비자 7천 건을 발급했다.
labour CN KP done | 중국 당국은 지난달 북한 노동자 300명을 버스에 태워 신의주로 돌려보냈다.
labour KP CN denied | 중국 외교부 대변인은 북한 노동자를 고용한 사실이 없다고 말했다.
labour KP QA done | 카타르의 건설회사는 북한 노동자 1천 명을 고용했다.
labour KP RU planned | 코제먀코 주지사는 나선에서 북한 건설 노동자를 더 데려오기로 합의했다고 말했다.
transport RU KP done | 러시아 여객기가 순안공항에 착륙했다.
transport KP RU planned | 하바롭스크와 평양을 잇는 열차가 다음 달 5일 운행을 재개한다.
transport CN KP done | 중국국제항공이 30일 베이징-평양 노선 운항을 재개했다.
transport KP CN ongoing | 북한 화물선들이 중국 룽커우항을 드나들고 있다.
tourism RU KP done | 러시아 단체관광객 97명이 지난 9일 평양에 도착했다.
tourism CN KP planned | 중국 여행사 '즈싱허이'가 북한 라선 관광객을 모집하고 있다.
tourism RU KP done | 지난해 북한을 방문한 러시아인은 약 5천 명으로 집계됐다.
finance - KP done | 북한 연계 해킹조직 라자루스가 바이비트에서 15억 달러 상당의 이더리움을 훔쳤다.
joint_venture KP CN ongoing | 나선의 합작회사는 중국 기업이 지분 51%를 보유하고 있다.
joint_venture RU KP planned | 러시아와 북한이 의약품 합작공장을 세우기로 했다고 코즐로프 장관이 밝혔다.
aid KR KP planned | 통일부는 민간단체의 대북 밀가루 지원을 승인했다.
aid - KP done | 유니세프가 보낸 영양식 200톤이 남포항에 도착했다.
aid CH KP done | 스위스 정부는 지난해 북한에 분유 500톤을 지원했다.
aid RU KP offered | 푸틴 대통령은 수해를 입은 북한에 인도적 지원을 제의했다.
technical_assistance RU KP alleged | 러시아 기술자들이 북한의 정찰위성 개발을 돕고 있는 것으로 보인다.
technical_assistance RU KP alleged | 정보당국은 러시아가 북한에 핵잠수함 소형 원자로 기술을 이전했을 가능성이 있다고 보고 있다.
diplomacy RU KP done | 세르게이 라브로프 장관이 원산에서 김정은 위원장을 만났다.
diplomacy KP VN done | 김성남 국제부장이 이끄는 노동당 대표단이 하노이를 방문했다.
intellectual_property KP RU done | 북한 조선인삼협회가 러시아에 상표를 등록했다.
silent | 북한은 14일 새벽 동해상으로 단거리 탄도미사일 3발을 발사했다고 합동참모본부가 밝혔다.
silent | 북한 주민들은 김장 전투에 동원돼 배추를 나르고 있다.
silent | 평양의 백화점에서 국산 신발과 화장품이 잘 팔린다고 조선중앙TV가 소개했다.
silent | 안보리는 2017년 북한의 석탄 수출을 금지하는 결의를 채택했다.
silent | 북한 노동자를 고용하는 것은 유엔 안보리 결의 위반이라고 국무부가 지적했다.
silent | 함경남도에서는 올해 비료가 모자라 농사가 어렵다는 말이 나온다.
silent | 황해남도 농장원들은 모내기에 쓸 경유를 공급받지 못하고 있다.
silent | 러시아는 우크라이나에 미사일 40발을 발사했다.
silent | 중국은 러시아에 드론 부품을 수출하고 있다고 미국이 밝혔다.
silent | 한국과 미국은 북한의 도발에 대비해 연합훈련을 실시했다.
silent | 통일부는 북한의 노동자 송출 동향을 예의주시하고 있다고 밝혔다.
silent | 북한이 국경을 봉쇄한 뒤 시장의 물가가 두 배로 올랐다.
silent | 김정은 위원장이 신의주 화장품 공장을 현지지도했다고 노동신문이 보도했다.
silent | 남한 드라마를 USB에 담아 유포한 주민이 체포됐다.
silent | 탈북민 김씨는 북한에서 중국산 라면을 먹어 본 적이 있다고 회상했다.
silent | 외교부는 북한의 무기 수출에 대한 국제사회의 우려를 전달했다.
goods KP RU done | 자유아시아방송이 러시아 연방 수의식물위생감독국 자료를 확인한 결과 지난 3월 북한산 사과 20톤이 하산역을 통해 러시아로 반입된 것으로 나타났다.
goods KP CN done | 연합뉴스가 해관총서 통계를 분석한 결과 북한은 지난해 가발과 인조 속눈썹 등 1억6천만 달러어치를 중국에 팔았다.
goods CN KP done | 북한이 지난 2월 한 달간 중국에서 사들인 돼지고기는 500t에 달하는 것으로 조사됐다고 VOA가 전했다.
goods KP CN alleged | 국가정보원은 북한이 올해 들어 중국에 석탄 200만t을 밀수출한 것으로 파악하고 있다고 국회에 보고했다.
goods RU KP denied | 주북 러시아 대사는 북한에 공짜로 석유를 준 일이 없다고 잘라 말했다.
goods RU KP done | 안보리 대북제재위원회 홈페이지에 따르면 러시아는 지난 1월 정제유 2만2천 배럴을 북한에 공급했다.
goods CN KP done | 중국이 지난달 대북 정제유 공급량을 4천400배럴로 보고했다.
goods CN KP denied | 중국의 대북 원유 수출은 공식 통계상 '제로'로 기록됐다.
goods KP CN ongoing | 함경북도 무산광산의 철광석이 컨베이어를 통해 중국 난핑으로 넘어가고 있다고 현지 소식통이 전했다.
goods KP CN done | 지난 5월 초 북한 화물선 한 척이 무연탄을 가득 싣고 남포항을 떠나 중국 룽커우항에 짐을 부렸다.
goods CN KP alleged | 중국 동포 사업가가 북한에 알루미늄 분말을 수출한 혐의로 단둥 세관의 조사를 받고 있는 것으로 전해졌다.
goods JP KP done | 조총련계 무역업자가 북한에 중고 자전거를 보냈다가 일본 경찰에 체포됐다.
goods SG KP done | 싱가포르 법원은 북한에 위스키와 보석을 공급한 회사 대표에게 징역형을 선고했다.
goods KP KR done | 국내 수입업자들이 북한산 석탄을 러시아산으로 속여 포항항으로 들여온 사실이 관세청 조사로 드러났다.
goods KP RU planned | 러시아 정부는 북한산 해산물 수입 관세를 없애는 방안을 검토하고 있다.
goods MY KP done | 말레이시아가 지난해 북한에 팜유 12만 달러어치를 수출했다고 무역통계가 보여 준다.
goods KP ML done | 북한 만수대창작사는 말리에 청동 동상을 세웠다.
goods KP CN done | 중국 투먼 세관에서는 북한산 마른 오징어를 실은 냉동탑차가 줄지어 통관을 기다렸다.
goods RU KP planned | 러시아는 다음 달 북한에 관광버스 10대를 기증할 예정이다.
goods RU KP done | 푸틴 대통령이 김정은에게 고급 승용차 아우루스를 선물했다.
goods KP RU done | 김정은 위원장은 답례로 푸틴에게 풍산개 한 쌍을 보냈다.
goods KP RU done | 북한 화가들의 그림 40여 점이 모스크바 전시회에서 판매됐다.
arms KP RU done | 로이터통신은 지난해 8월부터 러시아 선박 4척이 나진항에서 두나이항으로 포탄 컨테이너를 실어 날랐다고 보도했다.
arms KP RU alleged | 나진항을 떠난 러시아 선박이 노보로시스크항에 탄약을 하역한 정황이 위성사진에 포착됐다.
troops KP RU done | 국가정보원은 북한 특수부대 1천500명이 러시아 해군 수송함을 타고 블라디보스토크로 이동했다고 발표했다.
troops KP RU done | 북한은 처음으로 쿠르스크 파병 사실을 공식 확인했다.
troops KP RU ongoing | 북한군 1만여 명이 여전히 러시아 서부 국경 지역에 주둔 중이라고 국방부는 보고 있다.
troops KP RU planned | 북한은 오는 8월까지 공병 6천 명을 쿠르스크에 추가로 파견할 것으로 보인다.
labour KP CN done | 북한 노동자 50명이 지난 20일 버스를 타고 훈춘의 수산물 가공공장에 도착했다.
labour KP CN alleged | 중국 내 북한 식당에서 일하던 종업원 수십 명이 새로 교대된 것으로 알려졌다.
labour KP RU planned | 러시아 타타르스탄 알라부가 경제특구가 북한 노동자 1만2천 명을 데려올 계획이라고 NHK가 보도했다.
labour KP SN done | 세네갈 건설사가 북한 노동자를 고용한 사실이 VOA 취재로 드러났다.
labour KP MN done | 몽골은 북한 노동자 1천190명의 비자를 연장했다.
labour RU KP done | 러시아는 유엔에 제출한 보고서에서 2018년 한 해 북한 노동자 약 2만 명을 돌려보냈다고 밝혔다.
labour KP CI alleged | 코트디부아르의 병원에서 북한 의사들이 진료하고 있다는 의혹이 제기됐다.
transport RU KP done | 러시아 화물선 앙가라호가 나진항에 입항한 모습이 위성사진에 잡혔다.
transport CN KP planned | 중국과 북한은 신압록강대교를 이달 안에 개통하기로 했다.
transport KP RU done | 고려항공 여객기가 15일 블라디보스토크 공항에 도착했다.
transport CN KP ongoing | 단둥과 신의주를 오가는 화물열차는 하루 두 차례 운행되고 있다.
tourism RU KP planned | 보스토크인투르는 다음 달 초 원산갈마 해안관광지구로 떠나는 여행 상품을 판매하고 있다.
tourism RU KP done | 북한이 코로나19 이후 처음으로 러시아 단체 관광객을 받아들였다.
tourism SE KP done | 스웨덴 여행사가 서방 관광객 13명을 이끌고 라선을 다녀왔다.
tourism CN KP denied | 중국 정부는 자국민의 북한 관광을 아직 승인하지 않았다.
finance - KP done | 유엔 전문가패널은 북한 해커들이 2017년부터 2023년까지 가상자산 거래소를 58차례 공격해 30억 달러를 탈취했다고 밝혔다.
finance IN KP alleged | FBI는 북한 해킹조직이 인도 거래소 와지르X에서 2억3천만 달러를 훔쳤다고 지목했다.
finance KP CN done | 중국 법원은 북한 은행의 계좌를 동결했다.
aid KR KP done | 국내 민간단체가 중국을 거쳐 북한에 결핵약 2억 원어치를 보냈다.
aid - KP planned | 유엔 제재위는 세계보건기구의 대북 의료장비 지원에 대한 제재 면제를 승인했다.
aid RU KP done | 러시아는 지난해 세계식량계획을 통해 북한에 밀가루를 지원했다.
diplomacy RU KP done | 코즐로프 러시아 천연자원장관이 이끄는 대표단이 18일 평양에 도착했다.
diplomacy KP RU planned | 최선희 외무상이 다음 주 모스크바를 방문해 라브로프 장관과 회담한다.
diplomacy CN KP done | 왕야쥔 주북 중국 대사가 김덕훈 총리를 만나 경제 협력을 논의했다.
diplomacy MN KP done | 몽골 외교차관이 평양을 방문했다.
intellectual_property KP RU planned | 북한 '평양건재공장'이 러시아 특허청에 상표 등록을 신청했다.
science KP RU ongoing | 북한 유학생 130여 명이 러시아 극동연방대에서 공부하고 있다.
silent | 윤석열 대통령은 북러 군사협력이 국제사회에 대한 도전이라고 비판했다.
silent | 미국 국무부는 북한 노동자를 고용하거나 북한산 물품을 수입하는 행위가 제재 위반이라고 강조했다.
silent | 유엔 안보리는 북한에 대한 정제유 공급을 연간 50만 배럴로 제한하고 있다.
silent | 북한은 지난 5일 인공기를 단 무인기를 자체 개발했다고 선전했다.
silent | 김정은은 군수공장을 찾아 포탄 생산을 독려했다.
silent | 평안남도에서는 석탄 공급이 줄어 난방이 어려워졌다고 한다.
silent | 러시아군이 이란제 드론 100대를 우크라이나에 발사했다.
silent | 한국은 우크라이나에 살상무기를 지원하지 않는다는 방침을 유지하고 있다.
silent | 북한 축구 대표팀이 일본을 2대 1로 꺾었다.
silent | 정부는 북한의 7차 핵실험 가능성에 대비해 한미 공조를 강화하고 있다.
silent | 지난해 북한의 대외무역 규모가 늘었지만 제재 이전 수준에는 못 미친다고 연구원은 진단했다.
silent | 함흥의 한 공장에서는 노동자들에게 배급할 쌀이 떨어졌다.
silent | 북한 주민들이 휴대전화로 외국 영상을 보다 처벌받는 사례가 늘고 있다.
silent | 중국은 한반도 문제의 당사자가 아니라며 미국의 책임을 강조했다.
silent | 북한 선수단이 파리 올림픽에서 은메달 2개를 땄다.
goods RU KP done | 러시아가 지난해 9월 북한에 정제유 5천500배럴을 공급한 사실이 안보리 대북제재위원회 집계로 확인됐습니다.
goods CN KP planned | 북한 무역기관이 중국 업체와 태양열 온수기 500대를 들여오기로 계약했다고 평안북도 소식통이 12일 자유아시아방송에 밝혔습니다.
goods KP CN alleged | 일본 요미우리신문은 북한 선박이 석탄을 싣고 중국 항구에 드나든 의혹이 있다고 보도했다.
goods KP RU denied | 러시아 세관은 북한산 수산물이 반입된 기록이 없다고 답변했다.
goods CN KP denied | 중국 측은 북한에 석탄 운반선을 판매했다는 유엔 보고서 내용이 사실이 아니라고 반박했다.
arms KP RU planned | 블룸버그통신은 북한이 러시아에 포탄을 추가 공급하기로 합의했다고 전했다.
arms KP RU offered | 북한은 러시아에 방사포를 제공하겠다고 제안한 것으로 전해졌다.
arms RU KP wished | 김정은은 러시아에 수호이-57 전투기를 달라고 요청했다고 교도통신이 보도했다.
arms KP RU done | 영국 국방부는 북한이 지금까지 최소 400만 발의 포탄을 러시아에 제공했다고 밝혔다.
troops KP RU alleged | 우크라이나 매체는 북한이 러시아에 공병부대를 추가로 보낸 것 같다고 보도했다.
labour KP CN planned | 북한 당국은 6월 중으로 중국에 무역 일꾼과 노동자 400명을 파견하려 한다고 소식통이 전했다.
labour KP CN denied | 중국 정부는 북한 노동자를 새로 받아들이지 않았다고 주장했다.
labour KP RU hypothetical | 러시아가 전후 복구에 북한 노동자를 투입할 수 있다는 관측이 나온다.
labour KP RU ongoing | 매달 50명가량의 북한 노동자가 연해주로 들어가고 있다고 현지 고려인이 전했다.
labour KP MY done | 말레이시아 사라왁주의 탄광에서 북한 노동자 176명이 일했다.
labour KP LY alleged | 리비아에 북한 간호사들이 아직 체류하고 있다는 의혹이 제기됐다.
transport CN KP planned | 중국국제항공은 이르면 다음 달 평양 노선을 재개할 예정이라고 공지했다.
transport RU KP hypothetical | 러시아 교통부는 수요가 늘면 평양행 항공편을 증편할 수 있다고 밝혔다.
transport RU KP done | 두만강역을 출발한 첫 여객열차가 하산역에 도착했다고 연해주 정부가 밝혔다.
transport KP CN done | 북한 유조선 '유선호'가 중국 영해에서 포착됐다고 VOA가 선박 위치정보를 인용해 보도했다.
transport RU KP planned | 러시아와 북한은 블라디보스토크와 라선을 잇는 여객선 운항을 추진하고 있다.
tourism RU KP ongoing | 러시아 관광객들은 매주 고려항공편으로 평양을 찾고 있다.
tourism DE KP planned | 독일의 한 여행사는 4월 평양 마라톤 참가자를 모집한다고 홈페이지에 공지했다.
finance MY KP alleged | 말레이시아 법원은 북한인 문철명이 북한을 위해 돈세탁을 한 혐의로 미국에 넘기라고 결정했다.
aid KR KP offered | 통일부 장관은 북한에 코로나 백신을 지원할 용의가 있다고 밝혔다.
aid KR KP planned | 정부는 세계식량계획을 통해 북한에 쌀 5만 톤을 지원하기로 했다.
aid - KP done | 국경없는의사회가 보낸 의약품이 지난달 남포항을 통해 북한에 들어갔다.
aid CN KP alleged | 중국이 북한에 쌀 수십만 톤을 무상으로 보낸 것으로 알려졌다.
diplomacy KP RU done | 북한 군사대표단이 모스크바에서 열린 국제안보포럼에 참석했다.
diplomacy RU KP planned | 푸틴 대통령의 방북이 이르면 이달 말 이뤄질 것으로 예상된다.
diplomacy CN KP done | 자오러지 전국인민대표대회 상무위원장이 이끄는 중국 대표단이 평양을 찾았다.
diplomacy KP CU done | 김정은은 쿠바 대통령에게 축전을 보냈다.
diplomacy JP KP wished | 기시다 총리는 김정은 위원장과 조건 없이 만나고 싶다고 말했다.
technical_assistance RU KP done | 러시아는 북한 소해에 건조 중인 구축함에 레이더 기술을 제공했다고 국방부가 밝혔다.
technical_assistance RU KP hypothetical | 러시아가 파병 대가로 북한에 핵잠수함 기술을 넘길 수 있다는 우려가 나온다.
military_training KP UG done | 북한 교관들은 2015년까지 우간다 경찰을 훈련시켰다.
military_training RU KP ongoing | 러시아 군사고문들이 북한군에 드론 조종을 가르치고 있다고 우크라이나 정보총국이 밝혔다.
joint_venture KP CN done | 중국 당국은 북한 식당과 합작기업에 120일 안에 문을 닫으라고 명령했다.
joint_venture KP CN ongoing | 선양 칠보산호텔은 북한과 중국이 합작으로 운영하고 있다.
intellectual_property KP RU done | 러시아 특허청은 북한 '고려홍삼' 상표를 등록했다.
science CN KP planned | 중국과 북한은 유학생 교류를 확대하기로 합의했다.
silent | 미국은 북한이 러시아에 무기를 제공하면 대가를 치를 것이라고 거듭 경고했다.
silent | 한미 정상은 북러 군사협력에 우려를 표명했다.
silent | 북한 매체는 함경남도에서 대규모 온실농장이 준공됐다고 전했다.
silent | 올해 들어 강원도에서 무연탄 생산이 늘었다고 노동신문이 선전했다.
silent | 신의주 주민들은 최근 쌀값이 올라 생활이 어렵다고 호소한다.
silent | 안보리는 러시아의 거부권 행사로 전문가패널의 임기를 연장하지 못했다.
silent | 정부는 북한 선박 3척과 무역회사 2곳을 독자 제재 대상으로 지정했다.
silent | 러시아와 중국은 동해에서 연합 해상훈련을 벌였다.
silent | 미사일 전문가는 북한 미사일의 정확도가 높아졌다고 평가했다.
goods KP CN done | 북한이 지난해 중국에서 벌어들인 석탄 판매 대금은 1억 달러를 넘었다.
goods CN KP done | 지난달 신의주로 넘어온 중국산 밀가루는 300톤으로, 한 해 전보다 두 배 불어났다.
goods KP RU done | 러시아 가게 진열대에 북한 맥주가 올랐다.
goods KP CN done | 무산에서 캐낸 철광석이 두만강을 건너 중국 제철소로 실려 갔다.
goods KP CN ongoing | 북한 어민들이 잡은 오징어는 바다 위에서 곧장 중국 배에 넘겨진다.
goods RU KP done | 러시아 화차 40량이 콩깻묵을 가득 싣고 두만강역에 들어섰다.
goods KP CN denied | 올해 중국 통관 자료 어디에도 북한산 석탄이 들어온 흔적은 없다.
goods RU KP done | 우수리스크의 곡물상이 북한에 밀 2만5천 톤을 팔아 치웠다.
goods RU KP planned | 하바롭스크의 목재상은 가을부터 북한에 통나무를 대기로 계약했다.
goods KP RU planned | 연해주의 유통업체는 북한 인삼 제품을 내년 봄에 들여놓기로 했다.
goods KP JP done | 일본 세관은 북한에서 건너온 바지락 20톤이 중국산 꼬리표를 달고 시모노세키항에 풀린 사실을 잡아냈다.
goods CN KP done | 중국 세관 통계에는 3월 북한으로 나간 비료가 2만 톤으로 잡혀 있다.
goods RU KP done | 러시아가 3월 한 달 북한에 대 준 기름은 4만 배럴을 웃돌았다.
arms KP RU done | 북한 항구를 떠난 러시아 배들이 포탄이 든 컨테이너를 실어 날랐다.
arms KP RU done | 러시아군은 북한에서 받은 박격포를 전선에 풀었다고 우크라이나 정보총국이 밝혔다.
arms KP RU alleged | 미국은 북한이 바그너그룹에 로켓과 미사일을 대 줬다고 의심한다.
arms KP IR alleged | 이란이 북한에서 미사일 부품을 사 갔다는 첩보가 있다.
troops KP RU done | 김정은이 러시아 전선에 내보낸 병사는 1만 명을 넘는다고 서방 당국자가 말했다.
troops KP RU done | 북한 병사들이 쿠르스크 참호에서 러시아군과 나란히 싸웠다.
labour KP RU done | 지난봄 하산역을 거쳐 러시아로 건너온 북한 건설공은 수백 명에 이른다.
labour KP CN ongoing | 훈춘의 봉제공장 세 곳은 일손 대부분을 북한 여공으로 채우고 있다.
labour KP RU ongoing | 모스크바 외곽 아파트 공사판에서 북한 미장공들이 땀을 흘리고 있다.
labour KP KW done | 쿠웨이트 건설사는 북한 인부 3천 명을 데려다 썼다.
labour KP CN wished | 중국 공장주들은 품삯이 싼 북한 노동자를 더 보내 달라고 조른다.
transport RU KP done | 블라디보스토크와 평양을 오가는 비행기가 3년 반 만에 다시 떴다.
transport CN KP done | 코로나로 끊겼던 단둥-신의주 화물열차가 다시 다니기 시작했다.
transport KP CN done | 인공기를 단 화물선 세 척이 다롄 앞바다에 닻을 내렸다.
tourism RU KP done | 러시아 스키 관광객 백여 명이 마식령에서 사흘을 보내고 돌아왔다.
tourism RU KP planned | 모스크바의 여행사가 여름휴가철 원산 상품을 내놨다.
aid CN KP done | 중국은 물난리를 겪은 북한에 쌀 천 톤을 거저 보내 줬다.
aid RU KP done | 러시아는 북한 어린이들에게 분유 4톤을 기부했다.
diplomacy RU KP done | 쇼이구 서기가 보름 만에 다시 평양 땅을 밟았다.
diplomacy KP CN done | 김정은을 태운 열차가 베이징역에 들어섰다.
diplomacy KP RU done | 북한과 러시아의 보건 책임자들이 모스크바에서 머리를 맞댔다.
diplomacy VN KP done | 또럼 서기장이 사흘 일정으로 북한을 찾았다.
intellectual_property KP RU done | 북한의 한 주류회사가 러시아에 소주 상표를 올렸다.
science KP CN done | 북한 유학생 400명이 지난가을 베이징의 대학들에 들어갔다.
silent | 중국은 북한에 대한 영향력을 행사해야 한다고 미국은 주문했다.
silent | 평양 시내에 새 살림집 1만 세대가 들어섰다.
silent | 북한 어선이 동해에서 뒤집혀 선원 5명이 숨졌다.
silent | 러시아산 가스를 남한까지 끌어오는 구상은 번번이 좌절됐다.
"""


def told(text: str) -> tuple[Dealing, ...]:
    document = Document(source="test", sha256="", text=text, language="ko", published="2025-06-20")
    return gather(read(document, spot), document)


def test_sentences() -> None:
    rows = [row.split(" | ") for row in TOLD.strip().splitlines()]
    wrong = [f"{want} {text}" for want, text in rows if not right(want.split(), told(text), BOTH_WAYS)]
    assert len(wrong) <= 0.03 * len(rows), "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("나미비아 정부는 북한에 탄약공장 건설을 맡긴 사실을 인정했다.", ("KP", "NA")),
        ("북한 유조선 '삼봉산호'에 러시아 회사가 경유를 넘겨준 것으로 보인다.", ("RU", "KP")),
        ("지난달 하순 중국에서 승합차 7대가 압록강을 건너 신의주로 들어왔다.", ("CN", "KP")),
        ("러시아는 북한에 정제유를 공급했다고 신고했고, 중국은 자료를 내지 않았다.", ("RU", "KP")),
    ],
)
def test_sides_by_the_verb(text: str, sides: tuple[str | None, str | None]) -> None:
    found = [each for each in told(text) if each.from_ == sides[0] and sides[1] in (None, each.to)]
    assert found


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("북한이 중국에서 비료를 화물차에 실어 들여왔다.", "화물차"),
        ("러시아는 북한에 쌀 대신 밀가루를 보냈다.", "쌀"),
        ("북한은 중국에서 자동차용 타이어를 수입했다.", "자동차"),
        ("북한은 중국의 식품업체에서 설탕을 사들였다.", "식품업체"),
    ],
)
def test_what_only_stands_beside_is_no_goods(text: str, left: str) -> None:
    assert [each.what for each in told(text) if each.what == left] == []
    assert told(text)
