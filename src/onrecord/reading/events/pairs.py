"""What one marked actor does to another: the act that most likely has the two on its sides, its words left open."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from onrecord.plover import TYPES
from onrecord.reading.attribution import Scores
from onrecord.reading.events.triggers import Floats, side_chances, softmax
from onrecord.reading.pieces import Pieces
from onrecord.reading.tags import ACTS, SIDE_WIDTH
from onrecord.reading.windows import Window
from onrecord.records import Span

_RUNNING = 0.5  # what the acts of running text count beside those between marked actors
_MUTUAL = np.array([TYPES[name].mutual for name in ACTS])


def between(pieces: Pieces, scored: Iterable[tuple[Window, Scores]], actor: Span, recipient: Span) -> dict[str, float]:
    """How likely it is, for each event type, that some word names such an act of the one on the other.

    Args:
        pieces: of the text.
        scored: its windows; the first that shows both is read.
        actor, recipient: spans in the text.

    Returns:
        Type to a score that ranks types; empty if no window shows both.
    """
    for window, scores in scored:
        heads = np.flatnonzero(pieces.first[window.start : window.end])
        starts, ends = pieces.start[window.start : window.end][heads], _ends(pieces, window, heads)
        one, other = _touched(starts, ends, actor), _touched(starts, ends, recipient)
        if not one.any() or not other.any():
            continue
        side = scores.side[heads]
        asks, answers = side[:, : 2 * SIDE_WIDTH], side[:, 2 * SIDE_WIDTH :]
        first, second = (side_chances(asks, answers[at].mean(0)) for at in (one, other))
        either = first[:, 1] * second[:, 2] + first[:, 2] * second[:, 1]
        sides = np.where(_MUTUAL[None], either[:, None], (first[:, 1] * second[:, 2])[:, None])
        acts = softmax(scores.between[heads]) + _RUNNING * softmax(scores.act[heads])
        chances: Floats = (acts[:, 1:] * sides).sum(0)
        return dict(zip(ACTS, chances.tolist(), strict=True))
    return {}


def _ends(pieces: Pieces, window: Window, heads: np.ndarray) -> np.ndarray:
    """Where the words end whose first pieces are given."""
    tails = np.append(heads[1:], window.end - window.start) - 1
    ends: np.ndarray = pieces.end[window.start : window.end][tails]
    return ends


def _touched(starts: np.ndarray, ends: np.ndarray, span: Span) -> np.ndarray:
    """Which words a span touches."""
    touched: np.ndarray = (starts < span[1]) & (ends > span[0])
    return touched
