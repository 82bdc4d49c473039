"""The tables of words."""

from onrecord.reading.dates.wording import letters, neighbours, words
from onrecord.tables import rows


def test_words_are_listed_once_in_lower_case():
    listed = [row[0] for row in rows("time-words.tsv")]
    assert len(listed) == len(set(listed)) == len(words())
    assert all(word == word.lower() for word in listed)


def test_each_class_has_a_letter_of_its_own_and_a_doubtful_one_that_of_the_sure():
    table = {name: letter for name, letter in letters().items() if not name.endswith("?")}
    assert len(set(table.values())) == len(table)
    assert letters()["MONTH?"] == letters()["MONTH"]


def test_neighbours_of_each_kind_are_there():
    assert "until" in neighbours("bound")
    assert all(neighbours(kind) for kind, _ in rows("time-neighbours.tsv"))
