"""Make ``model/segment.json``, the weights that tell body from boilerplate: ``python -m training.segment``.

A linear-chain conditional random field trained by L-BFGS on real pages and on clean articles with furniture composed
onto them (``training/pages.py``, ``training/compose.py``). Cross-validates first, by page and by article, and takes
the threshold from there; ``--check`` stops after that. About three minutes on one core; needs scipy.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from onrecord.reading import segment as program
from training.chain import ABOVE, ALLOWED, BODY, FURNITURE, TITLE, Floats, batched, likelihood
from training.compose import Composer, Example, articles
from training.pages import pages

TARGET = Path(program.__file__).resolve().parents[1] / "model" / "segment.json"
SEED = 20
FOLDS = 5
COPIES = {"news": 2, "transcript": 2, "release": 1}
PENALTY = 2.0  # of the squared weights
HIDDEN_CUES = (
    0.3  # share of the composed texts of which half the groups of cue words are hidden: sites word things their own way
)
ROUNDS = 150
# an article's word called furniture costs as much as so many words of furniture called body
COST = 2.0
TITLE_THRESHOLD = 0.5
PLACES = ("own", "before", "after", "around")


@dataclass
class Sequenced:
    """An example as the chain sees it: units with features and states."""

    example: Example
    rows: list[dict[str, float]]
    states: list[int]
    words: list[int]


def main() -> None:
    """Cross-validate, choose the threshold, train on everything, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="cross-validate and write nothing")
    args = parser.parse_args()
    began = time.monotonic()
    real, composed = list(pages()), compose()
    data = [s for s in map(sequenced, real + composed) if s.states]
    print(f"{len(data)} texts, {sum(len(s.states) for s in data)} paragraphs, {time.monotonic() - began:.0f} s")
    groups = sorted({s.example.group for s in data})
    random.Random(SEED).shuffle(groups)
    fold_of = {g: i % FOLDS for i, g in enumerate(groups)}
    judged: list[tuple[Sequenced, list[list[float]]]] = []
    for fold in range(FOLDS):
        model = train([s for s in data if fold_of[s.example.group] != fold])
        judged += [(s, judge(s, model)) for s in data if fold_of[s.example.group] == fold]
        print(f"fold {fold + 1} of {FOLDS}, {time.monotonic() - began:.0f} s", flush=True)
    threshold = best_threshold(judged)
    figures = report(judged, threshold)
    if args.check:
        return
    model = train(data) | {"body_threshold": threshold, "title_threshold": TITLE_THRESHOLD, "figures": figures}
    write(model)
    print(f"wrote {TARGET}, {time.monotonic() - began:.0f} s")


def compose() -> list[Example]:
    """Composed texts, the same each time."""
    clean = articles()
    news = [a for a in clean if a.view == "news"]
    composer = Composer(SEED, [a.title for a in news], [a.paragraphs[0] for a in news])
    return [composer.compose(a) for a in clean for _ in range(COPIES[a.view])]


def sequenced(example: Example) -> Sequenced:
    """The example cut as the program cuts texts, each unit with the state that most of its characters have."""
    text = example.text
    marks = np.zeros(len(text) + 1, dtype=np.int8)
    for s, e in example.body:
        marks[s:e] = BODY
    if example.title:
        marks[slice(*example.title)] = TITLE
    units, wording, rows = program.units_of(text)
    states = [int(np.bincount(np.concatenate([marks[s:e] for s, e in unit]), minlength=4).argmax()) for unit in units]
    title = states.index(TITLE) if TITLE in states else -1
    if title >= 0 and BODY in states[:title]:
        states[title], title = FURNITURE, -1
    states = [(ABOVE if i < title else FURNITURE) if s == 0 else s for i, s in enumerate(states)]
    if title >= 0:
        states = [FURNITURE if s == TITLE and i != title else s for i, s in enumerate(states)]
    return Sequenced(example, rows, states, [len(re.findall(r"\w+", w)) for w in wording])


def expand(rows: Sequence[dict[str, float]], index: dict[str, int], hidden: set[str]) -> Floats:
    """A unit's features, those of the one before and after, and the mean around. *Shape:* (units, 4 × features)."""
    n, k = len(rows), len(index)
    own = np.zeros((n, k))
    for i, row in enumerate(rows):
        for name, value in row.items():
            if name in index and name not in hidden:
                own[i, index[name]] = value
    before, after = np.zeros_like(own), np.zeros_like(own)
    before[1:], after[:-1] = own[:-1], own[1:]
    sums = np.vstack([np.zeros(k), own.cumsum(0)])
    low, high = np.maximum(0, np.arange(n) - program.REACH), np.minimum(n, np.arange(n) + program.REACH + 1)
    around = (sums[high] - sums[low]) / (high - low)[:, None]
    return np.hstack([own, before, after, around])


def train(data: Sequence[Sequenced]) -> dict[str, Any]:
    """Weights of greatest penalised likelihood."""
    names = sorted({name for s in data for row in s.rows for name in row})
    index = {name: i for i, name in enumerate(names)}
    chance = random.Random(SEED)
    group_of = {n: n.split(": ")[1].removesuffix(" (long)") for n in names if ": " in n}
    cue_groups = sorted(set(group_of.values()))
    designs = []
    for s in data:
        hidden: set[str] = set()
        if not s.example.view.startswith("page") and chance.random() < HIDDEN_CUES:
            gone = set(chance.sample(cue_groups, len(cue_groups) // 2))
            hidden = {n for n, g in group_of.items() if g in gone} | {"cues", "mostly cues", "opens furniture"}
        designs.append(expand(s.rows, index, hidden).astype(np.float32))
    x = np.vstack(designs)
    weights = np.array([s.example.weight * len(s.states) ** -0.5 for s in data])
    weights *= len(data) / weights.sum()
    batches = batched([s.states for s in data], weights)
    k = x.shape[1]
    start_at = np.zeros(2 * k + 4 + 16)
    penalised = np.ones_like(start_at) * PENALTY
    penalised[2 * k :] = 0.1

    def loss(theta: Floats) -> tuple[float, Floats]:
        emission = x @ theta[: 2 * k].reshape(k, 2).astype(np.float32)
        value, by_unit, by_start, by_step = likelihood(
            emission.astype(np.float64), theta[2 * k : 2 * k + 4], theta[2 * k + 4 :].reshape(4, 4), batches
        )
        # menus are of any length, above a title or elsewhere: staying furniture weighs the same in both states
        by_step[ABOVE, ABOVE] = by_step[FURNITURE, FURNITURE] = (
            by_step[ABOVE, ABOVE] + by_step[FURNITURE, FURNITURE]
        ) / 2
        gradient = np.concatenate([(x.T @ by_unit.astype(np.float32)).ravel(), by_start, by_step.ravel()])
        return -value + 0.5 * float(penalised @ theta**2), -gradient + penalised * theta

    found = minimize(loss, start_at, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x
    pairs = found[: 2 * k].reshape(4, len(names), 2)
    steps = found[2 * k + 4 :].reshape(4, 4)
    return {
        "states": list(program.STATES),
        "reach": program.REACH,
        "start": [round(float(v), 3) for v in found[2 * k : 2 * k + 4]],
        "transitions": [[round(float(steps[a, b]), 3) if ALLOWED[a, b] else None for b in range(4)] for a in range(4)],
        "weights": {
            place: {
                n: [round(float(v), 3) for v in pairs[p, i]]
                for i, n in enumerate(names)
                if np.abs(pairs[p, i]).max() >= 0.02
            }
            for p, place in enumerate(PLACES)
        },
    }


def judge(s: Sequenced, model: dict[str, Any]) -> list[list[float]]:
    """The program's own marginals."""
    return program.marginals(program.emissions(s.rows, model), model)


def best_threshold(judged: Sequence[tuple[Sequenced, list[list[float]]]]) -> float:
    """The probability from which a paragraph is body: the middle of those that cost least in words, to 2 per cent."""
    p = np.array([m[BODY] for _, ms in judged for m in ms])
    body = np.array([s == BODY for q, _ in judged for s in q.states])
    words = np.array([w * q.example.weight / max(1, sum(q.words)) ** 0.5 for q, _ in judged for w in q.words])
    grid = np.arange(0.05, 0.96, 0.01).round(2)
    costs = np.array([(words * np.where(body, COST * (p < t), p >= t)).sum() for t in grid])
    print(
        "cost by threshold:", {float(t): round(float(c)) for t, c in zip(grid, costs, strict=True) if t * 20 % 1 == 0}
    )
    good = grid[costs <= costs.min() * 1.02]
    return float(good[len(good) // 2])


def report(judged: Sequence[tuple[Sequenced, list[list[float]]]], threshold: float) -> dict[str, Any]:
    """Word F1, precision and recall of body by kind of text, and how often the title is right."""
    counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for s, ms in judged:
        c = counts[s.example.view]
        c["texts"] += 1
        kinds = program.decide(ms, {"body_threshold": threshold, "title_threshold": TITLE_THRESHOLD})
        true = s.states.index(TITLE) if TITLE in s.states else -1
        c["title"] += (kinds.index("title") if "title" in kinds else -1) == true
        for state, kind, w in zip(s.states, kinds, s.words, strict=True):
            c["both"] += w * (kind == "body" and state == BODY)
            c["called"] += w * (kind == "body")
            c["true"] += w * (state == BODY)
    print(f"{f'threshold {threshold}':26s} texts  body F1  precis.   recall  title right")
    figures = {}
    for view, c in sorted(counts.items()):
        f = {
            "f1": 200 * c["both"] / (c["called"] + c["true"]),
            "precision": 100 * c["both"] / c["called"],
            "recall": 100 * c["both"] / c["true"],
            "title": 100 * c["title"] / c["texts"],
        }
        figures[view] = {k: round(v, 1) for k, v in f.items()}
        print(f"{view:26s} {c['texts']:5.0f}" + "".join(f"{f[k]:9.2f}" for k in ("f1", "precision", "recall", "title")))
    return figures


def write(model: dict[str, Any]) -> None:
    """The weights as JSON, a feature a line, so that a change of the model can be read."""
    about = {"about": "Weights of onrecord.reading.segment, made by python -m training.segment: [title, body]."}
    lines = json.dumps(about | model, indent=1, ensure_ascii=False)
    TARGET.write_text(
        re.sub(r"\[\s+([^\[\]]*?)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m[1]) + "]", lines) + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
