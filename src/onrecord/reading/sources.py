"""Sources that the attribution head cut short or passed over: "The" for "The Foreign Ministry", "Statement by X on"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.attribution import Attribution
from onrecord.reading.lexicon import lexicon
from onrecord.reading.mentions import Core
from onrecord.records import Spans

_BY = re.compile(r"\s+(?:by|from)\s+")
_NEAR = re.compile(r"(?:\s+[\w-]+){0,2}\s+")


def whole_sources(
    text: str, attributions: Sequence[Attribution], cores: Sequence[Core], paragraphs: Spans
) -> tuple[Attribution, ...]:
    """Attributions with whole sources.

    A source that is a determiner goes to the end of the mentions behind it; whoever puts out a statement is its source.

    Args:
        text: the document's text.
        attributions: of the document.
        cores: its mentions, in order.
        paragraphs: spans of title and body; a source does not leave its own.
    """
    starts = [core.start for core in cores]
    ends = [end for _, end in paragraphs]
    return tuple(_whole(text, attribution, cores, starts, ends) for attribution in attributions)


def _whole(
    text: str, attribution: Attribution, cores: Sequence[Core], starts: Sequence[int], ends: Sequence[int]
) -> Attribution:
    start, end = attribution.source[0] if len(attribution.source) == 1 else (-1, -1)
    by = _release_by(text, attribution)
    if by is not None:
        start = end = by
    elif text[start:end].lower() not in lexicon().groups["determiner"] or start < 0:
        return attribution
    k = bisect_left(ends, end)
    limit = ends[k] if k < len(ends) else len(text)
    limit = min([limit, *(s for s, _ in (*attribution.cue, *attribution.content) if s >= end)])
    last = _neighbours(text, cores, bisect_left(starts, end), end, limit)
    return attribution if last == end else replace(attribution, source=((start, last),))


def _release_by(text: str, attribution: Attribution) -> int | None:
    """Where whoever put something out is named: behind "Statement *by*"; None if the cue is no such word."""
    if not attribution.cue:
        return None
    start, end = attribution.cue[-1]
    found = _BY.search(text, start, min(len(text), end + 8))
    if found is None or found.end() < end or not text[start : found.start()].split():
        return None
    word = text[start : found.start()].split()[-1].lower()
    release = word in lexicon().groups["document"] and lexicon().means[word] == "speaker"
    return found.end() if release else None


def _neighbours(text: str, cores: Sequence[Core], k: int, end: int, limit: int) -> int:
    """The end of the mentions from the ``k``-th on that stand in one noun phrase."""
    last = end
    while k < len(cores) and cores[k].end <= limit:
        gap = text[last : cores[k].start]
        first = _NEAR.fullmatch(gap) or gap in ("", "the ", "The ")
        if not (first if last == end else gap in (" ", "’s ", "'s ", " of ", " of the ")):
            break
        last = cores[k].end
        k += 1
    return last
