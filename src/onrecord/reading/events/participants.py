"""Participants: which mentions stand near a trigger, and which actors they are, with code, name and sector."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.actors.organisations import part_of
from onrecord.actors.resolve import resolve
from onrecord.reading.cast import Someone
from onrecord.reading.coreference import Coreference
from onrecord.reading.entities import Named
from onrecord.reading.phrases import Phrase
from onrecord.records import Actor, Span

_BEFORE = 2  # sentences before the trigger's, of the same paragraph or the one before
_AFTER = 1
_HOME = frozenset(
    [
        "government",
        "authorities",
        "authority",
        "police",
        "parliament",
        "army",
        "military",
        "opposition",
        "protesters",
        "demonstrators",
        "protestors",
        "activists",
        "court",
        "cabinet",
        "troops",
        "soldiers",
        "forces",
    ]
)
_AGAINST = frozenset(["opposition", "protesters", "protestors", "demonstrators", "protester", "demonstrator"])
_IN = re.compile(r"\b(?:in|at|near|outside|inside) (?:the )?$", re.IGNORECASE)
_MOST = 40  # mentions that a trigger looks at: work stays bounded in a sentence of a hundred names
_DEEP = 4  # owners of owners: the spokesman of the ministry of the state


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that may take part in an act.

    Attributes:
        who: whom it names.
        span: of the mention: a name with its offices, without what stands in apposition.
        core: number of its core.
        same: whether it stands in the trigger's sentence.
    """

    who: Someone
    span: Span
    core: int
    same: bool


class Participants:
    """Those who may act in one document.

    Args:
        coreference: with every phrase resolved.
        named: the document's entities.
        year: of publication, if known.
    """

    def __init__(self, coreference: Coreference, named: Named, year: int | None = None) -> None:
        self.known, self.named, self.year = coreference, named, year
        inside = {owner for phrase in coreference.phrases.all for owner in phrase.owners}
        self._phrases = [
            p
            for p in coreference.phrases.all
            if coreference.found[p.head] is not None and p.head not in inside and not self._is_where(p)
        ]
        self._starts = [p.start for p in self._phrases]
        seen = Counter(
            f.who.country for f in coreference.found if f and f.who.kind in ("state", "organisation", "person")
        )
        seen.pop(None, None)
        self._states = frozenset(code for code in seen if code)
        most = seen.most_common(1)
        self._home = most[0][0] or "" if most and 2 * most[0][1] > seen.total() else ""

    def _is_where(self, phrase: Phrase) -> bool:
        """Whether a phrase only says where: a place that no state's acts are told by, or one behind "in"."""
        core = self.known.cores[phrase.head]
        if core.type not in ("place", "state"):
            return False
        found = self.known.found[phrase.head]
        behind = _IN.search(self.known.text[max(0, phrase.start - 12) : phrase.start]) is not None
        return behind or (core.type == "place" and (found is None or self.code(found.who) is None))

    def near(self, span: Span) -> list[Candidate]:
        """The mentions that an act at a span may be by or on, in order; those of its own sentence among them."""
        places = self.known.places
        here = places.sentence(span[0])
        low = bisect_left(self._starts, span[0] - 600)
        high = bisect_right(self._starts, span[1] + 400)
        found = []
        for phrase in self._phrases[low:high]:
            away = places.sentence(phrase.start) - here
            if -_BEFORE <= away <= _AFTER and not _overlaps(self._span(phrase), span):
                found.append((abs(phrase.start - span[0]) + 1000 * (away != 0), phrase, away == 0))
        nearest = sorted(found, key=lambda f: f[0])[:_MOST]
        return sorted(self._candidates(nearest), key=lambda c: c.span)

    def _candidates(self, found: Sequence[tuple[int, Phrase, bool]]) -> Iterator[Candidate]:
        for _, phrase, same in found:
            who = self.known.found[phrase.head]
            assert who is not None
            yield Candidate(who.who, self._span(phrase), phrase.head, same)

    def _span(self, phrase: Phrase) -> Span:
        """From the phrase's first word to the last of its name or office."""
        cores = self.known.cores
        start = min(phrase.start, cores[phrase.cores[0]].start)
        return start, max(cores[c].end for c in phrase.cores)

    def actors(self, candidate: Candidate) -> tuple[Actor, ...]:
        """The actors that a mention stands for: several for "the two ministers"."""
        return tuple(self._actors(candidate.who, candidate.span))

    def spoken(self, who: Someone) -> tuple[Actor, ...]:
        """The actors that a speaker stands for."""
        return tuple(self._actors(who, None))

    def _actors(self, who: Someone, span: Span | None) -> Iterator[Actor]:
        members = [m for m in who.members if m is not who]
        if members and not who.body:
            for member in members:
                yield self._actor(member, span)
        else:
            yield self._actor(who, span)

    def _actor(self, who: Someone, span: Span | None) -> Actor:
        number = self.named.index.get(who.number)
        words = " ".join(self.known.text[slice(*span)].split()) if span else ""
        name = self.named.entities[number].name if number is not None else words
        sector = self._sector(who, name, words)
        code = part_of(self.code(who) or self._at_home(who))
        if sector == "OPP" or (who.heads & _AGAINST and not who.named):
            code = f"{code}-OPP" if code in self._states else code
        return Actor(code, name or words, sector, span)

    def _at_home(self, who: Someone) -> str:
        """The state that "the government" and "police" are of where none is told: the one the document is about."""
        return self._home if who.heads & _HOME and not who.named else ""

    def code(self, who: Someone, depth: int = 0) -> str | None:
        """State or organisation that somebody acts for: their own, or that of whom they belong to."""
        number = self.named.index.get(who.number)
        entity = self.named.entities[number] if number is not None else None
        code = who.code or (entity.code if entity else None) or who.country or (entity.country if entity else None)
        if code or depth == _DEEP:
            return code
        for owner in self._owners(who):
            if owner is not who and (code := self.code(owner, depth + 1)):
                return code
        return None

    def _owners(self, who: Someone) -> Iterator[Someone]:
        """Whom somebody belongs to, as any of their mentions tells: "co-chairs *of the Minsk Group*"."""
        if who.owner is not None:
            yield who.owner
        for core in who.cores:
            for owner in self.known.phrases.of[core].owners:
                if found := self.known.found[owner]:
                    yield found.who

    def _sector(self, who: Someone, name: str, words: str) -> str | None:
        if who.kind == "state":
            return None
        for wording in (words, *who.roles, name):
            if wording and (sector := resolve(wording, year=self.year).sector):
                return sector
        return self._sector(who.owner, "", "") if who.owner and who.owner is not who else None


def _overlaps(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
