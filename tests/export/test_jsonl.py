"""Readings as lines of JSON."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.jsonl import json_line, write_jsonl
from onrecord.records import Reading, text_hash


def written(readings) -> str:
    out = io.StringIO()
    write_jsonl(readings, out)
    return out.getvalue()


def test_jsonl_line_is_the_contract_and_comes_back_as_the_same_reading(talks):
    assert Reading.from_dict(json.loads(written([talks]))) == talks


@given(
    st.lists(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\r\x0b\x0c\x85\u2028\u2029")).map("".join)
)
def test_jsonl_keeps_any_text_on_one_line_and_to_the_letter(text):
    reading = Reading("x", text, text_hash(text), None, None, None, "m", (), ())
    (line,) = written([reading]).splitlines()
    assert json.loads(line)["text"] == text


def test_jsonl_writes_letters_of_all_scripts_as_themselves(reading_of):
    assert "“Այո”, 大使" in written([reading_of("“Այո”, 大使")])


def test_jsonl_writes_each_line_before_it_asks_for_the_next_reading(talks):
    out = io.StringIO()

    def readings():
        yield talks
        assert out.getvalue().count("\n") == 1
        yield talks

    write_jsonl(readings(), out)
    assert out.getvalue().count("\n") == 2


def test_jsonl_refuses_numbers_that_json_has_not(reading_of, statement):
    with pytest.raises(ValueError, match="JSON"):
        json_line(reading_of("“No.”", (statement("“No.”", "“No.”", certainty=float("nan")),)))
