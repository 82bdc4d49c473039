"""Transcripts, and texts that only look like one."""

import pytest

from onrecord.reading.turns import turns
from onrecord.records import Span


def lines_of(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def turns_of(text: str) -> list[tuple[str, str, list[str]]]:
    def words(spans: tuple[Span, ...]) -> list[str]:
        return [text[s:e] for s, e in spans]

    return [(words(t.source)[0], "".join(words(t.cue)), words(t.content)) for t in turns(text, lines_of(text))]


BRIEFING = """Daily briefing of the ministry

MS. ORLEN: Good morning. The envoy arrives on Friday.

With that, your questions.

QUESTION: Will he stay?

MS. ORLEN (through interpreter): He will.

Q\u00a0\u00a0\u00a0 For how long?

MS. ORLEN: We shall see."""


def test_a_label_speaks_until_the_next() -> None:
    assert turns_of(BRIEFING) == [
        ("MS. ORLEN", ":", ["Good morning. The envoy arrives on Friday.", "With that, your questions."]),
        ("QUESTION", ":", ["Will he stay?"]),
        ("MS. ORLEN", ":", ["He will."]),
        ("Q", "", ["For how long?"]),
        ("MS. ORLEN", ":", ["We shall see."]),
    ]


def test_turns_are_the_speakers_own_words() -> None:
    assert all(turn.verbatim for turn in turns(BRIEFING, lines_of(BRIEFING)))


def test_names_in_small_letters_are_labels_when_they_talk_and_come_back() -> None:
    text = "Ivo Tarkand: I have no news.\nPetra Liddow: You had some.\nTarkand: We wait.\nLiddow: Thank you."
    assert [who for who, _, _ in turns_of(text)] == ["Ivo Tarkand", "Petra Liddow", "Tarkand", "Liddow"]


def test_an_excerpt_of_a_question_and_its_answer_is_a_transcript() -> None:
    text = "The spokesman took questions.\nQUESTION: Do you have an update?\nMR PRICE: I do not."
    assert [who for who, _, _ in turns_of(text)] == ["QUESTION", "MR PRICE"]


def test_inside_an_article_a_label_speaks_for_its_own_paragraph() -> None:
    report = [f"The committee met for the {n}th time and went home." for n in range(4, 24)]
    text = "\n".join(["ORLEN: No.", "TARKAND: Why?", "ORLEN: I say no.", *report])
    assert turns_of(text)[-1] == ("ORLEN", ":", ["I say no."])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Place: Vessia\nDate: 4 May\nTime: noon\nPlace: Oslen\nDate: 5 May",
        "Sorvia: 44 seats\nHalvenia: 12 seats\nSorvia: 45 seats",
        "Q: Did you sign?\nA: I did.\nQ: When?\nA: On Monday, I think.",
        "ORLEN: One turn.\nNobody answers.",
        "TELMAR: The port is closed.\nVELL: The ferries wait.",
        "He said: we leave.\nShe said: you stay.\nHe said: I leave.",
    ],
)
def test_lines_with_colons_are_not_a_transcript(text: str) -> None:
    assert turns_of(text) == []


def test_a_label_without_words_says_nothing() -> None:
    text = "ORLEN: I begin.\nTARKAND: —\nORLEN: I end."
    assert [who for who, _, _ in turns_of(text)] == ["ORLEN", "ORLEN"]
