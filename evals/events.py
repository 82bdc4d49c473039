"""Event types between marked actors against gold: ``python -m evals.events [GOLD.jsonl] [--out FILE] [--misses]``.

GOLD has a line ``{"id", "text", "actor": [s, e], "recipient": [s, e], "type"}`` for each pair; what is asked is what
the first does to the second. Without a file the fifth of PLV's training sentences that the model was not trained on
(:func:`held_out`). The scorer is ``../shared/score/events.py``; ``--out`` keeps the predictions in its
format, ``{"id", "type"}``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals import gold
from onrecord import Reader

DEFAULT = gold.SHARED / "data" / "events" / "plv-train.jsonl"
HELD_OUT_SHARE = 0.2


def held_out(text: str) -> bool:
    """Whether a sentence is kept back from training; the same on every machine and for every file it stands in."""
    bare = "".join(text.split()).replace("’", "'").replace("ʼ", "'")
    return int(hashlib.sha256(bare.encode()).hexdigest()[:8], 16) / 16**8 < HELD_OUT_SHARE


def predicted(rows: Sequence[dict[str, Any]]) -> list[str]:
    """The type of each pair, "" where none can be told."""
    reader = Reader()
    return [reader.between(row["text"], tuple(row["actor"]), tuple(row["recipient"])) or "" for row in rows]


def figures(path: Path | None = None, out: Path | None = None, misses: bool = False) -> dict[str, tuple[float, int]]:
    """Macro-averaged F1 over the types, over quad classes, and over cooperation and conflict."""
    scorer = gold.scorer("events")
    rows = gold.lines(path or DEFAULT)
    if path is None:
        rows = [row for row in rows if held_out(row["text"])]
    types = predicted(rows)
    if out is not None:
        lines = (json.dumps({"id": r["id"], "type": t}) for r, t in zip(rows, types, strict=True))
        out.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    wanted = [row["type"] for row in rows]
    types = [scorer.SAME.get(t, t) for t in types]
    if misses:
        for row, found in zip(rows, types, strict=True):
            if row["type"] != found:
                one, other = (row["text"][slice(*row[side])] for side in ("actor", "recipient"))
                print(f"{row['type']} read as {found or 'nothing'}: {one} > {other}: {row['text']}")
    quads = [scorer.QUAD[t] for t in wanted], [scorer.QUAD.get(t, 0) for t in types]
    sides = [[q > 2 for q in side] for side in quads]
    return {
        "type": (scorer.macro(wanted, types)[0], len(rows)),
        "quad": (scorer.macro(*quads)[0], len(rows)),
        "binary": (scorer.macro(*sides)[0], len(rows)),
    }


def main(argv: Sequence[str] | None = None) -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--out", type=Path, help="keep the predictions in this file")
    parser.add_argument("--misses", action="store_true", help="print pairs of another type")
    args = parser.parse_args(argv)
    for name, (value, count) in figures(args.gold, args.out, args.misses).items():
        print(f"{name:8s} {value:6.2f}  n {count}")


if __name__ == "__main__":
    main()
