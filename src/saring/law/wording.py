"""What the words of a sentence about the law claim beyond its subject: that all is banned, that it ended, whose it is."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

SANCTIONS = r"(?:resolutions?|sanctions?|resolusi|sanksi|резолюци\w*|санкци\w*|결의안?|제재|決議|制裁|决议)"
UNLAWFUL = re.compile(
    r"(?<!not )(?:\billegal|\bunlawful|\billegitimate|незаконн\w+|нелегитимн\w+|불법(?:적인)?|불법·부당한|非法|不法)"
    rf"[\s\"“”‘’'«»]{{1,4}}(?:the )?(?:U\.?N\.? |UN Security Council |대북 ?|유엔 ?)?[\"“‘'«]?(?:sanctions )?{SANCTIONS}"
    rf"|(?:resolusi|sanksi)\w*\s(?:itu\s|tersebut\s|PBB\s)?(?:yang\s)?[\"“‘']?(?:ilegal|tidak sah|melanggar hukum internasional)",
    re.IGNORECASE,
)
"""A party calls the resolutions themselves unlawful: they bind (Charter, Article 25)."""

NOT_UN = re.compile(
    r"\bnot (?:from|by|of|imposed by|those of) (?:the )?(?:U\.?N\b|United Nations|Security Council)|"
    r"\bbukan (?:dari |oleh |milik )?(?:PBB|Dewan Keamanan)|(?:а не|но не|не от) (?:ООН|Совбез\w*|Совет\w* Безопасности)|"
    r"유엔(?:이|의 것이|에서 나온 것이)? 아니",
    re.IGNORECASE,
)
"""The bans are said to be another's and not of the United Nations."""

_WHOLE = (
    r"(?:(?<!\w)(?:any|all|every|semua|segala|seluruh|any kind of)(?!\w)|любы\w+|люб(?:ую|ой|ая|ое)|(?<!\w)вс[еюёя](?:й|го|м)?(?!\w)|"
    r"모든|일체의?|전면적인|一切|全部|所有|あらゆる|すべての)"
)
ALL_TRADE = re.compile(
    rf"{_WHOLE}\s?(?:\w+\s){{0,2}}(?:trade|commerce|perdagangan|торговл\w+|교역|무역|거래|贸易|貿易|取引)(?!\w*[- ](?:in|of|dalam) )",
    re.IGNORECASE,
)
ALL_FOOD = re.compile(
    rf"{_WHOLE}\s?(?:\w+\s){{0,1}}(?:food\b|foodstuffs|makanan|bahan pangan|продукт\w* питания|продовольстви\w+|식품|食品)",
    re.IGNORECASE,
)
"""All of a trade is said to be banned, where the law goes by goods."""

ENDED = re.compile(
    r"(?<!\w)(?:no longer (?:applies|apply|in force|valid|binding|bans?|banned)|(?:has|have) (?:expired|lapsed|been lifted)|"
    r"(?:was|were) lifted|tidak lagi berlaku|tidak berlaku lagi|sudah dicabut|telah dicabut|kedaluwarsa|больше не действ\w+|"
    r"утратил\w* силу|были сняты|отменены|не имеет силы)|효력을 (?:잃|상실)|해제됐|더 이상 유효하지",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"(?<!\w)(?:no|none|not|never|nor|until|unless|belum|tidak|bukan|sampai|hingga|sebelum|не|ни|нет|пока|до)(?!\w)|않|아니|까지",
    re.IGNORECASE,
)
"""The law is said to have ended; after a word of denial or of a condition it is not."""

_NUMBER = re.compile(
    r"(?<![\d.,])(\d[\d.,\s]*\d|\d)[\s-]*(ribu|thousand|тыс\w*\.?|천|만|千|万|juta|million|млн|백만)?[\s-]*"
    r"(barel|barrels?|bbl|баррел\w*|барр\w*|배럴|バレル|桶|metric tons?|tonn?es?|tons?\b|ton\b|тонн\w*|톤)",
    re.IGNORECASE,
)
_ZEROS = {
    "ribu": 3,
    "thousand": 3,
    "тыс": 3,
    "천": 3,
    "千": 3,
    "만": 4,
    "万": 4,
    "juta": 6,
    "million": 6,
    "млн": 6,
    "백만": 6,
}
_GROUPS = re.compile(r"\d{1,3}(?:[.,\s]\d{3})+")


def ended(words: str) -> bool:
    """Whether the words say that a law ended, and do not deny it."""
    found = ENDED.search(words)
    return found is not None and not DENIED.search(words[max(0, found.start() - 24) : found.start()])


def ceilings(words: str) -> list[str]:
    """The amounts of barrels and tonnes that the words name, as whole numbers."""
    found = []
    for number, times, _ in _NUMBER.findall(words):
        zeros = next((n for word, n in _ZEROS.items() if times.lower().startswith(word)), 0)
        grouped = _GROUPS.fullmatch(number.strip()) is not None and not zeros
        digits = re.sub(r"[.,\s]", "", number) if grouped else re.sub(r"\s", "", number).replace(",", ".")
        try:
            found.append(str(int(Decimal(digits).scaleb(zeros))))
        except (InvalidOperation, ValueError):
            continue  # "1.2.3 tonnes" is no number
    return found


def barrels(words: str) -> bool:
    """Whether the words give an amount in barrels, the measure of the ceilings on oil."""
    return any(
        unit.lower().startswith(("bar", "bbl", "барр", "배럴", "バレル", "桶")) for *_, unit in _NUMBER.findall(words)
    )


def adopted_in(words: str, cited: str, year: int) -> bool:
    """Whether the words give a resolution its year right behind its number or a word of adoption."""
    near = r"(?:tahun|of|from|от|из|adopted in|passed in|disahkan pada(?: tahun)?|diadopsi pada(?: tahun)?|принят\w* в)"
    return re.search(rf"{cited}[\s,(]*(?:yang )?(?:{near})?\s*{year}", words) is not None
