"""What of the words beside a verb of speech is the speaker, and whether they name anybody at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saring.model import Mention
from saring.reading.packs import Compiled
from saring.reading.scene import Scene
from saring.reading.words import Tag

LONGEST_CASELESS = 40
LEAST = 6  # characters of a name beside an outlet
MOST = 12  # words of a speaker that need no trimming
FEW = 7  # words of a speaker behind "according to" that bears no name
AND = frozenset(("and", "but", "dan", "tetapi", "serta", "namun", "и", "но", "та", "а", "while", "sedangkan"))
TRAILING = frozenset(("сообщения", "обвинения", "слухи", "сведения", "эти", "подобные", "такие", "sudah", "lama", "long", "telah", "masih", "akan", "baru", "bahkan", "juga", "pun", "kemudian", "sendiri", "lantas", "lalu", "sebelumnya", "also", "then", "later", "even", "has", "have", "had", "were", "was", "not", "earlier", "previously", "on", "in", "pada", "также", "ранее", "позже", "уже", "тоже", "затем", "в", "неоднократно", "ещё", "еще"))  # fmt: skip
LEADING = AND | {
    "также",
    "кроме",
    "juga",
    "also",
    "ранее",
    "позже",
    "позднее",
    "накануне",
    "earlier",
    "later",
    "previously",
    "sebelumnya",
    "kemudian",
    "belakangan",
}
DAY = re.compile(r"во?\s(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)\s")
BRACKET = 14  # characters of a day in brackets
TAILS = frozenset(
    (
        "hari",
        "dalam",
        "di",
        "pada",
        "lewat",
        "melalui",
        "kepada",
        "saat",
        "in",
        "on",
        "at",
        "via",
        "to",
        "during",
        "в",
        "во",
        "на",
        "по",
        "для",
    )
)
DAYS = frozenset(("", "в", "во", "on", "pada", "hari"))
LINKS = frozenset(("of", "the", "for", "de", "di", "dari", "bin", "von", "van", "and", "dan", "untuk", "'s"))
NOBODY = frozenset(
    (
        "telegram",
        "facebook",
        "twitter",
        "x",
        "weibo",
        "instagram",
        "youtube",
        "another",
        "others",
        "one",
        "some",
        "many",
        "few",
        "all",
        "both",
    )
)
HARD = frozenset(("так", "there", "it", "this", "that", "these", "those", "which", "who", "there", "what", "he", "she", "they", "we", "i", "itu", "ini", "hal", "ia", "dia", "mereka", "yang", "hasilnya", "tersebut", "об", "обо", "о", "что", "чтобы", "это", "как", "этом", "он", "она", "они", "мы", "который", "которая", "которые", "там", "цього", "про", "це"))  # fmt: skip
LOOSE = frozenset(
    ("the", "a", "an", "of", "to", "resembling", "joint", "new", "recent", "latest", "separate")
)  # with which no name ends
PLACED = frozenset(("pada", "di", "dalam", "ke", "untuk", "seperti", "at", "with", "for", "to", "of"))  # nor begins
WHERE = frozenset(
    ("in", "on", "after", "during", "setelah", "usai", "saat", "ketika", "lewat", "melalui")
)  # nor what a comma parts
PASSIVE = frozenset(("been", "being", "be", "is", "are", "was", "were"))
PLANS = re.compile(
    r"(?:the |its |a |an |этому |этой )?(?:plan|schedule|agreement|treaty|law|rule|resolution|contract|deal\b|term|rencana|jadwal|aturan|"
    r"perjanjian|resolusi|sanksi|sanction|larangan|hukum|konvensi|санкци|kesepakatan|undang|kontrak|ketentuan|план|график|услови|правил|закон|договор|соглашени|резолюци|контракт|положени|пункт)",
    re.IGNORECASE,
)
RESTS = re.compile(r"(?:according to|under|menurut|berdasarkan|berdasar|согласно|по)(?!\w)", re.IGNORECASE)
ACCORDING = re.compile(
    r"(?:по (?:словам|данным|сведениям|информации|оценк|мнению|версии|подсч|утверждени|свидетельств)|со слов|согласно|according to|"
    r"menurut|in the (?:view|opinion|words)|as told by|за (?:словами|даними|інформацією))",
    re.IGNORECASE,
)
ACCUSED = re.compile(r"(?:accused of|charged with)\b")  # told of who stands before, not by him
LISTENER = re.compile(
    r"(?<!\w)(?:журналист|пресс[еу]|агентств|издани|газет|телеканал|корреспондент|репортер|репортёр|служб|радио|изданию)\w*",
    re.IGNORECASE,
)
LEAD_BY = re.compile(r"(?:(?:on|last|this|pada|edisi) \S+ (?:\d{1,2},? )?)?(?:by|oleh) ")  # "published on Tuesday by"
LISTS = re.compile(
    r"sanctioned|blacklisted|designated|imposed sanc|announced sanc|menjatuhkan|memberlakukan|memasukkan|(?:sanksi )?dijatuhkan|독자 제재|제재"
)  # verbs by which an authority lists somebody: it is the source of what it lists them for
TOLD_ON = re.compile(r"\s*(?:that\b|in an?\b|on [A-Z]|[,.:;\"“”]|$)")
TOLD_TO = re.compile(r"\s(?:kepada|to)\s(?:harian |kantor berita |media |the )?$")


def mention(text: str, start: int, end: int) -> Mention | None:
    """The words at a span without space and marks at their ends; nothing when none are left."""
    while start < end and (text[start].isspace() or text[start] in ",-–—:'\"“”’‘"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",-–—:'\"“”’‘"):
        end -= 1
    return Mention(words=text[start:end], span=(start, end)) if end > start else None


def without(phrase: Mention, met: Sequence[Tag], scene: Scene) -> Mention | None:
    """A person's phrase without the outlet that he told it to: before him in some languages, behind him in others."""
    if phrase.span is None:
        return None
    low, high = min(tag.start for tag in met), max(tag.end for tag in met)
    start, end = phrase.span
    told_to = TOLD_TO.search(scene.text, start, low)
    if told_to and end - high <= 1:
        return mention(scene.text, start, told_to.start())
    if low - start > 2:
        return None
    rest = mention(scene.text, high, end) if end - high >= LEAST else None
    return rest if office_in(high, end, scene) else None


def of_outlet(phrase: Mention, met: Sequence[Tag], scene: Scene) -> bool:
    """Whether a phrase is a person of an outlet: "источник «Интерфакса»"."""
    start = phrase.span[0] if phrase.span else 0
    low = min(tag.start for tag in met)
    return low - start > 2 and office_in(start, low, scene) and not TOLD_TO.search(scene.text, start, low)


def speaks(phrase: Mention, say: Tag, scene: Scene, pack: Compiled) -> bool:
    """Whether a phrase beside a word of speech names somebody who can speak."""
    words, span = phrase.words.casefold().split(), phrase.span or (0, 0)
    if PLANS.match(phrase.words) and RESTS.match(scene.text, say.start):
        return False  # "berdasarkan sanksi PBB": by what rule, not by whose word
    if pack.cases and any(act.start == span[0] and act.entry.form == "noun" for act in scene.acts):
        return False  # "отразила в отчёте вывоз зерна"
    if (
        not any(c.isalpha() for c in phrase.words)
        or words[-1] in PASSIVE | LOOSE
        or words[0] in PLACED
        or _joins(say, scene)
        or _only_day(span, scene)
    ):
        return False
    if (words[0] in NOBODY and len(words) == 1) or words[0] in HARD or words[-1] in HARD:
        points = words[-1] in pack.pack.writing.article or words[0] in ("this", "these")
        return points and len(words) > 1 and office_in(*span, scene)  # "laporan itu"
    openers = pack.pack.writing.openers
    return (
        names(phrase, scene)
        or (2 <= len(words) <= FEW and words[0] in openers)
        or _closing(phrase, say, scene)
        or _according(phrase, say, scene)
        or (pack.cases and words[0] in ("в", "во", "на") and len(words) > 1)
    )


def _only_day(span: tuple[int, int], scene: Scene) -> bool:
    """Whether a phrase is nothing but a day: "announced Thursday, citing …"."""
    return any(tag.start <= span[0] and span[1] <= tag.end for tag in scene.labelled("date"))


def _joins(say: Tag, scene: Scene) -> bool:
    """Whether "added" puts something to something else and tells nothing: "added a third flight"."""
    return scene.folded.startswith("added", say.start) and TOLD_ON.match(scene.text, say.end) is None


def _according(phrase: Mention, say: Tag, scene: Scene) -> bool:
    """Whether "according to" introduces a phrase that is no plan and no rule: whoever is named there is the source."""
    if not ACCORDING.match(scene.text, say.start):
        return False
    return len(phrase.words.split()) <= FEW and not any(char.isdigit() for char in phrase.words)


def _closing(phrase: Mention, say: Tag, scene: Scene) -> bool:
    """Whether a bare plural closes the sentence as its speaker: "…, investigators said"."""
    if phrase.span is None or scene.sentence.end - say.end > 12 or len(phrase.words.split()) > 3:
        return False
    return scene.text[: phrase.span[0]].rstrip().endswith((",", "”", '"'))


def without_tail(start: int, end: int, scene: Scene) -> int:
    """Where a speaker ends without the preposition that leads on: "Kementerian Luar Negeri dalam" siaran pers."""
    for tag in scene.labelled("date"):
        if (
            start < tag.start < end
            and end - tag.end <= BRACKET
            and not scene.text[tag.end : end].strip(" ()/.0123456789")
        ):
            end = tag.start  # "Departemen Keuangan AS pada Selasa (14/1)"
            break
    words = scene.text[start:end].split()
    while len(words) > 1 and words[-1].lower() in TAILS:
        end = start + scene.text[start:end].rstrip().rfind(words.pop())
    return end


def names(phrase: Mention, scene: Scene) -> bool:
    """Whether a phrase names somebody: a capital, or an office, inside it."""
    if phrase.span is None or len(phrase.words) < 2:
        return False
    start, end = phrase.span
    if office_in(start, end, scene):
        return True
    first = phrase.words.split()[0]
    opens = start == scene.sentence.start
    rest = phrase.words[len(first) :] if opens and len(phrase.words) > len(first) else phrase.words
    named = any(place.start >= start and place.end <= end for place in scene.places)
    caseless = phrase.words.lower() == phrase.words.upper() and len(phrase.words) <= LONGEST_CASELESS
    return named or caseless or any(char.isupper() for char in rest)


def name_first(phrase: Mention, scene: Scene) -> bool:
    """Whether a phrase begins like a name or is a body; words that only follow "reported" do not."""
    start, end = phrase.span or (0, 0)
    office = office_in(start, end, scene) and len(phrase.words.split()) <= FEW
    return office or phrase.words[:1].isupper() or phrase.words.lower() == phrase.words.upper()


def named_soon(words: str) -> bool:
    """Whether a name follows within a few words: "data yang diterbitkan Administrasi …"."""
    following = words.split()[:4]
    return any(word[0].isupper() for word in following) and len(words.split()) <= 9


def to_name(words: str) -> int:
    """How far a name stands behind a relative word and its verb: "yang diterbitkan Administrasi …"."""
    for number, word in enumerate(re.finditer(r"\S+", words)):
        if word.group()[0].isupper():
            return word.start()
        if number > 3:
            break
    return 0


def named(words: str) -> bool:
    """Whether words are a name: they begin with a capital, or are few and hold one."""
    return words[:1].isupper() or (any(char.isupper() for char in words) and len(words.split()) <= 5)


def past_listener(start: int, end: int, scene: Scene) -> int:
    """Where the speaker begins when the one whom he told stands first: "рассказала Русской службе сотрудница …"."""
    office = min((tag.start for tag in scene.labelled("office") if start < tag.start < end), default=None)
    if office is None or scene.glued:
        return start
    before = scene.text[start:office]
    if before.startswith(("в ", "во ", "на ", "у ")):
        return start  # "сообщили в пресс-службе администрации"
    outlet = any(start <= tag.start < office for tag in scene.labelled("outlet"))
    return office if len(before.split()) <= 4 and (outlet or LISTENER.search(before)) else start


def trimmed(scene: Scene, start: int, end: int) -> Mention | None:
    """A speaker as a name or an office with its name: what a verb between the name and "said" adds is cut away."""
    found = mention(scene.text, start, end)
    if found is None or found.span is None:
        return None
    start, end = found.span
    if any(tag.entry.label == "marker" and 0 <= start - tag.end <= 1 for tag in scene.tags):
        return None  # "in St. Petersburg, citing": where something is, not who speaks
    words = list(re.finditer(r"\S+", scene.text[start:end]))
    by = LEAD_BY.match(scene.text, start, end)
    reached = max(by.end() if by else start, past_date(start, end, scene))
    while len(words) > 1 and (words[0].group().lower() in LEADING or start + words[0].start() < reached):
        words.pop(0)
    start, words = start + words[0].start(), list(re.finditer(r"\S+", scene.text[start + words[0].start() : end]))
    while len(words) > 1 and (words[-1].group().lower() in TRAILING or _dated(start + words[-1].start(), scene)):
        words.pop()
    end = start + words[-1].end()
    found = mention(scene.text, start, end) or found
    if len(words) == 1 and words[0].group().lower() in LEADING | TRAILING:
        return None  # "ранее сообщалось"
    joined = words[-1].group().lower() in AND
    if len(words) <= MOST and not joined:
        return found
    first = None
    for number, word in enumerate(words):
        capital = word.group()[:1].isupper()
        office = any(start + word.start() <= tag.start < start + word.end() for tag in scene.labelled("office"))
        if first is None and (capital or office):
            first = number
        elif first is not None and not capital and not office and word.group().lower() not in LINKS:
            return mention(scene.text, start, start + words[number - 1].end()) if joined or number > 1 else found
    return found


def past_date(start: int, end: int, scene: Scene) -> int:
    """Where the words go on behind a day that opens them: "в среду пресс-служба"."""
    if day := DAY.match(scene.text, start, end):
        return day.end()
    for tag in scene.labelled("date"):
        opening = scene.folded[start : tag.start].strip()
        if start <= tag.start and tag.end < end and opening in DAYS:
            return tag.end
    return start


def _dated(at: int, scene: Scene) -> bool:
    """Whether a date stands there: "the embassy on Thursday said"."""
    return any(tag.start <= at < tag.end for tag in scene.labelled("date"))


def told_in(start: int, end: int, scene: Scene) -> bool:
    """Whether words before a comma belong to what is told: they name a theme or a case word, and no office."""
    told = any(tag.entry.label in ("marker", "theme") and start <= tag.start < end for tag in scene.tags)
    return told and not office_in(start, end, scene)


def office_in(start: int, end: int, scene: Scene) -> bool:
    """Whether an office, body or paper is named between two points."""
    return any(start <= tag.start < end for tag in scene.labelled("office"))


def title(words: str, scene: Scene, start: int) -> bool:
    """Whether the words before a comma are an office or a name that the words after it go on to explain."""
    return office_in(start, start + len(words), scene) or named(words.strip())
