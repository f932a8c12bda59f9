"""`saring brief`: the key points of documents in the reader's language, each with its source, status and quote."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from saring.apps.complaints import Complaints
from saring.apps.options import as_of_option, lang_option, max_size_option, published_option

if TYPE_CHECKING:
    from saring.model import Checked, Failure
    from saring.reports.brief_words import Gloss


@click.command(short_help="Give the key points of documents, each with its source and quote.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(["text", "md", "json"]), default="text", show_default=True)
@lang_option
@as_of_option
@published_option
@max_size_option
def brief(
    files: tuple[str, ...], form: str, lang: str, as_of: str | None, published: str | None, max_size: int
) -> int:  # fmt: skip
    """Give three to seven key points of each document: who says what, in which status, what the law says, and where.

    The gravest and most certain come first. Nothing is told as a fact that the text only alleges.
    """
    from saring import river
    from saring.apps.show import questions
    from saring.apps.sources import open_given
    from saring.law import load
    from saring.model import Failure, Report, SaringError
    from saring.reports.brief import Asker, brief_of
    from saring.reports.brief_forms import written

    complaints = Complaints(as_json=form == "json")
    documents: list[Checked | Failure] = []
    for source in files:
        try:
            documents.append(river.check(open_given(source, max_size, published), as_of, lang))
        except SaringError as error:
            complaints.say(error)
            documents.append(Failure(source=source, error=error.problem()))
    foreign = any(getattr(document, "language", lang) != lang for document in documents)
    asker = Asker(questions(lang), gloss(lang) if foreign else None)
    sys.stdout.write(written(brief_of(Report(load().version, tuple(documents)), lang, asker), form))
    return complaints.exit_code


def gloss(lang: str) -> Gloss:
    """What goods words of other languages mean: the term of the goods room that has them, else the titles of their codes."""
    from saring.goods.editions import titles
    from saring.goods.lexicon import load_terms

    known = {
        # A word that both languages have, such as the name of a maker, means itself.
        (language, word.casefold()): word if word in term.words[lang] else term.words[lang][0]
        for term in reversed(load_terms())
        if term.words.get(lang)
        for language, words in term.words.items()
        for word in words
    }
    titled = titles(lang)

    def meaning(words: str, codes: tuple[str, ...], language: str) -> str | None:
        named = known.get((language, " ".join(words.split()).casefold()))
        headings = dict.fromkeys(code[:4] for code in codes[:2])
        coded = "; ".join(f"HS {code}: {titled[code]}" for code in headings if code in titled)
        return named or coded or None

    return meaning
