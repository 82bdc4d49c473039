"""Whom groups such as "both sides" stand for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.events.sides import Sides, groups


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They urged the sides to talk.", ["the sides"]),
        ("Both countries agreed.", ["Both countries"]),
        ("the two foreign ministers met", ["the two foreign ministers"]),
        ("It called on all parties to stop.", ["all parties"]),
        ("The conflicting parties met.", ["The conflicting parties"]),
        ("the ministers of Norway and Latvia met", []),
        ("all political parties took part", []),
        ("it sides with them", []),
        ("the leaders who met", []),
    ],
)
def test_groups_of_parties_are_found(text, found):
    assert [text[slice(*span)] for span in groups(text, [])] == found


def test_group_of_whom_is_known_who_they_are_is_left_alone():
    text = "The ministers met. The sides agreed."
    assert [text[slice(*span)] for span in groups(text, [(4, 13)])] == ["The sides"]


def sides(text):
    """The sides of a text of codes and other words."""
    return Sides(text, [(m.span(), m[0]) for m in re.finditer(r"\b[A-Z]{3}\b", text)])


def test_the_two_states_told_of_most_are_meant():
    assert set(sides("ARM. AZE. ARM. AZE. RUS.").meant(50, ())) == {"ARM", "AZE"}


def test_what_was_told_of_lately_counts_more():
    assert set(sides("FRA. DEU. FRA. DEU. " + "ARM. AZE. " * 20).meant(900, ())) == {"ARM", "AZE"}


def test_two_that_stand_together_are_meant_before_others():
    assert set(sides("RUS urged talks. FRA did. USA did. ARM and AZE fought. RUS left.").meant(90, ())) == {
        "ARM",
        "AZE",
    }


def test_what_a_conflict_is_named_for_is_no_side_of_it():
    assert set(sides("NKR conflict. NKR conflict. ARM. AZE.").meant(50, ())) == {"ARM", "AZE"}


def test_who_acts_is_not_meant_themselves():
    assert set(sides("ARM. AZE. RUS. RUS. RUS.").meant(50, {"RUS"})) == {"ARM", "AZE"}


def test_nobody_is_meant_where_two_are_not_known():
    assert sides("ARM. They met. AZE.").meant(6, ()) == ()


@given(st.text(alphabet="the sides both parties,.\n", max_size=80), st.integers(0, 40), st.integers(1, 40))
def test_no_group_overlaps_what_is_known(text, start, length):
    known = (start, start + length)
    assert all(end <= known[0] or known[1] <= begin for begin, end in groups(text, [known]))
