"""The day of publication as the text itself tells it: a dateline, or the stamp beside headline or article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from onrecord.reading.dates.expressions import time_expressions
from onrecord.reading.segment import Paragraph
from onrecord.records import Span

_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"[^\W\d_]+")
# a dateline's place and agency: words with capitals and little else, at a paragraph's head
_MOST_BEFORE = 8
_BEHIND_DATELINE = re.compile(r"\s*[.,:;)]*\s*(?:[-–—/|(]|[.:]\s|\n)")
# a stamp is a date with few words beside it: "Published: ...", "... Read: 981", a byline
_STAMP_WIDTH, _STAMP_WORDS = 140, 7
_BEFORE_CHANGE = re.compile(
    r"(?:\b(?:updated?|modified|edited|revised|accessed|retrieved|archived|copyright)|©)\W*", re.IGNORECASE
)
# words of prose; furniture lines between headline and article have fewer
_PROSE = 18
# how many paragraphs a stamp is looked for in above the article and under it
_ABOVE, _UNDER = 8, 3
# other dated lines so near under the article are a list of other articles
_LIST = 8


def dateline(text: str, paragraphs: Sequence[Paragraph]) -> str | None:
    """The day of publication that the text tells, ``YYYY-MM-DD``.

    Args:
        text: the document's text.
        paragraphs: all of its paragraphs, furniture as well, as :func:`onrecord.reading.segment.segment` has them.

    Returns:
        The day of a dateline with a year ("YEREVAN, July 29, 2019. /ARMENPRESS/."); else that of the stamp nearest
        above the article's first paragraph; else that of a lone stamp under its last. A day that is said to be that of
        a change, one in a list of other articles and one without a year are none.
    """
    body = [i for i, p in enumerate(paragraphs) if p.kind == "body"]
    prose = next((i for i in body if len(_words(text, paragraphs[i])) >= _PROSE), None)
    if prose is None:
        return None
    heads = [i for i in body if i <= prose + 1]
    for i in heads:
        if found := _dateline(text, (paragraphs[i].start, paragraphs[i].end)):
            return found
    title = max((i for i, p in enumerate(paragraphs[:prose]) if p.kind == "title"), default=None)
    first = max(0, prose - _ABOVE)
    # under the headline the one nearest to it, else the one nearest to the article: further up is the day of the visit
    between = range(title + 1, prose) if title is not None else range(0)
    for i in [*between, *reversed(range(first, title if title is not None else prose))]:
        if found := _stamp(text, paragraphs[i]):
            return found
    last = body[-1]
    under = list(islice(paragraphs, last + 1, last + 1 + _LIST))
    stamps = [(i, found) for i, p in enumerate(under) if (found := _stamp(text, p))]
    if len(stamps) == 1 and stamps[0][0] < _UNDER:
        return stamps[0][1]
    return _stamp(text, paragraphs[last]) if last > prose else None


def _dateline(text: str, span: Span) -> str | None:
    """The day in a paragraph's dateline."""
    head = (span[0], min(span[1], span[0] + 160))
    for expression in time_expressions(text, (head,), None):
        if not _FULL.match(expression.value):
            continue
        start, end = expression.span
        before = _WORD.findall(text, span[0], start)
        placed = (
            before and len(before) <= _MOST_BEFORE and all(w[0].isupper() or w in ("de", "of", "and") for w in before)
        )
        if placed and any(w.isupper() and len(w) > 2 for w in before) and _BEHIND_DATELINE.match(text, end):
            return expression.value[:10]
        return None
    return None


def _stamp(text: str, paragraph: Paragraph) -> str | None:
    """The day of a short line that is little more than a date."""
    if paragraph.end - paragraph.start > _STAMP_WIDTH:
        return None
    for expression in time_expressions(text, ((paragraph.start, paragraph.end),), None):
        start, end = expression.span
        if not _FULL.match(expression.value) or _BEFORE_CHANGE.search(text, max(paragraph.start, start - 24), start):
            continue
        others = _WORD.findall(text[paragraph.start : start] + " " + text[end : paragraph.end])
        if len(others) <= _STAMP_WORDS:
            return expression.value[:10]
    return None


def _words(text: str, paragraph: Paragraph) -> list[str]:
    return _WORD.findall(text, paragraph.start, paragraph.end)
