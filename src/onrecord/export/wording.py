"""How the parts of a reading are put into words: the same in the table, the rows and the marked page."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from onrecord.plover import TYPES
from onrecord.records import Actor, DateRange, Entity, Event, Reading, Span, Spans, Speaker, Statement, TimeExpression

UNKNOWN = "unknown"
NO_STATEMENTS = "No statements: nobody is quoted or reported in this document's title and body."
NO_EVENTS = "No events: nobody in these documents does anything to anybody, as asked for."
NOBODY = "Nobody is named: no person, organisation, state or group of the kind asked for."
CERTAINTY_NOTE = (
    "Certainty is a calibrated probability that the statement is in the text as read: of a hundred statements of "
    "certainty 0.80, about eighty are. It does not say whether what was said is true."
)
EVENT_CERTAINTY_NOTE = (
    "An event's certainty is a calibrated probability that the text tells of this event, between these sides: of a "
    "hundred events of certainty 0.80, about eighty are right. It does not say whether what the text tells is true."
)
TEXT_ITSELF = "the text itself"
STANDING = {"actual": "", "planned": "planned", "unreal": "unreal"}
"""What is said of an event's status; nothing of one that happened, which most did."""


def words_at(text: str, spans: Spans) -> str:
    """The words of a text at some spans, pieces joined by `` ... `` as in :attr:`Statement.quote`."""
    return " ... ".join(text[start:end] for start, end in spans)


def who(reading: Reading, statement: Statement, name: Callable[[Speaker], str] = lambda speaker: speaker.name) -> str:
    """Who makes a statement: the speakers' names, else the source's words in quotation marks, else ``unknown``."""
    names = [name(speaker) for speaker in statement.speakers]
    if names:
        return _listed(names)
    source = words_at(reading.text, statement.source)
    return f"“{source}”" if source.strip() else UNKNOWN


def office(one: Entity | Speaker) -> str:
    """Office and state as far as they are known: ``foreign minister, VES``; a state's own code is not its office."""
    return ", ".join(filter(None, (one.role, one.country if one.kind != "state" else None)))


class Introductions:
    """Names as a text gives them to its readers: with office and state at the first time, then the name alone."""

    def __init__(self) -> None:
        self._met: set[Entity | Speaker] = set()

    def name(self, one: Entity | Speaker) -> str:
        """``Ana Perl (foreign minister, VES)``, and from the second time on ``Ana Perl``."""
        known = "" if one in self._met else office(one)
        self._met.add(one)
        return f"{one.name} ({known})" if known else one.name


def certainty(value: float) -> str:
    """A probability with two decimals, cut rather than rounded: 1.00 stands for certain and nothing less."""
    return f"{math.floor(value * 100 + 1e-9) / 100:.2f}"


def in_text_order(reading: Reading) -> list[tuple[int, Statement]]:
    """The statements in the order in which their words stand in the text, each with its number.

    The number is what people see, on the page and in the table: the index into ``reading.statements`` plus one.
    """
    numbered = list(enumerate(reading.statements, start=1))
    return sorted(numbered, key=lambda item: min(item[1].content, default=(0, 0)))


def side(actors: tuple[Actor, ...]) -> str:
    """One side of an event, as ``Vesna and Orland``; nothing where there is none."""
    return _listed([actor.name for actor in actors])


def happening(event: Event) -> str:
    """An event in a phrase: ``accusation, Vesna against Orland``; ``consultation, Vesna and Orland``."""
    known = TYPES.get(event.type)
    noun, preposition = (known.noun, known.preposition) if known else (event.type.lower(), "towards")
    if known and known.mutual:
        return f"{noun}, {side((*event.actor, *event.recipient))}"
    sides = [side(event.actor), f"{preposition} {side(event.recipient)}" if event.recipient else ""]
    return ", ".join(filter(None, (noun, " ".join(filter(None, sides)))))


def claimant(reading: Reading, event: Event) -> str:
    """Who tells of an event, or does it by speaking: a statement's speakers and its number, else the text itself."""
    if event.statement is None:
        return TEXT_ITSELF
    return f"{who(reading, reading.statements[event.statement])} ({event.statement + 1})"


def title_span(reading: Reading) -> Span | None:
    """Where the text has its own title: the first line, or wrapped lines, with just its words; None without."""
    words = (reading.title or "").split()
    if not words:
        return None
    found = re.search(r"^[^\S\r\n]*(" + r"\s+".join(map(re.escape, words)) + r")\s*?$", reading.text, re.MULTILINE)
    return found.span(1) if found else None


def boilerplate(reading: Reading) -> Spans:
    """The spans of the text that are neither its body nor its title, in order and without overlap."""
    title = title_span(reading)
    outside, reached = [], 0
    for start, end in sorted([*reading.body, *([title] if title else []), (len(reading.text), len(reading.text))]):
        if start > reached:
            outside.append((reached, start))
        reached = max(reached, end)
    return tuple(outside)


def word_count(reading: Reading) -> int:
    """How many words the text has: runs of anything but white space."""
    return len(reading.text.split())


def boilerplate_share(reading: Reading) -> float:
    """Which share of the text's words, 0 to 1, begins outside body and title; 0 for a text without words."""
    outside = sum(len(reading.text[start:end].split()) for start, end in boilerplate(reading))
    return min(1.0, outside / (word_count(reading) or 1))


def size(reading: Reading) -> str:
    """One phrase for a text's length and how much of it is not the article: ``612 words, 12 % boilerplate``."""
    return f"{number_of(word_count(reading), 'word')}, {boilerplate_share(reading) * 100:.0f} % boilerplate"


def statement_count(reading: Reading) -> str:
    """How many statements there are: ``1 statement``, ``15 statements``."""
    return number_of(len(reading.statements), "statement")


def event_count(reading: Reading) -> str | None:
    """How many events there are; nothing of none."""
    return number_of(len(reading.events), "event") if reading.events else None


def less_certain(count: int, least: float) -> str:
    """That some events are not shown, and how to see them."""
    return f"{number_of(count, 'event')} less certain than {certainty(least)} left out; --min-certainty 0 shows them"


def number_of(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: ``1 person``, ``2,000 people``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def days(date: DateRange) -> str:
    """An interval of days, as one day where it is one: ``2031-02-03`` or ``2031-02-01 to 2031-02-28``."""
    return date.start if date.start == date.end else f"{date.start} to {date.end}"


def when(date: DateRange | TimeExpression) -> str | None:
    """An interval as short as its grain lets it be: ``2031-02-04``, ``2031-02``, ``2031``; None if it is unresolved."""
    if date.start is None or date.end is None:
        return None
    shortest = {"month": 7, "year": 4}.get(date.grain, 10)
    start, end = date.start[:shortest], date.end[:shortest]
    return start if start == end else f"{start} to {end}"


def _listed(names: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
