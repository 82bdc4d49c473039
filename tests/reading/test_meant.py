"""What a source's words mean, asked one after the other."""

import pytest

from onrecord.reading.cast import Cast
from onrecord.reading.meant import Meant
from onrecord.reading.names import words_of
from onrecord.records import Speaker

TEXT = "The Norwegian Foreign Ministry issued a statement. Mayor Lev Ritt read it. {}"


def ask(source, *, before=TEXT, spoke=()):
    text = before.format(source)
    words = words_of(text, ((0, len(text)),))
    cast = Cast(words, ())
    cast.spoke(0, spoke)
    return [(s.name, s.kind) for s in Meant(words, cast).source(((len(text) - len(source), len(text)),))]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("the mayor", ("Lev Ritt", "person")),
        ("The ministry", ("Norwegian Foreign Ministry", "organisation")),
        ("Norwegian citizens", ("Norwegian citizens", "group")),
        ("EU foreign ministers", ("EU foreign ministers", "group")),
        ("the West", ("West", "group")),
        ("The Oslo Agreement", ("Oslo Agreement", "document")),
        ("the Norwegian side", ("Norway", "state")),
        ("the spokesperson of the Norwegian Foreign Ministry", ("Norwegian Foreign Ministry", "organisation")),
        ("MS. ORLEN", ("Orlen", "person")),
    ],
)
def test_a_phrase_has_one_meaning(source, speaker):
    assert ask(source) == [speaker]


UNTOLD = (
    "the governor",
    "the Norwegian governor",
    "a mayor",
    "a ministry",
    "Fishermen",
    "Data from Oslo",
    "you",
    "the report",
)


@pytest.mark.parametrize("source", UNTOLD)
def test_a_phrase_without_meaning_here_stays_untold(source):
    assert ask(source, spoke=[Speaker("Norwegian Foreign Ministry", "organisation")]) == []


def test_the_statement_is_of_whoever_spoke_last():
    assert ask("the statement", spoke=[Speaker("Ana Moro", "person")]) == [("Ana Moro", "person")]


def test_the_mayor_of_another_place_is_not_the_mayor_known():
    assert ask("the mayor of Quillburgh") == []


def test_a_relative_pronoun_is_the_name_before_it():
    assert ask("who", before="Mayor Lev Ritt, {}") == [("Lev Ritt", "person")]
    assert ask("which", before="The Foreign Ministry, {}") == [("Foreign Ministry", "organisation")]
