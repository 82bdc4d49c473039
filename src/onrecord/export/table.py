"""Readings as tables for a terminal: a header for each document, its statements in the text's order, events, dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from onrecord.export.cells import stacked
from onrecord.export.event_table import date_cell, event_table, time_line
from onrecord.export.explain import Lines, explain_dates, explain_events, explanation
from onrecord.export.printable import printable
from onrecord.export.wording import (
    CERTAINTY_NOTE,
    EVENT_CERTAINTY_NOTE,
    NO_STATEMENTS,
    Introductions,
    certainty,
    event_count,
    happening,
    in_text_order,
    less_certain,
    size,
    statement_count,
    who,
    words_at,
)
from onrecord.records import DateRange, Reading, Statement

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

# from this many columns on, every fact has a column of its own; below, two share one so that the words keep room
WIDE = 110

_STYLES = {"direct": "green", "mixed": "yellow", "indirect": "cyan"}
_PART_STYLES = {
    "source": "bold underline",
    "cue": "italic magenta",
    "content": "green",
    "actor": "bold underline",
    "trigger": "italic magenta",
    "recipient": "green",
    "mention": "bold",
    "date": "bold",
}


def write_table(
    readings: Iterable[Reading],
    out: TextIO,
    *,
    width: int | None = None,
    explain: bool = False,
    events_from: float = 0.0,
) -> None:
    """Write each document's header, its statements (who, how, the words, directness, certainty), events and dates.

    Colour and bold are used on a terminal only, and not where the environment sets ``NO_COLOR`` (https://no-color.org);
    everything is legible without them. Control characters in the text are shown escaped.

    Args:
        readings: taken and written one at a time.
        out: where to.
        width: in columns; the terminal's own if None, 80 where there is none.
        explain: also show, for every statement and event, where its parts stand and the sentence around them.
        events_from: events less certain than this are left out, and counted.
    """
    _write(((reading, ()) for reading in readings), out, width, explain=explain, events_from=events_from)


def write_explained(
    explained: Iterable[tuple[Reading, Sequence[str]]],
    out: TextIO,
    *,
    width: int | None = None,
    events_from: float = 0.0,
) -> None:
    """As :func:`write_table` with ``explain``, for readings with a reason for each of their mentions."""
    _write(explained, out, width, explain=True, events_from=events_from)


def _write(
    explained: Iterable[tuple[Reading, Sequence[str]]],
    out: TextIO,
    width: int | None,
    *,
    explain: bool,
    events_from: float,
) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)
    for number, (reading, reasons) in enumerate(explained):
        if number:
            console.print()
        document_header(console, reading)
        wide = console.width >= WIDE
        console.print(_statements(reading, wide=wide) if reading.statements else NO_STATEMENTS)
        if explain and reading.statements:
            _print_explanations(console, reading)
        sure = [(n, event) for n, event in enumerate(reading.events, start=1) if event.certainty >= events_from]
        if sure:
            console.print(event_table(reading, sure, wide=wide))
            if explain:
                print_events_explained(console, reading, explain_events(reading, reasons, [n for n, _ in sure]))
        if unsure := len(reading.events) - len(sure):
            console.print(Text(less_certain(unsure, events_from), style="dim"))
        if dates := time_line(reading):
            console.print()
            if explain:
                _print_grid(console, "dates", explain_dates(reading))
            else:
                console.print(dates)


def document_header(console: Console, reading: Reading) -> None:
    """Print which document this is: title, outlet, day, length and id."""
    from rich.text import Text

    facts = [reading.outlet, reading.published, size(reading), statement_count(reading), event_count(reading)]
    console.print(Text(printable(reading.title or reading.id), style="bold"))
    console.print(Text(" · ".join(printable(fact) for fact in facts if fact)))
    if reading.title:
        console.print(Text(printable(reading.id), style="dim"))


def _statements(reading: Reading, *, wide: bool) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, expand=True, leading=1, padding=(0, 1), header_style="bold")
    table.pad_edge, table.collapse_padding = False, True
    table.add_column("", justify="right", no_wrap=True, style="dim")
    table.add_column("who" if wide else "who\nhow", ratio=3 if wide else 4, min_width=12, overflow="fold")
    if wide:
        table.add_column("how", ratio=2, overflow="fold")
    table.add_column("words", ratio=10 if wide else 9, overflow="fold")
    table.add_column("directness" if wide else "directness\ncertainty", no_wrap=True)
    if wide:
        table.add_column("certainty", justify="right", no_wrap=True)
    dated = any(_told(statement) for statement in reading.statements)
    if dated and wide:
        table.add_column("date", no_wrap=True)
    introductions = Introductions()
    for number, statement in in_text_order(reading):
        speaker = Text(printable(who(reading, statement, introductions.name)), style="bold")
        cue = Text(printable(words_at(reading.text, statement.cue)), style="italic")
        words = Text(printable(statement.quote))
        directness = Text(statement.directness, style=_STYLES[statement.directness])
        sure, date = Text(certainty(statement.certainty)), date_cell(_told(statement))
        if wide:
            table.add_row(str(number), speaker, cue, words, directness, sure, *([date] if dated else []))
        else:
            table.add_row(str(number), stacked(speaker, cue), words, stacked(directness, sure, date))
    return table


def _print_explanations(console: Console, reading: Reading) -> None:
    from rich.text import Text

    for number, statement in in_text_order(reading):
        _print_grid(console, who(reading, statement), explanation(reading, statement), str(number))
        console.print()
    console.print(Text(CERTAINTY_NOTE, style="dim"))


def print_events_explained(console: Console, reading: Reading, explained: Iterable[tuple[int, Lines]]) -> None:
    """Print why events are in a table: for each its number, and lines with a label and pieces of text each."""
    from rich.text import Text

    for number, lines in explained:
        _print_grid(console, happening(reading.events[number - 1]), lines, f"{number}")
        console.print()
    console.print(Text(EVENT_CERTAINTY_NOTE, style="dim"))


def _told(statement: Statement) -> DateRange | None:
    """The statement's date if its words tell it; the day of publication stands in the header."""
    return statement.date if statement.date and statement.date.basis == "text" else None


def _print_grid(console: Console, heading: str, lines: Lines, number: str = "") -> None:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=10, style="dim")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(Text(number, style="bold"), Text(printable(heading), style="bold"))
    for label, pieces in lines:
        grid.add_row(label, Text().join(_labelled(words, part) for words, part in pieces))
    console.print(grid)


def _labelled(words: str, part: str) -> Text:
    """A piece of the sentence; what it is stands with it in brackets, for eyes and terminals without colour."""
    from rich.text import Text

    if not part:
        return Text(printable(words))
    return Text.assemble((f"[{part}: ", "dim"), (printable(words), _PART_STYLES[part.split("+")[-1]]), ("]", "dim"))
