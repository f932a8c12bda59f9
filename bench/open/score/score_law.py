"""Score determinations against gold cases.

CASES.jsonl holds one case a line:
  {"id", "dealing": {input of `saring determine`}, "regime", "verdict", "alt_verdicts": [], "provisions": [],
   "trap": bool, "basis", "confidence"}
All dealings are fed to the command at once as JSON Lines, each with "regimes": [regime]. Only what belongs to a
dealing's input is passed on; gold never is. A case without a readable answer counts as wrong.

Figures for --floor: verdict, lenient, traps, others, provision, governing, governing_exact, safe, calm, answered.
  lenient          counts alternative verdicts as right
  provision        share of the gold provisions that stand among the findings (instrument and paragraph number agree)
  governing        share of cases whose first finding is a gold provision; governing_exact: sub-paragraph included
  safe             share of gold prohibited cases that were not answered not_covered or exempt
  calm             share of gold not_covered and exempt cases that were not answered prohibited
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scorekit import (
    VERDICTS,
    JsonObject,
    Rate,
    ScoreError,
    check_floors,
    finish,
    items,
    make_parser,
    names_same,
    objects,
    read_cases,
    run,
    run_command,
)

INPUT_KEYS = (
    *("kind", "from", "to", "also_from", "also_to", "date", "published", "status", "polarity"),
    *("what", "goods", "parties", "vessels", "facts"),
)
FREE = frozenset({"not_covered", "exempt"})
RATES = (
    "verdict",
    "lenient",
    "traps",
    "others",
    "provision",
    "governing",
    "governing_exact",
    "safe",
    "calm",
    "answered",
)


@dataclass(frozen=True)
class Case:
    """One dealing with the verdict of the law, and other verdicts that can be defended."""

    id: str
    dealing: JsonObject
    regime: str
    verdict: str
    also_right: frozenset[str]
    provisions: tuple[str, ...]
    trap: bool
    groups: dict[str, str]

    def __str__(self) -> str:
        dealing = self.dealing
        way = f"{dealing.get('from') or '?'}>{dealing.get('to') or '?'}"
        what = str(dealing.get("what") or "")[:50]
        return f"{self.id}  {self.regime} {dealing.get('kind')} {way} {dealing.get('date') or 'undated'} {what!r}"


@dataclass(frozen=True)
class Answer:
    """One determination; `problem` says why there is no verdict."""

    verdict: str | None = None
    provisions: tuple[str, ...] = ()
    problem: str = ""


def load(path: Path, regimes: frozenset[str]) -> tuple[list[Case], Counter[str]]:
    """The cases of some regimes (of all, when none is named), and the keys of dealings left out as being no input."""
    cases: list[Case] = []
    left_out: Counter[str] = Counter()
    for where, raw in read_cases(path, {"id": str, "dealing": dict, "regime": str, "verdict": str}):
        if regimes and raw["regime"] not in regimes:
            continue
        dealing: JsonObject = dict(raw["dealing"])
        if not isinstance(dealing.get("kind"), str):
            raise ScoreError(f"{where}: the dealing has no 'kind'")
        hs = dealing.pop("hs", None)  # a short form that some case files use
        if hs and not dealing.get("goods"):
            dealing["goods"] = [{"words": dealing.get("what"), "hs": hs}]
        left_out.update(key for key, value in dealing.items() if key not in INPUT_KEYS and value)
        alternatives, provisions = raw.get("alt_verdicts") or [], raw.get("provisions") or []
        if unknown := [v for v in (raw["verdict"], *alternatives) if v not in VERDICTS]:
            raise ScoreError(f"{where}: {unknown[0]!r} is no verdict; there are {', '.join(VERDICTS)}")
        cases.append(
            Case(
                id=raw["id"],
                regime=raw["regime"],
                verdict=raw["verdict"],
                also_right=frozenset(alternatives),
                provisions=tuple(map(str, provisions)),
                trap=bool(raw.get("trap")),
                dealing={key: dealing[key] for key in INPUT_KEYS if dealing.get(key) is not None},
                groups={
                    "kind": dealing["kind"],
                    "regime": raw["regime"],
                    "basis": str(raw.get("basis") or "?"),
                    "confidence": str(raw.get("confidence") or "?"),
                    "gold verdict": raw["verdict"],
                },
            )
        )
    if not cases:
        raise ScoreError(f"{path}: no cases of {', '.join(sorted(regimes))}")
    return cases, left_out


def ask(cases: Sequence[Case], command: str, timeout: float) -> tuple[dict[str, Answer], list[str]]:
    """Feed all dealings to the command; give its answers by case id, and notes on what was odd."""
    lines = (json.dumps({"id": c.id, **c.dealing, "regimes": [c.regime]}, ensure_ascii=False) for c in cases)
    outcome = run_command(command, stdin="\n".join(lines) + "\n", timeout=timeout)
    regimes = {case.id: case.regime for case in cases}
    answers: dict[str, Answer] = {}
    stray = 0
    for line in objects(outcome.stdout):
        name = line.get("id") if line else None
        if line is None or not isinstance(name, str) or name not in regimes:
            stray += 1
            continue
        if str(line.get("regime", regimes[name])).upper() != regimes[name].upper():
            continue  # a determination for a regime that nobody asked
        answer = read_answer(line)
        if name in answers and answers[name] != answer:
            answer = Answer(problem="answered twice, differently")
        answers[name] = answer
    notes = [f"the command: {outcome.problem}"] if outcome.problem else []
    if stray:
        notes.append(f"{stray} output lines are not JSON objects with the id of a case")
    return answers, notes


def read_answer(line: JsonObject) -> Answer:
    verdict = line.get("verdict")
    if "error" in line or verdict not in VERDICTS:
        error = line.get("error")
        message = error.get("message") if isinstance(error, dict) else error
        return Answer(problem=str(message or f"{verdict!r} is no verdict")[:120])
    provisions = tuple(str(f["provision"]) for f in items(line, "findings") if f.get("provision"))
    return Answer(verdict, provisions)


def score(cases: Sequence[Case], answers: dict[str, Answer]) -> tuple[dict[str, Rate], dict[str, dict[str, Rate]]]:
    """The overall rates, and verdict accuracy within each group."""
    rates = {name: Rate() for name in RATES}
    groups: dict[str, dict[str, Rate]] = defaultdict(lambda: defaultdict(Rate))
    for case in cases:
        answer = answers.get(case.id, Answer())
        right = answer.verdict == case.verdict
        rates["answered"].add(answer.verdict is not None)
        rates["verdict"].add(right)
        rates["lenient"].add(right or answer.verdict in case.also_right)
        rates["traps" if case.trap else "others"].add(right)
        if case.verdict == "prohibited":
            rates["safe"].add(answer.verdict is not None and answer.verdict not in FREE)
        if case.verdict in FREE:
            rates["calm"].add(answer.verdict is not None and answer.verdict != "prohibited")
        if case.provisions:
            found = sum(any(names_same(gold, given) for given in answer.provisions) for gold in case.provisions)
            rates["provision"].add(found, len(case.provisions))
            first = answer.provisions[0] if answer.provisions else ""
            rates["governing"].add(any(names_same(gold, first) for gold in case.provisions))
            exact = {gold.partition(":")[0] for gold in case.provisions}
            rates["governing_exact"].add(first.partition(":")[0] in exact)
        for group, name in case.groups.items():
            groups[group][name].add(right)
    return rates, groups


def print_confusion(cases: Sequence[Case], answers: dict[str, Answer]) -> None:
    seen = Counter((case.verdict, answers.get(case.id, Answer()).verdict or "error") for case in cases)
    columns = (*VERDICTS, "error")
    print("gold down, answer across\n" + " " * 16 + "".join(f"{name:>14}" for name in columns))
    for gold in VERDICTS:
        print(f"  {gold:<14}" + "".join(f"{seen[gold, name] or '.':>14}" for name in columns))


def print_cases(title: str, wrong: Sequence[Case], answers: dict[str, Answer]) -> None:
    print(f"{title}: {len(wrong)}")
    for case in wrong:
        answer = answers[case.id]
        accepted = " (an accepted alternative)" if answer.verdict in case.also_right else ""
        gold = " ".join((case.verdict, *case.provisions))
        print(f"  {case}: gold {gold}, answered {' '.join((str(answer.verdict), *answer.provisions[:2]))}{accepted}")


def main() -> int:
    parser = make_parser(__doc__, "saring determine -")
    parser.add_argument("cases", type=Path, metavar="CASES.jsonl")
    parser.add_argument("--regimes", default="", metavar="UN,…", help="score only the cases of these regimes")
    options = parser.parse_args()
    check_floors(options.floor, dict.fromkeys(RATES))
    cases, left_out = load(options.cases, frozenset(filter(None, options.regimes.split(","))))
    answers, notes = ask(cases, options.cmd, options.timeout)
    rates, groups = score(cases, answers)

    unanswered = [case for case in cases if answers.get(case.id, Answer()).verdict is None]
    free = {case.id for case in cases if answers.get(case.id, Answer()).verdict in FREE}
    dangerous = [case for case in cases if case.verdict == "prohibited" and case.id in free]
    alarms = [c for c in cases if c.verdict in FREE and answers.get(c.id, Answer()).verdict == "prohibited"]
    cited = Rate(sum(len(answer.provisions) for answer in answers.values()), len(cases))

    for note in notes:
        print(f"note: {note}")
    if left_out:
        print("note: not passed on, being no input: " + ", ".join(f"{key} ({n})" for key, n in left_out.most_common()))
    print(f"cases {len(cases)}, errors {len(unanswered)}")
    for name in RATES:
        print(f"  {name:<16} {rates[name]}")
    print(f"  findings a case  {cited.short}")
    for group, members in groups.items():
        print(f"verdict by {group}")
        for name, rate in sorted(members.items(), key=lambda member: -member[1].total):
            print(f"  {name:<22} {rate}")
    print_confusion(cases, answers)
    print_cases("dangerous misses", dangerous, answers)
    print_cases("false alarms", alarms, answers)
    print(f"errors: {len(unanswered)}")
    for case in unanswered:
        print(f"  {case}: {answers.get(case.id, Answer(problem='no answer')).problem}")

    details: JsonObject = {
        "cases": len(cases),
        "errors": [case.id for case in unanswered],
        "dangerous": [case.id for case in dangerous],
        "false_alarms": [case.id for case in alarms],
        "groups": {group: {name: str(rate) for name, rate in members.items()} for group, members in groups.items()},
        "wrong": {
            c.id: {"gold": c.verdict, "answered": answers.get(c.id, Answer()).verdict}
            for c in cases
            if answers.get(c.id, Answer()).verdict != c.verdict
        },
    }
    summary = (
        f"law: verdict {rates['verdict']}, lenient {rates['lenient'].short}, "
        f"provision {rates['provision'].short}, dangerous {len(dangerous)}, false alarms {len(alarms)}, "
        f"errors {len(unanswered)}"
    )
    return finish(summary, {name: rate.value for name, rate in rates.items()}, options, details)


if __name__ == "__main__":
    run("score_law", main)
