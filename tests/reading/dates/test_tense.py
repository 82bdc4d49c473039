"""Past or future, from the verb beside an expression."""

import pytest

from onrecord.reading.dates.row import Row
from onrecord.reading.dates.tense import tense_at


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("They met in @", "past"),
        ("They will meet in @", "future"),
        ("They agreed to meet in @", "future"),
        ("The summit is scheduled for @", "future"),
        ("The envoy said the ministers will meet in @", "future"),
        ("In @ the ministers will meet", "future"),
        ("In @ the ministers arrived", "past"),
        ("They left. The summit of @", None),
        ("Exports by @", "future"),
    ],
)
def test_nearest_verb_tells(text, tense):
    row = Row(whole := text.replace("@", "December"), 0, len(whole))
    k = row.words.index("december")
    assert tense_at(row, k, k + 1) == tense
