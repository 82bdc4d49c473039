"""The command ``onrecord mark``: one document with its record on one page, written whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from onrecord.cli.batch import Batch, sources
from onrecord.cli.options import all_events, reading_options, shown_from
from onrecord.cli.streams import reason
from onrecord.errors import UsageError, WorkError


@click.command()
@click.argument("source", metavar="FILE|URL|-")
@click.option("-o", "--output", required=True, metavar="PAGE", help="The HTML file to write; - for standard output.")
@all_events
@reading_options("statements and events")
def mark(
    source: str, output: str, published: str | None, min_certainty: float | None, everything: bool, force: bool
) -> int:
    """Write one page that shows an article with its statements and events marked; it needs no network."""
    from onrecord.export.page import marked_page

    batch = Batch(sources([source], [], published), force=force, everything=everything)
    readings = batch.readings()
    reading = next(readings, None)
    if reading is None:
        return batch.close()
    if next(readings, None) is not None:
        raise UsageError("holds several documents", where=source, remedy="a page shows one; give it a file of its own")
    page = marked_page(reading.at_least(min_certainty or 0.0, shown_from(min_certainty, everything=everything)))
    if output == "-":
        sys.stdout.write(page)
    else:
        replace(Path(output), page)
    return batch.close()


def replace(path: Path, text: str) -> None:
    """Write a file whole or not at all; a device or a pipe is written to as it is.

    Raises:
        WorkError: the place cannot be written to.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8")
        else:
            _replace_file(path.resolve(), text)
    except OSError as error:
        raise WorkError(f"cannot be written ({reason(error)})", where=str(path), remedy="name another place") from None


def _replace_file(path: Path, text: str) -> None:
    import tempfile

    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as out:
        half = Path(out.name)
        try:
            out.write(text)
            out.flush()
            # what the user's own umask would have given, not the private mode of a temporary file
            half.chmod(0o666 & ~_umask())
            half.replace(path)
        except OSError:
            half.unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
