"""The persons, organisations, states and groups of one document in the making, and how their names are joined."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.actors import countries, people
from onrecord.actors.people import PersonName
from onrecord.records import Kind

_ARTICLES = frozenset(("the", "of", "for", "and", "&", "on", "in", "'s", "’s"))


@dataclass(slots=True, eq=False)
class Someone:
    """Somebody or something that mentions name.

    Attributes:
        number: order of first mention.
        kind: as in the contract, or "place".
        wordings: how often each name is used.
        heads: what their offices agree with ("minister", "spokesperson").
        roles: offices as worded, in order.
        offices: state and heads of offices that the tables know them to have held.
        country: code of the state they are of, or are.
        gender: if known, and
        told: whether the text tells it, not a table of first names.
        several: more than one person.
        cores: numbers of the cores that name them, in order.
        owner: whom they belong to: the ministry of a spokeswoman.
        members: who they are, of several.
        body: whether several are those of an organisation: "the co-chairs of the Minsk Group".
        parsed: a person's fullest name.
    """

    number: int
    kind: Kind | str
    wordings: Counter[str] = field(default_factory=Counter)
    heads: set[str] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    offices: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    country: str | None = None
    gender: people.Gender = None
    told: bool = False
    several: bool = False
    cores: list[int] = field(default_factory=list)
    owner: Someone | None = None
    members: list[Someone] = field(default_factory=list)
    body: bool = False
    parsed: PersonName | None = None
    code: str | None = None

    @property
    def named(self) -> bool:
        """Whether a name is known."""
        return bool(self.wordings)


class Cast:
    """All of them, found by name.

    Two names are joined when they can be one's; of several who could be meant by a short name the one last mentioned
    before it is, else the first after it.
    """

    def __init__(self) -> None:
        self.all: list[Someone] = []
        self._persons: dict[str, list[Someone]] = defaultdict(list)
        self._bodies: dict[str, list[Someone]] = defaultdict(list)
        self._acronyms: dict[str, Someone] = {}
        self._by_key: dict[tuple[str, str], Someone] = {}

    def add(self, kind: str) -> Someone:
        """Somebody new."""
        self.all.append(Someone(len(self.all), kind))
        return self.all[-1]

    def person(self, name: PersonName, at: int, gender: people.Gender, country: str | None) -> Someone:
        """Whoever has a name; someone new if nobody has.

        Args:
            name: taken apart.
            at: number of the core that is the name.
            gender, country: told beside the name; who is of another is somebody else.
        """
        found = self._candidates(name, gender, country)
        if found:
            fullest = max(score for score, _ in found)
            same = [who for score, who in found if score > fullest - 0.3]
            before = [who for who in same if who.cores and who.cores[0] <= at]
            who = max(before, key=lambda w: max(c for c in w.cores if c <= at)) if before else same[0]
        else:
            who = self.add("person")
        self._called(who, name)
        return who

    def _candidates(self, name: PersonName, gender: people.Gender, country: str | None) -> list[tuple[float, Someone]]:
        seen: dict[int, tuple[float, Someone]] = {}
        for key in people.keys(name):
            for who in self._persons[key]:
                if who.number in seen or who.parsed is None:
                    continue
                agrees = None in (gender, who.gender) or gender == who.gender
                agrees = agrees and (None in (country, who.country) or country == who.country)
                score = people.same_person(name, who.parsed) if agrees else 0.0
                seen[who.number] = (score, who)
        return [pair for pair in seen.values() if pair[0] > 0]

    def _called(self, who: Someone, name: PersonName) -> None:
        who.wordings[name.full] += 1
        if who.parsed is None or len(name.full.split()) > len(who.parsed.full.split()):
            who.parsed = name
        who.gender = who.gender or name.gender
        for key in people.keys(name):
            if who not in self._persons[key]:
                self._persons[key].append(who)

    def known(self, name: PersonName) -> bool:
        """Whether somebody has a name already."""
        return bool(self._candidates(name, None, None))

    def body(self, wording: str, country: str | None) -> Someone:
        """The organisation of a name: one of the same words, of fewer words and the same head, or of the acronym."""
        words = content_words(wording)
        if wording in self._acronyms:
            who = self._acronyms[wording]
            who.wordings[wording] += 1
            return who
        for who in reversed(self._bodies[_head(words)]):
            if who.country and country and who.country != country:
                continue
            for other in who.wordings:
                theirs = content_words(other)
                if words <= theirs or theirs < words:
                    who.wordings[wording] += 1
                    who.country = who.country or country
                    self._short_for(who, wording)
                    return who
        who = self.add("organisation")
        who.wordings[wording] += 1
        who.country = country
        self._bodies[_head(words)].append(who)
        self._short_for(who, wording)
        return who

    def also(self, who: Someone, acronym: str) -> None:
        """An organisation's short name in brackets."""
        who.wordings[acronym] += 1
        self._acronyms[acronym] = who

    def _short_for(self, who: Someone, wording: str) -> None:
        parts = re.findall(r"[A-Z][\w’'-]*", wording)
        # "U.S. Office of Foreign Assets Control" is OFAC
        for first in range(max(0, len(parts) - 2) if not wording.isupper() else 0):
            self._acronyms.setdefault("".join(part[0] for part in parts[first:]), who)

    def keyed(self, kind: str, key: str) -> Someone:
        """The state, place or group of a code or wording."""
        who = self._by_key.get((kind, key))
        if who is None:
            who = self._by_key[kind, key] = self.add(kind)
        return who


def content_words(wording: str) -> frozenset[str]:
    """The words of an organisation's name that tell it; adjectives of a state as its code."""
    out = set()
    for word in re.findall(r"[\w’'.-]+", wording):
        state = countries.state(word) if word[0].isupper() else None
        word = state.code if state else re.sub(r"['’]s?$", "", word).casefold()
        out.add(word)
    return frozenset(out - _ARTICLES)


def _head(words: Iterable[str]) -> str:
    """A key that names of one organisation share: its head noun, or all of its words."""
    heads = sorted(words & _HEADS) if isinstance(words, frozenset) else []
    return heads[0] if heads else " ".join(sorted(words))


_HEADS = frozenset(
    [
        "ministry",
        "agency",
        "council",
        "embassy",
        "commission",
        "committee",
        "department",
        "directorate",
        "office",
        "bureau",
        "service",
        "administration",
        "government",
        "cabinet",
        "parliament",
        "assembly",
        "senate",
        "congress",
        "court",
        "army",
        "navy",
        "command",
        "guard",
        "police",
        "union",
        "organization",
        "organisation",
        "party",
        "bank",
        "fund",
        "news",
        "university",
    ]
)
