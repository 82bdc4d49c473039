"""The command ``onrecord events``: who did what to whom, and when, over all documents."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from onrecord.cli.batch import Batch, sources
from onrecord.cli.options import all_events, batch_options, chosen_form, reading_options, shown_from
from onrecord.cli.streams import say


@click.command()
@batch_options
@click.option(
    "--type",
    "types",
    multiple=True,
    metavar="TYPE",
    help="Only events of this type, such as ACCUSE, or of a CAMEO root, such as 19; may be given several times.",
)
@click.option(
    "--actor",
    "actors",
    multiple=True,
    metavar="WHO",
    help="Only what this state or organisation does: RUS, Russia, OSCE; may be given several times.",
)
@click.option(
    "--recipient", "recipients", multiple=True, metavar="WHO", help="Only what is done to this one, likewise."
)
@click.option("--since", metavar="DATE", help="Only events on this day or later; a month or a year will do.")
@click.option("--until", metavar="DATE", help="Only events on this day or earlier; a month or a year will do.")
@all_events
@click.option("--explain", is_flag=True, help="Show what each event rests on (with the table).")
@reading_options("events")
def events(
    inputs: Sequence[str],
    form: str | None,
    lines: Sequence[str],
    types: Sequence[str],
    actors: Sequence[str],
    recipients: Sequence[str],
    since: str | None,
    until: str | None,
    published: str | None,
    min_certainty: float | None,
    everything: bool,
    explain: bool,
    force: bool,
) -> int:
    """List the events of articles in PLOVER's terms: who did what to whom, when, and whose word it is.

    Takes what read takes. With --since or --until, events without a date are left out, and counted.
    """
    from onrecord.export.events import write_events
    from onrecord.export.selection import selection
    from onrecord.export.wording import number_of

    form = chosen_form(form, explain=explain)
    chosen = selection(
        types=types,
        actors=actors,
        recipients=recipients,
        since=since,
        until=until,
        certainty=shown_from(min_certainty, everything=everything),
    )
    batch = Batch(sources(inputs, lines, published), force=force, everything=everything)
    explained = batch.explained() if explain else ((reading, ()) for reading in batch.readings())
    undated = write_events(explained, sys.stdout, form, selection=chosen, explain=explain)
    if undated:
        say(f"{number_of(undated, 'event')} without a date left out by --since or --until")
    return batch.close()
