"""Statements as flat rows of comma-separated values (RFC 4180), one row a statement, with fixed columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from onrecord.export.wording import words_at
from onrecord.records import Reading, Spans

COLUMNS = (
    "document_id",
    "title",
    "outlet",
    "published",
    "url",
    "statement_index",  # from 0, as in the contract's list
    "speakers",
    "speaker_kinds",
    "source_text",
    "cue_text",
    "quote",
    "directness",
    "certainty",
    "date_start",
    "date_end",
    "source_offsets",
    "cue_offsets",
    "content_offsets",
    "sha256",
    "model",
    "contract_version",
    "speaker_roles",
    "speaker_countries",
    "date_grain",
    "date_basis",
)


def rows(reading: Reading) -> Iterator[dict[str, object]]:
    """One dict a statement, in the reading's order, with the keys of :data:`COLUMNS`; what is not known is None.

    Offsets are written ``start-end;start-end``, in code points, half-open; several speakers are joined by ``; ``, and
    their kinds, roles and countries likewise, with nothing between the marks where one is not known. A document without
    statements has no row: the JSON lines keep it.
    """
    for index, statement in enumerate(reading.statements):
        yield {
            "document_id": reading.id,
            "title": reading.title,
            "outlet": reading.outlet,
            "published": reading.published,
            "url": reading.url,
            "statement_index": index,
            "speakers": "; ".join(speaker.name for speaker in statement.speakers),
            "speaker_kinds": "; ".join(speaker.kind for speaker in statement.speakers),
            "source_text": words_at(reading.text, statement.source),
            "cue_text": words_at(reading.text, statement.cue),
            "quote": statement.quote,
            "directness": statement.directness,
            "certainty": statement.certainty,
            "date_start": statement.date.start if statement.date else None,
            "date_end": statement.date.end if statement.date else None,
            "source_offsets": _offsets(statement.source),
            "cue_offsets": _offsets(statement.cue),
            "content_offsets": _offsets(statement.content),
            "sha256": reading.sha256,
            "model": reading.model,
            "contract_version": reading.version,
            "speaker_roles": _joined(speaker.role for speaker in statement.speakers),
            "speaker_countries": _joined(speaker.country for speaker in statement.speakers),
            "date_grain": statement.date.grain if statement.date else None,
            "date_basis": statement.date.basis if statement.date else None,
        }


def write_csv(readings: Iterable[Reading], out: TextIO) -> None:
    """Write the header once, then every reading's rows, each reading's as soon as it is there.

    Cells hold the text to the letter, line breaks included. A cell that begins with ``=``, ``+``, ``-`` or ``@`` is
    therefore left as it is, although a spreadsheet may run it as a formula: a quotation with something put before it
    would no longer be the quotation, and its offsets would point beside it. Import such files with every column set
    to text, or read them with a program that runs nothing.

    Args:
        readings: taken one at a time.
        out: where to; opened with ``newline=""``, since the rows bring their own CRLF, and UTF-8 as encoding.
    """
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for reading in readings:
        writer.writerows(rows(reading))
        out.flush()


def _joined(facts: Iterable[str | None]) -> str | None:
    """One fact of each speaker, in the speakers' order; None where it is known of none."""
    known = [fact or "" for fact in facts]
    return "; ".join(known) if any(known) else None


def _offsets(spans: Spans) -> str:
    return ";".join(f"{start}-{end}" for start, end in spans)
