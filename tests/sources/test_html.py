"""Pages to documents, through the worker."""

from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.sources.html import from_html
from onrecord.sources.limits import Limits
from onrecord.sources.worker import Worker

PAGE = (Path(__file__).parent / "vessia.html").read_text(encoding="utf-8")
FIRST, SECOND = (
    "VESSIA CITY — Vessia and Orm",
    "“We have agreed on the date, and we have agreed on the guards,” Torv told reporters.",
)


def test_from_html_finds_the_article_and_leaves_the_rest() -> None:
    text = from_html(PAGE, id="vessia.html").text
    assert FIRST in text
    assert "Most read" not in text
    assert "Politics" not in text
    assert "harbourcat" not in text


def test_from_html_gives_a_paragraph_a_line_with_its_quotation_marks() -> None:
    lines = from_html(PAGE, id="vessia.html").text.split("\n")
    assert any(line.startswith(SECOND) and line.endswith("“What is left is paint.”") for line in lines)
    assert any(
        "«a door, not yet a house» and added that customs officers were already on their way." in line for line in lines
    )
    assert any(line.endswith('"will believe it when the first lorry has passed".') for line in lines)


def test_from_html_reads_what_the_page_says_of_itself() -> None:
    document = from_html(PAGE, id="vessia.html", raw=PAGE.encode())
    assert document.id == document.origin == "vessia.html"
    assert document.title == "Vessia and Orm to reopen the Lenz crossing"
    assert document.outlet == "Vessia Herald"
    assert document.author == "Ilse Marrow"
    assert document.published == "2024-05-31"
    assert document.url == "https://herald.vessia.example/2024/05/31/lenz-crossing"
    assert document.media_type == "text/html"
    assert document.raw == PAGE.encode()
    assert str(document.extractor).startswith("trafilatura ")


def test_from_html_makes_nothing_up() -> None:
    page = "<html><body><p>“The talks go on,” said the minister.</p><footer>Copyright 2024</footer></body></html>"
    document = from_html(page, id="a.html")
    assert document.text.startswith("“The talks go on,” said the minister.")
    assert (document.published, document.url, document.outlet, document.author) == (None, None, None, None)


def test_from_html_prefers_the_address_over_a_canonical_one_of_the_front_page() -> None:
    page = PAGE.replace("https://herald.vessia.example/2024/05/31/lenz-crossing", "https://herald.vessia.example/")
    url = "https://herald.vessia.example/lenz?from=feed"
    assert from_html(page, id=url, url=url).url == url


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Vessia Herald</title></head><body><div id=app></div></body></html>",
        "<html><body><nav><a href=/a>Home</a> <a href=/b>World news</a></nav></body></html>",
        "<html><body><ul><li><a href=/a>Home</a></li><li><a href=/b>World</a></li></ul></body></html>",
        "<p></p>",
    ],
)
def test_from_html_says_that_there_is_no_article(page: str) -> None:
    with pytest.raises(SourceError, match=r"^a.html: no article was found in this page; open it in a browser"):
        from_html(page, id="a.html")


def test_from_html_says_that_a_page_needs_scripts() -> None:
    page = "<html><body><noscript>You need to enable JavaScript to run this app.</noscript></body></html>"
    with pytest.raises(SourceError, match="JavaScript"):
        from_html(page, id="a.html")


def test_from_html_reads_the_next_page_after_one_that_took_too_long() -> None:
    endless = "<html><body>" + "<ul><li><a href='/x'>More news of Vessia</a></li></ul>" * 80_000 + "</body></html>"
    with pytest.raises(SourceError, match=r"^slow.html: finding the article in this page took over 0.1 s; open it in"):
        from_html(endless, id="slow.html", limits=Limits(extract_seconds=0.1))
    assert FIRST in from_html(PAGE, id="vessia.html").text


def test_from_html_says_that_the_parser_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.sources.html._worker", Worker("onrecord.no_such_module"))
    with pytest.raises(SourceError, match=r"^a.html: the HTML parser failed on this page"):
        from_html(PAGE, id="a.html")


def test_from_html_refuses_pages_over_the_limit() -> None:
    with pytest.raises(SourceError, match=r"pages must be smaller than 1 kB"):
        from_html(PAGE, id="vessia.html", limits=Limits(page_bytes=1000))


def test_from_html_survives_markup_nested_very_deep() -> None:
    with pytest.raises(SourceError, match="no article"):
        from_html("<html><body>" + "<b><i><a><table><tr><td>" * 20_000 + "The end, he said.", id="deep.html")
