"""Events shown at each threshold of certainty: ``python -m evals.thresholds [GOLD.jsonl] [--model FOLDER]``.

From this table the model's ``event_threshold`` is chosen: the lowest of those tried at which eight in ten are right. A
line has the precision, recall and F1 of events, the F1 of dyads (the same without the type), and how many are shown, by
the scorer's ``match`` (``../shared/score/record.py``), annotators one after the other.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals import gold, readings
from onrecord import Reader
from onrecord.reading.events.events import sure_enough

STEPS = 20


def curve(path: Path, model: Path | None = None) -> Iterator[tuple[float, float, float, float, float, int]]:
    """Threshold; precision, recall, F1 and F1 of dyads per cent; events shown, once for each annotator."""
    match = gold.scorer("record").match
    reader = Reader(model, everything=True)
    rows = gold.lines(path)
    documents = {row["id"]: row for row in rows}
    found = {k: reader.read(row["text"], id=k, published=row["published"]) for k, row in documents.items()}
    wanted = sum(len(row["events"]) for row in rows)
    for step in range(STEPS):
        threshold = step / STEPS
        shown = {}
        for k, reading in found.items():
            kept = set(map(id, sure_enough(reading.events, threshold)))
            told = zip(reading.events, reading.to_dict()["events"], strict=True)
            shown[k] = [plain for event, plain in told if id(event) in kept]
        hits, dyads = (sum(len(match(r["events"], shown[r["id"]], typed)) for r in rows) for typed in (True, False))
        count = sum(len(shown[r["id"]]) for r in rows)
        both = max(count + wanted, 1)
        yield threshold, 100 * hits / max(count, 1), 100 * hits / wanted, 200 * hits / both, 200 * dyads / both, count


def main(argv: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=readings.DEFAULT)
    parser.add_argument("--model", type=Path, help="a model's folder; the shipped one if left out")
    args = parser.parse_args(argv)
    print("threshold  precision  recall     F1  dyads  shown")
    for threshold, precision, recall, f1, dyads, count in curve(args.gold, args.model):
        print(f"{threshold:9.2f}{precision:11.1f}{recall:8.1f}{f1:7.1f}{dyads:7.1f}{count:7d}")


if __name__ == "__main__":
    main()
