"""The persons and organisations of one document: full names, offices, and who was named or spoke before a place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.reading.lexicon import Gender, lexicon
from onrecord.reading.names import Name, Words, is_subject, organisations, persons
from onrecord.records import Span, Speaker

_SENTENCE_END = re.compile("[.L]")
_PRONOUN = re.compile("p")
_LONE_NAME = re.compile("(?<![NHRr])N(?!N)")
_AS_PLACE = re.compile("iN(?!N)|NP[MT]{0,4}R")
# How far back somebody who is meant may have been named or have spoken: mentions looked at, sentences between.
_LOOK_BACK, _SENTENCES = 40, 12
# Sentences that a mention seems further away for not having spoken: as the subject of a sentence, or in passing.
_SUBJECT, _PASSING = 1, 3
# Words within which "He" or "She" after a subject tells its gender.
_PRONOUN_REACH = 40
# ... and for having no office or title: it may be a newspaper.
_UNTITLED = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be meant: where named or said to speak, and what else the text tells.

    ``heads`` are what the office agrees with; ``spoke`` that they spoke there, ``subject`` that they are the
    subject of the sentence.
    """

    at: int
    speaker: Speaker
    heads: frozenset[str]
    gender: Gender
    spoke: bool = False
    subject: bool = False


Agrees = Callable[[Candidate], bool]


class Cast:
    """Who is named where in a document, and who has spoken so far.

    Args:
        words: the document's words.
        content: spans that are somebody's words: those named there are not those who speak next.
    """

    def __init__(self, words: Words, content: Iterable[Span]) -> None:
        self.words = words
        self._content = _merged(content)
        self._content_starts = [s for s, _ in self._content]
        self._ends = [
            at for end in _SENTENCE_END.finditer(words.kinds) if self.content_at(at := words.start[end.start()]) is None
        ]
        headline = _headlines(words)
        self.named = list(persons(words))
        self._named_at = [n.first for n in self.named]
        self._by_surname: dict[str, list[Name]] = defaultdict(list)
        for name in self.named:
            if " " in name.name and (name.heads or not headline[name.first]):
                self._by_surname[name.surname].append(name)
        self._known = self._introduced()
        self._titled = {name.surname for name in self._known.values() if name.heads}
        self.persons = [self.completed(n) for n in self.named if n.heads or self._full(n) in self._known]
        self._person_at = [n.first for n in self.persons]
        self.organisations = [n for n in organisations(words) if words.kinds[n.first : n.last] != "O"]
        self._organisation_at = [n.first for n in self.organisations]
        self._turns: deque[Candidate] = deque(maxlen=_LOOK_BACK)
        self._lone = Counter(words.lower(m.start()) for m in _LONE_NAME.finditer(words.kinds))
        self._placed = Counter(
            words.lower(m.start() + (m.group()[0] == "i"))
            for m in _AS_PLACE.finditer(words.kinds)
            if m.group()[0] != "i" or words.lower(m.start()) == "in"
        )

    def content_at(self, place: int) -> int | None:
        """The number of the content that a place of the text is in."""
        i = bisect_right(self._content_starts, place) - 1
        return i if i >= 0 and place < self._content[i][1] else None

    def known(self, surname: str) -> bool:
        """Whether somebody of that name (case folded) is called so in full, or has an office or a title."""
        return surname in self._by_surname or surname in self._titled

    def completed(self, name: Name) -> Name:
        """A person's name as full as the text has it, with the office, country and gender told elsewhere."""
        full = self._full(name)
        known = self._known.get(full, name)
        return _one_person(name, known, full)

    def _full(self, name: Name) -> str:
        """The full name that goes with a surname: the one most used before it, else the first after it."""
        same = self._by_surname.get(name.surname, ())
        if " " in name.name or not same:
            return name.name
        cut = bisect_left(same, name.first, key=lambda n: n.first)
        before = Counter(n.name for n in same[max(0, cut - _LOOK_BACK) : cut][::-1])
        return before.most_common(1)[0][0] if before else same[cut].name

    def _introduced(self) -> dict[str, Name]:
        """What the text tells of persons anywhere in it, by full name."""
        known: dict[str, Name] = {}
        for name in self.named:
            if name.heads:
                full = self._full(name)
                old = known.get(full, name)
                known[full] = _one_person(old, name, full)
        for full, gender in self._genders().items():
            old = known.get(full, Name(0, 0, full, "person"))
            known[full] = replace(old, gender=old.gender or gender)
        return known

    def _genders(self) -> dict[str, Gender]:
        """Gender by the pronouns that begin the sentences after a name (the idea of Ge, Hale and Charniak, 1998)."""
        votes: dict[str, Counter[Gender]] = defaultdict(Counter)
        subjects = [n for n in self.named if is_subject(self.words, n)]
        at = [n.first for n in subjects]
        for pronoun in _PRONOUN.finditer(self.words.kinds):
            i = pronoun.start()
            if self.words.text[self.words.start[i] : self.words.end[i]] in ("He", "She"):
                k = bisect_left(at, i) - 1
                if k >= 0 and i - at[k] <= _PRONOUN_REACH:
                    votes[self._full(subjects[k])][lexicon().gender.get(self.words.lower(i))] += 1
        first = {full: seen.most_common(1)[0] for full, seen in votes.items()}
        return {full: told for full, (told, n) in first.items() if n >= 2 and n >= 3 * (votes[full].total() - n)}

    def completed_organisation(self, name: Name) -> Name:
        """An organisation's name as full as the text before has it: "Latvian Ministry" for "Ministry"."""
        wanted = set(name.name.lower().split())
        cut = bisect_left(self._organisation_at, name.first)
        for other in reversed(self.organisations[max(0, cut - _LOOK_BACK) : cut]):
            if (
                wanted < set(other.name.lower().split())
                and name.heads <= other.heads
                and name.country in (None, other.country)
            ):
                return replace(other, first=name.first, last=name.last)
        return name

    def persons_between(self, first: int, last: int) -> list[Name]:
        """Names that stand in words ``first`` to ``last``."""
        return [
            self.completed(n)
            for n in self.named[bisect_left(self._named_at, first) : bisect_left(self._named_at, last)]
        ]

    def spoke(self, at: int, speakers: Sequence[Speaker]) -> None:
        """Remember who speaks at a place of the text."""
        for speaker in speakers:
            known = self._known.get(speaker.name) if speaker.kind == "person" else None
            heads = frozenset(speaker.name.lower().split()) if speaker.kind == "organisation" else frozenset()
            self._turns.append(
                Candidate(at, speaker, known.heads if known else heads, known.gender if known else None, spoke=True)
            )

    def last_turn(self, place: int) -> tuple[Speaker, ...]:
        """Those who spoke last before a place, one or several with one voice; not inside another's words."""
        inside = self.content_at(place)
        before = [t for t in self._turns if t.at < place and self.content_at(t.at) in (None, inside)]
        return tuple({t.speaker.name: t.speaker for t in before if t.at == before[-1].at}.values())

    def last_turn_at(self, place: int) -> int:
        """Where somebody known spoke last before a place; -1 if nobody did."""
        return max((t.at for t in self._turns if t.at < place), default=-1)

    def is_place(self, name: Name) -> bool:
        """Whether a lone name without a title is often used as a place is: "in Telmar", "Telmar's Prime Minister"."""
        word = name.name.lower()
        return 4 * self._placed[word] >= self._lone[word] > 0

    def person_before(self, place: int, agrees: Agrees, reach: int = _SENTENCES) -> Speaker | None:
        """The last person before a place who agrees: who has spoken goes before who was named, subjects before others.

        Args:
            place: offset into the text.
            agrees: whether a candidate is of the right office, country and gender.
            reach: sentences to look back.
        """
        turns = (t for t in self._turns if t.speaker.kind == "person")
        return self._nearest(place, (*self._named_before(place, self.persons, self._person_at), *turns), agrees, reach)

    def organisation_before(self, place: int, agrees: Agrees) -> Speaker | None:
        """The last organisation or state before a place that agrees, in the same order of preference."""
        named = self._named_before(place, self.organisations, self._organisation_at)
        turns = (t for t in self._turns if t.speaker.kind != "person")
        return self._nearest(place, (*named, *turns), agrees, _SENTENCES)

    def _named_before(self, place: int, names: Sequence[Name], at: Sequence[int]) -> Iterator[Candidate]:
        cut = bisect_left(at, bisect_left(self.words.start, place))
        for n in names[max(0, cut - _LOOK_BACK) : cut]:
            subject = is_subject(self.words, n)
            yield Candidate(self.words.start[n.first], as_speaker(n), n.heads, n.gender, subject=subject)

    def _nearest(self, place: int, candidates: Iterable[Candidate], agrees: Agrees, reach: int) -> Speaker | None:
        here, inside = bisect_left(self._ends, place), self.content_at(place)
        best: tuple[int, int] | None = None
        found: Speaker | None = None
        for who in candidates:
            if who.at >= place or self.content_at(who.at) not in (None, inside) or not agrees(who):
                continue
            away = here - bisect_left(self._ends, who.at)
            far = away + (0 if who.spoke else _SUBJECT if who.subject else _PASSING) + (0 if who.heads else _UNTITLED)
            if away <= reach and (best is None or (far, -who.at) < best):
                best, found = (far, -who.at), who.speaker
        return found

    def with_role(self, head: str, place: int) -> list[Speaker]:
        """The different persons introduced with a role before a place, in order; after it if there are none."""
        cut = bisect_left(self._person_at, bisect_left(self.words.start, place))
        for among in (self.persons[max(0, cut - _LOOK_BACK) : cut], self.persons[cut : cut + _LOOK_BACK]):
            found = {n.name: as_speaker(n) for n in among if head in n.heads}
            if found:
                return list(found.values())
        return []


def as_speaker(name: Name) -> Speaker:
    """A name as a speaker."""
    return Speaker(name.name, name.kind, name.role, name.country)


def _merged(spans: Iterable[Span]) -> list[Span]:
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _headlines(words: Words) -> list[bool]:
    """For each word, whether its line has capitals all through, so that they tell no names."""
    out: list[bool] = []
    for line in words.kinds.split("L"):
        title_case = len(line) > 3 and not set(line) & set("nr.") and line.count("N") + line.count("T") > 2
        out.extend([title_case] * (len(line) + 1))
    return out


def _one_person(one: Name, other: Name, full: str) -> Name:
    """One of two names of the same person, as ``full``, with what only the other tells."""
    return replace(
        one,
        name=full,
        heads=one.heads | other.heads,
        role=one.role or other.role,
        country=one.country or other.country,
        gender=one.gender or other.gender,
    )
