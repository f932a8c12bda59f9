"""The goods phrases of a running text, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from saring.goods.forms import fold, tokens
from saring.goods.heads import HEAD_LAST, Meaning, meaning
from saring.goods.index import Pack, Piece
from saring.goods.matching import pack_name, parted, reason
from saring.goods.packs import pack as load_pack
from saring.goods.scanning import scan
from saring.model import Good

CASED = ("ru", "uk")
_WINDOW = 40  # letters around a phrase that can decide what it means
_MOST = 12  # pieces in one phrase; longer runs are no phrase


def spot(text: str, language: str) -> tuple[Good, ...]:
    """The goods phrases of a running text in their order, each with span, codes, breadth and reason.

    Codes of vague words are left out: only exact and family carry a verdict.
    """
    pack = load_pack(pack_name(language))
    folded = fold(text)
    pieces = scan(pack, folded)
    found: list[Good] = []
    for begin, after in _groups(pieces, folded):
        first = begin + _leading_verb(pack, pieces, begin, after, folded)
        group = pieces[first:after]
        if _only_describes(pack, pieces, first, after, folded) or _maybe_verb(pack, pieces, first, after, folded):
            continue
        read = meaning(pack, group, folded, _Around(folded, group[0].start, group[-1].end))
        if read is None or _too_little(pack, read):
            continue
        words = text[read.start : read.end]
        because = reason(text, read, "en")
        hs = () if read.breadth == "vague" else read.hs
        found.append(Good(words, hs, span=(read.start, read.end), breadth=read.breadth, because=because))
    return tuple(found)


def _too_little(pack: Pack, read: Meaning) -> bool:
    """Whether the word alone says too little in running text: "its part", a Korean syllable of many meanings."""
    head = read.head
    if head.slot.role == "a" or (head.slot.modifiers and read.breadth == "vague"):
        return True
    return pack.language == "ko" and len(head.key) == 1 and not read.entry.only_with and head.key not in pack.alone


def _groups(pieces: Sequence[Piece], folded: str) -> Iterable[tuple[int, int]]:
    """Runs of known pieces that nothing but blanks parts, as numbers of the first and after the last."""
    first: int | None = None
    for number, piece in enumerate(pieces):
        inside = bool(piece.key) and piece.slot.role not in ("&", "c", "x")
        apart = first is not None and parted(folded, pieces[number - 1].end, piece.start)
        if first is not None and (not inside or apart or number - first >= _MOST):
            yield first, number
            first = None
        if inside and first is None:
            first = number
    if first is not None:
        yield first, len(pieces)


def _only_describes(pack: Pack, pieces: Sequence[Piece], first: int, after: int, folded: str) -> bool:
    """Whether the group only describes something that is no goods: "coal prices", "harga minyak", "цены на нефть"."""
    if pack.language in HEAD_LAST:
        if after >= len(pieces) or parted(folded, pieces[after - 1].end, pieces[after].start):
            return False
        return pieces[after].slot.role == "x"
    before = first - 1
    if before >= 1 and pieces[before].slot.role == "c" and pack.language in ("ru", "uk"):
        before -= 1
    if before < 0 or parted(folded, pieces[before].end, pieces[first].start):
        return False
    return pieces[before].slot.role == "x"


def _maybe_verb(pack: Pack, pieces: Sequence[Piece], first: int, after: int, folded: str) -> bool:
    """Whether a word that is alone stands like a verb: "Russia ships oil" against "two ships" and "ships, coal and"."""
    if after - first > 1 or folded[pieces[first].start : pieces[first].end] not in pack.doubtful:
        return False
    if first and not parted(folded, pieces[first - 1].end, pieces[first].start):
        before = pieces[first - 1]
        if before.slot.role in ("a", "n", "o", "c", "m", "&") or folded[before.start : before.end].isdigit():
            if pack.language in CASED and first >= 2 and pieces[first - 2].key and not pieces[first - 2].slot.role:
                return False  # "угля и стали": the same case as the goods before
            return before.slot.role == "&" and not _ends_phrase(pieces, after, folded)
    return not _ends_phrase(pieces, after, folded)


def _leading_verb(pack: Pack, pieces: Sequence[Piece], first: int, after: int, folded: str) -> int:
    """1 where the first word of a group may be a verb with the rest as its object ("ships oil"), else 0."""
    if after - first < 2 or folded[pieces[first].start : pieces[first].end] not in pack.doubtful:
        return 0
    joined_on = first and not parted(folded, pieces[first - 1].end, pieces[first].start)
    return 0 if joined_on and pieces[first - 1].slot.role in ("a", "o", "c") else 1


def _ends_phrase(pieces: Sequence[Piece], after: int, folded: str) -> bool:
    """Whether nothing, punctuation, or a word of relation follows the piece before `after`."""
    if after >= len(pieces) or parted(folded, pieces[after - 1].end, pieces[after].start):
        return True
    return pieces[after].slot.role in ("&", "c", "o")


class _Around:
    """The words around a place, put together only when a term asks for them."""

    __slots__ = ("_place", "_words")

    def __init__(self, folded: str, start: int, end: int) -> None:
        self._place = (folded, start, end)
        self._words: str | None = None

    def __call__(self) -> str:
        if self._words is None:
            self._words = _context(*self._place)
        return self._words


def _context(folded: str, start: int, end: int) -> str:
    """The words within some forty letters of a place, for terms that ask what stands beside them."""
    first, last = max(0, start - _WINDOW), min(len(folded), end + _WINDOW)
    # A word that the window cuts is left out: half a million is no mill.
    while 0 < first < start and folded[first - 1].isalnum() and folded[first].isalnum():
        first += 1
    while end < last < len(folded) and folded[last].isalnum() and folded[last - 1].isalnum():
        last -= 1
    before, after = folded[first:start], folded[end:last]
    inner = folded[start:end]
    return f" {' '.join(tokens(before))} {' '.join(tokens(inner))} {' '.join(tokens(after))} "
