"""What tests of the reading share: the shipped tokenizer, and pieces laid out by hand."""

import numpy as np
import pytest

from onrecord.reading.encoder import shipped
from onrecord.reading.pieces import Pieces
from onrecord.reading.quotation import quotations


@pytest.fixture(scope="session")
def tokenizer():
    return shipped().tokenizer


@pytest.fixture(scope="session")
def laid_out():
    """A function from ``"Or·len said no .\\nShe left"`` to pieces: a word a token, cut at dots, a line a paragraph."""

    def lay(marked: str) -> Pieces:
        start, end, first, bounds, text = [], [], [], [0], ""
        for line in marked.split("\n"):
            for n, word in enumerate(line.split(" ")):
                text += " " if n else ""
                for m, piece in enumerate(word.split("·")):
                    start.append(len(text))
                    text += piece
                    end.append(len(text))
                    first.append(m == 0)
            bounds.append(len(start))
            text += "\n"
        marks = quotations(text)
        return Pieces(
            text=text[:-1],
            ids=np.arange(len(start)) + 1000,
            start=np.array(start),
            end=np.array(end),
            first=np.array(first),
            shape=np.zeros(len(start), np.int64),
            layout=np.array([any(q.start <= s < q.end for q in marks) for s in start], np.int64),
            bounds=np.array(bounds),
            quotations=marks,
        )

    return lay
