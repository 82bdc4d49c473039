"""The data files are whole."""

from onrecord.tables import rows


def test_rows_leave_comments_out() -> None:
    assert not [row for row in rows("languages.tsv") if row[0].startswith("#")]


def test_languages_have_a_code_and_a_name_each() -> None:
    table = list(rows("languages.tsv"))
    assert all(len(row) == 2 and all(row) for row in table)
    assert len({code for code, _ in table}) == len(table)


def test_signatures_have_five_fields_each() -> None:
    assert {len(row) for row in rows("signatures.tsv")} == {5}
