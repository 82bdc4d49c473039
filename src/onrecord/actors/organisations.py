"""Organisations by what texts call them: of states, armed groups, parties, news media, companies, aid groups.

The table is ``data/organisations.tsv``; it is read when first asked for. A wording finds its organisation whatever its
accents, its dots ("U.N."), its dashes ("al-Qaeda", "Al Qaeda"), a leading "the", a closing "'s", an acronym added in
brackets, and British or American spelling. Acronyms and names of one word need their capital letters, for "who" is not
the WHO; names of several words do not where small letters leave no doubt ("world health organization").

A name that several countries use ("Labour Party") means the organisation that news means when it says no more; the
others are found where the country is told, by the wording ("Norwegian Labour Party") or by the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from onrecord.actors import countries
from onrecord.actors.spellings import lines, plain
from onrecord.tables import rows

How = Literal["name", "other name"]

_TOLD = re.compile(r"(.+) \(([A-Z]{3})\)")  # "Labour Party (NOR)": a spelling that holds only where the country is told
_BRACKETED = re.compile(r"\s*(.+?)\s*\(([^()]+)\)\s*")
_THE_WORD = re.compile(r"\s*the\s+(\S+)\s*", re.IGNORECASE)  # "The Economist" is a paper, "economist" is not

# each pattern says its letters before what stands around them: so one search through the whole table is fast
_NUMBERED = re.compile(r"-(?<=\b[A-Z]-)(?=\d)")  # "G-7", "M-23"
_POSSESSIVE = re.compile(r"'[sS]?(?=(?: \([A-Z]{3}\))?\|)")
# British to American, where the word is not told from another by it: Labor Party and Labour Party are two
_SPELLINGS = [
    (re.compile(r"c(?<=[Dd]efenc)(?=es?\b)"), "s"),
    (re.compile(r"re(?<=[Cc]entre)(?=s?\b)"), "er"),
    (re.compile(r"me(?<=[Pp]rogramme)(?=s?\b)"), ""),
    (re.compile(r"o (?<=\b[Cc]o )(?=op|ord)"), "o"),
    (re.compile(r"is(?<=\w{4}is)(?=(?:ations?|ing|ed)\b)"), "iz"),
]
# nouns that say again what a name stands for: "Houthi rebels", "the AKP party", "the Reuters news agency"
_SAYS_AGAIN = re.compile(
    r" (?:party|movement|(?:(?:terrorist|terror|militant|armed|rebel|insurgent|mercenary|paramilitary|islamist) )?"
    r"(?:group|organization|network|militia)|militias|militants|fighters|rebels?|gunmen|insurgents|insurgency|guerrillas|"
    r"mercenaries|terrorists|jihadists|(?:military )?alliance|bloc|(?:news )?agency|newspaper|daily|newswire|"
    r"(?:tv )?channel|television|cartel|gang|company|corporation|peacekeepers|peacekeeping (?:mission|force)|mission)$",
    re.IGNORECASE,
)
# in small letters a name speaks for itself if it has three words, or if the last one says that it is an organisation
_SPEAKS_FOR_ITSELF = re.compile(r"(?:.* ){2}\S|.* (?:bank|brotherhood|court|league|nations|party|quartet|union|watch)$")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that is no part of a state.

    Attributes:
        code: its usual acronym or short name: "NATO", "Hezbollah"; unique.
        name: usual English name.
        sectors: PLOVER sectors, the main one first: ("IGO", "JUD") for the International Court of Justice.
        country: ISO 3166-1 alpha-3 code of the state that it belongs to or acts in; "" for international ones.
        members: alpha-3 codes of the member states, in alphabetical order, where the table has them.
        how: what it was found by: its "name" or an "other name" (acronyms too).
    """

    code: str
    name: str
    sectors: tuple[str, ...]
    country: str
    members: tuple[str, ...]
    how: How

    @property
    def sector(self) -> str:
        """The main sector."""
        return self.sectors[0]


@lru_cache(maxsize=1 << 14)
def organisation(wording: str, country: str = "") -> Organisation | None:
    """The organisation that a wording names.

    Args:
        wording: a mention: "the U.N.", "NATO's", "European Union (EU)", "Norwegian Labour Party", "Houthi rebels".
        country: alpha-3 code of the country that the text speaks of, if known; decides between organisations of one
            name.

    Returns:
        The organisation; None if the table has none of that name.
    """
    found = _named(wording, country)
    if found is None and (bracketed := _BRACKETED.fullmatch(wording)):
        found = _named(bracketed[1], country) or _named(bracketed[2], country)
    return found


def part_of(code: str) -> str:
    """The code of the organisation whose body a code names: EEAS is the EU's; itself if it is nobody's body."""
    return _bodies().get(code, code)


@cache
def _bodies() -> dict[str, str]:
    return {body: code for code, bodies in rows("bodies.tsv") for body in bodies.split("|")}


def members(code: str) -> tuple[str, ...]:
    """The alpha-3 codes of the member states of an organisation's code ("EAEU"); empty if none are known."""
    found = by_code(code)
    return found.members if found else ()


@cache
def by_code(code: str) -> Organisation | None:
    """The organisation of a code, as if found by its name."""
    line = _codes().get(code)
    return _organisation(line, "name") if line else None


def fold(wording: str) -> str:
    """A wording without what never matters: dots, dashes, apostrophes, accents, "the", British spelling."""
    return _folded(f"|{' '.join(wording.split()).strip(' ,;:')}|")[1:-1].strip()


def spellings() -> Iterator[str]:
    """All folded spellings, in small letters."""
    return (key.lower() for key in _index().exact)


def _folded(text: str) -> str:
    """One wording, or all of the table's, each between two bars, as :func:`fold` makes it."""
    text = _POSSESSIVE.sub("", _NUMBERED.sub("", plain(text).replace("&", " and ")))
    for dash in "-—/":
        text = text.replace(dash, " ")
    for sign in ".,'\"“”«»":
        text = text.replace(sign, "")
    while "  " in text:
        text = text.replace("  ", " ")
    for before in ("|", " "):
        for article in ("the ", "The ", "THE "):
            text = text.replace(before + article, before)
    for british, american in _SPELLINGS:
        text = british.sub(american, text)
    return text


class _Index:
    """Lines of the table by folded wording: as written and, where safe, in any letters.

    What holds for one country only has its code in the key, as in the table: "Labour Party (NOR)".
    """

    def __init__(self) -> None:
        self.exact: dict[str, str] = {}
        self._any: dict[str, str] = {}
        table = list(lines("organisations.tsv"))
        cells = ["|".join(line.split("\t", 3)[1:3]) for line in table]
        folded = _folded("|" + "|\n|".join(cells) + "|").split("\n")
        for line, own, keys in zip(table, cells, folded, strict=True):
            if "The " in own:
                keys = f"|{'|'.join(map(_entered, own.split('|')))}|"
            for key in keys[1:-1].split("|"):
                if key:
                    self._add(key, line)

    def _add(self, key: str, line: str) -> None:
        self.exact.setdefault(key, line)
        told = _TOLD.fullmatch(key) if key[-1] == ")" else None
        loose = f"{_loose(told[1])} ({told[2]})" if told else _loose(key)
        if self._any.setdefault(loose, line) is not line and not told:
            self._any.setdefault(f"{loose} ({_country(line)})", line)

    def get(self, key: str, country: str) -> str | None:
        """The line of a folded wording, of that country first."""
        loose = key.lower() if " " in key else key
        if key.islower() and not _SPEAKS_FOR_ITSELF.match(key):
            loose = ""
        usual = self.exact.get(key) or self._any.get(loose)
        if not country:
            return usual
        told = self.exact.get(f"{key} ({country})") or self._any.get(f"{loose} ({country})")
        own = (line for line in (usual, self._any.get(loose)) if line and _country(line) == country)
        return told or next(own, usual)


def _country(line: str) -> str:
    return line.split("\t", 5)[4]


def _loose(key: str) -> str:
    """How a folded spelling is entered for wordings in other letters: in small ones, a single word in capitals."""
    if " " in key:
        return key if key.startswith("the ") else key.lower()
    return key.upper() if len(key) > 3 else key


def _entered(spelling: str) -> str:
    """A spelling of the table, folded, the article of a single word kept: "the Economist", "the Left (POL)"."""
    name = _TOLD.sub(r"\1", spelling)
    return _keys(name)[0] + spelling[len(name) :]


def _keys(wording: str) -> list[str]:
    """The folded wording; before it, for "The Economist", the same with its article."""
    key = fold(wording)
    return [f"the {key}", key] if _THE_WORD.fullmatch(wording) else [key]


def _named(wording: str, country: str) -> Organisation | None:
    keys = _keys(wording)
    for key in dict.fromkeys([*keys, _SAYS_AGAIN.sub("", keys[-1])]):
        if line := _index().get(key, country):
            return _organisation(line, _how(line, key))
        if found := _of_its_state(key):
            return found
    return None


def _of_its_state(key: str) -> Organisation | None:
    """Of "Norwegian Labour Party" and "Labour Party of Norway", Norway's."""
    words = key.split()
    for told, rest in _splits(words):
        state = countries.state(told) or (countries.state(told[:-1]) if told.endswith("s") else None)  # "Norways"
        if state and (line := _index().get(rest, state.code)) and _country(line) == state.code:
            return _organisation(line, _how(line, rest))
    return None


def _splits(words: list[str]) -> Iterator[tuple[str, str]]:
    """What may be a state, of at most three words, and what may be its organisation."""
    for cut in range(1, min(4, len(words))):
        yield " ".join(words[:cut]), " ".join(words[cut:])
        if len(words) > cut + 1 and words[-cut - 1] in ("of", "in"):
            yield " ".join(words[-cut:]), " ".join(words[: -cut - 1])


def _how(line: str, key: str) -> How:
    """Whether a line was found by its name."""
    name = _keys(_TOLD.sub(r"\1", line.split("\t", 2)[1]))[0]
    by_name = key == name or (_loose(key) == _loose(name) and key not in _index().exact)
    return "name" if by_name else "other name"


def _organisation(line: str, how: How) -> Organisation:
    code, name, _, sectors, country, states = line.split("\t")
    of_states = tuple(filter(None, states.split("|")))
    return Organisation(code, _TOLD.sub(r"\1", name), tuple(sectors.split("|")), country, of_states, how)


@cache
def _codes() -> dict[str, str]:
    """The lines of the table by code."""
    return {line.split("\t", 1)[0]: line for line in lines("organisations.tsv")}


@cache
def _index() -> _Index:
    return _Index()
