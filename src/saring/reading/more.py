"""Further words of a language, in files beside its pack: more verbs, themes and cues, so that a pack can grow in parts."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from saring.reading.pack_forms import Act, Cue, Law, Pack, Say

FOLDER = Path(str(files("saring.reading"))) / "cues" / "more"


class More(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a further file may add; it is joined to what the pack has, never replacing it."""

    act: tuple[Act, ...] = ()
    themes: dict[str, tuple[str, ...]] = {}
    cue: tuple[Cue, ...] = ()
    say: tuple[Say, ...] = ()
    law: Law = Law()
    offices: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    notices: dict[str, tuple[str, ...]] = {}
    pairs: dict[str, tuple[str, str]] = {}


def joined(pack: Pack, more: More) -> Pack:
    """The pack with the further words behind its own."""
    return msgspec.structs.replace(
        pack,
        act=pack.act + more.act,
        themes=_both(pack.themes, more.themes),
        cue=pack.cue + more.cue,
        say=pack.say + more.say,
        law=_laws(pack.law, more.law),
        offices=pack.offices + more.offices,
        ignore=pack.ignore + more.ignore,
        notices=_both(pack.notices, more.notices),
        pairs={**more.pairs, **pack.pairs},
    )


def _both(first: Mapping[str, tuple[str, ...]], second: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {key: (*first.get(key, ()), *second.get(key, ())) for key in dict.fromkeys([*first, *second])}


def _laws(first: Law, second: Law) -> Law:
    merged: dict[str, Any] = {}
    for name in Law.__struct_fields__:
        one, other = getattr(first, name), getattr(second, name)
        merged[name] = _both(one, other) if isinstance(one, dict) else (*one, *other)
    return Law(**merged)
