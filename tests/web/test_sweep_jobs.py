"""Tables as jobs: taken, judged with progress, read and fetched, over HTTP and on pages."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable
from typing import Any

import pytest
from litestar.testing import TestClient

from saring.apps.http.keys import Role

from .conftest import Server, problem

TABLE = "sender,receiver,hs,date,value\nKP,RU,0808,2025-07,1000\nKP,CN,610910,2018-03,500\nKP,RU,9999xx,2018,1\nRU,KP,2710,2019-05,9\n"
COLUMNS = "sender=sender,receiver=receiver,hs=hs,date=date,value=value"


def finished(client: TestClient[Any], known: str) -> dict[str, Any]:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        told: dict[str, Any] = client.get(f"/v1/sweep/{known}").json()
        if told["state"] in ("done", "failed"):
            return told
        time.sleep(0.05)
    raise TimeoutError(known)


def begin(
    client: TestClient[Any], table: str = TABLE, name: str = "trade.csv", query: str = f"?mapping={COLUMNS}"
) -> str:
    answer = client.post(f"/v1/sweep{query}", files={"table": (name, table.encode(), "text/csv")})
    assert answer.status_code == 202, answer.text
    known: str = answer.json()["id"]
    return known


def test_a_table_is_judged(client: TestClient[Any]) -> None:
    known = begin(client)
    told = finished(client, known)
    assert told["state"] == "done", told
    assert told["rows"] == 4
    assert "4 rows" in told["summary"]
    answer = client.get(f"/v1/sweep/{known}/table")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["hs"] for row in rows] == ["0808", "610910", "9999xx", "2710"]
    assert rows[0]["verdict"] == "prohibited"
    assert "UNSCR-2375-16" in rows[1]["provisions"]
    assert rows[2]["verdict"] == ""
    assert rows[2]["problem"]
    assert [job["id"] for job in client.get("/v1/sweep").json()] == [known]


def test_columns_by_name_and_another_form(client: TestClient[Any]) -> None:
    table = "a;b;c;d\n".replace(";", ",") + "KP,RU,0808,2025-07\n"
    known = begin(client, table, query="?mapping=sender=a,receiver=b,hs=c,date=d&result=jsonl")
    assert finished(client, known)["state"] == "done"
    assert '"prohibited"' in client.get(f"/v1/sweep/{known}/table").text


def test_a_table_that_cannot_be_judged_says_why(client: TestClient[Any]) -> None:
    told = finished(client, begin(client, "x,y\n1,2\n", query=""))
    assert told["state"] == "failed"
    assert told["problems"][0]["where"] == "trade.csv"
    assert "/" not in told["problems"][0]["message"].split("allowed")[0]
    assert problem(client.get(f"/v1/sweep/{told['id']}/table"))["status"] == 409
    page = client.get(f"/sweep/{told['id']}").text
    assert 'role="alert"' in page


@pytest.mark.parametrize(
    ("name", "query"), [("trade.exe", ""), ("trade", ""), ("trade.csv", "?result=exe"), ("trade.csv", "?mapping=x")]
)
def test_an_upload_that_cannot_be(client: TestClient[Any], name: str, query: str) -> None:
    assert problem(client.post(f"/v1/sweep{query}", files={"table": (name, b"x", "text/csv")}))["status"] == 400
    assert problem(client.post("/v1/sweep", data={"table": "x"}))["where"] == "table"


def test_names_of_files_lead_nowhere(client: TestClient[Any]) -> None:
    told = finished(client, begin(client, name="../../<b>trade.csv"))
    assert told["state"] == "done"
    assert "/" not in told["table"]
    assert "<b>" not in client.get(f"/sweep/{told['id']}").text


def test_the_pages_of_a_job(client: TestClient[Any]) -> None:
    led = client.post(
        "/sweep",
        files={"table": ("trade.csv", TABLE.encode(), "text/csv")},
        data={"result": "csv", "mapping": COLUMNS},
        follow_redirects=False,
    )
    assert led.status_code == 303
    known = led.headers["location"].rpartition("/")[2]
    finished(client, known)
    page = client.get(led.headers["location"])
    assert "4 rows" in page.text
    assert "http-equiv" not in page.text
    assert client.get(f"/sweep/{known}/table").status_code == 200
    report = client.get(f"/sweep/{known}/report")
    assert "attachment" in report.headers["content-disposition"]
    assert "<html" in report.text
    assert known in client.get("/sweep").text


def test_a_job_speaks_the_language_of_its_caller(client: TestClient[Any]) -> None:
    known = begin(client, query=f"?mapping={COLUMNS}&lang=id")
    assert "4 baris" in finished(client, known)["summary"]
    assert "<html lang='id'>" in client.get(f"/sweep/{known}/report").text
    led = client.post(
        "/sweep?lang=id",
        files={"table": ("trade.csv", TABLE.encode(), "text/csv")},
        data={"result": "csv", "mapping": COLUMNS},
        follow_redirects=False,
    )
    known = led.headers["location"].partition("?")[0].rpartition("/")[2]
    assert "4 baris" in finished(client, known)["summary"]


def test_a_job_is_its_makers_and_an_admin_removes_it(server: Server, key: Callable[[Role], str]) -> None:
    keys = {role: key(role) for role in ("analyst", "admin")}
    other = key("analyst")
    caller = server()

    def ask(method: str, path: str, words: str) -> Any:
        return caller.request(method, path, headers={"Authorization": f"Bearer {words}"})

    made = caller.post(
        f"/v1/sweep?mapping={COLUMNS}",
        files={"table": ("t.csv", TABLE.encode(), "text/csv")},
        headers={"Authorization": f"Bearer {keys['analyst']}"},
    )
    known = made.json()["id"]
    end = time.monotonic() + 60
    while ask("GET", f"/v1/sweep/{known}", keys["analyst"]).json()["state"] != "done":
        assert time.monotonic() < end
        time.sleep(0.05)
    assert ask("GET", f"/v1/sweep/{known}", other).status_code == 404
    assert ask("GET", f"/v1/sweep/{known}/table", other).status_code == 404
    assert ask("DELETE", f"/v1/sweep/{known}", keys["admin"]).status_code == 204
    assert ask("GET", f"/v1/sweep/{known}", keys["analyst"]).status_code == 404
    assert ask("DELETE", f"/v1/sweep/{known}", keys["admin"]).status_code == 404


def test_old_jobs_make_room(server: Server) -> None:
    caller = server(jobs=2)
    known = []
    for _ in range(3):
        known.append(begin(caller))
        finished(caller, known[-1])
    assert [job["id"] for job in caller.get("/v1/sweep").json()] == known[1:]
