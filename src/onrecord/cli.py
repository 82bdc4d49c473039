"""The command line: each command a few lines over the rooms. Results to standard output, talk to standard error."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from onrecord import __version__
from onrecord.errors import ModelError, OnrecordError, UsageError, WorkError

if TYPE_CHECKING:
    from onrecord.progress import Bar
    from onrecord.reading.reader import Reader
    from onrecord.records import Document, Reading


class _Share(click.FloatRange):
    """A number from 0 to 1; click's own range lets "nan" pass, which is in no range."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        number = super().convert(value, param, ctx)
        return number if number == number else self.fail(f"{value} is no number.", param, ctx)


def _reading_options(command: Callable[..., int]) -> Callable[..., int]:
    """The options of every command that reads."""
    for option in (
        click.option("--force", is_flag=True, help="Read a text in another language than English all the same."),
        click.option(
            "--min-certainty",
            type=_Share(0, 1),
            default=0.0,
            metavar="P",
            help="Leave out statements less certain than P.",
        ),
        click.option("--published", metavar="DATE", help="Day of publication, YYYY-MM-DD, whatever the documents say."),
    ):
        command = option(command)
    return command


def _batch_options(command: Callable[..., int]) -> Callable[..., int]:
    """Inputs and output of the commands that take any number of documents."""
    for parameter in (
        click.option(
            "--jsonl",
            "lines",
            multiple=True,
            metavar="IN",
            help="A file of documents, a JSON object a line; - for standard input.",
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice(["table", "json", "csv"]),
            help="Default: a table on a terminal, else JSON.",
        ),
        click.argument("inputs", nargs=-1, metavar="[FILE|URL|-]..."),
    ):
        command = parameter(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(__version__, prog_name="onrecord")
@click.pass_context
def app(context: click.Context) -> None:
    """Read news and keep the record: who said what, in which words."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@app.command()
@_batch_options
@click.option("--explain", is_flag=True, help="Show what each statement rests on (with the table).")
@_reading_options
def read(
    inputs: Sequence[str],
    form: str | None,
    lines: Sequence[str],
    published: str | None,
    min_certainty: float,
    explain: bool,
    force: bool,
) -> int:
    """Read articles: plain text, HTML pages, JSON lines, from files, URLs or standard input (-).

    Prints each document's statements: who, how, in which words, how surely.
    """
    form = _form(form, explain=explain)
    batch = _Batch(_sources(inputs, lines, published), force=force)
    _write((r.at_least(min_certainty) for r in batch.readings()), form, sys.stdout, explain=explain)
    return batch.close()


@app.command()
@_batch_options
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(["person", "organisation", "state", "group", "place", "document"]),
    help="Only these; may be given several times. Default: all but places and documents that say nothing.",
)
@click.option("--explain", is_flag=True, help="Show how each mention was resolved (with the table).")
@_reading_options
def who(
    inputs: Sequence[str],
    form: str | None,
    lines: Sequence[str],
    kinds: Sequence[str],
    published: str | None,
    min_certainty: float,
    explain: bool,
    force: bool,
) -> int:
    """List the people and actors of articles: what they are, for which state, who says how much.

    Takes what read takes. Those of one name, kind and state are one over all documents.
    """
    from onrecord.export.who import explaining, write_who

    form = _form(form, explain=explain)
    batch = _Batch(_sources(inputs, lines, published), force=force)
    if explain:
        explained = ((reading.at_least(min_certainty), reasons) for reading, reasons in batch.explained())
        readings = explaining(explained, sys.stdout, kinds=kinds)
    else:
        readings = (reading.at_least(min_certainty) for reading in batch.readings())
    write_who(readings, sys.stdout, form, kinds=kinds)
    return batch.close()


@app.command()
@click.argument("source", metavar="FILE|URL|-")
@click.option("-o", "--output", required=True, metavar="PAGE", help="The HTML file to write; - for standard output.")
@_reading_options
def mark(source: str, output: str, published: str | None, min_certainty: float, force: bool) -> int:
    """Write one page that shows an article with its statements marked; it needs no network."""
    from onrecord.export.page import marked_page

    batch = _Batch(_sources([source], [], published), force=force)
    readings = batch.readings()
    reading = next(readings, None)
    if reading is None:
        return batch.close()
    if next(readings, None) is not None:
        raise UsageError("holds several documents", where=source, remedy="a page shows one; give it a file of its own")
    page = marked_page(reading.at_least(min_certainty))
    if output == "-":
        sys.stdout.write(page)
    else:
        _replace(Path(output), page)
    return batch.close()


def main(arguments: Sequence[str] | None = None) -> None:
    """The program: runs a command and ends the process with its exit status (0, 1 failed work, 2 wrong use)."""
    _open_missing_streams()
    for stream in (sys.stdout, sys.stderr):
        # results are UTF-8 wherever they go; a terminal that cannot show a character gets its number
        _reconfigure(stream)
    try:
        status = app.main(arguments, prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
    except OnrecordError as error:
        _say(str(error))
        status = error.exit_status
    except click.ClickException as error:
        command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "onrecord"
        _say(f"{error.format_message()} (see {command} --help)".replace("\n", " "))
        status = 2
    except BrokenPipeError:
        # whoever read our output has seen enough
        _drop_output()
        status = 1
    except OSError as error:
        _drop_output()
        where = str(error.filename or "standard output")
        _say(str(WorkError(f"cannot be written ({_reason(error)})", where=where, remedy="name another place")))
        status = WorkError.exit_status
    except (KeyboardInterrupt, click.Abort):
        _say("stopped")
        status = 130
    sys.exit(status or 0)


_Read = TypeVar("_Read")


def _read(reader: Reader, document: Document, progress: Bar) -> Reading:
    return reader.read_document(document, progress=progress)


def _explained(reader: Reader, document: Document, progress: Bar) -> tuple[Reading, Sequence[str]]:
    return reader.explained(
        document.text,
        id=document.id,
        title=document.title,
        published=document.published,
        url=document.url,
        outlet=document.outlet,
        author=document.author,
        progress=progress,
    )


_LABEL = 30  # characters of a document's name that leave room for the bar


class _Batch:
    """Documents on their way to readings; what fails is told, counted and passed over."""

    def __init__(self, found: Iterable[Document | OnrecordError], *, force: bool) -> None:
        self._found = found
        self._force = force
        self._read = 0
        self._failed: list[OnrecordError] = []

    def readings(self) -> Iterator[Reading]:
        """The readings of what can be read, in order."""
        return self._each(_read)

    def explained(self) -> Iterator[tuple[Reading, Sequence[str]]]:
        """As :meth:`readings`, each with a reason for each of its mentions."""
        return self._each(_explained)

    def _each(self, read: Callable[[Reader, Document, Bar], _Read]) -> Iterator[_Read]:
        from onrecord.progress import bar
        from onrecord.reading.reader import Reader

        reader = Reader()
        with bar("reading") as progress:
            for found in self._found:
                try:
                    if isinstance(found, OnrecordError):
                        raise found
                    result = self._one(read, reader, found, progress)
                except ModelError:
                    raise  # the next document would fare no better
                except OnrecordError as error:
                    progress.close()
                    _say(str(error))
                    self._failed.append(error)
                    continue
                self._read += 1
                if sys.stdout.isatty():
                    progress.close()  # the result is about to be printed on the same screen
                yield result

    def _one(
        self, read: Callable[[Reader, Document, Bar], _Read], reader: Reader, document: Document, progress: Bar
    ) -> _Read:
        from onrecord.sources import require_english

        require_english(document.text, document.id, force=self._force)
        name = document.id if len(document.id) <= _LABEL else "…" + document.id[-_LABEL:]
        progress.label = f"{self._read} read, now {name}"
        return read(reader, document, progress)

    def close(self) -> int:
        """Say how it went where several were read; the exit status."""
        if self._failed and self._read + len(self._failed) > 1:
            _say(f"{self._read} read, {len(self._failed)} failed")
        if any(isinstance(error, WorkError) for error in self._failed):
            return WorkError.exit_status
        return UsageError.exit_status if self._failed else 0


def _form(form: str | None, *, explain: bool) -> str:
    """How to print, where a command was not told: a table for people, JSON for programs."""
    if explain and form in ("json", "csv"):
        raise UsageError("--explain goes with the table", remedy="leave out --format, or give --format table")
    return form or ("table" if explain or sys.stdout.isatty() else "json")


def _sources(inputs: Sequence[str], lines: Sequence[str], published: str | None) -> Iterator[Document | OnrecordError]:
    if not inputs and not lines:
        raise UsageError("nothing to read", remedy="name a file, a URL or - for standard input")
    if [*inputs, *lines].count("-") > 1:
        raise UsageError("standard input (-) is named twice", remedy="name it once")
    from onrecord.sources import documents

    return chain(documents(inputs, published=published), documents(lines, published=published, as_jsonl=True))


def _write(readings: Iterable[Reading], form: str, out: TextIO, *, explain: bool) -> None:
    if form == "table":
        from onrecord.export.table import write_table

        write_table(readings, out, explain=explain)
    elif form == "csv":
        from onrecord.export.rows import write_csv

        write_csv(readings, out)
    else:
        from onrecord.export.jsonl import write_jsonl

        write_jsonl(readings, out)


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all; a device or a pipe is written to as it is."""
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8")
        else:
            _replace_file(path.resolve(), text)
    except OSError as error:
        raise WorkError(f"cannot be written ({_reason(error)})", where=str(path), remedy="name another place") from None


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


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _open_missing_streams() -> None:
    """Where the caller closed standard input or output, nothing comes in and results go nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 (open to the end)


def _drop_output() -> None:
    """From here on nothing more is written to standard output, also not at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _reconfigure(stream: TextIO) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="backslashreplace")


def _say(line: str) -> None:
    click.echo(f"onrecord: {line}", err=True)
