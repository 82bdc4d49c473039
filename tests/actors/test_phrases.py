"""Noun phrases of a wording and their heads."""

from onrecord.actors.phrases import phrases_of
from onrecord.actors.wording import parts


def heads(wording):
    return [p.parts[p.head].text if p.head is not None else None for p in phrases_of(parts(wording))]


def test_head_is_the_last_agent_of_a_phrase():
    assert heads("Polish border guards") == ["border guards"]


def test_preposition_opens_a_phrase():
    found = phrases_of(parts("spokesman for the police in Hungary"))
    assert [p.link for p in found] == [None, "of", "in"]


def test_relative_clause_is_left_out():
    assert heads("a soldier who fled Syria") == ["soldier"]


def test_state_after_an_organisation_is_not_the_head():
    assert heads("Xyz Trade Union Kenya") == ["Union"]


def test_states_with_one_voice_are_one_phrase():
    assert len(phrases_of(parts("Russian and Chinese officials"))) == 1
