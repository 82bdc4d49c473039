"""The grammar's table: every rule compiles, has a function."""

from onrecord.reading.dates.expressions import _function
from onrecord.reading.dates.grammar import matches
from onrecord.reading.dates.row import Row
from onrecord.tables import rows


def test_each_rule_has_a_function():
    for name, _ in rows("time-grammar.tsv"):
        assert name[0] == "=" or callable(_function(name))


def test_the_longest_match_comes_first():
    row = Row(text := "early on 29 July 2019", 0, len(text))
    found = list(matches(row, 2))
    assert [m.last for m in found] == sorted((m.last for m in found), reverse=True)
    assert found[0].last == 5
