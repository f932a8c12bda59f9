"""The example articles as a careful reader has them, with verdicts as the law has them: a brief must not hang on the reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from saring.documents import open_document
from saring.model import (
    Amount,
    Checked,
    Dealing,
    Determination,
    Finding,
    Good,
    LegalClaim,
    Mention,
    Quote,
    Report,
)

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SHORT = {
    "2397/6": "S/RES/2397 (2017), para. 6",
    "2397/7": "S/RES/2397 (2017), para. 7",
    "2397/8": "S/RES/2397 (2017), para. 8",
    "2397/5": "S/RES/2397 (2017), para. 5",
    "2371/8": "S/RES/2371 (2017), para. 8",
    "2371/9": "S/RES/2371 (2017), para. 9",
    "2375/16": "S/RES/2375 (2017), para. 16",
    "2375/18": "S/RES/2375 (2017), para. 18",
    "1874/9": "S/RES/1874 (2009), para. 9",
    "1874/15": "S/RES/1874 (2009), para. 15",
    "1718/8": "S/RES/1718 (2006), para. 8(a)(iii)",
    "2270/6": "S/RES/2270 (2016), para. 6",
}


def judged(verdict: Any, paragraph: str | None = None, effect: Any = "prohibit", **more: Any) -> Determination:
    """A determination with one finding, or none."""
    because = f"[{paragraph}]"
    findings = (
        (
            Finding(
                provision="UNSCR-" + paragraph.replace("/", "-"),
                cite=SHORT[paragraph],
                effect=effect,
                verdict=verdict,
                because=because,
            ),
        )
        if paragraph
        else ()
    )
    given: dict[str, Any] = {"id": "1", "regime": "UN", "as_of": "2025", "as_of_basis": "date", "lawbook": "L1", **more}
    return Determination(verdict=verdict, findings=findings, **given)


class Article:
    """An example while its dealings are written down; quotes are found in its text."""

    def __init__(self, file: str, **about: Any) -> None:
        self.document = open_document(str(EXAMPLES / file))
        self.about = about
        self.dealings: list[Dealing] = []

    def quote(self, words: str) -> Quote:
        start = self.document.text.index(words)
        return Quote(start, start + len(words), words)

    def add(
        self,
        kind: Any,
        status: Any,
        quote: str,
        law: Determination,
        *things: str,
        said: tuple[str, ...] = (),
        **more: Any,
    ) -> None:
        """One dealing; `things` are its goods."""
        goods = tuple(Good(words=words) for words in things)
        self.dealings.append(
            Dealing(
                kind=kind,
                status=status,
                id=f"d{len(self.dealings) + 1}",
                goods=goods,
                said_by=tuple(Mention(words=words) for words in said),
                evidence=self.quote(quote),
                determinations=(law,),
                **more,
            )
        )

    def report(self, *claims: LegalClaim) -> Report:
        names = ("source", "sha256", "language", "title", "publisher", "published")
        about = {name: getattr(self.document, name) for name in names}
        about["source"] = Path(about["source"]).name
        checked = Checked(**{**about, **self.about}, dealings=tuple(self.dealings), legal_claims=claims)
        return Report("L1", (checked,))


def pasar() -> Report:
    """examples/pasar-vladivostok.txt"""
    one = Article("pasar-vladivostok.txt")
    ban, seafood = (
        judged("prohibited", "2397/6", open=("committee_exemption",)),
        judged("prohibited", "2371/9", open=("committee_exemption",)),
    )
    first = "Korea Utara (Korut) mulai mengirim apel dan kepiting beku ke Rusia sejak awal Maret 2025"
    shop = "para pedagang juga menjual bir dan akordion buatan Korut"
    wish = "Konsulat Rusia di Chongjin menyatakan ingin melihat pakaian dan sepatu buatan Korut di rak toko Rusia tahun ini"
    sides: dict[str, Any] = {"from_": "KP", "to": "RU"}
    one.add("goods", "done", first, ban, "apel", date="2025-03-01/2025-03-14", **sides)
    one.add("goods", "done", first, seafood, "kepiting beku", date="2025-03-01/2025-03-14", **sides)
    one.add("goods", "ongoing", shop, judged("not_covered"), "bir", **sides)
    one.add("goods", "ongoing", shop, judged("not_covered"), "akordion", **sides)
    cloth = judged("prohibited", "2375/16", open=("committee_approval",))
    one.add("goods", "wished", wish, cloth, "pakaian", said=("Konsulat Rusia di Chongjin",), date="2025", **sides)
    one.add(
        "goods",
        "wished",
        wish,
        judged("not_covered"),
        "sepatu",
        said=("Konsulat Rusia di Chongjin",),
        date="2025",
        **sides,
    )
    one.add(
        "labour", "planned", "Korut juga akan mengirim 400 pekerja bangunan ke Nakhodka", judged("prohibited", "2397/8", open=("host_state_national",)),
        said=("pemerintah kota Nakhodka",), amount=Amount(words="400 pekerja", number=400, unit="people"), what="pekerja bangunan", **sides,
    )  # fmt: skip
    return one.report()


def coal() -> Report:
    """examples/coal-ship-seized.txt"""
    one = Article("coal-ship-seized.txt", publisher="The Strait Ledger", published="2024-06-12")
    ban, open_ = judged("prohibited", "2371/8", open=("third_country_origin_via_rajin",)), ("committee_exemption",)
    tonnes = Amount(words="6,500 tonnes", number=6500, unit="t")
    one.add(
        "goods",
        "done",
        "a cargo ship carrying 6,500 tonnes of North Korean coal",
        ban,
        "coal",
        said=("a coast guard official",),
        from_="KP",
        to="VN",
        date="2024-05-28",
        amount=tonnes,
    )
    one.add(
        "goods",
        "done",
        "The same company sold 1,200 tonnes of diesel to North Korea in April 2024",
        judged("restricted", "2397/5", "cap", open=("cap_reached_share",)),
        "diesel",
        said=("investigators",),
        to="KP",
        date="2024-04",
        amount=Amount(words="1,200 tonnes", number=1200, unit="t"),
    )
    machines = judged("prohibited", "2397/7", open=open_)
    said = "China had also supplied excavators and rolled steel to the North in the first quarter of this year"
    quarter: dict[str, Any] = {
        "from_": "CN",
        "to": "KP",
        "date": "2024-01-01/2024-03-31",
        "said": ("Two people familiar with the matter",),
    }
    one.add("goods", "done", said, machines, "excavators", **quarter)
    one.add("goods", "done", said, machines, "rolled steel", **quarter)
    one.add(
        "goods",
        "denied",
        "Beijing's embassy in Hanoi denied that Chinese firms had sold any machinery to North Korea",
        machines,
        "machinery",
        said=("Beijing's embassy in Hanoi",),
        from_="CN",
        to="KP",
    )
    one.add(
        "military_training",
        "alleged",
        "Russia has reportedly sent instructors to Wonsan to train North Korean soldiers in the use of attack drones",
        judged("prohibited", "2270/6"),
        said=("The Strait Ledger", "a South Korean intelligence officer, Park Jin-ho"),
        from_="RU",
        to="KP",
        what="the use of attack drones",
    )
    one.add(
        "arms",
        "alleged",
        "North Korea is also said to have shipped artillery shells to Russia in May",
        judged("prohibited", "1874/9"),
        "artillery shells",
        from_="KP",
        to="RU",
        date="2024-05",
    )
    right = one.quote("Security Council resolution 2371 bans the export of coal by North Korea.")
    claim = LegalClaim(right.quote, (right.start, right.end), "ban", provision="UNSCR-2371-8", correct=True)
    return one.report(claim)


def restoran() -> Report:
    """examples/restoran-ditutup.html"""
    one = Article("restoran-ditutup.html")
    sides: dict[str, Any] = {"from_": "KH", "to": "KP"}
    one.add(
        "joint_venture",
        "done",
        "Pemerintah Kamboja menutup sebuah restoran milik Korea Utara di Sihanoukville",
        judged("not_covered", "2375/18", "require"),
        polarity="cessation",
        what="restoran milik Korea Utara",
        date="2019-12-18",
        **sides,
    )
    one.add(
        "labour",
        "done",
        "Kamboja juga memulangkan 24 pekerja Korea Utara ke Pyongyang",
        judged("not_covered", "2397/8", "require"),
        polarity="cessation",
        what="pekerja",
        amount=Amount(words="24 pekerja", number=24, unit="people"),
        said=("juru bicara kepolisian, Sok Vannarith",),
        date="2019-12-18",
        **sides,
    )
    one.add(
        "joint_venture",
        "ongoing",
        "Restoran itu dijalankan sebagai usaha patungan",
        judged("prohibited", "2375/18", open=("non_commercial_public_utility",)),
        what="usaha patungan",
        date="2014-01-01/2019-12-20",
        **sides,
    )
    machines = judged("prohibited", "2397/7", open=("committee_exemption",))
    quote = "pemilik restoran pernah mengirim dua ekskavator dan sebuah genset diesel ke Nampo pada Februari 2018"
    one.add("goods", "done", quote, machines, "ekskavator", said=("Vannarith",), date="2018-02", **sides)
    one.add("goods", "done", quote, machines, "genset diesel", said=("Vannarith",), date="2018-02", **sides)
    one.add(
        "goods",
        "alleged",
        "polisi menduga sebuah kapal tanker memindahkan solar ke kapal Korea Utara",
        judged("restricted", "2397/5", "cap"),
        "solar",
        said=("polisi",),
        to="KP",
        date="2019-05",
    )
    one.add(
        "aid",
        "planned",
        "Kamboja berencana mengirim beras bantuan ke Korea Utara melalui Palang Merah",
        judged("not_covered"),
        "beras",
        date="2020-01",
        **sides,
    )
    return one.report()


def flights() -> Report:
    """examples/summer-flights.txt, with only two of its dealings: a brief that is filled up from the law."""
    one = Article("summer-flights.txt", publisher="The Northern Courier")
    horses = judged("undetermined", "1718/8", missing=("luxury_item",), open=("committee_exemption",))
    one.add(
        "goods",
        "done",
        "Russia delivered 12 riding horses to North Korea by train",
        horses,
        "riding horses",
        said=("the regional veterinary service",),
        from_="RU",
        to="KP",
        date="2025-06",
        amount=Amount(words="12 riding horses", number=12, unit="head"),
    )
    one.add(
        "goods",
        "hypothetical",
        "North Korea could sell jackets to Russia by next spring",
        judged("prohibited", "2375/16", open=("committee_approval",)),
        "jackets",
        said=("Sazonov",),
        from_="KP",
        to="RU",
        role="supposition",
    )
    return one.report()


ARTICLES = {"pasar": pasar, "coal": coal, "restoran": restoran, "flights": flights}
