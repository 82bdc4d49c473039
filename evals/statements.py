"""Statements against gold attributions: ``python -m evals.statements [GOLD.jsonl] [--every N]``.

Without a file PolNeAR's dev set (84 articles). The scorer is ``../shared/score/attribution.py``; its docstring says
what each figure counts.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals import gold

DEFAULT = gold.SHARED / "data" / "attribution" / "polnear-dev.jsonl"


def figures(path: Path = DEFAULT, every: int = 1) -> dict[str, Any]:
    """The scorer's figures for the installed package."""
    score = gold.scorer("attribution").score
    rows = gold.lines(path, every)
    annotators: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        annotators.setdefault(row["id"], []).append(row)
    predicted = {
        r.id: [{"attributions": [_attribution(s) for s in r.to_dict()["statements"]]}] for r in gold.read(rows)
    }
    result: dict[str, Any] = score(annotators, predicted)
    return result


def _attribution(statement: dict[str, Any]) -> dict[str, Any]:
    return {role: statement[role] for role in ("source", "cue", "content")}


def main(argv: Sequence[str] | None = None) -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--every", type=int, default=1, help="score each Nth document only")
    args = parser.parse_args(argv)
    for name, row in figures(args.gold, args.every).items():
        print(
            f"{name:14s}" + "  ".join(f"{k} {v:6.2f}" if isinstance(v, float) else f"{k} {v}" for k, v in row.items())
        )


if __name__ == "__main__":
    main()
