"""Reports of acts: a trigger with those on either side of it, before anything is left out.

What the model scores and what the document's cast tells are brought together here; a trigger without anybody on either
side is no event.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.plover import TYPES
from onrecord.reading.cast import Someone
from onrecord.reading.events.participants import Candidate, Participants
from onrecord.reading.events.triggers import Floats, Trigger, Triggers
from onrecord.records import Actor, Span

_TAKES_PART = 0.5
_BESIDE = 0.6  # of the surest, for others to take part beside it
_BEST = 0.2  # where nobody is that sure, the likeliest


@dataclass(frozen=True, slots=True)
class Report:
    """One trigger and its sides.

    Attributes:
        trigger: the words that name the act.
        actors, recipients: those on either side, each code once.
        sure: the chance of the least sure of those who were taken, for either side; 0 where nobody is.
        apart: whether a side is named in another sentence only.
    """

    trigger: Trigger
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    sure: tuple[float, float]
    apart: bool


def report(trigger: Trigger, triggers: Triggers, people: Participants, voices: Sequence[Someone]) -> Report | None:
    """Who does what the trigger names to whom.

    Args:
        trigger: one of
        triggers: the document's.
        people: those who may act.
        voices: who makes the statement that the trigger is the cue of, if it is one.

    Returns:
        None if nobody is on either side.
    """
    near = people.near(trigger.span)
    chances = triggers.sides(trigger, [c.span for c in near])
    mutual = TYPES[trigger.type].mutual
    if mutual:
        either = chances[:, 1] + chances[:, 2]
        taken = _taken(near, either)
        leads = {c.span: bool(p[1] >= p[2]) for c, p in zip(near, chances, strict=True)}
        actors, recipients = _parted(people, taken, leads)
        sure = min((s for _, s in taken), default=0.0)
        sides = (sure, sure if recipients else 0.0)
        apart = not all(c.same for c, _ in taken)
    else:
        left, right = _taken(near, chances[:, 1]), _taken(near, chances[:, 2])
        actors = _each(people, left)
        recipients = _each(people, right, {a.code for a in actors})
        sides = min((s for _, s in left), default=0.0), min((s for _, s in right), default=0.0)
        apart = not all(c.same for c, _ in (*left, *right))
    if voices and not any(a.code for a in actors):
        actors = _once(a for who in voices for a in people.spoken(who)) or actors
        sides = (max(sides[0], _TAKES_PART), sides[1])
    codes = {a.code for a in actors if a.code}
    names = {a.name for a in actors}
    recipients = tuple(
        r for r in recipients if r.name not in names and not (r.code and r.code in codes and r.sector is None)
    )
    if not actors and not recipients:
        return None
    return Report(trigger, actors, recipients, sides, apart)


def _taken(near: Sequence[Candidate], chances: Floats) -> list[tuple[Candidate, float]]:
    """Those who take part, each once; somebody in the trigger's sentence before the same one elsewhere."""
    found = [(c, float(p)) for c, p in zip(near, chances, strict=True)]
    best = max((p for _, p in found), default=0.0)
    sure = [f for f in found if f[1] >= max(_TAKES_PART, _BESIDE * best)]
    if not sure:
        sure = [f for f in found if f[1] == best >= _BEST][:1]
    if any(c.same for c, _ in sure):
        sure = [f for f in sure if f[0].same]
    return sure


def _each(
    people: Participants, taken: Iterable[tuple[Candidate, float]], without: Container[str | None] = ()
) -> tuple[Actor, ...]:
    return _once(actor for candidate, _ in taken for actor in people.actors(candidate, without))


def _once(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Each code once; who has none only where nobody has one."""
    out: dict[str, Actor] = {}
    for actor in actors:
        out.setdefault(actor.code or actor.name, actor)
    return tuple(a for a in out.values() if a.code) or tuple(out.values())


def _parted(
    people: Participants, taken: Sequence[tuple[Candidate, float]], leads: Mapping[Span, bool]
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """The two sides of a mutual act, where the words put one first; else the first party and the others."""
    left = _each(people, (f for f in taken if leads[f[0].span]))
    right = _each(people, (f for f in taken if not leads[f[0].span]), {a.code for a in left})
    first = {a.code or a.name for a in left}
    right = tuple(r for r in right if (r.code or r.name) not in first)
    if left and right:
        return left, right
    parties = left or right
    return parties[:1], parties[1:]
