"""The roles' numbers are those that the weights were trained with."""

from onrecord.reading.roles import Role


def test_roles_have_the_numbers_of_the_heads_columns():
    assert [role.name for role in sorted(Role)] == ["NONE", "SOURCE", "CUE", "CONTENT", "ANCHOR"]
    assert list(Role) == [0, 1, 2, 3, 4]
