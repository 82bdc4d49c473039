"""Makes src/onrecord/data/states.tsv from CLDR's English territory names and states.own.tsv.

    pip install babel
    python -m training.states

Babel carries CLDR (Unicode licence v3): names by ISO 3166-1 alpha-2 code, and the alpha-3 codes as their aliases.
Other names, adjectives, capitals, seats of power and authorities without an ISO code are our own, in ``states.own.tsv``
beside this file. Every state and territory of ISO 3166-1 must have a row there: one that lacks is an error.
"""

from __future__ import annotations

from pathlib import Path

import babel
from babel.core import Locale, get_global

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "src" / "onrecord" / "data" / "states.tsv"
HEADER = f"""\
# States and territories as news names them. Made by training/states.py; change training/states.own.tsv, not this.
# Provenance: names from Unicode CLDR by way of Babel {babel.__version__} (Unicode licence v3); other names, adjectives,
# capitals and seats of power written for onrecord (Apache-2.0) from general knowledge.
# Codes: ISO 3166-1 alpha-3, and those that training/states.own.tsv explains; within and kind as explained there.
# code	name	other names	adjectives and demonyms	capitals	seats of power	within	kind
"""
# CLDR knows codes that ISO has retired or lent out: of states that are gone, of parts of territories, of tests
NOT_STATES = {"ANT", "ASC", "BUR", "CPT", "DGA", "FXX", "NTZ", "QUU", "TAA", "TMP", "XAA", "XBB", "XKK", "ZAR", "ZZZ"}
HISTORICAL = {"CSK", "DDR", "SCG", "SUN", "YMD", "YUG"}
WIDTH = 8


def names() -> dict[str, str]:
    """CLDR's English short name for each ISO 3166-1 alpha-3 code."""
    short = Locale("en").territories
    aliases = get_global("territory_aliases")
    found = {a3: short[a2[0]] for a3, a2 in aliases.items() if len(a3) == 3 and a3.isalpha() and a2[0] in short}
    left_out = NOT_STATES | HISTORICAL
    return {code: name for code, name in found.items() if code not in left_out} | {"XKX": short["XK"]}


def rows(own: str) -> list[list[str]]:
    """A row for each state: code, name, other names, adjectives, capitals, seats, within, kind.

    Raises:
        SystemExit: a state or territory of ISO 3166-1 has no row, or a row has no name.
    """
    cldr = names()
    out = []
    for line in own.splitlines():
        if line.startswith("#") or not line:
            continue
        code, name, *rest, kind = [*line.split("\t"), *[""] * WIDTH][:WIDTH]
        # no article writes "Myanmar (Burma)" or "Turks & Caicos Islands"
        name = name or cldr.get(code, "").split(" (")[0].replace(" & ", " and ").replace("’", "'")
        if not name:
            raise SystemExit(f"states.own.tsv: {code} is not in CLDR and has no name; give it one in the second column")
        rest[0] = "|".join(other for other in rest[0].split("|") if other != name)
        out.append([code, name, *rest, kind or "state"])
    if lacking := sorted(cldr.keys() - {row[0] for row in out}):
        raise SystemExit(f"states.own.tsv lacks {', '.join(lacking)}; add a row for each")
    return sorted(out)


def main() -> None:
    """Write the table."""
    own = (HERE / "states.own.tsv").read_text(encoding="utf-8")
    lines = ["\t".join(row) for row in rows(own)]
    OUT.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {len(lines)} states")


if __name__ == "__main__":
    main()
