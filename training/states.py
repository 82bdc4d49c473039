"""Makes src/onrecord/data/states.tsv from CLDR's English territory names and states.own.tsv.

    pip install babel
    python -m training.states

Babel carries CLDR (Unicode licence v3): names by ISO 3166-1 alpha-2 code, and the alpha-3 codes as their aliases. Other
names, adjectives, capitals and seats of power are our own, in ``states.own.tsv`` beside this file. Territories that are
neither states nor listed there (Guam, Réunion) are left out: they seldom speak for themselves.
"""

from __future__ import annotations

from pathlib import Path

import babel
from babel.core import Locale, get_global

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "src" / "onrecord" / "data" / "states.tsv"
HEADER = f"""\
# States as news names them. Made by training/states.py; change training/states.own.tsv, not this.
# Provenance: names from Unicode CLDR by way of Babel {babel.__version__} (Unicode licence v3); other names, adjectives,
# capitals and seats of power written for onrecord (Apache-2.0). Codes: ISO 3166-1 alpha-3;
# NKR and "-" as in states.own.tsv.
# code	name	other names	adjectives and demonyms	capitals	seats of power
"""
# CLDR knows the retired codes of states that are gone, too
RETIRED = {"BUR", "ZAR", "DDR", "FXX", "TMP", "YMD"}


def names() -> dict[str, str]:
    """CLDR's English short name for each ISO 3166-1 alpha-3 code."""
    short = Locale("en").territories
    aliases = get_global("territory_aliases")
    found = {a3: short[a2[0]] for a3, a2 in aliases.items() if len(a3) == 3 and a3.isalpha() and a2[0] in short}
    return {code: name for code, name in found.items() if code not in RETIRED} | {"XKX": short["XK"]}


def rows(own: str) -> list[list[str]]:
    """A row for each state: code, name, other names, adjectives, capitals, seats."""
    cldr = names()
    out = []
    for line in own.splitlines():
        if line.startswith("#") or not line:
            continue
        code, others, *rest = (line + "\t\t\t\t").split("\t")[:5]
        name, _, others = (cldr[code], "", others) if code in cldr else others.partition("|")
        # no article writes "Myanmar (Burma)" or "Congo - Kinshasa"; the second names stand among the others
        name = others.split("|")[0] if " - " in name else name.split(" (")[0].replace(" & ", " and ")
        out.append([code, name, others, *rest])
    return sorted(out)


def main() -> None:
    """Write the table."""
    own = (HERE / "states.own.tsv").read_text(encoding="utf-8")
    lines = ["\t".join(row) for row in rows(own)]
    OUT.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {len(lines)} states")


if __name__ == "__main__":
    main()
