"""Which alerts an item raises, and how they go out: a call, a line of a file, a letter."""

from __future__ import annotations

import os
import smtplib
from collections.abc import Iterator
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from saring.apps.http.addresses import Resolver, ask, resolved
from saring.apps.watching.plan import Alert, Mail, Plan
from saring.model import Checked, Dealing, SaringError

Raised = tuple[str, str, str]  # id, rule, body as JSON
MOST_ANSWER = 65_536


def on_document(plan: Plan, source: str, checked: Checked, events: dict[str, bool], parties: list[str]) -> list[Raised]:
    """The alerts of one checked document.

    `events`: by dealing id, whether the ledger had no such event before (a dealing that is not in it counts as new);
    `parties`: the names that no item told before.
    """
    found: list[Raised] = []
    about = {"source": source, "document": checked.source, "title": checked.title, "published": checked.published}
    for rule, alert in rules_of(plan):
        if alert.on == "new_dealing":
            fresh = [d for d in checked.dealings if events.get(d.id or "", True) and wanted(alert, d)]
            found += [_raised(rule, alert, {**about, "dealing": msgspec.to_builtins(dealing)}) for dealing in fresh]
        elif alert.on == "new_party":
            found += [_raised(rule, alert, {**about, "party": name}) for name in parties]
    return found


def on_law(plan: Plan, before: str, now: str, moved: list[dict[str, Any]] | None) -> list[Raised]:
    """The alerts of a changed lawbook; `moved` are the kept events whose verdict is another now, where a ledger is kept."""
    return [
        _raised(rule, alert, {"lawbook": now, "before": before, "moved": moved})
        for rule, alert in rules_of(plan)
        if alert.on == "law_changed"
    ]


def wanted(alert: Alert, dealing: Dealing) -> bool:
    """Whether a dealing is what a rule asks for; repeats and umbrellas never are."""
    if dealing.role != "main" or dealing.polarity != "act":
        return False
    sides = {dealing.from_, dealing.to, *dealing.also_from, *dealing.also_to}
    return (
        any(judged.verdict in alert.verdicts for judged in dealing.determinations or ())
        and (not alert.kinds or dealing.kind in alert.kinds)
        and (not alert.statuses or dealing.status in alert.statuses)
        and (not alert.countries or bool(sides & set(alert.countries)))
    )


def _raised(rule: str, alert: Alert, told: dict[str, Any]) -> Raised:
    body = msgspec.json.encode({"alert": alert.on, "rule": rule, **told}, order="deterministic").decode()
    return sha256(body.encode()).hexdigest()[:32], rule, body


def rules_of(plan: Plan) -> Iterator[tuple[str, Alert]]:
    """Every rule with its name: its own, else its place in the file."""
    for number, alert in enumerate(plan.alert, start=1):
        yield alert.name or f"{alert.on}-{number}", alert


def send(alert: Alert, identity: str, body: str, timeout: float, resolver: Resolver = resolved) -> None:
    """Send one alert; raises `unreadable` when it cannot be delivered. The id lets a receiver drop what comes twice."""
    if alert.webhook is not None:
        _post(alert, identity, body, timeout, resolver)
    elif alert.file is not None:
        _append(Path(alert.file), identity, body)
    elif alert.mail is not None:
        _write(alert.mail, identity, body, timeout)


def _post(alert: Alert, identity: str, body: str, timeout: float, resolver: Resolver) -> None:
    address = alert.webhook or ""
    headers = {"Content-Type": "application/json", "Idempotency-Key": identity}
    answer = ask(
        address,
        MOST_ANSWER,
        timeout,
        headers=headers,
        body=body.encode(),
        private=alert.private_addresses,
        resolver=resolver,
    )
    if not 200 <= answer.status < 300:
        raise SaringError("unreadable", address, f"the webhook answered {answer.status}", "200 to 299")


def _append(path: Path, identity: str, body: str) -> None:
    line = f'{{"id":"{identity}",{body[1:]}\n'.encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(line)
    except OSError as problem:
        raise SaringError("unreadable", str(path), f"cannot be written: {problem.strerror}") from None


def _write(mail: Mail, identity: str, body: str, timeout: float) -> None:
    letter = EmailMessage()
    letter["From"], letter["To"] = mail.sender, ", ".join(mail.to)
    letter["Subject"] = subject(body)
    letter["Message-ID"] = f"<{identity}@saring>"
    letter.set_content(msgspec.json.format(body, indent=2))
    place = f"{mail.server}:{mail.port}"
    try:
        with smtplib.SMTP(mail.server, mail.port, timeout=timeout) as server:
            if mail.tls:
                server.starttls()
            if mail.user:
                server.login(mail.user, os.environ.get(mail.password_env or "", ""))
            server.send_message(letter)
    except (OSError, smtplib.SMTPException) as problem:
        raise SaringError("unreadable", place, f"the letter was not taken: {type(problem).__name__}") from None


def subject(body: str) -> str:
    """One line for people: what the alert is about, without line breaks."""
    told = msgspec.json.decode(body)
    dealing = told.get("dealing") or {}
    words = {
        "new_dealing": f"{_verdict(dealing)}: {dealing.get('what') or dealing.get('kind', '')}",
        "new_party": f"new party: {told.get('party', '')}",
        "law_changed": f"lawbook {told.get('before', '')} became {told.get('lawbook', '')}",
    }[told["alert"]]
    return " ".join(f"Saring: {words}".split())[:180]


def _verdict(dealing: dict[str, Any]) -> str:
    return ", ".join(dict.fromkeys(d["verdict"].replace("_", " ") for d in dealing.get("determinations") or []))
