"""What a document tells again: of an act told twice the same day, and of an act recalled by a noun, when it was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.plover import TYPES
from onrecord.reading.dates.dating import is_past
from onrecord.records import DateRange, Event, Span

_ONE_ACT = re.compile(r"(?! ?and\b)[^,;:.()“”\"]{0,30}")  # from one word of an act to another
_REACH = 60  # characters of a noun phrase before its noun
# what comes before a noun that recalls something, and what behind one: no object as behind a verb
_LED = re.compile(
    r"(?:\b(?i:the|this|that|these|those|their|its|his|her) (?:[\w.’'-]+ ){0,3}|[A-Z][\w.]* |['’]s? (?:[\w-]+ )?)$"
)
_GOES_ON = re.compile(
    r"[.,;:)]|\s(?:on|against|with|between|of|over|from|that|which|was|were|is|are|has|have|had|will|would|by|and)\b"
    r"|\s\w+ed\b"
)


def parties(event: Event) -> tuple[object, ...]:
    """What makes two reports of an act one: type and the same parties, of what both do whoever is put first."""
    both = sides(event)
    if TYPES[event.type].mutual:
        return event.type, both[0] | both[1]
    return event.type, *both


def sides(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """The codes of actors and of recipients; the names of those without."""
    return frozenset(a.code or a.name for a in event.actor), frozenset(a.code or a.name for a in event.recipient)


def told_once(events: Iterable[Event], text: str) -> list[Event]:
    """Of "signed" and "agreement" in "signed an agreement" only what is surer: a verb and its noun tell one act.

    Args:
        events: in the text's order.
        text: the document's.
    """
    kept: list[Event] = []
    for event in events:
        if kept and kept[-1].status == event.status and sides(kept[-1]) == sides(event):
            gap = text[kept[-1].trigger[0][1] : event.trigger[0][0]]
            if _ONE_ACT.fullmatch(gap):
                if event.certainty > kept[-1].certainty:
                    kept[-1] = event
                continue
        kept.append(event)
    return kept


def dated(events: Iterable[Event], text: str) -> list[Event]:
    """Gives "the sanctions" the day of "imposed sanctions in October": a noun that recalls has no day of its own.

    Only where the document tells one time of what happened of that type between the same parties.
    """
    events = list(events)
    told: dict[tuple[object, ...], set[DateRange]] = {}
    for event in events:
        if event.status == "actual" and event.date and event.date.basis == "text":
            told.setdefault(parties(event), set()).add(event.date)
    return [_with_the_day(event, told.get(parties(event), set()), text) for event in events]


def joined(events: Iterable[Event]) -> list[Event]:
    """What two do together, told again of the same day, is one event with all its triggers: "met", then "the talks"."""
    kept: list[Event] = []
    seen: dict[tuple[object, ...], int] = {}
    for event in events:
        key = (*parties(event), event.date, event.status)
        coded = all(any(a.code for a in side) for side in (event.actor, event.recipient))
        if not (coded and TYPES[event.type].mutual):
            kept.append(event)
        elif key in seen:
            before = kept[seen[key]]
            surer = max(before, event, key=lambda e: e.certainty)
            kept[seen[key]] = replace(surer, trigger=tuple(sorted({*before.trigger, *event.trigger})))
        else:
            seen[key] = len(kept)
            kept.append(event)
    return kept


def _with_the_day(event: Event, days: set[DateRange], text: str) -> Event:
    untold = event.status == "actual" and (event.date is None or event.date.basis != "text")
    if not (untold and len(days) == 1 and _recalls(text, event.trigger[0])):
        return event
    (day,) = days
    return replace(event, date=day)


def _recalls(text: str, trigger: Span) -> bool:
    """Whether a trigger looks like a noun: "the recent talks were", "U.S. sanctions on"."""
    start, end = trigger
    return (
        not is_past(text[start:end].split()[0].lower())
        and _LED.search(text, max(0, start - _REACH), start) is not None
        and _GOES_ON.match(text, end) is not None
    )
