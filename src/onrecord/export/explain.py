"""Why a statement or an event is in the table: where its parts stand, and the sentence around them, parts marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.export.highlight import Mark, segments
from onrecord.export.wording import certainty, claimant, days, when
from onrecord.plover import QUADS, TYPES
from onrecord.records import Actor, DateRange, Event, Reading, Span, Spans, Statement

Piece = tuple[str, str]  # words and what they are: source, cue, content, several joined by +, or "" for the rest
Lines = list[tuple[str, list[Piece]]]  # a label and pieces of text each

_BASIS = {"text": "text", "published": "day it was published"}
_STATUS = {
    "actual": "told as having happened or happening",
    "planned": "announced or agreed, not yet done",
    "unreal": "denied, negated or only supposed",
}
_REACH = 1000  # characters
_SHOWN_BESIDE = 120  # characters

# where a sentence may end: a mark, closing quotation marks or brackets, white space, then no small letter;
# not after an initial or a short title. For showing only, so it rather takes a sentence too many than cuts one.
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Sgt|Amb))(?<!\bProf)"
    r"[.!?…][\"'”’»)\]]*\s+(?=[^\sa-z])|[。！？][」』”]*|[\r\n]+\s*"
)


def explanation(reading: Reading, statement: Statement) -> Lines:
    """The lines that explain a statement: a label and pieces of text each.

    Offsets are code points into the document's text, half-open, ``start-end``.
    """
    parts = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    lines: Lines = [(label, [(_offsets(spans), "")]) for label, spans in parts.items()]
    lines.append(("sentence", _marked_sentence(reading.text, parts)))
    if statement.date:
        lines.append(_date_line(statement.date))
    lines.append(("certainty", [(certainty(statement.certainty), "")]))
    return lines


def explain_events(
    reading: Reading, reasons: Sequence[str] = (), numbers: Sequence[int] | None = None
) -> list[tuple[int, Lines]]:
    """The lines that explain events: each one's number, the index into ``reading.events`` plus one, and its lines.

    Args:
        reading: the events' own.
        reasons: one for each of its mentions, why it names whom it names; none where they are not known.
        numbers: of the events to explain; all of them if None.
    """
    why = dict(zip((mention.span for mention in reading.mentions), reasons, strict=False))
    chosen = range(1, len(reading.events) + 1) if numbers is None else numbers
    return [(number, _event_lines(reading, reading.events[number - 1], why)) for number in chosen]


def explain_dates(reading: Reading) -> Lines:
    """A line for each time expression, in the text's order: its offsets, its words, its TIMEX3 value, its days."""
    return [
        (
            "{}-{}".format(*date.span),
            [
                (reading.text[slice(*date.span)], "date"),
                (f" {date.value} ({date.grain}): {when(date) or 'not resolved'}", ""),
            ],
        )
        for date in sorted(reading.dates, key=lambda date: date.span)
    ]


def _event_lines(reading: Reading, event: Event, why: Mapping[Span, str]) -> Lines:
    parts = {
        "actor": tuple(actor.span for actor in event.actor if actor.span),
        "trigger": event.trigger,
        "recipient": tuple(actor.span for actor in event.recipient if actor.span),
    }
    kind = TYPES.get(event.type)
    meaning = f": {kind.definition}" if kind else ""
    lines: Lines = [
        ("type", [(f"{event.type}, {QUADS.get(event.quad, 'of no quad class')}{meaning}", "")]),
        ("mode", _mode(event)),
        ("context", [(", ".join(event.context), "")]),
        ("trigger", [(_offsets(event.trigger), "")]),
        ("sentence", _marked_sentence(reading.text, parts)),
        *(("actor", _actor(reading, actor, why)) for actor in event.actor),
        *(("recipient", _actor(reading, actor, why)) for actor in event.recipient),
        *([_date_line(event.date)] if event.date else []),
        ("place", [(event.place or "", "")]),
        ("status", [(_STATUS[event.status], "")]),
        ("told by", [(claimant(reading, event), "")]),
        ("certainty", [(certainty(event.certainty), "")]),
    ]
    return [(label, pieces) for label, pieces in lines if any(words for words, _ in pieces)]


def _mode(event: Event) -> list[Piece]:
    modes = TYPES[event.type].modes if event.type in TYPES else ()
    meaning = next((f": {mode.definition}" for mode in modes if mode.name == event.mode), "")
    return [(f"{event.mode}{meaning}", "")] if event.mode else []


def _actor(reading: Reading, actor: Actor, why: Mapping[Span, str]) -> list[Piece]:
    """Who it is, the words that it rests on, and why those are theirs."""
    who = f"{actor.name} ({' '.join(filter(None, (actor.code, actor.sector)))})"
    if actor.span is None:
        return [(who, "")]
    start, end = actor.span
    reason = why.get(actor.span) or next((told for span, told in why.items() if start <= span[0] < span[1] <= end), "")
    pieces = [(f"{who}, {start}-{end} ", ""), (reading.text[start:end], "mention")]
    return pieces + ([(f": {reason}", "")] if reason else [])


def _date_line(date: DateRange) -> tuple[str, list[Piece]]:
    return "date", [(f"{days(date)} ({date.grain}, from the {_BASIS[date.basis]})", "")]


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
