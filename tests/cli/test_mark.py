"""``onrecord mark``: one page, written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = "“We will sign,” the minister said.\n\nThe talks are over, the ministry added on Monday.\n"


def test_mark_writes_one_page_that_needs_no_network(onrecord, folder):
    ended = onrecord("mark", EXAMPLES / "harbour-talks.txt", "-o", "page.html")
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert (ended.status, ended.out, ended.err) == (0, "", "")
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
