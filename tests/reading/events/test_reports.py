"""Reports: an act with those on either side, from chances given by hand."""

import numpy as np
import pytest

from onrecord.reading.entities import named
from onrecord.reading.events.participants import Participants
from onrecord.reading.events.reports import report
from onrecord.reading.events.triggers import Trigger
from onrecord.reading.tags import SIDE_WIDTH


class Chances:
    """Triggers whose sides are given: wording to chances of actor and recipient."""

    def __init__(self, text, sides):
        self.text, self.sides_by_words = text, sides

    def sides(self, trigger, spans):
        rows = [self.sides_by_words.get(self.text[slice(*span)], (0.0, 0.0)) for span in spans]
        return np.array([(1 - a - r, a, r) for a, r in rows], np.float32).reshape(-1, 3)


@pytest.fixture
def told(known):
    """A function from a marked text, a trigger, a type and chances to the codes on both sides."""

    def of(marked, word, kind, sides):
        coreference = known(marked)
        text = coreference.text
        start = text.index(word)
        trigger = Trigger(start, start + len(word), kind, 0.9, np.ones(3) / 3, np.zeros(2 * SIDE_WIDTH))
        found = report(trigger, Chances(text, sides), Participants(coreference, named(coreference, [])), ())
        return found and tuple([a.code for a in side] for side in (found.actors, found.recipients))

    return of


def test_who_asks_and_who_is_asked_stand_on_their_sides(told):
    sides = {"Latvia": (0.9, 0.0), "Norway": (0.0, 0.9)}
    assert told("{s:Latvia} urged {s:Norway} to wait.", "urged", "REQUEST", sides) == (["LVA"], ["NOR"])


def test_several_may_stand_on_one_side(told):
    sides = {"Latvia": (0.9, 0.0), "Norway": (0.0, 0.8), "Poland": (0.0, 0.9)}
    text = "{s:Latvia} urged {s:Norway} and {s:Poland} to wait."
    assert told(text, "urged", "REQUEST", sides) == (["LVA"], ["NOR", "POL"])


def test_a_side_that_is_not_told_is_empty(told):
    assert told("{s:Latvia} urged restraint.", "urged", "REQUEST", {"Latvia": (0.9, 0.0)}) == (["LVA"], [])


def test_nobody_on_either_side_is_no_report(told):
    assert told("{s:Latvia} is cold, they urged.", "urged", "REQUEST", {}) is None


def test_those_who_meet_stand_on_both_sides_whoever_is_named_the_actor(told):
    sides = {"Latvia": (0.9, 0.0), "Norway": (0.8, 0.1)}
    assert told("{s:Latvia} and {s:Norway} met.", "met", "CONSULT", sides) == (["LVA"], ["NOR"])


def test_who_has_a_code_goes_before_who_has_none(told):
    sides = {"Latvia": (0.9, 0.0), "Norway": (0.0, 0.9), "fishermen": (0.0, 0.9)}
    text = "{s:Latvia} warned {s:Norway} and {g:fishermen}."
    assert told(text, "warned", "THREATEN", sides) == (["LVA"], ["NOR"])
