"""Fits the certainty of events (``reading/events/certainty``) on items, written and real, that it was not trained on.

    python -m training.event_certainty MODEL [--shift GOLD.jsonl]

MODEL is a folder with ``model.json``; the weights go into it. An event is right if an act of its type is marked where
its trigger is, with somebody it names (the words, or the code) on each side that has anybody, and it is not unreal.

The items are stretches of texts, many of them written to be hard; in whole articles more events are right. ``--shift``
moves the bias, that one number, so that events between two who have a code are as certain on average as they are right
in whole articles; as with the threshold, dev data serve for it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import numpy as np
from numpy.typing import NDArray

from evals.certainty import judged_events
from onrecord import Reader
from onrecord.reading.events import certainty, events
from onrecord.reading.events.reports import Report
from onrecord.records import Actor, Event, Reading, Span
from training import labelled, written
from training.event_texts import MUTUAL, kept_back

_RIDGE = 0.05
_TRIGGER = certainty.FEATURES.index("trigger")


def main(argv: Sequence[str] | None = None) -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--shift", type=Path, metavar="GOLD", help="articles with events to set the bias by")
    args = parser.parse_args(argv)
    folder = args.model
    rows, right = judged(folder)
    weights = fit(rows, right)
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    card["events"] = dict(zip(certainty.FEATURES, (round(float(w), 3) for w in weights), strict=True))
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    if args.shift:
        card["events"]["bias"] = round(card["events"]["bias"] + shift(judged_events(args.shift, folder)), 3)
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
        for item in filter(kept_back, (*written.items(), *labelled.items())):
            seen.clear()
            reading = reader.read(item.text)
            marked = [_named(reading, mention) for mention in item.mentions]
            for event in reading.events:
                if event.status != "unreal":
                    rows.append(max((seen[span] for span in event.trigger), key=lambda told: told[_TRIGGER]))
                    right.append(float(any(_is(event, act, marked) for act in item.acts)))
    return np.array(rows), np.array(right)


@dataclass(frozen=True)
class _Marked:
    """A marked mention: its span, and the codes of whom the reading finds in it."""

    span: Span
    codes: frozenset[str]


def _named(reading: Reading, span: Span) -> _Marked:
    inside = (m.entity for m in reading.mentions if m.span[0] < span[1] and span[0] < m.span[1])
    found = (reading.entities[i].code or reading.entities[i].country for i in inside if i is not None)
    return _Marked(span, frozenset(code for code in found if code))


def _is(event: Event, act: written.Act, marked: Sequence[_Marked]) -> bool:
    low, high = act.trigger
    if event.type != act.type or act.status == "unreal" or not any(s < high and low < e for s, e in event.trigger):
        return False
    sides = (act.actors, act.recipients), (act.recipients, act.actors)
    return any(
        _same(event.actor, [marked[i] for i in one]) and _same(event.recipient, [marked[i] for i in other])
        for one, other in (sides if act.type in MUTUAL else sides[:1])
    )


def _same(found: Sequence[Actor], marked: Sequence[_Marked]) -> bool:
    """Whether one of those found is one of those marked: in the same words, or under the same code."""
    if not found or not marked:
        return not found and not marked
    return any(
        actor.code in mention.codes
        or (actor.span is not None and actor.span[0] < mention.span[1] and mention.span[0] < actor.span[1])
        for actor in found
        for mention in marked
    )


def shift(judged_: Sequence[tuple[float, bool]]) -> float:
    """What must be added to the log odds of so many certainties for their mean to be the share of those right."""
    certainty_ = np.array([c for c, _ in judged_]).clip(1e-3, 1 - 1e-3)
    odds, share = np.log(certainty_ / (1 - certainty_)), np.mean([right for _, right in judged_])
    low, high = -10.0, 10.0
    while high - low > 1e-4:
        middle = (low + high) / 2
        low, high = (middle, high) if np.mean(1 / (1 + np.exp(-odds - middle))) < share else (low, middle)
    return low


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
