"""Score the classification of goods phrases to HS codes.

CASES.tsv has one case a line: language<TAB>words<TAB>gold HS codes, separated by commas, any of which is right.
Lines that begin with # are skipped. All phrases are fed to the command at once as JSON Lines {"words", "language"};
it answers one line each, in the same order, {"hs": ["0808", …]} with the likeliest first. A line without a readable
answer counts as wrong; an empty list is a phrase declined.

A code is right at chapter level when its first two digits agree with a gold code; at heading level when four do.
Cases whose gold says only the chapter are not counted at heading level.

Figures for --floor: chapter_top1, chapter_top3, heading_top1, heading_top3, answered (over all languages).
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from scorekit import (
    JsonObject,
    Rate,
    ScoreError,
    agrees,
    check_floors,
    codes,
    finish,
    make_parser,
    objects,
    print_table,
    read_lines,
    run,
    run_command,
    values,
)

RATES = ("chapter_top1", "chapter_top3", "heading_top1", "heading_top3", "answered")
LEVELS = (("chapter", 2), ("heading", 4))


@dataclass(frozen=True)
class Case:
    """One phrase with the codes that are right for it."""

    language: str
    words: str
    gold: tuple[str, ...]

    def rank(self, answered: Sequence[str], digits: int) -> int | None:
        """The place, from 1, of the first answer that is right to so many digits."""
        guesses = dict.fromkeys(code[:digits] for code in answered)  # 6101 and 6103 are one guess at a chapter
        return next((place for place, code in enumerate(guesses, 1) if agrees(code, self.gold, digits)), None)


def load(path: Path) -> list[Case]:
    cases: list[Case] = []
    for where, line in read_lines(path):
        if line.startswith("#"):
            continue
        fields = [part.strip() for part in line.split("\t")]
        if len(fields) != 3 or not all(fields):
            raise ScoreError(f"{where}: a line must be language, words and HS codes, separated by tabs")
        gold = tuple(code.strip() for code in fields[2].split(","))
        if wrong := [code for code in gold if not re.fullmatch(r"\d\d|\d{4}|\d{6}", code)]:
            raise ScoreError(f"{where}: {wrong[0]!r} is no HS code: 2, 4 or 6 digits without dots")
        cases.append(Case(fields[0], fields[1], gold))
    if not cases:
        raise ScoreError(f"{path}: no cases")
    return cases


def ask(cases: Sequence[Case], command: str, timeout: float) -> tuple[list[list[str] | None], list[str]]:
    """The ranked codes for each case, None where nothing readable came back; and notes on what was odd."""
    lines = (json.dumps({"words": case.words, "language": case.language}, ensure_ascii=False) for case in cases)
    outcome = run_command(command, stdin="\n".join(lines) + "\n", timeout=timeout)
    notes = [f"the command: {outcome.problem}"] if outcome.problem else []
    answered = objects(outcome.stdout)
    if len(answered) != len(cases):
        notes.append(f"{len(answered)} lines answered for {len(cases)} phrases")
    answers: list[list[str] | None] = []
    for case, line in zip_longest(cases, answered[: len(cases)]):
        readable = line and isinstance(line.get("hs"), list) and line.get("words", case.words) == case.words
        answers.append(codes(line) if line and readable else None)
    return answers, notes


def score(cases: Sequence[Case], answers: Sequence[list[str] | None]) -> dict[str, Rate]:
    rates = {name: Rate() for name in RATES}
    for case, answer in zip(cases, answers, strict=True):
        rates["answered"].add(answer is not None)
        for level, digits in LEVELS:
            if any(len(code) >= digits for code in case.gold):
                rank = case.rank(answer or [], digits)
                rates[f"{level}_top1"].add(rank == 1)
                rates[f"{level}_top3"].add(rank is not None and rank <= 3)
    return rates


def main() -> int:
    parser = make_parser(__doc__, "saring classify -")
    parser.add_argument("cases", type=Path, metavar="CASES.tsv")
    parser.add_argument("--misses", type=int, default=20, help="how many misses to list (default: %(default)s)")
    options = parser.parse_args()
    check_floors(options.floor, dict.fromkeys(RATES))
    cases = load(options.cases)
    answers, notes = ask(cases, options.cmd, options.timeout)

    columns: dict[str, list[int]] = defaultdict(list, all=list(range(len(cases))))
    for number, case in enumerate(cases):
        columns[case.language].append(number)
    table = {name: score([cases[n] for n in part], [answers[n] for n in part]) for name, part in columns.items()}
    overall = table["all"]
    for note in notes:
        print(f"note: {note}")
    print_table(
        table,
        {
            "phrases": [len(part) for part in columns.values()],
            "declined": [sum(answers[n] == [] for n in part) for part in columns.values()],
        },
    )
    misses = [
        (case, answer)
        for case, answer in zip(cases, answers, strict=True)
        if case.rank(answer or [], 4 if any(len(code) >= 4 for code in case.gold) else 2) != 1
    ]
    print(f"not right at first: {len(misses)}")
    for case, answer in misses[: options.misses]:
        given = "no answer" if answer is None else ", ".join(answer[:3]) or "declined"
        print(f"  {case.language} {case.words!r}: gold {', '.join(case.gold)}, answered {given}")

    details: JsonObject = {
        "by_language": values(table),
        "misses": [{"language": c.language, "words": c.words, "gold": c.gold, "answered": a} for c, a in misses],
        "notes": notes,
    }
    summary = "goods: " + ", ".join(f"{name} {overall[name].short}" for name in RATES) + f", phrases {len(cases)}"
    return finish(summary, values(table)["all"], options, details)


if __name__ == "__main__":
    run("score_goods", main)
