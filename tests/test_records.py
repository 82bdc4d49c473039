"""The records: the contract's names and order, JSON there and back, and nothing that can be changed."""

import dataclasses
import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import records
from onrecord.records import (
    CONTRACT_VERSION,
    Actor,
    DateRange,
    Document,
    Entity,
    Event,
    Mention,
    Reading,
    Speaker,
    Statement,
    TimeExpression,
    text_hash,
)

# The public contract, version 1 (docs/architecture.md), in its order. A name taken away or moved is a new version.
CONTRACT = {
    Reading: (
        "version id text sha256 title published url model body statements events mentions entities dates outlet author"
    ),
    Statement: "source cue content quote directness speakers date certainty outlet",
    Speaker: "name kind role country entity",
    Event: "type quad mode context actor recipient trigger date place certainty statement status",
    Actor: "code name sector span",
    Mention: "span type entity",
    Entity: "name kind role country code",
    TimeExpression: "span value start end grain",
    DateRange: "start end grain basis",
}

certainties = st.floats(min_value=0, max_value=1)
statements = st.lists(st.builds(Statement, certainty=certainties), max_size=3).map(tuple)
events = st.lists(st.builds(Event, certainty=certainties), max_size=3).map(tuple)
readings = st.builds(Reading, version=st.just(CONTRACT_VERSION), statements=statements, events=events)


def full_reading() -> Reading:
    """A reading with one of everything in it."""
    day = DateRange("2024-03-14", "2024-03-14", "day", "text")
    text = "Ivo Tarkand said on Thursday that talks would resume."
    return Reading(
        id="harbour",
        text=text,
        sha256=text_hash(text),
        title=None,
        published="2024-03-14",
        url=None,
        model="none",
        body=((0, 53),),
        statements=(
            Statement(
                source=((0, 11),),
                cue=((12, 16),),
                content=((29, 52),),
                quote="that talks would resume",
                directness="indirect",
                speakers=(Speaker("Ivo Tarkand", "person", role="Deputy Foreign Minister", entity=0),),
                date=day,
                certainty=0.9,
            ),
        ),
        events=(
            Event(
                type="CONSULT",
                quad=1,
                mode=None,
                context=("diplomatic",),
                actor=(Actor("XSO", "Sorvia", sector="GOV", span=(0, 11)),),
                recipient=(),
                trigger=((34, 39),),
                date=day,
                place=None,
                certainty=0.5,
                statement=0,
            ),
        ),
        mentions=(Mention((0, 11), "person", 0),),
        entities=(Entity("Ivo Tarkand", "person"),),
        dates=(TimeExpression((20, 28), "2024-03-14", "2024-03-14", "2024-03-14", "day"),),
    )


@settings(max_examples=40)
@given(readings)
def test_reading_survives_json(reading):
    line = json.dumps(reading.to_dict(), ensure_ascii=False)
    assert Reading.from_dict(json.loads(line)) == reading


def test_full_reading_survives_json():
    reading = full_reading()
    assert Reading.from_dict(json.loads(json.dumps(reading.to_dict()))) == reading


def test_json_of_a_reading_has_the_contracts_names_in_order():
    plain = full_reading().to_dict()
    statement, event = plain["statements"][0], plain["events"][0]
    objects = {
        Reading: plain,
        Statement: statement,
        Speaker: statement["speakers"][0],
        Event: event,
        Actor: event["actor"][0],
        Mention: plain["mentions"][0],
        Entity: plain["entities"][0],
        TimeExpression: plain["dates"][0],
        DateRange: statement["date"],
    }
    assert {kind: " ".join(o) for kind, o in objects.items()} == CONTRACT


def test_json_of_a_reading_writes_spans_as_lists():
    plain = full_reading().to_dict()
    assert plain["version"] == 1
    assert plain["body"] == [[0, 53]]
    assert plain["statements"][0]["content"] == [[29, 52]]
    assert plain["mentions"][0]["span"] == [0, 11]
    assert plain["events"][0]["actor"][0]["span"] == [0, 11]


@pytest.mark.parametrize("version", [0, 2, "1", None])
def test_reading_of_another_contract_version_is_refused_with_both_numbers(version):
    with pytest.raises(ValueError, match=rf"version {version!r}, not 1"):
        Reading.from_dict({**full_reading().to_dict(), "version": version})


def test_reading_without_a_version_is_refused():
    plain = full_reading().to_dict()
    del plain["version"]
    with pytest.raises(ValueError, match="version None"):
        Reading.from_dict(plain)


def test_reading_with_a_field_missing_names_record_and_field():
    plain = full_reading().to_dict()
    del plain["statements"][0]["cue"], plain["statements"][0]["quote"]
    with pytest.raises(ValueError, match="Statement without cue, quote"):
        Reading.from_dict(plain)


def test_fields_with_defaults_may_be_missing():
    plain = full_reading().to_dict()
    for name in ("events", "mentions", "entities", "dates", "outlet", "author"):
        del plain[name]
    reading = Reading.from_dict(plain)
    assert (reading.events, reading.outlet) == ((), None)
    assert reading.statements == full_reading().statements


def test_unknown_fields_are_passed_over_at_every_depth():
    plain = full_reading().to_dict()
    plain["mood"] = "sour"
    plain["statements"][0]["volume"] = 11
    plain["statements"][0]["speakers"][0]["hat"] = "none"
    assert Reading.from_dict(plain) == full_reading()


def test_span_of_three_numbers_is_refused():
    with pytest.raises(ValueError, match="zip"):
        Reading.from_dict({**full_reading().to_dict(), "body": [[0, 4, 9]]})


@settings(max_examples=40)
@given(readings, certainties)
def test_reading_at_least_as_certain_keeps_the_certain_in_order(reading, floor):
    kept = reading.at_least(floor)
    assert kept.statements == tuple(s for s in reading.statements if s.certainty >= floor)
    assert dataclasses.replace(kept, statements=(), events=()) == dataclasses.replace(reading, statements=(), events=())


def test_events_go_with_their_statement_and_follow_it_when_others_are_left_out():
    reading = full_reading()
    (event,), (sure,) = reading.events, reading.statements
    doubtful = dataclasses.replace(sure, quote="talks", certainty=0.2)
    events = tuple(dataclasses.replace(event, statement=index) for index in (0, 1, 2, None))
    reading = dataclasses.replace(reading, statements=(doubtful, sure, sure), events=events)
    kept = reading.at_least(0.5)
    assert kept.statements == (sure, sure)
    assert [e.statement for e in kept.events] == [0, 1, None]


def test_reading_at_least_as_certain_as_all_of_it_is_itself():
    assert full_reading().at_least(0.5) == full_reading()


@pytest.mark.parametrize("kind", [*CONTRACT, Document], ids=lambda kind: kind.__name__)
def test_records_are_frozen(kind):
    values = dict.fromkeys((f.name for f in dataclasses.fields(kind)), "")
    record = kind(**values)
    for name in values:
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, name, "changed")


def test_contract_covers_every_record_that_is_written():
    defined = (kind for kind in vars(records).values() if getattr(kind, "__module__", None) == records.__name__)
    written = {kind for kind in defined if dataclasses.is_dataclass(kind)}
    assert written - {Document} == set(CONTRACT)


@given(st.text())
def test_document_hash_is_of_the_text_in_utf8(text):
    document = Document(id="a", text=text, origin="-", raw=b"something else")
    assert document.sha256 == text_hash(text) == hashlib.sha256(text.encode()).hexdigest()


def test_document_does_not_show_its_bytes():
    assert "secret" not in repr(Document(id="a", text="", origin="-", raw=b"secret"))
