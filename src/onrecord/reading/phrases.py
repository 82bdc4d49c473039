"""Noun phrases: mentions that stand together name one person ("Russian FM spox Maria Zakharova") or belong to another.

Each rule looks at two neighbouring mentions and at the words between them. Three passes, each linear: what stands
before a head, what follows it with a preposition, what is put beside it with a comma (apposition).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.reading.lexicon import lexicon
from onrecord.reading.mentions import Core
from onrecord.records import Span

_TITLES = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Gen|Col|Lt|Maj|Capt|Adm|Sgt|Sen|Rep|Gov|Amb|H\.E|Hon|Rev)\.? ?)*"
)
_TITLE_GAP = re.compile(rf" {_TITLES}")
_POSSESSIVE = re.compile(r"['’]s?(?: [\w-]+){0,3} | own ")
FOR_OR_AGAINST = re.compile(r"\b(?:pro|anti|non)[-–]$", re.IGNORECASE)  # "pro-EU protesters" are not the EU's
_OF_A_STATE = re.compile(r" (?:Lt\. )?(?:Gov|Sen|Rep)\. ")  # "Pennsylvania Gov. Ed Quill"
_MODIFIERS = re.compile(r"[ -]((?:[\w-]+ ){0,3})")
_OF = re.compile(r" (of|for|at|in|to|from|with) (?:the |its |his |her |their )?(?:[\w-]+ ){0,2}")
_APPOSITION = re.compile(
    r", (?:(?:who (?:is|was)|formerly|then|now|currently|also) )?"
    r"(?:(?:the|a|an|his|her|its|their|\w+['’]s) )?(?:[\w-]+ ){0,4}"
)
_NAMED = re.compile(rf",? {_TITLES}")
_LIST = re.compile(rf"(?:,|,? and|,? &|;) {_TITLES}(?:the )?")
_AFTER_NAME = re.compile(r"[,;:.)]|$|\s*(?:said|says|told|has|have|was|is|also|who|added|noted|stated|on|in|at)\b")
_DETERMINER = re.compile(
    r"(?:^|[\s“\"‘(—–-])(the|a|an|this|that|these|those|another|some|any|several|his|her|its|their|our|my|one|two|three"
    r"|many|no)(?: [\w-]+){0,3}$",
    re.IGNORECASE,
)
_BELONGS_TO = frozenset(("state", "organisation", "place", "group"))
_HAS_OWNER = frozenset(("role", "organisation", "group", "place"))
INDEFINITE = frozenset(["a", "an", "another", "some", "any", "several", "one", "two", "three", "many", "no"])


@dataclass(slots=True)
class Phrase:
    """A noun phrase around one head.

    Attributes:
        head: number of the core that it is about: a name where there is one.
        cores: all cores that name the same one, in order: a name and its offices.
        owners: cores that it belongs to: a state, an organisation, a person.
        hosts: cores that it is at or sent to, but does not belong to: "ambassador *to Poland*".
        start, end: from its first owner or core to the end of its last complement or apposition.
        determiner: the word that opens it, in lower case, or "".
    """

    head: int
    cores: list[int]
    owners: list[int] = field(default_factory=list)
    hosts: list[int] = field(default_factory=list)
    start: int = 0
    end: int = 0
    determiner: str = ""


class Phrases:
    """The noun phrases of a text.

    Args:
        text: the document's text.
        cores: its mentions, in order.
        paragraphs: spans of title and body; nothing is joined across two.

    Attributes:
        all: the phrases, in the order of their first core.
        of: for each core its own phrase (as a name or office of it).
    """

    def __init__(self, text: str, cores: Sequence[Core], paragraphs: Sequence[Span]) -> None:
        self.text, self.cores = text, cores
        starts = [start for start, _ in paragraphs]
        self._paragraph = [bisect_right(starts, core.start) for core in cores]
        self._starts = [core.start for core in cores]
        self.of = [Phrase(i, [i], start=core.start, end=core.end) for i, core in enumerate(cores)]
        self._before()
        self._after()
        self._beside()
        self.members: dict[int, list[Phrase]] = {}
        self._lists()
        self.all = [phrase for i, phrase in enumerate(self.of) if phrase.cores[0] == i]
        for phrase in self.all:
            phrase.determiner = self._determiner(phrase)

    def _gap(self, end: int, after: int) -> str | None:
        """The words from an offset to a core in one line; None if they are far, or of two paragraphs."""
        if after >= len(self.cores):
            return None
        start = self.cores[after].start
        if start - end > 90 or start < end or self._paragraph[after] != self._paragraph[after - 1]:
            return None
        return re.sub(r"\s+", " ", self.text[end:start])

    # ---- what stands before a head -----------------------------------------------------------------------------------

    def _before(self) -> None:
        for j in range(1, len(self.cores)):
            i = j - 1
            gap = self._gap(self.cores[i].end, j)
            if gap is None:
                continue
            one, other = self.cores[i].type, self.cores[j].type
            if one == "role" and other in ("person", "role") and _TITLE_GAP.fullmatch(gap):
                self._join(i, j)
            elif (other == "person" and _OF_A_STATE.fullmatch(gap)) or self._owns(i, j, gap):
                self._belongs(self.of[j], i)
            elif one == "place" and other == "person" and gap == " ":
                continue

    def _owns(self, i: int, j: int, gap: str) -> bool:
        one, other = self.cores[i].type, self.cores[j].type
        if possessive := _POSSESSIVE.fullmatch(gap):
            fits = one in _BELONGS_TO | {"person", "role"} and other in _HAS_OWNER
            return fits and not lexicon().groups["clause"] & set(possessive.group().split())
        between = _MODIFIERS.fullmatch(gap)
        if not between or one not in _BELONGS_TO or other not in _HAS_OWNER:
            return False
        kinds = lexicon().kinds
        if any(kinds.get(word, "x") not in "MmTtGA" for word in between[1].split()):
            return False
        if FOR_OR_AGAINST.search(self.text[max(0, self.cores[i].start - 8) : self.cores[i].start]):
            return False
        # "in Yerevan Foreign Minister ...": a city is where, not whose
        place = one in ("state", "place") and kinds.get(self._wording(i)) != "D"
        return not (
            place
            and re.search(
                r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o) (?:the )?$",
                self.text[max(0, self.cores[i].start - 12) : self.cores[i].start],
            )
        )

    def _wording(self, i: int) -> str:
        return self.text[self.cores[i].start : self.cores[i].end]

    # ---- what follows it with a preposition --------------------------------------------------------------------------

    def _after(self) -> None:
        for i in range(len(self.cores) - 2, -1, -1):
            if self.cores[i].type not in ("role", "group", "organisation", "person"):
                continue
            phrase, j = self.of[i], i + 1
            if phrase.cores[-1] != i:
                continue
            gap = self._gap(phrase.end, j)
            found = _OF.fullmatch(gap) if gap else None
            if found and self._may_complete(i, j, found[1], gap or ""):
                self._complete(phrase, j, found[1])
                k = bisect_left(self._starts, phrase.end)
                gap = self._gap(phrase.end, k)
                many = self.cores[i].type == "group"
                while many and gap in (" and ", ", ", ", and ") and self.cores[k].type == self.cores[j].type:
                    self._complete(phrase, k, found[1])
                    k = bisect_left(self._starts, phrase.end)
                    gap = self._gap(phrase.end, k)
                if (
                    gap is not None
                    and self.cores[i].type == "role"
                    and k < len(self.cores)
                    and self.cores[k].type == "person"
                    and _TITLE_GAP.fullmatch(gap)
                ):
                    self._join(i, k)

    def _may_complete(self, i: int, j: int, preposition: str, gap: str) -> bool:
        if self.cores[j].type not in ("state", "organisation", "place", "group", "person", "role"):
            return False
        if self.cores[j].type in ("person", "role") and preposition not in ("of", "for", "to"):
            return False
        if self.cores[i].type == "person" and not (
            preposition == "of" and self.cores[j].type in ("state", "organisation")
        ):
            return False
        if self.cores[i].type == "organisation" and preposition not in ("of", "for", "in"):
            return False
        return not lexicon().groups["clause"] & set(gap.split()[1:])

    def _complete(self, phrase: Phrase, j: int, preposition: str) -> None:
        other = self._first(j)
        if preposition == "of" and self.cores[other.head].type == "state":
            # "the European and Foreign Affairs Minister of France" is France's
            behind = sum(o > phrase.head for o in phrase.owners)
            phrase.owners.insert(behind, other.head)
        else:
            (phrase.hosts if preposition in ("to", "with", "from") else phrase.owners).append(other.head)
        phrase.end = max(phrase.end, other.end)

    # ---- what is put beside it ---------------------------------------------------------------------------------------

    def _beside(self) -> None:
        i = 0
        while i < len(self.cores):
            phrase = self.of[i]
            k = bisect_left(self._starts, phrase.end)
            if phrase.cores[-1] == i and k < len(self.cores):
                self._bracket(phrase, k)
                self._appose(phrase, k)
            i += 1

    def _first(self, k: int) -> Phrase:
        """The phrase that a core opens: its own, or that of what it owns."""
        phrase = self.of[k]
        while k + 1 < len(self.cores) and k in self.of[k + 1].owners and self.cores[k + 1].start < self.of[k + 1].end:
            phrase, k = self.of[k + 1], k + 1
        return phrase

    def _appose(self, phrase: Phrase, k: int) -> None:
        gap = self._gap(phrase.end, k)
        if gap is None:
            return
        kind, other = self.cores[phrase.head].type, self._first(k)
        if other is phrase or other.start < phrase.end:
            return
        beside = self.cores[other.head].type
        if (
            kind == "person"
            and beside == "role"
            and _APPOSITION.fullmatch(gap)
            and not lexicon().groups["clause"] & set(re.sub(r"who (?:is|was)", "", gap).strip(" ,").split())
        ):
            if self.text[other.end : other.end + 2].strip(" ") != "'s"[:2]:
                self._join(phrase.head, other.head)
        elif (
            kind == "role"
            and beside == "person"
            and len(other.cores) == 1
            and gap.startswith(",")
            and _NAMED.fullmatch(gap)
        ):
            definite = phrase.owners or self._determiner(phrase) in ("the", "his", "her", "its", "their")
            # "an opposition leader, Pavel Novak, said"
            closed = self.text[other.end : other.end + 1] == "," and self._determiner(phrase) in ("a", "an")
            if (definite or closed) and _AFTER_NAME.match(self.text, other.end):
                self._join(phrase.head, other.head)
        elif (
            kind == "organisation"
            and beside == "organisation"
            and re.fullmatch(r", (?:the |a |an )?(?:[\w-]+ ){0,3}", gap)
        ):
            lower = self._wording(other.head)[0].islower()
            if lower and not lexicon().groups["clause"] & set(gap.split()):
                self._join(phrase.head, other.head)

    def _bracket(self, phrase: Phrase, k: int) -> None:
        """ "Collective Security Treaty Organization (CSTO)"; "Senator X (R-Texas)" says where from."""
        gap = self._gap(phrase.end, k)
        if gap not in (" (", " (the ") or self.text[self.cores[k].end : self.cores[k].end + 1] not in (")", ","):
            return
        kind, beside = self.cores[phrase.head].type, self.cores[k].type
        if beside == "organisation" and kind in ("organisation", "group") and self._wording(k).isupper():
            self._join(phrase.head, k)
        elif kind == "person" and beside in ("organisation", "state"):
            phrase.owners.append(k)

    def _lists(self) -> None:
        """ "the co-chairs (Ana Moro of Belgium and Lev Ritt)", "Foreign Ministers Ana Moro and Lev Ritt"."""
        for i, core in enumerate(self.cores):
            phrase = self.of[i]
            if core.type != "group" or phrase.head != i:
                continue
            k = bisect_left(self._starts, phrase.end)
            gap = self._gap(phrase.end, k)
            if gap not in (" ", ", ", " (", " — ", " - ", ": "):
                continue
            found: list[Phrase] = []
            while k < len(self.cores) and self.cores[self.of[k].head].type == "person":
                found.append(self.of[k])
                end = self.of[k].end
                k = bisect_left(self._starts, end)
                gap = self._gap(end, k)
                if gap is None or not _LIST.fullmatch(gap):
                    break
            if len(found) > 1:
                self.members[i] = found
                phrase.end = max(phrase.end, found[-1].end)

    # ---- joining -----------------------------------------------------------------------------------------------------

    def _join(self, i: int, j: int) -> None:
        """Two cores name the same one; a person's name is the head."""
        one, other = self.of[i], self.of[j]
        if one is other:
            return
        cores = sorted({*one.cores, *other.cores})
        names = [c for c in cores if self.cores[c].type == "person"]
        if len(names) > 1:
            return
        both = {self.cores[one.head].type, self.cores[other.head].type}
        # of "FM spox" the last word is the head
        one.head = names[0] if names else max(one.head, other.head) if both == {"role"} else one.head
        one.cores = cores
        one.owners += [o for o in other.owners if o not in one.owners]
        one.hosts += other.hosts
        one.start, one.end = min(one.start, other.start), max(one.end, other.end)
        for c in cores:
            self.of[c] = one

    def _belongs(self, phrase: Phrase, i: int) -> None:
        phrase.owners.append(i)
        phrase.start = min(phrase.start, self.of[i].start)

    def _determiner(self, phrase: Phrase) -> str:
        found = _DETERMINER.search(self.text[max(0, phrase.start - 40) : phrase.start].rstrip())
        if not found:
            return ""
        between = found.group().split()[1:]
        return "" if lexicon().groups["clause"] & set(between) else found[1].lower()
