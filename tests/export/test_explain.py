"""Why a statement is in the table."""

import dataclasses

import pytest

from onrecord.export.explain import explain_dates, explain_events, explanation, sentence_around
from onrecord.records import DateRange


def explained(reading, index=0) -> dict[str, list[tuple[str, str]]]:
    return dict(explanation(reading, reading.statements[index]))


def test_explain_gives_the_offsets_of_every_part(talks):
    lines = explained(talks)
    for part in ("source", "cue", "content"):
        start, end = map(int, lines[part][0][0].split("-"))
        assert ((start, end),) == getattr(talks.statements[0], part)


def test_explain_marks_the_parts_in_their_sentence_and_nothing_more(talks):
    assert explained(talks)["sentence"] == [
        ("Foreign Minister Ana Perl", "source"),
        (" ", ""),
        ("said", "cue"),
        (" on Tuesday ", ""),
        ("that Vesna would not sign", "content"),
        (".", ""),
    ]


def test_explain_shows_a_cue_inside_the_content_as_both(reading_of, statement):
    text = "Perl: we said no"
    pieces = explained(reading_of(text, (statement(text, "we said no", source="Perl", cue="said"),)))["sentence"]
    assert ("said", "content+cue") in pieces


def test_explain_says_what_a_date_rests_on(reading_of, statement):
    text = "Perl said on Tuesday that no."
    said = statement(text, "that no", date=DateRange("2031-02-04", "2031-02-04", "day", "text"))
    assert explained(reading_of(text, (said,)))["date"] == [("2031-02-04 (day, from the text)", "")]


def test_explain_leaves_out_the_middle_of_what_stands_far_between(reading_of, statement):
    text = "Perl: " + "turn " * 200 + "and so on"
    pieces = explained(reading_of(text, (statement(text, "and so on", source="Perl"),)))["sentence"]
    assert sum(len(words) for words, _ in pieces) < 350
    assert pieces[-1] == ("and so on", "content")


def test_explain_of_a_statement_without_spans_has_an_empty_sentence(reading_of, statement):
    assert explained(reading_of("Nothing.", (statement("Nothing."),)))["sentence"] == []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("One. Two is here. Three.", "Two", "Two is here."),
        ("He met Mr. Doran at noon. Then he left.", "met", "He met Mr. Doran at noon."),
        ("J. K. Perl said no. Next.", "no", "J. K. Perl said no."),
        ("“It is over.” She left.", "over", "“It is over.”"),
        ("A line\nanother line", "another", "another line"),
        ("一。二三。四", "二", "二三。"),
    ],
)
def test_sentence_around_is_the_sentence(text, words, expected):
    start, end = sentence_around(text, text.index(words), text.index(words) + len(words))
    assert text[start:end] == expected


def test_sentence_around_holds_what_runs_over_sentences():
    text = "No. “One. Two.” Yes."
    start, end = sentence_around(text, text.index("“"), text.index("”") + 1)
    assert text[start:end] == "“One. Two.”"


def events_explained(reading, *reasons, **options):
    """The lines of each event by its number: label → words, with what they are in brackets."""
    return {
        number: {label: "".join(f"[{part}: {w}]" if part else w for w, part in pieces) for label, pieces in lines}
        for number, lines in explain_events(reading, reasons, **options)
    }


def test_explain_events_says_what_each_rests_on(fire):
    first = events_explained(fire, "its name", "its name too", "c")[1]
    assert first["type"].startswith("ACCUSE, verbal conflict: criticises")
    assert first["mode"] == "allege: blames, accuses, sues, indicts, charges or brings to trial"
    start, end = fire.events[0].trigger[0]
    assert first["trigger"] == f"{start}-{end}"
    assert first["sentence"].startswith("[actor: Vesna] [trigger: accused] [recipient: Orland] on Tuesday")
    assert first["actor"] == "Vesna (VES), 0-5 [mention: Vesna]: its name"
    assert first["recipient"].endswith("[mention: Orland]: its name too")
    assert first["date"] == "2031-03-04 (day, from the text)"
    assert first["status"] == "told as having happened or happening"
    assert (first["told by"], first["certainty"]) == ("the text itself", "0.94")


def test_explain_events_says_what_a_date_place_claim_and_status_are(fire):
    lines = events_explained(fire)
    assert lines[2]["date"] == "2031-03-04 (day, from the day it was published)"
    assert (lines[2]["place"], lines[2]["context"]) == ("Harn", "military")
    assert lines[3]["told by"] == "Ana Perl (1)"
    assert lines[4]["status"] == "announced or agreed, not yet done"
    assert lines[5]["status"] == "denied, negated or only supposed"


def test_explain_events_leaves_out_what_is_not_known(fire):
    assert {"mode", "context", "place", "date", "recipient"}.isdisjoint(events_explained(fire)[5])


def test_explain_events_explains_those_asked_for(fire):
    assert list(events_explained(fire, numbers=[2, 4])) == [2, 4]


def test_explain_events_finds_the_reason_of_a_mention_inside_the_actors_words(fire):
    actor = dataclasses.replace(fire.events[0].actor[0], span=(0, 13))
    reading = dataclasses.replace(fire, events=(dataclasses.replace(fire.events[0], actor=(actor,)),))
    assert events_explained(reading, "its name", "b", "c")[1]["actor"].endswith("[mention: Vesna accused]: its name")


def test_explain_events_takes_an_actor_without_words(fire):
    actor = dataclasses.replace(fire.events[0].actor[0], span=None, sector="GOV")
    reading = dataclasses.replace(fire, events=(dataclasses.replace(fire.events[0], actor=(actor,)),))
    assert events_explained(reading)[1]["actor"] == "Vesna (VES GOV)"


def test_explain_dates_gives_offsets_words_value_and_days(fire):
    start, end = fire.dates[2].span
    assert explain_dates(fire)[2] == (
        f"{start}-{end}",
        [("next month", "date"), (" XXXX-XX (month): not resolved", "")],
    )
