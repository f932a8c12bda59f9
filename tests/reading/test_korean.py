"""Korean sentences and what they tell: kind, sides and status, or nothing; particles, endings, dates, speakers."""

from __future__ import annotations

import pytest
from tests.reading.whole_sentences import right

from saring.dealings import gather
from saring.goods import spot
from saring.model import Dealing, Document
from saring.reading import claims, read

LEAST = 0.95  # share of the sentences that must be read rightly in full
BOTH_WAYS = ("transport", "diplomacy", "joint_venture", "science")

TOLD = """
goods KP CN done | 북한은 지난해 중국에 무연탄 200만 톤을 수출했다.
goods CN KP done | 북한이 지난 5월 중국에서 들여온 콩기름은 5천 톤으로 집계됐다.
goods RU KP done | 러시아는 지난달 북한에 정제유 1만5천 배럴을 공급했다고 유엔 대북제재위원회에 보고했다.
goods RU KP done | 러시아의 대북 정제유 공급이 석 달 만에 재개됐다.
goods KP CN ongoing | 북한은 여전히 석탄을 중국에 밀수출하고 있다.
goods KP RU planned | 북한이 내년부터 러시아에 사과를 수출할 예정이다.
goods RU KP planned | 러시아 연해주는 올해 북한에 밀가루 5만 톤을 공급할 계획이다.
goods RU KP alleged | 러시아가 북한에 원유를 불법으로 공급했다는 의혹이 제기됐다.
goods CN KP alleged | 중국 무역회사가 북한에 사치품을 보낸 것으로 알려졌다.
goods KP CN done | 북한에서 생산된 가발과 속눈썹이 중국으로 수출됐다.
goods KP RU done | 김정은은 푸틴에게 풍산개 두 마리를 선물했다.
goods KP MY done | 말레이시아는 2016년 북한산 석탄을 수입했다.
goods DE KP done | 독일산 벤츠 승용차가 북한에 반입됐다.
goods CN KP done | 단둥의 무역상들이 압록강을 통해 북한으로 중고차를 밀수했다고 데일리NK가 전했다.
goods KP CN alleged | 북한 선박들이 중국 닝보항에 석탄을 하역한 정황이 포착됐다.
arms KP RU ongoing | 북한은 러시아에 탄도미사일을 계속 공급하고 있다.
arms KP RU alleged | 북한이 러시아에 170㎜ 자주포를 지원한 것으로 추정된다.
arms RU KP done | 러시아는 북한에 판치르 방공시스템을 제공했다고 다국적제재모니터링팀이 밝혔다.
arms KP MM alleged | 북한이 미얀마에 탄도미사일을 판매했다는 의혹이 나왔다.
arms KP IR done | 북한은 1980년대 이란에 스커드 미사일을 팔았다.
arms KP RU planned | 북한은 러시아에 드론을 추가로 보낼 계획이라고 우크라이나 정보총국이 밝혔다.
troops KP RU done | 북한은 지난해 10월 러시아 쿠르스크에 병력 1만1천여 명을 파병했다.
troops KP RU done | 정부가 북한의 러시아 추가 파병과 관련해 즉각 중단을 촉구했다.
troops KP RU planned | 북한이 러시아에 공병 병력 1천 명을 추가로 파병하기로 했다고 쇼이구가 밝혔다.
troops KP RU alleged | 국정원은 북한이 러시아에 특수부대를 추가 파병한 것으로 보고 있다.
troops KP RU ongoing | 북한군은 쿠르스크에 여전히 주둔하고 있다.
labour KP RU done | 북한 노동자 5천 명이 지난해 러시아에 입국했다.
labour KP RU ongoing | 블라디보스토크의 건설현장에서 북한 노동자들이 일하고 있다.
labour KP CN ongoing | 중국 단둥의 의류 공장은 북한 노동자 300명을 고용하고 있다.
labour KP RU planned | 북한은 러시아 알라부가의 드론 공장에 노동자 1만2천 명을 파견할 계획이다.
labour KP RU wished | 러시아는 북한 노동자를 더 받아들이기를 희망한다고 후스눌린 부총리가 말했다.
labour KP RU done | 러시아 정부는 지난해 북한인에게 노동허가 1만 건을 발급했다.
labour KP CN alleged | 북한 IT 인력이 중국 선양에서 신분을 위장해 일감을 수주한 혐의를 받는다.
labour CN KP done | 중국에 파견됐던 북한 노동자 200명이 지난달 귀국했다.
labour CN KP done | 중국은 북한 노동자 수백 명을 본국으로 송환했다.
labour SN KP done | 세네갈은 북한 노동자 30명을 추방했다.
transport RU KP done | 러시아 노드윈드항공은 지난달 27일 모스크바와 평양을 잇는 직항 노선 운항을 시작했다.
transport KP CN done | 고려항공이 평양과 상하이를 오가는 항공편 운항을 재개했다.
transport CN KP planned | 베이징과 평양을 오가는 국제여객열차가 다음 달 운행을 재개할 예정이다.
transport RU KP ongoing | 러시아와 북한은 두만강에 자동차 다리를 건설하고 있다.
transport KP CN done | 북한 유조선이 중국 저우산항에 입항했다.
transport KP RU done | 북한 화물선이 지난 12일 러시아 보스토치니항에 입항한 사실이 확인됐다.
transport CN KP done | 북한은 2020년 1월 중국과의 열차 운행을 중단했다.
tourism RU KP done | 러시아 관광객 100여 명이 지난 2월 북한 원산을 방문했다.
diplomacy RU KP done | 라브로프 러시아 외무장관이 지난 11일 북한을 방문했다.
diplomacy KP RU done | 최선희 외무상이 모스크바를 방문해 라브로프와 회담했다.
diplomacy KP RU done | 북한과 러시아는 지난해 6월 포괄적 전략적 동반자 조약을 체결했다.
diplomacy RU KP planned | 푸틴 대통령이 조만간 방북할 예정이다.
diplomacy KP CN done | 김정은은 시진핑에게 축전을 보냈다.
diplomacy KP VN done | 북한 대표단이 베트남 하노이를 방문했다.
diplomacy KP LA done | 통룬 라오스 주석이 평양을 방문해 김정은과 회담했다.
aid KR KP planned | 정부는 세계식량계획을 통해 북한에 쌀 5만 톤을 지원하기로 했다.
aid KR KP offered | 정부는 북한에 수해 구호물자를 지원하겠다고 제의했다.
aid RU KP done | 러시아는 북한에 인도적 지원으로 밀 2만5천 톤을 전달했다.
aid CH KP done | 스위스는 북한에 분유를 지원했다.
joint_venture KP CN done | 북한은 중국 기업과 평양에 합작회사를 설립했다.
joint_venture KP RU planned | 북한과 러시아는 합작기업을 설립하기로 합의했다.
joint_venture KP MN ongoing | 울란바토르에서 북한 식당이 운영되고 있다.
intellectual_property KP RU done | 북한은 러시아 연방지식재산서비스에 상표 12건을 등록했다.
science KP RU done | 북한 유학생들이 러시아 극동연방대에서 연수를 시작했다.
science KP CN done | 김일성종합대학 연구진이 중국 대학과 공동연구를 진행했다.
military_training KP RU done | 북한군 교관들이 러시아군에 박격포 운용을 가르쳤다.
military_training RU KP done | 러시아는 북한군 병사들에게 드론 조종 훈련을 제공했다.
military_training KP UG done | 북한은 우간다 경찰을 훈련시켰다.
technical_assistance RU KP alleged | 러시아가 북한에 정찰위성 기술을 이전한 것으로 보인다.
technical_assistance RU KP alleged | 국정원은 러시아가 북한에 드론 생산 기술을 전수하고 있는 것으로 파악했다.
technical_assistance KP SY done | 북한 미사일 기술자들이 시리아에 파견됐다.
goods RU KP done | 러 연해주의 대북 밀가루 수출이 올해 1~6월 2만 톤에 달했다.
goods KP CN done | 북한의 대중 수출액은 지난달 3천만 달러를 기록했다.
goods RU KP hypothetical | 러시아가 북한에 정제유를 더 공급할 수 있다는 우려가 나온다.
goods KP JP done | 북한산 바지락이 일본에서 국내산으로 둔갑해 유통됐다.
goods KP KR done | 북한산 석탄 3만5천 톤이 인천항과 포항항으로 반입됐다.
goods KR KP done | 남측은 2018년 북측에 소나무 재선충 방제 약제를 전달했다.
goods KP VN alleged | 대만 사업가는 북한산 무연탄을 베트남에 판매한 혐의로 기소됐다.
silent | 나이지리아 축구 대표팀이 이탈리아를 이겼다.
silent | 북한은 오늘 동해상으로 탄도미사일을 발사했다.
silent | 한미 양국은 대북 제재 이행 방안을 논의했다.
silent | 전문가들은 북한의 핵 개발이 계속되고 있다고 분석했다.
silent | 유엔 안보리 결의 2371호는 북한의 석탄 수출을 금지하고 있다.
silent | 북한 여자축구 대표팀이 일본을 꺾고 우승했다.
silent | 김정은 위원장이 무기공장을 현지지도했다고 조선중앙통신이 보도했다.
silent | 북한의 올해 쌀 생산량이 지난해보다 늘었다고 농촌진흥청이 밝혔다.
goods RU KP done | 러시아가 지난달 북한에 공급한 정제유는 2만 배럴을 넘었습니다.
goods CN KP done | 중국이 지난 3월 북한에 수출한 쌀은 1만 톤에 이릅니다.
goods KP CN done | 중국이 북한에서 수입한 가발은 지난해 1억 6천만 달러어치였다.
goods KP CN ongoing | 중국 상인들은 지금도 북한산 꽃게를 밀수입하고 있다고 소식통이 전했다.
goods KP RU planned | 북한산 사과가 다음 달 러시아에 처음 수출된다.
goods RU KP planned | “러시아, 북한에 석유 100만 배럴 추가 공급 추진”
goods VN KP done | 베트남 업체가 북한에 쌀 5천 톤을 판매했다고 RFA가 보도했다.
goods KP SG done | 싱가포르 회사가 북한산 모래를 수입한 사실이 법원 문서를 통해 드러났다.
goods KP JP done | 북한산 송이버섯을 중국산으로 속여 일본에 수입한 업자가 체포됐다.
goods RU KP done | 러시아 오렌부르크의 양 50마리가 북한으로 보내졌다.
goods RU KP done | 모스크바 동물원은 평양 중앙동물원에 사자와 곰을 기증했다.
goods CN KP alleged | 중국 선박이 공해상에서 북한 유조선에 기름을 옮겨 실은 것으로 의심된다고 일본 정부가 밝혔다.
goods KP CN done | 북한이 지난 2월 3700만 달러 규모의 물품을 중국에 수출한 것으로 나타났다.
arms KP RU alleged | 북한 나진항에서 러시아 두나이항으로 포탄을 실은 컨테이너가 옮겨진 정황이 위성사진에 포착됐다.
arms KP RU ongoing | 라이칭더 총통과 무관하게 북한은 러시아에 무기를 수출하고 있습니다.
troops KP RU done | 북한이 러시아에 파병한 병력은 모두 1만5천 명이라고 국정원이 국회에 보고했다.
troops KP RU planned | 북한 공병 1천 명이 지뢰 제거를 위해 러시아 쿠르스크로 파견될 예정이다.
labour KP RU ongoing | 북한 노동자 1만5천 명이 러시아에서 건설 일을 하고 있습니다.
labour KP CN done | 북한 여성 노동자 400명이 버스를 타고 중국 단둥에 들어왔다고 데일리NK가 전했다.
labour KP RU wished | 러시아 연해주는 북한 건설 인력의 유치를 희망하고 있다.
labour KP CN done | 중국 당국은 북한 IT 노동자들의 비자를 연장해 줬다.
labour RU KP done | 러시아는 북한 노동자 2만3천여 명을 돌려보냈다고 유엔에 보고했다.
labour KP KW ongoing | 쿠웨이트에는 북한 노동자 2천 명가량이 체류하고 있다.
labour KP US alleged | 미 법무부는 북한 IT 인력이 미국 기업에 위장 취업한 혐의로 14명을 기소했다.
transport RU KP done | 블라디보스토크에서 출발한 여객열차가 23일 나선에 도착했다.
transport KP CN done | 중국 단둥에서 신의주로 가는 화물열차 운행이 1년 만에 재개됐다.
transport KP CN done | 북한 선박 3척이 중국 다롄항에 정박했다.
tourism RU KP done | 러시아 단체관광객 97명이 지난 9일 평양에 도착했다.
tourism CN KP done | 중국인 관광객 20명이 나선을 찾았다고 RFA가 전했다.
tourism GB KP planned | 영국 여행사 영파이오니어투어스는 4월 평양마라톤 관광 상품을 판매한다.
diplomacy RU KP done | 쇼이구 러시아 국가안보회의 서기가 평양을 방문해 김정은 국무위원장을 만났다.
diplomacy KP RU planned | 김정은 위원장이 다음 달 러시아를 방문할 것이라고 크렘린궁이 밝혔다.
diplomacy CN KP done | 왕이 중국 외교부장은 최선희 외무상과 베이징에서 회담을 가졌다.
diplomacy KP CN done | 북한 외무성 대표단이 베이징을 방문하기 위해 평양을 출발했다고 조선중앙통신이 보도했다.
diplomacy RU KP done | 푸틴은 김정은에게 친서를 보내 감사를 표했다.
diplomacy KP MN done | 몽골 외교장관은 평양에서 북한 측과 회담했다.
aid CN KP done | 중국은 지난해 북한에 쌀 100만 톤을 무상으로 지원했다.
aid - KP done | 유니세프는 북한에 결핵약을 전달했다.
finance - KP done | 북한 해킹조직 라자루스는 바이비트에서 15억 달러어치의 가상화폐를 훔쳤다.
finance - KP alleged | 북한이 지난해 가상자산 6억 달러를 탈취한 것으로 추정된다고 유엔 전문가패널이 밝혔다.
joint_venture KP RU done | 러시아 기업이 북한과 합작회사를 세웠다.
intellectual_property KP RU done | 북한 화장품 회사가 러시아에 상표를 출원했다고 로스파텐트 자료에 나타났다.
science KP RU planned | 북한과 러시아는 과학기술 협력 의정서에 따라 공동연구를 진행하기로 했다.
military_training RU KP done | 러시아 교관들이 북한군을 훈련시켰다.
silent | 정부는 북한의 도발에 단호히 대응하겠다고 밝혔다.
silent | 북한 선수단이 파리 올림픽에서 은메달을 땄다.
silent | 유엔 안보리는 북한의 미사일 발사를 규탄하는 성명을 채택하지 못했다.
silent | 북한 내부 소식통은 쌀값이 올랐다고 전했다.
silent | 평양의 한 공장에서 화장품 생산이 늘었다고 노동신문이 보도했다.
silent | 한국 수출입은행은 올해 수출이 줄었다고 밝혔다. 북한 관련 위험도 언급했다.
silent | 결의 2397호는 회원국에 북한 노동자를 24개월 안에 송환하도록 요구한다.
silent | 탈북민 단체가 대북 전단을 살포했다.
silent | 김정은 위원장이 신형 구축함 진수식에 참석했다.
intellectual_property KP RU done | 북한 화장품 ‘봄향기’가 러시아 특허당국에 상표로 등록된 것으로 나타났다.
goods KP KR done | 국내 업체 3곳이 북한산 무연탄을 러시아산으로 속여 국내에 들여왔다.
goods KP KR alleged | 관세청은 북한산 석탄을 불법 반입한 혐의로 수입업자 3명을 검찰에 송치했다.
science KP RU ongoing | 북한 대학생 20여 명이 러시아 극동연방대학에서 유학하고 있다.
science KP RU planned | 평양외국어대 학생들이 모스크바에 교환학생으로 파견될 예정이다.
diplomacy RU KP done | 러시아 하원 대표단이 평양을 찾아 최고인민회의 의장과 면담했다.
labour KP CN alleged | 북한 노동자를 불법 고용한 혐의로 중국 회사 2곳이 제재 명단에 올랐다.
labour NA KP done | 나미비아 정부는 만수대해외프로젝트와의 계약을 해지하고 북한 노동자들을 돌려보냈다.
goods KP SN done | 북한 만수대창작사는 세네갈에 아프리카 르네상스 동상을 세웠다.
labour KP NG ongoing | 북한 의사 100여 명이 나이지리아 병원에서 근무하고 있다.
goods RU KP done | 러시아가 북한에 보낸 말 30마리가 두만강역에 도착했다.
goods KP RU planned | 러시아 사업가가 북한산 맥주를 수입해 블라디보스토크에서 판매할 계획이라고 NK뉴스가 보도했다.
finance RU KP done | 러시아 은행이 북한 회사에 계좌를 개설해 줬다.
goods KP CN done | 지난달 북한의 대중국 수출은 3천만 달러로 1년 전보다 20% 늘었다.
goods CN KP done | 중국의 지난달 대북 수출액이 2억 달러를 넘어섰다고 해관총서가 발표했다.
goods RU KP wished | 러시아 농업부는 북한에 돼지고기를 수출하는 데 관심을 보였다.
goods KP RU wished | 러시아 기업들은 북한산 수산물 수입에 관심이 있다고 마체고라 대사가 말했다.
goods RU KP offered | 러시아는 북한에 곡물을 공급할 준비가 돼 있다고 코즐로프 장관이 말했다.
arms KP RU hypothetical | 북한이 러시아에 무기를 제공할 경우 대가를 치를 것이라고 미국이 경고했다.
arms RU KP hypothetical | 러시아가 북한에 첨단 무기를 넘길 가능성이 있다는 우려가 나온다.
troops KP RU done | 북한군이 러시아 쿠르스크 전선에 투입됐다.
troops KP RU ongoing | 북한 병력 1만여 명이 현재 러시아에 머물고 있다.
troops KP RU planned | 북한은 7∼8월에 병력을 추가로 러시아에 보낼 것이라고 이성권 의원이 전했다.
labour KP RU done | 올해 1분기 러시아에 들어간 북한 노동자는 1만5천 명으로 집계됐다.
labour KP RU alleged | 북한 노동자들이 학생비자로 러시아에 들어가 일하고 있다는 의혹이 제기됐다.
tourism RU KP done | 올해 북한을 찾은 러시아 관광객은 5천 명에 이른다.
transport RU KP planned | 러시아 극동개발부는 블라디보스토크와 나선을 오가는 여객선 운항을 검토하고 있다.
transport CN KP done | 에어차이나가 30일 베이징-평양 노선 운항을 재개했다.
transport KP RU done | 북한 만경봉호가 블라디보스토크항에 입항했다.
transport RU KP done | 러시아 유조선 벨라호가 북한 청진항에 정박했다.
diplomacy KP RU done | 북한 군사대표단이 러시아를 방문하기 위해 10일 평양을 출발했다고 조선중앙통신이 전했다.
diplomacy CN KP done | 자오러지 전인대 상무위원장이 평양을 방문했다.
diplomacy RU KP done | 푸틴 대통령은 24년 만에 북한을 국빈 방문했다.
diplomacy KP ID done | 최선희 외무상은 인도네시아에서 라브로프 장관을 만났다.
aid - KP planned | 유엔은 북한에 백신을 지원하기로 했다.
aid RU KP offered | 러시아는 수해를 입은 북한에 인도적 지원을 제공하겠다고 제의했다.
joint_venture KP RU planned | 북한과 러시아는 평양에 합작 병원을 세우기로 했다.
finance - KP done | 라자루스는 지난 2월 바이비트를 해킹해 15억 달러를 빼돌렸다고 FBI가 밝혔다. 라자루스는 북한 해킹조직이다.
silent | 한국 정부는 북한 국적 개인 15명을 독자제재 대상으로 지정했다.
silent | 북한은 9·9절 열병식에서 신형 전차를 공개했다.
silent | 미국과 일본은 북한의 위협에 맞서 협력하기로 했다.
silent | 북한의 식량 사정이 악화하고 있다고 세계식량계획이 밝혔다.
silent | 안보리는 북한에 공급할 수 있는 정제유를 연간 50만 배럴로 제한하고 있다.
silent | 북한 주민들이 시장에서 쌀을 사고 있다.
tourism RU KP planned | 러시아 여행사 보스토크 인투르는 다음 달 원산갈마 관광단을 모집하고 있다.
tourism RU KP planned | 러시아인 관광객 100명이 오는 9일 평양을 방문할 예정이다.
tourism RU KP done | 지난해 북한을 방문한 러시아 관광객은 1천500명을 넘었다.
tourism - KP planned | 북한이 오는 4월 평양국제마라톤에 외국인 관광객을 받기로 했다.
joint_venture KP CN ongoing | 북한은 중국 선양에서 식당을 운영하고 있다.
joint_venture KP TH done | 태국 방콕의 북한 식당이 문을 닫았다.
transport KP RU planned | 고려항공은 다음 달부터 평양-블라디보스토크 노선을 주 3회로 증편한다.
transport RU KP done | 블라디보스토크와 평양을 오가는 항공편이 27일 다시 운항을 시작했다.
transport CN KP ongoing | 단둥과 신의주 사이에는 화물열차가 매일 오가고 있다.
transport KP CN done | 단둥-신의주 간 화물열차 운행이 재개됐다고 소식통이 전했다.
transport RU KP planned | 푸틴은 두만강 자동차 다리 건설을 승인했다. 러시아와 북한은 이 다리를 2026년까지 완공할 계획이다.
"""

# Right only where the case word of a place is found at the end of its whole phrase ("폴란드 조선소는"), where the topic
# of a sentence may both speak and act, and where "에서" says both "in" and "from".
HARDER = """
goods CN KP done | 중국 해관총서에 따르면 지난달 북한으로 쌀 3만 톤이 수출됐다.
goods KP CN done | 북한산 조개가 중국 훈춘의 수산시장에서 팔렸다.
goods KP RU planned | 러시아 수의식물위생감독국은 북한산 인삼 제품 수입을 허용하기로 했다고 밝혔다.
goods KP CN denied | 중국 외교부는 북한산 석탄을 수입한 적이 없다고 부인했다.
goods RU KP done | 푸틴 대통령은 김정은 국무위원장에게 아우루스 리무진을 선물했다.
goods KP RU done | 러시아 온라인 쇼핑몰에서 북한산 화장품이 판매됐다.
arms KP RU alleged | 미국은 북한이 러시아에 포탄을 제공했다고 주장했다.
arms KP RU done | 신원식 국방장관은 북한이 러시아에 컨테이너 1만3천 개 분량의 포탄을 보냈다고 밝혔다.
arms KP RU denied | 북한 외무성은 러시아에 무기를 제공한 적이 없다고 밝혔다.
transport KP ID done | 인도네시아는 2018년 4월 북한 선박 와이즈 어니스트호를 억류했다.
tourism CN KP planned | 중국 여행사들이 다음 달부터 북한 단체관광을 재개할 계획이다.
finance US KP done | 북한 해커들이 미국의 가상화폐 거래소에서 1억 달러를 탈취했다.
goods CN KP done | 지난달 북한의 대중 수입액은 1억5천만 달러로 나타났다.
silent | 북한 노동당은 전원회의를 열고 농업 문제를 논의했다.
arms KP CD done | 콩고민주공화국은 북한에서 권총을 구입했다고 전문가패널이 밝혔다.
labour KP RU denied | 러시아 외무부는 북한 노동자를 새로 받아들이지 않았다고 밝혔다.
transport RU KP planned | 러시아 교통부는 모스크바와 평양 간 직항편을 곧 운항할 계획이라고 밝혔다.
transport KP - alleged | 북한 유조선 안산1호가 동중국해에서 불법 환적을 한 혐의를 받고 있다.
diplomacy KP RU done | 김정은은 푸틴 대통령에게 생일 축전을 보냈다.
goods RU KP denied | 러시아는 6월에 북한으로 정제유를 전혀 보내지 않았다고 1718위원회에 보고했다.
goods SG KP done | 싱가포르 회사의 유조선이 북한 선박에 유류를 넘긴 사실이 미 법무부 공소장에서 확인됐다.
goods KP CN ongoing | 중국 온라인 쇼핑몰 타오바오에서는 북한산 담배가 팔리고 있다.
finance CN KP done | 중국에서 번 북한 노동자 임금 수천만 달러가 평양으로 송금됐다.
tourism CN KP hypothetical | 중국인 단체관광이 재개되면 북한을 찾는 관광객이 늘어날 수 있다.
diplomacy US KP wished | 트럼프 대통령은 김정은을 다시 만나고 싶다고 말했다.
silent | 김정은은 농장을 방문해 농민들을 격려했다.
tourism CN KP planned | 중국 단둥의 여행사들이 북한 관광 상품을 다시 판매하기 시작할 것이라고 밝혔다.
tourism CN KP planned | 옌지의 한 여행사는 오는 24일부터 나선 관광을 시작한다고 공지했다.
tourism RU KP done | 러시아 관광객들이 원산갈마 해안관광지구에서 휴가를 보냈다.
tourism CN KP denied | 중국은 아직 자국민의 북한 단체관광을 허용하지 않고 있다.
tourism CN KP done | 북한은 코로나19 이후 중단했던 중국인 관광을 5년 만에 재개했다.
tourism CN KP planned | 이 여행사는 북한 당국의 승인을 받아 중국인 관광객의 평양 방문을 추진하고 있다.
"""


def document(text: str, published: str = "2025-07-20") -> Document:
    return Document(source="test", sha256="", text=text, language="ko", published=published)


def told(text: str) -> tuple[Dealing, ...]:
    return gather(read(document(text), spot), document(text))


def lines(table: str) -> list[tuple[list[str], str]]:
    rows = [row.split(" | ") for row in table.strip().splitlines()]
    return [(want.split(), text) for want, text in rows]


def test_sentences() -> None:
    rows = lines(TOLD)
    wrong = [f"{want} {text}" for want, text in rows if not right(want, told(text), BOTH_WAYS)]
    assert len(wrong) <= (1 - LEAST) * len(rows), "\n".join(wrong)


def test_harder_sentences() -> None:
    rows = lines(HARDER)
    wrong = [f"{want} {text}" for want, text in rows if not right(want, told(text), BOTH_WAYS)]
    assert len(wrong) <= (1 - LEAST) * len(rows), "\n".join(wrong)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("지난해 10월", "2024-10"),
        ("올해 3월 12일", "2025-03-12"),
        ("지난달 26일", "2025-06-26"),
        ("지난 5일", "2025-07-05"),
        ("지난달", "2025-06"),
        ("올해 상반기", "2025-01-01/2025-06-30"),
        ("2018년 5월 3일", "2018-05-03"),
        ("작년 12월 말", "2024-12-21/2024-12-31"),
        ("지난해 1월부터 11월까지", "2024-01-01/2024-11-30"),
    ],
)
def test_dates(words: str, date: str) -> None:
    found = told(f"러시아는 {words} 북한에 밀가루 3만 톤을 수출했다.")
    assert [each.date for each in found] == [date]


def test_towards_the_north_is_a_receiver() -> None:
    found = told("러시아 연해주의 대북 수산물 수출이 지난해 4배로 늘었다.")
    assert [each.to for each in found] == ["KP"]


def test_origin_by_suffix() -> None:
    found = told("중국은 지난해 북한산 석탄을 수입했다.")
    assert [(each.from_, each.to) for each in found] == [("KP", "CN")]


def test_goods_of_a_list_are_dealings_of_their_own() -> None:
    found = told("북한은 지난달 중국으로부터 쌀과 설탕, 비료를 수입했다.")
    assert len(found) == 3
    assert {each.from_ for each in found} == {"CN"}


def test_source_before_the_verb_of_speech() -> None:
    found = told("북한 노동자 200명이 중국 단둥에 들어왔다고 RFA가 전했다.")
    assert any("RFA" in mention.words for each in found for mention in each.said_by)


def test_source_of_figures() -> None:
    found = told("러시아 관세청 통계에 따르면 러시아는 지난해 북한에 밀가루 3만 톤을 수출했다.")
    assert any("관세청" in mention.words for each in found for mention in each.said_by)


def test_amount_in_myriads() -> None:
    found = told("북한은 지난해 중국에 무연탄 1만5천t을 수출했다.")
    assert found[0].amount is not None
    assert found[0].amount.number == 15000


@pytest.mark.parametrize(
    "text", ["북한산에 등산객이 몰렸다.", "경북 지역의 수출이 늘었다.", "태평양 연안국들이 회의를 열었다."]
)
def test_words_inside_words_are_no_countries(text: str) -> None:
    assert told(text + " 북한은 논평하지 않았다.") == ()


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("유엔 안보리 결의 2371호는 북한의 석탄 수출을 전면 금지하고 있다.", "coal"),
        ("안보리 결의 2397호는 북한에 대한 정제유 공급을 연간 50만 배럴로 제한하고 있다.", "refined_oil"),
        ("결의 2375호는 북한 노동자에 대한 신규 노동허가를 금지했다.", "labour"),
        ("유엔 안보리는 북한산 수산물 수입을 금지하고 있다.", "seafood"),
    ],
)
def test_claims(text: str, subject: str) -> None:
    found = claims(document(text))
    assert len(found) == 1
    assert subject in found[0].subjects
    assert told(text) == ()
