"""Documents on their way to readings: what fails is told, counted and passed over."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from onrecord.cli.streams import say
from onrecord.errors import ModelError, OnrecordError, UsageError, WorkError

if TYPE_CHECKING:
    from onrecord.progress import Bar
    from onrecord.reading.reader import Reader
    from onrecord.records import Document, Reading

_Read = TypeVar("_Read")

_LABEL = 30  # characters of a document's name that leave room for the bar


def sources(inputs: Sequence[str], lines: Sequence[str], published: str | None) -> Iterator[Document | OnrecordError]:
    """The documents that a user names, in order; a failure takes its document's place.

    Raises:
        UsageError: none is named, or standard input twice.
    """
    if not inputs and not lines:
        raise UsageError("nothing to read", remedy="name a file, a URL or - for standard input")
    if [*inputs, *lines].count("-") > 1:
        raise UsageError("standard input (-) is named twice", remedy="name it once")
    from onrecord.sources import documents

    return chain(documents(inputs, published=published), documents(lines, published=published, as_jsonl=True))


class Batch:
    """Documents that are read one by one.

    Args:
        found: documents, and failures in the place of others.
        force: read texts in other languages than English, too.
        everything: keep the events, too, that are unsure or did not happen.
    """

    def __init__(self, found: Iterable[Document | OnrecordError], *, force: bool, everything: bool = False) -> None:
        self._found = found
        self._force = force
        self._everything = everything
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

        reader = Reader(everything=self._everything)
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
                    say(str(error))
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
            say(f"{self._read} read, {len(self._failed)} failed")
        if any(isinstance(error, WorkError) for error in self._failed):
            return WorkError.exit_status
        return UsageError.exit_status if self._failed else 0


def _read(reader: Reader, document: Document, progress: Bar) -> Reading:
    return reader.read_document(document, progress=progress)


def _explained(reader: Reader, document: Document, progress: Bar) -> tuple[Reading, Sequence[str]]:
    return reader.explained(document, progress=progress)
