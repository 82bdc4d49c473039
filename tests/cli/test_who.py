"""``onrecord who``: actors, a line each, over all documents."""

import csv
import io
import json
from dataclasses import replace

import pytest

from onrecord.reading.reader import Reader
from onrecord.records import Entity, Mention, Speaker

TEXT = "“We will sign,” the minister said.\n\nThe talks are over, the ministry added on Monday.\n"


@pytest.fixture
def cast(monkeypatch):
    """A reader that finds a person who says everything in the text, and a place that is only named."""
    whole = Reader.read_document
    entities = (Entity("Ana Perl", "person", "minister", "VES", "VES"), Entity("Port Oslen", "place"))

    def read(reader, document, *, progress=None):
        reading = whole(reader, document)
        places = [(reading.text.find(w), kind) for w, kind in (("the minister", "role"), ("The talks are", "place"))]
        mentions = tuple(Mention((at, at + 12), kind, entity) for entity, (at, kind) in enumerate(places))
        perl = Speaker("Ana Perl", "person", "minister", "VES", entity=0)
        statements = tuple(replace(statement, speakers=(perl,)) for statement in reading.statements)
        return replace(reading, statements=statements, mentions=mentions, entities=entities)

    def explained(reader, document, *, progress=None):
        reading = read(reader, document)
        return reading, tuple(f"because {mention.type}" for mention in reading.mentions)

    monkeypatch.setattr(Reader, "read_document", read)
    monkeypatch.setattr(Reader, "explained", explained)


def test_who_prints_an_actor_a_line_where_nobody_watches(onrecord, cast):
    ended = onrecord("who", "good.txt", "-", stdin=TEXT)
    statements = len(onrecord("read", "good.txt").objects[0]["statements"])
    assert (ended.status, ended.err) == (0, "")
    assert ended.objects == [
        {
            "name": "Ana Perl",
            "kind": "person",
            "roles": ["minister"],
            "country": "VES",
            "code": "VES",
            "mentions": 2,
            "statements": 2 * statements,
            "documents": ["good.txt", "-"],
        }
    ]


def test_who_prints_csv_and_a_table(onrecord, cast):
    rows = list(csv.DictReader(io.StringIO(onrecord("who", "good.txt", "--format", "csv").out, newline="")))
    assert [(row["name"], row["country"], row["mentions"]) for row in rows] == [("Ana Perl", "VES", "1")]
    assert "Ana Perl" in onrecord("who", "good.txt", "--format", "table").out


def test_who_lists_the_kinds_asked_for(onrecord, cast):
    assert [actor["name"] for actor in onrecord("who", "good.txt", "--kind", "place").objects] == ["Port Oslen"]
    both = onrecord("who", "good.txt", "--kind", "place", "--kind", "person")
    assert [actor["name"] for actor in both.objects] == ["Ana Perl", "Port Oslen"]
    assert onrecord("who", "good.txt", "--kind", "state").out == ""


def test_who_explained_shows_each_mention_with_its_reason_and_then_the_table(onrecord, cast):
    ended = onrecord("who", "--explain", "good.txt")
    assert (ended.status, ended.err) == (0, "")
    assert "“We will sign,” [the minister] said." in ended.out
    assert ended.out.index("because role") < ended.out.index("because place") < ended.out.index("mentions")


def test_who_counts_only_statements_that_are_certain_enough(onrecord, cast):
    (nobody,) = onrecord("who", "good.txt", "--min-certainty", "1").objects
    assert (nobody["statements"], nobody["mentions"]) == (0, 1)


def test_who_gives_documents_to_the_reader_with_all_that_is_known(onrecord, cast, monkeypatch):
    asked = []
    explained = Reader.explained
    monkeypatch.setattr(Reader, "explained", lambda *args, **known: asked.append(args[1]) or explained(*args, **known))
    line = {"id": "a", "text": TEXT, "title": "Signed", "published": "2024-03-14", "url": "https://a.example/b"}
    onrecord("who", "--explain", "--jsonl", "-", stdin=json.dumps(line))
    assert {name: getattr(asked[0], name) for name in line} == line


@pytest.mark.parametrize("explain", [[], ["--explain"]], ids=["", "explain"])
def test_who_tells_what_cannot_be_read_and_lists_the_others(onrecord, cast, explain):
    ended = onrecord("who", *explain, "empty.txt", "good.txt", "missing.txt")
    assert ended.status == 1
    assert "Ana Perl" in ended.out
    assert [line.partition(":")[0] for line in ended.complaints] == ["empty.txt", "missing.txt", "1 read, 2 failed"]
