"""The tables of actors: whole, valid codes, no spelling that means two things unless ambiguous.tsv says which wins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from onrecord.actors import countries
from onrecord.tables import DATA

WIDTHS = {  # fields of each table
    "states.tsv": 8,
    "cities.tsv": 4,
    "institutions.tsv": 5,
    "organisations.tsv": 6,
    "people-europe.tsv": 8,
    "people-world.tsv": 8,
    "ambiguous.tsv": 5,
}
NEEDED = {  # fields that must not be empty
    "states.tsv": (0, 1, 7),
    "cities.tsv": (0, 2),
    "institutions.tsv": (0, 2, 3),
    "organisations.tsv": (0, 1, 3),
    "people-europe.tsv": (0, 2, 3, 4, 5),
    "people-world.tsv": (0, 2, 3, 4, 5),
    "ambiguous.tsv": (0, 1, 2, 3, 4),
}
STATE_CODES = {
    "cities.tsv": 2,
    "institutions.tsv": 2,
    "organisations.tsv": 4,
    "people-europe.tsv": 3,
    "people-world.tsv": 3,
}
SECTORS = {"institutions.tsv": 3, "organisations.tsv": 3, "people-europe.tsv": 4, "people-world.tsv": 4}
PLOVER = {
    *("AGR", "BUS", "CIV", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "IGO", "JRN", "JUD", "LAB", "LEG", "MED", "MIL"),
    *("NGO", "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF"),
}
ONLY_TOLD = re.compile(r".+ \([A-Z]{3}\)")


@dataclass(frozen=True)
class Row:
    table: str
    line: int
    cells: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.table}:{self.line}: {self.cells[0]}"


@dataclass(frozen=True)
class Entry:
    """A spelling, and what it means: rows of one meaning do not clash."""

    spelling: str
    meaning: tuple[str, str]
    row: Row


@cache
def table(name: str) -> tuple[Row, ...]:
    lines = (DATA / name).read_text(encoding="utf-8").split("\n")
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    return tuple(Row(name, n, tuple(line.split("\t"))) for n, line in numbered)


def values(cell: str) -> list[str]:
    return [value for value in cell.split("|") if value]


def named(row: Row) -> tuple[tuple[str, str], list[str]]:
    """What a row means, and the spellings that mean it without being told a state."""
    cells = [*row.cells, *[""] * 8]
    if row.table == "states.tsv":
        return ("state", cells[0]), [cells[1], *values("|".join(cells[2:6]))]
    if row.table == "cities.tsv":
        return ("place", f"{cells[0]}, {cells[2]}"), [cells[0], *values(cells[1]), *values(cells[3])]
    if row.table == "institutions.tsv":
        return ("institution", f"{cells[0]}, {cells[2]}"), [cells[0], *values(cells[1])]
    if row.table == "organisations.tsv":
        return ("organisation", cells[0]), [v for v in [*cells[:2], *values(cells[2])] if not ONLY_TOLD.fullmatch(v)]
    # one person may have served two states: Saakashvili, Carney
    return ("person", countries.fold(cells[0]).lower()), [cells[0], *values(cells[1])]


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """The entries of all tables by folded spelling."""
    found: dict[str, dict[Entry, None]] = defaultdict(dict)
    for name in WIDTHS:
        if name != "ambiguous.tsv":
            for row in table(name):
                meaning, spellings = named(row)
                for spelling in spellings:
                    found[countries.fold(spelling)][Entry(spelling, meaning, row)] = None
    return {key: tuple(same) for key, same in found.items()}


def clashes() -> Iterator[tuple[str, tuple[Entry, ...]]]:
    for key, same in entries().items():
        meanings = {entry.meaning for entry in same}
        codes = {name.rpartition(", ")[2] for kind, name in meanings}
        # a capital stands in the tables of states and of cities
        is_capital = {kind for kind, _ in meanings} == {"state", "place"} and len(codes) == 1 and len(meanings) == 2
        if len(meanings) > 1 and not is_capital:
            yield key, same


def ambiguous() -> dict[str, Row]:
    return {countries.fold(row.cells[0]): row for row in table("ambiguous.tsv")}


def matches(row: Row, entry: Entry) -> bool:
    """Whether an entry is the winner that a row of ambiguous.tsv names."""
    _, wanted, key, *_ = row.cells
    of_entry = entry.row.cells[0]
    by_code = entry.row.cells[2] if wanted in ("cities", "institutions") else of_entry
    return entry.row.table == f"{wanted}.tsv" and key in (of_entry, by_code)


@pytest.mark.parametrize("name", WIDTHS)
def test_rows_have_all_their_fields_and_no_stray_spaces(name):
    wrong = []
    for row in table(name):
        if len(row.cells) != WIDTHS[name]:
            wrong.append(f"{row}: {len(row.cells)} fields, not {WIDTHS[name]}")
            continue
        wrong += [f"{row}: field {n + 1} is empty" for n in NEEDED[name] if not row.cells[n]]
        wrong += [f"{row}: stray space in {cell!r}" for cell in row.cells if cell != " ".join(cell.split())]
        wrong += [
            f"{row}: empty value in {c!r}" for c in row.cells if c.startswith("|") or c.endswith("|") or "||" in c
        ]
        wrong += [f"{row}: space beside | in {cell!r}" for cell in row.cells if " |" in cell or "| " in cell]
    assert wrong == []


@pytest.mark.parametrize("name", STATE_CODES)
def test_codes_of_states_are_those_of_the_table_of_states(name):
    known = {row.cells[0] for row in table("states.tsv")} | {""}
    assert [f"{row}: {code!r}" for row in table(name) if (code := row.cells[STATE_CODES[name]]) not in known] == []


def test_codes_of_states_belong_to_one_row_each():
    first: dict[str, Row] = {}
    twice = [
        f"{row}, first at line {first[row.cells[0]].line}"
        for row in table("states.tsv")
        if first.setdefault(row.cells[0], row) is not row
    ]
    assert twice == []
    assert [str(row) for row in table("states.tsv") if row.cells[6] and row.cells[6] not in first] == []


def test_members_of_organisations_are_states():
    known = {row.cells[0] for row in table("states.tsv")}
    assert [
        f"{row}: {code}" for row in table("organisations.tsv") for code in values(row.cells[5]) if code not in known
    ] == []


@pytest.mark.parametrize("name", SECTORS)
def test_sectors_are_those_of_plover(name):
    wrong = [
        (row, sector) for row in table(name) for sector in row.cells[SECTORS[name]].split("|") if sector not in PLOVER
    ]
    assert [f"{row}: {sector!r}" for row, sector in wrong] == []


def test_states_have_known_kinds():
    kinds = {"state", "territory", "de-facto", "historical"}
    assert [str(row) for row in table("states.tsv") if row.cells[7] not in kinds] == []


def test_spellings_shared_by_institutions_are_single_in_their_state():
    first: dict[tuple[str, str], Row] = {}
    wrong = []
    for row in table("institutions.tsv"):
        for spelling in values(row.cells[4]):
            other = first.setdefault((countries.fold(spelling), row.cells[2]), row)
            if other is not row:
                wrong.append(f"{row}: {spelling!r} is that of {other}")
    assert wrong == []


def test_no_spelling_means_two_things_unless_it_is_declared_ambiguous():
    declared = ambiguous()
    undeclared = []
    for key, same in clashes():
        if key not in declared or not any(matches(declared[key], entry) for entry in same):
            rows = "; ".join(sorted({str(entry.row) for entry in same}))
            undeclared.append(f"{key!r} stands for {rows}: drop one, or say in ambiguous.tsv which wins")
    assert undeclared == []


def test_what_is_declared_ambiguous_stands_in_the_table_that_wins():
    wrong = [
        row for key, row in ambiguous().items() if not any(matches(row, entry) for entry in entries().get(key, ()))
    ]
    assert [str(row) for row in wrong] == []


def test_the_winner_of_an_ambiguous_spelling_is_found():
    find = {"states": countries.state, "cities": countries.place, "institutions": countries.institution}
    wrong = []
    for row in table("ambiguous.tsv"):
        spelling, wanted, key, *_ = row.cells
        found = find[wanted](spelling) if wanted in find else None
        if countries.preferred(spelling) != wanted or (found and found.code != key):
            wrong.append(f"{row}: found {found}")
    assert wrong == []
