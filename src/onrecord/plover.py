"""PLOVER, the ontology of political events, as data: event types with quad classes and modes, contexts, CAMEO's codes.

The tables are ``data/plover-types.tsv``, ``plover-modes.tsv``, ``plover-contexts.tsv`` and ``plover-cameo.tsv``, whose
headers say where they come from and what was decided; ``docs/events.md`` has the reasons. The sectors of PLOVER's
actors are in :mod:`onrecord.actors.sectors`.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from onrecord.errors import UsageError
from onrecord.tables import rows


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of a type is done, or what is asked, refused or threatened.

    Attributes:
        name: as in PLOVER; the same name may be a mode of several types.
        definition: in our words.
        source: ``manual``, or ``POLECAT`` for those that only its later codebook has.
    """

    name: str
    definition: str
    source: str


@dataclass(frozen=True, slots=True)
class EventType:
    """What one actor does to another.

    Attributes:
        name: in capitals, as in PLOVER.
        quad: quad class: see :data:`QUADS`.
        manual_quads: the quad classes that the manual's own tables and texts give it; two where they disagree.
        mutual: whether both sides do it, so that actor and recipient may change places.
        needs_recipient: whether the manual wants a recipient.
        score: on the manual's scale from -10, conflict, to 10, cooperation.
        noun: what such an event is called: ``accusation``.
        preposition: between the noun and the recipient: ``against``.
        definition: in our words.
        modes: in the table's order; many types have none.
    """

    name: str
    quad: int
    manual_quads: tuple[int, ...]
    mutual: bool
    needs_recipient: bool
    score: float
    noun: str
    preposition: str
    definition: str
    modes: tuple[Mode, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What an event is about.

    Attributes:
        name: as in PLOVER.
        special: whether it is no topic, but tells the event's standing in time and fact: negation, future.
        definition: in our words.
    """

    name: str
    special: bool
    definition: str


QUADS: Mapping[int, str] = MappingProxyType(
    {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
)


def _types() -> tuple[dict[str, EventType], dict[str, tuple[str, ...]]]:
    """The types by name, and those that an earlier name stands for."""
    modes: dict[str, list[Mode]] = {}
    for of, mode, source, definition in rows("plover-modes.tsv"):
        modes.setdefault(of, []).append(Mode(mode, definition, source))
    types, earlier = {}, dict[str, tuple[str, ...]]()
    for row in rows("plover-types.tsv"):
        name, quad, manual_quads, mutual, recipient, score, names, noun, preposition, definition = row
        types[name] = EventType(
            name,
            int(quad),
            tuple(map(int, manual_quads.split("|"))),
            mutual == "mutual",
            recipient == "needed",
            float(score),
            noun,
            preposition,
            definition,
            tuple(modes.get(name, ())),
        )
        for old in filter(None, names.split("|")):
            earlier[old] = (*earlier.get(old, ()), name)
    return types, earlier


def _contexts() -> dict[str, Context]:
    table = rows("plover-contexts.tsv")
    return {name: Context(name, kind == "special", definition) for name, kind, definition in table}


_TYPES, _EARLIER = _types()
_CAMEO = {code: name or None for code, _, name in rows("plover-cameo.tsv")}

TYPES: Mapping[str, EventType] = MappingProxyType(_TYPES)
"""The sixteen event types by name, from cooperation in words to conflict in deeds."""

CONTEXTS: Mapping[str, Context] = MappingProxyType(_contexts())
"""The contexts by name, the special ones last."""


def quad(name: str) -> int:
    """The quad class of a type, 1 to 4: see :data:`QUADS`.

    Raises:
        KeyError: there is no such type.
    """
    return TYPES[name].quad


def from_cameo(code: str) -> str | None:
    """The type of a CAMEO code: of a two-digit root, or of a longer code by its root; None where PLOVER has none.

    CAMEO's 08, yield, is two types: CONCEDE, and RETREAT from 084 on. Codes are text: ``"04"``, never 4.

    Raises:
        UsageError: CAMEO has no such code.
    """
    if code.isascii() and code.isdigit() and len(code) <= 4 and code[:2] in _CAMEO:
        return _CAMEO.get(code[:3], _CAMEO[code[:2]])
    raise UsageError(
        f"{code!r} is no CAMEO code", remedy="its roots are 01 to 20, in two digits, with at most two more behind"
    )


def to_cameo(name: str) -> tuple[str, ...]:
    """The two-digit CAMEO roots whose events are, in whole or in part, of a type.

    Raises:
        KeyError: there is no such type.
    """
    if name not in TYPES:
        raise KeyError(name)
    return tuple(dict.fromkeys(code[:2] for code, to in _CAMEO.items() if to == name))


def parse_type(text: str) -> tuple[str, ...]:
    """The types that a user means: ``accuse``, an earlier name such as ``YIELD`` or ``DEMAND``, a CAMEO code.

    Returns:
        One type, or the two that YIELD, and CAMEO's root 08, stand for.

    Raises:
        UsageError: there is no such type; the message lists those of similar names.
    """
    name = text.strip().upper()
    if name in TYPES:
        return (name,)
    if name in _EARLIER:
        return _EARLIER[name]
    if name.isdigit():
        return _of_cameo(name)
    near = difflib.get_close_matches(name, [*TYPES, *_EARLIER], n=3, cutoff=0.6)
    listed = dict.fromkeys(to for one in near for to in _EARLIER.get(one, (one,)))
    remedy = f"did you mean {' or '.join(listed)}?" if listed else f"there are {', '.join(TYPES)}"
    raise UsageError(f"{text!r} is no event type of PLOVER", remedy=remedy)


def _of_cameo(code: str) -> tuple[str, ...]:
    of_code = from_cameo(code)
    if of_code is None:
        raise UsageError(
            f"PLOVER has no event type for CAMEO's {code}", remedy="statements are listed by onrecord read"
        )
    return tuple(name for name in TYPES if code in to_cameo(name)) or (of_code,)
