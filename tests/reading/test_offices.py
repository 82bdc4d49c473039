"""Words of offices: what agrees, and what tells one from another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.offices import SOLE, details, heads, roles, unlike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("spokeswoman", "spokesperson"),
        ("FM spox", "spokesman"),
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("PM", "prime minister"),
        ("Prime Minister", "prime minister"),
        ("foreign ministers", "minister"),
        ("Secretary of State", "secretary of state"),
        ("Co-Chairs", "co-chair"),
    ],
)
def test_wordings_of_one_office_agree(one, other):
    assert heads(one) & heads(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("prime minister", "minister"), ("president", "vice president"), ("ambassador", "minister"), ("mayor", "king")],
)
def test_different_offices_do_not_agree(one, other):
    assert not heads(one) & heads(other)


def test_an_unknown_office_agrees_with_its_plural():
    assert heads("ferryman") == {"ferryman"}
    assert heads("stokers") == heads("stoker")


def test_an_empty_wording_is_no_office():
    assert heads("") == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("FM", "foreign minister"),
        ("First Deputy Foreign Minister", "deputy foreign minister"),
        ("senior official", "official"),
    ],
)
def test_details_that_do_not_tell_offices_apart_are_left_out(one, other):
    assert details(one) == details(other)


def test_details_tell_ministers_apart():
    assert details("Foreign Minister") != details("Defence Minister")
    assert details("minister") < details("foreign minister")
    assert details("deputy foreign minister") > details("foreign minister")


def test_offices_that_one_holds_are_offices():
    assert roles() >= SOLE


def test_a_reporter_is_no_diplomat_but_an_envoy_is():
    assert unlike({"diplomat"}, {"reporter"})
    assert not unlike({"diplomat"}, {"envoy"})
    assert not unlike({"diplomat"}, set())
    assert not unlike({"official"}, {"reporter"})


@given(st.text(max_size=30))
def test_any_wording_has_heads_that_are_words(wording):
    assert all(heads(wording))
    assert all(details(wording))
