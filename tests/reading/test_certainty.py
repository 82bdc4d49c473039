"""Certainty: a probability whatever the evidence, higher where there is more of it."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.attribution import Attribution, Evidence
from onrecord.reading.certainty import FEATURES, certainty, features
from onrecord.reading.encoder import FOLDER

EVIDENCE = Evidence(anchor=0.9, content=0.8, weakest=0.7, source=0.6)
SAID = Attribution(source=((0, 5),), cue=((6, 10),), content=((11, 60),), evidence=EVIDENCE)
# every feature counts, for what it should count for
WEIGHTS = dict.fromkeys(FEATURES, 0.5) | {"bias": -1.0, "short": -0.5, "no_cue": -0.5, "no_source": -0.5}


def named(attribution, quoted=0.0):
    return dict(zip(FEATURES, features(attribution, quoted), strict=True))


def test_there_is_a_value_for_each_feature():
    assert len(features(SAID, 0.5)) == len(FEATURES)
    assert named(SAID, 0.5)["quoted"] == 0.5
    assert named(SAID)["bias"] == 1


def test_shipped_weights_are_of_these_features():
    weights = json.loads((FOLDER / "model.json").read_text(encoding="utf-8"))["certainty"]
    assert set(weights) == set(FEATURES)


@pytest.mark.parametrize(
    ("change", "feature"),
    [({"source": ()}, "no_source"), ({"cue": ()}, "no_cue"), ({"content": ((11, 20), (30, 35))}, "short")],
)
def test_missing_parts_are_told(change, feature):
    assert named(SAID)[feature] == 0
    assert named(replace(SAID, **change))[feature] == 1


def test_length_is_that_of_all_pieces():
    assert named(SAID)["length"] == named(replace(SAID, content=((11, 31), (40, 69))))["length"]


def test_certainty_is_the_logistic_of_the_weighted_evidence():
    weights = dict.fromkeys(FEATURES, 0.0)
    assert certainty(SAID, 0.0, weights) == 0.5
    # the logit of 0.9 with weight one gives 0.9 back
    assert certainty(SAID, 0.0, weights | {"anchor": 1.0}) == 0.9


@pytest.mark.parametrize("part", ["anchor", "content", "weakest", "source"])
def test_more_evidence_is_more_certain(part):
    less = replace(SAID, evidence=replace(EVIDENCE, **{part: 0.1}))
    assert certainty(less, 0.0, WEIGHTS) < certainty(SAID, 0.0, WEIGHTS)


def test_certainty_has_three_places():
    assert certainty(SAID, 0.3, WEIGHTS) == round(certainty(SAID, 0.3, WEIGHTS), 3)


probability = st.floats(0, 1)


@given(
    st.builds(Evidence, probability, probability, probability, probability),
    probability,
    st.fixed_dictionaries(dict.fromkeys(FEATURES, st.floats(-1e6, 1e6))),
)
def test_certainty_is_a_probability_whatever_the_evidence_and_the_weights(evidence, quoted, weights):
    assert 0 <= certainty(replace(SAID, evidence=evidence), quoted, weights) <= 1
