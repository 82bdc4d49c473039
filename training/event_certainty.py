"""Fits the certainty of events (``reading/events/certainty``) on written items that the head was not trained on.

    python -m training.event_certainty MODEL

MODEL is a folder with ``model.json``; the weights go into it. An event is right if an act of its type is marked where
its trigger is, with somebody it names on each side that has anybody, and is not marked as unreal.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

import numpy as np
from numpy.typing import NDArray

from onrecord import Reader
from onrecord.reading.events import certainty, events
from onrecord.reading.events.reports import Report
from onrecord.records import Actor, Event, Span
from training import written
from training.events import MUTUAL, kept_back

_RIDGE = 0.05


def main(argv: Sequence[str] | None = None) -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    folder = parser.parse_args(argv).model
    rows, right = judged(folder)
    weights = fit(rows, right)
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    card["events"] = dict(zip(certainty.FEATURES, (round(float(w), 3) for w in weights), strict=True))
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(f"{len(right)} events, {right.mean():.3f} right; {card['events']}")


def judged(folder: Path) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The features of each event read in the items held out, and whether it is right."""
    reader = Reader(folder, everything=True)
    seen: dict[Span, tuple[float, ...]] = {}

    def watched(report: Report, weights: dict[str, float]) -> float:
        seen[report.trigger.span] = certainty.features(report)
        return certainty.certainty(report, weights)

    rows, right = [], []
    with mock.patch.object(events, "certainty", watched):
        for item in filter(kept_back, written.items()):
            seen.clear()
            for event in reader.read(item.text).events:
                if event.status != "unreal":
                    rows.append(seen[event.trigger[0]])
                    right.append(float(any(_is(event, act, item) for act in item.acts)))
    return np.array(rows), np.array(right)


def _is(event: Event, act: written.Act, item: written.Item) -> bool:
    (start, end), (low, high) = event.trigger[0], act.trigger
    if event.type != act.type or act.status == "unreal" or start >= high or low >= end:
        return False
    sides = (act.actors, act.recipients), (act.recipients, act.actors)
    return any(
        _same(event.actor, one, item) and _same(event.recipient, other, item)
        for one, other in (sides if act.type in MUTUAL else sides[:1])
    )


def _same(found: Sequence[Actor], marked: Sequence[int], item: written.Item) -> bool:
    spans = [actor.span for actor in found if actor.span]
    mentions = [item.mentions[i] for i in marked]
    if not found or not mentions:
        return not found and not mentions
    return any(s[0] < m[1] and m[0] < s[1] for s in spans for m in mentions)


def fit(rows: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of a logistic regression, by Newton's method, with a small ridge on all but the bias."""
    weights = np.zeros(rows.shape[1])
    ridge = _RIDGE * len(rows) ** 0.5 * np.eye(rows.shape[1])
    ridge[0, 0] = 1e-6
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - right) + ridge @ weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + ridge
        weights -= np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    main()
