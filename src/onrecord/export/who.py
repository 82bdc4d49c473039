"""The actors of some documents as a table, JSON lines or CSV, and how each of their mentions was resolved."""

from __future__ import annotations

import csv
import dataclasses
import json
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from onrecord.export.cells import in_context, stacked
from onrecord.export.jsonl import one_line
from onrecord.export.named import Named, named
from onrecord.export.printable import printable
from onrecord.export.table import WIDE, document_header
from onrecord.export.wording import NOBODY, Introductions
from onrecord.records import Mention, Reading

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

COLUMNS = ("name", "kind", "roles", "country", "code", "mentions", "statements", "documents")

_UNWATCHED = 240  # columns: enough for one line a mention, where no terminal sets a width
_ONE_LINE = 140  # columns from which on a mention has one line
_BESIDE, _BESIDE_NARROW = 30, 18  # characters of context on either side of a mention


def write_who(
    readings: Iterable[Reading], out: TextIO, form: str, *, kinds: Collection[str] = (), width: int | None = None
) -> None:
    """Write the actors of some documents, who says most first; nothing is written before the last document is read.

    Args:
        readings: taken one at a time, none kept.
        out: where to.
        form: ``table``; ``json`` for an object a line with the fields of :class:`~onrecord.export.named.Named`;
            ``csv`` for rows (RFC 4180) with the columns :data:`COLUMNS`, several values in a cell joined by ``; ``.
        kinds: only entities of these kinds.
        width: of the table in columns; the terminal's own if None.
    """
    rows = named(readings, kinds)
    if form == "json":
        out.writelines(one_line(json.dumps(_plain(row), ensure_ascii=False)) + "\n" for row in rows)
    elif form == "csv":
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
        writer.writeheader()
        for row in rows:
            writer.writerow({k: "; ".join(v) if isinstance(v, list) else v for k, v in _plain(row).items()})
    else:
        console = _console(out, width)
        console.print(_table(rows, wide=console.width >= WIDE) if rows else NOBODY)


def explaining(
    explained: Iterable[tuple[Reading, Sequence[str]]],
    out: TextIO,
    *,
    kinds: Collection[str] = (),
    width: int | None = None,
) -> Iterator[Reading]:
    """The readings, each handed on after it is written how its mentions were resolved, in the text's order.

    A line a mention: its offsets, in code points, half-open; its words in brackets, in their context; its type; whom
    or what it names, with office and state at the first time; why. Narrow tables take two lines.

    Args:
        explained: readings, each with one reason for each of its mentions.
        out: where to.
        kinds: only mentions of entities of these kinds.
        width: in columns; the terminal's own if None.
    """
    console = _console(out, width)
    for reading, reasons in explained:
        document_header(console, reading)
        pairs = zip(reading.mentions, reasons, strict=True)
        shown = [(m, why) for m, why in pairs if not kinds or reading.entities[m.entity].kind in kinds]
        console.print(_resolved(reading, shown, width=console.width) if shown else NOBODY)
        console.print()
        yield reading


def _console(out: TextIO, width: int | None) -> Console:
    from rich.console import Console

    if width is None and not out.isatty() and "COLUMNS" not in os.environ:
        width = _UNWATCHED
    return Console(file=out, width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)


def _plain(row: Named) -> dict[str, object]:
    plain = dataclasses.asdict(row)
    return {column: plain[column] for column in COLUMNS}


def _table(rows: Sequence[Named], *, wide: bool) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, leading=0 if wide else 1, padding=(0, 1), header_style="bold")
    table.pad_edge, table.collapse_padding = False, True
    table.add_column("name" if wide else "name\noffice", ratio=1, overflow="fold")
    table.add_column("kind", no_wrap=True)
    if wide:
        table.add_column("office", overflow="fold")
        table.add_column("state")
        table.add_column("code")
    else:
        table.add_column("state\ncode")
    for heading in ("statements", "mentions", "documents"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        name = Text(printable(row.name), style="bold")
        office = Text(printable("; ".join(row.roles)))
        state, code = Text(row.country or ""), Text(row.code or "")
        numbers = [f"{number:,}" for number in (row.statements, row.mentions, len(row.documents))]
        if wide:
            table.add_row(name, row.kind, office, state, code, *numbers)
        else:
            codes = stacked(state) if state == code else stacked(state, code)
            table.add_row(stacked(name, office), row.kind, codes, *numbers)
    return table


def _resolved(reading: Reading, mentions: Iterable[tuple[Mention, str]], *, width: int) -> Table:
    from rich.table import Table
    from rich.text import Text

    wide, beside = width >= _ONE_LINE, _BESIDE if width >= WIDE else _BESIDE_NARROW
    grid = Table.grid(padding=(0, 2, 0, 0))
    introductions = Introductions()
    grid.add_column(justify="right" if wide else "left", no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for _ in range(3 if wide else 1):
        grid.add_column(overflow="fold")
    for mention, why in mentions:
        offsets, kind = Text("{}-{}".format(*mention.span)), Text(mention.type)
        words = in_context(reading.text, (mention.span,), beside)
        whom = Text(printable(introductions.name(reading.entities[mention.entity])), style="bold")
        reason = Text(printable(why))
        if wide:
            grid.add_row(offsets, words, kind, whom, reason)
        else:
            grid.add_row(stacked(offsets, kind), words, stacked(whom, reason))
    return grid
