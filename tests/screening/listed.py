"""Forty-eight listed names with the variants under which the press wrote of them (facts, gathered by the project).

A row: kind, names as the lists have them (the chief one first), variants that must lead to it.
"""

from __future__ import annotations

from saring.screening.entry import Alias, Listed, ListedKind, ListFile

P: ListedKind = "person"
B: ListedKind = "organisation"
V: ListedKind = "vessel"

ROWS: list[tuple[ListedKind, tuple[str, ...], tuple[str, ...]]] = [
    (P, ("Yun Ho-jin", "Yun Ho-chin"), ("尹浩鎮", "ユン・ホジン", "Yun Ho Jin", "윤호진")),
    (P, ("Ri Je-son", "Ri Che-son"), ("Ri Je Son", "李済善", "リ・ジェソン", "리제선")),
    (P, ("Hwang Sok-hwa",), ("Hwang Sok Hwa", "黄錫夏", "ファン・ソクハ", "황석하")),
    (P, ("Ri Hong-sop",), ("Ri Hong Sop", "李弘燮", "リ・ホンソプ", "리홍섭", "이홍섭", "Lee Hong-seop")),
    (P, ("Han Yu-ro",), ("韓裕魯", "ハン・ユロ", "한유로")),
    (P, ("Ri Pyong Chul", "Ri Pyo'ng-ch'o'l"), ("리병철", "Ли Пён Чо", "Ri Pyong Chol", "이병철", "Lee Byung-chul")),
    (P, ("Kim Jong Sik", "Kim Cho'ng-sik"), ("Ким Чон Сик", "김정식", "Ким Чен Сик")),
    (P, ("Cho Il U", "Cho Il Woo"), ("Чхо Иль У", "Чо Ир У", "조일우")),
    (P, ("Kim Chol Nam",), ("Ким Чхоль Нам", "김철남", "Kim Cheol-nam")),
    (P, ("Choe Hwi",), ("Чхве Хви", "최휘", "Choi Hwi")),
    (P, ("Jong Yong Nam",), ("Чон Ён Нам", "정영남")),
    (P, ("Han Jang Su", "Chang-Su Han"), ("Jang Su Han", "Su Han Jang", "한장수")),
    (P, ("Ri Jong Won",), ("리정원", "이정원", "Won Ri Jong")),
    (P, ("Kim Su-gwang",), ("김수광", "キム・スグァン")),
    (P, ("Kim Kyong Hyok",), ("김경혁", "キム・ギョンヒョク")),
    (P, ("Pak Chol Nam",), ("박철남", "パク・チョルナム", "Park Chul-nam")),
    (P, ("Ri Ho Nam",), ("리호남", "リ・ホナム")),
    (P, ("Ri Song-hyok",), ("리성혁", "リ・ソンヒョク")),
    (P, ("Kim Yong Su",), ("김영수", "キム・ヨンス")),
    (P, ("Kim Tong Chol",), ("김동철", "キム・ドンチョル")),
    (P, ("Cha Sung Jun",), ("차승준", "チャ・スンジュン")),
    (P, ("Ho Yong Il",), ("허영일", "ホ・ヨンイル")),
    (P, ("Yo'n Cho'ng-nam",), ("연정남", "Yon Jong Nam")),
    (P, ("Ko Ch'o'l-chae",), ("고철재", "Ko Chol Jae")),
    (P, ("Mun Cho'ng-ch'o'l", "Mun Chong-Chol"), ("문정철",)),
    (P, ("Paek Se Bong", "Paek Se Pong"), ("백세봉", "白世鳳")),
    (P, ("Kim Tong-myong",), ("金東明", "キム・ドンミョン", "김동명")),
    (P, ("Tsang Yung Yuan", "Neil Tsang"), ("張永源", "Цан Юн Юань", "Zhang Yongyuan")),
    (B, ("Korea Mining Development Trading Corporation", "Changgwang Sinyong Corporation", "KOMID"),
     ("조선광업개발무역회사", "조선광업개발주식회사", "朝鮮鉱業開発貿易会社", "北韩矿业贸易开发公司", "Changgwang Sinyong", "KOMID")),
    (B, ("Tanchon Commercial Bank",), ("단천상업은행", "端川(タンチョン)商業銀行", "タンチョン・コマーシャル・バンク")),
    (B, ("Korea Ryonbong General Corporation", "Korea Yonbong General Corporation"),
     ("朝鮮嶺峰(リョンボン)総合会社", "朝鮮リョンボン総合会社")),
    (B, ("Namchongang Trading Corporation",), ("南川江貿易会社", "Nam Chon Gang Corp")),
    (B, ("Korea Hyoksin Trading Corporation",), ("朝鮮革新貿易会社",)),
    (B, ("Korea Tangun Trading Corporation",), ("朝鮮檀君貿易会社",)),
    (B, ("Mansudae Overseas Project Group of Companies", "Mansudae Art Studio"),
     ("만수대창작사", "만수대 해외프로젝트 그룹(MOP)", "万寿台海外開発会社グループ", "万寿台創作社")),
    (B, ("Foreign Trade Bank (FTB)", "Korea Trading Bank"), ("조선무역은행(FTB)", "朝鮮貿易銀行")),
    (B, ("Korea National Insurance Corporation (KNIC)",), ("朝鮮民族保険総会社", "KNIC")),
    (B, ("Ocean Maritime Management Company, Limited (OMM)",), ("원양해운관리회사", "원양해운", "遠洋海運", "OMM")),
    (B, ("Korea Rungrado Shipping Company",), ("조선능라도선박회사", "朝鮮綾羅島船舶会社")),
    (B, ("Korea Kumbyol Trading Company",), ("조선금별무역", "朝鮮グムビョル貿易")),
    (B, ("Jinmyong Joint Bank",), ("진명합영은행", "ジンミョン合弁銀行")),
    (V, ("Rye Song Gang 1",), ("례성강 1호", "례성강1호", "IMO 7389704")),
    (V, ("Ul Ji Bong 6",), ("을지봉6호", "우지봉6")),
    (V, ("Rung Ra 2",), ("Rung Ra2", "릉라2호", "룽라2")),
    (V, ("Billions No. 18",), ("BiUioos No. 18", "빌리언스 No.18")),
    (V, ("Sam Jong 2",), ("삼정2호", "삼성2호")),
    (V, ("Jie Shun",), ("지선호",)),
    (V, ("Chong Chon Gang", "Tong Hung San"), ("청천강호", "チョンチョンガン", "淸川江號", "トンフンサン")),
]  # fmt: skip
IMO = {"Rye Song Gang 1": "7389704", "Ul Ji Bong 6": "9114555", "Rung Ra 2": "9020534", "Billions No. 18": "9191773",
       "Chong Chon Gang": "7937317"}  # fmt: skip


def listing() -> ListFile:
    """The forty-eight as one list."""
    entries = tuple(
        Listed(list="TEST", id=f"T{n:02d}", kind=kind, names=tuple(map(Alias, names)), countries=("KP",),
               imo=tuple(IMO[n] for n in names if n in IMO))
        for n, (kind, names, _) in enumerate(ROWS, 1)
    )  # fmt: skip
    return ListFile("TEST", "test", "tests", "2026-01-01", "2026-01-01", "0" * 64, entries)
