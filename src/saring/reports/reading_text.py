"""A reading for people who mend it: tellings, and with a trace the tags, places, themes and acts of every sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from saring.model import Dealing, Document, Span
from saring.reports.wording import chain, clean, sides


def reading_text(document: Document, told: Mapping[str, Any]) -> str:
    """What was read in a document: `tellings`, and where there is a `trace` its steps and the `dealings` they become."""
    lines = [f"{clean(document.source)}: {document.language}, published {document.published or 'on an unknown day'}"]
    trace = told.get("trace")
    if trace:
        lines += _trace(document, trace)
    tellings: Sequence[Dealing] = told["tellings"]
    lines.append(f"tellings: {len(tellings)}")
    lines += [line for telling in tellings for line in _telling(telling)]
    if "dealings" in told:
        dealings: Sequence[Dealing] = told["dealings"]
        lines.append(f"merged into dealings: {len(dealings)}")
        lines += [_merged(dealing) for dealing in dealings]
    return "\n".join(lines) + "\n\n"


def _trace(document: Document, trace: Mapping[str, Any]) -> Iterator[str]:
    yield f"gate: the partner is {'named' if trace['gate'] else 'not named, or the language has no pack; nothing is read'}"
    for noise in document.noise:
        words = clean(document.text[noise.start : noise.end])
        yield f"noise: {_at((noise.start, noise.end))} {noise.why}: {_short(words)}"
    for number, sentence in enumerate(trace["sentences"], 1):
        mark = ", a line without an end mark" if sentence.get("fragment") else ""
        yield f"sentence {number} {_at(sentence['span'])}{mark}: {clean(sentence['text'])}"
        for step in ("tags", "places", "themes"):
            if seen := sentence.get(step):
                yield f"  {step}: " + "; ".join(_seen(each) for each in seen)
        for act in sentence.get("acts", ()):
            yield from _act(act)


def _seen(each: Mapping[str, Any]) -> str:
    """Words, and in brackets what the step took them for."""
    about = [f"{name} {_value(value)}" for name, value in each.items() if name not in ("words", "span") and value]
    return f"{clean(str(each.get('words', '')))} ({', '.join(about)})" if about else clean(str(each.get("words", "")))


def _act(act: Mapping[str, Any]) -> Iterator[str]:
    dropped = act.get("dropped")
    about = [f"{name} {_value(value)}" for name, value in act.items() if name not in ("words", "dropped") and value]
    verdict = f"DROPPED: {_value(dropped)}" if dropped else "kept"
    yield f"  act: {clean(str(act.get('words', '')))} ({', '.join(about)}) {verdict}"


def _telling(telling: Dealing) -> Iterator[str]:
    about = [telling.kind, telling.status, None if telling.polarity == "act" else telling.polarity, sides(telling)]
    about += [telling.date, f"said by {chain(telling)}" if telling.said_by else None]
    about += [f"{name}={_value(value)}" for name, value in telling.facts.items()]
    what = clean(telling.what or telling.kind)
    yield f"  {what} ({', '.join(part for part in about if part)})"
    for good in telling.goods:
        yield f"    goods: {clean(good.words or '')} → {', '.join(good.hs) or 'no code'}"
    if telling.evidence:
        yield f"    {_at((telling.evidence.start, telling.evidence.end))} “{clean(telling.evidence.quote)}”"


def _merged(dealing: Dealing) -> str:
    places = [quote for quote in (dealing.evidence, *dealing.mentions) if quote]
    told = ", ".join(_at((quote.start, quote.end)) for quote in places)
    what = clean(dealing.what or dealing.kind)
    return f"  {dealing.id} {what} ({dealing.kind}, {dealing.role}, {dealing.status}, {sides(dealing)}) told at {told}"


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "/".join(clean(str(item)) for item in value)
    return clean(str(value))


def _at(span: Span | Sequence[int]) -> str:
    return f"[{span[0]}–{span[1]}]"


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
