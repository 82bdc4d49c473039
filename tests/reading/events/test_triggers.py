"""Triggers: words that name an act, from scores made by hand."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.attribution import Scores
from onrecord.reading.encoder import shipped
from onrecord.reading.events.triggers import FLOOR, Triggers, likeliest, side_chances
from onrecord.reading.pieces import cut
from onrecord.reading.tags import ACTS, SIDE_WIDTH, STATUSES
from onrecord.reading.windows import windows

SURE = 12.0


def heard(text, acts, *, statuses=None, paragraphs=None):
    """What is heard in a text whose words name acts: ``acts`` has a type, or a type and a logit, by word."""
    pieces = cut(text, paragraphs or ((0, len(text)),), shipped().tokenizer)
    triggers = Triggers(pieces)
    act = np.full((len(pieces), len(ACTS) + 1), -SURE, np.float32)
    act[:, 0] = SURE
    status = np.zeros((len(pieces), len(STATUSES)), np.float32)
    for k in range(len(pieces)):
        word = text[pieces.start[k] : pieces.end[k]]
        if word in acts:
            kind, logit = acts[word] if isinstance(acts[word], tuple) else (acts[word], SURE)
            act[k, 0], act[k, ACTS.index(kind) + 1] = 0.0, logit
            status[k, STATUSES.index((statuses or {}).get(word, "actual"))] = SURE
    scored = (
        (w, replace(Scores.silent(w.end - w.start), act=act[w.start : w.end], status=status[w.start : w.end]))
        for w in windows(pieces)
    )
    for _ in triggers.listening(scored):
        pass
    return triggers


def words(text, triggers):
    return [(text[slice(*t.span)], t.type) for t in triggers.all]


def test_a_word_that_names_an_act_is_its_trigger():
    text = "Latvia accused Norway of delay."
    assert words(text, heard(text, {"accused": "ACCUSE"})) == [("accused", "ACCUSE")]


def test_words_side_by_side_that_name_one_act_are_one_trigger():
    text = "Troops opened fire on a village."
    assert words(text, heard(text, {"opened": "ASSAULT", "fire": "ASSAULT"})) == [("opened fire", "ASSAULT")]


def test_words_side_by_side_that_name_two_acts_are_two():
    text = "They met, agreed and left."
    found = heard(text, {"met": "CONSULT", "agreed": "AGREE"})
    assert words(text, found) == [("met", "CONSULT"), ("agreed", "AGREE")]


def test_a_trigger_does_not_run_over_the_end_of_a_paragraph():
    text = "Talks\nmeeting"
    found = heard(text, {"Talks": "CONSULT", "meeting": "CONSULT"}, paragraphs=((0, 5), (6, 13)))
    assert words(text, found) == [("Talks", "CONSULT"), ("meeting", "CONSULT")]


def test_what_hardly_names_an_act_is_none():
    text = "Latvia noted the delay."
    logit = float(np.log(FLOOR / 2))
    assert words(text, heard(text, {"noted": ("ACCUSE", logit)})) == []


@pytest.mark.parametrize("status", STATUSES)
def test_the_words_tell_whether_it_happened(status):
    (trigger,) = heard("Latvia met Norway.", {"met": "CONSULT"}, statuses={"met": status}).all
    assert likeliest(trigger) == status


def test_chances_of_a_mention_add_up_to_one():
    text = "Latvia accused Norway."
    triggers = heard(text, {"accused": "ACCUSE"})
    sides = triggers.sides(triggers.all[0], [(0, 6), (15, 21)])
    assert sides.shape == (2, 3)
    assert sides.sum(1) == pytest.approx([1, 1])


def test_a_trigger_without_mentions_around_it_has_no_sides():
    triggers = heard("Somebody met.", {"met": "CONSULT"})
    assert triggers.sides(triggers.all[0], []).shape == (0, 3)


def test_who_answers_what_an_act_asks_is_on_that_side():
    asks, answers = np.zeros(2 * SIDE_WIDTH, np.float32), np.zeros((2, 2 * SIDE_WIDTH), np.float32)
    asks[:] = answers[0, :SIDE_WIDTH] = answers[1, SIDE_WIDTH:] = 3.0
    assert side_chances(asks, answers).argmax(1).tolist() == [1, 2]


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_triggers_of_any_text_stand_in_it_in_order(text):
    triggers = heard(text, dict.fromkeys(text.split(), "ASSAULT"))
    ends = 0
    for trigger in triggers.all:
        assert ends <= trigger.start < trigger.end <= len(text)
        ends = trigger.end
