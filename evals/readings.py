"""Whole readings against gold: ``python -m evals.readings [GOLD.jsonl] [--every N] [--misses]``.

Without a file the South Caucasus dev set. The scorer is ``../shared/score/record.py``; its docstring says what each
figure counts. With several annotators a text every figure is the mean over them.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals import gold

DEFAULT = gold.SHARED / "data" / "domain" / "domain-dev.jsonl"


def figures(path: Path = DEFAULT, every: int = 1, misses: bool = False) -> dict[str, tuple[float, int]]:
    """The scorer's figures for the installed package: name to (per cent, number counted)."""
    score = gold.scorer("record").score
    rows = gold.lines(path, every)
    readings = {r.id: r.to_dict() for r in gold.read(rows)}
    by_annotator: dict[Any, list[dict[str, Any]]] = {}
    for row in rows:
        by_annotator.setdefault(row.get("annotator"), []).append(row)
    runs = [score(golds, readings, misses and i == 0) for i, golds in enumerate(by_annotator.values())]
    return {
        name: (sum(r[name][0] for r in runs) / len(runs), round(sum(r[name][1] for r in runs) / len(runs)))
        for name in runs[0]
    }


def main(argv: Sequence[str] | None = None) -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--every", type=int, default=1, help="score each Nth document only")
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    args = parser.parse_args(argv)
    for name, (value, count) in figures(args.gold, args.every, args.misses).items():
        print(f"{name:12s} {value:6.2f}  n {count}")


if __name__ == "__main__":
    main()
