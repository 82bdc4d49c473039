"""Events and time expressions on the marked page."""

import dataclasses
import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.marked_events import date_notes, event_notes, event_tags, events_list, in_words
from onrecord.records import Actor, Event, Reading, text_hash

TEXT = "word " * 8
SPANS = st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=3)


def told_by(spans) -> Event:
    return Event("AID", 2, None, (), (Actor("VES", "Vesna"),), (), tuple(spans), None, None, 0.5, None)


def reading_with(triggers) -> Reading:
    return Reading("x", TEXT, text_hash(TEXT), None, None, None, "m", (), (), tuple(map(told_by, triggers)))


@given(st.lists(SPANS, max_size=4))
def test_event_notes_cover_just_the_triggers_and_never_overlap(triggers):
    notes = event_notes(reading_with(triggers))
    covered = [(at, n) for note in notes for at in range(note.start, note.end) for n in note.key.split()]
    assert len({at for at, _ in covered}) == sum(note.end - note.start for note in notes)
    wanted = {
        (at, f"v{n}")
        for n, spans in enumerate(triggers, 1)
        for s, e in spans
        for at in range(max(0, s), min(len(TEXT), e))
    }
    assert set(covered) == wanted


def test_event_notes_say_what_happened_in_words(fire):
    assert in_words(fire, fire.events[0]) == (
        "accusation, Vesna against Orland · allege · 2031-03-04 · told by the text itself · certainty 0.94"
    )
    assert in_words(fire, fire.events[2]) == (
        "consultation, Vesna and Orland · 2031-01-01 to 2031-01-31 · told by Ana Perl (1) · certainty 0.80"
    )
    assert " · planned · " in in_words(fire, fire.events[3])


def test_event_notes_on_words_of_two_events_say_both(fire):
    (both,) = [note for note in event_notes(fire) if note.key == "v5 v1"]
    assert fire.text[both.start : both.end] == "accused"
    assert "accusation" in both.words
    assert "rejection" in both.words


def test_event_tags_stand_behind_the_last_words_of_a_trigger(fire):
    tags = {tag.number: tag for tag in event_tags(fire)}
    assert fire.text[: tags[2].at].endswith("overnight")
    assert (tags[2].label, tags[2].key) == ("ASSAULT", "quad4")


def test_event_without_a_trigger_has_no_tag_and_is_listed_without_a_link(fire):
    reading = dataclasses.replace(fire, events=(dataclasses.replace(fire.events[0], trigger=()),))
    assert event_tags(reading) == event_notes(reading) == []
    assert 'id="v1"' in events_list(reading)
    assert "#t1" not in events_list(reading)


def test_event_of_a_type_that_plover_has_not_is_shown_all_the_same(fire):
    reading = dataclasses.replace(fire, events=(dataclasses.replace(fire.events[0], type="CRIME"),))
    assert in_words(reading, reading.events[0]).startswith("crime, Vesna towards Orland")
    assert "CRIME" in events_list(reading)


def test_date_notes_tell_the_days(fire):
    assert [(fire.text[n.start : n.end], n.words) for n in date_notes(fire)] == [
        ("Tuesday", "2031-03-04 (day)"),
        ("January", "2031-01 (month)"),
        ("next month", "not resolved (month)"),
    ]


def test_events_are_listed_with_who_to_whom_words_and_whose_word_it_is(fire):
    items = [" ".join(re.sub(r"<[^>]*>", " ", item).split()) for item in events_list(fire).split("<li")[1:]]
    assert re.search(r"ACCUSE Vesna → Orland accused allege 2031-03-04 certainty 0\.94", items[0])
    assert "Vesna and Orland" in items[2]
    assert "told by Ana Perl (1)" in items[2]
    assert "Vesna ↔ Orland" in items[3]
    assert '<a href="#s1">told by' in events_list(fire)


def test_events_of_a_reading_without_any_are_no_section(talks):
    assert events_list(talks) == ""
