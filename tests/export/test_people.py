"""The people of a reading on its page: notes on their mentions, and a list of them."""

import dataclasses
import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.people import notes, people
from onrecord.export.wording import boilerplate
from onrecord.records import Entity, Mention, Reading, text_hash


def test_notes_are_on_every_mention_of_a_person_and_say_name_office_and_state(cast):
    found = [(cast.text[note.start : note.end], note.words) for note in notes(cast)]
    assert found == [
        ("Foreign Minister Ana Perl", "Ana Perl, foreign minister, VES"),
        ("she", "Ana Perl, foreign minister, VES"),
        ("Prime Minister Ilka Doran", "Ilka Doran, prime minister, ORL"),
    ]


def test_notes_of_one_person_share_a_key_and_the_first_has_an_id(cast):
    assert [(note.key, note.id) for note in notes(cast)] == [("e3", "m3"), ("e3", None), ("e4", "m4")]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))), st.lists(st.integers(0, 19), unique=True))
def test_notes_never_stand_in_boilerplate(body, starts):
    text = "word " * 4
    mentions = tuple(Mention((at, at + 1), "person", 0) for at in sorted(starts))
    body = tuple((min(span), max(span)) for span in body)
    entities = (Entity("Ana Perl", "person"),)
    reading = Reading("x", text, text_hash(text), None, None, None, "m", body, (), (), mentions, entities)
    aside = {at for start, end in boilerplate(reading) for at in range(start, end)}
    assert {note.start for note in notes(reading)} == {at for at in starts if at not in aside}


def test_people_are_listed_by_how_much_they_say_and_lead_to_their_first_mention(cast):
    listed = re.findall(r'id="(e\d)"><a href="#(m\d)" dir="auto">([^<]+)</a>', people(cast))
    assert listed == [("e3", "m3", "Ana Perl"), ("e4", "m4", "Ilka Doran")]


def test_people_are_shown_with_office_state_and_counts(cast):
    first = re.sub(r"<[^>]*>", "", people(cast)).strip().splitlines()
    assert first[0] == "2 people"
    assert "Ana Perl, foreign minister, VES 2 statements, 2 mentions" in first


def test_people_of_a_reading_without_any_are_no_section(talks, cast):
    assert people(talks) == ""
    assert people(dataclasses.replace(cast, mentions=cast.mentions[:2])) == ""
