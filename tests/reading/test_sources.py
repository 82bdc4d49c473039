"""Sources that were cut short are made whole; mentions are marked by hand."""

import pytest

from onrecord.reading.attribution import Attribution, Evidence
from onrecord.reading.sources import whole_sources

SURE = Evidence(1.0, 1.0, 1.0, 1.0)


@pytest.fixture(scope="module")
def whole(by_hand):
    """A function from a marked text, a source and a cue to the source made whole."""

    def find(marked, source, cue):
        text, cores = by_hand(marked)
        at, told = text.index(source), text.index(cue)
        paragraphs, start = [], 0
        for line in text.split("\n"):
            paragraphs.append((start, start + len(line)))
            start += len(line) + 1
        made = Attribution(((at, at + len(source)),), ((told, told + len(cue)),), ((len(text) - 3, len(text)),), SURE)
        (out,) = whole_sources(text, [made], cores, tuple(paragraphs))
        return [text[s:e] for s, e in out.source]

    return find


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("The {o:Foreign Ministry} said no.", "The Foreign Ministry"),
        ("The {s:Latvian} {o:Foreign Ministry} {r:spokeswoman} said no.", "The Latvian Foreign Ministry spokeswoman"),
        ("The senior {r:diplomat} said no.", "The senior diplomat"),
    ],
)
def test_a_determiner_alone_goes_to_the_end_of_its_mention(marked, source, whole):
    assert whole(marked, "The", "said") == [source]


def test_a_source_does_not_reach_over_its_cue_or_paragraph(whole):
    assert whole("The said {o:Foreign Ministry} no.", "The", "said") == ["The"]
    assert whole("The\n{o:Foreign Ministry} said no.", "The", "said") == ["The"]


def test_a_source_of_more_than_a_determiner_is_left_as_it_is(whole):
    assert whole("The senior {r:diplomat} said no.", "The senior", "said") == ["The senior"]


def test_a_determiner_before_nobody_is_left_as_it_is(whole):
    assert whole("The rain said no.", "The", "said") == ["The"]


def test_a_statement_without_source_has_none():
    made = Attribution((), (), ((0, 3),), SURE)
    assert whole_sources("Yes", [made], [], ((0, 3),)) == (made,)
