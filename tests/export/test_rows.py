"""Statements as rows of comma-separated values."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.rows import COLUMNS, write_csv
from onrecord.records import Reading, Speaker, Statement, text_hash


def written(readings) -> str:
    out = io.StringIO(newline="")
    write_csv(readings, out)
    return out.getvalue()


def read_back(readings) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(readings), newline="")))


def test_rows_hold_a_statement_with_all_its_facts(talks):
    row = read_back([talks])[0]
    assert row == {
        "document_id": "talks.txt",
        "title": "Vesna and Orland end talks early",
        "outlet": "The Vesna Courier",
        "published": "2031-02-05",
        "url": "https://courier.example/talks",
        "statement_index": "0",
        "speakers": "Ana Perl",
        "speaker_kinds": "person",
        "source_text": "Foreign Minister Ana Perl",
        "cue_text": "said",
        "quote": "that Vesna would not sign",
        "directness": "indirect",
        "certainty": "0.968",
        "date_start": "2031-02-04",
        "date_end": "2031-02-04",
        "source_offsets": row["source_offsets"],
        "cue_offsets": row["cue_offsets"],
        "content_offsets": row["content_offsets"],
        "sha256": talks.sha256,
        "model": "test-1",
        "contract_version": "1",
        "speaker_roles": "foreign minister",
        "speaker_countries": "VES",
        "date_grain": "day",
        "date_basis": "text",
    }
    start, end = map(int, row["content_offsets"].split("-"))
    assert talks.text[start:end] == row["quote"]


def test_rows_have_the_header_once_over_several_readings(talks):
    lines = list(csv.reader(io.StringIO(written([talks, talks]), newline="")))
    assert lines[0] == list(COLUMNS)
    assert len(lines) == 1 + 2 * len(talks.statements)
    assert list(COLUMNS) not in lines[1:]


def test_rows_end_lines_as_rfc_4180_has_it(reading_of, statement):
    assert written([reading_of("“No.”", (statement("“No.”", "“No.”"),))]).count("\r\n") == 2


def test_rows_of_no_readings_are_the_header(reading_of):
    assert written([]) == written([reading_of()]) == ",".join(COLUMNS) + "\r\n"


def test_rows_join_pieces_and_speakers(reading_of, statement):
    text = "“Yes,” they said, “and soon.”"
    two = (Speaker("Ana Perl", "person"), Speaker("Office", "organisation"))
    row = read_back([reading_of(text, (statement(text, "“Yes,”", "“and soon.”", speakers=two),))])[0]
    assert row["content_offsets"] == "0-6;18-29"
    assert row["quote"] == "“Yes,” ... “and soon.”"
    assert (row["speakers"], row["speaker_kinds"]) == ("Ana Perl; Office", "person; organisation")


def test_rows_keep_each_speakers_office_and_state_in_the_speakers_order(reading_of, statement):
    text = "“No,” they said."
    both = (Speaker("Office", "organisation"), Speaker("Ana Perl", "person", "foreign minister", "VES"))
    row = read_back([reading_of(text, (statement(text, "“No,”", speakers=both),))])[0]
    assert (row["speaker_roles"], row["speaker_countries"]) == ("; foreign minister", "; VES")


@pytest.mark.parametrize("words", ["=1+1", "+41", "-no", "@all", '"=x"', "a,b", "two\r\nlines", "two\rlines", ""])
def test_rows_leave_every_text_as_it_is(reading_of, statement, words):
    assert read_back([reading_of(words, (statement(words, words),))])[0]["quote"] == words


@given(
    st.lists(st.characters(exclude_categories=["Cs"]) | st.sampled_from(["\r", "\n", '"', ",", ";", " "])).map("".join)
)
def test_rows_give_back_any_text_to_the_letter(text):
    span = ((0, len(text)),)
    said = Statement(span, span, span, text, "direct", (), None, 0.5)
    row = read_back([Reading(text, text, text_hash(text), text, None, None, "m", span, (said,))])[0]
    assert [row[name] for name in ("document_id", "title", "source_text", "cue_text", "quote")] == [text] * 5


def test_rows_are_written_before_the_next_reading_is_asked_for(talks):
    out = io.StringIO()

    def readings():
        yield talks
        assert "nothing to sign" in out.getvalue()

    write_csv(readings(), out)
