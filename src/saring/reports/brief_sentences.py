"""A group of dealings in words: who says so, what happened in which status, and what the law says to it."""

from __future__ import annotations

import re
from collections.abc import Callable

from saring.model import Dealing, Determination
from saring.reports.brief_points import Group
from saring.reports.brief_words import BriefWords, sentence, short
from saring.reports.wording import clean

# The question to put to a person about a fact or key; empty when there is none.
Ask = Callable[[str], str]
_KEYS = frozenset(("kind", "goods", "date", "from", "to"))
_WITH_GOODS = frozenset(("goods", "arms", "aid"))
_BETWEEN = frozenset(("joint_venture", "finance", "intellectual_property", "science", "diplomacy", "other"))
_OF_PEOPLE = frozenset(("people", "permits"))
_OWN_WORD_SAYS_IT = frozenset(("labour", "troops", "military_training"))
_WOULD = frozenset(("planned", "offered", "wished", "hypothetical"))
_IF_TRUE = frozenset(("alleged", "denied"))


def told(group: Group, words: BriefWords, publisher: str | None, ask: Ask) -> str:
    """The whole line: what is reported, as whose word, and the verdict in the wording of its status."""
    role = group.first.role
    more = words.form("part", role) if role in ("umbrella", "background") else ""
    return " ".join([_reported(group, words, publisher), *_verdicts(group, words, ask)]) + more


# --- what is reported ---------------------------------------------------------------------------------------------


def _reported(group: Group, words: BriefWords, publisher: str | None) -> str:
    """The clause as somebody's word: nothing is told as a fact of ours."""
    clause = _clause(group, words)
    denied = group.first.status == "denied"
    chains = [chain for chain in group.chains if chain]
    if len(chains) == len(group.chains):
        if denied and len(chains) == 1:
            *outer, source = chains[0]
            if outer:
                through = words.sources(outer)
                said = words.form(
                    "source", "denies_through", sources=through, source=words.source(source), clause=clause
                )
            else:
                said = words.form("source", "denies", source=words.source(source), clause=clause)
            return sentence(said)
        if not denied:
            sources = words.listed([words.sources(chain) for chain in chains])
            return sentence(words.form("source", "according", sources=sources, clause=clause))
    form = "reports" if publisher else "text"
    return sentence(words.form("source", f"denied_{form}" if denied else form, publisher=publisher, clause=clause))


def _clause(group: Group, words: BriefWords) -> str:
    first = group.first
    status = first.status or "alleged"
    verbs = words.section(f"kind.{first.kind}")
    giving = _codes(first.from_, first.also_from)
    taking = _codes(first.to, first.also_to)
    when = words.when(group.date, ongoing=status == "ongoing")
    what = _what(group, words)
    if first.polarity != "act":
        noun = verbs["bare"].format(what=what)
        if giving or taking:
            noun = words.form("sides", "involving", noun=noun, sides=words.countries(giving + taking))
        ends = words.form("ending_status", status)
        return words.form("ending", first.polarity, noun=noun, status=ends, when=when)
    if "send" in verbs and giving:
        to = words.form("sides", "to", taker=words.countries(taking)) if taking else ""
        forms = {name: verbs[name].format(what=what, to=to) for name in ("send", "sending", "sent", "having")}
        be = words.form("part", "be_one" if len(giving) == 1 else "be_many")
        return words.form("clause", status, giver=words.countries(giving), be=be, when=when, **forms)
    noun = verbs["noun"].format(what=what)
    noun = _between(noun, giving + taking, words) if first.kind in _BETWEEN else _from_to(noun, giving, taking, words)
    own: str = verbs.get(status) or words.section("event")[status]
    return own.format(noun=noun, when=when)


def _codes(main: str | None, also: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(filter(None, (main, *also))))


def _from_to(noun: str, giving: list[str], taking: list[str], words: BriefWords) -> str:
    name = "from_to" if giving and taking else "from" if giving else "only_to" if taking else ""
    giver, taker = words.countries(giving), words.countries(taking)
    return words.form("sides", name, noun=noun, giver=giver, taker=taker) if name else noun


def _between(noun: str, sides: list[str], words: BriefWords) -> str:
    """A noun with its sides, where neither gives: between two, or with the one that is known."""
    sides = list(dict.fromkeys(sides))
    if not sides:
        return noun
    if len(sides) == 1:
        return words.form("sides", "with", noun=noun, giver=words.countries(sides))
    return words.form("sides", "between", noun=noun, giver=words.countries(sides[:1]), taker=words.countries(sides[1:]))


def _what(group: Group, words: BriefWords) -> str:
    """The goods in words; for other kinds the text's own words in brackets, where they say more than the kind."""
    first = group.first
    if first.kind in _WITH_GOODS:
        named = [name for dealing in group.dealings for name in _things(dealing, words)]
        return words.listed(named) if named else words.form(f"kind.{first.kind}", "default")
    noun = str(words.section(f"kind.{first.kind}")["noun"])
    asides: list[str] = []
    for dealing in group.dealings:
        own = clean(dealing.what or "")
        says_more = own and (first.kind not in _OWN_WORD_SAYS_IT or " " in own) and own.casefold() not in noun
        parts = [words.quoted(own) if says_more else "", _amount(dealing, words)]
        asides += [", ".join(filter(None, parts))] if any(parts) else []
    return words.form("part", "aside", aside="; ".join(dict.fromkeys(asides[:3]))) if asides else ""


def _things(dealing: Dealing, words: BriefWords) -> list[str]:
    named = [(good.words, good.hs) for good in dealing.goods if good.words] or [(dealing.what or "", ())]
    amount = _amount(dealing, words) if len(named) == 1 else ""
    return [
        _article(name, dealing, words) + words.thing(_small(name, dealing), codes, amount)
        for name, codes in named
        if name
    ]


def _small(name: str, dealing: Dealing) -> str:
    """Words without the capital that they have only because the quote begins with them."""
    begins = dealing.evidence is not None and dealing.evidence.quote.startswith(name) and name[1:].islower()
    return name[:1].lower() + name[1:] if begins else name


def _amount(dealing: Dealing, words: BriefWords) -> str:
    """The amount, where its unit can be one of what is told: no people of goods, no tonnes of people."""
    if dealing.amount is None or (dealing.amount.unit in _OF_PEOPLE) == (dealing.kind in _WITH_GOODS):
        return ""
    return words.amount(dealing.amount)


def _article(name: str, dealing: Dealing, words: BriefWords) -> str:
    """The English article that the quote has before the words: "a bronze statue"."""
    if words.foreign or words.lang != "en" or dealing.evidence is None or name.endswith("s"):
        return ""
    before, found, _ = dealing.evidence.quote.partition(name)
    if not found or not re.search(r"\ban?\s+(?:[\w-]+\s+){0,2}$", before, re.IGNORECASE):
        return ""
    return "an " if name[:1].lower() in "aeiou" else "a "


def names(dealing: Dealing, words: BriefWords) -> str:
    """What a dealing is about, in a few words."""
    if dealing.kind in _WITH_GOODS and (things := _things(dealing, words)):
        return words.listed(things)
    return (
        words.thing(short(dealing.what))
        if dealing.what
        else words.section(f"kind.{dealing.kind}")["bare"].format(what="")
    )


# --- what the law says --------------------------------------------------------------------------------------------


def _verdicts(group: Group, words: BriefWords, ask: Ask) -> list[str]:
    """The verdict of each regime, in the wording of the status; the UN's without its name."""
    lines: list[str] = []
    for number, judged in enumerate(group.first.determinations or ()):
        all_judged = [each.determinations[number] for each in group.dealings if each.determinations]
        line = _verdict(group.first, all_judged, words, ask)
        regime = judged.regime
        lines.append(line if regime == "UN" else words.form("part", "regime", regime=regime, sentence=line))
    return lines


def _verdict(dealing: Dealing, all_judged: list[Determination], words: BriefWords, ask: Ask) -> str:
    status, verdict = dealing.status, all_judged[0].verdict
    mood = "would" if status in _WOULD else "if_true" if status in _IF_TRUE else "plain"
    governing = [judged.findings[0] for judged in all_judged if judged.findings]
    name: str = verdict
    if verdict == "not_covered" and dealing.polarity != "act" and any(each.effect == "require" for each in governing):
        name = "required"
        governing = [each for each in governing if each.effect == "require"]
    cites = words.listed([finding.cite for finding in governing]) or words.form("part", "any_law")
    missing = [asked for judged in all_judged for fact in judged.missing if (asked := ask(fact))]
    question = words.form("part", "question", question=missing[0]) if missing else words.form("part", "no_question")
    unless = words.form("part", "unless") if any(set(judged.open) - _KEYS for judged in all_judged) else ""
    return words.form(f"verdict.{mood}", name, cites=cites, unless=unless, question=question)
