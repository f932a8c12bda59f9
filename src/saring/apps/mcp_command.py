"""`saring mcp`: the door for assistants, over standard input and output or over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from saring.apps.complaints import DONE

if TYPE_CHECKING:
    from saring.apps.http.settings import Language


@click.command(short_help="Serve assistants over MCP, on standard input or HTTP.")
@click.option("--http", is_flag=True, help="Serve HTTP at /mcp instead of standard input and output.")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="Where to listen; 0: any.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Another than loopback needs keys.")
@click.option("--ledger", metavar="URL", help="The ledger: a file, sqlite:///… or postgresql://…; else your own.")
@click.option("--lang", type=click.Choice(["en", "id"]), help="Language of reasons where a call names none.")
@click.option("--rate", type=click.IntRange(1), default=30_000, show_default=True, help="Calls a minute for each key.")
@click.option(
    "--seconds", type=click.IntRange(1), default=30, show_default=True, help="The longest that a call may take."
)
def mcp(
    http: bool, port: int, host: str, ledger: str | None, lang: Language | None, rate: int, seconds: int
) -> int:  # fmt: skip
    """Serve assistants over MCP: tools that judge and ask, and the law and the ledger to read; nothing is changed.

    Over HTTP only this machine is served without keys (`saring serve keys add`).
    """
    from saring.apps.cli import WrongOption
    from saring.apps.http.gate import is_loopback
    from saring.apps.http.keys import Keys
    from saring.apps.http.listening import listening, place
    from saring.apps.http.settings import Settings
    from saring.model import SaringError
    from saring.screening.store import home

    try:
        from saring.apps.mcp_door.serving import over_http, over_stdio
    except ModuleNotFoundError as error:
        package = str(error.name).partition(".")[0]
        raise SaringError(
            "unreadable", "mcp", f"the package {package} is not installed", "pip install saring[mcp]"
        ) from None
    settings = Settings(
        home=home(), ledger=ledger, create=False, host=host, lang=lang, rate=rate, seconds=float(seconds)
    )
    if not http:
        over_stdio(settings)
        return DONE
    if not (is_loopback(host) or host == "localhost" or Keys(settings.keys_file).exist):
        raise WrongOption(
            "--host", f"{host!r} is not loopback, and there are no keys", "127.0.0.1, or: saring serve keys add"
        )
    taken = listening(host, port)
    shown = place(host, taken.getsockname()[1])
    click.echo(f"saring: serving MCP on http://{shown}/mcp (stop with Ctrl-C)", err=True)
    return over_http(settings, taken)
