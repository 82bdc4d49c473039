"""Whom a source's words mean: a name in them, or whoever a pronoun, an office or "the statement" stands for.

Sources are read as strings of word classes (:mod:`onrecord.reading.lexicon`). The head of a phrase, which is its last
word before a preposition or a comma, says what kind of answer there is.
"""

from __future__ import annotations

import re

from onrecord.reading.cast import Candidate, Cast, as_speaker
from onrecord.reading.lexicon import lexicon
from onrecord.reading.names import Name, Words, country, organisations, persons, role_heads
from onrecord.reading.parties import parties, without_relative_clause
from onrecord.records import Spans, Speaker

Speakers = tuple[Speaker, ...]

# A source of more words than this holds more than a name.
_LONGEST = 60
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_INDEFINITE = frozenset(("a", "an", "another", "some", "several", "any", "no", *_NUMBERS))
# "an IMF paper seen by reporters"
_PARTICIPLE = re.compile(r"\w+(?:ed|en|wn|nt)")
# somebody else's man: "a spokesman for Mayor ...", "firms from the bank led by president ..."
_UNDER = re.compile(r"[RrKkuenop][ic]d?[DSAGMTmtoO]*[Rr]+[^,]*$")
# the name belongs to what another word is of, or is the first part of something longer
_COMPLEMENT_BEFORE = re.compile(r"[uekntom].*[ic]|[icr]d?$")
_LONGER_AFTER = frozenset("PoOeukKnrRmMtH")
# holders of one office, named: "the co-chairs (Ana Moro of Belgium and Lev Ritt of Norway)"
_HOLDER = r"H?N{2,4}(?:cd?[SDAGMTO]{1,4}|\([SDAGMTO]{1,4}\))?"
_MEMBERS = re.compile(rf"[Kk](?:[cd&]{{0,2}}[DSAGMTOtom]){{0,8}}[,(]{{0,2}}((?:{_HOLDER}(?:,&?|&)){{1,9}}H?N{{2,4}})")
_GROUP = re.compile(r"[Kk]cd?[DSAGOMT]{1,5}|[SDNAMT]{0,4}[GOA]K")
# offices that one person of a state holds: "the Armenian Prime Minister" is somebody even if the text has no name
_UNIQUE = frozenset(
    ("president", "prime minister", "minister", "chancellor", "king", "queen", "emperor", "secretary of state")
)
_PLURAL = ("s", "people", "men", "media")


class Meant:
    """Whom the sources of one document mean, asked in the order of the text.

    Args:
        words: the document's words.
        cast: its persons and organisations; :meth:`Cast.spoke` keeps it up to date between two questions.
    """

    def __init__(self, words: Words, cast: Cast) -> None:
        self._words = words
        self._kinds = words.kinds
        self._cast = cast
        self._lexicon = lexicon()
        # where somebody was spoken of who stayed unknown, by person word: "a U.S. official"
        self._unknown: dict[str, int] = {}
        self._groups: dict[str, Speakers] = {}
        self._documents: dict[str, Speakers] = {}

    def source(self, source: Spans) -> Speakers:
        """The speakers that a source names or stands for."""
        first, last = self._words.between(source[0][0], source[-1][1])
        last = min(last, first + _LONGEST)
        if set(self._kinds[first:last]) == {"H"}:
            last += 1  # "MS" of "MS. ORLEN:"
        found: dict[str, Speaker] = {}
        for low, high in parties(self._words, first, last, self._cast.known):
            for speaker in self._party(low, high):
                found.setdefault(speaker.name, speaker)
        return tuple(found.values())

    def made(self, spans: Spans, who: Speakers) -> None:
        """Remember who made the statement, report or video that a source or cue speaks of."""
        for start, end in spans:
            for i in range(*self._words.between(start, end)):
                if self._kinds[i] == "e":
                    self._documents[self._words.lower(i)] = who

    # ---- names -------------------------------------------------------------------------------------------------------

    def _party(self, first: int, last: int) -> Speakers:
        kinds = self._kinds
        while first < last and kinds[first] in ",.q&:xL":
            first += 1
        last = without_relative_clause(kinds, first, last)
        if first >= last:
            return ()
        if kinds[first] == "p" and set(kinds[first:last]) <= {"p", "d"}:
            return self._pronoun(first)
        person = self._label(first, last) or self._person(first, last)
        if person is None:
            return self._phrase(first, last)
        full = self._cast.completed(person)
        if " " not in full.name and not full.heads and self._cast.is_place(full):
            return (Speaker(full.name, "state"),)
        return (as_speaker(full),)

    def _label(self, first: int, last: int) -> Name | None:
        """A word in capitals, "PENCE", that is somebody's name or labels what follows."""
        alone = [i for i in range(first, last) if self._kinds[i] not in "H."]
        if len(alone) != 1 or self._kinds[alone[0]] not in "AON":
            return None
        wording = self._words.wording(alone[0], last)
        before = self._kinds[:first].rstrip("H")[-1:]
        opens_turn = before in ("", "L") and ":" in self._kinds[last : last + 2]
        label = wording.isupper() and (alone[0] > first or opens_turn)
        if label or self._cast.known(wording.casefold()):
            return Name(alone[0], last, wording.title() if wording.isupper() else wording, "person")
        return None

    def _person(self, first: int, last: int) -> Name | None:
        found = [n for n in persons(self._words, first, last) if self._may_speak(n, first, last)]
        return next((n for n in found if n.role), found[0] if found else None)

    def _may_speak(self, name: Name, first: int, last: int) -> bool:
        """Whether a name in a source is that of the source: no owner, no complement, no common noun with a capital."""
        before, after = self._kinds[first : name.first], self._kinds[name.last : last]
        if len(name.heads) > 1:
            return not after.startswith("P") and not _UNDER.search(before)
        if _COMPLEMENT_BEFORE.search(before) or after[:1] in _LONGER_AFTER:
            return False
        known = self._cast.known(name.surname)
        if not name.heads and "d" in before and not before.strip("d,H"):
            return known  # an article makes a thing of a name: "the Wolf"
        if " " in name.name:
            return True
        if re.search("[a-ce-z]", before):
            return False
        return bool(name.heads) or known or not self._common_noun(name.first)

    def _opens_sentence(self, word: int) -> bool:
        return word == 0 or self._kinds[word - 1] in ".Lq:"

    def _common_noun(self, word: int) -> bool:
        """Whether a lone word may have its capital from the start of a sentence: "Fishermen", "Data from"."""
        start = self._opens_sentence(word)
        if start and self._kinds[word + 1 : word + 2] in ("c", "i"):
            return True
        lower = self._words.lower(word)
        return lower.endswith(("men", "people", "ans", "ats", "ists", "ers")) or (start and lower.endswith("s"))

    # ---- phrases without a person's name -----------------------------------------------------------------------------

    def _phrase(self, first: int, last: int) -> Speakers:
        words, kinds = self._words, self._kinds
        end = self._head_end(first, last)
        tail, body = kinds[end - 1], kinds[first:end]
        if "u" in body:
            self._unknown[words.lower(end - 1)] = words.start[first]
            return ()
        if tail == "e":
            return self._author(first, end, last)
        if tail == "b":
            states = [i for i in range(first, end) if kinds[i] in "SD"]
            return (self._state(states[0], own_name=True),) if states else ()
        if tail in "Rr":
            return self._office(first, end, last)
        if tail in "Kk":
            return self._offices(first, end)
        named = next((n for n in organisations(words, first, last) if n.first < end <= n.last), None)
        if named and kinds[named.first : named.last] != "O":
            return (as_speaker(self._cast.completed_organisation(named)),)
        if tail in "Oo":
            whole = next(organisations(words, end, last), None)
            return (as_speaker(self._cast.completed_organisation(whole)),) if whole else self._organisation(first, end)
        if tail == "S":
            return (self._state(end - 1),)
        return self._group(first, end)

    def _head_end(self, first: int, last: int) -> int:
        """Where the head of a phrase ends."""
        kinds = self._kinds
        end = next((i for i in range(first + 1, last) if kinds[i] in "ic,p"), last)
        for i in range(first + 1, end):
            if kinds[i - 1] == "e" and _PARTICIPLE.fullmatch(self._words.lower(i)):
                return i
        return end - (kinds[end - 1] == "P" and end - 1 > first)

    def _group(self, first: int, end: int) -> Speakers:
        """People of a kind that has a name: "Georgian citizens", "Republicans"."""
        words, kinds = self._words, self._kinds
        low = first + (kinds[first] == "d" and end - first > 1)
        tail, last_word = kinds[end - 1], words.lower(end - 1)
        if tail in "nD" and not last_word.endswith(_PLURAL):
            return ()
        alone = end - low == 1
        if alone and (tail in "TM" or (tail == "N" and self._opens_sentence(low) and self._common_noun(low))):
            return ()
        if tail not in "nNDTM" or not re.search("[NDSAGT]", kinds[low:end]):
            return ()
        return (Speaker(words.wording(low, end), "group", None, country(words, low, end)),)

    # ---- whoever is meant --------------------------------------------------------------------------------------------

    def _pronoun(self, word: int) -> Speakers:
        words, cast = self._words, self._cast
        place, lower = words.start[word], words.lower(word)
        means, gender = self._lexicon.means[lower], self._lexicon.gender.get(lower)
        if means == "person":
            return _one(cast.person_before(place, lambda c: c.gender in (None, gender)))
        if means == "organisation":
            return _one(cast.organisation_before(place, lambda _: True))
        if means == "plural":
            together = cast.last_turn(place)
            many = len(together) > 1 or any(s.kind in ("group", "organisation") for s in together)
            return together if many else ()
        if means == "relative":
            near = [n for n in cast.persons_between(word - 8, word) if " " in n.name or cast.known(n.surname)]
            return (as_speaker(near[-1]),) if near else ()
        if means == "relative-thing":
            things = list(organisations(words, max(0, word - 6), word))
            return (as_speaker(things[-1]),) if things else ()
        return ()

    def _office(self, first: int, end: int, last: int) -> Speakers:
        """Somebody by their office, "the Russian official": the last who agrees, or a sole holder's office."""
        words, kinds, cast = self._words, self._kinds, self._cast
        head = self._lexicon.means[words.lower(end - 1)]
        place, code = words.start[first], country(words, first, last)
        if words.lower(first) in _INDEFINITE or kinds[first] in "mrtn":
            self._unknown[head] = place
            return self._of_organisation(first, last) if head == "spokesperson" else ()
        general = head in self._lexicon.groups["generic"]
        unknown = self._unknown.get(head)
        if unknown is not None and (general or unknown > cast.last_turn_at(place)):
            return ()
        _, gender = role_heads(words, first, end)
        details = {_spelled(words.lower(i)) for i in range(first, end - 1) if kinds[i] in "MTmtn"}
        over = {_spelled(words.lower(i)) for i in range(end, last) if kinds[i] in "NTOMAG"}

        def fits(who: Candidate) -> bool:
            return (who.speaker.country in (None, code) or code is None) and (
                gender is None or who.gender in (None, gender)
            )

        def holds(who: Candidate) -> bool:
            role = {_spelled(w) for w in re.findall(r"\w+", (who.speaker.role or "").lower())}
            role |= {"foreign"} if "fm" in role else set()
            return head in who.heads and fits(who) and details <= role and (not over or bool(over & role))

        if general:
            return _one(cast.person_before(place, fits))
        found = cast.person_before(place, holds)
        if not found and not over:
            if not details and head not in _UNIQUE:
                found = cast.person_before(place, lambda who: who.heads <= {"person"} and fits(who), reach=4)
            # nobody before: the one person of the whole text who is introduced so
            same = [s for s in cast.with_role(head, place) if code is None or s.country in (None, code)]
            found = found or (same[0] if len(same) == 1 else None)
        if not found and head == "spokesperson":
            return self._of_organisation(first, last)
        if not found and head in _UNIQUE and code and kinds[first] != "p":
            wording = words.wording(first + (kinds[first] == "d"), end)
            return (Speaker(wording, "person", wording, code),)
        return _one(found)

    def _of_organisation(self, first: int, last: int) -> Speakers:
        """The organisation, or seat of power, that an unnamed spokesperson speaks for."""
        named = next(organisations(self._words, first, last), None)
        if named:
            return (as_speaker(self._cast.completed_organisation(named)),)
        states = [i for i in range(first, last) if self._kinds[i] == "S"]
        return (self._state(states[0]),) if states else ()

    def _offices(self, first: int, end: int) -> Speakers:
        """Several by their office, "the two ministers": both, if exactly two were named so; else those known by it."""
        words, kinds = self._words, self._kinds
        if words.lower(first) in _INDEFINITE - {"two"} or (kinds[first].islower() and kinds[first] not in "dpk"):
            return ()
        head = self._lexicon.means[words.lower(end - 1)]
        same = self._cast.with_role(head, words.start[first])
        if len(same) == 2:
            return tuple(same)
        if kinds[first] in "dp":
            if head not in self._groups:
                self._groups[head] = self._members(head) or self._together(head)
            if self._groups[head]:
                return self._groups[head]
        if not re.search("[NDSAGO]", kinds[first:end]):
            return ()
        low = first + (kinds[first] == "d")
        return (Speaker(words.wording(low, end), "group", None, country(words, low, end)),)

    def _members(self, head: str) -> Speakers:
        """Those named as the holders of an office."""
        words = self._words
        for match in _MEMBERS.finditer(words.kinds):
            if self._lexicon.means[words.lower(match.start())] == head:
                named = [n for n in persons(words, *match.span(1)) if words.kinds[n.first - 1] not in "cd"]
                return tuple(as_speaker(self._cast.completed(n)) for n in named)
        return ()

    def _together(self, head: str) -> Speakers:
        """The name of those who hold an office together: "Co-Chairs of the OSCE Minsk Group"."""
        words = self._words
        found: Speakers = ()
        for match in _GROUP.finditer(words.kinds):
            at = next(i for i in range(*match.span()) if words.kinds[i] in "Kk")
            if self._lexicon.means[words.lower(at)] == head and re.search("[GOA]", match.group()):
                found = (Speaker(words.wording(*match.span()), "group"),)
                if at == match.start():
                    break
        return found

    def _organisation(self, first: int, end: int) -> Speakers:
        """The last organisation of a kind: "the ministry"."""
        head, code = self._words.lower(end - 1), country(self._words, first, end)
        if self._words.lower(first) in _INDEFINITE:
            return ()

        def agrees(who: Candidate) -> bool:
            return head in who.heads and (code is None or who.speaker.country in (None, code))

        return _one(self._cast.organisation_before(self._words.start[first], agrees))

    def _author(self, first: int, end: int, last: int) -> Speakers:
        """Who made "her video address", "a statement by the ministry", "the statement"; or a treaty itself."""
        words, kinds = self._words, self._kinds
        if kinds[first] == "p":
            return self._pronoun(first)
        noun = words.lower(end - 1)
        if self._lexicon.means[noun] == "itself" and words.wording(end - 1, end)[0].isupper():
            return (Speaker(words.wording(first + (kinds[first] == "d"), last), "document"),)
        owner = next((i for i in range(first, end) if kinds[i] == "P"), end - 1)
        for low, high in ((first, owner), (end, last)):
            while low < high and kinds[low] in "dic":
                low += 1
            if re.search("[NSAGORrKk]", kinds[low:high]):
                return self.source(((words.start[low], words.end[high - 1]),))
        if kinds[first] != "d" or words.lower(first) in _INDEFINITE:
            return ()
        made = self._documents.get(noun, ())
        return made or (self._cast.last_turn(words.start[first]) if self._lexicon.means[noun] == "speaker" else ())

    def _state(self, word: int, *, own_name: bool = False) -> Speaker:
        """A state as the text names it, or by its own name instead of an adjective."""
        wording = self._words.wording(word, word + 1)
        code, name = self._lexicon.states.get(wording, (None, wording))
        return Speaker(name if own_name and self._kinds[word] == "D" else wording, "state", None, code)


def _spelled(word: str) -> str:
    return word.replace("defence", "defense")


def _one(speaker: Speaker | None) -> Speakers:
    return (speaker,) if speaker else ()
