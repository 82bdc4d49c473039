"""Whom a statement's source names, by simple means: rules over classes of words, no model.

The source's own words come first (:mod:`onrecord.reading.meant`); a quotation without a source and a source in the
first person are told by what stands around them. Whoever cannot be told stays untold: an empty answer is right for "a
source", and better than a guess for anybody else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.reading.attribution import Attribution
from onrecord.reading.cast import Cast
from onrecord.reading.lexicon import lexicon
from onrecord.reading.meant import Meant, Speakers
from onrecord.reading.names import Words, organisations, persons, words_of
from onrecord.records import Spans

# the title of a release whose author says "I" or "we" in it
_RELEASE = re.compile(
    r"(?:statement|remark|address|speech|comment|commentary|interview|answer|message|letter|declaration)(?:s|es)?"
    r" (?:by|of|from)(?: the)? ",
    re.IGNORECASE,
)
_TITLE_WITHIN = 300  # characters
# "MS. ORLEN:" at the start of a line
_LABEL = re.compile(r"^[ \t]*([^\W\d_][^\n:“\"]{0,40}):(?=\s)", re.MULTILINE)
# Attributions before and after a nested one among which the one around it is looked for.
_AROUND = 8


def speakers(text: str, attributions: Sequence[Attribution], readable: Spans) -> tuple[Speakers, ...]:
    """Who makes each statement.

    Args:
        text: the document's text.
        attributions: its attributions, in order.
        readable: spans of title and body, in order; names are looked for only there.

    Returns:
        For each attribution its speakers: none if they cannot be told, two or more who speak with one voice.
    """
    if not attributions:
        return ()
    words = words_of(text, readable)
    cast = Cast(words, (span for a in attributions for span in a.content))
    meant = Meant(words, cast)
    voices = _voices(words, readable, meant)
    found: list[Speakers] = []
    for i, attribution in enumerate(attributions):
        who: Speakers = ()
        if not attribution.source:
            who = _continued(words, attributions, i, found)
        elif not _first_person(words, attribution):
            who = meant.source(attribution.source)
        place = min(attribution.source or attribution.content)[0]
        cast.spoke(place, who)
        if who and cast.content_at(place) is None:
            meant.made((*attribution.source, *attribution.cue), who)
        found.append(who)
    # in an interview each turn begins with a name and a colon
    voices += [
        (a.source[0][0], who) for a, who in zip(attributions, found, strict=True) if who and _labels(text, a.source)
    ]
    voices.sort(key=lambda voice: voice[0])
    # "I" waits until the others are known: the attribution around it may come later
    for i, attribution in enumerate(attributions):
        if _first_person(words, attribution):
            found[i] = _around(attributions, i, found, voices)
    return tuple(found)


def _first_person(words: Words, attribution: Attribution) -> bool:
    if not attribution.source:
        return False
    first, last = words.between(attribution.source[0][0], attribution.source[-1][1])
    return first < last and words.kinds[first] == "p" and lexicon().means[words.lower(first)] == "self"


def _labels(text: str, source: Spans) -> bool:
    """Whether a source stands at the start of a line, before a colon."""
    if not source:
        return False
    line = text.rfind("\n", 0, source[0][0]) + 1
    return not text[line : source[0][0]].strip() and text[source[-1][1] : source[-1][1] + 2].lstrip().startswith(":")


def _around(
    attributions: Sequence[Attribution], i: int, found: Sequence[Speakers], voices: Sequence[tuple[int, Speakers]]
) -> Speakers:
    """The speaker of the quotation around "I" or "we", else of the turn or release that it stands in."""
    place = attributions[i].source[0][0]
    for k in range(max(0, i - _AROUND), min(len(found), i + _AROUND + 1)):
        if k != i and any(start <= place < end for start, end in attributions[k].content):
            return found[k]
    turn = bisect_right(voices, place, key=lambda voice: voice[0]) - 1
    return voices[turn][1] if turn >= 0 else ()


def _continued(words: Words, attributions: Sequence[Attribution], i: int, found: Sequence[Speakers]) -> Speakers:
    """Whoever spoke right before a bare quotation, if that is near and nobody else is named between."""
    start = attributions[i].content[0][0]
    if lexicon().kinds.get(words.text[start : start + 1]) != "q":
        return ()
    before = [
        (max(e for _, e in (*a.source, *a.cue, *a.content)), k) for k, a in enumerate(attributions[max(0, i - 3) : i])
    ]
    near = [(end, k + max(0, i - 3)) for end, k in before if end <= start]
    if not near:
        return ()
    end, k = max(near)
    gap = words.between(end, start)
    named = next(persons(words, *gap), None) or next(organisations(words, *gap), None)
    return () if named or len(re.findall(r"\n\s*", words.text[end:start])) > 1 else found[k]


def _voices(words: Words, readable: Spans, meant: Meant) -> list[tuple[int, Speakers]]:
    """Where somebody begins to speak without being quoted: the title of a release, labels of a transcript."""
    out: list[tuple[int, Speakers]] = []
    if readable:
        low, high = readable[0]
        title = _RELEASE.search(words.text, low, min(high, low + _TITLE_WITHIN))
        if title:
            line = words.text.find("\n", title.end(), high)
            out.append((low, meant.source(((title.end(), line if line >= 0 else high),))))
    for low, high in readable:
        for label in _LABEL.finditer(words.text, low, high):
            if label.group(1).isupper():
                out.append((label.start(), meant.source((label.span(1),))))
    return out
