"""Gold files, the scorers beside them, and readings by the installed package to hold against both."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord import Reader, Reading

SHARED = Path(__file__).resolve().parents[2] / "shared"


def scorer(name: str) -> ModuleType:
    """A scorer of ``../shared/score``, which lies outside the repository.

    Raises:
        SystemExit: it is not there.
    """
    path = SHARED / "score" / f"{name}.py"
    if not path.exists():
        raise SystemExit(
            f"{path.name} is not in ../shared/score; the evaluations need that folder beside the repository"
        )
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(path: Path, every: int = 1) -> list[dict[str, Any]]:
    """A gold file's lines; of each ``every`` documents only the first, all its annotators with it."""
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    order = {ident: i for i, ident in enumerate(dict.fromkeys(row["id"] for row in rows))}
    return [row for row in rows if order[row["id"]] % every == 0]


def read(rows: list[dict[str, Any]]) -> Iterator[Reading]:
    """The installed package's reading of each document, once, through the public interface."""
    reader = Reader()
    documents = {row["id"]: row for row in rows}
    for done, (ident, row) in enumerate(documents.items(), 1):
        yield reader.read(row["text"], id=ident, published=row.get("published"))
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{done}/{len(documents)} documents" + ("\n" if done == len(documents) else ""))
