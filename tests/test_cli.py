"""The command line: what is printed where, exit statuses, and one clear line for everything that goes wrong."""

import csv
import io
import json
import os
import stat
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from onrecord import __version__
from onrecord.cli import main
from onrecord.export.rows import COLUMNS
from onrecord.reading.encoder import Encoder
from onrecord.reading.reader import Reader
from onrecord.records import Entity, Mention, Reading, Speaker

EXAMPLES = Path(__file__).parents[1] / "examples"
TEXT = "“We will sign,” the minister said.\n\nThe talks are over, the ministry added on Monday.\n"
GERMAN = "Die Minister haben gestern gesagt, dass die Verhandlungen beendet sind und nicht fortgesetzt werden.\n"


@dataclass(frozen=True)
class Ended:
    """How a run of the program went."""

    status: int
    out: str
    err: str

    @property
    def objects(self):
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def complaints(self):
        """The lines of standard error, each of which says who speaks."""
        lines = self.err.splitlines()
        assert all(line.startswith("onrecord: ") for line in lines), self.err
        return [line.removeprefix("onrecord: ") for line in lines]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working folder with a good article and several bad ones."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "german.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "digits.txt").write_text("12 345 --- 678\n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 16)
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.fixture
def onrecord(folder, monkeypatch):
    """The program, run inside this process in the working folder: arguments in, how it went out."""

    def run(*arguments, stdin=""):
        # results are UTF-8 whatever the locale says
        streams = {name: io.TextIOWrapper(io.BytesIO(), encoding="ascii") for name in ("stdout", "stderr")}
        streams["stdin"] = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
        with monkeypatch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            with pytest.raises(SystemExit) as ended:
                main([str(argument) for argument in arguments])
        for name in ("stdout", "stderr"):
            streams[name].flush()
        out, err = (streams[name].buffer.getvalue().decode("utf-8") for name in ("stdout", "stderr"))
        return Ended(ended.value.code, out, err)

    return run


def in_words(value):
    """A case's name: its arguments."""
    return " ".join(value) if isinstance(value, list) else None


# read


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


def test_text_in_another_language_is_refused_unless_forced(onrecord):
    refused = onrecord("read", "german.txt")
    assert (refused.status, refused.out) == (1, "")
    assert refused.complaints == [
        "german.txt: seems to be German; only English is read; pass --force to read it all the same"
    ]
    forced = onrecord("read", "--force", "german.txt")
    assert forced.status == 0
    assert forced.objects[0]["text"] == GERMAN


@pytest.mark.parametrize(
    ("bad", "status"),
    [
        (["missing.txt"], 2),
        (["folder"], 2),
        (["empty.txt"], 1),
        (["digits.txt"], 1),
        (["binary.txt"], 1),
        (["german.txt"], 1),
        (["ftp://a.example/b"], 2),
        (["http://127.0.0.1:9/"], 1),
        (["missing.txt", "folder"], 2),
        (["missing.txt", "empty.txt"], 1),
    ],
    ids=in_words,
)
def test_what_cannot_be_read_is_told_in_a_line_and_the_others_are_read(bad, status, onrecord):
    ended = onrecord("read", *bad, "good.txt")
    assert ended.status == status
    assert [reading["id"] for reading in ended.objects] == ["good.txt"]
    *each, summary = ended.complaints
    assert len(each) == len(bad)
    assert all(name in line for name, line in zip(bad, each, strict=True))
    assert all("; " in line for line in each)
    assert summary == f"1 read, {len(bad)} failed"


def test_one_document_that_cannot_be_read_needs_no_summary(onrecord):
    ended = onrecord("read", "empty.txt")
    assert (ended.status, ended.out) == (1, "")
    assert len(ended.complaints) == 1


def test_csv_of_nothing_readable_is_its_header(onrecord):
    ended = onrecord("read", "missing.txt", "--format", "csv")
    assert ended.status == 2
    assert ended.out == ",".join(COLUMNS) + "\r\n"


# mark


def test_mark_writes_one_page_that_needs_no_network(onrecord, folder):
    ended = onrecord("mark", EXAMPLES / "harbour-talks.txt", "-o", "page.html")
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert ended == Ended(0, "", "")
    assert page.startswith("<!doctype html>")
    assert "Every week without a charter" in page
    assert "src=" not in page
    assert "<link" not in page


def test_mark_replaces_a_page_whole(onrecord, folder):
    (folder / "page.html").write_text("old page" * 100_000)
    assert onrecord("mark", "good.txt", "--output", "page.html").status == 0
    assert "old page" not in (folder / "page.html").read_text(encoding="utf-8")


def test_mark_gives_the_page_the_users_own_mode(onrecord, folder):
    before = os.umask(0o027)
    try:
        onrecord("mark", "good.txt", "-o", "page.html")
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / "page.html").stat().st_mode) == 0o640


def test_mark_writes_through_a_link(onrecord, folder):
    (folder / "link.html").symlink_to(folder / "folder" / "page.html")
    assert onrecord("mark", "good.txt", "-o", "link.html").status == 0
    assert (folder / "link.html").is_symlink()
    assert "We will sign" in (folder / "folder" / "page.html").read_text(encoding="utf-8")


def test_mark_prints_the_page_with_a_dash(onrecord, folder):
    ended = onrecord("mark", "-", "-o", "-", stdin=TEXT)
    assert ended.status == 0
    assert ended.out.startswith("<!doctype html>")
    assert not (folder / "-").exists()


@pytest.mark.parametrize("place", ["folder", "nowhere/page.html", "good.txt/page.html", "folder/" + "x" * 300])
def test_mark_says_in_a_line_where_it_cannot_write_and_leaves_nothing_behind(place, onrecord, folder):
    before = sorted(folder.rglob("*"))
    ended = onrecord("mark", "good.txt", "-o", place)
    assert ended.status == 1
    (line,) = ended.complaints
    assert line.startswith(f"{place}: cannot be written (")
    assert line.endswith("; name another place")
    assert sorted(folder.rglob("*")) == before


def test_mark_that_fails_half_way_leaves_the_old_page(onrecord, folder, monkeypatch):
    (folder / "page.html").write_text("old")
    before = sorted(folder.rglob("*"))

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    ended = onrecord("mark", "good.txt", "-o", "page.html")
    assert ended.status == 1
    assert ended.complaints == ["page.html: cannot be written (no space left on device); name another place"]
    assert (folder / "page.html").read_text() == "old"
    assert sorted(folder.rglob("*")) == before


def test_mark_leaves_a_device_the_device_it_is(onrecord):
    ended = onrecord("mark", "good.txt", "-o", "/dev/full")
    assert ended.status == 1
    assert "/dev/full: cannot be written" in ended.err
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@pytest.mark.parametrize(("source", "status"), [("missing.txt", 2), ("empty.txt", 1), ("german.txt", 1)])
def test_mark_writes_no_page_of_what_cannot_be_read(source, status, onrecord, folder):
    ended = onrecord("mark", source, "-o", "page.html")
    assert ended.status == status
    assert len(ended.complaints) == 1
    assert not (folder / "page.html").exists()


def test_mark_refuses_several_documents(onrecord, folder):
    ended = onrecord("mark", EXAMPLES / "batch.jsonl", "-o", "page.html")
    assert ended.status == 2
    assert "holds several documents" in ended.complaints[0]
    assert not (folder / "page.html").exists()


def test_mark_shows_only_what_is_certain_enough(onrecord):
    everything = onrecord("mark", "good.txt", "-o", "-").out
    nothing = onrecord("mark", "good.txt", "-o", "-", "--min-certainty", "1").out
    assert len(nothing) < len(everything)
    assert "We will sign" in nothing


# who


@pytest.fixture
def cast(monkeypatch):
    """A reader that finds a person who says everything in the text, and a place that is only named."""
    plain = Reader.read
    entities = (Entity("Ana Perl", "person", "minister", "VES", "VES"), Entity("Port Oslen", "place"))

    def read(reader, text, **known):
        reading = plain(reader, text, **known)
        places = [(text.find(words), kind) for words, kind in (("the minister", "role"), ("The talks are", "place"))]
        mentions = tuple(Mention((at, at + 12), kind, entity) for entity, (at, kind) in enumerate(places))
        perl = Speaker("Ana Perl", "person", "minister", "VES", entity=0)
        statements = tuple(replace(statement, speakers=(perl,)) for statement in reading.statements)
        return replace(reading, statements=statements, mentions=mentions, entities=entities)

    def explained(reader, text, **known):
        reading = read(reader, text, **known)
        return reading, tuple(f"because {mention.type}" for mention in reading.mentions)

    monkeypatch.setattr(Reader, "read", read)
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
    assert onrecord("who", "good.txt", "--kind", "state") == Ended(0, "", "")


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
    monkeypatch.setattr(Reader, "explained", lambda *args, **known: asked.append(known) or explained(*args, **known))
    line = {"id": "a", "text": TEXT, "title": "Signed", "published": "2024-03-14", "url": "https://a.example/b"}
    onrecord("who", "--explain", "--jsonl", "-", stdin=json.dumps(line))
    assert line.items() <= {"text": TEXT, **asked[0]}.items()


@pytest.mark.parametrize("explain", [[], ["--explain"]], ids=["", "explain"])
def test_who_tells_what_cannot_be_read_and_lists_the_others(onrecord, cast, explain):
    ended = onrecord("who", *explain, "empty.txt", "good.txt", "missing.txt")
    assert ended.status == 1
    assert "Ana Perl" in ended.out
    assert [line.partition(":")[0] for line in ended.complaints] == ["empty.txt", "missing.txt", "1 read, 2 failed"]


# wrong use


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["read"], "nothing to read"),
        (["read", "--bogus", "good.txt"], "--bogus"),
        (["--bogus"], "--bogus"),
        (["bogus"], "bogus"),
        (["read", "--format", "xml", "good.txt"], "xml"),
        (["read", "--published", "yesterday", "good.txt"], "'yesterday' is no date; write it as YYYY-MM-DD"),
        (["read", "--min-certainty", "2", "good.txt"], "--min-certainty"),
        (["read", "--min-certainty", "much", "good.txt"], "much"),
        (["read", "--min-certainty", "nan", "good.txt"], "nan"),
        (["read", "--explain", "--format", "json", "good.txt"], "--explain"),
        (["read", "-", "--jsonl", "-"], "twice"),
        (["read", "good.txt", "--format"], "--format"),
        (["who"], "nothing to read"),
        (["who", "--kind", "planet", "good.txt"], "planet"),
        (["who", "--explain", "--format", "csv", "good.txt"], "--explain"),
        (["who", "-", "--jsonl", "-"], "twice"),
        (["mark"], "FILE|URL|-"),
        (["mark", "good.txt"], "--output"),
        (["mark", "good.txt", "german.txt", "-o", "page.html"], "german.txt"),
        (["mark", "good.txt", "-o", "page.html", "--published", "2024-02-30"], "2024-02-30"),
    ],
    ids=in_words,
)
def test_wrong_use_is_told_in_one_line_with_status_2(arguments, told, onrecord):
    ended = onrecord(*arguments)
    assert (ended.status, ended.out) == (2, "")
    (line,) = ended.complaints
    assert told in line


def test_damaged_model_is_told_once_for_all_documents(onrecord, folder, monkeypatch):
    monkeypatch.setattr("onrecord.reading.reader.shipped", lambda: Encoder(folder / "folder"))
    ended = onrecord("read", "good.txt", "good.txt")
    assert (ended.status, ended.out) == (1, "")
    (line,) = ended.complaints
    assert line.endswith("is missing; install onrecord again")


def test_program_stopped_from_the_keyboard_says_so(onrecord, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.sources.documents", interrupted)
    ended = onrecord("read", "good.txt")
    assert ended.status == 130
    assert ended.err.strip() == "onrecord: stopped"


# help


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_program_without_a_command_explains_itself(arguments, onrecord):
    ended = onrecord(*arguments)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("Usage: onrecord")
    assert "read" in ended.out
    assert "mark" in ended.out
    assert "who" in ended.out


def test_version_is_the_packages(onrecord):
    assert __version__ in onrecord("--version").out
