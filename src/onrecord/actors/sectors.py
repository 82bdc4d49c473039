"""Words that tell what an actor is, and its PLOVER sector: soldiers, lawmakers, a ministry, a trade union.

The table is ``data/sectors.tsv``; its header says what the columns and uses are. A phrase is looked up in small
letters; plurals ("secretaries of state", "policemen") and British spellings are derived here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from onrecord.actors.spellings import lines

Use = Literal["agent", "bearer", "office", "force", "topic", ""]
Mark = Literal["former", "state", "against", "honorific", ""]

_MARKS: tuple[Mark, ...] = ("former", "state", "against", "honorific")
_AMERICAN = {
    "defence": "defense",
    "labour": "labor",
    "labourer": "laborer",
    "labourers": "laborers",
    "neighbour": "neighbor",
    "neighbours": "neighbors",
    "neighbourhood": "neighborhood",
    "armoured": "armored",
    "programme": "program",
    "centre": "center",
    "theatre": "theater",
    "paediatrician": "pediatrician",
    "traveller": "traveler",
    "travellers": "travelers",
}
_IRREGULAR = {"men": "man", "women": "woman", "wives": "wife", "thieves": "thief", "ladies": "lady", "gentlemen": "man"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase for an actor.

    Attributes:
        phrase: as the table has it: in small letters, singular, American.
        sector: PLOVER sector that it tells, "" for none.
        use: how the sector holds: see the table's header; "" for words that only mark others.
        kind: "person", "organisation", "group", "place", or "" for what is none of them.
        country: alpha-3 code of the only state that has such, else "".
        away: works away from home, like ambassadors: not of the state where it is or to which it is sent.
        mark: what it does to the words after it: "former", "state", "against", "honorific", or "".
        plural: whether the text has it in the plural.
    """

    phrase: str
    sector: str
    use: Use
    kind: str
    country: str
    away: bool
    mark: Mark = ""
    plural: bool = False


def american(word: str) -> str:
    """A word in small letters in American spelling: "defence" is "defense", "organisations" "organizations"."""
    return _AMERICAN.get(word) or (word.replace("isation", "ization") if "isation" in word else word)


def longest(words: Sequence[str], first: int, last: int) -> tuple[int, Word] | None:
    """The longest phrase of the table that begins at a word.

    Args:
        words: in small letters, American.
        first: where the phrase begins.
        last: before which it ends.

    Returns:
        Where the phrase ends, and its entry; None if none begins there.
    """
    table, reach = _table()
    opener = words[first]
    for length in range(min(max(reach.get(opener, 0), reach.get(_singular(opener), 0)), last - first), 0, -1):
        found = _word(table, words[first : first + length])
        if found:
            return first + length, found
    return None


def word(phrase: str) -> Word | None:
    """The entry of a phrase: "the police officers" is found without its "the" only."""
    words = [american(w) for w in phrase.lower().replace("-", " ").split()]
    found = longest(words, 0, len(words)) if words else None
    return found[1] if found and found[0] == len(words) else None


def _word(table: dict[str, str], words: Sequence[str]) -> Word | None:
    """The entry of words as they are, or in the singular: "deputies", "chiefs of staff", "attorneys general"."""
    told = table.get(" ".join(words))
    if told:
        return _entry(told, False)
    for at in {len(words) - 1, 0}:
        single = _singular(words[at])
        if single != words[at] and (told := table.get(" ".join([*words[:at], single, *words[at + 1 :]]))):
            return _entry(told, True)
    return None


@lru_cache(maxsize=1 << 12)
def _entry(told: str, plural: bool) -> Word:
    """The entry of a phrase, of its lines in the table: one tells the sector, another may be a mark."""
    phrase, sector, use, kind, country, mark = "", "", "", "", "", ""
    for line in told.split("\n"):
        phrase, *cells = line.split("\t")
        own, how, its, note = (cells + [""] * 4)[:4]
        if how in _MARKS:
            mark = how
            sector = sector or (own if how == "state" else "")
        else:
            sector, use, kind, country = own, how, its, note
    away = country == "away"
    return Word(phrase, sector, use, kind, "" if away else country, away, mark, plural)  # type: ignore[arg-type]


def _singular(word: str) -> str:
    """A plural's singular; any other word as it is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 4:
        return f"{word[:-3]}man"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2:
        return word[:-1]
    return word


@cache
def _table() -> tuple[dict[str, str], dict[str, int]]:
    """Lines by phrase, and for the first word of a phrase how many words the longest of them has."""
    table: dict[str, str] = {}
    reach: dict[str, int] = {}
    for line in lines("sectors.tsv"):
        phrase = line.split("\t", 1)[0]
        known = table.get(phrase)
        table[phrase] = f"{known}\n{line}" if known else line
        opener = phrase.split(" ", 1)[0]
        length = phrase.count(" ") + 1
        if length > reach.get(opener, 0):
            reach[opener] = length
    return table, reach
