"""Score what `saring check` reads from documents against annotated articles.

GOLD.jsonl holds one article a line (id, lang, dealings, legal_claims; repeat_mentions may follow), and DIR/<id>.txt
its text. The files are handed to the command under neutral names, up to 50 a call. A document without a readable
answer counts as read with nothing found.

Answered and gold dealings of a document are paired one to one. A pair is found when the kind agrees and the evidence
overlaps the gold sentence, or a goods phrase overlaps. Near kinds (goods, arms, aid; labour, troops; transport,
tourism) give half credit. Of all pairings the one with the highest credit is taken, then the likeliest by evidence,
goods, sides, date and status.

Gold may accept more than one answer (kind_alt, from_alt, to_alt, status_alt, date_alt, verdict_alt). An optional gold
dealing counts neither as missed nor, when it is answered, as false; nor does a further answer for a partner that a
gold dealing only lists among its from_alt or to_alt ("to Russia, China and Vietnam"). Claims can be optional too.

Figures for --floor are the rows of the table:
  precision … covered  of dealings. covered: those that some answered dealing would meet, were pairing not one to one
  supported            answered dealings that meet some gold dealing, were pairing not one to one
  kind … provision     counted on found pairs only
    date_exact         same first and last day, where gold is dated; date_fits: the two overlap, and the answer is at
                       most a year or twice the gold interval long; undated: no date answered where gold has none
    hs_chapter         at least half of the codes answered for a goods phrase agree with gold; hs_heading likewise
  safe                 prohibited dealings that were found and not answered not_covered or exempt
  end_to_end           gold dealings found and given the right verdict (a near kind counts half)
  false_per_negative   false dealings in a document that must yield none (no share); silent: such documents left empty
  spans                quoted words that stand in the text at the span given: must be 1
  claims               legal claims found; claims_judged: found ones judged rightly; claims_caught: wrong ones of gold
                       that were found and judged wrong
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from answers import ask, date_of, determination, evidence_of, quotations, span_of, words_of
from articles import Article, load
from matching import best_pairs, occurrences, overlap, pair_phrases, same_words, supports
from scorekit import (
    Interval,
    JsonObject,
    Rate,
    agrees,
    check_floors,
    codes,
    finish,
    interval,
    items,
    make_parser,
    names_same,
    print_table,
    run,
    values,
)

NEAR_KINDS = (frozenset({"goods", "arms", "aid"}), frozenset({"labour", "troops"}), frozenset({"transport", "tourism"}))
ROWS = (
    "precision",
    "recall",
    "f1",
    "covered",
    "supported",
    "kind",
    "sender",
    "receiver",
    "both_sides",
    "status",
    "date_exact",
    "date_fits",
    "undated",
    "source",
    "source_precision",
    "goods_precision",
    "goods_recall",
    "goods_f1",
    "hs_chapter",
    "hs_heading",
    "verdict",
    "safe",
    "provision",
    "end_to_end",
    "false_per_negative",
    "silent",
    "spans",
    "claims",
    "claims_precision",
    "claims_judged",
    "claims_caught",
    "answered",
)
LONGEST_SOURCE = 200  # sources are named with office and title
HARMONIC = {"f1": ("precision", "recall"), "goods_f1": ("goods_precision", "goods_recall")}


def new_rates() -> defaultdict[str, Rate]:
    return defaultdict(Rate)


@dataclass
class Reading:
    """What the reading of one article came to."""

    article: Article
    answered: bool
    rates: defaultdict[str, Rate] = field(default_factory=new_rates)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    wrong_verdicts: int = 0

    @property
    def faults(self) -> int:
        """How much went wrong in the article."""
        return len(self.missed) + len(self.false) + self.wrong_verdicts

    def __str__(self) -> str:
        article, silent = self.article, "" if self.answered else "; not answered"
        return (
            f"{article.id}: {len(self.missed)} missed, {len(self.false)} false, {self.wrong_verdicts} wrong verdicts"
            f" of {len(article.dealings)} dealings{silent}"
        )


def fits(answered: Interval, gold: Interval) -> bool:
    length, longest = (answered[1] - answered[0]).days, max(366, 2 * (gold[1] - gold[0]).days)
    return answered[0] <= gold[1] and gold[0] <= answered[1] and length <= longest


def accepts(gold: JsonObject, key: str, answered: object, also: str = "") -> bool:
    """Whether an answer is the gold value or one of its declared alternatives."""
    return bool(answered == gold[key] or answered in (gold.get(f"{also or key}_alt") or ()))


def dates(gold: JsonObject) -> list[Interval | None]:
    return [interval(words) for words in (gold["date"], *(gold.get("date_alt") or ()))]


def credit(gold: JsonObject, answered: JsonObject, support: float) -> float:
    """1 when the pair counts as found, ½ for a near kind, 0 otherwise."""
    kinds = {str(gold["kind"]), str(answered.get("kind"))}
    value: float = (
        1.0
        if accepts(gold, "kind", answered.get("kind"))
        else 0.5
        if any(kinds <= near for near in NEAR_KINDS)
        else 0.0
    )
    words = [words_of(entry) for entry in items(answered, "goods")]
    met = support > 0 or any(same_words(entry["phrase"], other) for entry in gold["goods"] for other in words)
    return value if met else 0.0


def likeness(gold: JsonObject, answered: JsonObject, support: float) -> float:
    """How alike two dealings are, from 0 to 1; it decides between pairings of equal credit."""
    words = [words_of(entry) for entry in items(answered, "goods")]
    goods = pair_phrases([entry["phrase"] for entry in gold["goods"]], words)
    most = max(len(gold["goods"]), len(words), 1)
    agreeing = sum(gold[key] == answered.get(key) for key in ("from", "to", "status"))
    agreeing += sum(accepts(gold, key, answered.get(key)) for key in ("from", "to", "status"))
    return float(2 * support + 2 * len(goods) / most + agreeing / 2 + (date_of(answered) in dates(gold))) / 8


def neutral(
    gold: Sequence[JsonObject],
    answered: Sequence[JsonObject],
    credit_of: Sequence[Sequence[float]],
    pairs: dict[int, int],
) -> set[int]:
    """The answers that are neither right nor false: optional dealings, and further partners of a listed one."""
    asked = {a for g, a in pairs.items() if not gold[g].get("optional")}
    aside: set[int] = set()
    for dealing, row in zip(gold, credit_of, strict=True):
        for a in (a for a, value in enumerate(row) if value and a not in asked):
            listed = any(answered[a].get(side) in (dealing.get(f"{side}_alt") or ()) for side in ("from", "to"))
            if dealing.get("optional") or listed:
                aside.add(a)
    return aside


def score(article: Article, answer: JsonObject | None) -> Reading:
    """Compare the answer for one article with gold."""
    reading = Reading(article, answered=answer is not None)
    gold, text, rates = article.dealings, article.text, reading.rates
    answer = answer or {}
    answered = items(answer, "dealings")
    credit_of: list[list[float]] = []
    weights: list[list[float]] = []
    for dealing, places in zip(gold, article.passages(), strict=True):
        support = [supports(span_of(evidence_of(other)), places) for other in answered]
        credit_of.append([credit(dealing, other, s) for other, s in zip(answered, support, strict=True)])
        alike = [likeness(dealing, other, s) for other, s in zip(answered, support, strict=True)]
        weights.append([c and 100 * c + like for c, like in zip(credit_of[-1], alike, strict=True)])
    pairs = dict(best_pairs(weights))

    asked = [g for g, dealing in enumerate(gold) if not dealing.get("optional")]
    aside = neutral(gold, answered, credit_of, pairs)
    found = sum(credit_of[g][a] for g, a in pairs.items() if g in asked)
    rates["precision"].add(found, len(answered) - len(aside))
    rates["recall"].add(found, len(asked))
    rates["covered"].add(sum(max(credit_of[g], default=0) for g in asked), len(asked))
    rates["supported"].add(sum(any(row[a] for row in credit_of) for a in range(len(answered))), len(answered))
    rates["answered"].add(reading.answered)
    if not asked:
        rates["false_per_negative"].add(len(answered) - len(aside))
        rates["silent"].add(reading.answered and len(answered) == len(aside))
    for node, needed in quotations(answer):
        if (span := span_of(node)) or needed:
            rates["spans"].add(span is not None and text[span[0] : span[1]] == words_of(node) != "")
    rates["end_to_end"].add(0, len(asked))
    for g, a in pairs.items():
        if g not in asked:
            continue
        right = score_pair(gold[g], answered[a], rates)
        rates["end_to_end"].add(credit_of[g][a] * right, 0)
        reading.wrong_verdicts += not right
    score_claims(article, items(answer, "legal_claims"), rates)
    taken = set(pairs.values()) | aside
    reading.missed = [f"{gold[g]['kind']}: {gold[g]['what']}" for g in asked if g not in pairs]
    reading.false = [f"{d.get('kind')}: {d.get('what')}" for n, d in enumerate(answered) if n not in taken]
    return reading


def score_pair(gold: JsonObject, answered: JsonObject, rates: defaultdict[str, Rate]) -> bool:
    """Count what a found pair has right; say whether the verdict is."""
    sender, receiver = accepts(gold, "from", answered.get("from")), accepts(gold, "to", answered.get("to"))
    for name, hit in (
        ("kind", accepts(gold, "kind", answered.get("kind"))),
        ("sender", sender),
        ("receiver", receiver),
        ("both_sides", sender and receiver),
        ("status", accepts(gold, "status", answered.get("status"))),
    ):
        rates[name].add(hit)
    accepted, when = dates(gold), date_of(answered)
    if accepted[0]:
        rates["date_exact"].add(when in accepted)
        rates["date_fits"].add(when in accepted or any(when and day and fits(when, day) for day in accepted))
    else:
        rates["undated"].add(when in accepted)
    said_by = [words_of(node) for node in items(answered, "said_by")]
    heard = sum(any(same_words(source, by, LONGEST_SOURCE) for by in said_by) for source in gold["sources"])
    rates["source"].add(heard, len(gold["sources"]))
    named = sum(any(same_words(source, by, LONGEST_SOURCE) for source in gold["sources"]) for by in said_by)
    rates["source_precision"].add(named, len(said_by))
    goods = items(answered, "goods")
    pairs = pair_phrases([entry["phrase"] for entry in gold["goods"]], [words_of(node) for node in goods])
    rates["goods_precision"].add(len(pairs), len(goods))
    rates["goods_recall"].add(len(pairs), len(gold["goods"]))
    for g, a in pairs:
        score_codes(gold["goods"][g]["hs"], codes(goods[a]), rates)
    verdict, provisions = determination(answered)
    right = accepts(gold, "un_verdict", verdict, "verdict")
    rates["verdict"].add(right)
    if gold["un_verdict"] == "prohibited" and not gold.get("verdict_alt"):
        rates["safe"].add(verdict not in ("not_covered", "exempt"))
    wanted = gold["un_provisions"]
    rates["provision"].add(sum(any(names_same(w, p) for p in provisions) for w in wanted), len(wanted))
    return right


def score_codes(gold: Sequence[str], answered: Sequence[str], rates: defaultdict[str, Rate]) -> None:
    for name, digits in (("hs_chapter", 2), ("hs_heading", 4)):
        if any(len(code) >= digits for code in gold):
            agreeing = sum(agrees(code, gold, digits) for code in answered)
            rates[name].add(agreeing > 0 and 2 * agreeing >= len(answered))


def score_claims(article: Article, answered: Sequence[JsonObject], rates: defaultdict[str, Rate]) -> None:
    places = [occurrences(article.text, claim["sentence"]) for claim in article.claims]
    spans = [span_of(claim) or (0, 0) for claim in answered]
    weights = [
        [supports(span, place) and 1 + max(overlap(span, p) for p in place) for span in spans] for place in places
    ]
    pairs = dict(best_pairs(weights))
    asked = [number for number, claim in enumerate(article.claims) if not claim.get("optional")]
    met = sum(number in pairs for number in asked)
    rates["claims"].add(met, len(asked))
    rates["claims_precision"].add(met, len(answered) - (len(pairs) - met))
    for number in asked:
        claim = article.claims[number]
        right = number in pairs and answered[pairs[number]].get("correct") is claim.get("correct")
        if number in pairs:
            rates["claims_judged"].add(right)
        if claim.get("correct") is False:
            rates["claims_caught"].add(right)


def figures(readings: Sequence[Reading]) -> dict[str, Rate]:
    """The rates of several readings together, for every row of the table."""
    total = new_rates()
    for reading in readings:
        for name, rate in reading.rates.items():
            total[name].merge(rate)
    for name, (precision, recall) in HARMONIC.items():  # both have the same hits, so this sum is their harmonic mean
        total[name].merge(total[precision])
        total[name].merge(total[recall])
    return {name: total[name] for name in ROWS}


def main() -> int:
    parser = make_parser(__doc__, "saring check --format json")
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("--texts", type=Path, required=True, metavar="DIR", help="the folder of <id>.txt")
    parser.add_argument("--ids", type=Path, metavar="FILE", help="score only the articles whose ids stand in this file")
    options = parser.parse_args()
    check_floors(options.floor, dict.fromkeys(ROWS))
    articles = load(options.gold, options.texts, options.ids)
    answers, notes = ask({article.id: article.text for article in articles}, options.cmd, options.timeout)
    readings = [score(article, answers.get(article.id)) for article in articles]

    by_language: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_language[reading.article.language].append(reading)
    columns = {"all": readings, **dict(sorted(by_language.items(), key=lambda member: -len(member[1])))}
    table = {name: figures(members) for name, members in columns.items()}
    overall = table["all"]
    for note in notes:
        print(f"note: {note}")
    print_table(table, {"documents": [len(members) for members in columns.values()]})
    print("worst documents")
    for reading in sorted(readings, key=lambda r: (-r.faults, r.article.id))[:20]:
        if reading.faults:
            print(f"  {reading}")
    details: JsonObject = {
        "by_language": values(table),
        "notes": notes,
        "documents": {
            r.article.id: {"missed": r.missed, "false": r.false, "wrong_verdicts": r.wrong_verdicts} for r in readings
        },
    }
    summary = (
        f"reading: F1 {overall['f1'].short} (P {overall['precision'].short}, R {overall['recall'].short}), "
        f"verdict {overall['verdict'].short}, end to end {overall['end_to_end'].short}, "
        f"false per negative {overall['false_per_negative'].short}, spans {overall['spans'].short}, "
        f"documents {len(readings)}"
    )
    return finish(summary, values(table)["all"], options, details)


if __name__ == "__main__":
    run("score_reading", main)
