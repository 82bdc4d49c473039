"""Where a content begins and ends, to the mark: its own quotation marks with it, the sentence's commas without."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.reading.quotation import Quotation
from onrecord.records import Span, Spans

# what follows these words, up to a colon, is what somebody speaks to
_ANSWERED = re.compile(
    r"\b(?:in (?:response|reply|answer|reaction) to|(?:respond|reply|answer|react)ing to|comment(?:ing|ed) on|asked)\b"
)
_COLON = re.compile(r":\s*\Z")
_BEFORE = frozenset(" \t\n\r\xa0,.;:!?…-–—―)]}")
_DANGLING = re.compile(r"(?<=[\s,;”\"’])(?:and|but|or|nor|as|which|while)\Z", re.IGNORECASE)
_AFTER = frozenset(" \t\n\r\xa0,;:-–—―([{")


def trimmed(text: str, content: Spans, marks: Sequence[Quotation]) -> Spans:
    """The content's spans without the punctuation that belongs to the sentence around them.

    A quotation that lies in the content but for its mark takes the mark along; a piece without a letter or digit goes.

    Args:
        text: the document's text.
        content: spans in order.
        marks: the text's quotations, in order.
    """
    return tuple(span for piece in content if (span := _trimmed(text, *piece, marks)) is not None)


def unframed(text: str, cue: Spans, content: Spans, marks: Sequence[Quotation]) -> Spans:
    """The content without what it answers: in "said in response to a question about Y: “X”" only X is said.

    Args:
        text: the document's text.
        cue: spans of the cue.
        content: spans of the content, trimmed.
        marks: the text's quotations, in order.
    """
    if not cue or not content or cue[0][0] > content[0][0]:
        return content
    start, end = content[0]
    i = bisect_right(marks, start, key=lambda q: q.start)
    if i == len(marks) or marks[i].start >= end or text[marks[i].start] == text[start]:
        return content
    opening = marks[i].start
    if _COLON.search(text, start, opening) and _ANSWERED.search(text, cue[0][0], opening):
        return ((opening, end), *content[1:])
    return content


def stripped(text: str, spans: Spans) -> Spans:
    """The spans of a source or a cue without punctuation at their ends; those that are nothing else stay."""
    return tuple(bare if (bare := _bare(text, *span)) is not None else span for span in spans)


def _trimmed(text: str, start: int, end: int, marks: Sequence[Quotation]) -> Span | None:
    # a mark that opens what comes next, or closes what came before, belongs there
    last, first = _around(end - 1, marks), _around(start, marks)
    end -= last is not None and last.start == end - 1
    start += first is not None and first.closed and first.end == start + 1
    bare = _bare(text, start, end)
    if bare is None:
        return None
    start, end = bare
    # the "and" or "which" that leads on to something else is not said
    while (dangling := _DANGLING.search(text, start, end)) and (rest := _bare(text, start, dangling.start())):
        start, end = rest
    opening = _around(start, marks)
    if opening is not None and start == opening.start + 1:
        start = opening.start
    closing = _around(end - 1, marks)
    if closing is not None and closing.closed and end == closing.end - 1 and start <= closing.start:
        end = closing.end
    return start, end


def _bare(text: str, start: int, end: int) -> Span | None:
    """A span without the sentence's punctuation around it; None without a letter or digit."""
    while start < end and text[start] in _BEFORE:
        start += 1
    while end > start and text[end - 1] in _AFTER:
        end -= 1
    return (start, end) if any(char.isalnum() for char in text[start:end]) else None


def _around(at: int, marks: Sequence[Quotation]) -> Quotation | None:
    """The quotation that an offset stands in."""
    i = bisect_right(marks, at, key=lambda q: q.start) - 1
    return marks[i] if i >= 0 and at < marks[i].end else None
