"""Who is named in readings: every entity with its mentions and statements, one person over many documents one entry."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from onrecord.records import Entity, Reading

ACTING = frozenset({"person", "organisation", "state", "group"})
"""The kinds that act; a place or a document counts as an actor only where it makes a statement."""


@dataclass(slots=True)
class Named:
    """An actor as the documents give it.

    ``roles`` are its offices, each once, in the documents' order; ``mentions`` and ``statements`` are counts over all
    documents, and ``documents`` the ids of those that name it, in order.
    """

    name: str
    kind: str
    country: str | None
    code: str | None = None
    roles: list[str] = field(default_factory=list)
    mentions: int = 0
    statements: int = 0
    documents: list[str] = field(default_factory=list)


def counts(reading: Reading) -> list[tuple[int, int]]:
    """How many mentions name each of the reading's entities, and how many statements it makes, in their order.

    A statement of two speakers counts for both; of a speaker without an entity it counts for nobody.
    """
    mentions = Counter(mention.entity for mention in reading.mentions)
    made: Counter[int] = Counter()
    for statement in reading.statements:
        made.update({speaker.entity for speaker in statement.speakers if speaker.entity is not None})
    return [(mentions[index], made[index]) for index in range(len(reading.entities))]


def named(readings: Iterable[Reading], kinds: Collection[str] = ()) -> list[Named]:
    """The actors of some documents, who says most first, then who is mentioned most, then by name.

    Those of one name, kind and country are one over several documents; within a document they stay the two that its
    reading tells apart, and go on as two: each to its namesake of the same office where there is one.

    Args:
        readings: taken one at a time, none kept.
        kinds: only entities of these; without any, all actors (see :data:`ACTING`).
    """
    found: dict[tuple[str, str, str | None], list[Named]] = defaultdict(list)
    for reading in readings:
        met: set[int] = set()
        for entity, (mentions, statements) in zip(reading.entities, counts(reading), strict=True):
            wanted = entity.kind in kinds if kinds else entity.kind in ACTING or statements
            if not wanted or not (mentions or statements):
                continue
            namesakes = found[_key(entity)]
            one = _same([n for n in namesakes if id(n) not in met], entity)
            if one is None:
                one = Named(entity.name, entity.kind, entity.country)
                namesakes.append(one)
            met.add(id(one))
            one.code = one.code or entity.code
            if entity.role and not _holds(one, entity.role):
                one.roles.append(entity.role)
            one.mentions += mentions
            one.statements += statements
            one.documents.append(reading.id)
    everybody = [one for namesakes in found.values() for one in namesakes]
    return sorted(everybody, key=lambda n: (-n.statements, -n.mentions, n.name.casefold(), n.kind, n.country or ""))


def _key(entity: Entity) -> tuple[str, str, str | None]:
    return unicodedata.normalize("NFC", entity.name).casefold(), entity.kind, entity.country


def _same(namesakes: list[Named], entity: Entity) -> Named | None:
    """The namesake that held the entity's office in an earlier document, else the first, if there is any."""
    return next((n for n in namesakes if entity.role and _holds(n, entity.role)), namesakes[0] if namesakes else None)


def _holds(one: Named, role: str) -> bool:
    return role.casefold() in (known.casefold() for known in one.roles)
