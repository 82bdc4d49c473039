"""The cast of a document as the contract has it: entities with kind, office, state and code, mentions, speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.actors.resolve import resolve
from onrecord.reading.cast import Someone
from onrecord.reading.coreference import Coreference
from onrecord.reading.offices import SOLE
from onrecord.records import Entity, Mention, Speaker

_KINDS = frozenset(("person", "organisation", "state", "group", "document"))


@dataclass(frozen=True, slots=True)
class Named:
    """Who is in a document.

    Attributes:
        entities: those that are named, speak, or are told apart by office and state.
        mentions: their mentions, in order, none overlapping.
        reasons: why each mention is theirs, a short phrase each.
        outlets: for each statement the news organisation that it came through, if the text says so.
        index: for the number of each :class:`Someone` that is kept, the entity's index.
    """

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    reasons: tuple[str, ...]
    index: dict[int, int]
    outlets: tuple[str | None, ...] = ()

    def speakers(self, voices: Iterable[Someone]) -> tuple[Speaker, ...]:
        """Those who speak, each once."""
        out = []
        for who in voices:
            number = self.index[who.number]
            entity = self.entities[number]
            kind = entity.kind if entity.kind in _KINDS else "state"  # a place that speaks
            out.append(Speaker(entity.name, kind, entity.role, entity.country, number))  # type: ignore[arg-type]
        return tuple(dict.fromkeys(out))


def named(coreference: Coreference, voices: Sequence[tuple[Someone, ...]], year: int | None = None) -> Named:
    """The entities and mentions of a document.

    Args:
        coreference: with every phrase resolved.
        voices: who makes each statement.
        year: of publication; tells which office somebody well known held.
    """
    speaking = {who.number for voice in voices for who in voice}
    kept = [who for who in coreference.cast.all if _counts(who, who.number in speaking)]
    index = {who.number: k for k, who in enumerate(kept)}
    entities = tuple(_entity(who, coreference, year) for who in kept)
    mentions, reasons = [], []
    for core, found in zip(coreference.cores, coreference.found, strict=True):
        if found is not None and found.who.number in index:
            mentions.append(Mention((core.start, core.end), core.type, index[found.who.number]))
            reasons.append(found.why)
    return Named(entities, tuple(mentions), tuple(reasons), index)


def _counts(who: Someone, speaks: bool) -> bool:
    """Whether somebody is worth an entry: "fishermen" in passing are not."""
    if not who.cores or speaks:
        return speaks  # a label that nobody speaks under names nobody
    if who.named:
        return True
    if who.kind == "person":
        return len(who.cores) > 1 or (who.country is not None and bool(who.heads & SOLE))
    return who.country is not None and bool(who.cores)


def _entity(who: Someone, coreference: Coreference, year: int | None) -> Entity:
    name = _name(who, coreference)
    role = max(who.roles, key=len) if who.roles else None
    told = resolve(name, year=year) if who.named else None
    if told and who.kind in ("person", "place") and told.kind != who.kind:
        told = None  # a family name may be a company's
    if told and who.country and told.country not in (None, who.country):
        told = None  # the document knows better: somebody else of that name
    country = who.country or (told.country if told else None)
    code = who.code or (told.code if told and told.kind == who.kind else None)
    if who.kind == "person" and who.country and not who.code:
        code = who.country  # a minister in the text, whatever else the tables know them as
    if code is None and who.kind in ("person", "group", "organisation"):
        code = country
    return Entity(name, who.kind, role if who.kind == "person" else None, country, code)


def _name(who: Someone, coreference: Coreference) -> str:
    text = coreference.text
    if who.parsed is not None:
        return who.parsed.full
    if who.kind == "state":
        return next(iter(who.wordings))
    if who.wordings:
        longest = max(who.wordings, key=lambda w: (not w.isupper(), len(w)))
        for c in who.cores:
            phrase = coreference.phrases.of[c]
            core = coreference.cores[c]
            if who.kind == "organisation" and text[core.start : core.end] == longest:
                # "Russian Foreign Ministry", "Press Service of the Ministry of Defense"
                of = any(coreference.cores[o].type == "organisation" and o > c for o in phrase.owners)
                whole = " ".join(text[phrase.start : phrase.end if of else core.end].split())
                if len(whole) < len(longest) + 60:
                    return whole
        return " ".join(longest.split())
    if who.cores:
        phrase = coreference.phrases.of[who.cores[0]]
        end = coreference.cores[phrase.cores[-1]].end
        # "leaders of Armenia", but not "officials in Geneva"
        whole = text[phrase.start : phrase.end if text[end:].startswith((" of ", "\nof ")) else end]
        return " ".join(re.split(r"[(,;:]", whole)[0].split())
    return "?"
