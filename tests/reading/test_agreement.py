"""One name, one type."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.agreement import agreed


@pytest.fixture(scope="module")
def types(by_hand):
    """A function from a marked text to the types of its mentions once they agree."""

    def find(marked):
        text, cores = by_hand(marked)
        return [core.type for core in agreed(text, cores, ((0, len(text)),))]

    return find


def test_most_of_the_mentions_of_a_name_tell_what_it_is(types):
    assert types("{p:Telmar} left. {p:Telmar} came. {o:Telmar} slept.") == ["person"] * 3


def test_a_surname_is_a_person(types):
    assert types("{p:Ana Telmar} left. {o:Telmar} slept. {o:Telmar} ate.") == ["person"] * 3


def test_a_name_that_is_often_a_place_is_one(types):
    assert types("They met in {p:Telmar}. {p:Telmar} denied it.") == ["place"] * 2
    assert types("{p:Telmar}’s {r:prime minister} left. {p:Telmar} denied it.") == ["place", "role", "place"]


def test_names_of_several_words_and_states_are_left_alone(types):
    assert types("{s:Norway} left. {o:Ana Moro} met {p:Ana Moro}.") == ["state", "organisation", "person"]


def test_a_text_without_mentions_is_left_alone():
    assert agreed("It rains.", [], ((0, 9),)) == []


def test_a_known_name_is_found_where_the_head_passed_over_it(types):
    assert types("{p:Ana Ostrovar} came. Then Ostrovar left.") == ["person"] * 2


def test_a_known_name_is_not_found_inside_another_word_or_mention(types):
    marked = "{p:Ana Ostrovar} came to the {o:Ostrovar Bank} in Ostrovarville."
    assert types(marked) == ["person", "organisation"]


def test_a_known_name_is_found_as_a_whole_word_only(by_hand):
    text, cores = by_hand("{p:Ana Orlen} left. The boat of Orlen sank. Orlens came.")
    found = [(text[c.start : c.end], c.type) for c in agreed(text, cores, ((0, len(text)),))]
    assert found == [("Ana Orlen", "person"), ("Orlen", "person")]


def test_a_name_is_not_looked_for_outside_the_paragraphs_or_inside_another(by_hand):
    text, cores = by_hand("{p:Ana Orlen} left. {o:Orlen Bank} fell. Orlen sank.")
    found = agreed(text, cores, ((0, text.index("sank") - 6),))
    assert found == cores


@given(
    parts=st.lists(
        st.sampled_from(["{p:Ana Moro}", "{p:Moro}", "{o:Moro}", "{l:Telmar}", "{s:Norway}", "Moro", "Telmar", "in"]),
        max_size=20,
    )
)
def test_mentions_stay_in_order_and_apart_and_none_is_lost(parts, by_hand):
    text, cores = by_hand(" ".join(parts))
    found = agreed(text, cores, ((0, len(text)),))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert {(c.start, c.end) for c in cores} <= {(c.start, c.end) for c in found}
    kinds = {}
    for core in found:
        if core.type != "state" and " " not in text[core.start : core.end]:
            kinds.setdefault(text[core.start : core.end], set()).add(core.type)
    assert all(len(types) == 1 for types in kinds.values())
