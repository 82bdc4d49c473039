"""Tags of the mention head."""

from onrecord.reading.tags import TAGS, TYPES


def test_every_type_has_a_tag_to_open_and_one_to_go_on():
    assert TAGS[0] == "O"
    assert len(TAGS) == len(set(TAGS)) == 1 + 2 * len(TYPES)
    # the decoder reckons with this order
    assert [TAGS[1 + 2 * i] for i in range(len(TYPES))] == [f"B-{kind}" for kind in TYPES]
    assert [TAGS[2 + 2 * i] for i in range(len(TYPES))] == [f"I-{kind}" for kind in TYPES]
