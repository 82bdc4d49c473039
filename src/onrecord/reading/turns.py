"""Transcripts: lines that begin with a speaker's label, and what is said under each until the next.

"MS. ORLEN: Good morning." is a statement with the label as its source and the colon as its cue, as PolNeAR has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reading.attribution import Attribution, Evidence
from onrecord.records import Span

# MS. ORLEN: · QUESTION: · Q: · Q · THE PRESIDENT: · PRESIDENT MACRON (through interpreter): · Ivo Tarkand:
_LABEL = re.compile(
    r"(?P<name>(?:[QA]|[^\W\d_a-z][^\W\d_]*(?:[.'’-]*[ \t]?[^\W\d_][^\W\d_]*){0,5}\.?))"
    r"(?:[ \t]*\([^()\n]{1,40}\))?(?:[ \t]*(?P<colon>:)|(?<=\bQ)(?=[^\S\n]))"
)
_QUESTIONER = frozenset(("Q", "A"))
_CONVERSATION = re.compile(r"\b(?:I|I['’]\w+|we|We|you|You|my|our|your|thank|Thank)\b")
_FEWEST = 3
# in a transcript most paragraphs are somebody's turn; elsewhere a label speaks for its own paragraph only
_TRANSCRIPT = 0.25
_SURE = Evidence(0.999, 0.999, 0.999, 0.999)


@dataclass(frozen=True, slots=True)
class _Turn:
    name: Span
    colon: Span | None
    speech: int  # where what is said begins
    paragraph: int


def turns(text: str, paragraphs: Sequence[Span]) -> tuple[Attribution, ...]:
    """The turns of a transcript, or of one inside an article; none where the text only has lines with colons.

    Args:
        text: the document's text.
        paragraphs: spans of title and body, in order.
    """
    labelled = [turn for i, span in enumerate(paragraphs) if (turn := _turn(text, span, i)) is not None]
    found = _recurring(text, labelled)
    if not _is_conversation(text, found, paragraphs):
        return ()
    whole = len(found) >= _TRANSCRIPT * (len(paragraphs) - found[0].paragraph)
    ends = [turn.paragraph for turn in found[1:]] + [len(paragraphs)]
    out = []
    for turn, end in zip(found, ends, strict=True):
        last = end if whole else turn.paragraph + 1
        spoken = [(turn.speech, paragraphs[turn.paragraph][1]), *paragraphs[turn.paragraph + 1 : last]]
        content = tuple(span for span in spoken if any(map(str.isalnum, text[span[0] : span[1]])))
        if content:
            out.append(Attribution((turn.name,), (turn.colon,) if turn.colon else (), content, _SURE, verbatim=True))
    return tuple(out)


def _turn(text: str, span: Span, paragraph: int) -> _Turn | None:
    label = _LABEL.match(text, *span)
    if label is None:
        return None
    words = label["name"].split()
    if not (label["name"].isupper() or all(word[:1].isupper() for word in words)):
        return None
    speech = label.end()
    while speech < span[1] and text[speech].isspace():
        speech += 1
    return _Turn(label.span("name"), label.span("colon") if label["colon"] else None, speech, paragraph)


def _is_conversation(text: str, found: Sequence[_Turn], paragraphs: Sequence[Span]) -> bool:
    """Whether labels come back and what stands behind them is talk, not a list of places and figures."""
    names = Counter(text[slice(*turn.name)].split()[-1] for turn in found)
    # an interview labelled only Q and A names nobody: it is left to the model
    if len(names) < 2 or names.keys() <= _QUESTIONER:
        return False
    ends = [turn.name[0] for turn in found[1:]] + [paragraphs[-1][1]]
    talk = sum(1 for turn, end in zip(found, ends, strict=True) if _CONVERSATION.search(text, turn.speech, end))
    if len(found) >= _FEWEST and max(names.values()) > 1:
        return _is_upper(text, found) or talk >= len(found) / 2
    # an excerpt: a question and its answer
    return _is_upper(text, found) and talk == len(found)


def _recurring(text: str, found: Sequence[_Turn]) -> list[_Turn]:
    """Labels of the transcript's own kind: in capitals where most are; else those whose last word comes back."""
    if _is_upper(text, found):
        return [turn for turn in found if text[slice(*turn.name)].isupper()]
    last = Counter(text[slice(*turn.name)].split()[-1] for turn in found)
    return [turn for turn in found if last[text[slice(*turn.name)].split()[-1]] > 1]


def _is_upper(text: str, found: Sequence[_Turn]) -> bool:
    names = [name for turn in found if (name := text[slice(*turn.name)]) not in _QUESTIONER]
    return sum(map(str.isupper, names)) > len(names) / 2
