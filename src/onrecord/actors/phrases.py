"""The noun phrases of a mention's wording: how each is joined to the others, and its head.

"spokesman for Iran's foreign ministry" is two: *spokesman*, and after "of" or the like *Iran's foreign ministry*.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.actors.countries import Place, State
from onrecord.actors.known_people import Person
from onrecord.actors.organisations import Organisation
from onrecord.actors.sectors import Word
from onrecord.actors.wording import Part


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of the wording: what leads to it, its parts, and the index of the one that is its head."""

    link: str | None
    parts: tuple[Part, ...]
    head: int | None


def phrases_of(parts: list[Part]) -> list[Phrase]:
    """The noun phrases of a wording; a relative clause and what follows are left out."""
    out: list[Phrase] = []
    link: str | None = None
    current: list[Part] = []
    for part in [*parts, Part("", None, link=",")]:
        if part.link is None:
            current.append(part)
            continue
        if part.link == "and" and current and not _acts(current):
            current[-1] = replace(current[-1], joined=True)  # "Russian and Chinese officials" is one phrase
            continue
        if current:
            out.append(Phrase(link, tuple(current), _head(current)))
        link, current = part.link, []
        if link == "who":
            break
    return out


def _acts(parts: list[Part]) -> bool:
    return any(isinstance(p.found, Word) and p.found.use not in ("topic", "") for p in parts) or any(
        isinstance(p.found, Person | Organisation) for p in parts
    )


def _head(parts: list[Part]) -> int | None:
    """The last part that can name an actor: topics and marks only stand before one."""
    for i in range(len(parts) - 1, -1, -1):
        found = parts[i].found
        if isinstance(found, Place) or (isinstance(found, State) and found.how != "adjective"):
            # "Greenpeace Russia", "Workers' Union Kerala": the state says whose
            bodies = (j for j in range(i - 1, -1, -1) if _is_body(parts[j].found))
            return next(bodies, i)
        if found is not None and not (isinstance(found, Word) and found.use in ("", "topic")):
            return i
    return None


def _is_body(found: object) -> bool:
    return isinstance(found, Organisation) or (
        isinstance(found, Word) and found.kind == "organisation" and found.use != ""
    )
