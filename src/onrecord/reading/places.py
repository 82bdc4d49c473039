"""Where in a document a mention stands: its sentence, and whose words it is among."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from onrecord.records import Span

# not behind "Mr.", an initial or another abbreviation
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Maj|Adm))[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n+"
)


class Places:
    """The sentences of a text and the contents of its statements.

    Args:
        text: the document's text.
        contents: spans that are somebody's words, a tuple a statement.
    """

    def __init__(self, text: str, contents: Iterable[tuple[Span, ...]] = ()) -> None:
        self._length = len(text)
        self._ends = [match.end() for match in _END.finditer(text)]
        spans = sorted((start, end, number) for number, parts in enumerate(contents) for start, end in parts)
        self._contents = spans
        self._starts = [start for start, _, _ in spans]

    def sentence(self, at: int) -> int:
        """The number of the sentence that an offset stands in."""
        return bisect_right(self._ends, at)

    def sentence_span(self, at: int) -> Span:
        """Where the sentence of an offset begins and ends."""
        number = self.sentence(at)
        return self.sentence_start(at), self._ends[number] if number < len(self._ends) else self._length

    def sentence_start(self, at: int) -> int:
        """Where the sentence of an offset begins."""
        number = self.sentence(at)
        return self._ends[number - 1] if number else 0

    @property
    def sentence_ends(self) -> tuple[int, ...]:
        """Where sentences end, in order."""
        return tuple(self._ends)

    def content(self, at: int) -> int | None:
        """The number of the statement whose content an offset is in; of nested ones the innermost."""
        k = bisect_right(self._starts, at) - 1
        for start, end, number in reversed(self._contents[max(0, k - 2) : k + 1]):
            if start <= at < end:
                return number
        return None

    def between(self, start: int, end: int) -> int:
        """How many sentences end from one offset to another."""
        return bisect_left(self._ends, end) - bisect_left(self._ends, start)
