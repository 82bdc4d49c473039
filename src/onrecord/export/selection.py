"""Which events somebody asks for: of some types, of some actors, at some time, certain enough."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord import plover
from onrecord.actors import countries, organisations
from onrecord.actors.resolve import resolve
from onrecord.errors import UsageError
from onrecord.published import REMEDY, iso_date
from onrecord.records import Actor, Event

SURE = 0.6
"""People are shown events of this certainty unless they ask: eight in ten are right (``evals.thresholds``)."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What an event must be; what is empty or None asks for nothing.

    Attributes:
        types: one of these.
        actors: one of these codes on the actor's side; where both sides do it (AGREE, CONSULT, COOPERATE), on either.
        recipients: likewise on the recipient's, and on the other one than the actors'.
        since: ends on this day or later, ``YYYY-MM-DD``; an event without a date does not.
        until: begins on this day or before.
        certainty: at least this.
    """

    types: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    certainty: float = 0.0

    def takes(self, event: Event) -> bool:
        """Whether an event is asked for, as far as its date is told; one without is taken by :meth:`on_time` alone."""
        return (
            event.certainty >= self.certainty
            and (not self.types or event.type in self.types)
            and (self._between(event.actor, event.recipient) or self._mutually(event))
        )

    def on_time(self, event: Event) -> bool:
        """Whether an event's days share one with the days that are asked for; any are if none are asked for."""
        if self.since is None and self.until is None:
            return True
        if event.date is None:
            return False
        return (self.since or "") <= event.date.end and event.date.start <= (self.until or "9999-12-31")

    def _between(self, actor: tuple[Actor, ...], recipient: tuple[Actor, ...]) -> bool:
        return _among(actor, self.actors) and _among(recipient, self.recipients)

    def _mutually(self, event: Event) -> bool:
        """Two may meet without the text saying who met whom, and all may stand on one side."""
        if event.type not in plover.TYPES or not plover.TYPES[event.type].mutual:
            return False
        if event.actor and event.recipient:
            return self._between(event.recipient, event.actor)
        together = event.actor or event.recipient
        return _among(together, self.actors) and _among(together, self.recipients)


def selection(
    *,
    types: Iterable[str] = (),
    actors: Iterable[str] = (),
    recipients: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
    certainty: float = 0.0,
) -> Selection:
    """What a user asks for in words.

    Args:
        types: as :func:`onrecord.plover.parse_type` takes them.
        actors: codes, or names of states and organisations.
        recipients: likewise.
        since: a day, a month or a year, from whose first day on.
        until: likewise, to whose last day.
        certainty: 0 to 1.

    Raises:
        UsageError: a type, an actor or a date that there is not, or a time that ends before it begins.
    """
    first, last = _day(since, "--since", last=False), _day(until, "--until", last=True)
    if first and last and first > last:
        raise UsageError(f"--since {since} is after --until {until}", remedy="change places")
    return Selection(
        types=frozenset(name for one in types for name in plover.parse_type(one)),
        actors=frozenset(code(one) for one in actors),
        recipients=frozenset(code(one) for one in recipients),
        since=first,
        until=last,
        certainty=certainty,
    )


def code(actor: str) -> str:
    """The code of an actor that a user names: ``rus``, ``Russia``, ``the Kremlin``, ``OSCE``, ``GEO-OPP``.

    Raises:
        UsageError: no table knows it, or it is no state and no organisation.
    """
    name = actor.strip()
    state, _, sector = name.upper().partition("-")
    if countries.by_code(state) and (not sector or len(sector) == len("OPP")):
        return name.upper()
    organisation = organisations.by_code(name.upper())
    if organisation:
        return organisation.country or organisation.code
    found = resolve(name)
    if found.code and found.kind in ("state", "organisation"):
        return found.code
    raise UsageError(
        f"{actor!r} is no state or organisation that is known",
        remedy="give a code such as RUS or OSCE, or a name such as Russia",
    )


def _among(side: tuple[Actor, ...], codes: frozenset[str]) -> bool:
    return not codes or any(actor.code in codes for actor in side)


def _day(date: str | None, option: str, *, last: bool) -> str | None:
    """The first or last day of a day, a month or a year."""
    if date is None:
        return None
    try:
        day = iso_date(date)
    except ValueError:
        raise UsageError(f"{date!r} is no date", where=option, remedy=REMEDY) from None
    year, month, of_month = ([int(part) for part in day.split("-")] + [0, 0])[:3]
    month = month or (12 if last else 1)
    return f"{year:04}-{month:02}-{of_month or (calendar.monthrange(year, month)[1] if last else 1):02}"
