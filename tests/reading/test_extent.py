import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.extent import stripped, trimmed, unframed
from onrecord.reading.quotation import quotations


def words_of(text: str, *pieces: str) -> list[str]:
    spans = tuple((text.index(p), text.index(p) + len(p)) for p in pieces)
    return [text[s:e] for s, e in trimmed(text, spans, quotations(text))]


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        ("He left. “We signed,” she said.", ". “We signed,”", "“We signed,”"),
        ("She said “we signed” twice.", "we signed", "“we signed”"),
        ("She said “we signed” twice.", "“we signed", "“we signed”"),
        (
            "She said that the port, which is closed,",
            "that the port, which is closed,",
            "that the port, which is closed",
        ),
        ("It was never closed: “The port stays", "“The port stays", "“The port stays"),
        ("He called it a “sham” vote", "a “sham", "a “sham”"),
        ("It said that no draft was signed, and warned.", "that no draft was signed, and", "that no draft was signed"),
        ("She would neither confirm nor", "neither confirm nor", "neither confirm"),
        ("He called for a strand", "a strand", "a strand"),
        ("She asked about ferries, “who sails?” “Nobody.”", "about ferries, “", "about ferries"),
        ("“Nobody.” He knows why", "” He knows why", "He knows why"),
        ("He asked: who signed? ", "who signed? ", "who signed?"),
    ],
)
def test_content_takes_its_own_marks_and_leaves_the_sentences_commas(text: str, piece: str, expected: str) -> None:
    assert words_of(text, piece) == [expected]


def test_a_source_or_cue_keeps_its_words_and_may_be_a_mark() -> None:
    text = "the report, which said: we left"
    assert stripped(text, ((4, 11), (12, 17), (22, 23))) == ((4, 10), (12, 17), (22, 23))


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        (
            "Orlen spoke in response to a query about Minch’s claim that ferries stop: “They sail.",
            "spoke in response to",
            "a query about Minch’s claim that ferries stop: “They sail.",
            "“They sail.",
        ),
        (
            "She said the aim was clear: “They sail.”",
            "said",
            "the aim was clear: “They sail.”",
            "the aim was clear: “They sail.”",
        ),
        ("Asked by us, she said: “No.”", "said", "“No.”", "“No.”"),
        ("She asked him about “ferries” again", "asked", "him about “ferries” again", "him about “ferries” again"),
    ],
)
def test_what_is_answered_is_not_said(text: str, cue: str, content: str, expected: str) -> None:
    def span(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    found = unframed(text, (span(cue),), (span(content),), quotations(text))
    assert [text[s:e] for s, e in found] == [expected]


def test_a_conjunction_alone_stays() -> None:
    assert words_of("It said and", "and") == ["and"]


def test_a_piece_without_words_goes() -> None:
    assert words_of("“We left,” he said, “and came back.”", "“We left,”", ", “") == ["“We left,”"]


def test_nothing_but_marks_is_no_content() -> None:
    text = "He said: ..."
    assert trimmed(text, ((8, 12),), quotations(text)) == ()


@given(st.lists(st.sampled_from(["a", "bc", " ", ",", ".", "“", "”", '"', "'", "\n"])).map("".join), st.data())
def test_spans_stay_in_the_text_and_keep_their_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = trimmed(text, ((start, end),), quotations(text))
    letters = [i for i in range(start, end) if text[i].isalnum()]
    assert bool(spans) == bool(letters)
    for s, e in spans:
        assert 0 <= s < e <= len(text)
        assert [i for i in range(s, e) if text[i].isalnum()] == letters
