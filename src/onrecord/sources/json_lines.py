"""Lines of JSON to documents: ``{"id", "text", "published"?, "title"?, "url"?, "outlet"?, "author"?}``.

The text is the caller's, to whom the offsets speak: not a character of it is changed, line ends included.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from onrecord.errors import OnrecordError, SourceError
from onrecord.published import REMEDY, iso_date
from onrecord.records import Document
from onrecord.sources.decode import fault_in, require_letters
from onrecord.sources.limits import DEFAULT, Limits, size

_FIELDS = ("title", "url", "outlet", "author")
_SHAPE = 'a line is {"id": ..., "text": ...}'


def jsonl(
    lines: Iterable[bytes | str], *, name: str = "-", limits: Limits = DEFAULT
) -> Iterator[Document | OnrecordError]:
    """The documents of JSON lines, in their order; in the place of a line that cannot be read, the error.

    Blank lines are passed over. A line without ``id`` is named ``NAME:NUMBER``; fields not known are passed over.

    Args:
        lines: the lines, from a file opened as bytes or as text.
        name: names the lines in messages: a path, or ``-``.
        limits: ``file_bytes`` bounds each line.

    Yields:
        A :class:`Document`, or a :class:`SourceError` that names the line, counted from one.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _document(line, name, number, limits)
            except SourceError as error:
                yield error


def bounded_lines(stream: BinaryIO, limits: Limits = DEFAULT) -> Iterator[bytes]:
    """The lines of a stream; of a line over the limit, only as much as shows that it is, so memory stays bounded."""
    while line := stream.readline(limits.file_bytes + 1):
        yield line
        while len(line) > limits.file_bytes and not line.endswith(b"\n"):
            line = stream.readline(limits.file_bytes + 1)


def _document(line: bytes | str, name: str, number: int, limits: Limits) -> Document:
    where = f"{name} line {number}"
    if len(line) >= limits.file_bytes:
        what = f"is {size(limits.file_bytes)} or longer"
        raise SourceError(what, where=where, remedy="split the document; a line must be shorter")
    record = _parsed(line, where)
    text = record.get("text")
    if not isinstance(text, str):
        what = 'has no "text"' if text is None else 'has a "text" that is not a string'
        raise SourceError(what, where=where, remedy=_SHAPE)
    given = {field: _string(record, field, where) for field in _FIELDS}
    published = _string(record, "published", where)
    id = record.get("id")
    if isinstance(id, bool) or not isinstance(id, str | int | None):
        raise SourceError('has an "id" that is neither a string nor a whole number', where=where, remedy=_SHAPE)
    id = f"{name}:{number}" if id is None or id == "" else str(id)
    for field, value in {**given, "text": text, "id": id}.items():
        if value and (fault := fault_in(value)):
            raise SourceError(f'has {fault} of its "{field}"', where=where, remedy="remove it; no text has one")
    require_letters(text, where)
    try:
        day = iso_date(published) if published else None
    except ValueError:
        raise SourceError(
            f'has a "published" that is no date ({published!r:.40})', where=where, remedy=REMEDY
        ) from None
    return Document(
        id=id,
        text=text,
        origin=name,
        title=given["title"],
        published=day,
        url=given["url"],
        outlet=given["outlet"],
        author=given["author"],
        media_type="application/jsonl",
    )


def _parsed(line: bytes | str, where: str) -> dict[str, Any]:
    """The JSON object that a line is."""
    try:
        text = line.decode("utf-8") if isinstance(line, bytes) else line
    except UnicodeDecodeError as broken:
        what = f"is not UTF-8 (byte {broken.start})"
        raise SourceError(what, where=where, remedy="save the file in UTF-8, as JSON has to be") from None
    try:
        record = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as broken:
        what = f"is not JSON ({broken.msg}, at character {broken.pos})"
        raise SourceError(what, where=where, remedy=f"one object a line; {_SHAPE}") from None
    except (ValueError, RecursionError):
        # a number of thousands of digits; brackets thousands deep
        raise SourceError("is JSON of a size that is not read", where=where, remedy=_SHAPE) from None
    if not isinstance(record, dict):
        raise SourceError("is JSON but not an object", where=where, remedy=_SHAPE)
    return record


def _string(record: dict[str, Any], field: str, where: str) -> str | None:
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise SourceError(f'has a "{field}" that is not a string', where=where, remedy="write it in quotation marks")
    return value
