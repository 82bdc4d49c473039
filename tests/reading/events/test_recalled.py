"""Acts that a document tells again: which are one, and when what a noun recalls was."""

import pytest

from onrecord.reading.events.recalled import dated, joined, told_once
from onrecord.records import Actor, DateRange, Event

OCTOBER = DateRange("2031-10-01", "2031-10-31", "month", "text")
MAY = DateRange("2031-05-01", "2031-05-31", "month", "text")
TODAY = DateRange("2032-02-26", "2032-02-26", "day", "published")


def told(text, words, date, *, type="SANCTION", actor="LVA", recipient="NOR", status="actual", certainty=0.5):
    start = text.rindex(words)
    sides = ((Actor(actor, actor),), (Actor(recipient, recipient),))
    return Event(
        type, 4, None, (), *sides, ((start, start + len(words)),), date, None, certainty, statement=None, status=status
    )


@pytest.mark.parametrize(
    ("sentence", "trigger", "day"),
    [
        ("The talks touched upon the sanctions.", "sanctions", OCTOBER),
        ("These included Latvia's new sanctions on Norway.", "sanctions", OCTOBER),
        ("They spoke of Latvian sanctions against Norway.", "sanctions", OCTOBER),
        ("The ministry sanctioned Norway.", "sanctioned", TODAY),
        ("The ministry sanctions Norway.", "sanctions", TODAY),
        ("There were sanctions on Norway.", "sanctions", TODAY),
    ],
)
def test_a_noun_that_recalls_an_act_has_the_day_on_which_the_text_tells_it(sentence, trigger, day):
    text = f"Latvia imposed penalties on Norway in October. {sentence}"
    first, second = dated([told(text, "imposed", OCTOBER), told(text, trigger, TODAY)], text)
    assert (first.date, second.date) == (OCTOBER, day)


@pytest.mark.parametrize(
    "others",
    [
        [("imposed", OCTOBER, {}), ("widened", MAY, {})],
        [("imposed", OCTOBER, {"status": "planned"})],
        [("imposed", OCTOBER, {"recipient": "SWE"})],
        [("imposed", OCTOBER, {"type": "COERCE"})],
        [("imposed", TODAY, {})],
    ],
    ids=["two days", "a plan", "others", "another act", "no day told"],
)
def test_a_noun_recalls_no_day_where_the_text_does_not_tell_just_one(others):
    text = "Latvia imposed penalties in October, widened in May. They spoke of the sanctions."
    recalling = told(text, "sanctions", TODAY)
    *_, last = dated([*(told(text, words, day, **more) for words, day, more in others), recalling], text)
    assert last == recalling


def test_a_meeting_told_again_of_the_same_day_is_one_with_all_its_words():
    text = "Latvia met Norway. Norway's talks with Latvia went on."
    met = told(text, "met", OCTOBER, type="CONSULT")
    talks = told(text, "talks", OCTOBER, type="CONSULT", actor="NOR", recipient="LVA", certainty=0.9)
    (event,) = joined([met, talks])
    assert (event.trigger, event.certainty) == ((*met.trigger, *talks.trigger), 0.9)
    later = told(text, "talks", MAY, type="CONSULT")
    assert joined([met, later]) == [met, later]


def test_a_verb_and_its_noun_are_one_act_and_two_sentences_are_two():
    text = "Latvia signed an agreement. It signed on."
    signed, agreement = told(text, "signed an", None), told(text, "agreement", None, certainty=0.9)
    assert told_once([signed, agreement], text) == [agreement]
    again = told(text, "signed on", None)
    assert told_once([agreement, again], text) == [agreement, again]
