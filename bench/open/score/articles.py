"""The annotated articles that reading is scored against."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from matching import Span, occurrences
from scorekit import VERDICTS, JsonObject, ScoreError, read_cases, read_lines

DEALING_KEYS = (
    "kind",
    "what",
    "goods",
    "from",
    "to",
    "date",
    "status",
    "sources",
    "sentence",
    "un_verdict",
    "un_provisions",
)


@dataclass(frozen=True)
class Article:
    """An annotated article: its text and what a careful reader finds in it."""

    id: str
    language: str
    text: str
    dealings: list[JsonObject]
    claims: list[JsonObject]
    repeats: list[JsonObject]

    def passages(self) -> list[list[Span]]:
        """For each dealing, every place of the text that reports it."""
        places = [occurrences(self.text, dealing["sentence"]) for dealing in self.dealings]
        for repeat in self.repeats:
            places[repeat["dealing"]] += occurrences(self.text, repeat["sentence"])
        return places


def load(gold: Path, texts: Path, ids: Path | None) -> list[Article]:
    wanted = {line.strip() for _, line in read_lines(ids)} if ids else None
    articles: list[Article] = []
    for where, case in read_cases(gold, {"id": str, "lang": str, "dealings": list, "legal_claims": list}):
        if wanted is not None and case["id"] not in wanted:
            continue
        path = texts / f"{case['id']}.txt"
        try:
            text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ScoreError(f"{where}: no readable text {path}: {error}") from None
        article = Article(
            case["id"], case["lang"], text, case["dealings"], case["legal_claims"], case.get("repeat_mentions") or []
        )
        check(article, where)
        articles.append(article)
    if wanted and (unknown := wanted - {article.id for article in articles}):
        raise ScoreError(f"{ids}: not in {gold}: {', '.join(sorted(unknown))}")
    if not articles:
        raise ScoreError(f"{gold}: no documents left to score")
    return articles


def check(article: Article, where: str) -> None:
    """Refuse annotations that cannot be scored, and a text other than the annotated one."""
    for number, dealing in enumerate(article.dealings):
        if missing := [key for key in DEALING_KEYS if key not in dealing]:
            raise ScoreError(f"{where}: dealing {number} lacks {', '.join(missing)}")
        if dealing["un_verdict"] not in VERDICTS:
            raise ScoreError(f"{where}: dealing {number}: {dealing['un_verdict']!r} is no verdict")
    for quoted in (*article.dealings, *article.claims, *article.repeats):
        if not quoted.get("sentence") or quoted["sentence"] not in article.text:
            raise ScoreError(f"{where}: the text does not hold the gold sentence {str(quoted.get('sentence'))[:60]!r}")
    if missed := [repeat for repeat in article.repeats if repeat.get("dealing") not in range(len(article.dealings))]:
        raise ScoreError(f"{where}: a repeat mention of dealing {missed[0].get('dealing')}, which is not there")
