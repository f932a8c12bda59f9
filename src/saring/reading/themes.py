"""What may move or be done in a sentence: words of a class, and goods that the goods room spotted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from saring.model import Good
from saring.reading import misread
from saring.reading.packed import unpacked
from saring.reading.packs import Compiled
from saring.reading.scene import Scene, Theme
from saring.reading.sentences import Sentence
from saring.reading.words import Tag

BEFORE_WORD = re.compile(r"([^\W\d_][\w'-]*)[ -]$")
AFTER_WORD = re.compile(r"[ -]([^\W\d_][\w'-]*)")
INFINITIVE = frozenset(("to", "will", "would", "can", "could", "must", "may", "might", "should", "helped", "help"))
PRICED = re.compile(
    r"\b(?:senilai|seharga|bernilai|sebesar|worth|valued at|на сумму|на суму|стоимостью|вартістю|по цене|ценой)\b(?:[^,;:()]|(?<=\d),(?=\d)){0,32}$"
    r"|\bfor (?:about |some |nearly |around )?[\d.,]+ (?:\w+ )?$"
)
PAID = re.compile(
    r"(?<!\w)(?:as|in|sebagai|в качестве|в счет|в счёт|в сумме|в сумі) (?:partial |full )?$"
)  # "went there as payment"
PRICES = re.compile(
    r"(?: ?\([^()]{1,40}\))?(?:를|을)? ?(?:worth\b|상당|어치|치를|규모|相当|分の|价值)|[-' ]{1,2}worth\b"
)
MEASURED = re.compile(r" of (?:[\w.,-]+ ){1,5}of ")  # "a consignment of 800 metric tons of pork"
ADJECTIVE = re.compile(r" [а-яё]+(?:ого|его|ой|ей|ых|их) ")  # "партия приморского мороженого"
MADE = re.compile(
    r" (?:с|со|на основе|с добавлением|с экстрактом|из) | (?:made (?:of|from)|containing) | berbahan "
    r"|,? (?:yang )?(?:banyak )?(?:digunakan|dipakai) (?:dalam|untuk|sebagai) (?:\w+ ){0,2}| used (?:in|for) (?:\w+ ){0,2}"
)
PAID_FOR = ("goods", "weapon", "thing")
FEE = re.compile(r" за (?:[^\W\d]+ )?")
TRADES = ("worker", "technician", "student", "official")
DESCRIBING = ("technology", "goods", "thing")
COPULA = "인 "  # "which are", between two nouns
VEHICLES = frozenset(("ship", "train", "flight"))
PORTS = ("pelabuhan", "terminal", "port ", "the port", "порт", "терминал")
GOODS_LIKE = ("goods", "thing", "gift")
PACKED = re.compile(
    r" (?:full )?of (?:[\w-]+ ){0,3}| (?:с|со|з|із) (?:[^\W\d]+ ){0,2}|, (?:где|(?:в|у) (?:которых|котором|яких)) (?:[^\W\d]+ ){0,4}"
)  # "7,000 containers of suspected weapons"
WARES = ("BBM", "LPG", "LNG", "APD", "СПГ", "СУГ", "ГСМ")  # abbreviations that name goods: fuel, gas, protective wear
QUOTED = 3  # characters before a word that opens a sentence: quotation marks
MEANT = ("untuk ", "bagi ", "for ")  # what somebody signs up for is no place that he goes to
COUNTED_IN = re.compile(r"\bsebanyak (?:sekitar |lebih dari )?[\d.,]+ (?:ribu |juta )?$")
POSING = ("sebagai ", "seolah-olah ", "berlabel ", "dilabeli ")  # "dipalsukan sebagai produk China": no ware of its own
CREWS = frozenset(("worker", "soldier"))
PACKS = ("8609", "4415", "4819", "6305", "7010", "7310")  # containers, crates, cartons, sacks, bottles, cans


def themes(scene: Scene, goods: Sequence[Good], pack: Compiled) -> list[Theme]:
    """The themes of a sentence in their order; goods replace the vaguer words that they overlap."""
    tags = [tag for tag in scene.labelled("theme") if not _infinitive(tag, scene) and not _price(tag, scene)]
    tags = misread.kept(tags, scene, goods, pack.cases)
    seen = [
        Theme(tag.start, tag.end, tag.entry.value)
        for tag in tags
        if not any(other.start <= tag.start and tag.end <= other.end and other[:2] != tag[:2] for other in tags)
    ]
    seen = [theme for theme in seen if not (theme.kind == "thing" and scene.folded.endswith(POSING, 0, theme.start))]
    seen = [theme for theme in seen if not _counts_others(theme, seen, scene)]
    seen = [theme for theme in seen if not any(_crew_of(theme, other) for other in seen)]
    ignored = scene.labelled("ignore")
    for spotted in goods:
        if (
            spotted.span is None
            or _shouted(spotted, scene.text, scene.sentence, scene.head)
            or _hidden(spotted.span, ignored)
        ):
            continue
        if not scene.glued and _in_place(spotted.span, scene):
            continue
        if pack.cases and misread.ware(spotted.span, tags, scene):
            continue
        if scene.glued and any(act.start < spotted.span[0] < act.end < spotted.span[1] for act in scene.acts):
            continue  # the end of an act and its case word: "파견과"
        if not scene.glued and (_speaks(spotted.span, scene) or scene.folded.startswith("co-", spotted.span[0] - 3)):
            continue
        good = _behind_verb(spotted, spotted.span, scene)
        start, end = good.span or (0, 0)
        over = [theme for theme in seen if theme.start < end and start < theme.end]
        good, seen, over = unpacked(good, seen, over, scene)
        start, end = good.span or (start, end)
        arms = any(code.startswith("93") for code in good.hs)
        aid = next((theme for theme in over if theme.kind == "aid"), None)
        if aid is not None:
            aid.goods = aid.goods or good
            continue
        if any(theme.kind not in (*GOODS_LIKE, "weapon") and theme.end - theme.start > end - start for theme in over):
            continue
        over = [theme for theme in over if not _gives_way(theme, good, scene)]
        kept = next((theme for theme in over if theme.kind not in GOODS_LIKE), None)
        if kept is not None:
            kept.goods = good
            continue
        seen = [theme for theme in seen if theme not in over and not _gives_way(theme, good, scene)]
        seen.append(Theme(start, end, "weapon" if arms else "goods", good))
    return _heads(sorted(seen, key=lambda theme: (theme.start, theme.end)), scene, pack)


def _counts_others(theme: Theme, seen: Sequence[Theme], scene: Scene) -> bool:
    """Whether containers behind wares only count these: "pengiriman senjata sebanyak 13 ribu kontainer"."""
    if theme.kind != "thing" or not COUNTED_IN.search(
        scene.folded, max(scene.sentence.start, theme.start - 32), theme.start
    ):
        return False
    return any(other.kind in ("weapon", "goods") and other.end <= theme.start for other in seen)


def _crew_of(theme: Theme, other: Theme) -> bool:
    """Whether people are only counted by a word that overlaps what they are: "anggota pasukan | pasukan konstruksi"."""
    return {theme.kind, other.kind} == CREWS and theme.start < other.start < theme.end < other.end


def _gives_way(theme: Theme, good: Good, scene: Scene) -> bool:
    """Whether goods tell more than the words that they overlap: "kawat baja" is no telegram."""
    start, end = good.span or (0, 0)
    return theme.kind == "letter" and not scene.glued and start <= theme.start and theme.end < end


def _shouted(good: Good, text: str, sentence: Sentence, head: int) -> bool:
    """Whether goods words are an abbreviation in capitals, or stand inside a name."""
    if good.span is None:
        return False
    start, end = good.span
    words = text[start:end]
    line = text[sentence.start : sentence.end]
    shouted = words.isupper() and words.isalpha() and len(words) <= 4 and not line.isupper() and words not in WARES
    return shouted or (words[0].isupper() and words[1:].islower() and inside_name(start, end, text, sentence, head))


def inside_name(start: int, end: int, text: str, sentence: Sentence, head: int) -> bool:
    """Whether a word in capitals stands beside others in capitals, so that it is part of a name.

    `head` is where the head of a report ends: the word behind it opens the sentence, and has its capital from that.
    """
    first = max(sentence.start, head)
    if (
        sentence.fragment
        or start <= first
        or (start - first <= QUOTED and not text[first:start].strip(" \"'“”‘’«(-–—"))
    ):
        return False
    before = BEFORE_WORD.search(text, max(sentence.start, start - 30), start)
    if before and before.group(1).endswith(("-made", "-built", "-style", "-type", "-class")):
        return False  # "a Russian-made Aurus"
    after = AFTER_WORD.match(text, end, min(sentence.end, end + 30))
    return bool(
        (before and before.group(1)[0].isupper() and before.start() > sentence.start)
        or (after and after.group(1)[0].isupper() and not before)
        or (after and after.group(1)[0].isupper() and before)
    )


def _infinitive(tag: Tag, scene: Scene) -> bool:
    """Whether a word that may be a vehicle or ware is a verb: "to train soldiers", "will ship coal"."""
    verbs = any(act.start <= tag.start < act.end and act.entry.form == "active" for act in scene.acts)
    closes = any(act.start < tag.start and act.end == tag.end and act.entry.value == "send" for act in scene.acts)
    return verbs and (closes or follows_infinitive(tag, scene))  # "the companies ship ore"


def follows_infinitive(tag: Tag, scene: Scene) -> bool:
    """Whether a word stands behind one that only a verb can follow."""
    before = BEFORE_WORD.search(scene.folded, max(scene.sentence.start, tag.start - 12), tag.start)
    return before is not None and before.group(1) in INFINITIVE


def _hidden(span: tuple[int, int], ignored: Sequence[Tag]) -> bool:
    return any(tag.start <= span[0] and span[1] <= tag.end for tag in ignored)


def _in_place(span: tuple[int, int], scene: Scene) -> bool:
    """Whether goods words are only part of a country's name: "Negeri Tirai Bambu"."""
    return any(tag.start <= span[0] and span[1] <= tag.end and tag[:2] != span for tag in scene.labelled("place"))


def _speaks(span: tuple[int, int], scene: Scene) -> bool:
    """Whether goods words are the office that speaks: "the monitors said"."""
    office = any(tag.start <= span[0] and span[1] <= tag.end for tag in scene.labelled("office"))
    return office and any(0 <= tag.start - span[1] <= 1 for tag in scene.labelled("say"))


def _behind_verb(good: Good, span: tuple[int, int], scene: Scene) -> Good:
    """Goods without the subject and verb that were taken for words before them: "ships exported coal"."""
    start, end = span
    if not any(tag.start == start and tag.entry.value in VEHICLES for tag in scene.labelled("theme")):
        return good
    verbs = [act.end for act in scene.acts if start < act.start and act.end < end and act.entry.form == "active"]
    if not verbs:
        return good
    start = max(verbs) + 1
    return msgspec.structs.replace(good, words=scene.text[start:end], span=(start, end))


def _price(tag: Tag, scene: Scene) -> bool:
    """Whether money only says what goods cost: "beras senilai 5 juta dolar", "500만 달러 상당의 쌀"."""
    if tag.entry.value != "money":
        return False
    before = scene.folded[max(scene.sentence.start, tag.start - 48) : tag.start]
    if PAID.search(before) or _converted(tag, scene):
        return True
    pays = {act.start for act in scene.acts if act.entry.value == "pay"}
    if pays - {act.start for act in scene.acts if act.entry.value != "pay"}:
        return False  # "membayar Korea Utara senilai 20 miliar dolar": what is paid
    return priced(tag.start, tag.end, scene)


def _converted(tag: Tag, scene: Scene) -> bool:
    """Whether a sum stands in brackets behind another, which it tells in other money: "$5 million (Rp81 miliar)"."""
    opening = scene.text.rfind("(", max(scene.sentence.start, tag.start - 30), tag.start)
    if opening < 0 or ")" in scene.text[opening : tag.start]:
        return False
    sums = (other for other in scene.labelled("theme") if other.entry.value == "money")
    return any(0 <= opening - other.end <= 12 for other in sums)


def priced(start: int, end: int, scene: Scene) -> bool:
    """Whether the words beside a sum say that it is a price: "worth $5 million", "500만 달러 상당의"."""
    before = scene.folded[max(scene.sentence.start, start - 48) : start]
    return PRICED.search(before) is not None or PRICES.match(scene.folded, end) is not None


def _destination(theme: Theme, scene: Scene) -> bool:
    """Whether a resort or zone is only where somebody goes."""
    cases = [tag.end for tag in scene.labelled("marker") if tag.entry.value in ("to", "at", "from")
             and not scene.folded.startswith(MEANT, tag.start)]  # fmt: skip
    port = theme.kind == "route" and scene.folded.startswith(PORTS, theme.start)
    near = [end for end in cases if (theme.kind == "tour" or port) and 0 <= theme.start - end <= 8]
    return any(not any(end < act.end <= theme.start for act in scene.acts) for end in near)


def _called(theme: Theme, before: Theme, scene: Scene) -> bool:
    """Whether a gift right behind goods only says what they are: "jamur matsutake hadiah Kim"."""
    gap = scene.folded[before.end : theme.start]
    return theme.kind == "gift" and before.goods is not None and (gap == " " or (gap == ", " and not scene.glued))


def _piece(theme: Theme, scene: Scene) -> bool:
    """Whether words name parts or gear of what stands before them."""
    return theme.kind == "thing" and scene.folded.startswith(("부품", "부속", "장비", "소재"), theme.start)


def _packs(theme: Theme) -> bool:
    """Whether goods are what others are packed in."""
    if theme.kind == "train":
        return True  # "40 tank cars of diesel"
    return theme.goods is not None and bool(theme.goods.hs) and all(code.startswith(PACKS) for code in theme.goods.hs)


def _part_of(theme: Theme, head: Theme, gap: str, scene: Scene, before: bool) -> bool:
    """Whether a theme is none of its own behind another: what is paid for, what it is made of, its parts."""
    if before and head.kind == "money" and theme.kind in PAID_FOR and FEE.fullmatch(gap):
        return True  # "получала плату за уголь": what is paid for moved before
    if head.kind == "goods" and theme.kind == "goods" and MADE.fullmatch(gap):
        return True  # "creams with ginseng": what it is made of is no ware of its own
    class_of = gap in ("급 ", "형 ", "급의 ") and theme.kind == "weapon"  # "판치르급 전투차량"
    if scene.glued and head.kind == "weapon" and (class_of or (gap == " " and _piece(theme, scene))):
        head.end = theme.end  # "드론 부품"
        return True
    return before and gap == " " and head.kind == "science" and theme.kind == "treaty"  # "학술교류 협정"


def _is_called(themes: list[Theme], scene: Scene) -> list[Theme]:
    """The themes without those that only say what the next one is: "가발 원료인 인조 모발"."""
    if not scene.glued or COPULA not in scene.folded[scene.sentence.start : scene.sentence.end]:
        return themes
    called = {
        id(one)
        for one, other in pairwise(themes)
        if {one.kind, other.kind} <= {"goods", "thing"} and scene.folded[one.end : other.start] == COPULA
    }
    return [theme for theme in themes if id(theme) not in called]


def _heads(themes: list[Theme], scene: Scene, pack: Compiled) -> list[Theme]:
    """Leave out what only measures ("containers of shells") or describes ("drone plant") the theme beside it."""
    themes = _is_called(themes, scene)
    out: list[Theme] = []
    made: set[int] = set()
    before = pack.pack.writing.adjective == "before"
    for number, theme in enumerate(themes):
        if (
            _destination(theme, scene)
            or (pack.cases and misread.works(theme, scene))
            or id(theme) in made
            or (out and _called(theme, out[-1], scene))
        ):
            continue
        following = themes[number + 1] if number + 1 < len(themes) else None
        if following is not None and following.start >= theme.end:
            gap = scene.folded[theme.end : following.start]
            lists = any(
                act.entry.value == "comprise" and theme.end <= act.start and act.end <= following.start
                for act in scene.acts
            )
            short = gap in (" ", " of ", "") or (lists and len(gap.split()) == 1) or MEASURED.fullmatch(gap) is not None
            if _part_of(following, theme, gap, scene, before):
                made.add(id(following))
            short = short or ADJECTIVE.fullmatch(gap) is not None
            short = short or (theme.kind == "thing" and following.kind == "weapon" and gap == " для ")
            if theme.kind == "thing" and following.kind in ("goods", "weapon") and short:
                continue
            packs = _packs(theme) or scene.folded.startswith("контейнер", theme.start)
            if following.kind in ("goods", "weapon", "aid") and packs and PACKED.fullmatch(gap):
                continue
            if before and gap in (" ", "", "-") and following.kind in ("plant", "technology", "pilot", "ship", "route"):
                following.goods = following.goods or theme.goods
                continue
            if before and gap == " " and following.kind in TRADES and theme.kind in DESCRIBING:
                continue  # "technology workers", "textile workers"
        out.append(theme)
    return out
