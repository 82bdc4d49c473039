"""Windows over pieces: each piece is owned once, no window is too wide, and context comes from before."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.pieces import Pieces
from onrecord.reading.windows import CONTEXT, WIDTH, Window, units, windows


def pieces_of(lengths, first=None, text="word"):
    """Pieces of paragraphs of these lengths, each piece a word unless told otherwise, all at the text's start."""
    n = sum(lengths)
    zeros = np.zeros(n, np.int64)
    begins = np.ones(n, bool) if first is None else first
    bounds = np.cumsum([0, *lengths])
    return Pieces(text, zeros, zeros, zeros + 1, begins, zeros, zeros, bounds, ())


def owned(found):
    return [at for window in found for at in range(window.own, window.end)]


def test_short_text_is_one_window():
    assert windows(pieces_of([5, 7, 3])) == [Window(0, 0, 15)]


def test_text_without_pieces_has_no_window():
    assert windows(pieces_of([])) == []
    assert units(pieces_of([])) == []


def test_paragraphs_are_packed_whole():
    found = windows(pieces_of([100, 100, 100, 40]))
    assert found == [Window(0, 0, 200), Window(200, 200, 340)]


def test_window_begins_with_short_paragraphs_before_its_own():
    found = windows(pieces_of([150, 20, 25, 200, 10]))
    assert found == [Window(0, 0, 195), Window(150, 195, 395), Window(395, 395, 405)]


def test_context_gives_way_where_the_window_would_be_too_wide():
    assert windows(pieces_of([210, 40, 240])) == [Window(0, 0, 250), Window(250, 250, 490)]


def test_long_paragraph_is_cut_at_a_sentence_end(laid_out):
    pieces = laid_out("one two three . four five six seven eight")
    assert units(pieces, width=6) == [(0, 4), (4, 9)]


def test_long_paragraph_without_a_sentence_end_is_cut_between_words(laid_out):
    pieces = laid_out("one two three fo·ur·th five")
    assert units(pieces, width=4) == [(0, 3), (3, 7)]


def test_word_longer_than_a_window_is_cut_inside():
    first = np.zeros(1000, bool)
    first[0] = True
    found = windows(pieces_of([1000], first))
    assert owned(found) == list(range(1000))
    assert max(w.end - w.start for w in found) == WIDTH


@pytest.mark.parametrize("lengths", [[100_000], [1] * 100_000, [250] * 400, [37] * 2703])
def test_hundred_thousand_pieces_are_each_owned_once(lengths):
    found = windows(pieces_of(lengths))
    assert owned(found) == list(range(sum(lengths)))


@given(
    lengths=st.lists(st.integers(0, 700), max_size=12),
    seed=st.integers(0, 2**16),
    joined=st.sampled_from([0.0, 0.3, 0.9, 1.0]),
    text=st.sampled_from(["word", ".", "”"]),
    sizes=st.sampled_from([(WIDTH, CONTEXT), (1, 0), (2, 1), (7, 7), (50, 10)]),
)
def test_any_pieces_are_owned_once_in_order_in_windows_of_bounded_width(lengths, seed, joined, text, sizes):
    width, context = sizes
    first = np.random.default_rng(seed).random(sum(lengths)) >= joined
    pieces = pieces_of(lengths, first, text)
    found = windows(pieces, width, context)
    assert owned(found) == list(range(len(pieces)))
    assert all(w.start <= w.own < w.end for w in found)
    assert all(w.end - w.start <= width for w in found)
    assert all(w.own - w.start <= context for w in found)
    # all that a window shows before its own was owned by a window before it
    assert all(later.own == earlier.end for earlier, later in pairwise(found))


@given(lengths=st.lists(st.integers(1, WIDTH), max_size=30))
def test_paragraph_that_fits_a_window_is_never_cut(lengths):
    pieces = pieces_of(lengths)
    edges = {w.end for w in windows(pieces)} | {w.start for w in windows(pieces)}
    assert edges <= set(pieces.bounds.tolist())
