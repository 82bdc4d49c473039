"""The decoder's settings and the certainty's weights, from training articles that were held out.

Never from a dev set: what is chosen here is chosen before a dev figure is looked at.
"""

from __future__ import annotations

import dataclasses
import importlib.util
import itertools
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from onrecord.reading.attribution import Attribution, Settings, decode
from onrecord.reading.certainty import FEATURES, features
from onrecord.reading.directness import quoted_share
from onrecord.reading.encoder import Encoder
from onrecord.reading.pieces import cut
from onrecord.reading.windows import windows
from training import data, export

GRID = {
    "threshold": (0.15, 0.2, 0.3, 0.4),
    "switch": (2.0, 3.0),
    "belief": (0.3, 0.5),
    "lean": (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5),
}
# Relation F1 hardly changes over a wide range of recall against precision. An invented statement costs a reader more
# than a missed one: settings less precise than this (per cent) are out. Among the rest, those within half a point of
# the best differ by chance; of them the one with most recall is taken, since on texts from elsewhere less is found.
PRECISION = 79.0
CHANCE = 0.5


def tune(folder: Path) -> None:
    """Choose, fit, and write both into the card of ``folder/model``."""
    scorer = load_scorer()
    encoder = Encoder(folder / "model")
    rows = data.documents(data.DATA / "attribution" / "polnear-train.jsonl")
    gold = {ident: row for ident, row in rows.items() if data.is_held_out(ident)}
    scored = {}
    for ident, row in gold.items():
        pieces = cut(row[0]["text"], data.paragraphs(row[0]["text"]), encoder.tokenizer)
        scored[ident] = pieces, list(encoder.scores(pieces, windows(pieces)))
    tried = []
    for values in itertools.product(*GRID.values()):
        settings = Settings(**dict(zip(GRID, values, strict=True)))
        found = {ident: decode(pieces, scores, settings) for ident, (pieces, scores) in scored.items()}
        figures = scorer.score(gold, {i: [{"attributions": plain(f)}] for i, f in found.items()})
        tried.append((figures, settings, found))
    precise = [t for t in tried if t[0]["relation"]["p"] >= PRECISION] or tried
    best = max(t[0]["relation"]["f1"] for t in precise)
    as_good = [t for t in precise if t[0]["relation"]["f1"] >= best - CHANCE]
    figures, settings, found = max(as_good, key=lambda t: t[0]["relation"]["r"])
    sys.stderr.write(f"held out: {settings}\n  relation {figures['relation']}\n  exact {figures['exact']}\n")
    weights = _calibrate(scorer, gold, found)
    export.write_card(
        folder / "model",
        {
            "decoding": dataclasses.asdict(settings),
            "certainty": weights,
        },
    )


def plain(found: Sequence[Attribution]) -> list[dict[str, Any]]:
    """Attributions as the scorer takes them."""
    return [{"source": a.source, "cue": a.cue, "content": a.content} for a in found]


def load_scorer() -> ModuleType:
    """``../shared/score/attribution.py``, which lies outside the repository."""
    path = data.DATA.parent / "score" / "attribution.py"
    spec = importlib.util.spec_from_file_location("attribution_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _calibrate(
    scorer: ModuleType, gold: dict[str, list[dict[str, Any]]], found: dict[str, tuple[Attribution, ...]]
) -> dict[str, float]:
    """Logistic regression of rightness (the scorer's *relation*) on the evidence; a small ridge keeps it tame."""
    from sklearn.linear_model import LogisticRegression

    from onrecord.reading.quotation import quotations

    x: list[tuple[float, ...]] = []
    y: list[bool] = []
    for ident, readings in gold.items():
        text = readings[0]["text"]
        words = scorer.words_of(text)
        starts = [w[0] for w in words]
        marks = quotations(text)
        for reading in readings[:1]:
            ignored = scorer.cover(reading.get("ignore") or [], words, starts)
            wanted = scorer.reading(reading, words, starts, ignored)
            kept = [
                (a, p)
                for a in found[ident]
                for p in scorer.reading({"attributions": plain([a])}, words, starts, ignored)
            ]
            pairs = scorer.pair(wanted, [p for _, p in kept])
            right = {j for i, j, overlap in pairs if overlap >= 0.5 and scorer.source_matches(wanted[i], kept[j][1])}
            for j, (a, _) in enumerate(kept):
                x.append(features(a, quoted_share(text, a.content, marks)))
                y.append(j in right)
    fit = LogisticRegression(C=0.3, fit_intercept=False, max_iter=1000).fit(np.array(x), np.array(y))
    sys.stderr.write(f"  certainty fitted on {len(y)} attributions, {np.mean(y):.1%} right\n")
    return {name: round(float(w), 4) for name, w in zip(FEATURES, fit.coef_[0], strict=True)}


if __name__ == "__main__":
    tune(Path(sys.argv[1]))
