"""`saring replay`: a determination made again from what it carries, byte for byte, or what the law has changed since."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from saring.apps.complaints import Complaints
from saring.apps.options import lang_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from saring.model import Determination


@click.command(short_help="Make determinations again, or say what changed in the law since.")
@click.argument("file", default="-", metavar="[FILE|-]")
@lang_option
def replay(file: str, lang: str) -> int:
    """Replay determinations: lines of `saring determine`, or the object of `saring check --format json`.

    Under the same lawbook the answer must be the same byte for byte; under another one it says what moved.
    Exit code 1 when an answer of the same lawbook differs or a line cannot be used.
    """
    from saring.apps.determine_command import opened
    from saring.model import SaringError

    complaints = Complaints()
    differs = False
    try:
        with opened(file) as stream:
            for old, where in _kept(stream.read(), file, complaints):
                line, wrong = _again(old, lang)
                differs = differs or wrong
                sys.stdout.write(f"{where}: {line}\n")
    except SaringError as error:
        complaints.say(error)
    return max(complaints.exit_code, int(differs))


def _kept(raw: bytes, file: str, complaints: Complaints) -> Iterator[tuple[Determination, str]]:
    """Every determination of the input, with where it stands; dealings of a check stand around theirs."""
    import msgspec

    from saring.model import Dealing, Determination, SaringError

    for number, value in enumerate(_values(raw), 1):
        where = f"{file} line {number}"
        try:
            if isinstance(value, dict) and "documents" in value:
                for document in value["documents"]:
                    for told in document.get("dealings", ()):
                        dealing = msgspec.convert(told, Dealing)
                        for old in dealing.determinations or ():
                            yield old, f"{document.get('source')} {dealing.id}"
            elif isinstance(value, dict) and "error" in value:
                continue
            else:
                yield msgspec.convert(value, Determination), f"{where} {value.get('id', '')}".strip()
        except (msgspec.ValidationError, AttributeError, TypeError) as error:
            complaints.say(SaringError("bad_type", where, str(error), "a determination, or the object of saring check"))


def _values(raw: bytes) -> Iterator[Any]:
    import msgspec

    from saring.model import SaringError

    try:
        yield msgspec.json.decode(raw)
    except msgspec.DecodeError:
        for number, line in enumerate(raw.splitlines(), 1):
            if line.strip():
                try:
                    yield msgspec.json.decode(line)
                except msgspec.DecodeError as error:
                    raise SaringError("bad_json", f"line {number}", str(error), "one JSON object a line") from None


def _again(old: Determination, lang: str) -> tuple[str, bool]:
    """What replaying says in one line, and whether an answer of the same lawbook differs."""
    import msgspec

    from saring.findings import judge
    from saring.law import load
    from saring.model import SaringError
    from saring.reports.law_text import law_words
    from saring.reports.wording import LANGUAGES

    words = law_words(lang)
    if old.asked is msgspec.UNSET:
        return words["nothing_asked"], True
    option = old.as_of if old.as_of_basis == "option" else None
    try:
        answers = [judge(old.asked, load(), old.regime, as_of=option, lang=spoken) for spoken in LANGUAGES]
    except SaringError as error:
        return str(error), True
    if msgspec.json.encode(old) in map(msgspec.json.encode, answers):
        return words["replayed"].format(lawbook=old.lawbook), False
    moved = "; ".join(changes(old, answers[0], words))
    if old.lawbook == answers[0].lawbook:
        return words["differs"].format(lawbook=old.lawbook, what=moved or "because, caveats"), True
    stays = old.verdict == answers[0].verdict
    text = words["law_changed" if stays else "verdict_changed"].format(
        before=old.lawbook, after=answers[0].lawbook, verdict=old.verdict, old=old.verdict, new=answers[0].verdict
    )
    return f"{text}; {moved}" if moved else text, False


def changes(old: Determination, new: Determination, words: dict[str, str]) -> Iterator[str]:
    """The findings that came, went or moved between two answers."""
    before = {f.provision: f.verdict for f in old.findings}
    after = {f.provision: f.verdict for f in new.findings}
    for provision in dict.fromkeys([*before, *after]):
        pair = before.get(provision, words["absent"]), after.get(provision, words["absent"])
        if pair[0] != pair[1]:
            yield words["finding_changed"].format(provision=provision, old=pair[0], new=pair[1])
