"""Where a text stands inside quotation marks, in every style news is written in.

Marks come curly, straight, as guillemets either way round, low-high, single, doubled apostrophes; they are opened
again at each paragraph, left open, closed twice, and look like apostrophes and inches. One pass over a paragraph
decides by the mark's shape and by what stands on either side of it. Only the outermost quotations are told:
whether words are somebody's own does not change further in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import Span

_ALWAYS_OPEN = "„‟〝「『"
_OPEN_BY_SHAPE = "“«‹"
_CLOSE_BY_SHAPE = "”»›〞」』"
_STRAIGHT = '"＂'
_DOUBLE = frozenset(_ALWAYS_OPEN + _OPEN_BY_SHAPE + _CLOSE_BY_SHAPE + _STRAIGHT)
_SINGLE_OPEN = "‘'‚‛`"
_BRACKETS = "([{"
_DASHES = "—–―-:/"
_OPENING_COMPANY = frozenset(_BRACKETS + _DASHES + ",…¡¿" + "‘'`") | _DOUBLE
_STOPS = ",;:)]}"
_CLOSERS = {"„": "“”", "‟": "”", "”": "”“", "“": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "`": "'"}
_CLOSERS |= {"〝": "〞", "「": "」", "『": "』"}

# ""so"" is an opening mark typed or escaped twice
_MARK = re.compile(r"``|''|(?<!\S)\"\"(?=[^\W_])|[" + "".join(_DOUBLE) + _SINGLE_OPEN + "]")
# behind a word or its stop, and not inside a word
_SINGLE_END = re.compile(r"(?<!\s)[’'‘](?![^\W_])|(?<=\s)[‘'](?=[^\W\d_])")
# how far is looked ahead, in characters and in marks: one pass stays one pass, whatever comes in
_LONGEST_SINGLE, _AHEAD = 2000, 200
_FIGURE = re.compile(r"(?:^|\D)\d{1,2}$")
_ELISION = re.compile(r"(?:em|tis|twas|cause|til|bout|round|n|\d\ds?)(?![^\W_])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of text in quotation marks, marks included; ``closed`` is false where the closing mark is missing."""

    start: int
    end: int
    closed: bool


def quotations(text: str, paragraphs: Sequence[Span] | None = None) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order, never overlapping and never crossing from paragraph to paragraph.

    A quotation that is never closed ends with its paragraph, or where the next one opens.

    Args:
        text: any text.
        paragraphs: spans of it in order; its lines without them.
    """
    spans = _lines(text) if paragraphs is None else paragraphs
    return tuple(found for start, end in spans for found in _in_paragraph(text, start, end))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark in its place: ``before`` and ``after`` are the characters beside it, spaces at the ends of the line."""

    start: int
    end: int
    sign: str
    before: str
    after: str

    @property
    def can_open(self) -> bool:
        """Whether it stands where an opening mark does: after space or company, before a word."""
        if self.before == self.sign and not self.after.isalnum():
            return False
        return (
            (self.before.isspace() or self.before in _OPENING_COMPANY)
            and not self.after.isspace()
            and self.after not in _STOPS
        )

    @property
    def can_close(self) -> bool:
        """Whether it stands where a closing mark does: right behind a word or its stop."""
        return not self.before.isspace() and self.before not in _BRACKETS

    @property
    def opens(self) -> bool:
        """Whether it opens a quotation where none is open."""
        if self.sign in _ALWAYS_OPEN:
            return True
        if self.sign in _CLOSE_BY_SHAPE:
            # ”so“, »so«
            return self.can_open and (not self.can_close or (self.before in _DASHES and self.after.isalpha()))
        if self.can_open or not self.can_close:
            return True
        # nothing is open, so a mark right before a word opens, even without a space in front of it
        if self.sign in _STRAIGHT:
            return self.after.isalnum() and not self.before.isalnum()
        return self.sign == "`" or (self.sign in _OPEN_BY_SHAPE and not self.after.isspace())

    def closes(self, opener: _Mark) -> bool:
        """Whether it ends the quotation that ``opener`` began, also where the two do not match."""
        if self.sign in _STRAIGHT or self.sign == "'":
            # after a comma or a dash both are possible; an open quotation is then closed
            return self.can_close or not self.can_open
        if self.sign in _CLOSE_BY_SHAPE or self.pairs(opener):
            return True
        # an opening mark typed for a closing one: “so,“
        return self.sign == opener.sign and self.can_close and not self.can_open and not self.after.isalnum()

    def pairs(self, opener: _Mark) -> bool:
        """Whether it is the closing mark of the opener's own style, in a place where it may close."""
        if self.sign == opener.sign and (self.sign in _STRAIGHT or self.sign == "'"):
            return not self.can_open
        return self.sign in _CLOSERS.get(opener.sign, "")


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    marks = list(_marks(text, start, end))
    opened: _Mark | None = None
    done = start
    for n, mark in enumerate(marks):
        if mark.start < done:
            continue
        if mark.end == mark.start + 1 and mark.sign in _SINGLE_OPEN:
            close = _single_close(text, mark, end) if opened is None else None
            if close is not None:
                yield Quotation(mark.start, close, closed=True)
                done = close
        elif opened is None:
            opened = mark if mark.opens else None
        elif mark.closes(opened):
            if not _inches(marks[n : n + _AHEAD], text):
                yield Quotation(opened.start, mark.end, closed=True)
                opened = None
        elif mark.can_open:
            inner = _inner_end(marks[n : n + _AHEAD], opened)
            if inner is None:
                yield Quotation(opened.start, _trim(text, opened.end, mark.start), closed=False)
                opened = mark
            else:
                done = inner
    if opened is not None:
        yield Quotation(opened.start, _trim(text, opened.end, end), closed=False)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """Everything in a line that may be a quotation mark."""
    for match in _MARK.finditer(text, start, end):
        at, stop = match.span()
        before = text[at - 1] if at > start else " "
        yield _Mark(at, stop, text[at], before, text[stop] if stop < end else " ")


def _inner_end(marks: Sequence[_Mark], outer: _Mark) -> int | None:
    """Where the quotation that ``marks[0]`` opens inside another ends, or None if the outer one is never closed."""
    inner, inner_end = marks[0], None
    for mark in marks[1:]:
        if inner_end is None and mark.pairs(inner):
            inner_end = mark.end
        elif mark.pairs(outer):
            return inner_end or inner.end
        elif mark.sign == outer.sign and mark.can_open:
            break
    # in marks of another style it is inside all the same; in the same it is not
    return None if inner.sign == outer.sign else inner_end or inner.end


def _inches(marks: Sequence[_Mark], text: str) -> bool:
    """Whether ``marks[0]`` stands for inches: behind a small figure, and the quotation is closed further on."""
    mark = marks[0]
    if mark.sign not in _STRAIGHT or not _FIGURE.search(text, max(mark.start - 3, 0), mark.start):
        return False
    following = next((m for m in marks[1:] if m.sign == mark.sign), None)
    return following is not None and following.can_close and not following.opens


def _single_close(text: str, mark: _Mark, end: int) -> int | None:
    """Where the quotation that a single mark would open ends, or None for an apostrophe."""
    if not mark.can_open or not (mark.after.isalnum() or mark.after in "[(….$€£" or mark.after in _DOUBLE):
        return None
    if mark.sign != "‚" and _ELISION.match(text, mark.end, end):
        return None
    possessive: int | None = None
    for match in _SINGLE_END.finditer(text, mark.end + 1, min(end, mark.end + _LONGEST_SINGLE)):
        j = match.start()
        if text[j - 1].isspace():
            break  # another opening: what is found so far must do
        if text[j - 1] in "sS" and text[j + 1 : j + 2] == " " and text[j + 2 : j + 3].islower():
            possessive = possessive or j + 1
        else:
            return j + 1
    return possessive


def _trim(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
