"""From a mention's wording to an actor: which person, state or organisation, of which country, of what sector.

A wording is read as a reader would: its head says what the actor is ("police station" of "Minsk police station"), what
stands before the head and after "of" or "in" whose it is, an apposition what the name leaves open. What cannot be known
is None.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from onrecord.actors import countries, known_people, sectors, wording
from onrecord.actors.countries import Institution, Place, State
from onrecord.actors.known_people import OFFICIAL, Office, Person
from onrecord.actors.organisations import Organisation
from onrecord.actors.phrases import Phrase, phrases_of
from onrecord.actors.sectors import Word
from onrecord.actors.wording import Part

Kind = Literal["person", "organisation", "state", "group", "place"]

# the sectors that a force takes from those it belongs to
_ARMED = frozenset({"REB", "PRM", "UAF", "CRM", "COP", "SPY"})
# what an organisation of states may be besides
_POWERS = frozenset({"JUD", "LEG", "MIL", "COP", "MED"})
# without a year, an office that ended no longer ago than this still tells the sector
_RECENT = 10
_NOW = 2026


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom or what a wording names, as far as the tables and its own words tell.

    Attributes:
        name: canonical name of a known person, state, organisation or place; of others the name in the wording.
        kind: person, organisation, state, group or place.
        code: ISO 3166-1 alpha-3 of a state, its officials and seats; the acronym of an international organisation.
        country: alpha-3 code of the state that the actor belongs to, or the code of a de-facto authority.
        within: for a de-facto authority, the state in whose recognised borders it lies.
        sector: PLOVER sector, as POLECAT uses it.
        role: the office that a known person held in the year.
        how: which words in which table told it.
    """

    name: str | None = None
    kind: Kind | None = None
    code: str | None = None
    country: str | None = None
    within: str | None = None
    sector: str | None = None
    role: str | None = None
    how: str = ""


def resolve(text: str, *, year: int | None = None) -> Resolution:
    """The actor of a mention's wording.

    Args:
        text: "Taiwan's deputy foreign minister", "the Kremlin", "US Senator Marco Rubio", "two Russians".
        year: when it was written: decides which office a person held. Without it the latest office counts, and who left
            it more than ten years ago is of the elite (ELI), in office no more.

    Returns:
        What is known; every field may be None.
    """
    return _resolve(" ".join(text.split()), year)


@lru_cache(maxsize=8192)
def _resolve(text: str, year: int | None) -> Resolution:
    phrases = phrases_of(wording.parts(text, year))
    main = next(
        (i for i, phrase in enumerate(phrases) if phrase.link in (None, ",", "and") and phrase.head is not None), None
    )
    if main is None:
        # "the harbour of Odesa": no table has the head, but its place is told
        main = 0
    return _Reading(phrases, main, year).resolution()


class _Reading:
    """One wording, its phrases and the one that says what the actor is."""

    def __init__(self, phrases: list[Phrase], main: int, year: int | None) -> None:
        self.phrases, self.main, self.year = phrases, main, year
        self.phrase = phrases[main] if phrases else Phrase(None, (), None)
        self.part = self.phrase.parts[self.phrase.head] if self.phrase.head is not None else None
        self.told: list[str] = []

    def resolution(self) -> Resolution:
        """What the head and the words around it tell."""
        found = self.part.found if self.part else None
        if isinstance(found, Word):
            named = self._person_after_title(found)
            result = self._person(named, found) if named else self._agent(found)
        elif isinstance(found, Person):
            result = self._person(found, self._title())
        elif isinstance(found, State):
            result = self._state(self._citizenship(found))
        elif found is not None:
            result = self._named(found)
        else:
            result = Resolution(country=self._country(None), sector=None)
            result = replace(result, code=result.country)
        return replace(result, how="; ".join(dict.fromkeys(self.told)) or "no table knows its words")

    # each kind of head

    def _agent(self, word: Word) -> Resolution:
        """Of "soldiers", "ministry", "spokesman for the ...": the words around them tell whose they are."""
        organisation = self._international()
        country = self._country(word)
        sector = self._former(self._sector(word, country or organisation), word)
        kind: Kind | None = word.kind or None  # type: ignore[assignment]
        if kind == "person" and word.plural:
            kind = "group"
        code = organisation.code if organisation and country is None else country
        return replace(Resolution(self._name_after(word), kind, code, country, _within(country), sector or None))

    def _person(self, person: Person, title: Word | None) -> Resolution:
        """A known person: an office in the wording counts before those of the table."""
        told = [s.code for s in self._states(self.phrase)]
        office = person.office(self.year, told[0] if told else None)
        self._tell(person.name, "people")
        sector = self._former(self._sector(title, office.country), title) if title else None
        sector = sector or (office.sector if self._holds(office) else "ELI")
        code = office.country or None
        if "IGO" in (office.sector, sector):
            organisation = self._international() or _of_office(office)
            code = organisation.code if organisation else code
        return Resolution(
            person.name, "person", code, office.country or None, _within(office.country), sector, office.title
        )

    def _state(self, state: State) -> Resolution:
        """A state, its people, its seats of power."""
        self._tell(self.part.text if self.part else state.name, f"states, {state.how}")
        if state.nobodys:
            return Resolution(state.name, "place")
        code = self._country(None) if self._several(self.phrase) else state.code
        if code is None:
            return Resolution()
        sector = {"seat": "GOV", "capital": "GOV"}.get(state.how)
        if state.kind == "de-facto" and state.within:
            sector = "PRE"
        kind: Kind = "group" if state.how == "adjective" else "state"
        return Resolution(state.name, kind, code, code, state.within or None, sector)

    def _citizenship(self, state: State) -> State:
        """Of "Bosnian Serbs" the first: whose citizens they are."""
        states = self._states(self.phrase)
        return states[0] if state.how == states[0].how == "adjective" else state

    def _named(self, found: Organisation | Institution | Place) -> Resolution:
        """An organisation, institution or place by its name."""
        if isinstance(found, Place):
            self._tell(found.name, "cities")
            of_it: Kind = "group" if found.how == "adjective" else "place"
            return Resolution(found.name, of_it, found.code, found.code, _within(found.code), "CVL")
        states = self._states(self.phrase) or [
            s for c in self._complements() if c.link == "of" for s in self._states(c) if s.how != "adjective"
        ]
        if isinstance(found, Institution) and states and states[0].code != found.code:
            # "Chile's Defense Department" is not the Pentagon
            word = sectors.word(self.part.text) if self.part else None
            return self._agent(word or Word("", found.sector, "agent", "organisation", "", False))
        international = isinstance(found, Organisation) and not found.country
        own = found.country if isinstance(found, Organisation) else found.code
        self._tell(found.name, "organisations" if isinstance(found, Organisation) else "institutions")
        country = own or None
        if states and not international:
            country = states[0].code
        sector = _sector_of(found)
        sector = self._of_the_state(sector, "organisation")
        code = found.code if international and isinstance(found, Organisation) else country
        return Resolution(found.name, "organisation", code, country, _within(country), sector or None)

    # the sector

    def _sector(self, word: Word, owner: object) -> str:
        """The sector of an agent word: its own, or of what stands nearest before it, or after "of"."""
        sector = word.sector
        if word.use == "agent":
            self._tell(word.phrase, "sectors")
            return self._of_the_state(sector, word.kind)
        lent = self._of_the_state(self._lent(word), word.kind)
        if word.use == "force":
            lent = lent if lent in _ARMED else ""
        if not lent:
            self._tell(word.phrase, "sectors")
        if word.use == "office" and not lent:
            return sector if owner else ""
        return lent or sector

    def _lent(self, word: Word) -> str:
        """What the words before a bearer, or the phrase after "of", say that it is."""
        before = self.phrase.parts[: self._at(word)]
        for part in reversed(before):
            if sector := self._lends(part):
                # "the EU's foreign policy chief" is no government's
                of_states = any(isinstance(p.found, Organisation) and _is_of_states(p.found) for p in before)
                return "IGO" if sector == "GOV" and of_states else sector
        for phrase in self._complements():
            if phrase.head is not None and phrase.link != ",":
                part = phrase.parts[phrase.head]
                found = part.found
                inner = isinstance(found, Word) and found.use in ("bearer", "office", "force")
                order = phrase.parts[phrase.head :: -1] if inner else (part,)
                for each in order:
                    if sector := self._lends(each):
                        return sector
                if isinstance(found, Word) and found.sector:
                    self._tell(found.phrase, "sectors")
                    return found.sector
        return ""

    def _lends(self, part: Part) -> str:
        found = part.found
        if isinstance(found, Word):
            if found.use in ("agent", "topic", "force") and found.sector:
                self._tell(found.phrase, "sectors")
                return found.sector
            return ""
        if isinstance(found, Person):
            return found.office(self.year).sector
        if isinstance(found, Organisation | Institution):
            self._tell(found.name, "organisations" if isinstance(found, Organisation) else "institutions")
            return _sector_of(found) or ("IGO" if isinstance(found, Organisation) and not found.country else "")
        return "GOV" if isinstance(found, State) and found.how == "seat" else ""

    def _former(self, sector: str, word: Word | None) -> str:
        """ELI for former officials; former soldiers are civilians."""
        if not self._marked("former") or sector not in OFFICIAL or (word and word.kind not in ("person", "")):
            return sector
        return "CVL" if word and word.use == "force" else "ELI"

    def _of_the_state(self, sector: str, kind: str) -> str:
        """GOV for news media that are the state's: "state television"."""
        return "GOV" if sector == "JRN" and kind == "organisation" and self._marked("state") else sector

    def _marked(self, mark: str) -> bool:
        end = self.phrase.head if self.phrase.head is not None else len(self.phrase.parts)
        return any(isinstance(p.found, Word) and p.found.mark == mark for p in self.phrase.parts[:end])

    # the country

    def _country(self, word: Word | None) -> str | None:
        """Whose the actor is: first by the words of its own phrase, then by "of" and "in", then by an apposition."""
        if self._several(self.phrase):
            return None
        away = word is not None and word.away
        for phrase in [self.phrase, *self._complements()]:
            if phrase.link == "in" and away:
                continue
            for part in phrase.parts:
                country, where = _belongs(part, self.year)
                if country:
                    self._tell(part.text, where)
                    return country
                if isinstance(part.found, Organisation) and _is_of_states(part.found):
                    return None
            if phrase is self.phrase and word is not None and word.country:
                return word.country
        return None

    def _complements(self) -> list[Phrase]:
        """The phrases after the head's that may say whose it is, as far as none of another actor comes between."""
        out = []
        for phrase in self.phrases[self.main + 1 :]:
            if phrase.link == "away":
                break
            if phrase.link != "and":
                out.append(phrase)
            elif any(_belongs(part, self.year)[0] for part in phrase.parts):
                break  # "the president and prime minister of Georgia" goes on, "the president and Russia" does not
        return out + [c for c in self.phrases[: self.main] if c.link is None]

    def _states(self, phrase: Phrase) -> list[State]:
        return [p.found for p in phrase.parts if isinstance(p.found, State)]

    def _several(self, phrase: Phrase) -> bool:
        """Whether the phrase has two states with one voice: "Armenian-Azerbaijani", "Russian and Chinese"."""
        states = [(p.found.code, p.joined) for p in phrase.parts if isinstance(p.found, State)]
        return any(joined and code != other for (code, joined), (other, _) in pairwise(states))

    def _international(self) -> Organisation | None:
        """The international organisation to which the phrase or its complement belongs."""
        for phrase in [self.phrase, *self._complements()]:
            for part in phrase.parts:
                if isinstance(part.found, Organisation) and not part.found.country:
                    self._tell(part.found.name, "organisations")
                    return part.found
        return None

    # names with titles

    def _title(self) -> Word | None:
        """The office before a person's name in the wording."""
        for part in reversed(self.phrase.parts[: self.phrase.head]):
            if isinstance(part.found, Word) and part.found.use not in ("", "topic"):
                return part.found
        return None

    def _person_after_title(self, word: Word) -> Person | None:
        """Of "Defense Minister Shoigu" the only one of that surname who did; of "mayor of Kyiv NAME" that person."""
        for phrase in self._complements():
            last = phrase.parts[-1].found
            if phrase.link == "of" and len(phrase.parts) > 1 and isinstance(last, Person) and not word.plural:
                return last
        rest = self._after_head()
        if word.kind != "person" or len(rest) != 1:
            return None
        states = self._states(self.phrase)
        people = known_people.titled(rest[0].text, word.phrase, states[0].code if states else None)
        return people[0] if len(people) == 1 else None

    def _name_after(self, word: Word) -> str | None:
        """The name of nobody known after a title: "Juan Carlos Jobet" of "Minister Juan Carlos Jobet"."""
        rest = self._after_head()
        return " ".join(p.text for p in rest) if rest and word.kind == "person" and not word.plural else None

    def _after_head(self) -> list[Part]:
        rest = self.phrase.parts[(self.phrase.head or 0) + 1 :]
        return list(rest) if all(p.capital and p.found is None for p in rest) else []

    def _holds(self, office: Office) -> bool:
        """Whether the office counts for the sector: held in the year, or without one until lately."""
        if office.sector not in OFFICIAL:
            return True
        if self.year is not None:
            return office.covers(self.year)
        return (office.last or _NOW) >= _NOW - _RECENT

    def _at(self, word: Word) -> int:
        return next((i for i, p in enumerate(self.phrase.parts) if p.found is word), len(self.phrase.parts))

    def _tell(self, words: str, table: str) -> None:
        self.told.append(f'"{words}" in {table}')


def _within(code: str | None) -> str | None:
    state = countries.by_code(code) if code else None
    return state.within or None if state and state.kind == "de-facto" else None


def _belongs(part: Part, year: int | None) -> tuple[str | None, str]:
    """The country that a part tells, and in which table."""
    found = part.found
    if isinstance(found, State):
        return None if found.nobodys else found.code, f"states, {found.how}"
    if isinstance(found, Place):
        return found.code, "cities"
    if isinstance(found, Institution):
        return found.code, "institutions"
    if isinstance(found, Organisation):
        return found.country or None, "organisations"
    if isinstance(found, Person):
        return found.office(year).country or None, "people"
    return None, ""


def _is_of_states(organisation: Organisation) -> bool:
    return not organisation.country and ("IGO" in organisation.sectors or bool(organisation.members))


def _sector_of(found: Organisation | Institution) -> str:
    """The sector; of an organisation of states what it is besides: the International Court of Justice is JUD."""
    if isinstance(found, Institution):
        return found.sector
    return next((s for s in found.sectors if s in _POWERS), found.sector)


def _of_office(office: Office) -> Organisation | None:
    """The international organisation in an office: the UN of "secretary-general of the UN"."""
    found = (part.found for part in wording.parts(office.title))
    return next((f for f in found if isinstance(f, Organisation) and not f.country), None)
