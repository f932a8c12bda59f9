"""The report that a compliance officer reads: a table of dealings, and below it each with its quote and reasons."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from saring.model import VERDICTS, Checked, Dealing, Determination, Failure, Report
from saring.reports.details import claim_line, details, law_day, place
from saring.reports.screen import Screen
from saring.reports.wording import Wording, chain, clean, day, governing, name_of, short, sides, wording

if TYPE_CHECKING:
    from rich.console import Console

COLOURS = {
    "prohibited": "bold red",
    "undetermined": "bold yellow",
    "restricted": "bold magenta",
    "exempt": "bold cyan",
    "not_covered": "green",
}
NARROW = 90
_LABEL_WIDTH = 14


def to_text(report: Report, lang: str, questions: Mapping[str, str], screen: Screen) -> str:
    """A whole report as text of the screen's width."""
    words = wording(lang)
    console = _console(screen)
    for document in report.documents:
        if isinstance(document, Failure):
            console.print(
                _styled(
                    f"{clean(document.source or '')}: {words.label('failed', message=document.error.message)}", "red"
                )
            )
        else:
            _document(console, document, words, questions)
        console.print()
    for caveat in _caveats(report):
        _labelled(console, words.label("caveats"), caveat)
    console.print(_styled(words.label("aid", lawbook=report.lawbook), "dim"))
    return _written(console)


def dealing_text(dealing: Dealing, lang: str, questions: Mapping[str, str], screen: Screen) -> str:
    """One judged dealing as text."""
    words = wording(lang)
    console = _console(screen)
    for judged in dealing.determinations or ():
        _block(console, dealing.id or "", dealing, judged, words, questions)
        for caveat in judged.caveats:
            _labelled(console, words.label("caveats"), caveat)
    return _written(console)


def _console(screen: Screen) -> Console:
    from rich.console import Console

    return Console(
        file=io.StringIO(),
        width=max(screen.width, 40),
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        no_color=not screen.colour,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        legacy_windows=False,
    )


def _written(console: Console) -> str:
    """What was printed, without the spaces that fill up lines."""
    text = console.file.getvalue() if isinstance(console.file, io.StringIO) else ""
    return "".join(line.rstrip(" ") + "\n" for line in text.splitlines())


def _styled(text: str, style: str) -> object:
    from rich.text import Text

    return Text(text, style=style)


def _document(console: Console, document: Checked, words: Wording, questions: Mapping[str, str]) -> None:
    title = clean(document.title or document.source)
    console.print(_styled(title, "bold"))
    about = [document.source, document.publisher, document.language]
    about += [f"{words.label('published')} {document.published}"] if document.published else []
    console.print(_styled(" · ".join(clean(part) for part in about if part), "dim"))
    if not document.dealings:
        console.print(words.label("no_dealings"))
    else:
        console.print(_summary(document.dealings, words))
        console.print(_table(document.dealings, words, console.width))
        console.print()
        for number, dealing in enumerate(document.dealings, 1):
            for judged in dealing.determinations or ():
                _block(console, str(number), dealing, judged, words, questions)
    for claim in document.legal_claims:
        _labelled(console, words.label("about_law"), claim_line(claim, words))


def _summary(dealings: tuple[Dealing, ...], words: Wording) -> str:
    """How many dealings, by verdict in governing order."""
    counted = Counter(judged.verdict for dealing in dealings for judged in (dealing.determinations or ())[:1])
    parts = [f"{counted[verdict]} {words.verdict(verdict, None)}" for verdict in VERDICTS if counted[verdict]]
    count = words.label("summary_one") if len(dealings) == 1 else words.label("summary", count=len(dealings))
    return f"{count}: {', '.join(parts)}" if parts else count


def _table(dealings: tuple[Dealing, ...], words: Wording, width: int) -> object:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, expand=False, pad_edge=False, show_edge=False)
    wide = width >= NARROW
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column(words.label("what"), ratio=3 if wide else None, overflow="fold")
    table.add_column(words.label("sides"), no_wrap=True)
    if wide:
        table.add_column(words.label("when"), no_wrap=False, min_width=10)
        table.add_column(words.label("status"))
        table.add_column(words.label("said_by"), ratio=2, overflow="fold")
    table.add_column(words.label("verdict"), overflow="fold")
    table.add_column(words.label("paragraph"), overflow="fold")
    for number, dealing in enumerate(dealings, 1):
        for judged in dealing.determinations or ():
            middle = (day(dealing, words), words.word("status", dealing.status), chain(dealing)) if wide else ()
            told = _cells(str(number), name_of(dealing), sides(dealing), *middle)
            style = COLOURS[judged.verdict]
            decided = _styled(words.verdict(judged.verdict, dealing.status), style)
            table.add_row(*told, decided, _styled(short(judged), ""))  # type: ignore[arg-type]
    return table


def _cells(*texts: str) -> Iterator[object]:
    return (_styled(text, "") for text in texts)


def _block(
    console: Console, number: str, dealing: Dealing, judged: Determination, words: Wording, questions: Mapping[str, str]
) -> None:
    from rich.text import Text

    regime = "" if judged.regime == "UN" else f"{judged.regime}: "
    head = Text.assemble(
        (f"{number}  ", "bold"),
        (name_of(dealing), "bold"),
        f"  ({words.word('kind', dealing.kind)}, {sides(dealing)}, {day(dealing, words)}, {words.word('status', dealing.status)}",
        f", {words.word('role', dealing.role)}" if dealing.role != "main" else "",
        f", {words.word('polarity', dealing.polarity)}" if dealing.polarity != "act" else "",
        ")  ",
        (regime + words.verdict(judged.verdict, dealing.status), COLOURS[judged.verdict]),
        f"  {governing(judged)}",
    )
    console.print(head)
    if dealing.evidence is not None:
        _labelled(console, words.label("quote"), f"“{clean(dealing.evidence.quote)}” ({place(dealing, words)})")
    if dealing.said_by:
        _labelled(console, words.label("said_by"), chain(dealing))
    for label, text in details(judged, words, questions):
        _labelled(console, label, text)
    if not judged.findings:
        _labelled(
            console, words.label("why"), words.label("checked", count=len(judged.checked), lawbook=judged.lawbook)
        )
    _labelled(console, "", law_day(judged, words), style="dim")
    console.print()


def _labelled(console: Console, label: str, text: str, style: str = "") -> None:
    """A label at the left and its text beside it, wrapped under itself."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=_LABEL_WIDTH, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(_styled(f"   {label}", "cyan"), _styled(clean(text), style))  # type: ignore[arg-type]
    console.print(grid)


def _caveats(report: Report) -> list[str]:
    """What determinations warn of, each once for the whole report; lists under one heading are joined."""
    found: dict[str, dict[str, None]] = {}
    for document in report.documents:
        for dealing in getattr(document, "dealings", ()):
            for judged in dealing.determinations or ():
                for caveat in judged.caveats:
                    head, colon, listed = caveat.partition(": ")
                    names = listed.rstrip(".").split(", ") if colon else []
                    found.setdefault(head + colon, {}).update(dict.fromkeys(names))
    return [head + (", ".join(names) + "." if names else "") for head, names in found.items()]
