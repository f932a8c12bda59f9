"""Which word of a phrase is the thing itself, and what the words beside it change.

English, Korean, Chinese and Japanese put the thing last ("apple juice" is juice), Indonesian, Russian and Ukrainian
first ("kapal ikan" is a boat). After "from", "untuk", "для" comes what it is for or where from, not the thing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from saring.goods.forms import tokens
from saring.goods.index import Entry, Modifier, Pack, Piece
from saring.model import Breadth

HEAD_LAST = ("en", "ko", "ja", "zh")
_ADJECTIVAL = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем")
_ADJECTIVAL_MORE = ("ой", "ей", "ую", "юю", "ых", "их", "ыми", "ими")


class Meaning(NamedTuple):
    """What a stretch of pieces means: the deciding term, its codes after all changes, how far, why, and where."""

    entry: Entry
    hs: tuple[str, ...]
    breadth: Breadth
    head: Piece
    moved: tuple[tuple[Piece, str, str], ...]
    lost: str | None
    start: int
    end: int


def meaning(pack: Pack, pieces: Sequence[Piece], folded: str, context: Callable[[], str] | None) -> Meaning | None:
    """The meaning of pieces that form one phrase, or None where no term of the pack is among them.

    `context` gives the words around in a running text, where they are asked; None says that the phrase stands alone.
    """
    if context is None and (alone := _alone(pack, pieces)):
        return alone
    kept = _thing(pack, pieces)
    terms = [(piece, entry) for piece in kept if (entry := _entry(pack, piece, folded, context))]
    plain = [pair for pair in terms if not pair[0].slot.role]
    chosen = plain or terms
    if not chosen:
        return None
    at = len(chosen) - 1 if pack.language in HEAD_LAST else 0
    head, entry = chosen[at]
    if head.slot.modifiers and len(chosen) > 1:
        others = [pair for pair in chosen if pair[0] is not head]
        if _adjectival(pack, folded[head.start : head.end]):
            head, entry = others[0]
        elif other := _moved_by(pack, head, others):
            head, entry = other
    hs, moved = _changed(pack, entry.hs, [piece for piece in kept if piece is not head and piece.slot.modifiers])
    breadth = entry.breadth
    if context is None and _governed(pack, kept, head, folded):
        breadth = "vague"
    used = [head, *(piece for piece, _, _ in moved), *(pair[0] for pair in chosen)]
    lost = next((",".join(rival.hs) for piece, rival in chosen if piece is not head and rival.hs), None)
    if lost is None and len(head.slot.terms) > 1:
        lost = ",".join(pack.entries[head.slot.terms[1]].hs) or None
    return Meaning(
        entry, hs, breadth, head, moved, lost, min(piece.start for piece in used), max(piece.end for piece in used)
    )


def _alone(pack: Pack, pieces: Sequence[Piece]) -> Meaning | None:
    """The meaning of the plainest phrase, by far the commonest: one term, beside it only words that add nothing."""
    term: Piece | None = None
    for piece in pieces:
        slot = piece.slot
        if slot.modifiers or (slot.role and slot.role not in "na") or (slot.terms and (term or slot.role)):
            return None
        if slot.terms:
            term = piece
        elif not slot.role:
            return None
    if term is None or pack.entries[term.slot.terms[0]].not_with:
        return None
    if len(term.slot.terms) > 1 and len(pieces) > 1:
        return None
    entry = pack.entries[term.slot.terms[0]]
    lost = ",".join(pack.entries[term.slot.terms[1]].hs) or None if len(term.slot.terms) > 1 else None
    return Meaning(entry, entry.hs, entry.breadth, term, (), lost, term.start, term.end)


def _thing(pack: Pack, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without what only says where from, for what or in which vessel."""
    kept: list[Piece] = []
    named = False
    for number, piece in enumerate(pieces):
        role = piece.slot.role
        if role == "c" and not piece.slot.terms:
            if named or (any(_firm(pack, one) for one in kept) and not _made_of(pack, kept, pieces[number + 1 :])):
                break
            kept = [before for before in kept if before.slot.modifiers]
        elif role == "o":
            if named:
                break
        elif role != "a" or piece.slot.modifiers:
            kept.append(piece)
            named = named or bool(piece.slot.terms and not piece.slot.role and not piece.slot.modifiers)
    return kept


def _firm(pack: Pack, piece: Piece) -> bool:
    """Whether a piece names goods that are not vague ("oil", but not "parts")."""
    return bool(piece.slot.terms) and not piece.slot.role and pack.entries[piece.slot.terms[0]].breadth != "vague"


def _made_of(pack: Pack, before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """Whether words before a preposition change the goods after it: "sosis dari ikan", "juice from apples"."""
    moving = [pack.modifiers[number] for piece in before for number in piece.slot.modifiers]
    codes = [code for piece in after for number in piece.slot.terms[:1] for code in pack.entries[number].hs]
    return any(modifier.touches(code) for modifier in moving for code in codes)


def _entry(pack: Pack, piece: Piece, folded: str, context: Callable[[], str] | None) -> Entry | None:
    """The first term of a piece that its context allows; of several, one that its context asks for goes before."""
    allowed: Entry | None = None
    around: str | None = None
    for number in piece.slot.terms:
        entry = pack.entries[number]
        if not entry.not_with and not entry.only_with:
            allowed = allowed or entry
            continue
        if around is None:
            around = context() if context is not None else _around(folded[: piece.start], folded[piece.end :])
        if any(needle in around for needle in entry.not_with):
            continue
        if entry.only_with and any(needle in around for needle in entry.only_with):
            return entry
        if context is None or not entry.only_with:
            allowed = allowed or entry
    return allowed


def _around(before: str, after: str) -> str:
    return f" {' '.join(tokens(before))} {' '.join(tokens(after))} "


def _moved_by(pack: Pack, piece: Piece, pairs: Sequence[tuple[Piece, Entry]]) -> tuple[Piece, Entry] | None:
    """The neighbour whose codes this piece moves: in "apple juice" the apple becomes juice."""
    for pair in reversed(pairs):
        for number in piece.slot.modifiers:
            if any(pack.modifiers[number].touches(code) for code in pair[1].hs):
                return pair
    return None


def _changed(
    pack: Pack, codes: tuple[str, ...], beside: Sequence[Piece]
) -> tuple[tuple[str, ...], tuple[tuple[Piece, str, str], ...]]:
    """The codes after all modifiers, and each move as piece, code before, codes after."""
    moves: list[tuple[Piece, str, str]] = []
    for piece in beside:
        for number in piece.slot.modifiers:
            modifier: Modifier = pack.modifiers[number]
            changed = tuple(dict.fromkeys(target for code in codes for target in modifier.moved(code)))
            if changed != codes:
                moves.append((piece, ", ".join(codes), ", ".join(changed)))
                codes = changed
    return codes, tuple(moves)


def _governed(pack: Pack, kept: Sequence[Piece], head: Piece, folded: str) -> bool:
    """Whether an unknown word stands where the thing itself should: "coal scuttle", "цена угля"."""
    last = pack.language in HEAD_LAST
    beyond = [piece for piece in kept if (piece.start >= head.end if last else piece.end <= head.start)]
    for piece in beyond:
        word = folded[piece.start : piece.end]
        if piece.slot.role == "x":
            return True
        if piece.key or not word.isalpha() or len(word) < 3:
            continue
        if not _adjectival(pack, word):
            return True
    return False


def _adjectival(pack: Pack, word: str) -> bool:
    """Whether a Russian or Ukrainian word ends like an adjective, which stands before the thing."""
    return pack.language in ("ru", "uk") and word.endswith((*_ADJECTIVAL, *_ADJECTIVAL_MORE))
