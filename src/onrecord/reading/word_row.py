"""A window's words, and which of them mentions have taken: what the rules of ``mentions.py`` work on."""

from __future__ import annotations

from collections.abc import Container

import numpy as np

from onrecord.reading.attribution import Scores
from onrecord.reading.lexicon import lexicon
from onrecord.reading.pieces import Pieces
from onrecord.reading.windows import Window

_LONGEST = 5  # words of a name in a table


class WordRow:
    """The words that a window owns, and the mentions found among them so far; no word is of two.

    Args:
        pieces: of the document.
        window: some of them.
        scores: of the window.

    Attributes:
        words: as they stand in the text, in order.
        start, end: their offsets.
        chance: the mention head's probabilities. *Shape:* (words, tags)
        tag: the likeliest of each.
        link: see :class:`onrecord.reading.attribution.Scores`. *Shape:* (words, 2 * link width)
        breaks: words that open a paragraph.
        found: mentions as first word, word after the last, type, probability; None where one was taken back.
        owner: for each word the number of its mention, -1 for none.
        reach: for each word the end of the longest wording from it on that the lexicon has, and
        kind: the class of that wording, "" for none.
    """

    def __init__(self, pieces: Pieces, window: Window, scores: Scores) -> None:
        heads = np.flatnonzero(pieces.first[window.own : window.end]) + window.own
        tails = np.append(heads[1:], window.end) - 1 if len(heads) else heads
        self.text = pieces.text
        self.start: list[int] = pieces.start[heads].tolist()
        self.end: list[int] = pieces.end[tails].tolist()
        self.words = [pieces.text[s:e] for s, e in zip(self.start, self.end, strict=True)]
        logits = scores.mention[heads - window.start]
        chance = np.exp(logits - logits.max(1, keepdims=True))
        self.chance = chance / chance.sum(1, keepdims=True)
        self.tag: list[int] = chance.argmax(1).tolist() if len(heads) else []
        self.link = scores.link[heads - window.start]
        self.breaks = set(np.searchsorted(heads, pieces.bounds).tolist())
        self.found: list[tuple[int, int, str, float] | None] = []
        self.owner = [-1] * len(self.words)
        kinds = lexicon().kinds
        self.reach = [max(k + 1, self._longest(k, kinds)) for k in range(len(self.words))]
        self.kind = [kinds.get(self._wording(k, last), "") for k, last in enumerate(self.reach)]

    def _is_name(self, k: int) -> bool:
        """Whether a word with a capital is nobody's yet."""
        return self.owner[k] < 0 and self.words[k][0].isupper() and lexicon().kinds.get(self.words[k], "N") in "NTMAO"

    def _longest(self, first: int, table: Container[str]) -> int:
        """The end of the longest wording from a word on that a table has; ``first`` if it has none."""
        word = self.words[first]
        # "U.S." and "Co-Chairs" are several words to the encoder
        if word in lexicon().phrases or self.text[self.end[first] : self.end[first] + 1] in (".", "-", "‑"):
            most = min(first + _LONGEST, len(self.words), *(b for b in self.breaks if b > first))
            return next((last for last in range(most, first, -1) if self._wording(first, last) in table), first)
        return first + (word in table)

    def _type(self, k: int) -> str:
        found = self.found[self.owner[k]] if self.owner[k] >= 0 else None
        return found[2] if found else ""

    def _begin(self, k: int) -> int:
        found = self.found[self.owner[k]] if self.owner[k] >= 0 else None
        return found[0] if found else k

    def _stop(self, k: int) -> int:
        found = self.found[self.owner[k]] if self.owner[k] >= 0 else None
        return found[1] if found else k + 1

    def _take(self, first: int, last: int, kind: str, sure: float) -> None:
        for k in range(first, last):
            if self.owner[k] >= 0:
                self._free(self.owner[k])
        for k in range(first, last):
            self.owner[k] = len(self.found)
        self.found.append((first, last, kind, sure))

    def _free(self, number: int) -> None:
        self.found[number] = None
        self.owner = [-1 if o == number else o for o in self.owner]

    def _wording(self, first: int, last: int) -> str:
        return self.text[self.start[first] : self._end(last)]

    def _end(self, last: int) -> int:
        """Where a mention ends: an abbreviation keeps its dot ("U.S.")."""
        end = self.end[last - 1]
        own = last < len(self.words) and last not in self.breaks and self.start[last] == end
        return end + (own and self.text[end] == "." and self.text[end - 2 : end - 1] == ".")
