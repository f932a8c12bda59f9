"""The rooms in order, from a document to a determination; the only file that knows them all.

Rooms are imported where they are used: a determination must not pay for opening and reading documents.
"""

from __future__ import annotations

import msgspec

from saring.codes import cut
from saring.model import (
    Checked,
    Dealing,
    Determination,
    Document,
    FactValue,
    Failure,
    Good,
    Reader,
    SaringError,
    Screen,
)

GOODS_KINDS = ("goods", "arms", "aid")


def coded(good: Good, wordy: tuple[str, ...], lang: str = "en") -> tuple[Good, dict[str, FactValue]]:
    """A good with its codes, and the facts that its words tell (jet fuel); proposals never become codes.

    Given codes win; words narrow them only where the law asks more than a code says (`wordy`).
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
    found = {"hs": hs, "breadth": read.breadth, "national": given.national or read.national}
    return msgspec.structs.replace(given, because=read.because or None, **found), fact_hints(given.words)


def completed(dealing: Dealing, lang: str = "en") -> Dealing:
    """The dealing with the codes of its goods, and with the facts that goods words tell by themselves."""
    from saring.law import load

    if not dealing.goods and dealing.what and dealing.kind in GOODS_KINDS:
        dealing = msgspec.structs.replace(dealing, goods=(Good(words=dealing.what),))
    read = [coded(good, load().wordy, lang) for good in dealing.goods]
    told = {name: value for _, facts in reversed(read) for name, value in facts.items()}
    return msgspec.structs.replace(dealing, goods=tuple(good for good, _ in read), facts={**told, **dealing.facts})


def determine(
    dealing: Dealing, as_of: str | None = None, lang: str = "en", where: str = "dealing", screen: Screen | None = None
) -> tuple[Determination | Failure, ...]:
    """Judge one dealing under each regime that it asks, in that order; `screen` compares its names with lists.

    A regime that is not loaded, or a fact that the law does not know, fails in its place; `where` names the line.
    """
    answers: list[Determination | Failure] = []
    for regime in dealing.regimes:
        try:
            one = completed(msgspec.structs.replace(dealing, regimes=(regime,)), lang)
            answers += judged(one, as_of, lang, screen)
        except SaringError as error:
            answers.append(Failure(id=dealing.id, error=error.inside(where).problem()))
    return tuple(answers)


def check(
    document: Document, as_of: str | None = None, lang: str = "en", reader: Reader | None = None, screen: Screen | None = None
) -> Checked:  # fmt: skip
    """Read the dealings of a document, gather what is told twice, and judge each; judge what it says about the law too."""
    from saring.dealings import gather
    from saring.goods import spot
    from saring.law import load
    from saring.law.claims import judge_claim
    from saring.reading import claims, read

    dealings: list[Dealing] = []
    for told in gather((reader or read)(document, spot=spot), document):
        dealing = completed(msgspec.structs.replace(told, published=told.published or document.published), lang)
        dealings.append(msgspec.structs.replace(dealing, determinations=judged(dealing, as_of, lang, screen)))
    about = {name: getattr(document, name) for name in Checked.__struct_fields__ if hasattr(document, name)}
    said = tuple(judge_claim(claim, load(), document.published) for claim in claims(document, spot=spot))
    return Checked(**about, dealings=tuple(dealings), legal_claims=said)


def judged(dealing: Dealing, as_of: str | None, lang: str, screen: Screen | None = None) -> tuple[Determination, ...]:
    """The determinations of a completed dealing under every regime that it asks, in that order."""
    from saring.findings import judge
    from saring.law import load

    named = screen(dealing) if screen else None
    return tuple(judge(dealing, load(), r, as_of=as_of, lang=lang, screened=named) for r in dealing.regimes)
