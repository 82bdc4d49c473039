"""Parts of a wording."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors.countries import State
from onrecord.actors.wording import parts


def states(wording):
    return [p.found.code for p in parts(wording) if isinstance(p.found, State)]


def test_longest_entry_counts():
    assert states("South Korean army") == ["KOR"]
    assert [p.text for p in parts("Papua New Guinea police")] == ["Papua New Guinea", "police"]


def test_state_that_backs_or_is_spoken_is_not_the_actors():
    assert states("Iran-backed rebels") == []
    assert states("Russian-speaking minority") == []
    assert states("pro-Russian separatists") == []
    assert states("anti-American protesters") == []


def test_state_that_leads_is_the_actors():
    assert states("US-led coalition") == ["USA"]
    assert parts("Lagos-based company")[0].found.code == "NGA"


def test_both_states_of_a_compound_are_found():
    assert states("Armenian-Azerbaijani border") == ["ARM", "AZE"]


def test_state_in_a_persons_name_is_no_state():
    assert states("Michael Jordan") == []
    assert states("Jordan") == ["JOR"]


def test_possessive_of_a_state_is_the_state():
    assert states("Hungary’s parliament") == ["HUN"]
    assert states("the Philippines' navy") == ["PHL"]


def test_unknown_words_have_no_entry():
    assert all(p.found is None for p in parts("Ivo Tarkand of Quuxland"))


@given(st.text(max_size=60))
def test_any_text_has_parts(text):
    found = parts(text)
    assert len(found) <= len(text)
    assert all(p.text in text for p in found)
