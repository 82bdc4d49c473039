"""``onrecord events``: which events are listed, in which form, and what is said of the others."""

import csv
import io
import json
from dataclasses import replace

import pytest

from onrecord.export.events import COLUMNS
from onrecord.reading.reader import Reader
from onrecord.records import Actor, DateRange, Event, Reading, text_hash

TEXT = "Moscow accused Kyiv on 3 March. The envoys met. NATO warned Moscow in April. It rained."


def span(words):
    start = TEXT.index(words)
    return start, start + len(words)


def happened(name, quad, actor, recipient, words, date=None, status="actual"):
    sides = [(Actor(code, code, span=None),) if code else () for code in (actor, recipient)]
    days = DateRange(*date, "text") if date else None
    return Event(name, quad, None, (), *sides, (span(words),), days, None, 0.8, None, status)


EVENTS = (
    happened("ACCUSE", 3, "RUS", "UKR", "accused", ("2031-03-03", "2031-03-03", "day")),
    happened("CONSULT", 1, "UKR", "RUS", "met"),
    happened("THREATEN", 3, "NATO", "RUS", "warned", ("2031-04-01", "2031-04-30", "month")),
)
LIKELY = replace(happened("REJECT", 3, "UKR", "RUS", "rained"), certainty=0.5)
UNSURE = replace(happened("ASSAULT", 4, "RUS", "UKR", "rained"), certainty=0.1, status="unreal")


@pytest.fixture(autouse=True)
def reader(monkeypatch):
    """A reader that finds the same events in every document, and the unsure one if it is to keep everything."""

    def read(reader, document, *, progress=None):
        events = (*EVENTS, LIKELY, UNSURE) if reader._everything else (*EVENTS, LIKELY)
        return Reading(
            document.id, TEXT, text_hash(TEXT), None, document.published, None, "m", ((0, len(TEXT)),), (), events
        )

    monkeypatch.setattr(Reader, "read_document", read)
    monkeypatch.setattr(
        Reader,
        "explained",
        lambda r, document, *, progress: (read(r, document), ()),
    )


def types(ended):
    return [event["type"] for event in ended.objects]


def test_events_are_an_object_a_line_over_all_documents_in_their_order(onrecord):
    ended = onrecord("events", "good.txt", "-", stdin=TEXT)
    assert (ended.status, ended.err) == (0, "")
    assert [(e["document"], e["type"]) for e in ended.objects] == [
        (name, event.type) for name in ("good.txt", "-") for event in EVENTS
    ]
    assert ended.objects[0]["words"] == "accused"


def test_events_are_rows_and_tables_too(onrecord, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    rows = list(csv.DictReader(io.StringIO(onrecord("events", "good.txt", "--format", "csv").out, newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["actor_codes"] for row in rows] == ["RUS", "UKR", "NATO"]
    table = onrecord("events", "good.txt", "--format", "table").out
    assert "[accused] Kyiv" in table
    assert "2031-04" in table


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--type", "accuse"], ["ACCUSE"]),
        (["--type", "ACCUSE", "--type", "13"], ["ACCUSE", "THREATEN"]),
        (["--actor", "RUS"], ["ACCUSE", "CONSULT"]),
        (["--actor", "the Kremlin"], ["ACCUSE", "CONSULT"]),
        (["--actor", "NATO", "--recipient", "Russia"], ["THREATEN"]),
        (["--recipient", "rus"], ["CONSULT", "THREATEN"]),
        (["--recipient", "RUS", "--actor", "UKR"], ["CONSULT"]),
        (["--min-certainty", "0.9"], []),
        (["--type", "AID"], []),
    ],
    ids=" ".join,
)
def test_events_that_are_not_asked_for_are_left_out(options, found, onrecord):
    ended = onrecord("events", "good.txt", *options)
    assert (ended.status, ended.err) == (0, "")
    assert types(ended) == found


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--since", "2031-03-04"], ["THREATEN"]),
        (["--until", "2031-03-03"], ["ACCUSE"]),
        (["--since", "2031-03", "--until", "2031-03"], ["ACCUSE"]),
        (["--since", "2031-04-30"], ["THREATEN"]),
        (["--since", "2031", "--until", "2031"], ["ACCUSE", "THREATEN"]),
        (["--since", "2032"], []),
    ],
    ids=" ".join,
)
def test_events_at_other_times_are_left_out_and_those_without_a_date_are_counted(options, found, onrecord):
    ended = onrecord("events", "good.txt", "good.txt", *options)
    assert types(ended) == 2 * found
    assert ended.complaints == ["2 events without a date left out by --since or --until"]


def test_events_without_a_date_are_not_counted_where_they_are_not_asked_for(onrecord):
    assert onrecord("events", "good.txt", "--since", "2031", "--type", "ACCUSE").err == ""


def test_all_shows_the_unsure_and_the_unreal(onrecord):
    assert types(onrecord("events", "good.txt", "--all"))[-1] == "ASSAULT"
    assert onrecord("read", "good.txt", "--all").objects[0]["events"][-1]["status"] == "unreal"
    assert len(onrecord("read", "good.txt").objects[0]["events"]) == len(EVENTS) + 1


def test_what_is_likely_and_no_more_is_in_the_record_and_shown_on_request(onrecord, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    assert onrecord("read", "good.txt").objects[0]["events"][-1]["type"] == "REJECT"
    assert "REJECT" not in types(onrecord("events", "good.txt"))
    assert types(onrecord("events", "good.txt", "--min-certainty", "0.5"))[-1] == "REJECT"
    table = onrecord("read", "good.txt", "--format", "table").out
    assert "REJECT" not in table
    assert "1 event less certain than 0.60 left out; --min-certainty 0 shows them" in table
    page = onrecord("mark", "good.txt", "-o", "-").out
    assert "THREATEN" in page
    assert "REJECT" not in page
    for more in (["--all"], ["--min-certainty", "0"], ["--min-certainty", "0.3"]):
        assert "REJECT" in onrecord("read", "good.txt", "--format", "table", *more).out
        assert "REJECT" in onrecord("mark", "good.txt", "-o", "-", *more).out


def test_explain_shows_what_an_event_rests_on(onrecord):
    ended = onrecord("events", "good.txt", "--explain")
    assert ended.status == 0
    assert "Moscow [trigger: accused] Kyiv" in ended.out
    assert "(day, from the text)" in " ".join(ended.out.split())


def test_no_events_is_said_in_the_table_and_nothing_else(onrecord):
    assert "No events" in onrecord("events", "good.txt", "--type", "AID", "--format", "table").out
    assert onrecord("events", "good.txt", "--type", "AID").out == ""


def test_what_cannot_be_read_is_told_and_the_others_are_listed(onrecord):
    ended = onrecord("events", "empty.txt", "good.txt", "missing.txt")
    assert ended.status == 1
    assert types(ended) == [event.type for event in EVENTS]
    assert [line.partition(":")[0] for line in ended.complaints] == ["empty.txt", "missing.txt", "1 read, 2 failed"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--type", "ACUSE"], "'ACUSE' is no event type of PLOVER; did you mean ACCUSE?"),
        (["--type", "01"], "PLOVER has no event type for CAMEO's 01"),
        (["--type", "77"], "'77' is no CAMEO code"),
        (["--actor", "Ruritania"], "'Ruritania' is no state or organisation that is known"),
        (["--recipient", "Ilham Aliyev"], "'Ilham Aliyev' is no state or organisation that is known"),
        (["--since", "yesterday"], "--since: 'yesterday' is no date; write it as YYYY-MM-DD"),
        (["--until", "2031-02-31"], "--until: '2031-02-31' is no date"),
        (["--since", "2031-05", "--until", "2031-04"], "--since 2031-05 is after --until 2031-04"),
        (["--explain", "--format", "json"], "--explain"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_there_is_not_is_told_in_one_line_before_anything_is_read(options, told, onrecord):
    ended = onrecord("events", "good.txt", *options)
    assert (ended.status, ended.out) == (2, "")
    (line,) = ended.complaints
    assert told in line


def test_nothing_to_read_is_wrong_use(onrecord):
    assert onrecord("events").complaints == ["nothing to read; name a file, a URL or - for standard input"]


def test_objects_hold_the_events_of_the_contract(onrecord):
    of_reading = onrecord("read", "good.txt").objects[0]["events"]
    for event, alone in zip(of_reading, onrecord("events", "good.txt", "--min-certainty", "0").objects, strict=True):
        assert event.items() <= alone.items()
        assert json.dumps(alone)
