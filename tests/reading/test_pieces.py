"""Text to wordpieces: offsets that never lie, and the features that the uncased vocabulary needs beside it."""

import re
import unicodedata

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.reading.pieces import LAYOUTS, SHAPES, cut, letter_shape

unicode_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


def paragraphs(text):
    """The lines of a text that hold anything, trimmed."""
    return [m.span() for m in re.finditer(r"\S+(?:[^\S\n]+\S+)*", text)]


@pytest.fixture(scope="module")
def cut_up(tokenizer):
    """A function from a text, and spans if not all its lines, to pieces."""
    return lambda text, spans=None: cut(text, paragraphs(text) if spans is None else spans, tokenizer)


def words(pieces):
    """The words of a text as the pieces have them: from a word's first piece to its last."""
    heads = np.flatnonzero(pieces.first)
    tails = np.append(heads, len(pieces))[1:] - 1
    return [pieces.text[pieces.start[h] : pieces.end[t]] for h, t in zip(heads, tails, strict=True)]


def column(pieces, feature):
    """A feature's value for each word."""
    return dict(zip(words(pieces), getattr(pieces, feature)[pieces.first].tolist(), strict=True))


def test_words_are_those_of_the_text(cut_up):
    text = "Amsel, unconvinced, didn’t sign.\nShe left."
    pieces = cut_up(text)
    assert words(pieces) == ["Amsel", ",", "unconvinced", ",", "didn", "’", "t", "sign", ".", "She", "left", "."]
    assert len(pieces) == len(pieces.ids) > len(words(pieces))


def test_text_outside_the_paragraphs_is_left_out_and_offsets_speak_of_the_whole(cut_up):
    text = "MENU\n\nShe signed.\n\nCookies"
    pieces = cut_up(text, [(6, 17)])
    assert words(pieces) == ["She", "signed", "."]
    assert pieces.start[0] == 6
    assert pieces.text == text


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_text_without_words_has_no_pieces(text, cut_up):
    pieces = cut_up(text)
    assert len(pieces) == 0
    assert pieces.bounds.tolist() == [0]
    assert [len(getattr(pieces, name)) for name in ("start", "end", "first", "shape", "layout")] == [0] * 5


def test_paragraph_without_a_known_character_has_no_pieces(cut_up):
    text = "\u200b\u200b\nShe signed."
    pieces = cut_up(text, [(0, 2), (3, 14)])
    assert words(pieces) == ["She", "signed", "."]
    assert pieces.bounds.tolist() == [0, 3]


def test_bounds_are_the_first_pieces_of_paragraphs(cut_up):
    text = "One two.\nThree.\nFour five six."
    pieces = cut_up(text)
    assert [text[pieces.start[b]] for b in pieces.bounds[:-1]] == ["O", "T", "F"]
    assert pieces.bounds[-1] == len(pieces)


def test_same_word_on_both_sides_of_a_paragraph_break_is_two_words(cut_up):
    text = "no\nno"
    assert words(cut_up(text, [(0, 2), (3, 5)])) == ["no", "no"]


@pytest.mark.parametrize("word", ["cafe\u0301", "re\u0301sume\u0301", "Gu\u0308l", "Ha\u0301\u0302", "❤\ufe0f"])
def test_decomposed_letter_keeps_its_marks(word, cut_up):
    text = f"the {word} closed {word}"
    assert words(cut_up(text, [(0, len(text))])) == ["the", word, "closed", word]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("sign", "lower"),
        ("Sign", "capital"),
        ("A", "capital"),
        ("NATO", "upper"),
        ("EU27", "upper"),
        ("iPhone", "mixed"),
        ("McKay", "capital"),
        ("2024", "digit"),
        ("2nd", "digit"),
        (",", "punctuation"),
        ("—", "punctuation"),
        ("“", "quote"),
        ("»", "quote"),
        ('"', "quote"),
        ("’", "apostrophe"),
        ("'", "apostrophe"),
        ("é", "lower"),
        ("Éluard", "capital"),
        ("漢", "mixed"),
    ],
)
def test_letter_shape(word, shape):
    assert SHAPES[letter_shape(word)] == shape


def test_shape_is_the_words_on_each_of_its_pieces(cut_up):
    text = "UNCONVINCEDLY he left"
    pieces = cut_up(text, [(0, len(text))])
    shapes = [SHAPES[kind] for kind in pieces.shape]
    assert shapes[-2:] == ["lower", "lower"]
    assert shapes[:-2] == ["upper"] * (len(pieces) - 2)
    assert len(shapes) > 3


def test_layout_tells_quotation_marks_and_paragraph_starts(cut_up):
    text = "He said “no”.\n“Yes” came later"
    layout = column(cut_up(text), "layout")
    assert layout == {"He": 2, "said": 0, "“": 3, "no": 1, "”": 1, ".": 0, "Yes": 1, "came": 0, "later": 0}


def test_quotations_are_those_of_the_text(cut_up):
    text = "He said “no”."
    (only,) = cut_up(text, [(0, len(text))]).quotations
    assert text[only.start : only.end] == "“no”"


@given(text=unicode_text)
@example(text="x\x00y")
@example(text="\u202eright\u202c to left")
@example(text="👩\u200d👩\u200d👧 속 字 ﬁ İ ß \ufffd \U0001d518")
@example(text="0\ufe20 \u0301a")
def test_offsets_of_any_text_are_in_order_and_inside_its_paragraphs(text, cut_up):
    spans = paragraphs(text)
    pieces = cut_up(text, spans)
    assert (pieces.start < pieces.end).all()
    assert (np.diff(pieces.start) >= 0).all()
    assert (np.diff(pieces.end) >= 0).all()
    held = [(s, e) for s, e in spans if ((pieces.start >= s) & (pieces.end <= e)).any()]
    for (s, e), (a, b) in zip(held, zip(pieces.bounds, pieces.bounds[1:], strict=False), strict=True):
        assert (pieces.start[a:b] >= s).all()
        assert (pieces.end[a:b] <= e).all()
        assert pieces.first[a]
    assert ((pieces.layout >= 0) & (pieces.layout < LAYOUTS)).all()
    assert ((pieces.shape > 0) & (pieces.shape < len(SHAPES))).all()


@given(text=unicode_text)
def test_words_of_any_text_hold_no_space_and_lose_no_letter(text, cut_up):
    found = words(cut_up(text))
    assert not [c for word in found for c in word if c in "\t\n\r" or unicodedata.category(c) == "Zs"]
    # what a word loses are characters that show nothing: control, format, unassigned, and marks without a letter
    kept = "".join(found)
    lost = [c for c in set(text) if unicodedata.category(c)[0] in "LNPS" and c not in kept]
    assert [c for c in lost if c != "\ufffd"] == []


plain_word = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=12)


@given(lines=st.lists(st.lists(plain_word, min_size=1, max_size=6), max_size=4))
def test_plain_words_come_back_as_they_are(lines, cut_up):
    text = "\n".join(" ".join(line) for line in lines)
    assert words(cut_up(text)) == [word for line in lines for word in line]
