"""Why a statement is in the table: where its parts stand, and the sentence around them with the parts marked."""

from __future__ import annotations

import re

from onrecord.export.highlight import Mark, segments
from onrecord.export.wording import certainty, days
from onrecord.records import Reading, Span, Spans, Statement

Piece = tuple[str, str]  # words and what they are: source, cue, content, several joined by +, or "" for the rest

_BASIS = {"text": "text", "published": "day it was published"}
_REACH = 1000  # characters
_SHOWN_BESIDE = 120  # characters

# where a sentence may end: a mark, closing quotation marks or brackets, white space, then no small letter;
# not after an initial or a short title. For showing only, so it rather takes a sentence too many than cuts one.
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Sgt|Amb))(?<!\bProf)"
    r"[.!?…][\"'”’»)\]]*\s+(?=[^\sa-z])|[。！？][」』”]*|[\r\n]+\s*"
)


def explanation(reading: Reading, statement: Statement) -> list[tuple[str, list[Piece]]]:
    """The lines that explain a statement: a label and pieces of text each.

    Offsets are code points into the document's text, half-open, ``start-end``.
    """
    parts = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    lines = [(label, [(_offsets(spans), "")]) for label, spans in parts.items()]
    lines.append(("sentence", _marked_sentence(reading.text, parts)))
    if statement.date:
        date = statement.date
        lines.append(("date", [(f"{days(date)} ({date.grain}, from the {_BASIS[date.basis]})", "")]))
    lines.append(("certainty", [(certainty(statement.certainty), "")]))
    return lines


def sentence_around(text: str, start: int, end: int) -> Span:
    """The span of the sentence or sentences that hold ``text[start:end]``, without the white space after them.

    Looks no further than :data:`_REACH` characters on either side.
    """
    reach = max(0, start - _REACH), min(len(text), end + _REACH)
    breaks = [match.end() for match in _SENTENCE_END.finditer(text, *reach)]
    first = max((at for at in breaks if at <= start), default=reach[0])
    last = min((at for at in breaks if at >= end), default=reach[1])
    return first, max(end, first + len(text[first:last].rstrip()))


def _offsets(spans: Spans) -> str:
    return ", ".join(f"{start}-{end}" for start, end in spans) or "none"


def _marked_sentence(text: str, parts: dict[str, Spans]) -> list[Piece]:
    """The sentence in pieces; each piece that belongs to the statement with what it is."""
    marks = [Mark(start, end, role, 0) for role, spans in parts.items() for start, end in spans]
    if not marks:
        return []
    first, last = sentence_around(text, min(m.start for m in marks), max(m.end for m in marks))
    pieces = segments(len(text), marks, (first, last))
    return [
        _piece(text[piece.start : piece.end], tuple(dict.fromkeys(mark.role for mark in piece.marks)))
        for piece in pieces
        if first <= piece.start < piece.end <= last
    ]


def _piece(words: str, roles: tuple[str, ...]) -> Piece:
    return (words, "+".join(roles)) if roles else (_shortened(words), "")


def _shortened(words: str) -> str:
    """What stands between the parts, its middle left out where it is long, as in a transcript's turns."""
    if len(words) <= 2 * _SHOWN_BESIDE + 40:
        return words
    return f"{words[:_SHOWN_BESIDE]} […{len(words) - 2 * _SHOWN_BESIDE:,} characters…] {words[-_SHOWN_BESIDE:]}"
