"""The pages: rendered here, complete without a script, better with a little of one."""

from __future__ import annotations

from saring.apps.web import checking, entering, law_pages, ledger_pages, screen_pages, sweep_pages

PAGES = (
    checking.start, checking.show, checking.take, checking.keep,
    law_pages.browse, law_pages.diff, law_pages.provision, screen_pages.screen,
    ledger_pages.browse, ledger_pages.event, ledger_pages.correct, ledger_pages.document,
    ledger_pages.timeline, ledger_pages.relations,
    sweep_pages.form, sweep_pages.begin, sweep_pages.job, sweep_pages.table, sweep_pages.report,
    entering.login, entering.enter, entering.leave, entering.static,
)  # fmt: skip

__all__ = ["PAGES"]
