"""How sure an event is: a calibrated probability that the text tells it so, parties and all.

A logistic regression (Platt, 1999) over what the event head and the cast say. Of the events given 0.8, about eight in
ten are right; ``evals/certainty.py`` shows the table.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from onrecord.reading.events.reports import Report
from onrecord.reading.tags import STATUSES

_UNREAL = STATUSES.index("unreal")
FEATURES = ("bias", "trigger", "real", "actor", "recipient", "one_sided", "uncoded", "apart")
UNTRAINED: Mapping[str, float] = {
    "bias": -0.5,
    "trigger": 0.5,
    "real": 0.2,
    "actor": 0.4,
    "recipient": 0.4,
    "one_sided": -1.0,
    "uncoded": -1.0,
    "apart": -0.5,
}


def features(report: Report) -> tuple[float, ...]:
    """One value for each of :data:`FEATURES`."""
    actor, recipient = report.sure
    return (
        1.0,
        _logit(report.trigger.chance),
        _logit(1 - float(report.trigger.status[_UNREAL])),
        _logit(actor) if report.actors else 0.0,
        _logit(recipient) if report.recipients else 0.0,
        float(not (report.actors and report.recipients)),
        float(not all(a.code for a in (*report.actors, *report.recipients))),
        float(report.apart),
    )


def certainty(report: Report, weights: Mapping[str, float]) -> float:
    """The probability that the event is told so, to three places; ``weights`` has one for each of :data:`FEATURES`."""
    score = sum(weights[name] * x for name, x in zip(FEATURES, features(report), strict=True))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 3)


def _logit(p: float) -> float:
    p = min(max(p, 1e-3), 1 - 1e-3)
    return math.log(p / (1 - p))
