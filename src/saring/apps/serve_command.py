"""`saring serve`: the pages and the HTTP door, and `saring serve keys`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from saring.apps.complaints import DONE, SOME_UNUSABLE, Complaints

if TYPE_CHECKING:
    from saring.apps.http.keys import Keys, Role
    from saring.apps.http.settings import Language

ROLES = ("reader", "analyst", "admin")


@click.group(short_help="Serve the pages and the HTTP door.", invoke_without_command=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Where to listen; 0: any.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Another than loopback needs keys.")
@click.option("--ledger", metavar="URL", help="The ledger: a file, sqlite:///… or postgresql://…; else your own.")
@click.option("--lang", type=click.Choice(["en", "id"]), help="Language of the pages, whatever a browser prefers.")
@click.option("--allow-urls", is_flag=True, help="Fetch pages from public addresses when a check asks for it.")
@click.option("--rate", type=click.IntRange(1), default=30_000, show_default=True, help="Calls a minute for each key.")
@click.option(
    "--seconds", type=click.IntRange(1), default=30, show_default=True, help="The longest that a text may take."
)
@click.pass_context
def serve(
    ctx: click.Context,
    port: int,
    host: str,
    ledger: str | None,
    lang: Language | None,
    allow_urls: bool,
    rate: int,
    seconds: int,
) -> int:
    """Serve the pages and the HTTP door; without keys only this machine is served."""
    if ctx.invoked_subcommand is not None:
        return DONE
    from saring.apps.cli import WrongOption
    from saring.model import SaringError
    from saring.screening.store import home

    try:
        import uvicorn  # noqa: F401 - missing with the extra; listening takes it later

        from saring.apps.http.application import application
        from saring.apps.http.gate import is_loopback
        from saring.apps.http.keys import Keys
        from saring.apps.http.listening import listening, place, serve_on
        from saring.apps.http.settings import Settings
    except ModuleNotFoundError as error:
        raise SaringError(
            "unreadable", "serve", f"the package {error.name} is not installed", "pip install saring[web]"
        ) from None
    settings = Settings(
        home=home(),
        ledger=ledger,
        host=host,
        lang=lang,
        allow_urls=allow_urls,
        rate=rate,
        seconds=float(seconds),
    )
    if not (is_loopback(host) or host == "localhost" or Keys(settings.keys_file).exist):
        raise WrongOption(
            "--host", f"{host!r} is not loopback, and there are no keys", "127.0.0.1, or: saring serve keys add"
        )
    taken = listening(host, port)
    shown = place(host, taken.getsockname()[1])
    click.echo(f"saring: serving on http://{shown}/ (stop with Ctrl-C)", err=True)
    return serve_on(taken, application(settings, warm=True))


@serve.group(short_help="Add, list and revoke keys.")
def keys() -> None:
    """Add, list and revoke the keys of callers; once there is one, every call needs one."""


@keys.command(short_help="Make a key; it is shown once.")
@click.option("--role", type=click.Choice(ROLES), required=True, help="What it may do.")
@click.option("--name", default="", help="Whose it is; it stands beside what the key records.")
def add(role: Role, name: str) -> int:
    """Make a key and print it; only its digest is kept, so it cannot be shown again."""
    held = _keys()
    key, words = held.add(role, name)
    click.echo(words)
    click.echo(f"saring: key {key.id} of role {role}; it is shown only now", err=True)
    return DONE


@keys.command("list", short_help="List the keys.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def list_command(form: str) -> int:
    """List the keys with their roles, without what could open anything."""
    import json

    for key in _keys().all():
        told = {"id": key.id, "role": key.role, "name": key.name, "added": key.added, "revoked": key.revoked}
        ended = f"revoked {key.revoked}" if key.revoked else "valid"
        click.echo(
            json.dumps(told, ensure_ascii=False)
            if form == "json"
            else f"{key.id}  {key.role:8} {key.added}  {ended}  {key.name}"
        )
    return DONE


@keys.command(short_help="End a key.")
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
def revoke(ids: tuple[str, ...]) -> int:
    """End keys by their ids; a running server notices at the next call."""
    from saring.model import SaringError

    complaints, held = Complaints(), _keys()
    for known in ids:
        try:
            held.revoke(known)
            click.echo(f"{known}: revoked")
        except SaringError as error:
            complaints.say(error)
    return SOME_UNUSABLE if complaints.any else DONE


def _keys() -> Keys:
    from saring.apps.http.keys import Keys
    from saring.apps.http.settings import Settings
    from saring.screening.store import home

    return Keys(Settings(home=home()).keys_file)
