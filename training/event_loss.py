"""The event head's losses: triggers and sides where they are marked, and where only the outcome is known.

PLV says what one actor does to another but not in which words. A pair's score for a type is the chance that at least
one word of the window names an act of that type with the one as its actor and the other as its recipient; the words
are summed out, so that the head finds its triggers by itself (a noisy-or over latent triggers).
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.reading.tags import ACTS, SIDE_WIDTH
from training.data import IGNORE
from training.event_texts import Pair
from training.events import ACTOR, EITHER, EventBatch, Example
from training.model import EventScores

LOSSES = ("act", "status", "side", "pair")
WEIGHTS = (1.0, 0.5, 1.0, 0.5)


def losses(scores: EventScores, batch: EventBatch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Mean losses of triggers' types, of statuses, of sides, and of pairs."""
    act, status, side, between = scores
    nothing = side.sum() * 0
    sides, pairs, n_sides, n_pairs = nothing, nothing, 0, 0
    for row, example in enumerate(batch.examples):
        n = len(example.pieces)
        vectors, chances = side[row, 1 : n + 1], between[row, 1 : n + 1].log_softmax(-1)
        if example.roles:
            sides = sides + _sides(vectors, example)
            n_sides += len(example.roles)
        for one, other, pair in example.pairs:
            pairs = pairs + _pair(chances, vectors, one, other, pair, example)
            n_pairs += 1
    return entropy(act, batch.tag), entropy(status, batch.status), sides / max(n_sides, 1), pairs / max(n_pairs, 1)


def side_logits(trigger: Tensor, mention: Tensor) -> Tensor:
    """What mentions are to triggers.

    *Shape:* ``trigger`` (..., 4 * side width), ``mention`` likewise → (..., 3): nobody, actor, recipient.
    """
    asks, answers = trigger[..., : 2 * SIDE_WIDTH], mention[..., 2 * SIDE_WIDTH :]
    product = asks * answers / SIDE_WIDTH**0.5
    actor, recipient = product[..., :SIDE_WIDTH].sum(-1), product[..., SIDE_WIDTH:].sum(-1)
    return torch.stack([torch.zeros_like(actor), actor, recipient], -1)


def _sides(vectors: Tensor, example: Example) -> Tensor:
    triggers = torch.stack([vectors[at].mean(0) for at, _, _ in example.roles])
    mentions = torch.stack([vectors[at].mean(0) for _, at, _ in example.roles])
    chances = side_logits(triggers, mentions).log_softmax(-1)
    roles = torch.tensor([role for _, _, role in example.roles])
    either = torch.logaddexp(chances[:, ACTOR], chances[:, ACTOR + 1])
    sure = chances.gather(1, roles.clamp(max=ACTOR + 1)[:, None])[:, 0]
    return -torch.where(roles == EITHER, either, sure).sum()


def pair_scores(chances: Tensor, vectors: Tensor, one: list[int], other: list[int]) -> Tensor:
    """Log chance, for each word and each act, that the word names it and the two are its actor and recipient.

    *Shape:* ``chances`` (pieces, acts + 1) log chances of acts, ``vectors`` (pieces, 4 * side width) → (pieces, acts).
    """
    first = side_logits(vectors, vectors[one].mean(0)).log_softmax(-1)
    second = side_logits(vectors, vectors[other].mean(0)).log_softmax(-1)
    between = first[:, ACTOR] + second[:, ACTOR + 1]
    turned = first[:, ACTOR + 1] + second[:, ACTOR]
    mutual = torch.tensor([name in ("AGREE", "CONSULT", "COOPERATE") for name in ACTS])
    return chances[:, 1:] + torch.where(mutual[None], torch.logaddexp(between, turned)[:, None], between[:, None])


def _pair(chances: Tensor, vectors: Tensor, one: list[int], other: list[int], pair: Pair, example: Example) -> Tensor:
    # plain words are no triggers, nor are those that name the two
    words = torch.from_numpy(example.pieces.first)
    open_ = words & torch.from_numpy(~example.plain)
    open_[[*one, *other]] = False
    scores = pair_scores(chances[words], vectors[words], _among(words, one), _among(words, other)).clamp(max=-1e-6)
    scores = scores[open_[words]]
    if not len(scores):  # all that could be a trigger is marked as none
        return scores.sum()
    nothing = torch.log1p(-scores.exp()).sum(0)  # log chance that no word names the act
    if not pair.types:
        kept = torch.tensor([name not in pair.but for name in ACTS])
        return -nothing[kept].sum()
    right = torch.tensor([ACTS.index(name) for name in pair.types])
    some = scores.logsumexp(0)
    told = -(some[right].logsumexp(0) - some.logsumexp(0))
    there = -torch.log1p(-nothing[right].sum().clamp(max=-1e-4).exp())
    return told + 0.5 * there


def _among(words: Tensor, at: list[int]) -> list[int]:
    """Places of first pieces among the first pieces."""
    place = words.cumsum(0) - 1
    return [int(place[i]) for i in at]


def entropy(scores: Tensor, target: Tensor) -> Tensor:
    """Mean cross-entropy over the pieces that have a target."""
    summed = functional.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=IGNORE, reduction="sum")
    return summed / (target != IGNORE).sum().clamp(min=1)
