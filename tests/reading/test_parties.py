"""One party or several in a source."""

import pytest

from onrecord.reading.names import words_of
from onrecord.reading.parties import parties, without_relative_clause


def split(text, known=()):
    words = words_of(text, ((0, len(text)),))
    last = len(words.kinds) - 1
    return [words.wording(*span) for span in parties(words, 0, last, known.__contains__)]


@pytest.mark.parametrize(
    "one",
    [
        "the Ministry of Labour and Social Affairs",
        "the Minister of Europe and Foreign Affairs of Portugal, Ana Moro",
        "Ana Moro, head of trade and ports",
        "a pact between Moro and Ritt",
        "the Central and Northern Committee",
    ],
)
def test_and_inside_a_party_does_not_part_it(one):
    assert split(one) == [one]


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Moro and Ritt", ["Moro", "Ritt"]),
        ("Ana Moro, Lev Ritt, and Bo Aust", ["Ana Moro", "Lev Ritt", "Bo Aust"]),
        ("the ministers and the envoys", ["the ministers", "the envoys"]),
        ("the Ministry of Defence and the Security Council", ["the Ministry of Defence", "the Security Council"]),
        ("Reuters and AFP", ["Reuters", "AFP"]),
    ],
)
def test_parties_are_parted(text, several):
    assert [part.rstrip(" ,") for part in split(text)] == several


def test_a_known_surname_after_an_office_is_a_party():
    assert split("the Minister of Defence and Ritt", {"ritt"}) == ["the Minister of Defence", "Ritt"]


def test_a_relative_clause_is_left_out():
    kinds = words_of("Ana Moro, who left,", ((0, 19),)).kinds
    assert without_relative_clause(kinds, 0, 6) == 2
