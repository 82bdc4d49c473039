"""What words alone tell of acts: how often each names one in the items that the head was trained on.

A small head learns a construction from a few examples and then sees it in "to" and "statement" as well; counts of the
words themselves hold it back there, and help it where a word nearly always names the same act. The two are multiplied
(a product of experts; Hinton, 2002).
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.tags import ACTS
from onrecord.tables import rows

WEIGHT = 0.5
"""How much the counts weigh beside the head, as an exponent."""
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ied|ies|ed|es|s|e|y)$")


def stem(word: str) -> str:
    """A word in lower case without its commonest endings: only for looking it up among others treated so."""
    return _ENDING.sub("", word.lower().removesuffix("’s").removesuffix("'s"))


def odds(word: str) -> NDArray[np.float32]:
    """For each act the odds that the word names it, 1 where the word was never seen. *Shape:* (acts,)"""
    return _odds().get(stem(word), _unseen())


@cache
def _unseen() -> NDArray[np.float32]:
    return np.ones(len(ACTS), np.float32)


@cache
def _odds() -> dict[str, NDArray[np.float32]]:
    table = {}
    for key, total, counts in rows("event-words.tsv"):
        named = np.zeros(len(ACTS), np.float32)
        for part in filter(None, counts.split("|")):
            name, _, count = part.partition(":")
            named[ACTS.index(name)] = int(count)
        table[key] = (named + 0.5) / (int(total) - named + 1.0)
    return table
