"""Who is named in a document, and who is nearest before a place."""

from onrecord.reading.cast import Cast
from onrecord.reading.names import words_of
from onrecord.records import Speaker


def cast_of(text, content=()):
    return Cast(words_of(text, ((0, len(text)),)), content)


def anyone(_):
    return True


def test_who_spoke_goes_before_who_was_named_in_passing():
    text = "Envoy Ana Moro spoke. There had been talks with Mayor Lev Ritt. She"
    cast = cast_of(text)
    cast.spoke(0, [Speaker("Ana Moro", "person")])
    assert cast.person_before(len(text), anyone).name == "Ana Moro"


def test_the_subject_of_a_sentence_goes_before_others_in_it():
    text = "Envoy Ana Moro welcomed Mayor Lev Ritt. She"
    assert cast_of(text).person_before(len(text), anyone).name == "Ana Moro"


def test_those_named_in_somebodys_words_do_not_count():
    text = "Envoy Ana Moro came. “Mayor Lev Ritt left.” She"
    content = (text.index("“"), text.index("”") + 1)
    assert cast_of(text, [content]).person_before(len(text), anyone).name == "Ana Moro"


def test_nobody_is_meant_who_was_named_long_ago():
    text = "Envoy Ana Moro came. " + "It rained. " * 30 + "She"
    assert cast_of(text).person_before(len(text), anyone) is None


def test_gender_is_learned_from_pronouns_that_follow():
    text = "Moro spoke. She left. Envoy Ana Moro returned. She slept. Envoy Lev Ritt came. He"
    cast = cast_of(text)
    assert cast.person_before(len(text), lambda who: who.gender == "f").name == "Ana Moro"


def test_those_who_spoke_together_are_the_last_turn():
    cast = cast_of("They spoke. They left.")
    cast.spoke(0, [Speaker("Ana Moro", "person"), Speaker("Lev Ritt", "person")])
    assert [s.name for s in cast.last_turn(12)] == ["Ana Moro", "Lev Ritt"]
    assert cast.last_turn(0) == ()


def test_a_short_name_of_an_organisation_is_completed_from_before():
    cast = cast_of("The Latvian Bank spoke. The Norwegian Foreign Ministry spoke. The Foreign Ministry left.")
    assert cast.completed_organisation(cast.organisations[-1]).name == "Norwegian Foreign Ministry"
