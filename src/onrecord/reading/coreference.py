"""Coreference: which mentions name the same one.

Names come first, wherever they stand; then, in the order of the text, everything that stands for somebody named before:
offices, descriptions, pronouns. A candidate must agree with what a reader would check (kind, gender, number, office,
state); among those that do, :mod:`onrecord.reading.antecedents` ranks. Whoever is new becomes an entity of their own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from onrecord.reading.antecedents import UNTRAINED, Situation, choice, situation
from onrecord.reading.cast import Someone
from onrecord.reading.lexicon import lexicon
from onrecord.reading.naming import Naming
from onrecord.reading.offices import details, unlike
from onrecord.reading.phrases import INDEFINITE, Phrase, Phrases
from onrecord.reading.places import Places
from onrecord.reading.tags import LINK_WIDTH

_RECENT = 60  # mentions that an anaphor looks back on
_SENTENCES = 14
_LAST = 3  # of a candidate's mentions whose link is looked at
_SELF = frozenset(["i", "me", "my", "mine", "myself"])
_US = frozenset(["we", "us", "our", "ours", "ourselves"])


class Coreference(Naming):
    """Reads the mentions of one document, in order; its names are read first.

    Args:
        text: the document's text.
        phrases: its noun phrases.
        places: its sentences and the contents of its statements.
        weights: of :mod:`onrecord.reading.antecedents`, by class of anaphor.
        year: of publication, which tells the office of somebody well known.

    Attributes:
        found: for each core whom it names, None if nobody that could be told.
        sources: cores that stand in a statement's source.
    """

    def __init__(
        self,
        text: str,
        phrases: Phrases,
        places: Places,
        weights: Mapping[str, Sequence[float]] = UNTRAINED,
        year: int | None = None,
    ) -> None:
        super().__init__(text, phrases, places, year)
        self.weights = weights
        self.sources: frozenset[int] = frozenset()
        self._recent: list[tuple[int, Someone]] = []
        self._spoke: list[Someone] = []

    # ---- what stands for a name --------------------------------------------------------------------------------------

    def mention(self, phrase: Phrase) -> None:
        """Resolve one phrase; to be asked in the order of the text.

        Names are only noted as recent; an office, a description or a pronoun finds whom it means.
        """
        i = phrase.head
        if self.found[i] is None:
            kind = self.cores[i].type
            if kind == "pronoun":
                self._pronoun(i)
            elif kind == "role":
                self._office(phrase)
            elif kind in ("organisation", "place"):
                self._body(phrase)
            elif kind == "group":
                self._group(phrase)
        found = self.found[i]
        if found is not None:
            for c in phrase.cores:
                if self.found[c] is None:
                    self._set(c, found.who, f"beside {self._wording(i)}" if c != i else found.why)
            self._recent.append((i, found.who))

    def spoke(self, who: Sequence[Someone]) -> None:
        """Remember who made the last statement."""
        if who:
            self._spoke = list(who)

    @property
    def last_spoke(self) -> Sequence[Someone]:
        """Who made the last statement."""
        return self._spoke

    def first_persons(self, speaking: Callable[[int], Sequence[Someone]]) -> None:
        """Resolve "I" and "we"; ``speaking`` tells who says so at an offset. "We" is the speaker's side."""
        for i, core in enumerate(self.cores):
            word = self._wording(i).lower()
            if core.type != "pronoun" or self.found[i] or word not in _SELF | _US:
                continue
            who = speaking(core.start)
            if len(who) == 1 and (word in _US or who[0].kind == "person"):
                side = who[0].owner if word in _US and who[0].owner else who[0]
                self._set(i, side, "the speaker" if word in _SELF else "the speaker's side")

    def _pronoun(self, i: int) -> None:
        word = self._wording(i).lower()
        if word in _SELF or word in _US:
            return
        table = lexicon()
        means, gender = table.means.get(word), table.gender.get(word)
        if means == "person":
            self._seek(
                i,
                "person",
                lambda who: who.kind == "person" and not who.several and who.gender in (None, gender),
                lambda who: who.gender == gender,
            )
            if self.found[i] is None and i in self.sources and len(self._spoke) == 1:
                # a first name may mislead; whoever spoke goes on, unless the text says "Mr."
                last = self._spoke[0]
                if last.kind == "person" and not last.told:
                    last.gender = gender
                    self._set(i, last, "spoke last")
            found = self.found[i]
            if found and found.who.gender is None:
                found.who.gender = gender
        elif means == "organisation":
            self._seek(i, "thing", lambda who: who.kind in ("organisation", "state", "place"))
        elif means == "plural":
            self._seek(
                i,
                "several",
                lambda who: who.several or who.kind in ("group", "organisation", "state"),
                lambda who: who.several,
            )

    def _office(self, phrase: Phrase) -> None:
        """Somebody by their office or by a noun: the last who agrees, or somebody new."""
        i = phrase.head
        heads, country, gender = self._heads(i), self._country(phrase), self._gender(phrase)
        generic = heads <= lexicon().groups["generic"] | {"leader", "head", "chief"}
        marks = details(self._wording(i))
        key = " ".join(sorted(heads))
        if phrase.determiner not in INDEFINITE:

            def fits(who: Someone) -> bool:
                agrees = (None in (country, who.country) or country == who.country) and (
                    None in (gender, who.gender) or gender == who.gender
                )
                if who.kind != "person" or not agrees:
                    return False
                if heads & who.heads:
                    return not marks or not who.roles or any(marks <= details(role) for role in who.roles)
                if any(heads & held and country in (None, of) for of, held in who.offices) and not who.roles:
                    return True
                return generic and (who.named or bool(who.heads)) and not unlike(heads, who.heads)

            self._seek(
                i,
                "office",
                fits,
                lambda who: bool(heads & who.heads) or (country is not None and country == who.country),
            )
            if self.found[i] is None and not generic:
                later = [w for w in self.cast.all if w.kind == "person" and w.named and fits(w)]
                if len(later) == 1 and (country or marks or phrase.determiner == "the"):
                    self._set(i, later[0], f"the only {key} of the text")
        if (found := self.found[i]) is not None:
            found.who.country = found.who.country or country
        else:
            who = self.cast.add("person")
            who.heads |= heads
            self._tell(who, phrase)
            who.country, who.gender = country, gender
            self._set(i, who, "described")

    def _body(self, phrase: Phrase) -> None:
        """An organisation or place by a noun: "the ministry", "the country"."""
        i = phrase.head
        kind, word = self.cores[i].type, self._wording(i).split()[-1].casefold()
        country = self._country(phrase)
        as_state = word in ("country", "nation", "republic", "state", "government")

        def fits(who: Someone) -> bool:
            if not (None in (country, who.country) or country == who.country):
                return False
            if word in who.heads or any(word in _ends(wording) for wording in who.wordings):
                return who.kind == kind
            return as_state and who.kind == "state" and word != "government"

        if phrase.determiner not in INDEFINITE:
            self._seek(
                i, "body", fits, lambda who: word in who.heads or any(word in w.casefold() for w in who.wordings)
            )
            self._same_words(phrase, fits)
        if self.found[i] is None:
            # "the Armenian leadership" is as good as a name
            who = self.cast.keyed(kind, f"{country} {word}") if country else self.cast.add(kind)
            who.heads.add(word)
            who.country = country
            self._set(i, who, "described")

    def _group(self, phrase: Phrase) -> None:
        """Several people by a noun: "the co-chairs", "Armenian officials"."""
        i = phrase.head
        heads, country = self._heads(i), self._country(phrase)

        def fits(who: Someone) -> bool:
            return (
                who.several and (None in (country, who.country) or country == who.country) and bool(heads & who.heads)
            )

        if phrase.determiner not in INDEFINITE:
            self._seek(i, "body", fits, lambda who: bool(heads & who.heads))
            self._same_words(phrase, fits)
        members = [found.who for p in self.phrases.members.get(i, ()) if (found := self.found[p.head])]
        for member in members:
            member.heads |= heads
        if self.found[i] is None:
            key = f"{country} {' '.join(sorted(heads))}"
            who = (
                self.cast.keyed("group", key)
                if country and phrase.determiner not in INDEFINITE
                else self.cast.add("group")
            )
            who.heads |= heads
            who.several = True
            who.country = country
            self._set(i, who, "described")
        found = self.found[i]
        if found is not None and not found.who.members:
            found.who.members = members or self._holders(heads, phrase)
        if found is not None:
            found.who.body |= any(self.cores[o].type == "organisation" for o in phrase.owners)

    def _same_words(self, phrase: Phrase, fits: Callable[[Someone], bool]) -> None:
        """ "The co-chairs" are those spoken of before, however far, unless somebody else was called so since."""
        if self.found[phrase.head] is None and phrase.determiner == "the" and not phrase.owners:
            before = next((who for _, who in reversed(self._recent) if fits(who) and who.kind != "state"), None)
            if before is not None:
                self._set(phrase.head, before, "the same words before it")

    def _holders(self, heads: set[str], phrase: Phrase) -> list[Someone]:
        """ "the two ministers", if two persons are named with that office."""
        if phrase.determiner not in ("the", "two", "both") or heads <= lexicon().groups["generic"]:
            return []
        marks = details(self._wording(phrase.head))
        named = [
            w
            for w in self.cast.all
            if w.kind == "person"
            and w.named
            and w.heads & heads
            and (not marks or any(marks <= details(r) for r in w.roles))
        ]
        return named if len(named) == 2 or (len(named) == 3 and "co-chair" in heads) else []

    # ---- candidates --------------------------------------------------------------------------------------------------

    def _seek(
        self, i: int, kind: str, fits: Callable[[Someone], bool], agrees: Callable[[Someone], bool] = lambda _: False
    ) -> None:
        """Find whom a core means among those lately mentioned who fit."""
        core = self.cores[i]
        inside = self.places.content(core.start)
        seen: dict[int, int] = {}
        candidates: list[tuple[Someone, int]] = []
        for c, who in reversed(self._recent[-_RECENT:]):
            if who.number in seen or not fits(who):
                continue
            if self.places.between(self.cores[c].start, core.start) > _SENTENCES:
                break
            seen[who.number] = c
            candidates.append((who, c))
        options = []
        for rank, (who, c) in enumerate(candidates):
            other = self.cores[c]
            level = self.places.content(other.start)
            sentence = self.places.sentence_start(other.start)
            options.append(
                situation(
                    link=self._link(i, who),
                    distance=core.start - other.end,
                    sentences=self.places.between(other.start, core.start),
                    rank=rank,
                    subject=self.phrases.of[c].start - sentence < 8,
                    spoke=who in self._spoke,
                    continues=who in self._spoke and i in self.sources,
                    named=who.named,
                    mentions=len(who.cores) or 1,
                    agrees=agrees(who),
                    elsewhere=level not in (None, inside),
                )
            )
        self.watch(kind, i, [c for _, c in candidates], options)
        # "she said" is somebody, where another "she" may be anybody
        best, chance = choice(options, self.weights[kind], somebody=kind == "person" and i in self.sources)
        if best is not None:
            who, c = candidates[best]
            self._set(i, who, f"refers to {self._wording(c)} before it ({chance:.2f})")

    def watch(self, kind: str, anaphor: int, candidates: Sequence[int], options: Sequence[Situation]) -> None:
        """Called with each choice before it is made; training looks on."""

    def _link(self, i: int, who: Someone) -> float:
        """The encoder's score that a core refers to somebody: the best of their last mentions before it."""
        anaphor = self.cores[i].link[:LINK_WIDTH]
        before = [c for c in who.cores if c < i][-_LAST:]
        scores = [float(anaphor @ self.cores[c].link[LINK_WIDTH:]) for c in before]
        return max(scores, default=0.0) / math.sqrt(LINK_WIDTH)


@lru_cache(maxsize=10_000)
def _ends(wording: str) -> tuple[str, ...]:
    """The last word of a name, and the first: "the ministry" may mean the Ministry of Defence."""
    return tuple(name.split()[-1].casefold() for name in (wording, *re.findall(r"^\w+", wording)))
