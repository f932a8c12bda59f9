"""The command line door. Help and options cost no more than click itself: commands are imported when they are called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from itertools import pairwise
from typing import NoReturn

import click

from saring import __version__
from saring.apps.complaints import SOME_UNUSABLE, WRONG_OPTIONS, error_line

# Name: where the command lives, and its line in `saring --help`; printing help imports none of them.
COMMANDS = {
    "check": ("saring.apps.check_command:check", "Read documents and judge the dealings that they report."),
    "brief": ("saring.apps.brief_command:brief", "Give the key points of documents, each with its source and quote."),
    "determine": ("saring.apps.determine_command:determine", "Judge dealings given as JSON Lines."),
    "classify": ("saring.apps.classify_command:classify", "Give the HS codes of goods in words."),
    "screen": ("saring.apps.screen_commands:screen", "Compare names with sanctions lists."),
    "lists": ("saring.apps.screen_commands:lists", "Add, show and renew the sanctions lists."),
    "sweep": ("saring.apps.sweep_command:sweep", "Judge every row of trade tables."),
    "serve": ("saring.apps.serve_command:serve", "Serve the pages and the HTTP door."),
    "mcp": ("saring.apps.mcp_command:mcp", "Serve assistants over MCP, on standard input or HTTP."),
    "watch": ("saring.apps.watch_command:watch", "Visit feeds, sitemaps and folders, and tell what is new."),
    "ledger": ("saring.apps.ledger_command:ledger", "List, search, relate and correct what was recorded."),
    "law": ("saring.apps.law_commands:law", "Look into the lawbook."),
    "read": ("saring.apps.read_command:read_files", "Print what is read in documents, with --trace step by step."),
    "open": ("saring.apps.open_command:open_file", "Print the text of a document as it is read."),
    "replay": ("saring.apps.replay_command:replay", "Make determinations again, or say what changed in the law since."),
    "schema": ("saring.apps.schema_command:schema", "Print the JSON Schema of every input and output."),
}


class Door(click.Group):
    """A group that knows its commands by name and imports one only to run it or to show its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The command lines of the help, from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


class WrongOption(click.UsageError):
    """An option that cannot be: where it stands, what is wrong, what is allowed."""

    def __init__(self, where: str, message: str, allowed: str = "", code: str = "unknown_word") -> None:
        super().__init__(message)
        self.code = code
        self.where = where
        self.allowed = allowed


@click.command(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="saring %(version)s")
def saring() -> None:
    """From a report to a determination: which paragraph covers a reported dealing.

    A determination is a reading aid, not legal advice.
    """


def main() -> NoReturn:
    """Run the command line; exit codes are those of the contract (0 done, 1 some input unusable, 2 options, 3 --fail-on)."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = saring.main(standalone_mode=False, prog_name="saring")
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        code = WRONG_OPTIONS
    except click.ClickException as error:
        click.echo(_wrong(error), err=True)
        code = WRONG_OPTIONS
    except click.Abort:
        code = 130
    except BrokenPipeError:
        # The reader has gone (head, less); what Python would still flush goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = SOME_UNUSABLE
    except Exception as error:  # noqa: BLE001 - looked at, and raised again unless it is our own
        code = _stopped(error)
    sys.exit(code if isinstance(code, int) else 0)


def _stopped(error: Exception) -> int:
    """What stops a whole command (a lawbook file that cannot be read) is still one line that names the place."""
    from saring.model import SaringError

    if not isinstance(error, SaringError):
        raise error
    click.echo(error_line(error.where, error.message, error.allowed, error.code, as_json=_json_asked()), err=True)
    return SOME_UNUSABLE


def _wrong(error: click.ClickException) -> str:
    """A usage error of click in the one-line form of the contract."""
    param: click.Parameter | None = getattr(error, "param", None)
    context: click.Context | None = getattr(error, "ctx", None)
    where, allowed = getattr(error, "where", ""), getattr(error, "allowed", "")
    message, code = error.format_message().strip().rstrip("."), getattr(error, "code", "bad_type")
    if isinstance(error, click.NoSuchOption):
        where, message, code = error.option_name, "no such option", "unknown_key"
        allowed = ", ".join(_options(context))
    elif isinstance(error, click.BadParameter):
        message = error.message.strip().rstrip(".")
    elif context and isinstance(context.command, click.Group) and "No such command" in message:
        word = context.args[0] if context.args else message.partition("'")[2].partition("'")[0]
        where, message, code = context.command_path, f"{word!r} is not known", "unknown_word"
        allowed = ", ".join(context.command.list_commands(context))
    if isinstance(error, click.MissingParameter):
        message = "it is missing"
    if param is not None:
        where = where or (param.opts[0] if isinstance(param, click.Option) else param.human_readable_name)
        if isinstance(param.type, click.Choice):
            message = message.replace(" is not one of ", " is not known: ").partition(":")[0]
            allowed, code = ", ".join(map(str, param.type.choices)), "unknown_word"
        elif isinstance(param.type, click.IntRange):
            allowed = f"a whole number from {param.type.min}"
    where = where or (context.command_path if context else "saring")
    return error_line(where, message, allowed, code, as_json=_json_asked())


def _options(context: click.Context | None) -> list[str]:
    params = context.command.params if context else []
    return [opt for param in params if isinstance(param, click.Option) for opt in param.opts if opt.startswith("--")]


def _json_asked() -> bool:
    """Whether errors are wanted as JSON, known even when the options cannot be read as a whole."""
    words = sys.argv[1:]
    return "--format=json" in words or ("--format", "json") in pairwise(words)
