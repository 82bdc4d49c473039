"""First names tell a gender where they are of one."""

import pytest

from onrecord.actors.first_names import first_names, gender
from onrecord.tables import rows


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("Nikol", "m"),
        ("Nino", "f"),
        ("Zhanna", "f"),
        ("Jean-Yves", "m"),
        ("Anne-Marie", "f"),
        ("Mehriban", "f"),
        ("Abdul Rahman", "m"),
        ("SERGEY", "m"),
        ("François", "m"),
        ("Francois", "m"),
        ("Andrea", None),
        ("Qwxz", None),
        ("", None),
        ("Yoko", "f"),
        ("Sushma", "f"),
        ("Ngozi", "f"),
        ("Abiy", "m"),
        ("Dilma", "f"),
        ("Xiomara", "f"),
    ],
)
def test_first_names_tell_their_gender(given: str, told: str | None) -> None:
    assert gender(given) == told


def test_the_table_has_a_gender_for_every_name_and_no_name_twice() -> None:
    table = list(rows("firstnames.tsv"))
    assert all(len(row) == 2 and row[1] in ("m", "f", "-") for row in table)
    assert len({name for name, _ in table}) == len(table)
    assert len(first_names()) > 2500


def test_other_tables_of_names_are_whole() -> None:
    assert all(len(row) == 2 and all(row) for row in rows("nicknames.tsv"))
    assert all(len(row) == 2 and all(row[1].split("|")) for row in rows("nameparts.tsv"))
    assert all(len(row) in (2, 3) and row[2:] in ([], ["m"], ["f"]) for row in rows("titles.tsv"))
