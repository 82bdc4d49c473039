"""Whom the names of a document name, and what the noun phrases around them tell: office, state, gender."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.actors import countries, known_people, people
from onrecord.reading.cast import Cast, Someone
from onrecord.reading.lexicon import Gender, lexicon
from onrecord.reading.offices import heads, roles
from onrecord.reading.phrases import Phrase, Phrases
from onrecord.reading.places import Places

_WHERE = re.compile(r"(?<!according )\b(?:in|at|near|outside|from|to|around|visit|visited) $", re.IGNORECASE)
_OF = re.compile(r" (?:of|for|at|in) (?:the |its )?(?:[\w-]+ )?")
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lady|Lord)\.? $")


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a core names, and why."""

    who: Someone
    why: str


class Naming:
    """The names of one document, joined wherever they stand.

    Args:
        text: the document's text.
        phrases: its noun phrases.
        places: its sentences and the contents of its statements.
        year: of publication, which tells the office of somebody well known.

    Attributes:
        found: for each core whom it names, None if nobody that could be told.
        cast: everybody.
    """

    def __init__(self, text: str, phrases: Phrases, places: Places, year: int | None = None) -> None:
        self.text, self.phrases, self.places, self.year = text, phrases, places, year
        self.cores = phrases.cores
        self.cast = Cast()
        self.found: list[Found | None] = [None] * len(self.cores)
        self._named()

    def _named(self) -> None:
        """Full names before short ones, organisations by name, states and places."""
        cores = self.cores
        persons = [i for i, core in enumerate(cores) if core.type == "person"]
        parsed = {i: self._parsed(i) for i in persons}
        # a headline or a caption may have the short name first
        for i in sorted(persons, key=lambda i: (len(parsed[i].full.split()) < 2, i)):
            phrase = self.phrases.of[i]
            who = self.cast.person(parsed[i], i, parsed[i].gender or self._gender(phrase), self._country(phrase))
            self._tell(who, phrase)
            self._set(
                i,
                who,
                "named in full"
                if len(parsed[i].full.split()) > 1
                else f"short for {who.parsed.full}"
                if who.parsed and who.parsed.full != parsed[i].full
                else "named",
            )
        for who in self.cast.all:
            self._well_known(who)
        for i, core in enumerate(cores):
            wording = self._wording(i)
            if core.type == "state":
                state = countries.state(wording)
                code = state.code if state else wording
                if state is None:
                    who = self.cast.keyed("place", wording.casefold())
                    who.wordings[wording] += 1
                    self._set(i, who, "named")
                    continue
                if state.how == "seat":
                    # the White House speaks for its state, and is not all of it
                    who = self.cast.keyed("organisation", wording.casefold())
                    who.code, who.country = code, code
                    who.wordings[re.sub("^[Tt]he ", "", wording)] += 1
                    self._set(i, who, "seat of power of a state")
                    continue
                if state.how == "capital" and _WHERE.search(self.text[max(0, core.start - 16) : core.start]):
                    who = self.cast.keyed("place", wording.casefold())
                    who.wordings[wording] += 1
                    who.country = code
                    self._set(i, who, "a city, by the preposition before it")
                    continue
                who = self.cast.keyed("state", code)
                who.code = who.country = code
                who.wordings[state.name] += 1
                self._set(i, who, f"{state.how} of a state")
            elif core.type == "organisation" and is_name(wording) and self.found[i] is None:
                self._organisation(i, wording)
            elif core.type == "place" and is_name(wording):
                who = self.cast.keyed("place", wording.casefold())
                who.wordings[wording] += 1
                self._set(i, who, "named")
            elif (
                core.type == "group"
                and wording[0].isupper()
                and lexicon().kinds.get(wording, "") not in tuple("KRkrue")
                and not self._opens(core.start)
            ):
                who = self.cast.keyed("group", wording.casefold())
                who.wordings[wording] += 1
                who.several = True
                who.country = self._country(self.phrases.of[i]) or _people(wording)
                self._set(i, who, "named")
        for i in persons:
            # organisations are known only now
            if (person := self.found[i]) is not None:
                self._house(person.who, self.phrases.of[i])

    def _well_known(self, who: Someone) -> None:
        """The offices that the tables know of somebody whom the text only names: "Pashinian" was a prime minister."""
        if who.parsed is None:
            return
        name = who.parsed.full
        person = known_people.find(name, who.country) or known_people.alone(name, self.year)
        if person is None or (who.country and who.country not in {office.country for office in person.offices}):
            return
        for office in person.offices:
            if self.year is None or (office.first or 0) <= self.year <= (office.last or 9999):
                who.offices.add((office.country, frozenset(heads(office.title))))
        who.gender = who.gender or ("f" if person.gender == "f" else "m" if person.gender == "m" else None)

    def _parsed(self, i: int) -> people.PersonName:
        """A name with the honorific before it, which tells a gender."""
        start = self.cores[i].start
        title = _HONORIFIC.search(self.text[max(0, start - 8) : start])
        return people.parse((title.group() if title else "") + " ".join(self._wording(i).split()))

    def _organisation(self, i: int, wording: str) -> None:
        phrase = self.phrases.of[i]
        country = self._country(phrase)
        who = self.cast.body(wording, country)
        for other in phrase.cores:
            if other != i and self.cores[other].type == "organisation":
                if self._wording(other).isupper():
                    self.cast.also(who, self._wording(other))
                self._set(other, who, f"beside {wording}")
        owner = next((self.found[o] for o in phrase.owners if self.cores[o].type == "state"), None)
        who.owner = who.owner or (owner.who if owner else None)
        self._set(i, who, "named")

    def _tell(self, who: Someone, phrase: Phrase) -> None:
        """What a noun phrase tells of somebody: office, state, gender."""
        table = lexicon()
        for c in phrase.cores:
            if self.cores[c].type in ("role", "group"):
                held = heads(self._wording(c))
                who.heads |= held
                if held & (roles() | set(table.means.values())) - table.groups["generic"]:
                    role = self._role(phrase, c)
                    if role not in who.roles:
                        who.roles.append(role)
        told = self._gender(phrase)
        honorific = _HONORIFIC.search(
            self.text[max(0, self.cores[phrase.head].start - 8) : self.cores[phrase.head].start]
        )
        who.told = who.told or told is not None or honorific is not None
        who.gender = told or who.gender
        who.country = who.country or self._country(phrase)
        self._house(who, phrase)

    def _house(self, who: Someone, phrase: Phrase) -> None:
        """The organisation whose somebody is."""
        for o in phrase.owners:
            found = self.found[o]
            if who.owner is None and found is not None and self.cores[o].type == "organisation":
                who.owner = found.who

    def _role(self, phrase: Phrase, c: int) -> str:
        """An office as worded, with the organisation it is of."""
        core = self.cores[c]
        start, end = core.start, core.end
        for o in phrase.owners:
            other = self.cores[o]
            before, after = self.text[other.end : start], self.text[end : other.start]
            if other.type == "organisation" and other.end <= start and before in (" ", "'s ", "’s "):
                start = other.start
            elif other.type == "organisation" and other.start >= end and _OF.fullmatch(after):
                end = max(end, other.end)
        return " ".join(self.text[start:end].split())

    # ---- small things ------------------------------------------------------------------------------------------------

    def _set(self, i: int, who: Someone, why: str) -> None:
        self.found[i] = Found(who, why)
        if i not in who.cores[-3:]:
            who.cores.append(i)

    def _wording(self, i: int) -> str:
        return self.text[self.cores[i].start : self.cores[i].end]

    def _opens(self, at: int) -> bool:
        return self.places.sentence_start(at) >= at - 1

    def _heads(self, i: int) -> set[str]:
        """What an office agrees with: "spokeswoman" with "spokesperson"."""
        return heads(self._wording(i))

    def _gender(self, phrase: Phrase) -> Gender:
        table = lexicon().gender
        told = (
            table.get(word)
            for c in phrase.cores
            if self.cores[c].type == "role"
            for word in self._wording(c).lower().split()
        )
        return next((gender for gender in told if gender), None)

    def _country(self, phrase: Phrase) -> str | None:
        """The state that a phrase says somebody is of."""
        states = {self._wording(o) for o in phrase.owners if self.cores[o].type == "state"}
        if self.cores[phrase.head].type == "group" and len(states) > 1:
            return None  # "ministers of Norway and Latvia"
        for o in phrase.owners:
            core = self.cores[o]
            if core.type == "state":
                state = countries.state(self._wording(o))
                return state.code if state else None
            found = self.found[o]
            if found and found.who.country:
                return found.who.country
            if core.type in ("organisation", "group"):
                inner = self._country(self.phrases.of[o]) if self.phrases.of[o] is not phrase else None
                if inner or (inner := _first_state(self._wording(o))):
                    return inner
        if self.cores[phrase.head].type == "organisation":
            return _first_state(self._wording(phrase.head))
        return None


def is_name(wording: str) -> bool:
    """Whether a mention is a name, by its first letter."""
    return wording[0].isupper() or wording[0].isdigit()


def _people(wording: str) -> str | None:
    state = countries.state(wording) or countries.state(re.sub("s$", "", wording))
    return state.code if state else None


def _first_state(wording: str) -> str | None:
    for word in re.findall(r"[A-Z][\w.]+", wording)[:3]:
        state = countries.state(word)
        if state and state.how in ("name", "other name", "adjective"):
            return state.code
    return None
