"""The command ``onrecord who``: the people and actors of documents."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from onrecord.cli.batch import Batch, sources
from onrecord.cli.options import batch_options, chosen_form, reading_options


@click.command()
@batch_options
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(["person", "organisation", "state", "group", "place", "document"]),
    help="Only these; may be given several times. Default: all but places and documents that say nothing.",
)
@click.option("--explain", is_flag=True, help="Show how each mention was resolved (with the table).")
@reading_options()
def who(
    inputs: Sequence[str],
    form: str | None,
    lines: Sequence[str],
    kinds: Sequence[str],
    published: str | None,
    min_certainty: float | None,
    explain: bool,
    force: bool,
) -> int:
    """List the people and actors of articles: what they are, for which state, who says how much.

    Takes what read takes. Those of one name, kind and state are one over all documents.
    """
    from onrecord.export.who import explaining, write_who

    form = chosen_form(form, explain=explain)
    batch = Batch(sources(inputs, lines, published), force=force)
    least = min_certainty or 0.0
    if explain:
        explained = ((reading.at_least(least), reasons) for reading, reasons in batch.explained())
        readings = explaining(explained, sys.stdout, kinds=kinds)
    else:
        readings = (reading.at_least(least) for reading in batch.readings())
    write_who(readings, sys.stdout, form, kinds=kinds)
    return batch.close()
