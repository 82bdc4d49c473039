"""Words of offices, organisations and states, and the class that each gives to a word of the text.

The tables are ``data/offices.tsv`` and ``data/states.tsv``. A class is one letter, so that a text becomes a string of
letters in which names are found by regular expressions (see :mod:`onrecord.reading.names`). Capital letters are for
capitalised words, small ones for words in lower case:

====  ==========================  ====  ==========================  ====  ==========================
N n   any other word              H     honorific                   R r   role (K k in the plural)
S     state, capital, seat        D     adjective of a state        G     organisation known by name
A     acronym                     O o   head of an organisation     M m   modifier of a role
T t   what an office is about     c     "of", "for"                 i     any other preposition
u     who cannot be known         e     what is said or written     b     "side"
p     pronoun                     d     determiner                  v     particle of a name
X f   function word               P     possessive 's               L     line break
====  ==========================  ====  ==========================  ====  ==========================
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.tables import rows

Gender = Literal["f", "m"] | None

# group: class when capitalised, class in lower case; the first group that has a word decides
_GROUPS = {
    "pronoun": "pp",
    "determiner": "dd",
    "preposition": "cc",
    "other-preposition": "ii",
    "honorific": "H ",
    "role": "Rr",
    "generic": "Rr",
    "side": "bb",
    "organisation": "Oo",
    "unknown": "uu",
    "document": "ee",
    "topic": "Tt",
    "modifier": "Mm",
    "verb": "Xf",
    "modal": " f",
    "function": "Xf",
    "particle": " v",
}
_MARKS = {"\n": "L", ",": ",", "(": "(", ")": ")", ":": ":", "&": "&", "and": "&", "And": "X"}
_MARKS |= dict.fromkeys("\"'“”‘’„‟«»‹›`", "q")


@dataclass(frozen=True)
class Lexicon:
    """The tables, by word as it is written.

    Attributes:
        kinds: class of a word or phrase.
        phrases: for the first word of a phrase, the phrases, longest first.
        means: what a role, generic word or pronoun agrees with, by the word in lower case (roles in the singular, too).
        gender: of words that tell it, in lower case.
        states: name, adjective or capital of a state to its code and its name.
        groups: the words of each group, in lower case.
    """

    kinds: dict[str, str]
    phrases: dict[str, tuple[str, ...]]
    means: dict[str, str]
    gender: dict[str, Gender]
    states: dict[str, tuple[str | None, str]]
    groups: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The tables, read once."""
    kinds: dict[str, str] = dict(_MARKS)
    states: dict[str, tuple[str | None, str]] = {}
    for code, name, others, adjectives, capitals, seats in _rows("states.tsv", 6):
        entry = (None if code == "-" else code, name)
        for word in (w for field in (name, others, capitals, seats) for w in field.split("|") if w):
            states.setdefault(word, entry)
            kinds.setdefault(word, "S")
        for word in (w for w in adjectives.split("|") if w):
            for form in (word, f"{word}s"):
                states.setdefault(form, entry)
                kinds.setdefault(form, "D")
    by_group: dict[str, dict[str, tuple[str, str]]] = {}
    for group, word, *values in _rows("offices.tsv", 4):
        by_group.setdefault(group, {})[word] = (values[0], values[1])
    words = [(group, word, *values) for group in _GROUPS for word, values in by_group[group].items()]
    means: dict[str, str] = {}
    genders: dict[str, Gender] = {}
    for word, (meaning, _) in by_group["named"].items():
        kinds.setdefault(word, "G")
        means[word] = meaning or word
    for group, word, meaning, gender in words:
        _enter(kinds, word, *_GROUPS[group])
        means.setdefault(word.lower(), meaning or word.lower())
        if gender:
            genders.setdefault(word.lower().rstrip("."), "f" if gender == "f" else "m")
    # plurals come last: "officials" is a word of its own
    for group in ("role", "generic"):
        for word in by_group[group]:
            plural = _plural(word)
            _enter(kinds, plural, "K", "k")
            means.setdefault(plural.lower(), means[word.lower()])
    phrases: dict[str, list[str]] = {}
    for word in kinds:
        if " " in word:
            phrases.setdefault(word.split()[0], []).append(word)
    return Lexicon(
        kinds,
        {first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()},
        means,
        genders,
        states,
        {group: frozenset(w.lower() for w in found) for group, found in by_group.items()},
    )


def _enter(kinds: dict[str, str], word: str, capitalised: str, small: str) -> None:
    # a capital word stays one ("Gen.", "I"); short ones are not taken for their own capitals: "US" is not "us"
    if small != " ":
        kinds.setdefault(word, small if word[0].islower() else capitalised)
    if capitalised != " ":
        forms = [word[0].upper() + word[1:], _title_case(word)]
        if len(word) > 3 or capitalised == "H":
            forms.append(word.upper())
        for form in forms:
            kinds.setdefault(form if not word.isupper() else word, capitalised)


def _title_case(phrase: str) -> str:
    """ "Secretary of State", "Vice-President"."""
    words = re.split(r"([ -])", phrase)
    return "".join(w if w in ("of", "the", "and", "in") else w[:1].upper() + w[1:] for w in words)


def _plural(word: str) -> str:
    if word.endswith(("man", "men")):
        return word[:-3] + "men"
    first, space, rest = word.partition(" ")
    if space and rest.split()[0] in ("of", "general"):
        return f"{first}s {rest}"
    return f"{word}s"


def _rows(table: str, width: int) -> Iterator[list[str]]:
    for fields in rows(table):
        yield [*fields, *[""] * width][:width]
