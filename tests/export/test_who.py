"""The list of actors in its three forms, and how their mentions were resolved."""

import csv
import dataclasses
import io
import json

import pytest

from onrecord.export.who import COLUMNS, explaining, write_who
from onrecord.export.wording import NOBODY
from onrecord.records import Entity, Mention


def written(*readings, form="table", **options) -> str:
    out = io.StringIO(newline="")
    write_who(readings, out, form, **options)
    return out.getvalue()


def explained(*pairs, **options) -> str:
    out = io.StringIO()
    list(explaining(pairs, out, **options))
    return out.getvalue()


@pytest.fixture(autouse=True)
def no_columns(monkeypatch):
    """The width of whoever runs the tests is not the tests' width."""
    monkeypatch.delenv("COLUMNS", raising=False)


def test_who_json_is_an_object_a_line_with_counts_and_documents(cast):
    lines = written(cast, dataclasses.replace(cast, id="second.txt"), form="json").splitlines()
    assert len(lines) == 4
    assert json.loads(lines[0]) == {
        "name": "Ana Perl",
        "kind": "person",
        "roles": ["foreign minister"],
        "country": "VES",
        "code": "VES",
        "mentions": 4,
        "statements": 4,
        "documents": ["talks.txt", "second.txt"],
    }


def test_who_csv_has_a_header_and_a_row_each(cast):
    rows = list(csv.DictReader(io.StringIO(written(cast, form="csv"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["name"] for row in rows] == ["Ana Perl", "officials in Orland", "Ilka Doran", "Vesna"]
    assert rows[1]["roles"] == rows[1]["code"] == ""


@pytest.mark.parametrize("width", [80, 160])
def test_who_table_says_who_what_and_how_much(cast, width):
    table = written(cast, width=width)
    for part in ("Ana Perl", "foreign minister", "person", "VES", "statements", "mentions", "documents"):
        assert part in table
    assert table.index("Ana Perl") < table.index("Ilka Doran") < table.index("Vesna")


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_who_shows_only_the_kinds_asked_for(cast, form):
    shown = written(cast, form=form, kinds=["state"])
    assert "Vesna" in shown
    assert "Ana Perl" not in shown


def test_who_of_nobody_says_so_in_the_table_and_is_empty_else(reading_of):
    assert written(reading_of("It rained.")).strip() == NOBODY
    assert written(reading_of("It rained."), form="json") == ""
    assert written(reading_of("It rained."), form="csv") == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("width", [60, 80, 160])
@pytest.mark.parametrize("name", ["外相" * 40, "unbroken" * 30, "\x1b[2J\u202eabc", "[red]x[/]"])
def test_who_keeps_names_of_any_kind_within_the_width_and_harmless(reading_of, name, width):
    entity = Entity(name, "person", name, "VES", "VES")
    reading = reading_of(name, id=name, entities=(entity,), mentions=(Mention((0, len(name)), "person", 0),))
    shown = written(reading, width=width) + explained((reading, [name]), width=width)
    assert max(map(len, shown.splitlines())) <= width
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_who_keeps_a_json_object_on_one_line_whatever_the_name(reading_of):
    entity = Entity("a\u2028b\x85c", "person")
    reading = reading_of("a", entities=(entity,), mentions=(Mention((0, 1), "person", 0),))
    (line,) = written(reading, form="json").splitlines()
    assert json.loads(line)["name"] == entity.name


def test_explaining_gives_every_mention_one_line_in_the_texts_order(cast, reasons):
    lines = explained((cast, reasons)).splitlines()
    found = [line for line in lines if "reason " in line]
    assert [line.rpartition("reason ")[2].strip() for line in found] == [str(n) for n in range(len(cast.mentions))]


def test_explaining_shows_offsets_words_in_context_type_entity_and_reason(cast, reasons):
    start, end = cast.mentions[4].span
    (line,) = [line for line in explained((cast, reasons)).splitlines() if "reason 4" in line]
    for part in (f"{start}-{end}", "“There is nothing to sign,” [she] told reporters.", "pronoun", "Ana Perl"):
        assert part in line


def test_explaining_gives_office_and_state_with_the_first_mention_only(cast, reasons):
    table = explained((cast, reasons))
    assert table.count("Ana Perl (foreign minister, VES)") == 1


def test_explaining_heads_each_document_and_hands_its_reading_on(cast, reasons):
    out = io.StringIO()
    readings = explaining([(cast, reasons), (cast, reasons)], out)
    assert next(readings) is cast
    assert out.getvalue().count("talks.txt") == 1
    assert list(readings) == [cast]
    assert out.getvalue().count("talks.txt") == 2


def test_explaining_shows_mentions_of_the_kinds_asked_for(cast, reasons):
    table = explained((cast, reasons), kinds=["group"])
    assert [f"reason {n}" in table for n in range(len(cast.mentions))] == [n == 5 for n in range(len(cast.mentions))]


def test_explaining_a_text_that_names_nobody_says_so(reading_of):
    assert NOBODY in explained((reading_of("It rained."), ()))


def test_explaining_refuses_reasons_that_are_not_one_a_mention(cast):
    with pytest.raises(ValueError, match="shorter"):
        explained((cast, ("only one",)))
