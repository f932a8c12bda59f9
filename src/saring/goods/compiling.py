"""From term files to packs: every word of every term with its forms, ready for look-up."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from saring.goods.editions import is_code
from saring.goods.forms import fold, is_cjk, is_hangul, paradigms, tokens
from saring.goods.index import ROLES, Entry, Modifier, Pack, Slot
from saring.goods.lexicon import LANGUAGES, TERMS, Term, load_terms
from saring.model import SaringError

JOINED = ("ko", "ja", "zh")
SHARED = "x_brands.toml"
AMBIGUOUS = "x_short.toml"
LISTS = (*ROLES, "particles", "alone", "doubtful")
_ORDER = {"exact": 0, "family": 1, "vague": 2}


def build(language: str, folder: Path = TERMS) -> Pack:
    """A pack made from the files of the folder, without any cache."""
    terms = load_terms(folder)
    modifiers = _modifiers(folder / "modifiers.toml")
    words = _words(folder / "words.toml")
    collected: dict[str, list[Any]] = {}
    joined = language in JOINED
    spelled = _Speller(language)
    for number, term in sorted(enumerate(terms), key=_rank):
        for phrase in _phrases(term, language):
            _slot(collected, spelled.key(phrase))[0].append(number)
    for number, entry in enumerate(modifiers):
        for phrase in entry.get(_key_of(language), ()):
            _slot(collected, spelled.key(phrase))[1].append(number)
    for role, letter in ROLES.items():
        for phrase in words[role].get(language, ()):
            slot = _slot(collected, spelled.key(phrase))
            slot[2] = slot[2] or letter
    collected.pop("", None)
    slots = {key: Slot(tuple(dict.fromkeys(a)), tuple(dict.fromkeys(b)), c) for key, (a, b, c) in collected.items()}
    return Pack(
        language,
        joined,
        spelled.stems,
        spelled.endings,
        slots,
        _starts(slots, joined=joined),
        tuple(_entry(term) for term in terms),
        tuple(Modifier(entry["id"], entry["moves"]) for entry in modifiers),
        frozenset(words["particles"].get(language, ())),
        max((len(ending) for found in spelled.endings for ending in found), default=0),
        frozenset(words.get("alone", {}).get(language, ())),
        frozenset(words.get("doubtful", {}).get(language, ())),
    )


def all_phrases(folder: Path = TERMS) -> list[tuple[str, str]]:
    """All words of all terms that have a code, with the first code."""
    terms = load_terms(folder)
    return [(word, term.hs[0]) for term in terms if term.hs for words in term.words.values() for word in words]


def _rank(numbered: tuple[int, Term]) -> tuple[int, bool, int]:
    """Which term of several with the same words comes first: the exact one, then the file of ambiguous words."""
    number, term = numbered
    return _ORDER[term.breadth], term.file != AMBIGUOUS, number


def _phrases(term: Term, language: str) -> Iterator[str]:
    """The words of a term for a pack: its own, else the English ones (names); brands are known in every language."""
    own = term.words.get(language, ())
    yield from own
    if not own and language in ("id", "ru", "ko", "uk") and term.file.startswith("x_") and term.file != AMBIGUOUS:
        yield from term.words.get("en", ())
    if term.file == SHARED:
        yield from (word for words in term.words.values() for word in words if word not in own and word.isascii())


def _slot(collected: dict[str, list[Any]], key: str) -> list[Any]:
    return collected.setdefault(key, [[], [], ""])


def _starts(slots: Iterable[str], *, joined: bool) -> dict[str, int]:
    starts: dict[str, int] = {}
    for key in slots:
        first, size = (key[:2], len(key)) if joined else (key.split(" ", 1)[0], key.count(" ") + 1)
        starts[first] = max(starts.get(first, 0), size)
    return starts


class _Speller:
    """Canonical keys of phrases, collecting the stems and endings of their words on the way."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.stems: dict[str, list[tuple[int, str]]] = {}
        self.endings: list[frozenset[str]] = []
        self._numbers: dict[frozenset[str], int] = {}
        self._canonical: dict[str, str] = {}

    def key(self, phrase: str) -> str:
        """The key of a phrase; in a joined language simply the phrase without blanks."""
        words = tokens(fold(phrase))
        if self.language in JOINED:
            return "".join(words)
        return " ".join(self._canonical.get(word) or self._add(word) for word in words)

    def _add(self, word: str) -> str:
        """The canonical word: the first that was seen with the same forms (новый, новое and новые are one)."""
        found = paradigms(word, self.language)
        stem, endings = found[0]
        number = self._numbers.get(endings, -1)
        canonical = next((known for at, known in self.stems.get(stem, ()) if at == number), word)
        if canonical is word:
            for stem, endings in found:
                number = self._numbers.setdefault(endings, len(self.endings))
                if number == len(self.endings):
                    self.endings.append(endings)
                self.stems.setdefault(stem, []).append((number, word))
        self._canonical[word] = canonical
        return canonical


def _entry(term: Term) -> Entry:
    not_with, only_with = (tuple(_needle(word) for word in words) for words in (term.not_with, term.only_with))
    return Entry(term.id, term.hs, term.breadth, not_with, only_with, term.ask, term.facts)


def _needle(word: str) -> str:
    """How a context word is sought among the blank-separated tokens around: from its beginning, endings left open.

    A `|` behind it asks for the whole word: a mill is no million.
    """
    if word.endswith("|"):
        return f" {' '.join(tokens(fold(word)))} "
    spelled = " ".join(tokens(fold(word)))
    if is_hangul(spelled) or is_cjk(spelled):
        return spelled.replace(" ", "")
    if len(spelled) < 4:
        return f" {spelled} "
    return " " + (spelled[:-1] if "а" <= spelled[-1] <= "я" and len(spelled) > 4 else spelled)


def _key_of(language: str) -> str:
    return next(key for key, code in LANGUAGES.items() if code == language)


def _words(file: Path) -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = tomllib.loads(file.read_text(encoding="utf-8"))
    for role, lists in table.items():
        if role not in LISTS:
            raise SaringError("unknown_key", file.name, f"{role!r} is no role", ", ".join(LISTS))
        for language in lists:
            if language not in LANGUAGES.values():
                raise SaringError("unknown_key", f"{file.name}: {role}", language, ", ".join(LANGUAGES.values()))
    return table


def _modifiers(file: Path) -> list[dict[str, Any]]:
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    entries: list[dict[str, Any]] = table.get("modifier", [])
    allowed = ("id", "moves", *LANGUAGES)
    for entry in entries:
        where = f"{file.name}: modifier {entry.get('id')}"
        for key in entry:
            if key not in allowed:
                raise SaringError("unknown_key", where, f"{key!r} is no key of a modifier", ", ".join(allowed))
        entry["moves"] = dict(_moves(entry["moves"], where))
    return entries


def _moves(moves: dict[str, list[str]], where: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Prefixes and ranges (`0801-0810`) written out; a narrower prefix that stands for itself wins over a range."""
    single = {prefix for prefix in moves if "-" not in prefix}
    for given, targets in moves.items():
        first, _, last = given.partition("-")
        width = len(first)
        for number in range(int(first), int(last or first) + 1):
            prefix = f"{number:0{width}d}"
            if ("-" in given and prefix in single) or not is_code(prefix):
                continue
            for code in (prefix, *targets):
                if not is_code(code):
                    raise SaringError("bad_type", where, f"{code!r} is no code of HS 2022", "2, 4 or 6 digits")
            yield prefix, tuple(targets)
