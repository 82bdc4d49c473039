"""Readings as tables for a terminal: a header for each document, then its statements in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from onrecord.export.explain import explanation
from onrecord.export.printable import printable
from onrecord.export.wording import (
    CERTAINTY_NOTE,
    NO_STATEMENTS,
    Introductions,
    certainty,
    in_text_order,
    size,
    statement_count,
    who,
    words_at,
)
from onrecord.records import Reading

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

# from this many columns on, every fact has a column of its own; below, two share one so that the words keep room
WIDE = 110

_STYLES = {"direct": "green", "mixed": "yellow", "indirect": "cyan"}
_PART_STYLES = {"source": "bold underline", "cue": "italic magenta", "content": "green"}


def write_table(readings: Iterable[Reading], out: TextIO, *, width: int | None = None, explain: bool = False) -> None:
    """Write each document's header and its statements: who, how, the words, directness, certainty.

    Colour and bold are used on a terminal only, and not where the environment sets ``NO_COLOR`` (https://no-color.org);
    everything is legible without them. Control characters in the text are shown escaped.

    Args:
        readings: taken and written one at a time.
        out: where to.
        width: in columns; the terminal's own if None, 80 where there is none.
        explain: also show, for every statement, where its parts stand and the sentence around them.
    """
    from rich.console import Console

    console = Console(file=out, width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)
    for number, reading in enumerate(readings):
        if number:
            console.print()
        document_header(console, reading)
        if not reading.statements:
            console.print(NO_STATEMENTS)
            continue
        console.print(_statements(reading, wide=console.width >= WIDE))
        if explain:
            _print_explanations(console, reading)


def document_header(console: Console, reading: Reading) -> None:
    """Print which document this is: title, outlet, day, length and id."""
    from rich.text import Text

    facts = [reading.outlet, reading.published, size(reading), statement_count(reading)]
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
    introductions = Introductions()
    for number, statement in in_text_order(reading):
        speaker = Text(printable(who(reading, statement, introductions.name)), style="bold")
        cue = Text(printable(words_at(reading.text, statement.cue)), style="italic")
        words = Text(printable(statement.quote))
        directness = Text(statement.directness, style=_STYLES[statement.directness])
        sure = Text(certainty(statement.certainty))
        if wide:
            table.add_row(str(number), speaker, cue, words, directness, sure)
        else:
            table.add_row(str(number), stacked(speaker, cue), words, stacked(directness, sure))
    return table


def stacked(*lines: Text) -> Text:
    """Lines for one cell, those left out that are empty."""
    from rich.text import Text

    return Text("\n").join(line for line in lines if line.plain)


def _print_explanations(console: Console, reading: Reading) -> None:
    from rich.table import Table
    from rich.text import Text

    for number, statement in in_text_order(reading):
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=10, style="dim")
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(Text(f"{number}", style="bold"), Text(printable(who(reading, statement)), style="bold"))
        for label, pieces in explanation(reading, statement):
            grid.add_row(label, Text().join(_labelled(words, part) for words, part in pieces))
        console.print(grid)
        console.print()
    console.print(Text(CERTAINTY_NOTE, style="dim"))


def _labelled(words: str, part: str) -> Text:
    """A piece of the sentence; what it is stands with it in brackets, for eyes and terminals without colour."""
    from rich.text import Text

    if not part:
        return Text(printable(words))
    return Text.assemble((f"[{part}: ", "dim"), (printable(words), _PART_STYLES[part.split("+")[-1]]), ("]", "dim"))
