"""Readings made by hand, of texts written for these tests about states that do not exist."""

import dataclasses
from collections.abc import Callable

import pytest

from onrecord.records import (
    Actor,
    DateRange,
    Entity,
    Event,
    Mention,
    Reading,
    Span,
    Speaker,
    Statement,
    TimeExpression,
    text_hash,
)

TALKS = """Vesna and Orland end talks early

Home | World | Talks

Foreign Minister Ana Perl said on Tuesday that Vesna would not sign. “There is nothing to sign,” she told reporters.

Officials in Orland said Prime Minister Ilka Doran believes “nobody wants a war.”

Read also: the weather
"""


def place(text: str, words: str) -> Span:
    """Where words stand in a text for the first time."""
    start = text.index(words)
    return start, start + len(words)


def make_statement(
    text: str,
    *content: str,
    source: str = "",
    cue: str = "",
    directness: str = "indirect",
    speakers: tuple[Speaker, ...] = (),
    date: DateRange | None = None,
    certainty: float = 0.9,
) -> Statement:
    """A statement whose parts are named by their words."""
    spans = tuple(place(text, words) for words in content)
    return Statement(
        source=(place(text, source),) if source else (),
        cue=(place(text, cue),) if cue else (),
        content=spans,
        quote=" ... ".join(text[start:end] for start, end in spans),
        directness=directness,
        speakers=speakers,
        date=date,
        certainty=certainty,
    )


def make_reading(text: str = TALKS, statements: tuple[Statement, ...] = (), **facts) -> Reading:
    """A reading of a text, all of it body unless said otherwise."""
    known = {"id": "talks.txt", "title": None, "published": None, "url": None, "model": "test-1"}
    known |= {"body": ((0, len(text)),)} | facts
    return Reading(text=text, sha256=text_hash(text), statements=statements, **known)


def make_mentions(text: str, *named: tuple[str, str, int]) -> tuple[Mention, ...]:
    """Mentions in the text's order: their words, type and entity; the same words again are the next place of them."""
    mentions, at = [], 0
    for words, kind, entity in named:
        at = text.index(words, at)
        mentions.append(Mention((at, at + len(words)), kind, entity))
        at += len(words)
    return tuple(mentions)


@pytest.fixture
def mentions_in() -> Callable[..., tuple[Mention, ...]]:
    return make_mentions


@pytest.fixture
def statement() -> Callable[..., Statement]:
    return make_statement


@pytest.fixture
def reading_of() -> Callable[..., Reading]:
    return make_reading


@pytest.fixture
def talks() -> Reading:
    """A short report with a title, boilerplate on both ends, and one statement nested in another."""
    statements = (
        make_statement(
            TALKS,
            "that Vesna would not sign",
            source="Foreign Minister Ana Perl",
            cue="said",
            speakers=(Speaker("Ana Perl", "person", role="foreign minister", country="VES"),),
            date=DateRange("2031-02-04", "2031-02-04", "day", "text"),
            certainty=0.968,
        ),
        make_statement(TALKS, "“There is nothing to sign,”", source="she", cue="told", directness="direct"),
        make_statement(
            TALKS,
            "Prime Minister Ilka Doran believes “nobody wants a war.”",
            source="Officials in Orland",
            cue="said",
            directness="mixed",
            certainty=0.5,
        ),
        make_statement(
            TALKS,
            "“nobody wants a war.”",
            source="Prime Minister Ilka Doran",
            cue="believes",
            directness="direct",
            speakers=(Speaker("Ilka Doran", "person"),),
        ),
    )
    return make_reading(
        statements=statements,
        title="Vesna and Orland end talks early",
        outlet="The Vesna Courier",
        author="L. Writer",
        published="2031-02-05",
        url="https://courier.example/talks",
        body=((TALKS.index("Foreign"), TALKS.index("\n\nRead also")),),
    )


CAST = (
    Entity("Vesna", "state", country="VES", code="VES"),
    Entity("Orland", "place"),
    Entity("Ana Perl", "person", "foreign minister", "VES", "VES"),
    Entity("Ilka Doran", "person", "prime minister", "ORL", "ORL"),
    Entity("officials in Orland", "group", country="ORL"),
)


@pytest.fixture
def cast(talks) -> Reading:
    """The same report with everybody in it resolved, a mention in its boilerplate too, and two who speak as one."""
    mentions = make_mentions(
        talks.text,
        ("Vesna", "state", 0),
        ("Orland", "place", 1),
        ("Foreign Minister Ana Perl", "person", 2),
        ("Vesna", "state", 0),
        ("she", "pronoun", 2),
        ("Officials in Orland", "group", 4),
        ("Prime Minister Ilka Doran", "person", 3),
        ("weather", "person", 3),  # in the line below the body
    )
    first, second, third, fourth = talks.statements
    perl, doran = (Speaker(e.name, "person", e.role, e.country, i) for i, e in enumerate(CAST) if e.kind == "person")
    group = Speaker("officials in Orland", "group", country="ORL", entity=4)
    said = (
        dataclasses.replace(first, speakers=(perl,)),
        dataclasses.replace(second, speakers=(perl,)),
        dataclasses.replace(third, speakers=(group, group)),
        dataclasses.replace(fourth, speakers=(doran, group)),
    )
    return dataclasses.replace(talks, statements=said, mentions=mentions, entities=CAST)


@pytest.fixture
def reasons(cast) -> tuple[str, ...]:
    """A reason for each mention of the cast."""
    return tuple(f"reason {number}" for number in range(len(cast.mentions)))


FIRE = """Vesna accused Orland on Tuesday of firing on Harn overnight.

“We met in January,” Ana Perl said. The envoys will meet in Kest next month.
"""


def make_event(text: str, name: str, quad: int, actor: str, recipient: str, *trigger: str, **facts) -> Event:
    """An event between those whose names stand in the text, several joined by ``|``; its trigger named by its words."""
    sides = [
        tuple(Actor(words[:3].upper(), words, span=place(text, words)) for words in side.split("|") if words)
        for side in (actor, recipient)
    ]
    known = {"mode": None, "context": (), "date": None, "place": None, "certainty": 0.8, "statement": None} | facts
    return Event(type=name, quad=quad, actor=sides[0], recipient=sides[1], trigger=_places(text, trigger), **known)


def _places(text: str, pieces: tuple[str, ...]) -> tuple[Span, ...]:
    return tuple(place(text, words) for words in pieces)


@pytest.fixture
def event_in() -> Callable[..., Event]:
    return make_event


@pytest.fixture
def fire() -> Reading:
    """A report with events of every kind: told by a statement or by the text itself, dated or not, planned, unreal."""
    said = make_statement(
        FIRE,
        "“We met in January,”",
        source="Ana Perl",
        cue="said",
        directness="direct",
        speakers=(Speaker("Ana Perl", "person", "foreign minister", "VES", 0),),
    )
    day = DateRange("2031-03-04", "2031-03-04", "day", "text")
    events = (
        make_event(FIRE, "ACCUSE", 3, "Vesna", "Orland", "accused", mode="allege", date=day, certainty=0.948),
        make_event(
            FIRE,
            "ASSAULT",
            4,
            "Orland",
            "Harn",
            "firing",
            "overnight",
            date=dataclasses.replace(day, basis="published"),
            place="Harn",
            context=("military",),
        ),
        make_event(
            FIRE,
            "CONSULT",
            1,
            "Vesna|Orland",
            "",
            "met",
            date=DateRange("2031-01-01", "2031-01-31", "month", "text"),
            statement=0,
        ),
        make_event(
            FIRE,
            "CONSULT",
            1,
            "Vesna",
            "Orland",
            "will meet",
            date=DateRange("2031-04-01", "2031-04-30", "month", "text"),
            status="planned",
        ),
        make_event(FIRE, "REJECT", 3, "Orland", "", "accused Orland", certainty=0.1, status="unreal"),
    )
    dates = (
        TimeExpression(place(FIRE, "Tuesday"), "2031-03-04", "2031-03-04", "2031-03-04", "day"),
        TimeExpression(place(FIRE, "January"), "2031-01", "2031-01-01", "2031-01-31", "month"),
        TimeExpression(place(FIRE, "next month"), "XXXX-XX", None, None, "month"),
    )
    mentions = make_mentions(FIRE, ("Vesna", "state", 1), ("Orland", "state", 2), ("Ana Perl", "person", 0))
    entities = (
        Entity("Ana Perl", "person", "foreign minister", "VES", "VES"),
        Entity("Vesna", "state", None, "VES", "VES"),
        Entity("Orland", "state", None, "ORL", "ORL"),
    )
    return make_reading(
        FIRE,
        (said,),
        id="fire.txt",
        published="2031-03-05",
        events=events,
        dates=dates,
        mentions=mentions,
        entities=entities,
    )
