"""Events alone: objects, rows, tables."""

import csv
import io
import json

import pytest

from onrecord.export.events import COLUMNS, write_events
from onrecord.export.selection import selection
from onrecord.export.wording import EVENT_CERTAINTY_NOTE, NO_EVENTS


def written(*readings, form="table", reasons=(), **options):
    out = io.StringIO(newline="")
    write_events([(reading, reasons) for reading in readings], out, form, **options)
    return out.getvalue()


def test_events_json_is_an_object_a_line_with_all_of_the_contract_and_whence(fire):
    lines = [json.loads(line) for line in written(fire, fire, form="json").splitlines()]
    assert [line["index"] for line in lines] == [0, 1, 2, 3, 4] * 2
    for line, event in zip(lines, fire.to_dict()["events"], strict=False):
        assert event.items() <= line.items()
    assert lines[2]["document"] == "fire.txt"
    assert (lines[2]["words"], lines[2]["claimed_by"]) == ("met", "Ana Perl")
    assert lines[1]["words"] == "firing ... overnight"
    assert lines[0]["claimed_by"] is None


def test_events_json_keeps_an_object_on_one_line_whatever_the_words(reading_of, event_in):
    text = "a\u2028b\x85c hit us"
    (line,) = written(
        reading_of(text, events=(event_in(text, "ASSAULT", 4, "a\u2028b", "us", "hit"),)), form="json"
    ).splitlines()
    assert json.loads(line)["actor"][0]["name"] == "a\u2028b"


def test_events_csv_has_a_row_an_event_with_fixed_columns(fire):
    rows = list(csv.DictReader(io.StringIO(written(fire, form="csv"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 5
    first = rows[0]
    start, end = map(int, first["trigger_offsets"].split("-"))
    assert fire.text[start:end] == first["trigger_text"] == "accused"
    assert (first["type"], first["mode"], first["quad"], first["status"]) == ("ACCUSE", "allege", "3", "actual")
    assert (first["date_start"], first["date_basis"], first["certainty"]) == ("2031-03-04", "text", "0.948")
    assert (rows[2]["actor_codes"], rows[2]["actor_names"], rows[2]["recipient_codes"]) == (
        "VES; ORL",
        "Vesna; Orland",
        "",
    )
    assert (rows[2]["statement_index"], rows[2]["claimed_by"]) == ("0", "Ana Perl")
    assert rows[1]["trigger_offsets"].count(";") == 1
    assert rows[4]["status"] == "unreal"


def test_events_csv_columns_are_in_snake_case():
    assert all(column == column.lower() and column.replace("_", "").isalnum() for column in COLUMNS)


@pytest.mark.parametrize("words", ["=1+1", "+41", "@all", '"=x"', "a,b", "two\r\nlines"])
def test_events_csv_leaves_every_text_as_it_is(reading_of, event_in, words):
    reading = reading_of(words, events=(event_in(words, "AID", 2, words, "", words),))
    (row,) = csv.DictReader(io.StringIO(written(reading, form="csv"), newline=""))
    assert row["trigger_text"] == row["actor_names"] == words


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_events_that_are_not_asked_for_are_left_out(fire, form):
    shown = written(fire, form=form, selection=selection(types=["ASSAULT"]))
    assert "ASSAULT" in shown
    assert "ACCUSE" not in shown


def test_events_left_out_for_want_of_a_date_are_counted(fire):
    out = io.StringIO()
    assert write_events([(fire, ())], out, "json", selection=selection(since="2031-03")) == 1
    assert [json.loads(line)["type"] for line in out.getvalue().splitlines()] == ["ACCUSE", "ASSAULT", "CONSULT"]
    assert write_events([(fire, ())], out, "json", selection=selection(since="2031-03", types=["ACCUSE"])) == 0


def test_events_table_heads_documents_that_have_any(fire, talks):
    table = written(fire, talks, fire, width=100)
    assert table.count("fire.txt") == 2
    assert "talks.txt" not in table


def test_events_table_keeps_the_numbers_of_the_reading(fire):
    table = written(fire, width=120, selection=selection(types=["REJECT"]))
    assert any(line.split()[:1] == ["5"] for line in table.splitlines())


def test_events_table_of_none_says_so(talks):
    assert written(talks, width=120).strip() == NO_EVENTS
    assert written(talks, form="json") == ""
    assert written(talks, form="csv") == ",".join(COLUMNS) + "\r\n"


def test_events_explained_are_those_of_the_table(fire):
    table = " ".join(
        written(
            fire, width=140, explain=True, reasons=("is a name", "b", "c"), selection=selection(types=["ACCUSE"])
        ).split()
    )
    assert "accusation, Vesna against Orland" in table
    assert "[mention: Vesna]: is a name" in table
    assert "assault, " not in table
    assert EVENT_CERTAINTY_NOTE in table


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_events_of_a_document_are_written_before_the_next_is_read(fire, form):
    out = io.StringIO()

    def readings():
        yield fire, ()
        assert "ASSAULT" in out.getvalue()

    write_events(readings(), out, form)
