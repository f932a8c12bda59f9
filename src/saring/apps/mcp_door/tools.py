"""The tools: each is a name, what it takes and gives, and the function that answers at the desk. None changes anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, get_args

import msgspec

from saring.apps.http.asked import asked_day, known, last_day
from saring.apps.http.desk import Desk
from saring.apps.http.law_desk import questions_about
from saring.apps.http.lists_desk import hits, screen_by, valid
from saring.apps.http.text_desk import CheckRequest, document_of
from saring.apps.mcp_door import gives, takes
from saring.apps.mcp_door.ledger_tool import search
from saring.model import Determination, Effect, Failure, Kind, SaringError
from saring.screening.search import Answer


class Tool(NamedTuple):
    """`reads`: it reads a text or judges, and so takes a place among those that are read at once.

    `whole`: its answer is written as the contract writes it, with every key that has a value.
    """

    name: str
    title: str
    description: str
    takes: type[msgspec.Struct]
    gives: type[msgspec.Struct]
    answer: Callable[[Desk, Any], msgspec.Struct]
    reads: bool = False
    whole: bool = False


def language(desk: Desk, lang: str | None) -> str:
    """The language that was asked for, else that of the server."""
    return lang or desk.settings.lang or "en"


def check_text(desk: Desk, asked: takes.CheckText) -> gives.TextAnswer:
    """Read one text and judge its dealings."""
    from saring.river import check

    day, lang = asked_day(asked.as_of), language(desk, asked.lang)
    asked_day(asked.published, "published", single=True)
    document = document_of(CheckRequest(text=asked.text, published=asked.published), desk.settings)
    read = check(document, day, lang, screen=screen_by(asked.lists, day))
    told = tuple(one for dealing in read.dealings for one in dealing.determinations or ())
    return gives.TextAnswer(gives.law_used(), read, gives.asks(told, lang))


def determine(desk: Desk, asked: takes.Determine) -> gives.DealingAnswer:
    """Judge one dealing; when no regime that it asks can be asked, that is an error."""
    from saring.apps.intake import to_dealing
    from saring.river import determine as judge

    day, lang = asked_day(asked.as_of), language(desk, asked.lang)
    dealing = to_dealing(asked.dealing, "dealing", default_id="1")
    found = judge(dealing, day, lang, screen=screen_by(asked.lists, day))
    told = tuple(one for one in found if isinstance(one, Determination))
    failed = tuple(one for one in found if isinstance(one, Failure))
    if not told:
        message, _, allowed = failed[0].error.message.partition("; allowed: ")
        raise SaringError(failed[0].error.code, failed[0].error.where, message, allowed)
    return gives.DealingAnswer(gives.law_used(), told, failed, gives.asks(told, lang))


def questions(desk: Desk, asked: takes.Questions) -> gives.QuestionsAnswer:
    """What can still change the verdict on a dealing, under the first regime that it asks."""
    lang = language(desk, asked.lang)
    now = determine(desk, takes.Determine(dealing=asked.dealing, as_of=asked.as_of, lang=asked.lang))
    found = questions_about(asked.dealing, asked_day(asked.as_of), lang)
    return gives.QuestionsAnswer(now.law, now.determinations[0], tuple(found))


def law_show(desk: Desk, asked: takes.LawShow) -> gives.LawShown:  # noqa: ARG001 - every tool gets the desk
    """A provision, its sub-paragraphs, or a whole act."""
    from saring.law import load
    from saring.law.catalogue import find

    return shown(find(load(), asked.provision))


def shown(entries: tuple[Any, ...]) -> gives.LawShown:
    """Entries of the lawbook with the disputes that touch them."""
    names = {name for entry in entries for name in (entry.provision.provision, *(rule.id for rule in entry.rules))}
    disputes = {d.id: d for entry in entries for d in entry.situation.disputes if names & set(d.provisions)}
    provisions = tuple(entry.provision for entry in entries)
    review = {one.provision: one.review.status for one in provisions}
    return gives.LawShown(gives.law_used(), review, provisions, tuple(disputes.values()))


def law_on(desk: Desk, asked: takes.LawOn) -> gives.LawOnDay:
    """The measures in force on a day."""
    from saring.law import load
    from saring.law.catalogue import find, rules

    day = last_day(asked.on, "on") or ""
    if not day:
        raise SaringError("bad_date", "on", "it is empty", "YYYY-MM-DD, YYYY-MM or YYYY")
    known(asked.kind, get_args(Kind), "kind")
    known(asked.effect, get_args(Effect), "effect")
    code(asked.goods)
    about = partners(asked.partner)
    found = rules(load(), on=day, kind=asked.kind or None, goods=asked.goods or None, effect=asked.effect or None)
    found = tuple(rule for rule in found if rule.partner in about)
    if asked.provision:
        wanted = {rule.id for entry in find(load(), asked.provision) for rule in entry.rules}
        found = tuple(rule for rule in found if rule.id in wanted)
    regimes, lang = regime_of_rules(), language(desk, asked.lang)
    page = found[asked.offset : asked.offset + asked.limit]
    held = tuple(gives.holding(rule, regimes[rule.id], lang) for rule in page)
    return gives.LawOnDay(gives.law_used(), day, len(found), held)


def law_diff(desk: Desk, asked: takes.LawDiff) -> gives.LawChanges:
    """What begins and ends between two days."""
    from saring.law import load
    from saring.law.catalogue import changes

    first, second = last_day(asked.first, "first") or "", last_day(asked.second, "second") or ""
    code(asked.goods)
    about, regimes, lang = partners(asked.partner), regime_of_rules(), language(desk, asked.lang)
    found = tuple(
        gives.HoldingChange(one.begins, gives.holding(one.rule, regimes[one.rule.id], lang))
        for one in changes(load(), first, second, asked.goods or None)
        if one.rule.partner in about
    )
    return gives.LawChanges(gives.law_used(), first, second, found)


def regime_of_rules() -> dict[str, str]:
    """Under which regime each measure stands."""
    from saring.law import load

    return {rule.id: situation.regime.regime for situation in load().situations for rule in situation.rules}


def partners(asked: str | None) -> tuple[str, ...]:
    """The countries that the law is about, or the one of them that was asked for."""
    from saring.law import load

    every = tuple(dict.fromkeys(situation.regime.partner for situation in load().situations))
    known(asked, every, "partner")
    return (asked,) if asked else every


def code(goods: str | None) -> None:
    """Refuse what is no HS code."""
    if goods and not (goods.isascii() and goods.isdigit() and 2 <= len(goods) <= 6):
        raise SaringError("bad_type", "goods", f"{goods[:40]!r} is no HS code", "2 to 6 digits without dots")


def screen(desk: Desk, asked: takes.Screen) -> Answer:  # noqa: ARG001
    """The hits of one name."""
    return hits(valid(asked))


TOOLS = (
    Tool(
        "check_text", "Check a text",
        "Read a document (English, Indonesian, Russian, Korean) and find every dealing with North Korea that it reports, "
        "each with its quote and span, its status, and a determination: the verdict, the governing paragraphs with the "
        "reason, what is missing or open, and the lawbook's version. not_covered never means allowed.",
        takes.CheckText, gives.TextAnswer, check_text, reads=True, whole=True,
    ),
    Tool(
        "determine", "Judge a dealing",
        "Judge one dealing given as JSON (only kind is required; countries ISO 3166 alpha-2, goods in words or HS codes): "
        "the verdict under each regime, the paragraphs that reach it, why, and what is missing or open.",
        takes.Determine, gives.DealingAnswer, determine, reads=True, whole=True,
    ),
    Tool(
        "questions", "What to ask",
        "The questions whose answers can still change the verdict on a dealing, the most telling first. Put an answer into "
        "the dealing's facts under the question's name and ask again.",
        takes.Questions, gives.QuestionsAnswer, questions, reads=True, whole=True,
    ),
    Tool(
        "law_show", "Show a provision",
        "A paragraph of a resolution in the words of the lawbook: its measures, goods, dates, exceptions, the disputes "
        "about it and its review state. The official text is not included.",
        takes.LawShow, gives.LawShown, law_show,
    ),
    Tool(
        "law_on", "The law on a day",
        "The measures in force on a day, narrowed to a partner, a kind of dealing, an HS code, an effect or a paragraph.",
        takes.LawOn, gives.LawOnDay, law_on,
    ),
    Tool(
        "law_diff", "The law between two days",
        "The measures that begin or end between two days.",
        takes.LawDiff, gives.LawChanges, law_diff,
    ),
    Tool(
        "screen", "Compare a name with lists",
        "Compare a name of a person, body or ship with the installed sanctions lists. A hit is not a match, a person "
        "confirms it; no hit is no clearance.",
        takes.Screen, Answer, screen,
    ),
    Tool(
        "ledger_search", "Search the ledger",
        "Find recorded events by words and filters, each with a quote, its span, its determinations and its address.",
        takes.LedgerSearch, gives.LedgerAnswer, search,
    ),
)  # fmt: skip
