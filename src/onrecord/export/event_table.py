"""Events and time expressions for a terminal: who did what to whom, when, in which words, as whom has it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.export.cells import in_context, stacked
from onrecord.export.printable import printable
from onrecord.export.wording import STANDING, certainty, claimant, when
from onrecord.records import Actor, DateRange, Event, Reading

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

_STYLES = {1: "green", 2: "bold green", 3: "red", 4: "bold red"}
_BESIDE, _BESIDE_NARROW = 40, 18  # characters of context on either side of a trigger
_PUBLISHED = "published"
"""Stands with a date that no words give: that of publication."""


def event_table(reading: Reading, events: Iterable[tuple[int, Event]], *, wide: bool) -> Table:
    """A row an event: when, actor, type, recipient, the trigger in its context, who tells of it, certainty.

    Args:
        reading: the events' own.
        events: with the numbers that people see: the index into ``reading.events`` plus one.
        wide: every fact in a column of its own; else several share one.
    """
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, expand=True, leading=1, padding=(0, 1), header_style="bold")
    table.pad_edge, table.collapse_padding = False, True
    table.add_column("", justify="right", no_wrap=True, style="dim")
    table.add_column("when" if wide else "when\nwhat", min_width=10, overflow="fold")
    if wide:
        table.add_column("actor", ratio=3, overflow="fold")
        table.add_column("what", no_wrap=True)
        table.add_column("recipient", ratio=3, min_width=9, overflow="fold")
    else:
        table.add_column("actor\nrecipient", ratio=4, overflow="fold")
    table.add_column("words", ratio=7 if wide else 6, overflow="fold")
    table.add_column("told by" if wide else "told by\ncertainty", ratio=3, overflow="fold")
    if wide:
        table.add_column("certainty", justify="right", no_wrap=True)
    for number, event in events:
        date, what = date_cell(event.date), _what(event)
        actor, recipient = _side(event.actor), _side(event.recipient)
        words = in_context(reading.text, event.trigger, _BESIDE if wide else _BESIDE_NARROW)
        told, sure = _told(reading, event), _plain(certainty(event.certainty))
        if wide:
            table.add_row(str(number), date, actor, what, recipient, words, told, sure)
        else:
            sides = stacked(actor, _towards(recipient))
            table.add_row(str(number), stacked(date, what), sides, words, stacked(told, sure))
    return table


def date_cell(date: DateRange | None) -> Text:
    """A date as short as it can be, and whether it is just the day of publication."""
    from rich.text import Text

    if date is None:
        return Text()
    days = (when(date) or "").replace(" to ", "\nto ")
    return stacked(Text(days), Text(_PUBLISHED if date.basis == "published" else "", style="dim"))


def time_line(reading: Reading) -> Text | None:
    """The time expressions in one paragraph, each once: its words and the days it means; None where there are none."""
    from rich.text import Text

    known: dict[tuple[str, str], None] = {}
    for date in sorted(reading.dates, key=lambda date: date.span):
        words = printable(reading.text[slice(*date.span)])
        known.setdefault((words, when(date) or f"{date.value}, not resolved"))
    if not known:
        return None
    listed = [Text.assemble((f"“{words}” ", "italic"), meant) for words, meant in known]
    return Text.assemble(("dates  ", "bold"), Text(" · ").join(listed))


def _plain(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(printable(words), style=style)


def _side(actors: tuple[Actor, ...]) -> Text:
    """Names with code and sector, a line each."""
    from rich.text import Text

    lines = []
    for actor in actors:
        codes = "/".join(filter(None, (actor.code if actor.code != actor.name else "", actor.sector)))
        lines.append(Text.assemble((printable(actor.name), "bold"), f" ({printable(codes)})" if codes else ""))
    return stacked(*lines)


def _towards(recipient: Text) -> Text:
    from rich.text import Text

    return Text.assemble("→ ", recipient) if recipient.plain else recipient


def _what(event: Event) -> Text:
    facts = [event.mode or "", STANDING[event.status], f"in {event.place}" if event.place else ""]
    return stacked(_plain(event.type, _STYLES.get(event.quad, "bold")), *map(_plain, facts))


def _told(reading: Reading, event: Event) -> Text:
    """The speakers of its statement with the statement's number; nothing where the text itself tells it."""
    return _plain("" if event.statement is None else claimant(reading, event))
