"""Batches: what cannot be read is told in a line, and the others are read."""

import pytest

from onrecord.reading.encoder import Encoder

GERMAN = "Die Minister haben gestern gesagt, dass die Verhandlungen beendet sind und nicht fortgesetzt werden.\n"


def in_words(value):
    """A case's name: its arguments."""
    return " ".join(value) if isinstance(value, list) else None


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


def test_damaged_model_is_told_once_for_all_documents(onrecord, folder, monkeypatch):
    monkeypatch.setattr("onrecord.reading.reader.shipped", lambda: Encoder(folder / "folder"))
    ended = onrecord("read", "good.txt", "good.txt")
    assert (ended.status, ended.out) == (1, "")
    (line,) = ended.complaints
    assert line.endswith("is missing; install onrecord again")
