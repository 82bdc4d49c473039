"""Why a statement is in the table."""

import pytest

from onrecord.export.explain import explanation, sentence_around
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
