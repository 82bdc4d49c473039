"""Events of whole texts, by the shipped model: what a reader of the record would notice."""

import pytest

from onrecord import Reader

BODY = (
    "The Latvian Foreign Ministry condemned Norway on Monday for closing the strait to fishing boats. "
    "Foreign Minister Ana Moro met her Norwegian counterpart in Oslo last week, and the two agreed on nothing. "
    "The weather in the harbour stayed cold, and the boats stayed on land for another week.\n"
)


@pytest.fixture(scope="module")
def everything():
    return Reader(everything=True).read(BODY, published="2024-05-15")


def test_a_condemnation_has_its_two_states_and_its_day(everything):
    found = [e for e in everything.events if BODY[slice(*e.trigger[0])] == "condemned"]
    (event,) = found
    assert (event.type, event.quad) == ("ACCUSE", 3)
    assert ([a.code for a in event.actor], [a.code for a in event.recipient]) == (["LVA"], ["NOR"])
    assert event.date is not None
    assert (event.date.start, event.date.basis) == ("2024-05-13", "text")


def test_an_act_that_is_a_statement_keeps_its_statement(everything):
    (event,) = (e for e in everything.events if BODY[slice(*e.trigger[0])] == "condemned")
    assert event.statement is not None
    assert everything.statements[event.statement].speakers[0].country == "LVA"


def test_triggers_and_actors_stand_in_the_text(everything):
    for event in everything.events:
        for start, end in (*event.trigger, *(a.span for a in (*event.actor, *event.recipient) if a.span)):
            assert 0 <= start < end <= len(BODY)


def test_what_is_unsure_or_did_not_happen_is_only_shown_on_request(everything):
    shown = Reader().read(BODY, published="2024-05-15").events
    assert set(shown) <= set(everything.events)
    assert all(e.status != "unreal" for e in shown)


def test_without_a_day_of_publication_a_weekday_is_no_date():
    events = Reader(everything=True).read(BODY).events
    assert all(e.date is None for e in events)


@pytest.mark.parametrize("text", ["", "\n\n", "Nothing."])
def test_a_text_of_nobody_has_no_events(text):
    assert Reader(everything=True).read(text).events == ()


def test_a_meeting_told_again_is_one_event_with_all_its_words():
    text = (
        "Latvian Foreign Minister Ana Moro met Norwegian Foreign Minister Lars Ek in Oslo on Monday. "
        "Prices of fish rose. Latvia and Norway held talks on Monday.\n"
    )
    found = [e for e in Reader(everything=True).read(text, published="2024-05-15").events if e.type == "CONSULT"]
    (event,) = [e for e in found if {a.code for a in (*e.actor, *e.recipient)} == {"LVA", "NOR"}]
    assert len(event.trigger) == 2
    assert list(event.trigger) == sorted(event.trigger)


def test_a_verb_and_its_noun_tell_one_act():
    text = "Latvia signed an agreement with Norway on Monday.\n"
    found = Reader(everything=True).read(text, published="2024-05-15").events
    assert [e.type for e in found if e.certainty > 0.1] == ["AGREE"]
