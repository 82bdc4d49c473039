"""Mentions: which words name or describe somebody, and as what.

The encoder's mention head tags words; the tables of states and offices mend what a small model misses. A mention here
is its *core*: a name without its titles, or the noun that a description hangs on. Cores do not nest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from onrecord.actors import organisations
from onrecord.reading.attribution import Scores
from onrecord.reading.lexicon import lexicon
from onrecord.reading.pieces import Pieces
from onrecord.reading.tags import LINK_WIDTH, TYPES
from onrecord.reading.windows import Window
from onrecord.reading.word_row import WordRow

_AT_TIMES = frozenset(("it", "its", "itself", "mine"))  # stand for somebody only where the head says so
_SMALL = frozenset(["of", "the", "a", "an", "and", "in", "at", "to", "for", "on", "s", "side", "sides"])
_OFFICE = 0.1  # what the head must give a word of the tables that has other senses
_BODIES, _PERSONS = frozenset("AGOoKkR"), frozenset("RrKk")
_OFFICES = [1 + 2 * TYPES.index("role"), 1 + 2 * TYPES.index("group")]
_ORGANISATION = [1 + 2 * TYPES.index("organisation"), 2 + 2 * TYPES.index("organisation")]


@dataclass(frozen=True, slots=True, eq=False)
class Core:
    """A mention's core.

    Attributes:
        start, end: offsets into the text.
        type: of :data:`onrecord.reading.tags.TYPES`.
        sure: the head's probability; 1 where a table decided.
        link: how it refers back, and how it is referred to. *Shape:* (2 * link width,)
    """

    start: int
    end: int
    type: str
    sure: float = 1.0
    link: NDArray[np.float32] = field(default_factory=lambda: np.zeros(2 * LINK_WIDTH, np.float32), repr=False)


class Mentions:
    """Listens to the encoder's scores on their way to the attribution decoder, and keeps the mentions in them.

    Args:
        pieces: of the document.
    """

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self.cores: list[Core] = []

    def listening(self, scored: Iterable[tuple[Window, Scores]]) -> Iterator[tuple[Window, Scores]]:
        """The same windows and scores; once they have passed, :attr:`cores` are all mentions in order."""
        for window, scores in scored:
            self.cores += _Finder(self._pieces, window, scores).cores()
            yield window, scores


class _Finder(WordRow):
    """Finds the mentions among the words that a window owns."""

    def cores(self) -> list[Core]:
        self._tagged()
        self._titles()
        self._states()
        self._organisations()
        self._offices()
        for k, word in enumerate(self.words):
            if self.owner[k] < 0 and _is_pronoun(word) and word.lower() not in _AT_TIMES:
                self._take(k, k + 1, "pronoun", 1.0)
        return [
            Core(self.start[a], self._end(b), kind, sure, self.link[b - 1])
            for a, b, kind, sure in sorted(f for f in self.found if f)
            if any(self.words[k][0].isalnum() for k in range(a, b))
        ]

    def _tagged(self) -> None:
        """Runs of words whose most likely tags go together."""
        i = 0
        while i < len(self.tag):
            tag, j = self.tag[i], i + 1
            if tag:
                kind = (tag - 1) // 2
                while j < len(self.tag) and self.tag[j] == 2 * kind + 2 and j not in self.breaks:
                    j += 1
                first, last = i, j
                while first < last and not self._may_open(first):
                    first += 1
                while first < last and not self._may_open(last - 1):
                    last -= 1
                pronoun = first < last and _is_pronoun(self.words[first])
                if first < last and (TYPES[kind] == "pronoun") == pronoun and not self._shouted(first, last):
                    self._take(first, last, self._cased(first, last, TYPES[kind]), float(self.chance[i, tag]))
            i = j

    def _cased(self, first: int, last: int, kind: str) -> str:
        """The type; a person without a capital has no name: "monitors"."""
        if kind != "person" or any(not w.islower() for w in self.words[first:last]):
            return kind
        return "group" if self.words[last - 1].endswith("s") else "role"

    def _around(self, first: int, last: int) -> list[str]:
        """The two words before and the two behind, of the same paragraph."""
        low = max((b for b in self.breaks if b <= first), default=0)
        high = min((b for b in self.breaks if b >= last), default=len(self.words))
        return [*self.words[max(low, first - 2) : first], *self.words[last : min(high, last + 2)]]

    def _shouted(self, first: int, last: int) -> bool:
        """Whether words are a piece of a line in capitals, where names cannot be told by their letters."""
        beside = [w for w in self._around(first, last) if w.isalpha()]
        long = last - first > 2 or len(beside) > 2
        return long and all(w.isupper() for w in (*beside, *self.words[first:last]) if w.isalpha())

    def _may_open(self, k: int) -> bool:
        """Whether a mention may begin or end with a word."""
        word = self.words[k]
        small = word.lower() in _SMALL or word.lower() in lexicon().groups["determiner"]
        return (word[0].isalnum() and not small) or (
            word == "." and self.text[self.end[k] - 3 : self.end[k] - 2] == "."
        )

    def _titles(self) -> None:
        """Honorifics are no names, and what stands behind one is; two names side by side are one."""
        kinds = lexicon().kinds
        k = 0
        while k < len(self.words) - 1:
            word, dot = self.words[k], self.words[k + 1] == "."
            if kinds.get(word, "") == "H" or (dot and kinds.get(f"{word}.") == "H"):
                name = k + 1 + dot
                stop = max(self._stop(k), name) if self._type(k) == "person" else name
                if name < len(self.words) and self._type(name) == "person" and self._begin(name) >= name:
                    stop = self._stop(name)
                else:
                    while stop - name < 4 and stop < len(self.words) and self._is_name(stop):
                        stop += 1
                    # "Mr. King", "Ms. Price"
                    stop += stop == name and name < len(self.words) and self.words[name][0].isupper()
                if self.owner[k] >= 0:
                    self._free(self.owner[k])
                if stop > name and self.words[name][0].isupper():
                    self._take(name, stop, "person", 1.0)
                k = max(stop, k + 1)
            else:
                stop = self._stop(k) if self._type(k) == "person" else k + 1
                name = k
                while name < stop - 1 and kinds.get(self.words[name], "") in ("R", "M", "T"):
                    name += 1
                if name > k and kinds.get(self.words[name - 1]) == "R":
                    self._take(name, stop, "person", 1.0)
                    self._take(k, name, "role", 1.0)
                    k = name  # and the name may go on behind it
                    continue
                body = self._type(k) == "organisation" and self.words[k][0].isupper()
                if body and (end := self._stop(k)) < len(self.words) and self._type(end) == "organisation":
                    beside = self.text[self.end[end - 1] : self.start[end]] == " " and self.words[end][0].isupper()
                    if beside and end not in self.breaks:
                        self._take(self._begin(k), self._stop(end), "organisation", 1.0)
                        continue
                    stop = end
                if self._type(k) == "person" and stop < len(self.words) and self._type(stop) == "person":
                    given = stop - k == 1 and self.text[self.end[k] : self.start[stop]] == " "
                    if given and stop not in self.breaks and kinds.get(word, "N") == "N":
                        self._take(self._begin(k), self._stop(stop), "person", 1.0)
                        continue
                k = stop

    def _states(self) -> None:
        """States and their adjectives by the table, where the head sees no name of somebody else."""
        table = lexicon()
        k = 0
        while k < len(self.words):
            word = self.words[k]
            if not word[0].isupper():
                k += 1
                continue
            last = self._longest(k, table.states)
            if last > k and self._may_be_state(k, last):
                wording = self._wording(k, last)
                people = table.kinds.get(wording) == "D" and wording.endswith("s") and wording[:-1] in table.states
                rest = self._stop(k) if self._type(k) == "person" else last
                side = (
                    self._stop(k)
                    if self._begin(k) == k and self.words[self._stop(k) - 1] in ("side", "sides")
                    else last
                )
                self._take(k, side, "group" if people else "state", 1.0)
                if side > last:
                    self._take(k, last, "state", 1.0)
                if rest - last > 1:
                    self._take(last, rest, "person", 1.0)
            k = max(last, k + 1)

    def _organisations(self) -> None:
        """Organisations by name or head noun, and the rest of a name: "Ministry" *of Foreign Affairs*."""
        k = 0
        while k < len(self.words):
            kind, last = self.kind[k], self.reach[k]
            if self._type(k) == "organisation" and self._begin(k) < k:
                k = self._stop(k)  # "Labour" in "Ministry of Labour" is no party
                continue
            if kind == "" and self.words[k].isupper() and self._is_acronym(k):
                kind = "A"
            if kind not in _BODIES:
                k = last
                continue
            known = kind == "G" and last - k > 1
            free = known or all(
                self.owner[j] < 0 or self._type(j) in ("place", "group", "organisation") for j in range(k, last)
            )
            if kind in "KkR" and self._mistaken(k, last):
                self._take(k, last, "role" if kind == "R" else "group", 1.0)  # "the Co-Chairs" are no organisation
            elif not free or kind not in "AGOo":
                pass
            elif kind != "o" or self.chance[last - 1, _ORGANISATION].sum() > _OFFICE:
                first = k
                while kind == "O" and first and first not in self.breaks and self._is_name(first - 1):
                    first -= 1
                if self._type(k) == "organisation":
                    first, last = min(first, self._begin(k)), max(last, self._stop(last - 1))
                self._take(first, self._complement(first, last) if kind == "O" else last, "organisation", 1.0)
            k = last

    def _is_acronym(self, k: int) -> bool:
        """Whether capitals are an organisation's short name, not a line in capitals."""
        word = self.words[k]
        if not (word.isalpha() and word.isupper() and 2 <= len(word) <= 7) or self._type(k) == "organisation":
            return False
        beside = [w for w in self._around(k, k + 1) if w.isalpha() and len(w) > 1]
        if beside and all(map(str.isupper, beside)):
            return False
        return bool(self.chance[k, _ORGANISATION].sum() > _OFFICE or organisations.organisation(word))

    def _mistaken(self, first: int, last: int) -> bool:
        """Whether the words of an office are taken for a name of their own."""
        inside = {self.owner[j] for j in range(first, last)} - {-1}
        spans = [f for n in inside if (f := self.found[n])]
        # a name behind an honorific stays one: "Mr. King"
        sure = any(f[2] == "person" and f[3] == 1.0 for f in spans)
        return bool(spans) and not sure and all(first <= f[0] and f[1] <= last for f in spans)

    def _complement(self, first: int, at: int) -> int:
        """The end of what an organisation is of, if that is part of its name."""
        inside = "of" in self.words[first:at]
        if at + 1 >= len(self.words) or (self.words[at] not in ("of", "for", "on") and not inside):
            return at
        end = at if inside else at + 1 + (self.words[at + 1] == "the")
        last = at
        while end < len(self.words) and end not in self.breaks:
            party = self.owner[end] < 0 and lexicon().kinds.get(self.words[end]) == "G"  # "Labour"
            if self._is_name(end) or party or (self._type(end) == "organisation" and self.words[end][0].isupper()):
                if inside and end == at:
                    break
                last = end + 1
            elif self.words[end] not in ("and", "&", ","):
                break
            end += 1
        # "the Ministry of Defence and Ana Moro": what follows "and" must be of the same kind
        return last if not inside or lexicon().kinds.get(self.words[last - 1], "") in ("T", "M") else at

    def _may_be_state(self, first: int, last: int) -> bool:
        inside = {self.owner[k] for k in range(first, last)} - {-1}
        for number in inside:
            a, b, kind, sure = self.found[number] or (0, 0, "", 0.0)
            if (kind == "person" and a == first and b - last > 1) or (
                a == first and self.words[b - 1] in ("side", "sides")
            ):
                continue  # "Azerbaijan Elmar Mammadyarov", "the French side"
            if kind == "person" and (b - a > last - first or sure > 0.9):
                return False
            if kind == "organisation" and a == first and self._headline(first, last, b):
                continue
            if kind in ("organisation", "place", "group", "role") and (a < first or b > last):
                return kind == "role"
        return True

    def _absorbed(self, k: int) -> bool:
        """Whether a word that the head takes for an organisation is what an office is for: "Foreign" Affairs."""
        body = range(self._begin(k), self._stop(k))
        kinds = lexicon().kinds
        return self._type(k) == "organisation" and all(kinds.get(self.words[j], "x") in "TtM&" for j in body)

    def _headline(self, first: int, last: int, end: int) -> bool:
        """Whether "Russia Affirms" is a headline's state and verb: no head noun, and no table knows it."""
        kinds = lexicon().kinds
        known = (
            any(kinds.get(w, "N") in "OGA" for w in self.words[last:end])
            or kinds.get(self._wording(first, last)) != "S"
        )
        return not known and end > last and organisations.organisation(self._wording(first, end)) is None

    def _offices(self) -> None:
        """Offices by the table, unless the head excludes them, each with what stands before it and what it is for."""
        kinds = lexicon().kinds
        k = 0
        while k < len(self.words):
            kind, last = self.kind[k], self.reach[k]
            if self.owner[k] < 0 and kind not in _PERSONS:
                k = last
                continue
            tagged = self._type(k) == "role" or (self._type(k) == "group" and kind != "" and kind in "Rr")
            if tagged and self._begin(k) == k:
                last = max(last, self._stop(k))
            office = kind in _PERSONS and (
                kind in "RK"
                or self._wording(k, last) not in lexicon().groups["ambiguous"]
                or self.chance[k, _OFFICES].sum() > _OFFICE
            )
            if (tagged or (office and self.owner[k] < 0)) and not any(
                self._type(j) == "person" for j in range(k, last)
            ):
                first, stop = self._begin(k) if tagged else k, last
                # a name behind an office is no part of it
                while (
                    office
                    and stop - 1 > k
                    and kinds.get(self.words[stop - 1], "N") == "N"
                    and self.words[stop - 1][0].isupper()
                ):
                    stop -= 1
                name, last = stop, self._for(stop)
                while first and self._qualifies(first - 1):
                    first -= 1
                self._take(first, last, "group" if kind and kind in "Kk" else "role", 1.0)
                if last == name and kind == "R":
                    while (
                        name - last < 4 and name < len(self.words) and name not in self.breaks and self._is_name(name)
                    ):
                        name += 1
                    if name > last:
                        self._take(last, name, "person", 1.0)
                        last = name
            elif self.owner[k] >= 0:
                last = max(k + 1, self._stop(k))
            k = last

    def _qualifies(self, k: int) -> bool:
        """Whether a word before an office is part of it: "First Deputy" Prime Minister, "foreign" minister."""
        kind = lexicon().kinds.get(self.words[k], "")
        alone = self._type(k) in ("organisation", "person") and self._stop(k) == k + 1 and self._begin(k) == k
        free = self.owner[k] < 0 or self._type(k) == "role" or alone
        return free and kind != "" and kind in "MmTt" and k + 1 not in self.breaks

    def _for(self, at: int) -> int:
        """The end of what an office is for: "Minister" *for Foreign Affairs and Trade*."""
        kinds = lexicon().kinds
        if at + 1 >= len(self.words) or self.words[at] not in ("of", "for"):
            return at
        last = end = at
        end += 1 + (self.words[at + 1] == "the")
        while end < len(self.words) and end not in self.breaks:
            if (kinds.get(self.words[end], "x") in "TtM" and self._type(end) in ("", "role")) or self._absorbed(end):
                last = end + 1
            elif self.words[end] not in ("and", "&", ","):
                break
            end += 1
        return last


def _is_pronoun(word: str) -> bool:
    return word != "US" and word.lower() in _pronouns()


@cache
def _pronouns() -> frozenset[str]:
    """Words that stand for somebody named elsewhere, relative ones left out."""
    table = lexicon()
    return frozenset(
        w for w in table.groups["pronoun"] if table.means[w] in ("person", "organisation", "plural", "self")
    ) - {
        "both",
        "all",
    }
