"""The command ``onrecord read``: documents to records of who said what and who did what to whom."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from onrecord.cli.batch import Batch, sources
from onrecord.cli.options import all_events, batch_options, chosen_form, reading_options, shown_from


@click.command()
@batch_options
@all_events
@click.option("--explain", is_flag=True, help="Show what each statement and event rests on (with the table).")
@reading_options("statements and events")
def read(
    inputs: Sequence[str],
    form: str | None,
    lines: Sequence[str],
    published: str | None,
    min_certainty: float | None,
    everything: bool,
    explain: bool,
    force: bool,
) -> int:
    """Read articles: plain text, HTML pages, JSON lines, from files, URLs or standard input (-).

    Prints each document's statements (who, how, in which words, how surely), its events (who did what to whom, when)
    and its dates; CSV has the statements alone. The table leaves out the less certain events, and counts them.
    """
    form = chosen_form(form, explain=explain)
    batch = Batch(sources(inputs, lines, published), force=force, everything=everything)
    least, sure = min_certainty or 0.0, shown_from(min_certainty, everything=everything)
    readings = (reading.at_least(least) for reading in batch.readings())
    if explain:
        from onrecord.export.table import write_explained

        write_explained(
            ((r.at_least(least), reasons) for r, reasons in batch.explained()), sys.stdout, events_from=sure
        )
    elif form == "table":
        from onrecord.export.table import write_table

        write_table(readings, sys.stdout, events_from=sure)
    elif form == "csv":
        from onrecord.export.rows import write_csv

        write_csv(readings, sys.stdout)
    else:
        from onrecord.export.jsonl import write_jsonl

        write_jsonl(readings, sys.stdout)
    return batch.close()
