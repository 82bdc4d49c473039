"""The tables of offices and states as they are read."""

import pytest

from onrecord.reading.lexicon import lexicon


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Minister", "R"),
        ("minister", "r"),
        ("ministers", "k"),
        ("Secretary of State", "R"),
        ("attorneys general", "k"),
        ("chairwomen", "k"),
        ("Ministry", "O"),
        ("Norway", "S"),
        ("Norwegian", "D"),
        ("Norwegians", "D"),
        ("Reuters", "G"),
        ("officials", "u"),
        ("MS.", "H"),
        ("”", "q"),
    ],
)
def test_a_word_has_its_class(word, kind):
    assert lexicon().kinds[word] == kind


def test_an_acronym_is_not_taken_for_a_small_word():
    kinds = lexicon().kinds
    assert [kinds[word] for word in ("US", "us", "WHO", "who")] == ["S", "p", "G", "p"]


def test_words_for_one_office_agree():
    means = lexicon().means
    assert means["spokeswoman"] == means["press secretary"] == means["spox"] == "spokesperson"
    assert means["ministers"] == "minister"


def test_states_have_codes_and_names():
    states = lexicon().states
    assert states["Oslo"] == states["Norwegian"] == ("NOR", "Norway")
    assert states["Türkiye"][0] == states["Ankara"][0] == states["Turkey"][0] == "TUR"


def test_phrases_are_tried_longest_first():
    for found in lexicon().phrases.values():
        assert list(found) == sorted(found, key=len, reverse=True)
