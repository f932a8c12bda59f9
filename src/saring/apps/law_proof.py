"""`saring law check`, `law debt`, `law mutants`: what the law itself owes its readers."""

from __future__ import annotations

import sys

import click

from saring.apps.options import lang_option


@click.command(short_help="Check the lawbook itself.")
@lang_option
def check(lang: str) -> int:
    """Check timelines, citations, exceptions, facts, codes and arithmetic; exit 1 when something cannot be right."""
    from saring.goods import is_code
    from saring.law import load
    from saring.law.checks import check as check_law
    from saring.reports.law_text import law_words

    book = load()
    faults = check_law(book, lambda code: any(is_code(code, edition) for edition in (2022, 2017)))
    sys.stdout.writelines(f"{fault.where}: {fault.what}\n" for fault in faults)
    if not faults:
        count = sum(len(s.rules) for s in book.situations)
        sys.stdout.write(law_words(lang)["faults_none"].format(count=count) + "\n")
    return int(bool(faults))


@click.command(short_help="Say which cases the measures still owe.")
@lang_option
def debt(lang: str) -> int:
    """Say which cases each measure still owes; exit 1 while anything is owed."""
    from saring.law import load
    from saring.law.cases import read_cases
    from saring.proof import debts
    from saring.reports.law_text import law_words

    book, cases, words = load(), read_cases(), law_words(lang)
    owed = debts(book, cases)
    sys.stdout.writelines(f"{d.rule}: {words['owes'].format(what=d.owes)}\n" for d in owed)
    if not owed:
        count = sum(len(s.rules) for s in book.situations)
        sys.stdout.write(words["debt_none"].format(cases=len(cases), count=count) + "\n")
    return int(bool(owed))


@click.command("mutants", short_help="Change the law in every place and see whether a case notices.")
@click.argument("provision", required=False, default="")
@click.option("--floor", type=click.FloatRange(0, 1), default=0.98, show_default=True, help="Exit 1 below this share.")
@lang_option
def mutants_command(provision: str, floor: float, lang: str) -> int:
    """Change each date, code, flow, effect and exception in turn, and report the share that the cases notice."""
    from saring.law import load
    from saring.law.catalogue import canonical
    from saring.proof import equivalents, mutants, survivors
    from saring.reports.law_text import law_words

    book, words = load(), law_words(lang)
    wanted = canonical(provision) if provision else ""
    alike = equivalents(book)
    chosen = [m for s in book.situations for m in mutants(s) if m.rule.id.startswith(wanted) and m.name not in alike]
    killed = 0
    for mutant, survived in survivors(book, chosen):
        killed += not survived
        if survived:
            sys.stdout.write(words["survived"].format(name=mutant.name) + "\n")
    share = killed / len(chosen) if chosen else 1.0
    sys.stdout.write(words["mutants"].format(killed=killed, total=len(chosen), share=f"{share:.1%}") + "\n")
    return int(share < floor)
