"""What each step of the reading saw, for `saring read FILE --trace`."""

from __future__ import annotations

from typing import Any

from saring.model import Document
from saring.reading.reader import Spot, Step, open_reading
from saring.reading.status import status


def explain(document: Document, spot: Spot, partner: str) -> dict[str, Any]:
    """The steps of a reading as plain values, sentence by sentence."""
    reading = open_reading(document, spot, partner)
    if reading is None:
        return {"gate": False, "language": document.language, "sentences": []}
    tellings = reading.tellings()
    return {
        "gate": True,
        "language": document.language,
        "sentences": [_sentence(step) for step in reading.steps],
        "tellings": len(tellings),
    }


def _sentence(step: Step) -> dict[str, Any]:
    scene = step.scene
    text, sentence = scene.text, scene.sentence
    return {
        "span": [sentence.start, sentence.end],
        "text": text[sentence.start : sentence.end],
        "fragment": sentence.fragment,
        "tags": [
            {"words": text[tag.start : tag.end], "span": [tag.start, tag.end], "label": tag.entry.label,
             "value": tag.entry.value, "form": tag.entry.form}
            for tag in scene.tags
        ],
        "places": [
            {"words": text[each.start : each.end], "code": each.code, "case": each.marker, "speaker": each.weak}
            for each in scene.places
        ],
        "themes": [
            {"words": text[each.start : each.end], "class": each.kind, "hs": list(each.goods.hs) if each.goods else []}
            for each in scene.themes
        ],
        "acts": [_act(told, step) for told in step.told],
    }  # fmt: skip


def _act(told: dict[str, Any], step: Step) -> dict[str, Any]:
    bound, sides, text = told["bound"], told["sides"], step.scene.text
    word, cue = status(bound, step.scene)
    return {
        "words": text[bound.act.start : bound.act.end],
        "act": told["act"],
        "form": bound.act.entry.form,
        "kind": told["kind"],
        "themes": [text[each.start : each.end] for each in bound.themes],
        "from": sides.giver if sides else None,
        "to": sides.receiver if sides else None,
        "status": word,
        "cue": text[cue.start : cue.end] if cue else None,
        "dropped": told["dropped"],
    }
