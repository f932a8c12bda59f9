"""The rooms in order, from a document to a determination; the only file that knows them all.

Rooms are imported where they are used: a determination must not pay for opening and reading documents.
"""

from __future__ import annotations

import msgspec

from saring.model import Checked, Dealing, Determination, Document, Failure, Good, SaringError

GOODS_KINDS = ("goods", "arms", "aid")


def coded(good: Good, lang: str = "en") -> Good:
    """A good with the codes of its words, where it came without; proposals never become codes."""
    if good.hs or not good.words:
        return good
    from saring.goods import classify

    read = classify(good.words, tell=lang)
    hs = read.hs if read.breadth in ("exact", "family") else ()
    national = good.national or read.national
    return msgspec.structs.replace(good, hs=hs, breadth=read.breadth, because=read.because or None, national=national)


def completed(dealing: Dealing, lang: str = "en") -> Dealing:
    """The dealing with the codes of its goods, and with the facts that goods words tell by themselves (jet fuel)."""
    from saring.goods import fact_hints

    goods = tuple(coded(good, lang) for good in dealing.goods)
    facts = dict(dealing.facts)
    for good in goods:
        for name, told in fact_hints(good.words or "").items():
            facts.setdefault(name, told)
    return msgspec.structs.replace(dealing, goods=goods, facts=facts)


def determine(
    dealing: Dealing, as_of: str | None = None, lang: str = "en", where: str = "dealing"
) -> tuple[Determination | Failure, ...]:
    """Judge one dealing under each regime that it asks, in that order.

    A regime that is not loaded, or a fact that the law does not know, fails in its place; `where` names the line.
    """
    from saring.findings import judge
    from saring.law import load

    if not dealing.goods and dealing.what and dealing.kind in GOODS_KINDS:
        dealing = msgspec.structs.replace(dealing, goods=(Good(words=dealing.what),))
    asked = completed(dealing, lang) if dealing.goods else dealing
    answers: list[Determination | Failure] = []
    for regime in dealing.regimes:
        try:
            answers.append(judge(asked, load(), regime, as_of=as_of, lang=lang))
        except SaringError as error:
            problem = SaringError(error.code, f"{where}, {error.where}", error.message, error.allowed).problem()
            answers.append(Failure(id=dealing.id, error=problem))
    return tuple(answers)


def check(document: Document, as_of: str | None = None, lang: str = "en") -> Checked:
    """Read the dealings of a document, gather what is told twice, and judge each; judge what it says about the law too."""
    from saring.dealings import gather
    from saring.goods import spot
    from saring.law import load
    from saring.law.claims import judge_claim
    from saring.reading import claims, read

    dealings: list[Dealing] = []
    for told in gather(read(document, spot=spot), document):
        dealing = completed(msgspec.structs.replace(told, published=told.published or document.published), lang)
        dealings.append(msgspec.structs.replace(dealing, determinations=verdicts(dealing, as_of, lang)))
    about = {name: getattr(document, name) for name in Checked.__struct_fields__ if hasattr(document, name)}
    said = tuple(judge_claim(claim, load(), document.published) for claim in claims(document))
    return Checked(**about, dealings=tuple(dealings), legal_claims=said)


def verdicts(dealing: Dealing, as_of: str | None = None, lang: str = "en") -> tuple[Determination, ...]:
    """The determinations of a dealing; the first regime or fact that fails raises `SaringError`."""
    answers = determine(dealing, as_of, lang)
    for answer in answers:
        if isinstance(answer, Failure):
            raise SaringError(answer.error.code, answer.error.where, answer.error.message)
    return tuple(answer for answer in answers if isinstance(answer, Determination))
