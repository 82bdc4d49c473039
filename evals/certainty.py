"""Whether certainty keeps its word: ``python -m evals.certainty [GOLD.jsonl]``, ``python -m evals.certainty --events``.

Statements in bins of their certainty, and how many of each bin are right (``relation`` of the scorer, by the first
annotator). The expected calibration error (Naeini, Cooper and Hauskrecht, 2015) is the mean distance between the two,
weighted by the bins' sizes. Of events, those of every certainty between two who have a code, one is right if the South
Caucasus gold, which has no others, has one of its type and parties (``events`` of the scorer), by each annotator.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from evals import gold, readings, statements
from onrecord import Reader
from onrecord.reading.events.events import sure_enough

BINS = 10


def judged(path: Path) -> list[tuple[float, bool]]:
    """Each statement's certainty, and whether gold has it."""
    scorer = gold.scorer("attribution")
    rows = {row["id"]: row for row in reversed(gold.lines(path))}
    out: list[tuple[float, bool]] = []
    for reading in gold.read(list(rows.values())):
        row = rows[reading.id]
        words = scorer.words_of(row["text"])
        starts = [w[0] for w in words]
        ignored = scorer.cover(row.get("ignore") or [], words, starts)
        wanted = scorer.reading(row, words, starts, ignored)
        kept, certainties = [], []
        for statement in reading.to_dict()["statements"]:
            found = scorer.reading({"attributions": [statement]}, words, starts, ignored)
            kept += found
            certainties += [statement["certainty"]] * len(found)
        pairs = scorer.pair(wanted, kept)
        right = {j for i, j, overlap in pairs if overlap >= 0.5 and scorer.source_matches(wanted[i], kept[j])}
        out += [(c, j in right) for j, c in enumerate(certainties)]
    return out


def judged_events(path: Path, model: Path | None = None) -> list[tuple[float, bool]]:
    """The certainty of each event between two that may have happened, and whether gold has it, by each annotator."""
    match = gold.scorer("record").match
    reader = Reader(model, everything=True)
    found: dict[str, list[dict[str, object]]] = {}
    out: list[tuple[float, bool]] = []
    for row in gold.lines(path):
        if row["id"] not in found:
            reading = reader.read(row["text"], id=row["id"], published=row["published"])
            kept = set(map(id, sure_enough(reading.events, 0.0)))
            told = zip(reading.events, reading.to_dict()["events"], strict=True)
            plain = [event for one, event in told if id(one) in kept]
            found[row["id"]] = sorted(plain, key=lambda event: -float(event["certainty"]))
        right = [event for _, event in match(row["events"], found[row["id"]], True)]
        out += [(float(e["certainty"]), any(e is r for r in right)) for e in found[row["id"]]]  # type: ignore[arg-type]
    return out


def main(argv: Sequence[str] | None = None) -> None:
    """Print the bins and the error."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--events", action="store_true", help="of events, not of statements")
    args = parser.parse_args(argv)
    of = "events" if args.events else "statements"
    found = judged_events(args.gold or readings.DEFAULT) if args.events else judged(args.gold or statements.DEFAULT)
    error = 0.0
    for i in range(BINS):
        low, high = i / BINS, (i + 1) / BINS
        inside = [(c, right) for c, right in found if low <= c < high or (high == 1 and c == 1)]
        if inside:
            said = sum(c for c, _ in inside) / len(inside)
            true = sum(right for _, right in inside) / len(inside)
            error += len(inside) / len(found) * abs(said - true)
            print(f"{low:.1f} to {high:.1f}  said {said:.2f}  right {true:.2f}  n {len(inside)}")
    print(f"expected calibration error {error:.3f}, {len(found)} {of}")


if __name__ == "__main__":
    main()
