"""What content seems to be."""

import pytest

from onrecord.sources.sniff import binary_kind, markup

PAGE = "<p>Vessia's minister said that the talks go on.</p>"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04....word/document.xml", "Word"),
        (b"PK\x03\x04....anything", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "Office"),
        (b"\x89PNG\r\n\x1a\n...", "PNG"),
        (b"\xff\xd8\xff\xe0...", "JPEG"),
        (b"\x1f\x8b\x08...", "gzip"),
        (b"\x00\x00\x00\x18ftypmp42...", "MP4"),
        (b"{\\rtf1\\ansi ...}", "Rich Text"),
    ],
)
def test_binary_kind_names_the_format(raw: bytes, kind: str) -> None:
    found = binary_kind(raw)
    assert found is not None
    assert kind in found.kind


@pytest.mark.parametrize("raw", [b"BMW says it will stay.", b"MZ is an abbreviation.", b"PKK fighters left.", b""])
def test_binary_kind_leaves_text_alone(raw: bytes) -> None:
    assert binary_kind(raw) is None


@pytest.mark.parametrize(
    "text",
    [
        f"<!DOCTYPE html><html><body>{PAGE}</body></html>",
        f"\ufeff\n  <html lang='en'><body>{PAGE}",
        f'<?xml version="1.0"?>\n<!DOCTYPE html><html><body>{PAGE}</body></html>',
        f"<!-- saved from a site -->\n<HTML><BODY>{PAGE}</BODY></HTML>",
        PAGE,
        f"<div class='article'>{PAGE}</div>",
        f"HTTP/1.1 200 OK\nContent-Type: text/html\n\n<html><body>{PAGE}</body></html>",
    ],
)
def test_markup_knows_pages_by_their_content(text: str) -> None:
    assert markup(text) == "html"


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the talks go on.",
        "The tag <p> opens a paragraph, and </p> closes it.",
        "<The text was cut here> and went on after that.",
        "a < b and b > c, he said",
        "<p> is a tag that nothing closes here",
        "",
    ],
)
def test_markup_leaves_plain_text_alone(text: str) -> None:
    assert markup(text) is None


def test_markup_takes_a_hint_where_content_leaves_it_open() -> None:
    text = f"Vessia today\n{PAGE}"
    assert markup(text) is None
    assert markup(text, said_html=True) == "html"
    assert markup("Plain text in a file named .html.", said_html=True) is None


def test_markup_knows_feeds_and_saved_archives() -> None:
    assert markup('<?xml version="1.0"?><rss version="2.0"><channel/></rss>') == "feed"
    assert markup("From: <Saved by a browser>\nContent-Type: multipart/related; boundary=x\n\n--x") == "mhtml"
    assert markup("From: the minister\nTo: the press\n\nThe talks go on.") is None
