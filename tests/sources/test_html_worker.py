"""What the worker does, without its process."""

from pathlib import Path

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
