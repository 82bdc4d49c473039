"""The events and time expressions of a reading on its marked page: notes and tags in the text, and a list of events."""

from __future__ import annotations

from onrecord.export.highlight import Mark, Note, Tag, escape, segments
from onrecord.export.wording import STANDING, certainty, claimant, days, event_count, happening, side, when, words_at
from onrecord.plover import QUADS, TYPES
from onrecord.records import Event, Reading, TimeExpression


def event_notes(reading: Reading) -> list[Note]:
    """A note on each piece of a trigger: the events that it tells of, in words.

    Where triggers overlap, the pieces are cut so that each says just its own events, the widest trigger's first.
    """
    marks = [Mark(*span, "trigger", n) for n, event in enumerate(reading.events, start=1) for span in event.trigger]
    made = []
    for piece in segments(len(reading.text), marks):
        numbers = list(dict.fromkeys(mark.number for mark in piece.marks if mark.number is not None))
        if numbers:
            words = "; ".join(in_words(reading, reading.events[n - 1]) for n in numbers)
            key = " ".join(f"v{n}" for n in numbers)
            made.append(Note(piece.start, piece.end, words, key, kind="event"))
    return made


def event_tags(reading: Reading) -> list[Tag]:
    """A tag behind the trigger of each event: its type."""
    return [
        Tag(max(end for _, end in event.trigger), n, event.type, in_words(reading, event), f"quad{event.quad}")
        for n, event in enumerate(reading.events, start=1)
        if event.trigger
    ]


def date_notes(reading: Reading) -> list[Note]:
    """A note on each time expression: the days it means, and its grain."""
    return [Note(*date.span, _days_meant(date), "date", kind="when") for date in reading.dates]


def in_words(reading: Reading, event: Event) -> str:
    """An event in a line: what, who to whom, when, where, as whom has it, how surely."""
    facts = [
        happening(event),
        event.mode,
        STANDING[event.status],
        days(event.date) if event.date else None,
        event.place,
        f"told by {claimant(reading, event)}",
        f"certainty {certainty(event.certainty)}",
    ]
    return " · ".join(fact for fact in facts if fact)


def events_list(reading: Reading) -> str:
    """The events as HTML, in the reading's order, each a link to its tag in the text; nothing where there are none."""
    if not reading.events:
        return ""
    items = "\n".join(_item(reading, number, event) for number, event in enumerate(reading.events, start=1))
    return (
        f'<section class="events" id="events" aria-label="Events">\n<h2>{event_count(reading)}</h2>\n'
        f"<ol>\n{items}\n</ol>\n</section>\n"
    )


def _item(reading: Reading, number: int, event: Event) -> str:
    """Its type, who to whom, the words it rests on, and the rest."""
    kind = TYPES.get(event.type)
    meaning = f' title="{escape(f"{QUADS[event.quad]}: {kind.definition}")}"' if kind else ""
    arrow = " ↔ " if kind and kind.mutual else " → "
    sides = arrow.join(f'<b dir="auto">{escape(side(one))}</b>' for one in (event.actor, event.recipient) if one)
    words = escape(words_at(reading.text, event.trigger))
    facts = [
        escape(event.mode or ""),
        f"<b>{STANDING[event.status]}</b>" if STANDING[event.status] else "",
        escape(when(event.date) or "") if event.date else "",
        escape(event.place or ""),
        _told_by(reading, event),
        f"certainty {certainty(event.certainty)}",
    ]
    return (
        f'<li class="deed" id="v{number}">'
        f'<p><span class="type quad{event.quad}"{meaning}>{escape(event.type)}</span> {sides}</p>'
        + (f'<p><a class="trigger" href="#t{number}" dir="auto">{words}</a></p>' if event.trigger else "")
        + f'<p class="how">{"".join(f"<span>{fact}</span>" for fact in facts if fact)}</p></li>'
    )


def _told_by(reading: Reading, event: Event) -> str:
    """A link to the statement that makes or reports the event; nothing where the text itself tells it."""
    if event.statement is None:
        return ""
    return f'<a href="#s{event.statement + 1}">told by {escape(claimant(reading, event))}</a>'


def _days_meant(date: TimeExpression) -> str:
    return f"{when(date) or 'not resolved'} ({date.grain})"
