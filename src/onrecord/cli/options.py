"""Options that several commands share, and what their values mean."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from onrecord.errors import UsageError

Command = Callable[..., int]


class Share(click.FloatRange):
    """A number from 0 to 1; click's own range lets "nan" pass, which is in no range."""

    def __init__(self) -> None:
        super().__init__(0, 1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number, or a failure that says what is wrong with it."""
        number = super().convert(value, param, ctx)
        return number if number == number else self.fail(f"{value} is no number.", param, ctx)


def reading_options(what: str = "statements") -> Callable[[Command], Command]:
    """The options of every command that reads; ``what`` is left out where it is not certain enough."""

    def decorate(command: Command) -> Command:
        for option in (
            click.option("--force", is_flag=True, help="Read a text in another language than English all the same."),
            click.option(
                "--min-certainty",
                type=Share(),
                metavar="P",
                help=f"Leave out {what} less certain than P.",
            ),
            click.option(
                "--published", metavar="DATE", help="Day of publication, YYYY-MM-DD, whatever the documents say."
            ),
        ):
            command = option(command)
        return command

    return decorate


def batch_options(command: Command) -> Command:
    """Inputs and output of the commands that take any number of documents."""
    for parameter in (
        click.option(
            "--jsonl",
            "lines",
            multiple=True,
            metavar="IN",
            help="A file of documents, a JSON object a line; - for standard input.",
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice(["table", "json", "csv"]),
            help="Default: a table on a terminal, else JSON.",
        ),
        click.argument("inputs", nargs=-1, metavar="[FILE|URL|-]..."),
    ):
        command = parameter(command)
    return command


all_events = click.option(
    "--all", "everything", is_flag=True, help="Show the events, too, that are unsure, denied or only supposed."
)


def shown_from(min_certainty: float | None, *, everything: bool) -> float:
    """The certainty from which on people are shown events: the one they ask for, else that of the sure ones."""
    from onrecord.export.selection import SURE

    if min_certainty is not None:
        return min_certainty
    return 0.0 if everything else SURE


def chosen_form(form: str | None, *, explain: bool) -> str:
    """How to print, where a command was not told: a table for people, JSON for programs."""
    if explain and form in ("json", "csv"):
        raise UsageError("--explain goes with the table", remedy="leave out --format, or give --format table")
    return form or ("table" if explain or sys.stdout.isatty() else "json")
