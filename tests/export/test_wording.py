"""The parts of a reading in words: who, how sure, how much of it is boilerplate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export import wording
from onrecord.records import DateRange, Entity, Reading, Speaker, TimeExpression, text_hash

PERL, DORAN, OFFICE = Speaker("Ana Perl", "person"), Speaker("Ilka Doran", "person"), Speaker("Office", "organisation")


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        ((PERL,), "Ana Perl"),
        ((PERL, DORAN), "Ana Perl and Ilka Doran"),
        ((PERL, DORAN, OFFICE), "Ana Perl, Ilka Doran and Office"),
        ((), "“she”"),
    ],
)
def test_who_is_the_speakers_else_the_sources_words(reading_of, statement, speakers, expected):
    text = "“No,” she said."
    said = statement(text, "“No,”", source="she", speakers=speakers)
    assert wording.who(reading_of(text, (said,)), said) == expected


def test_who_is_unknown_without_speaker_and_source(reading_of, statement):
    said = statement("“No.”", "“No.”")
    assert wording.who(reading_of("“No.”", (said,)), said) == "unknown"


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (Entity("Ana Perl", "person", "foreign minister", "VES"), "foreign minister, VES"),
        (Speaker("Ana Perl", "person", country="VES"), "VES"),
        (Entity("Ana Perl", "person", ""), ""),
        (Entity("Vesna", "state", country="VES"), ""),
    ],
    ids=str,
)
def test_office_is_what_is_known_of_office_and_state(one, expected):
    assert wording.office(one) == expected


def test_introductions_give_office_and_state_once():
    names, perl = wording.Introductions(), Speaker("Ana Perl", "person", "foreign minister", "VES")
    assert [names.name(one) for one in (perl, DORAN, perl)] == [
        "Ana Perl (foreign minister, VES)",
        "Ilka Doran",
        "Ana Perl",
    ]


@pytest.mark.parametrize(("count", "expected"), [(0, "0 people"), (1, "1 person"), (2000, "2,000 people")])
def test_number_of_knows_one_from_many(count, expected):
    assert wording.number_of(count, "person", "people") == expected


@pytest.mark.parametrize(("value", "expected"), [(1.0, "1.00"), (0.999, "0.99"), (0.29, "0.29"), (0.0, "0.00")])
def test_certainty_says_one_only_of_the_certain(value, expected):
    assert wording.certainty(value) == expected


def test_in_text_order_keeps_each_statement_its_number(reading_of, statement):
    text = "First. Second."
    reading = reading_of(text, (statement(text, "Second."), statement(text, "First.")))
    assert [(number, said.quote) for number, said in wording.in_text_order(reading)] == [(2, "First."), (1, "Second.")]


def test_boilerplate_is_what_is_neither_body_nor_title(talks):
    words = [talks.text[start:end].strip() for start, end in wording.boilerplate(talks)]
    assert words == ["Home | World | Talks", "Read also: the weather"]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_boilerplate_and_body_together_are_the_text_once(text, pairs):
    body = tuple((min(a, b, len(text)), min(max(a, b), len(text))) for a, b in pairs)
    text = text.encode("utf-8", "replace").decode()
    reading = Reading("x", text, text_hash(text), None, None, None, "m", body, ())
    outside = [at for start, end in wording.boilerplate(reading) for at in range(start, end)]
    inside = {at for start, end in body for at in range(start, end)}
    assert sorted([*outside, *inside]) == list(range(len(text)))


def test_boilerplate_share_counts_words_outside_body_and_title(reading_of):
    text = "A title\nmenu\nfive words of the body"
    reading = reading_of(text, title="A title", body=((text.index("five"), len(text)),))
    assert wording.boilerplate_share(reading) == pytest.approx(1 / 8)
    assert wording.size(reading) == "8 words, 12 % boilerplate"


def test_boilerplate_share_of_an_empty_text_is_none(reading_of):
    assert wording.boilerplate_share(reading_of("")) == 0


def test_title_span_is_the_line_that_is_the_title_but_for_white_space(reading_of):
    text = "The long title of old\n  The  long title \nBody"
    start, end = wording.title_span(reading_of(text, title="The long title"))
    assert text[start:end].strip() == "The  long title"


@pytest.mark.parametrize("title", [None, " ", "Elsewhere"])
def test_title_span_is_none_where_the_text_has_no_such_line(reading_of, title):
    assert wording.title_span(reading_of("Some text", title=title)) is None


def test_days_names_one_day_once():
    assert wording.days(DateRange("2031-02-03", "2031-02-03", "day", "text")) == "2031-02-03"
    assert wording.days(DateRange("2031-02-01", "2031-02-28", "month", "text")) == "2031-02-01 to 2031-02-28"


def test_statement_count_knows_one_from_many(reading_of, statement):
    one = statement("“No.”", "“No.”")
    assert wording.statement_count(reading_of("“No.”", (one,))) == "1 statement"
    assert wording.statement_count(reading_of("“No.”", (one, one))) == "2 statements"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (DateRange("2031-02-04", "2031-02-04", "day", "text"), "2031-02-04"),
        (DateRange("2031-02-01", "2031-02-28", "month", "text"), "2031-02"),
        (DateRange("2031-05-01", "2031-07-31", "month", "text"), "2031-05 to 2031-07"),
        (DateRange("2031-01-01", "2031-12-31", "year", "text"), "2031"),
        (DateRange("2031-02-24", "2031-03-02", "week", "published"), "2031-02-24 to 2031-03-02"),
        (TimeExpression((0, 1), "PAST_REF", None, None, "day"), None),
    ],
)
def test_when_is_as_short_as_the_grain_lets_it_be(date, expected):
    assert wording.when(date) == expected


@pytest.mark.parametrize(
    ("name", "actor", "recipient", "expected"),
    [
        ("ACCUSE", "Vesna", "Orland", "accusation, Vesna against Orland"),
        ("CONSULT", "Vesna", "Orland", "consultation, Vesna and Orland"),
        ("CONSULT", "Vesna|Orland", "", "consultation, Vesna and Orland"),
        ("MOBILIZE", "Orland", "", "mobilization, Orland"),
        ("ASSAULT", "", "Harn", "assault, on Harn"),
        ("CRIME", "Orland", "Harn", "crime, Orland towards Harn"),
    ],
)
def test_happening_says_who_did_what_to_whom(event_in, fire, name, actor, recipient, expected):
    assert wording.happening(event_in(fire.text, name, 1, actor, recipient, "met")) == expected


def test_claimant_is_the_statements_speaker_with_its_number_else_the_text(fire):
    assert wording.claimant(fire, fire.events[2]) == "Ana Perl (1)"
    assert wording.claimant(fire, fire.events[0]) == "the text itself"


def test_event_count_is_nothing_where_there_are_none(fire, talks):
    assert wording.event_count(fire) == "5 events"
    assert wording.event_count(talks) is None
