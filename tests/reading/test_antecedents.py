"""The choice among candidates."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.antecedents import FEATURES, UNTRAINED, choice, situation
from onrecord.reading.encoder import shipped

USUAL = {
    "link": 0.0,
    "distance": 40,
    "sentences": 1,
    "rank": 0,
    "subject": False,
    "spoke": False,
    "continues": False,
    "named": True,
    "mentions": 1,
    "agrees": False,
    "elsewhere": False,
}


def test_a_candidate_has_a_value_for_each_feature():
    assert len(situation(**USUAL).values) == len(FEATURES)
    assert all(map(math.isfinite, situation(**USUAL).values))


@pytest.mark.parametrize("kind", UNTRAINED)
def test_weights_of_every_class_fit_the_features(kind):
    assert len(UNTRAINED[kind]) == len(FEATURES)
    assert len(shipped().card["antecedents"][kind]) == len(FEATURES)


@pytest.mark.parametrize(
    "better",
    [
        {"link": 2.0},
        {"distance": 5},
        {"sentences": 0},
        {"subject": True},
        {"spoke": True},
        {"continues": True},
        {"agrees": True},
        {"mentions": 20},
    ],
    ids=lambda better: next(iter(better)),
)
def test_of_two_candidates_the_likelier_is_chosen(better):
    for order in (0, 1):
        candidates = [situation(**USUAL), situation(**USUAL | better)]
        best, _ = choice(candidates[:: -1 if order else 1], UNTRAINED["person"])
        assert best == 1 - order


def test_nobody_is_chosen_among_none_or_where_all_are_unlikely():
    assert choice([], UNTRAINED["person"]) == (None, 1.0)
    far = situation(**USUAL | {"distance": 10**6, "sentences": 14, "rank": 9, "link": -10.0})
    best, chance = choice([far], UNTRAINED["thing"])
    assert best is None
    assert chance > 0.9


def test_of_equals_the_first_is_chosen_and_is_unsure():
    best, chance = choice([situation(**USUAL)] * 3, UNTRAINED["person"])
    assert best == 0
    assert 0 < chance <= 1 / 3


@given(st.lists(st.floats(-900, 900), min_size=1, max_size=8))
def test_a_chance_is_one_whatever_the_scores(links):
    weights = [0.0, 1.0, *[0.0] * (len(FEATURES) - 2)]
    best, chance = choice([situation(**USUAL | {"link": link}) for link in links], weights)
    assert 0 < chance <= 1
    assert (best is None) == (max(links) <= 0)
    if best is not None:
        assert links[best] == max(links)


def test_who_said_something_is_somebody_where_one_is_likelier_than_all_others():
    far = situation(**USUAL | {"distance": 5000, "sentences": 12, "link": -5.0})
    assert choice([far], UNTRAINED["thing"], somebody=True) == (0, 1.0)
    assert choice([far, far], UNTRAINED["thing"], somebody=True) == (None, 0.5)
    assert choice([], UNTRAINED["thing"], somebody=True) == (None, 1.0)
