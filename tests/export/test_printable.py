"""Text made safe for a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.printable import printable


@given(
    st.lists(st.characters() | st.sampled_from("\r\n\t\x1b\x85\u00ad\u200b\u200d\u2028\u202e\u2066\ufeff")).map("".join)
)
def test_printable_is_one_line_without_control_or_direction_characters(text):
    shown = printable(text)
    assert len(shown.splitlines()) <= 1
    assert {unicodedata.category(char) for char in shown} & {"Cc", "Cs", "Zl", "Zp"} == set()
    assert {char for char in shown if unicodedata.category(char) == "Cf"} <= set("\u200c\u200d")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("\u202edesrever", "\\u202edesrever"),
        ("one\n\ttwo\u00a0 three", "one two three"),
        ("co\u00adoperate\u200b", "cooperate"),
        ("a\u2028b", "a\\u2028b"),
    ],
)
def test_printable_escapes_what_commands_and_flattens_what_breaks(text, expected):
    assert printable(text) == expected


@pytest.mark.parametrize(
    "text", ["外相は「続ける」と述べた。", "Zoe\u0308 e\u0301", "می\u200cشود", "👩\u200d⚖\ufe0f", "back\\slash"]
)
def test_printable_leaves_words_of_all_scripts(text):
    assert printable(text) == text
