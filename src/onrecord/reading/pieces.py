"""Text to wordpieces; what the uncased vocabulary loses stands beside them: letter case, quotation, paragraph start."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.quotation import Quotation, quotations
from onrecord.records import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CLS, SEP, PAD, MASK = 101, 102, 0, 103

SHAPES = ("none", "lower", "capital", "upper", "digit", "punctuation", "quote", "apostrophe", "mixed")
"""Letter shapes of a word, as the ``shape`` feature counts them."""

LAYOUTS = 4
"""Values of the ``layout`` feature: 1 inside quotation marks, plus 2 at a paragraph's first piece."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The wordpieces of a text, a row a piece.

    Attributes:
        ids: vocabulary indexes. *Shape:* (pieces,)
        start, end: code point offsets into the text. *Shape:* (pieces,)
        first: true where a word begins. *Shape:* (pieces,)
        shape: index into :data:`SHAPES`, the same over a word. *Shape:* (pieces,)
        layout: see :data:`LAYOUTS`. *Shape:* (pieces,)
        bounds: first piece of each paragraph, and the number of pieces. *Shape:* (paragraphs + 1,)
        quotations: those of the paragraphs.
    """

    text: str
    ids: NDArray[np.int64]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    first: NDArray[np.bool_]
    shape: NDArray[np.int64]
    layout: NDArray[np.int64]
    bounds: NDArray[np.int64]
    quotations: tuple[Quotation, ...]

    def __len__(self) -> int:
        return len(self.ids)


def cut(text: str, paragraphs: Sequence[Span], tokenizer: Tokenizer) -> Pieces:
    """The wordpieces of a text's paragraphs; what stands outside them is left out.

    Args:
        text: the whole text, which the offsets speak of.
        paragraphs: spans in order, not overlapping.
        tokenizer: an uncased BERT tokenizer without truncation, padding or special tokens.
    """
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    words: list[int] = []
    bounds = [0]
    base: list[int] = []
    for encoding, (start, end) in zip(
        tokenizer.encode_batch([text[s:e] for s, e in paragraphs], add_special_tokens=False), paragraphs, strict=True
    ):
        if not encoding.ids:
            continue
        ids += encoding.ids
        offsets += _accented(encoding.offsets, text[start:end])
        words += [-1 if word is None else word for word in encoding.word_ids]
        base += [start] * len(encoding.ids)
        bounds.append(len(ids))
    place = np.array(offsets, np.int64).reshape(-1, 2) + np.array(base, np.int64)[:, None]
    word = np.array(words, np.int64)
    breaks = np.array(bounds, np.int64)
    first = np.ones(len(ids), bool)
    first[1:] = word[1:] != word[:-1]
    first[breaks[:-1][breaks[:-1] < len(ids)]] = True
    marks = quotations(text, paragraphs)
    layout = _inside(place[:, 0], marks).astype(np.int64)
    layout[breaks[:-1][breaks[:-1] < len(ids)]] += 2
    return Pieces(
        text=text,
        ids=np.array(ids, np.int64),
        start=place[:, 0],
        end=place[:, 1],
        first=first,
        shape=_shapes(text, place, first),
        layout=layout,
        bounds=breaks,
        quotations=marks,
    )


def _accented(offsets: list[Span], paragraph: str) -> list[Span]:
    """Offsets with the combining marks behind each piece, which the vocabulary drops and the word does not."""
    marks = "".join(c for c in set(paragraph) if unicodedata.category(c) in ("Mn", "Me"))
    if not marks:
        return offsets
    ends = {run.start(): run.end() for run in re.finditer(f"[{re.escape(marks)}]+", paragraph)}
    return [(start, ends.get(end, end)) for start, end in offsets]


def _inside(starts: NDArray[np.int64], marks: Sequence[Quotation]) -> NDArray[np.bool_]:
    """Whether each offset stands inside a quotation. *Shape:* (pieces,)"""
    if not marks:
        return np.zeros(len(starts), bool)
    opened = np.array([q.start for q in marks])
    ended = np.array([q.end for q in marks])
    at = np.searchsorted(opened, starts, "right") - 1
    return (at >= 0) & (starts < ended[np.maximum(at, 0)])


def _shapes(text: str, place: NDArray[np.int64], first: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The letter shape of each piece's word. *Shape:* (pieces,)"""
    heads = np.flatnonzero(first)
    if not len(heads):
        return np.zeros(0, np.int64)
    tails = np.append(heads[1:], len(first)) - 1
    seen: dict[str, int] = {}
    row = []
    for s, e in zip(place[heads, 0].tolist(), place[tails, 1].tolist(), strict=True):
        word = text[s:e]
        kind = seen.get(word)
        if kind is None:
            kind = seen[word] = letter_shape(word)
        row.append(kind)
    return np.repeat(np.array(row, np.int64), np.diff(np.append(heads, len(first))))


def letter_shape(word: str) -> int:
    """Index into :data:`SHAPES` of a word's letter case or kind of mark."""
    head = word[:1]
    if head.isdigit():
        return 4
    if not head.isalnum():
        if head in "'‘’‚`":
            return 7
        return 6 if head in '"“”«»„‟‹›' else 5
    if word.islower():
        return 1
    if len(word) > 1 and word.isupper():
        return 3
    return 2 if head.isupper() else 8
