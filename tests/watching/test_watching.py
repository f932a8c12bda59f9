"""A watch reads what is new and only that, is polite, survives trouble and stops, and tells what its rules ask for."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.watching.conftest import BREAD, COAL, Seen, Site

from saring.apps.watching.plan import read_plan
from saring.apps.watching.rounds import LAWBOOK
from saring.model import SaringError

Make = Callable[[str], Seen]
OPEN = "[watch]\nprivate_addresses = true\npause = 0\n"
ALERT = '[[alert]]\non = "new_dealing"\nfile = "alerts.jsonl"\n'


def feed(site: Site, path: str = "/feed", name: str = "paper", more: str = "") -> str:
    return f'[[source]]\nname = "{name}"\nfeed = "{site.at}{path}"\n{more}'


def test_what_is_new_is_read_once_and_told_once(site: Site, watching: Make, tmp_path: Path) -> None:
    site.pages |= {"/feed": site.feed("/coal", "/bread"), "/coal": COAL, "/bread": BREAD}
    seen = watching(OPEN + feed(site) + ALERT)
    first = seen.watch.round()
    assert (first.read, first.failed, first.sent) == (2, 0, 1)
    told = [json.loads(line) for line in (tmp_path / "alerts.jsonl").read_text().splitlines()]
    assert [t["dealing"]["determinations"][0]["verdict"] for t in told] == ["prohibited"]
    assert told[0]["document"] == f"{site.at}/coal"
    assert told[0]["dealing"]["evidence"]
    again = seen.anew().round()
    assert (again.read, again.sent) == (0, 0)
    assert site.count("/coal") == 1


def test_a_feed_that_did_not_change_is_not_read_again(site: Site, watching: Make) -> None:
    def page(headers: Any) -> tuple[int, dict[str, str], bytes]:
        same = headers.get("If-None-Match") == '"one"'
        return (304, {}, b"") if same else (200, {"ETag": '"one"'}, site.feed("/coal", "/bread").encode())

    site.pages |= {"/feed": page, "/coal": COAL, "/bread": BREAD}
    seen = watching(OPEN + "most_items = 1\n" + feed(site))
    assert seen.watch.round().read == 1
    assert seen.watch.round().read == 1, "the second item was cut off in the first round and must not be lost to a 304"
    assert seen.watch.round().read == 0


def test_robots_are_obeyed_and_the_agent_is_named(site: Site, watching: Make) -> None:
    site.pages |= {
        "/robots.txt": "User-agent: *\nDisallow: /closed\n",
        "/feed": site.feed("/closed/1", "/coal"),
        "/coal": COAL,
    }
    seen = watching(OPEN + 'agent = "saring-test"\n' + feed(site))
    tally = seen.watch.round()
    assert (tally.read, tally.failed, site.count("/closed/1")) == (1, 1, 0)
    assert "robots.txt" in seen.complaints[0].message
    assert {agent for _, agent in site.asked} == {"saring-test"}


def test_trouble_of_one_source_is_its_own_and_it_is_left_alone_for_a_while(site: Site, watching: Make) -> None:
    site.pages |= {"/feed": site.feed("/coal"), "/coal": COAL, "/busy": lambda _: (429, {"Retry-After": "7200"}, b"")}
    broken = feed(site, "/broken", "broken") + feed(site, "/busy", "busy")
    seen = watching(OPEN + broken + feed(site))
    site.pages["/broken"] = "<rss><channel><item>"
    tally = seen.watch.round()
    assert (tally.read, tally.troubled) == (1, ("broken", "busy"))
    assert [c.where.partition(",")[0] for c in seen.complaints] == ["source broken", "source busy"]
    seen.moment += 400
    assert seen.watch.round().troubled == ("broken",), (
        "five minutes for the broken one, two hours as the busy one asked"
    )
    assert seen.watch.round(impatient=True).troubled == ("broken", "busy")
    site.pages["/broken"] = site.feed()
    assert "broken" not in seen.watch.round(impatient=True).troubled
    assert seen.memory.waits_until("broken") == 0


def test_an_item_that_fails_is_tried_again_and_given_up_in_the_end(site: Site, watching: Make) -> None:
    site.pages |= {"/feed": site.feed("/gone", "/late")}
    seen = watching(OPEN + feed(site))
    assert seen.watch.round().failed == 2
    site.pages["/late"] = COAL
    assert [(t.read, t.failed) for t in (seen.watch.round() for _ in range(3))] == [(1, 1), (0, 1), (0, 0)]


def test_private_addresses_are_refused_unless_allowed(site: Site, watching: Make) -> None:
    site.pages |= {"/feed": site.feed("/coal"), "/coal": COAL}
    seen = watching("[watch]\npause = 0\n" + feed(site))
    assert seen.watch.round().troubled == ("paper",)
    assert site.asked == []
    allowed = watching("[watch]\npause = 0\n" + feed(site, more="private_addresses = true\n"))
    assert allowed.watch.round(impatient=True).read == 1


def test_the_words_of_a_feed_can_be_read_themselves(site: Site, watching: Make) -> None:
    words = "North Korea exported 6,500 tonnes of coal to Vietnam in May 2024, the coast guard said."
    site.pages["/feed"] = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>Coal</title><id>a1</id>'
        f'<link href="{site.at}/coal"/><updated>2024-06-12T00:00:00Z</updated><content>{words}</content></entry></feed>'
    )
    seen = watching(OPEN + feed(site, more='articles = "item"\n') + ALERT)
    tally = seen.watch.round()
    assert (tally.read, tally.sent, site.count("/coal")) == (1, 1, 0)


def test_sitemaps_of_sitemaps_packed_dated_and_narrowed(site: Site, watching: Make) -> None:
    inner = "".join(
        f"<url><loc>{site.at}{path}</loc><lastmod>{day}</lastmod></url>"
        for path, day in (("/news/coal", "2024-06-12"), ("/news/old", "2020-01-01"), ("/shop/coal", "2024-06-12"))
    )
    site.pages |= {
        "/map.xml": f"<sitemapindex><sitemap><loc>{site.at}/inner.xml.gz</loc></sitemap></sitemapindex>",
        "/inner.xml.gz": gzip.compress(f"<urlset>{inner}</urlset>".encode()),
        "/news/coal": COAL,
    }
    source = f'[[source]]\nname = "map"\nsitemap = "{site.at}/map.xml"\nonly = "/news/"\nsince = "2024-01-01"\n'
    seen = watching(OPEN + source)
    assert seen.watch.round().read == 1
    site.pages["/inner.xml.gz"] = gzip.compress(f"<urlset>{inner.replace('06-12', '06-13')}</urlset>".encode())
    assert seen.watch.round().read == 1, "a page whose day moved is read again"


def test_a_webhook_that_fails_gets_its_alert_later_and_once(site: Site, watching: Make) -> None:
    site.pages |= {"/feed": site.feed("/coal"), "/coal": COAL, "/hook": 500}
    hook = f'[[alert]]\non = "new_dealing"\nwebhook = "{site.at}/hook"\nprivate_addresses = true\n'
    seen = watching(OPEN + feed(site) + hook)
    assert seen.watch.round().waiting == 1
    site.pages["/hook"] = 204
    assert seen.watch.round().sent == 0, "not before its time"
    seen.moment += 301
    assert seen.anew().round().sent == 1
    seen.moment += 10_000
    assert seen.anew().round().sent == 0
    ids = [headers["Idempotency-Key"] for _, headers, _ in site.posted]
    assert len(ids) == 2
    assert len(set(ids)) == 1
    assert json.loads(site.posted[-1][2])["alert"] == "new_dealing"


def test_a_letter_names_the_dealing_and_breaks_no_header(site: Site, post: Any, watching: Make) -> None:
    site.pages |= {"/feed": site.feed("/coal"), "/coal": COAL}
    mail = (
        '[[alert]]\non = "new_dealing"\n[alert.mail]\nsender = "saring@example.org"\nto = ["desk@example.org"]\n'
        f'server = "127.0.0.1"\nport = {post.server_address[1]}\n'
    )
    seen = watching(OPEN + feed(site) + mail)
    assert seen.watch.round().sent == 1
    assert "Subject: Saring: prohibited: coal" in post.letters[0].replace("6,500 tonnes of ", "")


def test_new_parties_are_told_once(watching: Make, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    words = "North Korea shipped 20 rocket launchers to Syria through Green Pine Associated Corporation in March 2019, police said."
    (folder / "a.txt").write_text(f"March 20, 2019\n\n{words}", encoding="utf-8")
    seen = watching(
        '[[source]]\nname = "inbox"\nfolder = "inbox"\n[[alert]]\non = "new_party"\nfile = "alerts.jsonl"\n'
    )
    seen.watch.round()
    first = len(seen.told)
    assert first >= 1
    (folder / "b.txt").write_text(f"April 2, 2019\n\n{words} Again.", encoding="utf-8")
    assert seen.watch.round().read == 1
    assert len(seen.told) == first


def test_a_changed_lawbook_is_told_with_what_moved(watching: Make, tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    plan = '[watch]\nledger = "kept.db"\n[[source]]\nname = "inbox"\nfolder = "inbox"\n'
    seen = watching(plan + '[[alert]]\non = "law_changed"\nfile = "alerts.jsonl"\n')
    seen.watch.round()
    assert seen.told == []
    seen.memory.remember(LAWBOOK, "2020-01-01+00000000")
    seen.watch.round()
    told = json.loads(seen.told[0])
    assert (told["before"], told["moved"]) == ("2020-01-01+00000000", [])


def test_the_same_event_in_another_paper_is_no_news_where_a_ledger_is_kept(watching: Make, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    words = "North Korea exported 6,500 tonnes of coal to Vietnam in May 2024, the coast guard said."
    (folder / "a.txt").write_text(f"June 12, 2024\n\n{words}", encoding="utf-8")
    seen = watching('[watch]\nledger = "kept.db"\n[[source]]\nname = "inbox"\nfolder = "inbox"\n' + ALERT)
    assert seen.watch.round().sent == 1
    (folder / "b.txt").write_text(f"June 13, 2024\n\n{words} Nobody was hurt.", encoding="utf-8")
    tally = seen.watch.round()
    assert (tally.read, tally.sent) == (1, 0)


def test_a_stop_between_ledger_and_memory_loses_no_alert(watching: Make, tmp_path: Path) -> None:
    from saring.documents import open_document
    from saring.ledger import open_ledger
    from saring.river import check

    folder = tmp_path / "inbox"
    folder.mkdir()
    path = folder / "a.txt"
    path.write_text(
        "June 12, 2024\n\nNorth Korea exported 6,500 tonnes of coal to Vietnam in May 2024, police said.", "utf-8"
    )
    seen = watching('[watch]\nledger = "kept.db"\n[[source]]\nname = "inbox"\nfolder = "inbox"\n' + ALERT)
    # What a kill leaves behind: the item begun, the document kept, no alert written.
    from saring.apps.watching.finding import offered

    item = next(iter(offered(seen.plan.source[0], None, private=False)))  # type: ignore[arg-type]
    seen.memory.begin("inbox", item.key, "2024-06-12")
    document = open_document(str(path))
    ledger = open_ledger(str(tmp_path / "kept.db"))
    ledger.record(check(document), text=document.text)
    ledger.close()
    assert seen.anew().round().sent == 1


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("", "empty", "[[source]]"),
        ('[[source]]\nname = "a"\n', "bad_type", "feed, sitemap, folder"),
        ('[[source]]\nname = "a"\nfeed = "x"\nfolder = "y"\n', "bad_type", "feed, sitemap, folder"),
        ('[[source]]\nname = "a"\nfede = "x"\n', "bad_type", "feed, sitemap"),
        ('[[source]]\nname = "a"\nfeed = "x"\nonly = "("\n', "bad_type", ""),
        ('[[source]]\nname = "a"\nfolder = "x"\n[[source]]\nname = "a"\nfolder = "y"\n', "bad_type", "a name for each"),
        ('[[source]]\nname = "a"\nfolder = "x"\n[[alert]]\non = "new_party"\n', "bad_type", "webhook, file, mail"),
        ('[[source]]\nname = "a"\nfolder = "x"\n[watch]\nevery = 0\n', "bad_type", "above 0"),
        ("source = [", "bad_json", ""),
    ],
)
def test_a_wrong_plan_says_where_and_what_is_allowed(tmp_path: Path, text: str, code: str, says: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SaringError) as caught:
        read_plan(path)
    assert caught.value.code == code
    assert str(path) in caught.value.where
    assert says in (caught.value.allowed or "")


@pytest.mark.slow
def test_the_command_runs_once_and_stops_when_asked(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.txt").write_text(
        "June 12, 2024\n\nNorth Korea exported coal to Vietnam in May 2024, police said.", encoding="utf-8"
    )
    plan = tmp_path / "feeds.toml"
    plan.write_text('[[source]]\nname = "inbox"\nfolder = "inbox"\n' + ALERT, encoding="utf-8")
    command = [sys.executable, "-c", "from saring.apps.cli import main; main()", "watch", str(plan)]
    once = subprocess.run([*command, "--once"], capture_output=True, text=True, timeout=60, check=False)
    assert once.returncode == 0, once.stderr
    assert json.loads(once.stdout)["alert"] == "new_dealing"
    assert "1 items read" in once.stderr
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ)) as running:
        assert running.stderr is not None
        assert "0 items read" in running.stderr.readline()
        running.send_signal(signal.SIGTERM)
        started = time.monotonic()
        assert running.wait(30) == 0
        assert time.monotonic() - started < 20
