"""The table of states is made of CLDR and our own rows."""

import pytest

pytest.importorskip("babel", reason="babel makes the table: pip install babel")

from onrecord.tables import rows as shipped
from training import states


def test_own_names_win_over_those_of_cldr(monkeypatch):
    monkeypatch.setattr(states, "names", lambda: {"AAA": "Arland (Aria)", "BBB": "Bor & Bar"})
    own = "# note\nBBB\t\t\tBorian\nAAA\tAr\tOld Ar|Ar\tArian\tArton\t\tBBB\tterritory\n"
    assert states.rows(own) == [
        ["AAA", "Ar", "Old Ar", "Arian", "Arton", "", "BBB", "territory"],
        ["BBB", "Bor and Bar", "", "Borian", "", "", "", "state"],
    ]


def test_a_state_without_a_row_is_named(monkeypatch):
    monkeypatch.setattr(states, "names", lambda: {"AAA": "Arland", "BBB": "Borland"})
    with pytest.raises(SystemExit, match="lacks BBB"):
        states.rows("AAA\n")


def test_a_row_without_a_name_is_named(monkeypatch):
    monkeypatch.setattr(states, "names", dict)
    with pytest.raises(SystemExit, match="CCC"):
        states.rows("CCC\t\tCeland\n")


def test_the_table_that_ships_is_that_of_the_script():
    own = (states.HERE / "states.own.tsv").read_text(encoding="utf-8")
    assert states.rows(own) == list(shipped("states.tsv"))
