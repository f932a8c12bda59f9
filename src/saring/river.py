"""The rooms in order, from a document to a determination; the only file that knows them all.

Rooms are imported where they are used: a determination must not pay for opening and reading documents.
"""

from __future__ import annotations

import msgspec

from saring.codes import cut
from saring.model import Checked, Dealing, Determination, Document, Failure, Good, Reader, SaringError

GOODS_KINDS = ("goods", "arms", "aid")


def coded(
    good: Good, wordy: tuple[str, ...], lang: str = "en"
) -> tuple[Good, dict[str, bool | int | float | str | list[str]]]:
    """A good with its codes, and the facts that its words tell (jet fuel); proposals never become codes.

    Given codes win. Its words are read only where it has none, or where the law asks more than a given code says
    (`wordy`): then they may narrow it.
    """
    given = msgspec.structs.replace(good, **cut(good)) if good.hs else good
    asked = not given.hs or any(c.startswith(w) or w.startswith(c) for c in given.hs for w in wordy)
    if not given.words or not asked:
        return given, {}
    from saring.goods import classify, fact_hints, refine

    if given.hs:
        return refine(given), fact_hints(given.words)
    read = classify(given.words, tell=lang, proposals=False)
    hs = read.hs if read.breadth in ("exact", "family") else ()
    national = given.national or read.national
    found = msgspec.structs.replace(given, hs=hs, breadth=read.breadth, because=read.because or None, national=national)
    return found, fact_hints(given.words)


def completed(dealing: Dealing, lang: str = "en") -> Dealing:
    """The dealing with the codes of its goods, and with the facts that goods words tell by themselves."""
    from saring.law import load

    if not dealing.goods and dealing.what and dealing.kind in GOODS_KINDS:
        dealing = msgspec.structs.replace(dealing, goods=(Good(words=dealing.what),))
    read = [coded(good, load().wordy, lang) for good in dealing.goods]
    told = {name: value for _, facts in reversed(read) for name, value in facts.items()}
    return msgspec.structs.replace(dealing, goods=tuple(good for good, _ in read), facts={**told, **dealing.facts})


def determine(
    dealing: Dealing, as_of: str | None = None, lang: str = "en", where: str = "dealing"
) -> tuple[Determination | Failure, ...]:
    """Judge one dealing under each regime that it asks, in that order.

    A regime that is not loaded, or a fact that the law does not know, fails in its place; `where` names the line.
    """
    from saring.findings import judge
    from saring.law import load

    answers: list[Determination | Failure] = []
    for regime in dealing.regimes:
        try:
            answers.append(judge(completed(dealing, lang), load(), regime, as_of=as_of, lang=lang))
        except SaringError as error:
            problem = SaringError(error.code, f"{where}, {error.where}", error.message, error.allowed).problem()
            answers.append(Failure(id=dealing.id, error=problem))
    return tuple(answers)


def check(document: Document, as_of: str | None = None, lang: str = "en", reader: Reader | None = None) -> Checked:
    """Read the dealings of a document, gather what is told twice, and judge each; judge what it says about the law too."""
    from saring.dealings import gather
    from saring.goods import spot
    from saring.law import load
    from saring.law.claims import judge_claim
    from saring.reading import claims, read

    dealings: list[Dealing] = []
    for told in gather((reader or read)(document, spot=spot), document):
        dealing = completed(msgspec.structs.replace(told, published=told.published or document.published), lang)
        dealings.append(msgspec.structs.replace(dealing, determinations=judged(dealing, as_of, lang)))
    about = {name: getattr(document, name) for name in Checked.__struct_fields__ if hasattr(document, name)}
    said = tuple(judge_claim(claim, load(), document.published) for claim in claims(document))
    return Checked(**about, dealings=tuple(dealings), legal_claims=said)


def verdicts(dealing: Dealing, as_of: str | None = None, lang: str = "en") -> tuple[Determination, ...]:
    """The determinations of a dealing; the first regime or fact that fails raises `SaringError`."""
    return judged(completed(dealing, lang), as_of, lang)


def judged(dealing: Dealing, as_of: str | None, lang: str) -> tuple[Determination, ...]:
    """The determinations of a completed dealing under every regime that it asks, in that order."""
    from saring.findings import judge
    from saring.law import load

    return tuple(judge(dealing, load(), regime, as_of=as_of, lang=lang) for regime in dealing.regimes)
