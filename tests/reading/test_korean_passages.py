"""Short Korean passages, as journalists, customs bulletins and reports tell dealings: kind, sides, status, or silence."""

from __future__ import annotations

import pytest

from saring.dealings import gather
from saring.goods import spot
from saring.model import Document
from saring.reading import read

PASSAGES = """
goods CN KP done | 중국 단둥의 한 무역회사가 6월 중순 신의주 쪽에 못자리용 비닐과 경운기 부품을 넘겼다고 현지 무역상이 전했다.
goods KP CN ongoing | 훈춘 수산시장에서는 북한산 털게가 한 근에 80위안에 팔리고 있다.
goods RU KP done; goods RU KP done | 러시아 세관 당국에 따르면 지난 5월 북한으로 나간 밀은 1만2천 톤, 옥수수는 3천 톤이었다.
goods KP CN alleged | 유엔 전문가패널은 북한 선박들이 저장성 닝보 앞바다에서 석탄을 중국 바지선에 옮겨 실었다고 의심한다.
arms KP RU done | 한국 국방부 관계자는 21일 브리핑에서 북한이 러시아에 152㎜ 포탄 등을 실은 컨테이너 2만8천 개를 보냈다고 밝혔다.
arms KP RU alleged | 평양이 모스크바에 장사정포를 추가로 넘긴 것으로 보인다고 우크라이나 정보총국장이 말했다.
labour KP CN ongoing | 투먼의 봉제공장에는 북한 여성 노동자 300여 명이 아직 남아 있다.
labour KP RU planned | 알라부가 경제특구의 무인기 공장에 북한 근로자 1만2천 명이 연말까지 파견될 예정이라고 일본 NHK가 보도했다.
labour CN KP done cessation | 중국 허룽시의 의류공장에서 일하던 북한 여성 200명이 지난주 버스를 타고 귀국했다.
transport RU KP planned | 모스크바와 평양을 잇는 직항편이 오는 27일 첫 운항에 들어간다. 노드윈드항공이 운항을 맡는다.
tourism RU KP done | 러시아 관광객 15명이 지난주 원산갈마해안관광지구를 찾았다.
tourism CN KP wished | 중국 여행업계는 북한 단체관광이 하루빨리 재개되기를 바라고 있다.
aid RU KP done | 러시아 비상사태부가 보낸 수해 구호물자를 실은 비행기가 평양 순안공항에 착륙했다.
aid - KP planned | 유니세프는 올가을 북한 어린이들에게 홍역 백신 60만 회분을 보낼 계획이다.
diplomacy RU KP done | 세르게이 라브로프 러시아 외무장관이 11일부터 사흘간 원산을 방문했다.
diplomacy KP VN planned | 베트남 외교부는 최선희 북한 외무상이 다음 달 하노이를 방문한다고 발표했다.
diplomacy KP LA done | 박명호 부상이 이끄는 북한 외무성 대표단이 비엔티안에 도착해 라오스 외교장관을 예방했다.
finance - KP done | 북한 해킹조직 라자루스가 암호화폐 거래소 바이비트에서 15억 달러어치의 이더리움을 훔쳤다고 미 연방수사국이 확인했다.
joint_venture CN KP done | 랴오닝성의 한 기업이 평양에 북한과의 합작 화장품 공장을 세웠다.
technical_assistance RU KP alleged | 러시아가 북한에 정찰위성 기술을 이전하고 있다는 의혹이 제기됐다.
military_training KP RU done | 북한군 교관들이 이란이 아니라 러시아 훈련장에서 드론 조종사들을 가르쳤다.
goods KP - done | 북한의 지난해 가발 수출액은 1억8천만 달러로 전체 수출의 절반에 가까웠다.
silent | 북한이 22일 동해상으로 단거리 탄도미사일 여러 발을 발사했다고 합동참모본부가 밝혔다.
silent | 미국 재무부는 북한의 핵 개발을 규탄하며 추가 제재를 경고했다.
silent | 중국과 러시아의 지난해 교역액은 2400억 달러를 넘었다. 북한 문제도 정상회담 의제에 올랐다.
silent | 통일부 당국자는 북한의 식량 사정이 예년보다 나아졌다고 평가했다.
goods KP MY done | 말레이시아 기업 두 곳이 2018년 북한에서 마그네시아를 사들였다.
goods SG KP done | 싱가포르 법원은 평양의 고급 상점에 보석과 시계를 공급한 무역상에게 징역 3년을 선고했다.
labour KP QA ongoing | 카타르의 월드컵 경기장 공사장에는 북한 노동자가 수백 명 일하고 있다고 노르웨이 잡지가 전했다.
labour PL KP done cessation | 폴란드는 2019년 말까지 자국 조선소에서 일하던 북한 용접공을 모두 돌려보냈다.
goods KP UA denied | 우크라이나 농업부는 북한산 꿀을 들여온 적이 없다고 부인했다.
goods JP KP done | 도쿄의 중고차 수출업자가 벤츠 두 대를 홍콩을 거쳐 북한에 팔아넘긴 혐의로 유죄 판결을 받았다.
diplomacy KP RU done | 김정은 국무위원장이 푸틴 대통령에게 축전을 보내 승전 80주년을 축하했다.
goods KP CN done enforcement | 단둥 해관이 북한 화물선에서 신고하지 않은 해삼 2톤을 압수했다.
goods RU KP done | 모스크바동물원의 사자와 불곰 등 70여 마리가 평양 중앙동물원에 선물로 전달됐다.
goods RU KP done | 푸틴은 지난해 6월 평양에서 김정은에게 아우루스 승용차를 선물했다.
goods KP RU wished | 주북 러시아대사는 북한 화장품과 인삼을 러시아 시장에 들여오고 싶다고 말했다.
goods - KP done | 파나마 선적 유조선이 3월 동중국해에서 북한 유조선에 정제유를 옮겨 실었다.
labour KP NG ongoing | 나이지리아의 한 병원에서 북한 의사 부부가 진료를 계속하고 있다.
goods KP CN done | 중국 수입업자가 라진항에 쌓아 둔 철광석 2만 톤을 7월 초 잔장으로 실어 갔다. 이 광석은 무산광산에서 캔 북한산이다.
goods KP CN alleged | 북한산 몰리브덴이 중국 제련소에 팔려 나간 것으로 의심된다.
goods CN KP done | 中 5월 대북 정제유 공급 3만 배럴
goods RU KP alleged | 미국은 러시아 보스토치니항에서 북한으로 건너간 정제유가 연간 한도의 두 배를 넘는다고 본다.
arms KP MM alleged | 미얀마 군부가 북한에서 240㎜ 방사포를 사들였다는 의혹이 다시 불거졌다.
arms KP UG done | 우간다 경찰은 2013년 북한으로부터 권총과 소총을 납품받았다.
troops KP RU ongoing | 쿠르스크 전선에는 북한군 1만여 명이 지금도 주둔하고 있다.
troops KP RU done | 지난해 10월 특수부대원 1500명이 청진에서 러시아 상륙함을 타고 블라디보스토크로 이동했다. 북한의 첫 대규모 파병이었다.
labour KP RU wished | 연해주 지사는 건설 현장에 북한 노동자를 더 받고 싶다고 했다.
labour KP KW done; labour KW KP done cessation | 쿠웨이트는 한때 북한 노동자 4천 명을 고용했으나 2019년까지 전원 돌려보냈다.
labour KP CI done | 코트디부아르 내무부 청사는 북한 인부들이 지었다.
tourism DE KP done | 독일인 관광객 12명이 2월 나선을 둘러봤다.
tourism RU KP planned | 블라디보스토크 여행사가 8월 원산 상품의 예약을 받고 있다.
aid NO KP planned | 노르웨이 적십자가 모은 겨울옷이 다음 달 북한에 보내질 예정이다.
aid KR KP denied | 한국 정부는 북한에 쌀을 지원할 계획이 없다고 밝혔다.
aid CH KP done | 스위스 개발협력청은 2018년 황해도에 분유 1천 톤을 제공했다고 공개했다. 북한 사무소는 2020년 문을 닫았다.
diplomacy KP RU done | 조선로동당대표단이 18일 모스크바에 도착하였다고 조선중앙통신이 보도하였다.
diplomacy KP CN done | 왕이 외교부장과 리룡남 주중 북한대사가 베이징에서 만나 양국 관계를 논의했다.
diplomacy MN KP done | 몽골 대통령의 친서가 몽골 특사를 통해 북한 지도부에 건네졌다.
diplomacy KP CU done | 북한은 쿠바 공산당 대회에 축전을 보냈다.
finance JP KP done | 일본의 암호화폐 거래소 DMM비트코인에서 4500비트코인을 빼낸 것은 북한 해커들이라고 일본 경찰청이 결론지었다.
finance KP MY alleged | 말레이시아 은행 계좌에 북한 광산회사 명의의 돈이 예치돼 있다는 의혹을 유엔 패널이 조사 중이다.
science KP CN ongoing | 하얼빈공업대에는 북한 유학생 50명이 재학 중이다.
technical_assistance KP IR alleged | 이란의 샤하브 미사일 개발에 북한 기술진이 관여했다는 주장은 오래됐다.
technical_assistance RU KP planned | 러시아 전문가들이 원산조선소의 구축함 건조를 돕기로 했다고 한다.
military_training KP UG alleged | 북한 교관들이 우간다 경찰 특수부대를 훈련시켰다는 의혹이 있다.
intellectual_property KP RU done | 러시아 특허청에 등록된 북한 상표는 대동강맥주를 비롯해 60건에 이른다.
silent | 한국과 러시아는 22일 모스크바에서 무역협정을 논의했다. 한국 대표단은 북한 문제에 우려를 전했다.
silent | 북한 평양의 오늘 낮 최고기온은 30도로 예보됐다.
silent | 유엔 안보리 결의 2375호는 북한산 섬유의 수입을 금지한다.
silent | 전문가들은 북한의 대외무역이 코로나19 이후 크게 위축됐다고 평가한다.
silent | 북한은 7일 최고인민회의를 열고 농업법을 개정했다.
silent | 베트남은 지난해 중국에 수산물 20억 달러어치를 수출했다. 북한은 이 통계에 포함되지 않았다.
silent | 김정은 위원장이 순천 인비료공장을 시찰하고 생산을 독려했다.
silent | 탈북민 김 씨는 한국 정착 10년 만에 식당을 열었다. 그는 북한에서 교사로 일했다.
goods CN KP done; goods CN KP done | 같은 달 중국은 북한에 콩기름 980만 달러어치와 설탕 540만 달러어치를 수출했다.
goods KP CN done | 규소철이 310만 달러로 북한의 대중 수출품 2위에 올랐다.
goods CN KP done | 지난 3월 중국의 대북 굴착기 수출은 3대, 21만 달러로 집계됐다.
goods KP RU done | 관세 자료상 러시아는 올 들어 북한산 아코디언 40대를 수입했다.
goods KP PK alleged | 파키스탄 주재 북한 외교관 부부가 면세 위스키를 몰래 내다 판 혐의로 조사를 받았다.
troops KP RU planned | 우크라이나 군 정보기관은 7~8월 중 북한군 2만5천 명이 추가로 러시아에 들어올 것이라고 내다봤다.
troops RU KP done cessation | 다친 북한군 장병 수백 명이 러시아 병원을 떠나 본국으로 송환됐다.
labour KP CN ongoing | 둥강의 수산물 가공공장들은 여전히 북한 여성들을 쓰고 있다.
labour KP RU done | 북한 노동자 1만5천여 명이 학생비자로 러시아에 입국했다고 BBC가 보도했다.
labour KP - ongoing | 북한은 IT 인력을 해외에 내보내 매년 수억 달러를 벌어들인다.
labour KP US done | 미국 기업 300여 곳이 신분을 속인 북한 IT 인력을 원격으로 고용했다.
transport RU KP done | 러시아 철도공사는 하산과 두만강역 사이 여객열차 운행을 재개했다고 밝혔다.
transport KP RU ongoing | 나진과 블라디보스토크를 잇는 화물선 앙가라호가 한 달에 두 번꼴로 오간다.
tourism RU KP done | 지난해 북한을 찾은 러시아인 관광객은 5천 명을 넘었다고 연해주 정부가 집계했다.
tourism CN KP done cessation | 중국 당국은 신의주 하루 관광을 무기한 중단했다.
aid - KP done | 세계보건기구는 결핵약을 실은 컨테이너 12개를 남포항에 들여보냈다.
aid - KP done | 세계식량계획은 북한에 영양과자 재료를 전달했다.
aid KR KP planned | 국내 민간단체가 북한에 보낼 결핵 치료제의 반출을 통일부가 승인했다.
aid VN KP done | 베트남은 1990년대 북한에 쌀 2만 톤을 무상 원조했다.
diplomacy RU KP done | 타티야나 골리코바 부총리가 이끄는 러시아 대표단이 28일 평양에 들어왔다.
diplomacy KP RU done | 북한과 러시아는 지난해 6월 포괄적 전략적 동반자 조약을 맺었다.
diplomacy KP IR done | 윤정호 대외경제상이 이끄는 대표단이 테헤란 박람회에 참석하기 위해 평양을 떠났다. 이란 방문은 5년 만이다.
diplomacy SE KP done | 스웨덴은 평양 주재 대사관 문을 다시 열었다.
finance - KP alleged | 북한이 지난 3년간 가상화폐 30억 달러를 훔쳤다고 유엔 패널은 추산한다.
finance CN KP done | 중국 농촌신용사 계좌를 통해 북한 무역회사가 철광석 대금 2천만 위안을 받았다.
joint_venture KP CN done | 신의주의 한 피복공장은 중국 자본으로 설비를 들여 임가공을 시작했다.
joint_venture KP ID ongoing | 자카르타의 평양식당은 북한과 인도네시아 사업가가 공동으로 운영한다.
goods KP SN done | 만수대해외개발회사는 다카르에 높이 49m의 동상을 세웠다.
silent | 러시아는 지난해 이란에서 무인기를 들여왔다. 미국은 이를 북한 사례와 비교했다.
silent | 조선중앙통신은 한미 연합훈련을 비난하는 논평을 실었다.
silent | 북한의 쌀값이 평양에서 킬로그램당 8천 원까지 올랐다.
silent | 유엔 총회는 북한 인권결의를 채택했다. 중국은 표결에 불참했다.
silent | 미국은 북한 해커 3명을 제재 명단에 올렸다.
silent | 한국 축구대표팀이 북한과 비겼다.
silent | 북한에서 태풍으로 농경지 수천 정보가 물에 잠겼다고 조선중앙TV가 전했다.
goods KP CN done; goods CN KP done | 중국 해관총서가 18일 공개한 품목별 자료를 보면 지난달 북한에서 가장 많이 들어온 것은 가발로 1천400만 달러였다. 반대로 나간 것 중에는 콩기름이 가장 많았다.
labour KP CN ongoing; labour CN KP planned cessation | 지린성 허룽의 의류공장에는 북한 여성 600명이 머물고 있다. 이 가운데 비자가 끝난 200명은 다음 달 돌아갈 예정이다.
goods RU KP done | 두 나라의 교역은 연해주를 거친다. 지난 1분기 러시아는 북한에 밀가루 8천 톤을 실어 보냈다.
goods RU KP planned | 러시아산 밀 3만 톤이 이달 말 나진항에 도착한다. 북한은 이 물량의 하역을 위해 부두를 비워 놓았다.
transport RU KP done; transport RU KP planned | 모스크바발 평양행 열차가 17일 야로슬랍스키역을 출발했다. 다음 열차는 내달 2일 떠난다.
aid KR KP done; aid KR KP planned | 우리 정부는 지난해 세계보건기구를 통해 북한에 결핵 진단키트를 보냈다. 올해는 영유아용 백신도 지원하기로 했다.
diplomacy RU KP done | 세르게이 쇼이구 안보서기가 4일 평양에 도착해 김정은 위원장과 만났다.
labour KP SN ongoing | 세네갈에는 아직 북한인 건설 노동자 30명이 있다. 이들은 다카르의 식품공장 현장에서 일한다.
goods KP JP alleged | 북한산 바지락이 중국산으로 둔갑해 시모노세키에 들어온 것으로 경찰은 보고 있다.
military_training KP ZW done | 1980년대 초 짐바브웨 5여단을 조련한 것은 북한 군사고문 106명이었다.
silent | 러시아와 중국은 공동 순찰 비행을 했다. 한국군은 전투기를 띄웠다. 북한은 이에 대해 언급하지 않았다.
silent | 미국은 대북 제재를 담당하는 특별대표를 새로 임명했다. 그는 다음 주 도쿄와 서울을 찾는다.
silent | 통일부는 북한이 금강산 이산가족 면회소를 철거하고 있다고 확인했다.
goods CN KP done | 북한의 1분기 수입에서 비료가 차지한 비중은 12%다. 중국에서 요소 2만 톤을 들여왔다.
goods TW KP alleged | 대만 검찰은 자국 선주가 공해에서 북한 배에 경유를 넘긴 혐의를 잡고 수사에 나섰다.
joint_venture KP CN wished | 북한 당국은 나선에 수산물 가공 합작회사를 세울 중국 투자자를 찾고 있다.
science RU KP done | 모스크바국립대 학생 20명이 김일성종합대학에서 한 달간 조선어 연수를 받았다.
transport KP CN done | 북한 화물선 3척이 지난주 룽커우항에 들어갔다고 위성사진 분석업체가 밝혔다.
goods ID KP done | 인도네시아는 2017년 북한에 고무 20만 달러어치를 수출했다고 통계청이 집계했다.
diplomacy ID KP done | 레트노 마르수디 인도네시아 외교장관은 평양을 찾아 리용호 외무상과 회담했다.
diplomacy KP ID done | 최선희 외무상이 자카르타를 방문해 인도네시아 외교장관과 만났다.
goods SG KP done enforcement | 싱가포르 세관은 북한으로 가려던 와인 800병을 압수했다.
labour KP AO wished | 앙골라 보건부는 북한 의사 90명의 계약을 연장하고 싶어 한다.
arms KP SD done | 수단은 2013년 북한제 위성유도폭탄을 사들인 사실을 인정했다.
goods KP VN done | 베트남의 한 회사가 북한산 무연탄 2만 톤을 수입했다가 벌금을 물었다.
goods MY KP done | 말레이시아 팜유가 지난해 북한에 300만 달러어치 들어갔다.
finance KR KP alleged | 검찰은 쌍방울이 북한에 800만 달러를 보낸 혐의로 전 회장을 기소했다.
labour KP MN ongoing | 울란바토르의 북한 식당에서는 여종업원들이 공연을 한다.
silent | 캄보디아에서 일하던 한국인들이 돌아왔다. 북한 해커와는 무관하다.
silent | 이란과 러시아의 무기 거래가 늘고 있다. 북한의 경우와 닮았다고 전문가들은 말한다.
silent | 노동신문은 러시아의 특별군사작전을 지지하는 논평을 냈다.
goods RU KP wished | 북한은 러시아 말을 더 사들이고 싶어 한다고 연해주 목장주가 말했다.
transport CN KP done cessation | 중국은 2020년 1월 평양 노선을 모두 끊었다.
goods DE KP done | 독일산 벤츠 방탄차가 이탈리아와 네덜란드, 중국, 일본을 거쳐 평양에 들어갔다.
goods RU KP planned; goods RU KP planned | 연해주 농업부는 올가을 북한에 사료용 밀과 콩을 5만 톤씩 수출할 계획이라고 공개했다.
goods KP CN done | 북한이 7~8월 두 달 동안 중국 어선에 동해 조업권을 팔아 벌어들인 돈은 3천만 달러에 이른다고 국정원이 국회에 보고했다.
goods KP CN done | 해주 앞바다의 모래가 중국 바지선에 실려 나갔다.
goods SY KP alleged | 시리아산 인광석이 북한 선박에 실렸다는 정황이 나왔다.
arms KP LY done | 리비아 반군이 쓰던 북한제 로켓은 카다피 시절 수입된 것이다.
arms KP IR done | 이란의 가디르급 잠수함은 북한에서 도입한 연어급을 본뜬 것이다.
arms RU KP alleged | 북한이 러시아 판치르 방공체계를 받은 것으로 파악된다고 국방정보본부가 국회에 보고했다.
arms KP RU done | 북한이 러시아에 제공한 장사정포는 200문이 넘는다고 국정원이 국회 정보위에 보고했다.
troops KP RU planned | 3차 파병이 임박했다고 국정원이 밝혔다. 북한이 곧 공병 6천 명을 러시아에 보낸다는 것이다.
labour KP CN done | 중국 단둥에 북한 노동자가 새로 들어온 것은 2020년 이후 처음이다. 지난 3월 여성 80명이 왔다.
transport IR KP planned | 테헤란과 평양을 잇는 화물 항로를 열자는 제안을 이란 해운공사가 내놨다.
tourism RU KP ongoing | 마식령스키장은 요즘 러시아 손님을 받는다.
tourism PL KP done | 폴란드 단체 관광객이 나선을 다녀갔다.
aid IN KP done | 인도 정부는 세계보건기구의 요청으로 북한에 결핵약 100만 달러어치를 기부했다.
aid US KP done | 미국 구호단체 유진벨재단이 보낸 결핵약이 4년 만에 남포항을 통해 들어갔다. 북한 보건당국이 수령을 확인했다.
diplomacy KP SG done | 북한 외무성 부상이 싱가포르에서 열린 아세안지역안보포럼에 참석했다.
diplomacy KP NI done | 마나과 주재 북한 대사가 신임장을 니카라과 대통령에게 제정했다.
diplomacy BY KP done | 막심 리젠코프 벨라루스 외무장관이 평양을 공식 방문해 최선희와 회담했다.
joint_venture KP CN done cessation | 북한 고려항공과 중국 업체가 합작한 택시회사는 문을 닫았다.
technical_assistance CN KP alleged | 중국 기술자들이 희천의 공작기계 공장에서 북한 측에 CNC 기술을 가르쳤다고 소식통은 주장했다.
silent | 북한의 올해 벼농사는 평년작을 웃돌 것으로 농촌진흥청은 추정했다.
silent | 한국은 올해 폴란드에 K2 전차 180대를 수출하기로 했다. 북한은 이를 비난했다.
silent | 러시아는 크림대교 복구에 예산을 늘렸다. 북한군 파병과는 별개다.
silent | 유엔 사무총장은 북한에 대화 복귀를 촉구했다.
silent | 일본 정부는 대북 독자 제재를 2년 연장하기로 각의에서 결정했다.
goods KP CN done; goods CN KP done | 북한은 석탄을 주고 중국에서 쌀을 받았다.
goods KP CN done; goods CN KP done | 북한 무역회사가 중국 대방에게 잣을 넘기고 그 값으로 밀가루를 받았다.
goods KP CN ongoing; goods CN KP ongoing | 북한은 수산물을 중국산 비료와 맞바꾸고 있다.
arms KP RU alleged; goods RU KP alleged | 북한이 포탄을 대고 러시아산 밀가루를 받는다는 의혹이 제기됐다.
goods KP CN alleged; goods CN KP alleged | 북한에서 확보한 약초를 중국 대방에 팔고 중국 쌀과 맞교환한 것으로 전해졌다.
arms KP IR done; goods IR KP done | 이란은 원유를 대 주고 북한에서 스커드 미사일을 넘겨받았다.
goods KP CN done | 지난달 북한의 대중 수출 1위는 인조 속눈썹과 가발로, 금액은 1620만 달러였다.
goods CN KP done | 대북 수출 가운데 가장 많이 늘어난 품목은 비료다. 중국은 6월에만 요소 1만8천 톤을 북한에 팔았다.
goods KP CN denied | 중국 측 통계에 북한산 석탄 수입은 잡히지 않았다.
goods KP RU done | 북한산 사과가 연해주에 처음 들어왔다. 평안남도 과일농장에서 딴 것으로 모두 20톤이다.
goods RU KP ongoing | 러시아산 휘발유가 나진항 유류 저장고로 계속 들어가고 있다.
goods RU KP done | 올 상반기 러시아의 대북 육류 수출은 돼지고기를 중심으로 2천 톤에 달했다.
goods RU KP hypothetical | 러시아가 북한에 원유를 더 팔 수도 있다고 전문가는 내다봤다.
goods KP RU planned | 북한 맥주가 가을부터 모스크바 매장에 진열될 예정이다.
goods KP - alleged | 북한은 제재를 피해 석탄 370만 톤을 수출한 것으로 추산된다.
goods KP KR done | 관세청은 북한산 석탄 3만5천 톤이 러시아산으로 둔갑해 국내에 반입됐다고 발표했다.
goods VN KP denied | 베트남 산업통상부는 자국 기업이 북한에 쌀을 수출한 사실이 없다고 해명했다.
arms KP RU ongoing | 나진항에서는 탄약을 실은 러시아 화물선이 보스토치니항을 향해 출항하는 일이 이어지고 있다.
arms KP MZ alleged | 모잠비크는 북한 해금강무역회사와 휴대용 대공미사일 도입 계약을 맺은 혐의를 받는다.
arms RU KP planned | 러시아가 북한에 미그-29 전투기를 넘기기로 합의했다고 미군 사령관이 말했다.
troops KP RU done | 북한군은 쿠르스크 전투에서 4700명의 사상자를 냈다.
troops KP RU denied | 러시아 외무부는 북한군이 자국 영토에 있다는 보도를 부인했다.
labour KP RU planned | 러시아 하원은 북한 근로자 5만 명을 건설 현장에 받아들이는 방안을 승인했다.
labour KP CN alleged | 랴오닝성 수산물 공장이 북한 노동자를 강제로 부린다고 미국 탐사매체가 폭로했다.
labour KP - ongoing | 해외에 나간 북한 노동자는 10만 명에 이른다.
transport KP RU done | 북러 간 화물열차 운행이 코로나19로 끊긴 지 2년 8개월 만에 재개됐다.
tourism RU KP done | 평양을 찾은 러시아 어린이 야영단은 송도원 국제소년단야영소에 묵었다.
tourism CN KP hypothetical | 북한이 국경을 열면 중국인 관광이 재개될 수 있다.
aid US KP denied | 미 국무부는 북한에 대한 인도적 지원 계획이 없다고 밝혔다.
aid RU KP done | 러시아가 유엔을 통하지 않고 북한에 밀 5만 톤을 무상으로 줬다.
aid - KP done | 국제적십자사연맹이 북한 수재민에게 위생용품과 정수제를 나눠줬다.
diplomacy RU KP planned | 러시아 국방장관 벨로우소프가 이달 말 평양을 찾는다.
diplomacy KP CN done | 최선희 외무상이 베이징에 도착해 왕이 부장과 마주 앉았다.
diplomacy KP RU done | 북한과 러시아는 문화교류 계획서에 서명했다.
diplomacy CN KP done | 시진핑 주석이 김정은 위원장에게 생일 축하 서한을 보냈다.
finance IN KP done | 인도 거래소 와지르엑스에서 2억3천만 달러가 털렸다. 한미일은 이를 북한 해커의 짓이라고 지목했다.
technical_assistance RU KP done | 러시아 기술자들이 평양에 머물며 북한의 위성 발사를 도왔다고 국방장관이 확인했다.
technical_assistance KP SY done | 북한 미사일 기술자들이 2016년 시리아 바르제의 군사시설을 드나들었다.
silent | 북한은 최근 가뭄으로 옥수수 작황이 나쁘다고 노동신문이 전했다.
silent | 일본과 중국은 수산물 수입 재개를 협의했다. 북한산 수산물은 논의되지 않았다.
silent | 영국 외무부는 북한의 위성 발사가 안보리 결의 위반이라고 비판했다.
silent | 김정은은 신포 양식사업소 준공식에 참석했다.
silent | 국정원은 북한이 오물풍선을 다시 띄울 수 있다고 보고했다.
silent | 한 탈북 화가의 전시회가 서울에서 열렸다.
goods CN KP done | 북한은 5월 한 달간 중국산 쌀 1만1천 톤을 수입했다고 VOA가 해관총서 자료를 인용해 전했다.
goods RU KP planned | 러시아 바나나 수입업자가 북한에 재수출 물량을 보내려 준비하고 있다.
goods KP CN done; goods CN KP done | 단둥에서 열린 상품전시회에서 중국 업체는 북한산 도자기를 사 갔고 북한 측은 태양광 판을 주문해 받아 갔다.
goods RU KP alleged | 우크라이나 매체는 러시아가 점령지에서 수확한 밀을 북한에 보냈다고 주장했다.
goods KP JP done | 북한산 송이가 한국산으로 위장돼 일본 백화점에 깔렸다.
arms RU KP done | 러시아는 북한에 판치르급 전투차량 1대 이상을 보냈다고 다국적제재모니터링팀이 보고서에 적었다.
arms KP EG done | 이집트 군은 북한 방산업체에 2300만 달러어치의 로켓추진유탄을 주문했다.
troops KP RU done | 러시아 국방부는 북한 공병들이 쿠르스크 국경지대에서 지뢰를 걷어 냈다고 밝혔다.
troops KP RU wished | 러시아는 북한에 병력을 더 보내 달라고 요청했다.
labour KP RU ongoing | 하바롭스크 벌목장에는 북한 벌목공 200여 명이 일하고 있다.
labour KP CN planned | 북한은 이달 하순 여성 노동자 300명을 단둥 의류공장에 새로 내보낼 계획이다.
labour KP RU denied | 러시아 노동부는 북한 노동자에게 새 취업허가를 내준 적이 없다고 밝혔다.
labour KP PL alleged | 폴란드 온실농장에 북한인 노동자가 고용됐다는 의혹을 현지 방송이 보도했다.
transport RU KP planned | 블라디보스토크와 나선을 잇는 여객선이 7월 말 취항한다.
transport KP RU done | 북한 국적 화물선 룡성호가 나홋카항에 들어와 이틀 머물렀다.
transport CN KP done | 중국 단체가 지원한 버스 10대가 아닌 정기 화물선이 다롄과 남포를 다시 오가기 시작했다. 다롄발 화물선은 17일 남포에 닿았다.
aid KR KP offered | 대한적십자사는 수해를 입은 북한에 긴급 구호품을 보내겠다고 제안했다. 북한은 답하지 않았다.
aid CA KP done | 캐나다 구호단체 퍼스트스텝스는 올봄 원산의 고아원에 두유 기계를 보냈다.
diplomacy KP RU done | 조선중앙통신은 최선희 외무상이 모스크바에서 푸틴 대통령을 만났다고 보도했다.
diplomacy KP ID planned | 북한 외무상이 다음 주 자카르타에서 열리는 회의에 참석한다고 인도네시아 외교부가 밝혔다.
diplomacy CN KP done | 중국 왕야쥔 대사가 평양에서 북한 외무성 부상과 만나 방역 협력을 논의했다.
diplomacy KP RU wished | 북한은 푸틴 대통령의 재방문을 바란다는 뜻을 러시아 측에 전했다.
joint_venture RU KP planned | 러시아와 북한 기업이 나선에 수산물 가공 합작회사를 세우기로 했다.
military_training KP CG alleged | 콩고공화국 군을 북한 교관들이 훈련시킨 정황이 전문가패널 보고서에 담겼다.
intellectual_property RU KP done | 러시아 기업이 평양에서 의약품 상표를 등록했다.
silent | 러시아와 중국은 북한 문제를 놓고 베이징에서 차관급 협의를 했다.
silent | 미 하원은 북한 인권법을 5년 연장하는 법안을 통과시켰다.
silent | 북한은 신형 구축함 진수식에서 사고가 났다고 공개했다.
silent | 한국 기업이 러시아에 자동차 부품을 수출한 혐의로 조사받았다. 북한과는 관련이 없다.
silent | 일본 정부는 북한의 탄도미사일이 배타적경제수역 밖에 떨어졌다고 발표했다.
silent | 통일부는 북한 주민 접촉 신고를 모두 수리하기로 했다.
goods RU KP done | 러, 지난달 북한에 정제유 1만 배럴 공급
labour KP RU planned | 북, 러에 노동자 5만 명 파견 합의…쇼이구 발표
troops KP RU alleged | 국정원 "北, 러에 3천명 추가 파병 정황"
arms KP RU alleged | "北, 러에 장거리포 120문 추가 제공한 듯"
tourism RU KP planned | 러시아 관광객 100명, 다음 달 북한 스키장 간다
aid KR KP denied | 통일부 "대북 쌀 지원 검토한 바 없다"
finance - KP alleged | 유엔 패널은 북한이 2017년 이후 사이버 공격 58건으로 30억 달러를 챙긴 혐의를 조사하고 있다고 밝혔다.
labour KP CN planned | 소식통은 "단둥의 의류공장 두 곳이 다음 달 북한 노동자 200명을 더 받기로 했다"고 말했다.
goods CN KP planned | 평안북도의 한 무역일꾼은 "9월 말까지 중국에서 밀가루 500톤을 들여오라는 지시가 내려왔다"고 전했다.
diplomacy RU KP done | 마체고라 대사는 나선시 인민위원회를 찾아 위원장과 항만 협력을 이야기했다.
arms KP RU done | 노획한 포탄의 겉면에는 한글이 적혀 있었다. 우크라이나군은 이를 북한이 러시아에 넘긴 122㎜ 포탄으로 확인했다.
goods SG KP done | 싱가포르 국적의 림 모 씨는 북한에 설탕 50만 달러어치를 대 준 죄를 시인했다.
goods IN KP done | 인도가 2016년 북한에 판 의약품은 120만 달러 규모였다.
goods KP TH done | 태국은 2015년 북한에서 전자제품 300만 달러어치를 들여온 것으로 세관 자료에 나온다.
diplomacy GB KP planned | 영국은 평양 대사관을 다시 열기 위해 실무단을 북한에 보낼 방침이다.
diplomacy SE KP done | 스웨덴 대사가 4년 반 만에 평양에 부임했다.
silent | 러시아 국방부는 자포리자에서 우크라이나군 500명을 사살했다고 주장했다. 북한군 언급은 없었다.
silent | 한미 정상은 북한의 완전한 비핵화를 재확인했다.
silent | 중국 상무부는 대두 수입을 늘리기로 했다. 북한 시장과는 상관없는 조치다.
silent | 북한 주민들은 장마당에서 중국산 옷을 즐겨 입는다고 탈북민은 회상했다.
silent | 미국은 북한에 무기를 팔지 말라고 각국에 촉구했다.
silent | 유엔은 북한에 대한 정제유 공급 상한을 연간 50만 배럴로 정했다.
silent | 김정은 위원장이 황해남도의 한 농장을 찾아 가을걷이를 지도했다.
silent | 한국 정부는 러시아의 우크라이나 침공을 규탄했다. 북한 문제는 다음 회의에서 다룬다.
silent | 북한 외무성 대변인은 미국의 제재를 비난하는 담화를 냈다. 그는 유엔을 거론했다.
silent | 노동신문은 모범 노동자들이 평양에 도착했다고 보도했다.
silent | 전국 각지의 건설자들이 삼지연 건설장에 들어왔다고 조선중앙통신이 전했다.
silent | 탈북민 출신 김 씨는 서울에서 북한 음식점을 열었다.
silent | 러시아는 인도에 원유를 팔고 있다. 북한 전문가는 이를 우려했다.
silent | 일본 자위대는 미국과 합동훈련을 했다. 훈련은 북한의 위협을 염두에 둔 것이다.
silent | 북한은 최고인민회의에서 예산을 심의했다. 국방비는 15.9%다.
silent | 북한 남포에서 새 구축함이 진수됐다. 김정은은 딸과 함께 참석했다.
silent | 한국 외교부 장관은 중국을 방문해 북한의 도발을 논의했다.
silent | 미국과 일본, 한국은 북한의 사이버 위협에 대응하는 실무그룹 회의를 열었다.
silent | 중국 어선 30척이 서해에서 불법 조업을 하다 한국 해경에 나포됐다. 북한 수역으로 달아난 배도 있다.
silent | 국제앰네스티는 북한의 공개처형을 비판하는 보고서를 발표했다.
silent | 북한 압록강 유역에서 홍수로 주택 4천 채가 잠겼다.
silent | 2019년 하노이 정상회담은 합의 없이 끝났다. 이후 북미 대화는 멈췄다.
silent | 통일부는 북한 방송을 일반에 공개하기로 했다.
silent | 북한의 5월 휘발유 가격이 킬로그램당 1만8천 원을 넘었다고 데일리NK가 전했다.
silent | 한국은행은 지난해 북한 경제가 3.7% 성장한 것으로 추정했다.
"""


def told(text: str) -> list[str]:
    """The dealings that are read in a passage, in the short form of the list."""
    document = Document(source="test", sha256="", text=text, language="ko", published="2025-07-21")
    found = []
    for dealing in gather(read(document, spot), document):
        polarity = "" if dealing.polarity == "act" else f" {dealing.polarity}"
        found.append(f"{dealing.kind} {dealing.from_ or '-'} {dealing.to or '-'} {dealing.status}{polarity}")
    return sorted(found)


@pytest.mark.parametrize("line", PASSAGES.strip().splitlines())
def test_passage(line: str) -> None:
    wanted, text = line.split(" | ", 1)
    assert told(text) == ([] if wanted == "silent" else sorted(each.strip() for each in wanted.split(";")))
