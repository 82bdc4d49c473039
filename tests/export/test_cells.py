"""Pieces of text for cells of tables."""

from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from onrecord.export.cells import in_context, stacked


def shown(text, *words, beside=10):
    spans = []
    for one in words:
        start = text.index(one)
        spans.append((start, start + len(one)))
    return in_context(text, tuple(spans), beside).plain


def test_in_context_puts_the_words_in_brackets():
    assert shown("He met her.", "met") == "He [met] her."


def test_in_context_cuts_no_word_beside():
    assert shown("The ministers of both met representatives of all", "met") == "…of both [met]…"
    assert (
        shown("The ministers of both met representatives of all", "met", beside=18)
        == "…ministers of both [met] representatives…"
    )


def test_in_context_cuts_a_word_that_is_all_there_is():
    assert shown("a" * 20 + "X" + "b" * 20, "X", beside=5) == "…aaaaa[X]bbbbb…"


def test_in_context_shows_what_stands_between_pieces_if_it_is_short():
    assert shown("They called it off", "called", "off") == "They [called] it [off]"
    assert shown("They called " + "it " * 40 + "off", "called", "off") == "They [called] … [off]"


def test_in_context_of_nothing_is_empty():
    assert in_context("Nothing.", (), 5).plain == ""


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40), st.integers(1, 10))
def test_in_context_is_one_line_with_the_words_in_it(text, start, end, beside):
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    line = in_context(text, ((start, end),), beside).plain
    assert len(line.splitlines()) <= 1
    assert "[" in line


def test_stacked_leaves_out_empty_lines():
    assert stacked(Text("a"), Text(), Text("b")).plain == "a\nb"
