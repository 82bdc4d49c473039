"""Participants: which mentions stand near a trigger, and which actors they are, with code, name and sector."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from onrecord.actors import countries
from onrecord.actors.organisations import part_of
from onrecord.actors.resolve import resolve
from onrecord.reading.cast import Someone
from onrecord.reading.coreference import Coreference
from onrecord.reading.entities import Named
from onrecord.reading.events.sides import Sides, groups
from onrecord.reading.phrases import FOR_OR_AGAINST, Phrase
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
        "ministry",
        "policeman",
        "policemen",
        "prosecutor",
        "prosecutors",
        "crowd",
        "protester",
        "demonstrator",
        "rally",
    ]
)
# "the Interior Ministry" is a name, but one that every state has
_OFFICIAL = frozenset(["ministry", "police", "parliament", "court", "government", "cabinet"])
_AGAINST = frozenset(["opposition", "protesters", "protestors", "demonstrators", "protester", "demonstrator", "crowd"])
_FOR_OR_AGAINST = re.compile(r"(?:pro|anti|non)\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|at|near|outside|inside) (?:the )?$", re.IGNORECASE)
# a regime that is nobody: "the ceasefire regime"
_RULES = re.compile(
    r"\b(?:cease-?fire|visa|sanctions|legal|border|customs|tax|trade|control|silence) regime$", re.IGNORECASE
)
_LISTED = re.compile(r",? (?:and |or )?")
_MOST = 40  # mentions that a trigger looks at: work stays bounded in a sentence of a hundred names
_FAR_MORE = 1.5
_DEEP = 4  # owners of owners: the spokesman of the ministry of the state


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that may take part in an act.

    Attributes:
        who: whom it names; None for a group that stands for the parties ("both sides").
        span: of the mention: a name with its offices, without what stands in apposition.
        same: whether it stands in the trigger's sentence.
    """

    who: Someone | None
    span: Span
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
        self._known_actors: dict[tuple[int, Span], tuple[Actor, ...]] = {}  # a mention may stand near many triggers
        inside = {owner for phrase in coreference.phrases.all for owner in phrase.owners}
        self._phrases = [
            p
            for p in coreference.phrases.all
            if coreference.found[p.head] is not None and p.head not in inside and not self._takes_no_part(p)
        ]
        known = [p for p in self._phrases if not self._is_open(p)]
        self._groups = list(groups(coreference.text, [self._span(p) for p in known]))
        opened = [p for p in self._phrases if self._is_open(p) and not _touches(self._groups, self._span(p))]
        self._phrases = sorted([*known, *opened], key=lambda p: p.start)
        self._starts = [p.start for p in self._phrases]
        told = [
            (k, f.who.country)
            for k, f in enumerate(coreference.found)
            if f and f.who.country and f.who.kind in ("state", "organisation", "person")
        ]
        acting = {p.head for p in self._phrases}
        cores = coreference.cores
        self._sides = Sides(
            coreference.text, [((cores[k].start, cores[k].end), code) for k, code in told if k in acting]
        )
        seen = Counter(code for _, code in told)
        self._states = frozenset(seen)
        self._home = _most(seen)

    def _takes_no_part(self, phrase: Phrase) -> bool:
        """Whether a phrase says only where (a place without a state's code, one behind "in"), for whom, or a rule."""
        core = self.known.cores[phrase.head]
        if _FOR_OR_AGAINST.match(self.known.text, core.start) or FOR_OR_AGAINST.search(
            self.known.text[max(0, core.start - 8) : core.start]
        ):
            return True
        if _RULES.search(self.known.text[max(0, core.start - 20) : core.end]):
            return True
        if core.type not in ("place", "state"):
            return False
        found = self.known.found[phrase.head]
        behind = self._is_behind_in(phrase)
        return behind or (core.type == "place" and (found is None or self.code(found.who) is None))

    def _is_behind_in(self, phrase: Phrase) -> bool:
        """Whether "in" stands before it, or before what it is listed with: "in Geneva, Abu Dhabi and Miami"."""
        cores, k = self.known.cores, phrase.head
        while True:
            start = min(cores[k].start, self.known.phrases.of[k].start)
            if _IN.search(self.known.text[max(0, start - 12) : start]):
                return True
            k -= 1
            if k < 0 or cores[k].type not in ("place", "state"):
                return False
            if not _LISTED.fullmatch(self.known.text[cores[k].end : start]):
                return False

    def _is_open(self, phrase: Phrase) -> bool:
        """Whether nothing tells who a described group or body is, or whose."""
        found = self.known.found[phrase.head]
        who = found and found.who
        return not who or not (
            who.named or who.members or self.code(who) or self.known.cores[phrase.head].type == "pronoun"
        )

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
        open_ = [Candidate(None, group, True) for group in self._groups if places.sentence(group[0]) == here]
        return sorted([*self._candidates(nearest), *open_], key=lambda c: c.span)

    def _candidates(self, found: Sequence[tuple[int, Phrase, bool]]) -> Iterator[Candidate]:
        for _, phrase, same in found:
            who = self.known.found[phrase.head]
            assert who is not None
            yield Candidate(who.who, self._span(phrase), same)

    def _span(self, phrase: Phrase) -> Span:
        """From the phrase's first word to the last of its name or office."""
        cores = self.known.cores
        start = min(phrase.start, cores[phrase.cores[0]].start)
        return start, max(cores[c].end for c in phrase.cores)

    def actors(self, candidate: Candidate, without: Container[str | None] = ()) -> tuple[Actor, ...]:
        """The actors that a mention stands for: several for "the two ministers", none of them ``without`` (codes)."""
        if candidate.who is None:
            meant = map(countries.by_code, self._sides.meant(candidate.span[0], without))
            return tuple(Actor(state.code, state.name, None, candidate.span) for state in meant if state)
        key = candidate.who.number, candidate.span
        if key not in self._known_actors:
            self._known_actors[key] = tuple(self._actors(candidate.who, candidate.span))
        return self._known_actors[key]

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
        last = {wording.split()[-1].casefold() for wording in who.wordings}
        plain = last <= _OFFICIAL and who.kind == "organisation" if who.named else who.heads & _HOME
        return self._home if plain else ""

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


def _most(seen: Counter[str]) -> str:
    """The state that is told of far more than any other, if there is one."""
    (first, often), (_, next_) = [*seen.most_common(2), ("", 0), ("", 0)][:2]
    return first if often >= _FAR_MORE * next_ else ""


def _touches(spans: Sequence[Span], span: Span) -> bool:
    i = bisect_left(spans, (span[1], 0))
    return bool(i) and spans[i - 1][1] > span[0]


def _overlaps(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
