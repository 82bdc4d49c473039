"""JSON lines to documents."""

import io
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.errors import SourceError
from onrecord.records import Document
from onrecord.sources.decode import fault_in
from onrecord.sources.json_lines import bounded_lines, jsonl
from onrecord.sources.limits import Limits


def one(record: object, **given: object) -> Document | SourceError:
    (found,) = jsonl([json.dumps(record)], name="batch.jsonl")
    assert isinstance(found, Document | SourceError)
    return found


@given(st.lists(st.binary() | st.text()))
@example([b"[" * 100_000])
@example([b'{"text": ' + b"9" * 5000 + b"}"])
@example([b'{"text": "a", "id": true}', b"\xef\xbb\xbf{}", b"\xff", b'{"text": "\\udfff"}'])
def test_jsonl_gives_documents_and_errors_and_nothing_else(lines: list[bytes | str]) -> None:
    found = list(jsonl(lines))
    assert all(isinstance(item, Document | SourceError) for item in found)
    assert len(found) == sum(bool(line.strip()) for line in lines)


JSON = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text(), max_size=2)


@given(st.dictionaries(st.sampled_from(["id", "text", "published", "title", "url", "author", "more"]), JSON))
def test_jsonl_never_hands_on_what_cannot_be_stored(record: dict[str, object]) -> None:
    found = one(record)
    if isinstance(found, Document):
        assert found.text == record["text"]
        for value in (found.id, found.text, found.title, found.url, found.author):
            assert value is None or fault_in(value) is None


def test_jsonl_keeps_every_character_of_the_text() -> None:
    text = "\ufeff “Yes,”\r\n she said.\r\tNo\u2028more. \n"
    found = one({"id": "a", "text": text})
    assert isinstance(found, Document)
    assert found.text == text


def test_jsonl_reads_all_fields() -> None:
    record = {
        "id": 7,
        "text": "The talks go on.",
        "published": "2024-05-31T08:00:00+04:00",
        "title": "Talks go on",
        "url": "https://vessia.example/7",
        "outlet": "Vessia Herald",
        "author": "Ana Torv",
        "mood": "unknown to us",
    }
    assert one(record) == Document(
        id="7",
        text="The talks go on.",
        origin="batch.jsonl",
        title="Talks go on",
        published="2024-05-31",
        url="https://vessia.example/7",
        outlet="Vessia Herald",
        author="Ana Torv",
        media_type="application/jsonl",
    )


def test_jsonl_names_documents_by_line_where_they_have_no_id() -> None:
    found = list(jsonl(["", '{"text": "One."}\n', "  \n", '{"id": "", "text": "Two."}'], name="b.jsonl"))
    assert [item.id for item in found if isinstance(item, Document)] == ["b.jsonl:2", "b.jsonl:4"]


def test_jsonl_keeps_the_order_and_goes_on_after_a_bad_line() -> None:
    lines = ['{"id": "a", "text": "One."}', "nonsense", '{"id": "b", "text": "Two."}']
    first, bad, last = jsonl(lines, name="batch.jsonl")
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.id, last.id) == ("a", "b")
    assert str(bad).startswith("batch.jsonl line 2: is not JSON")


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("[1]", "not an object"),
        ("{}", 'has no "text"'),
        ('{"text": 5}', "not a string"),
        ('{"text": ""}', "no text"),
        ('{"text": "12, 13"}', "no letters"),
        ('{"text": "a", "published": "May"}', "'May'"),
        ('{"text": "a", "published": 20240531}', '"published" that is not a string'),
        ('{"text": "a", "title": ["b"]}', '"title" that is not a string'),
        ('{"text": "a", "id": 1.5}', "neither a string nor a whole number"),
        ('{"text": "ab\\ud83d"}', 'half a surrogate pair .U.D83D. at character 2 of its "text"'),
        ('{"text": "a", "title": "b\\u0000"}', 'NUL character at character 1 of its "title"'),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
    ],
)
def test_jsonl_says_what_is_wrong_with_a_line(line: str | bytes, word: str) -> None:
    (error,) = jsonl([line], name="b.jsonl")
    assert isinstance(error, SourceError)
    with pytest.raises(SourceError, match=word):
        raise error
    assert error.where == "b.jsonl line 1"


def test_jsonl_takes_whole_surrogate_pairs() -> None:
    found = list(jsonl(['{"text": "a \\ud83d\\ude00"}']))
    assert [item.text for item in found if isinstance(item, Document)] == ["a \U0001f600"]


def test_jsonl_is_lazy() -> None:
    def lines() -> object:
        yield '{"text": "One."}'
        raise AssertionError("read ahead")

    assert isinstance(next(jsonl(lines())), Document)  # type: ignore[arg-type]


def test_bounded_lines_pass_over_the_rest_of_a_line_that_is_too_long() -> None:
    limits = Limits(file_bytes=20)
    stream = io.BytesIO(b'{"text": "a"}\n' + b"x" * 100 + b'\n{"text": "b"}\n' + b"y" * 21)
    first, bad, second, last = jsonl(bounded_lines(stream, limits), name="b.jsonl", limits=limits)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.text, second.text) == ("a", "b")
    assert str(bad).startswith("b.jsonl line 2: is 20 bytes or longer")
    assert str(last).startswith("b.jsonl line 4: ")


@given(st.lists(st.binary(max_size=30).filter(lambda line: b"\n" not in line)), st.integers(1, 40))
def test_bounded_lines_are_as_many_as_there_are(lines: list[bytes], limit: int) -> None:
    content = b"".join(line + b"\n" for line in lines)
    found = list(bounded_lines(io.BytesIO(content), Limits(file_bytes=limit)))
    assert len(found) == len(lines)
    assert all(got == line + b"\n" for got, line in zip(found, lines, strict=True) if len(line) < limit)
