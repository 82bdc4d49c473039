"""The table of cities is made of our own rows and of large cities whose names are free."""

from onrecord.tables import rows as shipped
from training import cities


def test_own_rows_win_and_the_larger_of_two_cities_is_kept():
    ours = [["Arton", "Old Arton", "AAA", ""]]
    large = [("Old Arton", "BBB"), ("Twin", "BBB"), ("Twin", "CCC")]
    assert cities.joined(ours, large, {}) == [["Arton", "Old Arton", "AAA", ""], ["Twin", "", "BBB", ""]]


def test_a_city_that_bears_the_name_of_another_state_is_left_out():
    taken = {"Arland": "AAA", "Borton": "BBB"}
    found = cities.joined([], [("Arland", "BBB"), ("Borton", "BBB")], taken)
    assert found == [["Borton", "", "BBB", ""]]


def test_our_rows_stand_in_the_table_that_ships():
    table = {tuple(row) for row in shipped("cities.tsv")}
    assert [row for row in cities.own() if tuple(row) not in table] == []
