"""How sure an event is."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.events.certainty import FEATURES, UNTRAINED, certainty, features
from onrecord.reading.events.reports import Report
from onrecord.reading.events.triggers import Trigger
from onrecord.records import Actor

LATVIA, NORWAY = Actor("LVA", "Latvia"), Actor("NOR", "Norway")
SURE = Trigger(0, 3, "CONSULT", 0.99, np.ones(3), np.zeros(1))
MET = Report(SURE, (LATVIA,), (NORWAY,), (0.99, 0.99), apart=False)


def test_there_is_a_value_for_each_feature():
    assert len(features(MET)) == len(FEATURES) == len(UNTRAINED)


def test_what_the_words_hardly_name_is_less_certain():
    doubtful = replace(MET, trigger=replace(SURE, chance=0.2))
    assert certainty(doubtful, UNTRAINED) < certainty(MET, UNTRAINED)


def test_an_event_of_one_side_is_less_certain():
    assert certainty(replace(MET, recipients=(), sure=(0.99, 0.0)), UNTRAINED) < certainty(MET, UNTRAINED)


def test_an_event_of_somebody_without_a_code_is_less_certain():
    assert certainty(replace(MET, recipients=(Actor("", "fishermen"),)), UNTRAINED) < certainty(MET, UNTRAINED)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.booleans())
def test_certainty_is_a_probability(chance, actor, recipient, apart):
    told = Report(replace(SURE, chance=chance), (LATVIA,), (NORWAY,), (actor, recipient), apart)
    assert 0 <= certainty(told, UNTRAINED) <= 1
