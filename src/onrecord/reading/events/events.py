"""Events: reports of acts with what the document tells about them: when, where, whose claim, how sure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from onrecord.plover import TYPES
from onrecord.reading.attribution import Attribution
from onrecord.reading.cast import Someone
from onrecord.reading.dates import Dating
from onrecord.reading.events.certainty import certainty
from onrecord.reading.events.modes import contexts, mode
from onrecord.reading.events.participants import Participants
from onrecord.reading.events.recalled import dated, joined, parties, told_once
from onrecord.reading.events.reports import report
from onrecord.reading.events.triggers import Triggers, likeliest
from onrecord.reading.places import Places
from onrecord.records import Event, Span, Spans, Status

_WHERE = re.compile(r"\b(?:in|at|near|outside|on|inside|around|over)(?: the)?(?: [a-z]+)?(?: of)? $", re.IGNORECASE)


def happened(
    triggers: Triggers,
    people: Participants,
    attributions: Sequence[Attribution],
    voices: Sequence[Sequence[Someone]],
    body: Spans,
    dating: Dating,
    weights: Mapping[str, float],
) -> tuple[Event, ...]:
    """All that the body tells as somebody's act, sure or not.

    Args:
        triggers: the document's.
        people: those who may act.
        attributions: in the order of the reading's statements.
        voices: who makes each of them.
        body: the article's own text; a headline repeats what stands below it.
        dating: of the document.
        weights: of :mod:`onrecord.reading.events.certainty`.

    Returns:
        The events in the text's order, those of every certainty and status.
    """
    places = people.known.places
    claims = Claims(attributions, places)
    text = people.known.text
    found: dict[tuple[object, ...], Event] = {}
    for trigger in triggers.all:
        if not any(start <= trigger.start < end for start, end in body):
            continue
        made = claims.made(trigger.span)
        told = report(trigger, triggers, people, voices[made] if made is not None else ())
        if told is None:
            continue
        sentence = text[slice(*places.sentence_span(trigger.start))]
        status: Status = likeliest(trigger)  # type: ignore[assignment]
        event = Event(
            type=trigger.type,
            quad=TYPES[trigger.type].quad,
            mode=mode(trigger.type, text[slice(*trigger.span)], sentence),
            context=contexts(sentence),
            actor=told.actors,
            recipient=told.recipients,
            trigger=(trigger.span,),
            date=dating.of((trigger.span,), planned=status == "planned"),
            place=_place(people, trigger.span),
            certainty=certainty(told, weights),
            statement=made if made is not None else claims.reporting(trigger.span),
            status=status,
        )
        key = (*parties(event), places.sentence(trigger.start), status)
        if key not in found or found[key].certainty < event.certainty:
            found[key] = event
    once = told_once(sorted(found.values(), key=lambda e: e.trigger), text)
    return tuple(sorted(joined(dated(once, text)), key=lambda e: e.trigger))


def _place(people: Participants, span: Span) -> str | None:
    """The named place of a sentence, if a preposition says that it is where; the nearest to the trigger."""
    known = people.known
    here = known.places.sentence(span[0])
    best: tuple[int, str] | None = None
    i = bisect_left(known.cores, span[0], key=lambda core: core.start)
    for core in known.cores[max(0, i - 20) : i + 20]:
        if core.type not in ("place", "state") or known.places.sentence(core.start) != here:
            continue
        if _WHERE.search(known.text[max(0, core.start - 30) : core.start]):
            away = abs(core.start - span[0])
            if best is None or away < best[0]:
                best = away, " ".join(known.text[core.start : core.end].split())
    return best[1] if best else None


class Claims:
    """Which statements make an act, and which report one.

    Args:
        attributions: in the order of the reading's statements.
        places: with their contents.
    """

    def __init__(self, attributions: Sequence[Attribution], places: Places) -> None:
        self._places = places
        self._cues = sorted((span, k) for k, a in enumerate(attributions) for span in a.cue)

    def made(self, span: Span) -> int | None:
        """The statement that is itself the act: "demanded", "accused"."""
        return next((k for cue, k in self._cues if cue[0] < span[1] and span[0] < cue[1]), None)

    def reporting(self, span: Span) -> int | None:
        """The statement in whose words the act is told."""
        return self._places.content(span[0])


def sure_enough(events: Iterable[Event], threshold: float) -> tuple[Event, ...]:
    """The events that a reading shows unless asked for all.

    As certain as that, not unreal, and between two who have a code: no threshold found makes the others right as often.
    """
    return tuple(e for e in events if e.certainty >= threshold and e.status != "unreal" and _is_between_two(e))


def _is_between_two(event: Event) -> bool:
    return any(a.code for a in event.actor) and any(a.code for a in event.recipient)
