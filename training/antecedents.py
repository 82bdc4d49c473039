"""Fits the weights by which an anaphor chooses its antecedent (``onrecord/reading/antecedents.py``).

    python -m training.antecedents MODEL    # a run's model folder, whose card then has them

The choices of the reader itself are watched on the documents of GUM that the encoder was not trained on; a conditional
logit (McFadden, 1974) is fitted to them, drawn towards the untrained weights since the choices are few.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from onrecord.reading.antecedents import FEATURES, UNTRAINED, Situation
from onrecord.reading.coreference import Coreference
from onrecord.reading.reader import Reader
from training.data import CHAINS_HELD_OUT, DATA, is_held_out, paragraphs
from training.entities import NO_CHAIN, Annotated, gum, relined

PULL = 0.5  # towards the untrained weights
ROUNDS = 3  # a choice changes what later ones see

Choice = tuple[str, list[tuple[float, ...]], int]
"""Class of anaphor, the candidates' values, index of the right one (their number for nobody)."""


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, write into the card, print what is right before and after."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("model", type=Path)
    args = parser.parse_args(argv)
    documents = [d for d in gum(DATA / "entities" / "gum-train.jsonl") if is_held_out(d.id, CHAINS_HELD_OUT)]
    weights = {kind: tuple(values) for kind, values in UNTRAINED.items()}
    write(args.model, weights)
    for turn in range(ROUNDS):
        choices = watched(args.model, documents)
        for kind in UNTRAINED:
            mine = [c for c in choices if c[0] == kind]
            before = right(mine, weights[kind])
            weights[kind] = fit(mine, UNTRAINED[kind])
            after = right(mine, weights[kind])
            print(f"round {turn + 1} {kind:8s} {len(mine):5d} choices, right {before:.3f} -> {after:.3f}")
        write(args.model, weights)


def write(model: Path, weights: Mapping[str, Sequence[float]]) -> None:
    """Weights into a model folder's card."""
    card = json.loads((model / "model.json").read_text(encoding="utf-8"))
    card["antecedents"] = {kind: [round(w, 3) for w in values] for kind, values in weights.items()}
    (model / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def watched(model: Path, documents: Sequence[Annotated]) -> list[Choice]:
    """The choices that the reader meets, with the right answer to each that has one."""
    import random

    out: list[Choice] = []
    spans: list[tuple[int, int, int]] = []

    def chain_of(start: int, end: int) -> int:
        k = bisect_right(spans, (end, 0, 0)) - 1
        while k >= 0 and k > bisect_right(spans, (end, 0, 0)) - 4:
            s, e, chain = spans[k]
            if s < end and start < e:
                return chain
            k -= 1
        return NO_CHAIN

    def watch(
        self: Coreference, kind: str, anaphor: int, candidates: Sequence[int], options: Sequence[Situation]
    ) -> None:
        mine = chain_of(self.cores[anaphor].start, self.cores[anaphor].end)
        if mine == NO_CHAIN or not candidates:
            return
        theirs = [
            any(
                chain_of(self.cores[d].start, self.cores[d].end) == mine for d in self.found[c].who.cores if d < anaphor
            )  # type: ignore[union-attr]
            for c in candidates
        ]
        answer = theirs.index(True) if any(theirs) else len(theirs)
        out.append((kind, [o.values for o in options], answer))

    original = Coreference.watch
    Coreference.watch = watch  # type: ignore[method-assign]
    try:
        reader = Reader(model)
        for document in documents:
            text = relined(document.text, random.Random(1))
            spans[:] = sorted((c.start, c.end, c.chain) for c in document.cores if c.chain != NO_CHAIN)
            reader.entities(text, paragraphs(text))
    finally:
        Coreference.watch = original  # type: ignore[method-assign]
    return out


def fit(choices: Sequence[Choice], prior: Sequence[float]) -> tuple[float, ...]:
    """Weights of a conditional logit; nobody scores 0."""
    start = np.array(prior)
    rows = [(np.array(values), answer) for _, values, answer in choices]

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = PULL * float(((w - start) ** 2).sum()), 2 * PULL * (w - start)
        for values, answer in rows:
            scores = np.append(values @ w, 0.0)
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            total -= float(np.log(chance[answer] + 1e-12))
            slope += chance[:-1] @ values - (values[answer] if answer < len(values) else 0.0)
        return total, slope

    found = minimize(loss, start, jac=True, method="L-BFGS-B")
    assert len(found.x) == len(FEATURES)
    return tuple(float(w) for w in found.x)


def right(choices: Sequence[Choice], weights: Sequence[float]) -> float:
    """Share of choices whose answer scores highest."""
    hits = 0
    for _, values, answer in choices:
        scores = np.append(np.array(values) @ np.array(weights), 0.0)
        hits += int(scores.argmax()) == answer
    return hits / max(len(choices), 1)


if __name__ == "__main__":
    main()
