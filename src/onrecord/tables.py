"""The data files of this package: tab-separated lines under ``onrecord/data``, ``#`` opening a comment line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

# a path, not importlib.resources, which costs 15 ms to import; the package is never run from an archive
DATA = Path(__file__).parent / "data"


def rows(name: str) -> Iterator[list[str]]:
    """The fields of each line of ``data/NAME``, comments and blank lines left out."""
    with (DATA / name).open(encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield line.split("\t")
