"""Readings made by hand, of texts written for these tests about states that do not exist."""

from collections.abc import Callable

import pytest

from onrecord.records import DateRange, Reading, Span, Speaker, Statement, text_hash

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
