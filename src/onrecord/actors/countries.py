"""States, places and institutions by what texts call them: names, adjectives, capitals, seats of power, acronyms.

The tables are ``data/states.tsv``, ``data/cities.tsv``, ``data/institutions.tsv`` and, for spellings that mean several
things, ``data/ambiguous.tsv``; each is read when first asked for.

Accents, a leading "the", a closing "'s", spaces and the shape of apostrophes and hyphens never matter in a wording.
Capital letters matter where small ones could mean something else: "US" is a state and "us" is not, "Turkey" is one and
"turkey" a bird; "TURKEY" in a headline is the state, "russian" in a careless text the adjective.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Literal, cast

from onrecord.actors.spellings import Index, fold, folded_cells, lines

Kind = Literal["state", "territory", "de-facto", "historical"]
How = Literal["name", "other name", "adjective", "capital", "seat"]
Table = Literal["states", "cities", "institutions", "organisations", "people-europe", "people-world"]


@dataclass(frozen=True, slots=True)
class State:
    """A state, a territory, or an authority that acts as one.

    Attributes:
        code: ISO 3166-1 alpha-3; XKX for Kosovo; ours for authorities without one (NKR).
        name: usual English name.
        kind: "state", "territory", "de-facto" (not recognised by all, or by any), "historical".
        within: code of the state in whose recognised borders a de-facto authority lies ("" where ISO 3166 counts it by
            itself, as Palestine and Taiwan, or custom does, as Kosovo); of the state to which a territory belongs; of
            the one that continues a historical state.
        how: what it was found by: its "name", an "other name", an "adjective" (or demonym), a "capital", a "seat".
    """

    code: str
    name: str
    kind: Kind
    within: str
    how: How

    @property
    def nobodys(self) -> bool:
        """Whether it belongs to no state: Antarctica."""
        return self.kind == "territory" and not self.within


@dataclass(frozen=True, slots=True)
class Place:
    """A city, or a region inside a state.

    Attributes:
        name: usual English name.
        code: code of its state, as in :class:`State`.
        how: "name", "other name" or "adjective" ("Chechen", "Scottish").
    """

    name: str
    code: str
    how: How


@dataclass(frozen=True, slots=True)
class Institution:
    """A part of a state that is known by a name of its own.

    Attributes:
        name: usual English name: "Knesset".
        code: code of its state, as in :class:`State`.
        sector: PLOVER sector: GOV, MIL, LEG, JUD, SPY, COP, EDU ...
    """

    name: str
    code: str
    sector: str


@lru_cache(maxsize=1 << 14)
def state(wording: str) -> State | None:
    """The state that a name, adjective, demonym, capital or seat of power means: "Ankara", "Turks", "the Kremlin"."""
    key = fold(wording)
    line = _index("states.tsv").get(key)
    return _state(line, _how("states.tsv", line, key)) if line else None


def states_in(wording: str) -> tuple[State, ...]:
    """The states that a wording names, in order: two of "Armenian-Azerbaijani" and "Sino-Russian", else at most one."""
    if whole := state(wording):
        return (whole,)
    parts = re.split(r"[-/]| and ", fold(wording))
    found = [by_code(_PREFIXES.get(part, "")) or state(part) for part in parts]
    return tuple(one for one in found if one) if len(found) > 1 and all(found) else ()


@cache
def by_code(code: str) -> State | None:
    """The state of a code, as if found by its name."""
    line = _codes().get(code)
    return _state(line, "name") if line else None


@lru_cache(maxsize=1 << 14)
def place(wording: str) -> Place | None:
    """The city or region that a name or adjective means: "Mariupol", "Chechen"."""
    key = fold(wording)
    line = _index("cities.tsv").get(key)
    if line is None:
        return None
    name, _, code, _ = line.split("\t")
    return Place(name, code, _how("cities.tsv", line, key))


@lru_cache(maxsize=1 << 14)
def institution(wording: str, country: str = "") -> Institution | None:
    """The institution that a name or acronym means: "the Bundestag", "IDF", "Armenia's National Assembly".

    Args:
        wording: a mention, with or without its state.
        country: code of the state that is spoken of, if known: what several states have ("National Assembly", "NIS")
            is found only so, or where the wording tells the state.
    """
    key = fold(wording)
    line = (_shared(country).get(key) if country else None) or _index("institutions.tsv").get(key)
    return _institution(line) if line else _of_its_state(key)


def preferred(wording: str) -> Table | None:
    """The table whose meaning wins, for a spelling that stands in several; None where it does not."""
    line = _index("ambiguous.tsv").get(fold(wording))
    return cast(Table, line.split("\t", 2)[1]) if line else None


def spellings() -> Iterator[str]:
    """All folded spellings of states, places and institutions."""
    return chain.from_iterable(_index(table).exact for table in ("states.tsv", "cities.tsv", "institutions.tsv"))


# the columns of each table that have spellings, and what a wording was found by if it was by one of them
_COLUMNS: dict[str, tuple[tuple[int, How], ...]] = {
    "states.tsv": ((1, "name"), (2, "other name"), (3, "adjective"), (4, "capital"), (5, "seat")),
    "cities.tsv": ((0, "name"), (1, "other name"), (3, "adjective")),
    "institutions.tsv": ((0, "name"), (1, "other name")),
    "ambiguous.tsv": ((0, "name"),),
}
# first parts of compounds that are no adjective by themselves
_PREFIXES = {
    "Anglo": "GBR", "Austro": "AUT", "Belgo": "BEL", "Dano": "DNK", "Franco": "FRA", "Graeco": "GRC", "Greco": "GRC",
    "Hispano": "ESP", "Indo": "IND", "Israelo": "ISR", "Italo": "ITA", "Luso": "PRT", "Polono": "POL", "Russo": "RUS",
    "Serbo": "SRB", "Sino": "CHN", "Soviet": "SUN", "Turco": "TUR", "Turko": "TUR", "Perso": "IRN", "Nippo": "JPN",
    "Americano": "USA", "Armeno": "ARM", "Finno": "FIN", "Ukraino": "UKR",
}  # fmt: skip


@cache
def _index(table: str) -> Index:
    """The lines of a table by spelling."""
    index = Index()
    columns = _COLUMNS[table]
    for line in lines(table):
        cells = folded_cells(line)
        for column, how in columns:
            if cells[column]:
                for key in _spellings(cells[column], how):
                    index.add(key, line)
    return index


def _spellings(cell: str, how: How) -> Iterable[str]:
    spellings = cell.split("|")
    return spellings if how != "adjective" else [form for word in spellings for form in _forms(word)]


def _forms(adjective: str) -> tuple[str, ...]:
    """A demonym and its plural, where it has one: "Finns", not "Chineses"."""
    has_plural = not adjective.endswith(("s", "sh", "ch", "x", "z", "ese", "men", "man")) and not adjective.isupper()
    return (adjective, f"{adjective}s") if has_plural else (adjective,)


def _how(table: str, line: str, key: str) -> How:
    """By which column of a line a folded wording was found."""
    cells = folded_cells(line)
    found = [(spelling, how) for column, how in _COLUMNS[table] for spelling in _spellings(cells[column], how)]
    exact = [how for spelling, how in found if spelling == key]
    return exact[0] if exact else next(how for spelling, how in found if spelling.lower() == key.lower())


def _state(line: str, how: How) -> State:
    code, name, _, _, _, _, within, kind = line.split("\t")
    return State(code, name, cast(Kind, kind), within, how)


@cache
def _codes() -> dict[str, str]:
    """The lines of the states by code."""
    return {line.split("\t", 1)[0]: line for line in lines("states.tsv")}


def _institution(line: str) -> Institution:
    name, _, code, sector, _ = line.split("\t")
    return Institution(name, code, sector)


@cache
def _shared(country: str) -> Index:
    """What a state has as others do, by the name that they share."""
    index = Index()
    for line in _sharing().get(country, ()):
        for key in folded_cells(line)[4].split("|"):
            index.add(key, line)
    return index


@cache
def _sharing() -> dict[str, list[str]]:
    """The lines of institutions that have names shared with other states', by state."""
    found: dict[str, list[str]] = {}
    for line in lines("institutions.tsv"):
        if not line.endswith("\t"):
            found.setdefault(line.split("\t", 3)[2], []).append(line)
    return found


_TO_ITS_STATE = re.compile(r"(?P<rest>.+) (?:of|in) (?:the )?(?P<state>[^ ].*)")


def _of_its_state(key: str) -> Institution | None:
    """Of "Russian State Duma", "Armenia's National Assembly" and "National Assembly of Armenia", that state's."""
    words = key.split(" ")
    splits = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, min(len(words), 5))]
    if after := _TO_ITS_STATE.fullmatch(key):
        splits.append((after["state"], after["rest"]))
    for told, rest in splits:
        if its := state(told):
            of_it = fold(rest)
            if line := _shared(its.code).get(of_it) or _index("institutions.tsv").get(of_it):
                found = _institution(line)
                return found if found.code == its.code else None
    return None
