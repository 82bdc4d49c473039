"""Quality floors: ``python -m evals.gate`` checks a slice, ``python -m evals.gate --whole`` everything.

Floors stand in ``floors.json`` and only rise. Each is checked on the files whose hash stands beside it, so that a
figure is never compared with one measured on other data. Without ``../shared`` there is nothing to check.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from evals import actors, coreference, dates, events, readings, statements

_READ = ("body", "relation", "exact", "speaker", "end_to_end", "events", "dyads", "event_date")
FLOORS = Path(__file__).with_name("floors.json")


def measure(every: dict[str, int]) -> dict[str, dict[str, float]]:
    """Every figure that has a floor, by evaluation; ``every`` says which slice of each gold file is read."""
    said = statements.figures(every=every["statements"])
    read = readings.figures(every=every["readings"])
    told = actors.figures()
    chains = coreference.figures()
    timed = dates.figures()
    happened = events.figures()
    return {
        "statements": {
            "relation": said["relation"]["f1"],
            "precision": said["relation"]["p"],
            "exact": said["exact"]["f1"],
            "cue": said["cue"]["f1"],
            "source": said["source"]["accuracy"],
            "indirect": said["indirect"]["recall"],
        },
        "readings": {name: round(read[name][0], 2) for name in _READ},
        "actors": {name: round(told[name][0], 2) for name in ("country", "sector")},
        "chains": {"conll": round(next(iter(chains.values())).conll, 2)},
        "dates": {name: round(timed[name], 2) for name in ("relaxed", "value", "day")},
        "pairs": {name: round(happened[name][0], 2) for name in ("type", "quad")},
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Print each figure beside its floor; 1 if one is below."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--whole", action="store_true", help="read the whole dev sets, not a slice")
    args = parser.parse_args(argv)
    files = {
        "statements": statements.DEFAULT,
        "readings": readings.DEFAULT,
        "actors": actors.DEFAULT,
        "chains": coreference.DEFAULT,
        "dates": dates.DEFAULT,
        "pairs": events.DEFAULT,
    }
    if not all(path.exists() for path in files.values()):
        print("quality floors: not checked, ../shared/data is not beside the repository")
        return 0
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    for name, path in files.items():
        if hashlib.sha256(path.read_bytes()).hexdigest() != floors["data"][name]:
            print(f"quality floors: {path.name} is not the file the floors were measured on; measure them again")
            return 1
    chosen = floors["whole" if args.whole else "slice"]
    below = 0
    for evaluation, figures in measure(chosen["every"]).items():
        for name, floor in chosen[evaluation].items():
            value = figures[name]
            below += value < floor
            print(f"{evaluation:10s} {name:10s} {value:6.2f}  floor {floor:6.2f}  {'BELOW' if value < floor else 'ok'}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
