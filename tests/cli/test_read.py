"""``onrecord read``: what goes in, what is printed."""

import csv
import io
import json
from pathlib import Path

from onrecord.export.rows import COLUMNS
from onrecord.records import Reading

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = "“We will sign,” the minister said.\n\nThe talks are over, the ministry added on Monday.\n"


def test_read_prints_one_contract_object_a_line_where_nobody_watches(onrecord):
    ended = onrecord("read", "good.txt")
    (reading,) = ended.objects
    assert ended.status == 0
    assert ended.err == ""
    assert reading["version"] == 1
    assert reading["id"] == "good.txt"
    assert reading["text"] == TEXT
    assert any("We will sign" in statement["quote"] for statement in reading["statements"])


def documents_in_examples():
    names = sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".html", ".jsonl"))
    return names, sum(len(p.read_text(encoding="utf-8").splitlines()) if p.suffix == ".jsonl" else 1 for p in names)


def test_every_example_is_read_as_json(onrecord):
    names, count = documents_in_examples()
    ended = onrecord("read", *names, "--format", "json")
    assert (ended.status, ended.err) == (0, "")
    assert len(ended.objects) == count
    for plain in ended.objects:
        assert Reading.from_dict(plain).to_dict() == plain
        assert plain["statements"]


def test_every_example_is_read_as_csv(onrecord):
    names, count = documents_in_examples()
    ended = onrecord("read", *names, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ended.out, newline="")))
    assert (ended.status, ended.err) == (0, "")
    assert tuple(rows[0]) == COLUMNS
    assert len({row["document_id"] for row in rows}) == count


def test_every_example_is_read_as_a_table(onrecord, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    names, count = documents_in_examples()
    ended = onrecord("read", *names, "--format", "table")
    assert (ended.status, ended.err) == (0, "")
    assert "Lorne lifts export ban on grain" in ended.out
    assert ended.out.count("% boilerplate") == count
    assert max(len(line) for line in ended.out.splitlines()) <= 100


def test_explain_shows_the_table_with_its_reasons(onrecord):
    plain, explained = onrecord("read", "good.txt", "--format", "table"), onrecord("read", "good.txt", "--explain")
    assert explained.status == 0
    assert len(explained.out) > len(plain.out)
    assert "We will sign" in explained.out


def test_read_takes_standard_input(onrecord):
    ended = onrecord("read", "-", stdin=TEXT)
    assert ended.status == 0
    assert ended.objects[0]["id"] == "-"
    assert ended.objects[0]["text"] == TEXT


def test_read_takes_lines_of_documents_in_their_order(onrecord):
    lines = [{"id": id, "text": TEXT, "title": f"Title of {id}", "published": "2024-03-14"} for id in ("b", "a", "c")]
    ended = onrecord("read", "--jsonl", "-", stdin="\n".join(map(json.dumps, lines)))
    assert ended.status == 0
    assert [reading["id"] for reading in ended.objects] == ["b", "a", "c"]
    assert ended.objects[0]["title"] == "Title of b"
    assert ended.objects[0]["published"] == "2024-03-14"


def test_broken_line_of_documents_is_named_and_the_others_are_read(onrecord):
    lines = [json.dumps({"id": "a", "text": TEXT}), "{broken", json.dumps({"id": "c", "text": TEXT})]
    ended = onrecord("read", "--jsonl", "-", stdin="\n".join(lines))
    assert ended.status == 1
    assert [reading["id"] for reading in ended.objects] == ["a", "c"]
    assert "line 2" in ended.complaints[0]
    assert ended.complaints[-1] == "2 read, 1 failed"


def test_files_and_lines_can_be_read_together(onrecord, folder):
    (folder / "more.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}))
    ended = onrecord("read", "good.txt", "--jsonl", "more.jsonl", "--jsonl", EXAMPLES / "batch.jsonl")
    assert ended.status == 0
    assert [reading["id"] for reading in ended.objects][:2] == ["good.txt", "a"]
    assert len(ended.objects) == 5


def test_same_run_twice_prints_the_same_bytes(onrecord):
    runs = [onrecord("read", EXAMPLES / "harbour-talks.txt", EXAMPLES / "batch.jsonl") for _ in range(2)]
    assert runs[0] == runs[1]


def test_published_given_comes_before_what_documents_say(onrecord):
    ended = onrecord("read", EXAMPLES / "batch.jsonl", "--published", "2024-05-31")
    assert {reading["published"] for reading in ended.objects} == {"2024-05-31"}


def test_min_certainty_leaves_out_what_is_less_certain(onrecord):
    everything = onrecord("read", EXAMPLES / "harbour-talks.txt").objects[0]["statements"]
    bound = sorted(statement["certainty"] for statement in everything)[len(everything) // 2]
    kept = onrecord("read", EXAMPLES / "harbour-talks.txt", "--min-certainty", bound).objects[0]["statements"]
    assert kept == [statement for statement in everything if statement["certainty"] >= bound]
    assert 0 < len(kept) < len(everything)


def test_csv_of_nothing_readable_is_its_header(onrecord):
    ended = onrecord("read", "missing.txt", "--format", "csv")
    assert ended.status == 2
    assert ended.out == ",".join(COLUMNS) + "\r\n"
