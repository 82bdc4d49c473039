"""Which of the candidates an anaphor refers to: a weighted sum of what a reader would look at.

A mention-ranking model (Denis and Baldridge, 2008): the candidates of one anaphor, and nobody, compete. The weights
are fitted by ``training/antecedents.py`` on documents of GUM that the encoder was not trained on, and stand in the
model's card.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FEATURES = (
    "bias",  # of a candidate against nobody
    "link",  # the encoder's score of the pair
    "near",  # logarithm of the distance
    "sentences",  # sentences between
    "rank",  # nearer candidates
    "subject",  # opened its sentence
    "spoke",  # made the last statement
    "continues",  # made the last statement, and the anaphor makes one
    "named",  # has a name
    "often",  # logarithm of its mentions so far
    "agrees",  # gender or office is known to agree
    "elsewhere",  # stands in somebody else's words
)

_LIKELY = 0.6  # of one candidate against all others


@dataclass(frozen=True, slots=True)
class Situation:
    """One candidate as seen from an anaphor: values in the order of :data:`FEATURES`."""

    values: tuple[float, ...]


def situation(
    *,
    link: float,
    distance: int,
    sentences: int,
    rank: int,
    subject: bool,
    spoke: bool,
    continues: bool,
    named: bool,
    mentions: int,
    agrees: bool,
    elsewhere: bool,
) -> Situation:
    """A candidate's values; ``distance`` in characters, ``rank`` counts nearer candidates."""
    return Situation(
        (
            1.0,
            link,
            -math.log1p(distance / 50),
            -min(sentences, 12) / 3,
            -min(rank, 6) / 2,
            float(subject),
            float(spoke),
            float(continues),
            float(named),
            math.log(mentions),
            float(agrees),
            float(elsewhere),
        )
    )


def choice(
    candidates: Sequence[Situation], weights: Sequence[float], *, somebody: bool = False
) -> tuple[int | None, float]:
    """Which candidate is meant.

    Args:
        candidates: nearest first.
        weights: of :data:`FEATURES`.
        somebody: it is hardly nobody who is meant, as by the "she" of "she said": where nobody is the likeliest, one
            candidate who is clearly likelier than the others is taken all the same.

    Returns:
        The best candidate's index, or None for nobody, and its probability among them all.
    """
    if not candidates:
        return None, 1.0
    scores = [sum(w * v for w, v in zip(weights, c.values, strict=True)) for c in candidates]
    best = max(range(len(scores)), key=scores.__getitem__)
    if somebody and scores[best] <= 0:
        chance = 1 / sum(math.exp(score - scores[best]) for score in scores)
        return (best if chance > _LIKELY else None), chance
    top = max(0.0, scores[best])
    total = math.exp(-top) + sum(math.exp(s - top) for s in scores)
    if scores[best] <= 0:
        return None, math.exp(-top) / total
    return best, math.exp(scores[best] - top) / total


#              bias  link  near  sent  rank  subj  spoke cont named often agree else
UNTRAINED: Mapping[str, Sequence[float]] = {
    "person": (5.0, 1.0, 0.6, 0.8, 0.5, 0.5, 0.5, 3.0, 0.5, 0.3, 0.8, -1.0),
    "thing": (1.5, 1.0, 0.6, 1.0, 0.5, 0.5, 0.3, 1.5, 0.3, 0.2, 0.8, -0.5),
    "several": (1.0, 1.0, 0.6, 1.0, 0.5, 0.5, 0.3, 1.5, 0.2, 0.2, 0.8, -0.5),
    "office": (3.0, 1.0, 0.4, 0.6, 0.4, 0.3, 0.5, 1.5, 0.5, 0.3, 1.5, -0.5),
    "body": (3.0, 1.0, 0.4, 0.6, 0.4, 0.2, 0.4, 1.0, 0.5, 0.2, 1.5, -0.3),
}
"""Weights by class of anaphor, for a model whose card has none."""
