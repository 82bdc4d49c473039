"""Where one party of a source ends and the next begins: "X and Y" are two, an office with "and" in it is one."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from onrecord.reading.names import Words, persons
from onrecord.records import Span

# an office left open by "of" or "for": what follows "and" still belongs to it ("Ministry of Labour and Social Affairs")
_OPEN = re.compile(r"[RrOoKkg]c[^,]*$")
_OWN_HEAD = re.compile(r"d|H|p|[DSAMTNP]*[ROKGrok]|A$")
# no name before the "and": "the Central and ...", "talks with Norway and ..."
_NO_PARTY = re.compile(r"d?[MTDmt]+$|d?[mt]*[ntxeu][^,]*[ic]")
# an apposition: "Ana Moro, head of trade and ..."
_APPOSITION = re.compile(r"[^,&]*N,[^,]*")
# the same with the office named: its own commas do not end it ("Ana Moro, Director for Trade, Customs and ...")
_OFFICE_APPOSITION = re.compile(r"[^,&]*N,d?[mnMSDAGT]{0,4}[Rr].*[^,]", re.DOTALL)
_LIST = re.compile(r"(?:H?N{1,4},)+H?N{1,4},?")


def parties(words: Words, first: int, last: int, known: Callable[[str], bool]) -> list[Span]:
    """The phrases that "and" and commas join in a source, as ranges of words.

    Args:
        words: the document's words.
        first: the first word of the source.
        last: the word after its last.
        known: tells whether somebody of a surname (case folded) is named in the document.
    """
    kinds = words.kinds
    out = []
    start = first
    for k in range(first + 1, last - 1):
        if words.lower(k - 1) == "between":
            break
        if kinds[k] == "&" and k > start and not _one_party(words, start, k, last, known):
            out.extend(_listed(kinds, start, k))
            start = k + 1
    return out + _listed(kinds, start, last)


def _listed(kinds: str, first: int, last: int) -> list[Span]:
    """The names in a list of nothing but names."""
    if not _LIST.fullmatch(kinds, first, last):
        return [(first, last)]
    cuts = [first - 1, *(i for i in range(first, last) if kinds[i] == ","), last]
    return [(a + 1, b) for a, b in pairwise(cuts) if a + 1 < b]


def _one_party(words: Words, first: int, middle: int, last: int, known: Callable[[str], bool]) -> bool:
    """Whether the words around an "and" belong to one party."""
    before, after = words.kinds[first:middle], words.kinds[middle + 1 : last]
    if _NO_PARTY.match(before):
        return True
    if _APPOSITION.fullmatch(before):
        return not before.endswith(",") and not _LIST.match(before + after)
    name = next(persons(words, middle + 1, last), None)
    if _OFFICE_APPOSITION.fullmatch(before):
        return not (name and name.first == middle + 1 and known(name.surname))
    if not _OPEN.search(before) or _OWN_HEAD.match(after):
        return False
    return not (name and (name.first, name.last) == (middle + 1, last) and known(name.surname))


def without_relative_clause(kinds: str, first: int, last: int) -> int:
    """The end of a phrase without its relative clause, brackets and closing marks."""
    for i in range(first + 1, last):
        if kinds[i] == "(" or (kinds[i] == "p" and kinds[i - 1] == ","):
            last = i
            break
    while last > first and kinds[last - 1] in ",.q:xLPfX":
        last -= 1
    return last
