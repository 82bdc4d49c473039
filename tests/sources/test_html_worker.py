"""What the worker does, without its process."""

from pathlib import Path

import pytest

from onrecord.sources.html_worker import extract

PAGE = (Path(__file__).parent / "vessia.html").read_text(encoding="utf-8")


def test_extract_answers_with_the_article_and_its_particulars() -> None:
    found = extract({"html": PAGE, "url": None})
    assert "“What is left is paint.”" in found["text"]
    assert (found["published"], found["outlet"], found["author"]) == ("2024-05-31", "Vessia Herald", "Ilse Marrow")


def test_extract_has_no_text_where_there_is_none() -> None:
    assert extract({"html": "<html><body></body></html>", "url": None})["text"] is None


def test_extract_reads_a_page_that_declares_another_encoding_than_it_came_in() -> None:
    said = '<?xml version="1.0" encoding="windows-1251"?>'
    page = f"{said}<html><body><p>“Go on,” said Zoë Torv on Monday.</p></body></html>"
    assert "“Go on,” said Zoë Torv" in extract({"html": page, "url": None})["text"]


@pytest.mark.parametrize(
    "frame",
    [
        '<header><div class="date">24 November 2026</div></header>',
        '<div class="current-date"><time datetime="2026-11-24">24 November 2026</time></div>',
        '<aside><p class="date">24 November 2026</p><a href="/other">Another story</a></aside>',
    ],
)
def test_day_in_the_pages_frame_is_not_that_of_publication(frame: str) -> None:
    prose = "<p>“Go on,” said Zoë Torv on Monday, and the talks on the harbour of Vessia went on for the day.</p>" * 5
    stamped = f'<article><h1>Talks go on</h1><p class="date">29 July 2019, 14:00</p>{prose}</article>'
    assert extract({"html": f"<html><body>{frame}{stamped}</body></html>", "url": None})["published"] == "2019-07-29"
    bare = f"<article><h1>Talks go on</h1>{prose}</article>"
    assert extract({"html": f"<html><body>{frame}{bare}</body></html>", "url": None})["published"] is None
