"""What one marked actor does to another, by the shipped model."""

import pytest

from onrecord import Reader


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "expected"),
    [
        ("Latvia accused Norway of breaking the treaty.", "Latvia", "Norway", "ACCUSE"),
        ("Latvia's foreign minister met her Norwegian counterpart in Riga.", "Latvia", "Norwegian", "CONSULT"),
        ("Rebels attacked an army convoy on the northern road, killing four soldiers.", "Rebels", "army", "ASSAULT"),
        ("Police arrested three protesters outside the parliament.", "Police", "protesters", "COERCE"),
    ],
)
def test_the_type_between_two_marked_actors_is_told(text, actor, recipient, expected):
    spans = ((text.index(word), text.index(word) + len(word)) for word in (actor, recipient))
    assert Reader().between(text, *spans) == expected


def test_actors_too_far_apart_for_one_window_have_no_type():
    text = "Latvia " + "waited and waited and " * 400 + "Norway"
    assert Reader().between(text, (0, 6), (len(text) - 6, len(text))) is None
