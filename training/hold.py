"""Holds the heads that are there to what they said while the encoder learns something new (Li and Hoiem, 2016).

What a head says about a text is a target without annotation: the weights that a run starts from are read beside those
that learn, and the difference is a loss. So any text will do, also that of the new task.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.reading.roles import Role
from training.model import Model

Held = tuple[Tensor, Tensor, Tensor, Tensor, Tensor]
"""Roles, anchors, sources, mention tags, link vectors."""


def heads(model: Model, last: Tensor, mask: Tensor) -> Held:
    """What the heads that are held say about the encoder's last states."""
    held: Held = (*model.attribution(last, mask), *model.mention(last, mask))
    return held


def difference(now: Held, before: Held, mask: Tensor) -> Tensor:
    """How far the heads have moved: divergences a piece, each weighted by whether the decoder asks for it.

    *Shape:* as :class:`~training.model.Model` has them; ``mask`` (windows, pieces) → one number.
    """
    role, anchor, source, tag, link = before
    chance = role.softmax(-1)
    told = mask * (1 - chance[..., Role.NONE])
    heading = mask * chance[..., Role.ANCHOR]
    named = mask * (1 - tag.softmax(-1)[..., 0])
    moved = functional.mse_loss(now[4], link, reduction="none").mean(-1)
    return (
        _mean(_divergence(now[0], role), mask)
        + _mean(_divergence(now[1], anchor), told)
        + _mean(_divergence(now[2], source), heading)
        + _mean(_divergence(now[3], tag), mask)
        + _mean(moved, named)
    )


def _divergence(now: Tensor, before: Tensor) -> Tensor:
    """Kullback and Leibler's, of the last axis."""
    return functional.kl_div(now.log_softmax(-1), before.log_softmax(-1), reduction="none", log_target=True).sum(-1)


def _mean(values: Tensor, weights: Tensor) -> Tensor:
    return torch.sum(values * weights) / weights.sum().clamp(min=1)
