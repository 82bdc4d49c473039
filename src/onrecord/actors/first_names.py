"""First names and the gender that they tell."""

from __future__ import annotations

from functools import cache
from typing import Literal

from onrecord.actors.romanised import folded
from onrecord.tables import rows

Gender = Literal["f", "m"] | None

_GENDERS: dict[str, Gender] = {"f": "f", "m": "m"}


@cache
def first_names() -> dict[str, Gender]:
    """The first names of ``data/firstnames.tsv``, folded, with the gender that they tell, None if either."""
    table: dict[str, Gender] = {}
    for name, told in rows("firstnames.tsv"):
        key, one = folded(name), _GENDERS.get(told)
        # names that only their accents tell apart are of both: Andrée, Andree
        table[key] = one if table.get(key, one) == one else None
    return table


def is_first_name(word: str) -> bool:
    """Whether a word, or what stands before its hyphen, is a first name."""
    known = first_names()
    return folded(word) in known or ("-" in word and folded(word.partition("-")[0]) in known)


def gender(given: str) -> Gender:
    """The gender of a first name, or of the first of several; None where the table has none, or both."""
    words = given.split()
    if not words:
        return None
    if folded(words[0]).startswith(("abdul", "abdel", "abdol", "abdur")):
        return "m"
    table = first_names()
    for form in ("-".join(words), words[0], words[0].partition("-")[0]):
        if folded(form) in table:
            return table[folded(form)]
    return None
