"""The mode and the contexts of an event, as far as its words tell them: nothing is guessed where they do not.

The wordings are those of ``data/plover-words.tsv``, whose header says how one is matched and where it must stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.plover import CONTEXTS, TYPES
from onrecord.tables import rows

Tells = Mapping[str, Sequence["Wording"]]

_WORD = re.compile(r"[^\W_]+|;|, (?:and|but)\b")
_GAP, _NEAR, _FAR, _TOPICS = 5, 8, 16, 3
# words that a wording passes over, what leads to a means, what makes a passive, and where what is asked ends
_LITTLE = re.compile("the|an?|its|his|her|their|our|my|your|this|that|these|those|all|any|some|s")
_MEANS = re.compile("with|by|using|from|in|of|via|through|when|after|as")
_PASSIVE = re.compile("was|were|is|are|be|been|being")
_BREAK = re.compile(
    "[;,].*|but|if|unless|until|while|when|because|since|as|after|before|yet|(?:al)?though|wh(?:o|ose|ich|ere)"
)
_ENDINGS = (("s", ""), ("ies", "y"), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
_HISSES = ("s", "x", "z", "ch", "sh", "o")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that tell a mode or a context; ``name`` is empty where they tell none and only hide shorter ones."""

    words: tuple[str, ...]
    name: str
    where: str
    rank: int


def mode(type: str, trigger: str, sentence: str) -> str | None:
    """The mode that an event's words tell.

    Args:
        type: one of :data:`onrecord.plover.TYPES`.
        trigger: the words that name the event.
        sentence: that the trigger stands in.

    Returns:
        One of the type's modes; None if it has none, or no words tell one.

    Raises:
        KeyError: there is no such type.
    """
    if not TYPES[type].modes:
        return None
    words, own = _words(sentence), _words(trigger)
    start = next((i for i in range(len(words) - len(own) + 1) if words[i : i + len(own)] == own), None)
    if start is None:
        words, start = own, 0
    told = ((_reach(one.where, at, words, start, start + len(own)), one) for one, at in _found(words, _table()[type]))
    best = min(((*reach, one.rank, one.name) for reach, one in told if reach), default=None)
    return best[-1] or None if best else None


def contexts(sentence: str) -> tuple[str, ...]:
    """The topics that a sentence's words tell: at most three, those with most words, in the order of the table."""
    counts = Counter(one.name for one, _ in _found(_words(sentence), _table()["-"]) if one.name)
    order = {name: i for i, name in enumerate(CONTEXTS)}
    most = sorted(counts, key=lambda name: (-counts[name], order[name]))[:_TOPICS]
    return tuple(sorted(most, key=order.__getitem__))


def _reach(where: str, at: Sequence[int], words: Sequence[str], start: int, end: int) -> tuple[int, int] | None:
    """How little a wording at some places has to do with the trigger at ``start`` to ``end``; None: nothing."""
    if where == "means" and at[0] > start:
        end = start + 1  # "destroyed two tanks" may be a trigger
    if any(start <= i < end for i in at):
        return (2, 0) if where == "last" else (0, 0)
    behind = at[0] >= end
    far = at[0] - end if behind else 2 * (start - at[-1])
    between = words[end : at[0]]
    if where == "after":
        near = behind and far < _FAR and not any(map(_BREAK.fullmatch, between))
    else:
        near = where in ("near", "means") and far < (_NEAR if behind else 2 * _NEAR)
    if near and where == "means":
        # "struck two tanks", "two tanks were struck": not the means but what suffers
        near = any(map(_MEANS.fullmatch, between if behind else ()))
        near |= not behind and not any(map(_PASSIVE.fullmatch, words[start - 1 : start + 1]))
    return (1, far) if near else None


@cache
def _table() -> Mapping[str, Tells]:
    """The wordings by type, ``-`` for contexts, and first word; read once."""
    table: dict[str, dict[str, list[Wording]]] = {}
    for rank, (kind, name, where, wordings) in enumerate(rows("plover-words.tsv")):
        for wording in wordings.split("|"):
            words = tuple(wording.split())
            one = Wording(words, name.strip("-"), where, rank)
            table.setdefault(kind, {}).setdefault(words[0], []).append(one)
    return table


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _found(words: Sequence[str], tells: Tells) -> Iterator[tuple[Wording, Sequence[int]]]:
    """The wordings in a row of words with the places of theirs, none whose words are all part of a longer one's."""
    found = []
    for i, word in enumerate(words):
        for one in (one for base in _bases(word) for one in tells.get(base, ())):
            if at := _places(one.words, words, i):
                found.append((one, at))
    longer: dict[int, list[set[int]]] = {}
    for _, at in found:
        if len(at) > 1:
            for i in at:
                longer.setdefault(i, []).append(set(at))
    return ((one, at) for one, at in found if not any(set(at) < other for other in longer.get(at[0], ())))


def _places(wording: Sequence[str], words: Sequence[str], first: int) -> list[int] | None:
    """Where the words of a wording stand whose first stands at ``first``; None if they do not."""
    at, gap = [first], False
    for word in wording[1:]:
        if word == "...":
            gap = True
            continue
        for i in range(at[-1] + 1, min(at[-1] + (_GAP + 2 if gap else 4), len(words))):
            if word in _bases(words[i]):
                at.append(i)
                break
            if not gap and not _LITTLE.fullmatch(words[i]):
                return None
        else:
            return None
        gap = False
    return at


@lru_cache(maxsize=4096)
def _bases(word: str) -> tuple[str, ...]:
    """What a word may be a regular form of: itself, ``halting`` of ``halt``, ``freed`` of ``free``."""
    bases = {word: None}
    for ending, instead in (*_ENDINGS, ("es", "")):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2 or (ending == "es" and not stem.endswith(_HISSES)):
            continue
        bases[stem + instead] = None
        if ending in ("ed", "ing") and stem[-1] == stem[-2]:
            bases[stem[:-1]] = None
    return tuple(bases)
