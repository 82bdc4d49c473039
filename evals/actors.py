"""Actors against gold: ``python -m evals.actors [GOLD.jsonl] [--misses]``.

Without a file NGEC's dev set: a line ``{"text", "country", "code"}`` for each way in which news writes an actor.
Nothing but the wording is handed in, no year.

``country``: IGO, EUR, UNO and the like are right when an organisation of states comes out; an empty one when none does.
A de-facto authority is right by its own code or by that of the state in whose recognised borders it lies.

``sector``: of lines whose ``code`` is not empty; equality, but for two codes: CIV is CVL, and UNK says that none can be
told.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from evals import gold
from onrecord.actors import organisations
from onrecord.actors.resolve import Resolution, resolve

DEFAULT = gold.SHARED / "data" / "actors" / "ngec-dev.jsonl"
OF_STATES = frozenset({"IGO", "EUR", "UNO", "NTO", "IMG"})
SAME_SECTOR = {"CIV": "CVL", "UNK": ""}


def figures(path: Path = DEFAULT, misses: bool = False) -> dict[str, tuple[float, int]]:
    """Per cent right and number counted, of country and sector."""
    lines = path.read_text(encoding="utf-8").splitlines()
    counts = {"country": [0, 0], "sector": [0, 0]}
    for row in (json.loads(line) for line in lines if line.strip()):
        found = resolve(row["text"])
        judged = {"country": country_is_right(row["country"] or "", found)}
        if row["code"]:
            judged["sector"] = SAME_SECTOR.get(row["code"], row["code"]) == (found.sector or "")
        for name, right in judged.items():
            counts[name][0] += right
            counts[name][1] += 1
            if misses and not right:
                wanted = row["country" if name == "country" else "code"] or "-"
                got = (found.code if name == "country" else found.sector) or "-"
                print(f"{name:8s} {row['text']!r}: gold {wanted}, found {got} ({found.how})")
    return {name: (100 * right / max(count, 1), count) for name, (right, count) in counts.items()}


def country_is_right(wanted: str, found: Resolution) -> bool:
    """Whether a resolution has the country that gold has."""
    organisation = organisations.by_code(found.code) if found.code and found.code != found.country else None
    of_states = organisation is not None and ("IGO" in organisation.sectors or bool(organisation.members))
    if wanted in OF_STATES:
        return of_states
    if of_states:
        return False
    return wanted in {found.country or "", found.within or found.country or ""}


def main(argv: Sequence[str] | None = None) -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--misses", action="store_true", help="print what was missed, and what told it")
    args = parser.parse_args(argv)
    for name, (value, count) in figures(args.gold, args.misses).items():
        print(f"{name:8s} {value:6.2f}  n {count}")


if __name__ == "__main__":
    main()
