"""The events of some documents alone: a table for each document, JSON lines or CSV rows, in the order they are read."""

from __future__ import annotations

import csv
import dataclasses
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from onrecord.export.jsonl import one_line
from onrecord.export.selection import Selection
from onrecord.export.wording import NO_EVENTS, who, words_at
from onrecord.records import Actor, Event, Reading

COLUMNS = (
    "document_id",
    "title",
    "outlet",
    "published",
    "url",
    "event_index",  # from 0, as in the contract's list
    "type",
    "quad",
    "mode",
    "contexts",
    "actor_codes",
    "actor_names",
    "actor_sectors",
    "recipient_codes",
    "recipient_names",
    "recipient_sectors",
    "date_start",
    "date_end",
    "date_grain",
    "date_basis",
    "place",
    "status",
    "trigger_text",
    "statement_index",
    "claimed_by",
    "certainty",
    "trigger_offsets",
    "actor_offsets",
    "recipient_offsets",
    "sha256",
    "model",
    "contract_version",
)

Explained = tuple[Reading, Sequence[str]]  # a reading, with a reason for each of its mentions or with none


def write_events(
    explained: Iterable[Explained],
    out: TextIO,
    form: str,
    *,
    selection: Selection | None = None,
    explain: bool = False,
    width: int | None = None,
) -> int:
    """Write the events of some documents, each document's as soon as it is read.

    Args:
        explained: readings, taken one at a time, with what explains their mentions.
        out: where to; for CSV opened with ``newline=""``.
        form: ``table``; ``json`` for an object a line, an event of the contract with its document, its place in the
            document's list, its trigger's words and whoever claims it; ``csv`` for rows (RFC 4180) with the columns
            :data:`COLUMNS`, several values in a cell joined by ``; ``, one for each actor.
        selection: which events; all of them if None.
        explain: with the table: why each event is in it.
        width: of the table in columns; the terminal's own if None.

    Returns:
        How many events were left out because they have no date where the selection asks for a time.
    """
    chosen = _Chosen(explained, selection or Selection())
    if form == "json":
        for reading, _, events in chosen:
            lines = (json.dumps(_plain(reading, index, event), ensure_ascii=False) for index, event in events)
            out.writelines(one_line(line) + "\n" for line in lines)
            out.flush()
    elif form == "csv":
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
        writer.writeheader()
        for reading, _, events in chosen:
            writer.writerows(row(reading, index, event) for index, event in events)
            out.flush()
    else:
        _tables(chosen, out, explain=explain, width=width)
    return chosen.undated


def row(reading: Reading, index: int, event: Event) -> dict[str, object]:
    """One event, the reading's own, with the keys of :data:`COLUMNS`; what is not known is None."""
    date, statement = event.date, event.statement
    return {
        "document_id": reading.id,
        "title": reading.title,
        "outlet": reading.outlet,
        "published": reading.published,
        "url": reading.url,
        "event_index": index,
        "type": event.type,
        "quad": event.quad,
        "mode": event.mode,
        "contexts": "; ".join(event.context),
        **_side("actor", event.actor),
        **_side("recipient", event.recipient),
        "date_start": date.start if date else None,
        "date_end": date.end if date else None,
        "date_grain": date.grain if date else None,
        "date_basis": date.basis if date else None,
        "place": event.place,
        "status": event.status,
        "trigger_text": words_at(reading.text, event.trigger),
        "statement_index": statement,
        "claimed_by": _claimed_by(reading, event),
        "certainty": event.certainty,
        "trigger_offsets": ";".join(f"{start}-{end}" for start, end in event.trigger),
        "sha256": reading.sha256,
        "model": reading.model,
        "contract_version": reading.version,
    }


class _Chosen:
    """The readings that have events which are asked for, with those; counts the ones left out for want of a date."""

    def __init__(self, explained: Iterable[Explained], selection: Selection) -> None:
        self._explained, self._selection = explained, selection
        self.undated = 0

    def __iter__(self) -> Iterator[tuple[Reading, Sequence[str], list[tuple[int, Event]]]]:
        for reading, reasons in self._explained:
            taken = [(index, event) for index, event in enumerate(reading.events) if self._selection.takes(event)]
            events = [(index, event) for index, event in taken if self._selection.on_time(event)]
            self.undated += sum(event.date is None for _, event in taken) - sum(e.date is None for _, e in events)
            if events:
                yield reading, reasons, events


def _tables(chosen: _Chosen, out: TextIO, *, explain: bool, width: int | None) -> None:
    from rich.console import Console

    from onrecord.export.event_table import event_table
    from onrecord.export.explain import explain_events
    from onrecord.export.table import WIDE, document_header, print_events_explained

    console = Console(file=out, width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)
    written = False
    for reading, reasons, events in chosen:
        if written:
            console.print()
        written = True
        numbered = [(index + 1, event) for index, event in events]
        document_header(console, reading)
        console.print(event_table(reading, numbered, wide=console.width >= WIDE))
        if explain:
            explained = explain_events(reading, reasons, [number for number, _ in numbered])
            print_events_explained(console, reading, explained)
    if not written:
        console.print(NO_EVENTS)


def _plain(reading: Reading, index: int, event: Event) -> dict[str, Any]:
    return {
        "document": reading.id,
        "title": reading.title,
        "published": reading.published,
        "url": reading.url,
        "index": index,
        **dataclasses.asdict(event),
        "words": words_at(reading.text, event.trigger),
        "claimed_by": _claimed_by(reading, event),
    }


def _claimed_by(reading: Reading, event: Event) -> str | None:
    """Who makes or reports the event by speaking; None where the text itself tells it."""
    return None if event.statement is None else who(reading, reading.statements[event.statement])


def _side(name: str, actors: Sequence[Actor]) -> dict[str, str]:
    spans = (f"{actor.span[0]}-{actor.span[1]}" if actor.span else "" for actor in actors)
    return {
        f"{name}_codes": "; ".join(actor.code for actor in actors),
        f"{name}_names": "; ".join(actor.name for actor in actors),
        f"{name}_sectors": "; ".join(actor.sector or "" for actor in actors),
        f"{name}_offsets": ";".join(spans),
    }
