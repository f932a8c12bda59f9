"""The law is whole: no fault, no debt, every tool answers, and a changed law makes a case fail."""

from __future__ import annotations

from itertools import islice

import pytest
from click.testing import CliRunner

from saring.apps.law_commands import law
from saring.goods import is_code
from saring.law import load
from saring.law.cases import read_cases
from saring.law.catalogue import canonical, changes, find, rules
from saring.law.checks import check
from saring.model import SaringError
from saring.proof import debts, equivalents, mutants, survivors

STEP = 24  # every mutant is changed in `make prove`; here one in so many


def _known(code: str) -> bool:
    return is_code(code) or is_code(code, 2017)


def test_no_fault_in_the_lawbook() -> None:
    assert check(load(), _known) == ()


def test_nothing_is_owed() -> None:
    assert debts(load()) == ()


def test_a_case_less_leaves_a_debt() -> None:
    some = tuple(c for c in read_cases() if c.provision != "UNSCR-2375-16")
    assert {d.rule for d in debts(load(), some)} == {"UNSCR-2375-16 (from 2017-09-11)"}


def test_mutants_are_noticed() -> None:
    book = load()
    alike = equivalents(book)
    every = [m for s in book.situations for m in mutants(s) if m.name not in alike]
    chosen = list(islice(every, 0, None, STEP))
    assert [m.name for m, survived in survivors(book, chosen) if survived] == []


def test_equivalent_mutants_exist_and_do_survive() -> None:
    book = load()
    named = {m.name: m for s in book.situations for m in mutants(s)}
    alike = equivalents(book)
    assert sorted(set(alike) - set(named)) == []
    assert [m.name for m, survived in survivors(book, [named[n] for n in sorted(alike)]) if not survived] == []


@pytest.mark.parametrize(
    ("words", "provision"),
    [
        ("2397/6", "UNSCR-2397-6"),
        ("UNSCR-2397-6:food", "UNSCR-2397-6:food"),
        ("1718/8(a)(iii)", "UNSCR-1718-8(a)(iii)"),
        ("S/RES/2375 (2017), para. 16", "UNSCR-2375-16"),
    ],
)
def test_names_of_provisions(words: str, provision: str) -> None:
    assert canonical(words) == provision
    (entry, *_) = find(load(), words)
    assert entry.provision.provision == provision.partition(":")[0]


def test_an_unknown_provision_names_the_nearest() -> None:
    with pytest.raises(SaringError, match=r"UNSCR-2397-\d") as caught:
        find(load(), "2397/66")
    assert caught.value.code == "unknown_provision"


def test_lists_and_changes() -> None:
    book = load()
    assert [r.id for r in rules(book, on="2025-01-01", goods="0808")] == ["UNSCR-2397-6:food"]
    begun = {c.rule.id for c in changes(book, "2017-09-10", "2017-09-11") if c.begins}
    ended = {c.rule.id for c in changes(book, "2017-09-10", "2017-09-11") if not c.begins}
    assert {"UNSCR-2375-16", "UNSCR-2375-17"} <= begun
    assert {"UNSCR-2371-11", "UNSCR-2371-12"} <= ended


@pytest.mark.parametrize(
    ("args", "found"),
    [
        (["list", "--on", "2025-01-01", "--goods", "0808"], "UNSCR-2397-6:food"),
        (["show", "2375/16"], "committee-approval"),
        (["show", "2375/16", "--lang", "id"], "berlaku sejak 2017-09-11"),
        (["diff", "2017-09-04", "2017-09-12", "--goods", "6109"], "is prohibited on 2017-09-12"),
        (["diff", "2020-01-01", "2020-01-02"], "Nothing changes"),
        (["check"], "No fault found"),
        (["debt"], "Nothing is owed"),
        (["mutants", "2375/11"], "100.0%"),
    ],
)
def test_the_tools_answer(args: list[str], found: str) -> None:
    result = CliRunner().invoke(law, args, standalone_mode=False)
    assert found in result.output, result.output
    assert not result.return_value


def test_asking_leads_to_a_determination() -> None:
    given = "y\n" * 8
    result = CliRunner().invoke(
        law,
        ["ask", "diesel", "--from", "RU", "--to", "KP", "--date", "2024-03-01", "--hs", "271019"],
        input="2\n" + given,
        standalone_mode=False,
    )
    assert "prohibited" in result.output, result.output


def test_words_for_people_are_the_same_in_both_languages() -> None:
    from saring.findings.wording import words_of
    from saring.reports.law_text import law_words

    assert law_words("en").keys() == law_words("id").keys()
    assert {k: v.keys() for k, v in words_of("en").items()} == {k: v.keys() for k, v in words_of("id").items()}
