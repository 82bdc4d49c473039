"""Time expressions against gold: ``python -m evals.dates [GOLD.jsonl] [--out PREDICTED.jsonl]``.

Without a file TimeBank. A gold line holds ``id``, ``dct`` (the day of publication, with or without a time), ``text``
and ``dates``. The scorer is ``../shared/score/dates.py``; its docstring says what each figure counts.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest import mock

from evals import gold
from onrecord.reading.dates import time_expressions

DEFAULT = gold.SHARED / "data" / "dates" / "timebank.jsonl"


def figures(path: Path = DEFAULT, out: Path | None = None) -> dict[str, float]:
    """The scorer's figures, per cent; ``expressions`` is how many there are in gold.

    Args:
        path: gold.
        out: where the predictions are kept; nowhere without it.
    """
    with tempfile.TemporaryDirectory() as folder:
        predicted = out or Path(folder) / "predicted.jsonl"
        predicted.write_text("".join(json.dumps(predict(row)) + "\n" for row in gold.lines(path)), encoding="utf-8")
        return _scores(path, predicted)


def predict(row: dict[str, Any]) -> dict[str, Any]:
    """A predicted line for a gold line; every paragraph is looked in."""
    text = row["text"]
    paragraphs = tuple(m.span() for m in re.finditer(r"[^\n]+", text))
    found = time_expressions(text, paragraphs, row["dct"][:10])
    return {"id": row["id"], "dates": [{"start": x.span[0], "end": x.span[1], "value": x.value} for x in found]}


def _scores(path: Path, predicted: Path) -> dict[str, float]:
    """What the scorer prints: it has no other interface."""
    printed = io.StringIO()
    with mock.patch.object(sys, "argv", ["dates.py", str(path), str(predicted)]), contextlib.redirect_stdout(printed):
        gold.scorer("dates").main()
    count, names = printed.getvalue().split(" expressions ", 1)
    pairs = re.findall(r"(\w+) ([\d.]+)", names)
    return {"expressions": float(count), **{name: float(value) for name, value in pairs}}


def main(argv: Sequence[str] | None = None) -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--out", type=Path, help="keep the predictions in this file")
    args = parser.parse_args(argv)
    for name, value in figures(args.gold, args.out).items():
        print(f"{name:12s} {value:7.2f}")


if __name__ == "__main__":
    main()
