"""Participants: who may act near a trigger, and under which code."""

import pytest

from onrecord.reading.entities import named
from onrecord.reading.events.participants import Participants


@pytest.fixture
def people(known):
    """A function from a marked text to its participants, and the text."""

    def of(marked):
        coreference = known(marked)
        return Participants(coreference, named(coreference, [])), coreference.text

    return of


def near(people, text, word):
    start = text.index(word)
    return {text[slice(*c.span)]: c for c in people.near((start, start + len(word)))}


def codes(people, candidate):
    return [actor.code for actor in people.actors(candidate)]


def test_a_minister_acts_for_the_state(people):
    who, text = people("{s:Latvian} {r:Foreign Minister} {p:Ana Moro} accused {s:Norway} of delay.")
    found = near(who, text, "accused")
    assert codes(who, found["Latvian Foreign Minister Ana Moro"]) == ["LVA"]
    assert codes(who, found["Norway"]) == ["NOR"]


def test_whose_minister_it_is_does_not_act_beside_the_minister(people):
    who, text = people("{s:Latvian} {r:Foreign Minister} {p:Ana Moro} left.")
    assert list(near(who, text, "left")) == ["Latvian Foreign Minister Ana Moro"]


def test_a_body_of_an_organisation_acts_for_it(people):
    who, text = people("The {o:EEAS} criticised {s:Norway}.")
    assert codes(who, near(who, text, "criticised")["EEAS"]) == ["EU"]


def test_where_it_happened_takes_no_part(people):
    who, text = people("{s:Latvia} met {s:Norway} in {s:Poland} and near {l:Ostwick}.")
    assert set(near(who, text, "met")) == {"Latvia", "Norway"}


def test_whoever_is_far_away_takes_no_part(people):
    who, text = people("{s:Latvia} left. One. Two. Three. Four. {s:Norway} met them.")
    assert "Latvia" not in near(who, text, "met")


def test_a_hundred_names_in_a_sentence_are_not_all_looked_at(people):
    who, text = people(", ".join("{s:Latvia}" for _ in range(100)) + " met.")
    start = text.index("met")
    assert 0 < len(who.near((start, start + 3))) <= 40


def test_both_sides_are_the_states_told_of_before(people):
    who, text = people("{s:Latvia} and {s:Norway} have quarrelled. {s:Poland} urged both sides to talk.")
    (group,) = [c for c in who.near((text.index("urged"), text.index("urged") + 5)) if c.who is None]
    assert {actor.code for actor in who.actors(group, {"POL"})} == {"LVA", "NOR"}


def test_a_list_of_places_says_where(people):
    who, text = people("{s:Latvia} met {s:Norway} in {s:Poland}, {s:Spain} and {s:Italy}.")
    assert set(near(who, text, "met")) == {"Latvia", "Norway"}


def test_those_for_or_against_a_state_are_not_the_state(people):
    who, text = people("Pro-{s:Latvia} {g:protesters} fought {s:Norway}.")
    assert "LVA" not in {code for c in near(who, text, "fought").values() for code in codes(who, c)}


def test_a_ministry_of_no_state_is_that_of_the_state_told_of_most(people):
    who, text = people("{s:Latvia} is calm. {s:Latvia} is small. The {o:Interior Ministry} accused {s:Norway}.")
    found = near(who, text, "accused")
    assert codes(who, found["Interior Ministry"]) == ["LVA"]
