"""The chain that the paragraph classifier is trained as: a linear-chain conditional random field, in batches.

Forward-backward as in Rabiner (1989), scaled at each step; furniture above the title, title, body, other furniture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ABOVE, TITLE, BODY, FURNITURE = range(4)
# furniture above a title, the title, then anything but another title
ALLOWED = np.array([[1, 1, 0, 0], [0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1]], dtype=bool)

Floats = NDArray[np.float64]


@dataclass
class Batch:
    """Texts of about one length. ``units`` indexes all units; *shape* (texts, length), padded at the end."""

    units: NDArray[np.int64]
    states: NDArray[np.int64]
    lengths: NDArray[np.int64]
    weights: Floats


def batched(data: Sequence[Sequence[int]], weights: Floats, size: int = 256) -> list[Batch]:
    """The texts' states in batches by length; the texts' units are numbered through, in the given order."""
    offsets = np.cumsum([0] + [len(states) for states in data])
    order = sorted(range(len(data)), key=lambda i: len(data[i]))
    out = []
    for low in range(0, len(order), size):
        some = order[low : low + size]
        longest = len(data[some[-1]])
        units, states = np.zeros((len(some), longest), np.int64), np.zeros((len(some), longest), np.int64)
        for row, i in enumerate(some):
            n = len(data[i])
            units[row, :n], states[row, :n] = np.arange(offsets[i], offsets[i + 1]), data[i]
        out.append(Batch(units, states, np.array([len(data[i]) for i in some]), weights[some]))
    return out


def likelihood(
    emission: Floats, start: Floats, steps: Floats, batches: Sequence[Batch]
) -> tuple[float, Floats, Floats, Floats]:
    """Weighted log likelihood of the states, and its gradients.

    Args:
        emission: log potentials of title and body; furniture's is 0. *Shape:* (units, 2).
        start: log potentials of the first state. *Shape:* (4).
        steps: log potentials of each state after each. *Shape:* (4, 4).
        batches: the texts.

    Returns:
        The value and its gradients by the three, of their shapes.
    """
    step = np.where(ALLOWED, np.exp(steps), 0.0)
    total, by_unit, by_start, by_step = 0.0, np.zeros_like(emission), np.zeros(4), np.zeros((4, 4))
    for b in batches:
        n, longest = b.units.shape
        local = np.zeros((n, longest, 4))
        local[..., [TITLE, BODY]] = emission[b.units]
        top = local.max(-1, keepdims=True)
        soft = np.exp(local - top)
        real = np.arange(longest) < b.lengths[:, None]
        forward, scale = np.zeros((n, longest, 4)), np.ones((n, longest))
        state = np.exp(start) * soft[:, 0]
        for t in range(longest):
            if t:
                state = (forward[:, t - 1] @ step) * soft[:, t]
            scale[:, t] = np.where(real[:, t], state.sum(-1), 1.0)
            forward[:, t] = np.where(real[:, t, None], state / scale[:, t, None], forward[:, t - 1] if t else 0)
        partition = np.where(real, np.log(scale) + top[..., 0], 0.0).sum(1)
        back = np.ones((n, 4))
        expected = np.zeros((n, longest, 4))
        pairs = np.zeros((4, 4))
        for t in range(longest - 1, -1, -1):
            expected[:, t] = forward[:, t] * back
            expected[:, t] /= expected[:, t].sum(-1, keepdims=True)
            if t:
                reach = soft[:, t] * back / scale[:, t, None]
                here = np.where(real[:, t], b.weights, 0.0)
                pairs += step * ((forward[:, t - 1] * here[:, None]).T @ reach)
                back = np.where(real[:, t, None], reach @ step.T, back)
        w = np.where(real, b.weights[:, None], 0.0)
        seen = np.eye(4)[b.states]
        gain = (seen - expected) * w[..., None]
        np.add.at(by_unit, b.units[real], gain[real][:, [TITLE, BODY]])
        by_start += gain[:, 0].sum(0)
        follows = real[:, 1:]
        a, c = b.states[:, :-1][follows], b.states[:, 1:][follows]
        counted = np.zeros((4, 4))
        np.add.at(counted, (a, c), w[:, 1:][follows])
        by_step += np.where(ALLOWED, counted - pairs, 0.0)
        path = (local * seen).sum(-1) * real
        stepped = np.zeros(n)
        rows = np.nonzero(follows)[0]
        np.add.at(stepped, rows, steps[a, c])
        total += float(b.weights @ (path.sum(1) + start[b.states[:, 0]] + stepped - partition))
    return total, by_unit, by_start, by_step
