"""The program: its commands under one name, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from onrecord import __version__
from onrecord.cli.events import events
from onrecord.cli.mark import mark
from onrecord.cli.read import read
from onrecord.cli.streams import drop_output, open_missing_streams, reason, reconfigure, say
from onrecord.cli.who import who
from onrecord.errors import OnrecordError, WorkError


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    commands=[read, who, events, mark],
)
@click.version_option(__version__, prog_name="onrecord")
@click.pass_context
def app(context: click.Context) -> None:
    """Read news and keep the record: who said what, in which words; who did what to whom, and when."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> None:
    """The program: runs a command and ends the process with its exit status (0, 1 failed work, 2 wrong use)."""
    open_missing_streams()
    for stream in (sys.stdout, sys.stderr):
        # results are UTF-8 wherever they go; a terminal that cannot show a character gets its number
        reconfigure(stream)
    try:
        status = app.main(arguments, prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
    except OnrecordError as error:
        say(str(error))
        status = error.exit_status
    except click.ClickException as error:
        command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "onrecord"
        say(f"{error.format_message()} (see {command} --help)".replace("\n", " "))
        status = 2
    except BrokenPipeError:
        # whoever read our output has seen enough
        drop_output()
        status = 1
    except OSError as error:
        drop_output()
        where = str(error.filename or "standard output")
        say(str(WorkError(f"cannot be written ({reason(error)})", where=where, remedy="name another place")))
        status = WorkError.exit_status
    except (KeyboardInterrupt, click.Abort):
        say("stopped")
        status = 130
    sys.exit(status or 0)
