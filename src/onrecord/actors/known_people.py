"""Persons whom news names so often that a table knows their state and offices: by name, by title and surname, by year.

The tables are ``data/people-europe.tsv`` and ``data/people-world.tsv``; they are read when first asked for. A name is
looked up without regard to accents, hyphens, initials and capital letters; one that is not found so is looked up by its
sound as far as transliterations of one name differ ("Mohammed", "Muhammad").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.actors import sectors
from onrecord.actors.spellings import lines

_TABLES = ("people-europe.tsv", "people-world.tsv")
# where the surname comes first
_SURNAME_FIRST = frozenset({"CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "VNM", "KHM"})
_TOP = re.compile(
    r"(?:(?:interim|acting|transitional) )?(?:president|prime minister|chancellor|king|queen|emperor|emir|sultan|"
    r"supreme leader|pope|state counsellor|chairman of the presidency)(?: of .*)?$"
)
# the last year of which the tables know who served
_KNOWN_UNTIL = 2025
_ENVOY = re.compile(r"envoy|mediator|facilitator|representative|advis[eo]r|rapporteur|chair of the .*panel")
_PLAIN_WORDS = frozenset({"may", "major", "brown", "bush", "park", "young", "king", "rice", "best"})
# sectors of offices: who left one is of the elite (ELI); rebels, journalists and owners stay what they are
OFFICIAL = frozenset({"GOV", "LEG", "JUD", "MIL", "SPY", "COP", "PTY", "IGO"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held.

    Attributes:
        country: alpha-3 or de-facto code, "" for an office of an international body.
        sector: PLOVER sector.
        title: "minister of foreign affairs".
        first: the first year, None if not known.
        last: the last year, None if not known or not over.
    """

    country: str
    sector: str
    title: str
    first: int | None
    last: int | None

    @property
    def top(self) -> bool:
        """Whether it makes head of a state or government."""
        return self.sector not in ("IGO", "LEG") and bool(_TOP.match(self.title))

    def covers(self, year: int) -> bool:
        """Whether the office was held in a year."""
        return (self.first or 0) <= year <= (self.last or 9999)


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the tables, with all offices in the order of the table."""

    name: str
    gender: str
    offices: tuple[Office, ...]

    def office(self, year: int | None = None, country: str | None = None) -> Office:
        """The office held in a year, else the latest; of those in one country, if there are any."""
        choice = [o for o in self.offices if o.country == country] or list(self.offices)
        if year is not None:
            choice = [o for o in choice if o.covers(year)] or choice
        elif self.top:
            # a former president who mediates for a union of states is known as the former president
            choice = [o for o in choice if not (o.sector == "IGO" and (o.last or _ENVOY.search(o.title)))] or choice
        # max keeps the first of several: of offices held at once that is the best known
        return max(choice, key=lambda o: (o.last or (9999 if o.first else 0), o.top, o.sector == "GOV", o.first or 0))

    @property
    def top(self) -> bool:
        """Whether the person was ever head of a state or government."""
        return any(o.top for o in self.offices)


class _Index:
    """Lines of the tables by folded name and surname; persons are made of them when asked for.

    The names of a table are folded as a whole, which is many times as fast as one by one. What several persons share
    has their names joined by ``|``, as a cell of a table.
    """

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.surnames: dict[str, str] = {}
        self._lines: dict[str, str] = {}
        for table in _TABLES:
            self._read(lines(table))
        self.longest = max(name.count(" ") + 1 for name in self.names)

    def _read(self, table: Iterator[str]) -> None:
        before = ""
        persons: list[str] = []
        cells: list[str] = []
        surname_first: list[bool] = []
        for line in table:
            name, others, _, country, _ = line.split("\t", 4)
            if name == before:
                self._lines[name] += f"\n{line}"
                continue
            before = name
            known = self._lines.get(name)
            self._lines[name] = f"{known}\n{line}" if known else line
            persons.append(name)
            cells.append(f"{name}|{others}" if others else name)
            surname_first.append(country in _SURNAME_FIRST)
        for name, keys, first in zip(persons, _plain("\n".join(cells)).split("\n"), surname_first, strict=True):
            for key in keys.split("|"):
                if "." in key or key[1:2] == " " or key.endswith(" jr"):
                    key = _without_initials(key)
                _enter(self.names, key, name)
                _enter(self.surnames, key.split(" ", 1)[0] if first else key.rsplit(" ", 1)[-1], name)

    def people(self, names: str | None) -> list[Person]:
        """The persons of names as the tables have them, joined by ``|``."""
        return [_person(name, self._lines[name]) for name in names.split("|")] if names else []

    def spellings(self, name: str) -> set[str]:
        """All folded spellings of a person."""
        cells = (line.split("\t", 2) for line in self._lines[name].split("\n"))
        return {fold(spelling) for own, others, _ in cells for spelling in (own, *others.split("|"))}


def _enter(table: dict[str, str], key: str, name: str) -> None:
    known = table.get(key)
    if known is None:
        table[key] = name
    elif known != name and name not in known.split("|"):
        table[key] = f"{known}|{name}"


@lru_cache(maxsize=1 << 12)
def _person(name: str, told: str) -> Person:
    """The person of a name, of the lines that tell the offices."""
    offices, gender = [], ""
    for line in told.split("\n"):
        _, _, gender, country, sector, title, *years = line.split("\t")
        first, last = (int(y) if y.isdigit() else None for y in [*years, "", ""][:2])
        offices.append(Office(country, sector, title, first, last))
    return Person(name, gender, tuple(offices))


def fold(name: str) -> str:
    """A name in small letters without accents and apostrophes, hyphens as spaces; initials and "Jr." are left out."""
    return _without_initials(_plain(name))


def _plain(text: str) -> str:
    """A name, or a table of such, as :func:`fold` makes it, but for initials."""
    if not text.isascii():
        for letter, plain in _LETTERS.items():
            text = text.replace(letter, plain)
        text = _COMBINING.sub("", unicodedata.normalize("NFKD", text))
    return text.lower().replace("-", " ").replace("'", "")


def _without_initials(name: str) -> str:
    words = [w for w in name.replace(".", " ").split() if w != "jr"]
    kept = [w for w in words if len(w) > 1 or w is words[-1]]
    if len(kept) == 1 < len(words):  # "J. D. Vance" is "JD Vance", not "Vance"
        return "".join(words[:-1]) + " " + words[-1]
    return " ".join(kept)


def find(name: str, country: str | None = None) -> Person | None:
    """The person of a full name or other spelling; of a name that several have, the one of ``country``."""
    key = fold(name)
    index = _index()
    names = index.names.get(key)
    if names is None and " " in key:
        names = _heard(key)
    people = index.people(names)
    if len(people) > 1:
        people = [p for p in people if any(o.country == country for o in p.offices)]
    return people[0] if len(people) == 1 else None


def reach() -> int:
    """How many words the longest name has."""
    return _index().longest


def titled(surname: str, office: str, country: str | None = None) -> tuple[Person, ...]:
    """The persons of a surname who held an office, those of ``country`` only if it is told.

    Args:
        surname: "Hicks".
        office: in small letters, American: "deputy secretary" finds a "deputy secretary of defense".
    """
    index = _index()
    wanted = _office_words(office)
    exact, near = [], []
    for person in index.people(index.surnames.get(fold(surname))):
        held = [_office_words(o.title) for o in person.offices if country in (None, o.country)]
        if wanted in held:
            exact.append(person)
        elif any(wanted < words and not words - wanted & _LOWER for words in held):
            near.append(person)
    return tuple(exact or near)


def alone(name: str, year: int | None = None) -> Person | None:
    """The person whom one word means: "Lula"; by a surname the head of a state or government that alone can be meant.

    That is one who serves in the year (without one: still), where no other of that surname does, in whatever office; or
    the last of several heads of one country where the tables have the surname in no other.
    """
    key = fold(name)
    index = _index()
    if key in index.names:
        return find(name)
    if key in _PLAIN_WORDS:
        return None
    people = index.people(index.surnames.get(key))
    heads = [p for p in people if p.top]
    when = year or _KNOWN_UNTIL
    serving = [p for p in heads if any(o.top and o.first and o.covers(when) for o in p.offices)]
    one_country = len({p.offices[0].country for p in people}) == 1
    if len(serving) == 1:
        others = [p for p in people if p.offices[0].country != serving[0].offices[0].country]
        if len(people) < 5 and not any(o.first and o.covers(when) for p in others for o in p.offices):
            return serving[0]
    if not heads or not one_country or (year is not None and len(heads) > 1 and len(serving) != 1):
        return None
    return max(heads, key=lambda p: max(o.last or 9999 for o in p.offices))


def sound(key: str) -> str:
    """A folded name as it sounds, as far as transliterations differ: doubled letters, i and y, o and u, k and q."""
    for spelling, letter in _SOUNDS:
        key = key.replace(spelling, letter)
    return _DOUBLED.sub(r"\1", _MOHAMED.sub("muhamid", key))


_LETTERS = {
    "ı": "i",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "ə": "a",
    "Ə": "A",
    "đ": "d",
    "Đ": "D",
    "ß": "ss",
    "’": "'",
    "‘": "'",
    "ʻ": "'",
    "ʼ": "'",
    "–": "-",
}
_SOUNDS = (
    ("kh", "h"),
    ("gh", "g"),
    ("zh", "j"),
    ("dj", "j"),
    ("dz", "z"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("q", "k"),
    ("w", "v"),
    ("ou", "u"),
    ("oo", "u"),
    ("o", "u"),
    ("ee", "i"),
    ("ei", "i"),
    ("ai", "i"),
    ("ay", "i"),
    ("ey", "i"),
    ("iy", "i"),
    ("ie", "i"),
    ("y", "i"),
    ("e", "i"),
)
_MOHAMED = re.compile(r"\bm[uai]h+am+[aiu]d\b")
_DOUBLED = re.compile(r"(\w)\1+")
_COMBINING = re.compile("[\u0300-\u036f]+")
_LOWER = frozenset({"vice", "deputy", "assistant", "under", "first", "acting", "shadow"})


def _office_words(title: str) -> frozenset[str]:
    words = (sectors.american(w) for w in title.lower().replace("-", " ").split())
    alike = {"spokeswoman": "spokesman", "spokesperson": "spokesman", "chairwoman": "chairman", "defence": "defense"}
    return frozenset(alike.get(w, w) for w in words) - {"of", "the", "for", "and", "affairs", "minister's"}


@cache
def _index() -> _Index:
    return _Index()


@lru_cache(maxsize=1 << 12)
def _heard(key: str) -> str:
    """The persons, joined by ``|``, who have a spelling that sounds like a folded name."""
    index, heard = _index(), sound(key)
    first, *_, last = heard.split(" ")
    alike = (_surnames_by_sound().get(word, "") for word in dict.fromkeys((last, first)))
    names = {
        name: None
        for surname in "|".join(filter(None, alike)).split("|")
        if surname
        for name in index.surnames[surname].split("|")
    }
    return "|".join(name for name in names if heard in map(sound, index.spellings(name)))


@cache
def _surnames_by_sound() -> dict[str, str]:
    """Surnames by sound, joined by ``|``; all are rewritten in one go, as the tables are folded."""
    surnames = list(_index().surnames)
    out: dict[str, str] = {}
    for surname, heard in zip(surnames, sound("\n".join(surnames)).split("\n"), strict=True):
        _enter(out, heard, surname)
    return out


__all__ = ["OFFICIAL", "Office", "Person", "alone", "find", "fold", "reach", "titled"]
