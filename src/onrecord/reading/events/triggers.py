"""Triggers: the words that name an act, and what they and the words around them tell about its sides.

The encoder's event head says for each word which act it names, if any, whether that happened, and vectors from which
the chance is told that a mention is the act's actor or recipient.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.attribution import Scores
from onrecord.reading.events import words
from onrecord.reading.pieces import Pieces
from onrecord.reading.tags import ACTS, SIDE_WIDTH, STATUSES
from onrecord.reading.windows import Window
from onrecord.records import Span

Floats = NDArray[np.float32]
Indexes = NDArray[np.int64]
FLOOR = 0.1
"""Least chance that a word names an act, for it to be looked at."""
_HINT = 0.02  # least chance by the head alone
_JOIN = 0.35  # a word beside a trigger that names the same act at least so surely is part of it


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """Words that name an act.

    Attributes:
        start, end: offsets into the text.
        type: the likeliest of :data:`onrecord.reading.tags.ACTS`.
        chance: that the words name an act of that type.
        status: chances of :data:`onrecord.reading.tags.STATUSES`. *Shape:* (3,)
        asks: vectors for its actor and its recipient. *Shape:* (2 * side width,)
    """

    start: int
    end: int
    type: str
    chance: float
    status: Floats
    asks: Floats = field(repr=False)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


class Triggers:
    """Listens to the encoder's scores on their way to the attribution decoder, and keeps the triggers in them.

    Args:
        pieces: of the document.

    Attributes:
        all: the triggers, in order.
    """

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self.all: list[Trigger] = []
        self._starts: list[NDArray[np.int64]] = []
        self._answers: list[NDArray[np.float16]] = []

    def listening(self, scored: Iterable[tuple[Window, Scores]]) -> Iterator[tuple[Window, Scores]]:
        """The same windows and scores; once they have passed, :attr:`all` are all triggers in order."""
        for window, scores in scored:
            self._hear(window, scores)
            yield window, scores

    def _hear(self, window: Window, scores: Scores) -> None:
        heads = np.flatnonzero(self._pieces.first[window.own : window.end]) + window.own
        if not len(heads):
            return
        at = heads - window.start
        side = scores.side[at]
        self._starts.append(self._pieces.start[heads])
        self._answers.append(side[:, 2 * SIDE_WIDTH :].astype(np.float16))
        tails = np.append(heads[1:], window.end) - 1
        act = self._weighed(softmax(scores.act[at]), heads, tails)
        if (act[:, 0] < 1 - FLOOR).any():
            breaks = set(np.searchsorted(heads, self._pieces.bounds).tolist())
            status = softmax(scores.status[at])
            for first, last in _runs(act, breaks):
                run = slice(first, last)
                kind = int(act[first, 1:].argmax())
                self.all.append(
                    Trigger(
                        start=int(self._pieces.start[heads[first]]),
                        end=int(self._pieces.end[tails[last - 1]]),
                        type=ACTS[kind],
                        # the surest word speaks for the others
                        chance=float(act[run, kind + 1].max()),
                        status=status[run].mean(0),
                        asks=side[run, : 2 * SIDE_WIDTH].mean(0),
                    )
                )

    def _weighed(self, act: Floats, heads: Indexes, tails: Indexes) -> Floats:
        """The head's chances, weighed against what the words' counts tell."""
        # most words name nothing: only of the others is it asked
        for k in np.flatnonzero(act[:, 0] < 1 - _HINT).tolist():
            word = self._pieces.text[self._pieces.start[heads[k]] : self._pieces.end[tails[k]]]
            act[k, 1:] *= words.odds(word) ** words.WEIGHT
            act[k] /= act[k].sum()
        return act

    def sides(self, trigger: Trigger, spans: Sequence[Span]) -> Floats:
        """What mentions are to a trigger.

        Args:
            trigger: one of :attr:`all`.
            spans: of the mentions.

        Returns:
            Chances of being no part of the act, its actor, its recipient. *Shape:* (spans, 3)
        """
        if not spans:
            return np.zeros((0, 3), np.float32)
        return side_chances(trigger.asks, np.stack([self._answer(span) for span in spans]))

    def _answer(self, span: Span) -> Floats:
        starts, answers = self._heard
        low, high = np.searchsorted(starts, span)
        if high == low:  # a span that begins inside a word
            low, high = max(0, low - 1), max(1, low)
        return np.asarray(answers[low:high].mean(0, dtype=np.float32), np.float32)

    @property
    def _heard(self) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
        """Where words begin and what they answer, in one array each."""
        if len(self._starts) > 1:
            self._starts = [np.concatenate(self._starts)]
            self._answers = [np.concatenate(self._answers)]
        return self._starts[0], self._answers[0]


def _runs(act: Floats, breaks: Container[int]) -> Iterator[Span]:
    """First word and the word after the last of each run that names one act."""
    kind, sure = act[:, 1:].argmax(1).tolist(), (1 - act[:, 0]).tolist()
    k = 0
    while k < len(kind):
        last = k + 1
        if sure[k] > FLOOR:
            while last < len(kind) and last not in breaks and sure[last] > _JOIN and kind[last] == kind[k]:
                last += 1
            yield k, last
        k = last


def likeliest(trigger: Trigger) -> str:
    """The status that a trigger's words most likely tell."""
    return STATUSES[int(trigger.status.argmax())]


def side_chances(asks: Floats, answers: Floats) -> Floats:
    """What mentions are to triggers.

    *Shape:* ``asks`` and ``answers`` (..., 2 * side width), broadcast → (..., 3): no part of it, actor, recipient.
    """
    product = asks * answers / SIDE_WIDTH**0.5
    actor, recipient = product[..., :SIDE_WIDTH].sum(-1), product[..., SIDE_WIDTH:].sum(-1)
    return softmax(np.stack([np.zeros_like(actor), actor, recipient], -1))


def softmax(logits: Floats) -> Floats:
    """Chances that add up to 1 along the last axis."""
    chance = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(chance / chance.sum(-1, keepdims=True), np.float32)
