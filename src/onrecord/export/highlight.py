"""A text with marks that may overlap, as HTML: cut at every boundary, so that nothing ever needs to nest.

The text is cut into *elementary segments*, the pieces between neighbouring boundaries of all marks; over each segment
the same marks hold from its first character to its last. Notes are elements around whole segments: those of one kind
never overlap, and of two kinds that do, the inner is cut where the outer begins and ends. Taking the tags away and
undoing the escapes gives back the text to the letter. Works on plain tuples: nothing here knows of readings or models.
"""

from __future__ import annotations

import html
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

CONTENT_ROLES = ("direct", "mixed", "indirect")
BOILERPLATE = "boilerplate"

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_WHITE_SPACE_TO_KEEP = re.compile(r"\t| {2}|^ | [\r\n]")


class Mark(NamedTuple):
    """One span to be marked.

    ``role`` is ``source``, ``cue``, one of :data:`CONTENT_ROLES` or ``boilerplate``; ``number`` the statement that the
    mark is part of, None for boilerplate.
    """

    start: int
    end: int
    role: str
    number: int | None = None


class Note(NamedTuple):
    """A span that shows ``words`` under the pointer; ``key`` is a class that all notes on the same one share.

    ``id`` makes the span a target of links. ``kind`` is a class too; the kinds are layers.
    """

    start: int
    end: int
    words: str
    key: str
    id: str | None = None
    kind: str = "note"


class Tag(NamedTuple):
    """A label behind the text before ``at``: a link with the id ``t<number>`` that leads to ``#v<number>``.

    It adds nothing to the text: the style sheet shows its ``label``, the pointer its ``words``. ``key`` is a class.
    """

    at: int
    number: int
    label: str
    words: str
    key: str = ""


class Segment(NamedTuple):
    """A piece of text over which the same marks hold, the widest first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def segments(length: int, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> list[Segment]:
    """The elementary segments of a text: in order, without gap or overlap, together the whole text.

    Args:
        length: of the text, in code points.
        marks: any spans at all; what lies outside the text is cut off, what is empty or backward is passed over.
        cuts: further places to cut at, such as line ends.
    """
    within = [Mark(max(0, m[0]), min(length, m[1]), *m[2:]) for m in marks]
    opening: dict[int, list[Mark]] = defaultdict(list)
    for mark in within:
        if mark.start < mark.end:
            opening[mark.start].append(mark)
    ends = {mark.end for opened in opening.values() for mark in opened}
    bounds = sorted({0, length, *opening, *ends, *(cut for cut in cuts if 0 < cut < length)})
    pieces, active = [], list[Mark]()
    for start, end in itertools.pairwise(bounds):
        active = [mark for mark in active if mark.end > start] + opening.get(start, [])
        active.sort(key=lambda mark: mark.start - mark.end)
        pieces.append(Segment(start, end, tuple(active)))
    return pieces


def highlight(
    text: str,
    marks: Iterable[Mark],
    *,
    notes: Iterable[Note] = (),
    tags: Iterable[Tag] = (),
    headline: tuple[int, int] | None = None,
) -> str:
    """The text as HTML, a block a line, marks as links to ``#s<number>``, the card of their statement.

    Every statement has an empty link with the id ``p<number>`` where its words begin, the target of links from cards;
    its ``data-n`` lets the style sheet show the number without adding to the text. A segment has the classes of the
    roles that hold over it and ``s<number>`` of all its statements; it links to the innermost.

    Args:
        text: any text; NUL, which HTML cannot hold, is shown as U+2400.
        marks: as for :func:`segments`; a number's first content is where its words begin, else its first mark.
        notes: spans with words of their own; of two of a kind that overlap the second is passed over. The kind that
            comes first is the outermost.
        tags: labels between characters; those outside the text are passed over.
        headline: the span of the line to be set as the page's heading, if the text has one.
    """
    marks = [Mark(*mark) for mark in marks]
    lines = [match.span() for match in _LINE.finditer(text)]
    layers = _layers(notes, len(text))
    labels: dict[int, list[Tag]] = defaultdict(list)
    for label in tags:
        labels[label.at].append(label)
    cuts = [cut for layer in layers for note in layer for cut in note[:2]] + [end for _, end in lines] + [*labels]
    pieces = segments(len(text), marks, cuts)
    passages = _Passages(text, [_noted(pieces, layer) for layer in layers], _anchors(text, pieces), labels)
    blocks, at = [], 0
    for start, end in lines:
        first = at
        while at < len(pieces) and pieces[at].end <= end:
            at += 1
        inner = passages.html(pieces[first:at])
        classes = _line_classes(text, pieces[first:at])
        tag = "h1" if headline and start <= headline[0] < headline[1] <= end else "div"
        blocks.append(f'<{tag} class="{classes}">{inner}</{tag}>')
    return "".join(blocks)


def escape(text: str) -> str:
    """Text for HTML content and quoted attributes, such that a browser gives back the same characters.

    Beyond the usual five, a carriage return is written as a reference, since parsers turn a bare one into a line feed.
    """
    return html.escape(text).replace("\r", "&#13;").replace("\0", "\u2400")


def _anchors(text: str, pieces: Sequence[Segment]) -> dict[int, list[int]]:
    """Segment start → the numbers whose words begin there."""
    begins: dict[int, tuple[bool, int]] = {}
    for piece in pieces:
        if text[piece.start : piece.end].isspace():
            continue  # a number before a blank line would hang in the air
        for mark in piece.marks:
            if mark.number is not None:
                found = (mark.role not in CONTENT_ROLES, piece.start)
                begins[mark.number] = min(found, begins.get(mark.number, found))
    places: dict[int, list[int]] = defaultdict(list)
    for number in sorted(begins):
        places[begins[number][1]].append(number)
    return places


def _layers(notes: Iterable[Note], length: int) -> list[list[Note]]:
    """The notes of each kind in order, without what lies outside the text or overlaps the one before."""
    kinds: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        kinds[note.kind].append(note)
    return [_apart(layer, length) for layer in kinds.values()]


def _apart(notes: Iterable[Note], length: int) -> list[Note]:
    apart, reached = [], 0
    for note in sorted(notes, key=lambda note: note[:2]):
        if reached <= note.start < note.end <= length:
            apart.append(note)
            reached = note.end
    return apart


def _noted(pieces: Sequence[Segment], notes: Sequence[Note]) -> dict[int, Note]:
    """Segment start → the note on it."""
    noted, at = {}, 0
    for note in notes:
        while pieces[at].start < note.start:
            at += 1
        while at < len(pieces) and pieces[at].end <= note.end:
            noted[pieces[at].start] = note
            at += 1
    return noted


class _Passages:
    """Segments of a line as HTML, with the notes around them, numbers before them and tags after them."""

    def __init__(
        self,
        text: str,
        layers: Sequence[Mapping[int, Note]],
        anchors: Mapping[int, Sequence[int]],
        labels: Mapping[int, Sequence[Tag]],
    ) -> None:
        self._text, self._layers, self._anchors, self._labels = text, layers, anchors, labels

    def html(self, pieces: Sequence[Segment], depth: int = 0, *, headed: bool = False) -> str:
        """Segments inside the notes of the first layers; ``headed``: the first one's numbers stand already."""
        if depth == len(self._layers):
            return "".join(
                ("" if headed and at == 0 else self._head(piece)) + _segment(self._text, piece) + self._tail(piece)
                for at, piece in enumerate(pieces)
            )
        made = list[str]()
        for note, group in itertools.groupby(pieces, key=lambda piece: self._layers[depth].get(piece.start)):
            passage = list(group)
            stands = headed and not made
            if note is None or not self._text[passage[0].start : passage[-1].end].strip():
                made.append(self.html(passage, depth + 1, headed=stands))
            else:
                head = "" if stands else self._head(passage[0])
                made.append(head + _wrapped(note, passage[0].start, self.html(passage, depth + 1, headed=True)))
        return "".join(made)

    def _head(self, piece: Segment) -> str:
        return _numbers(self._anchors.get(piece.start, ()))

    def _tail(self, piece: Segment) -> str:
        return "".join(map(_tag, self._labels.get(piece.end, ())))


def _wrapped(note: Note, start: int, inner: str) -> str:
    # where a line's end or an outer note cuts it, a note goes on in an element of its own, and the id is with the first
    target = f' id="{escape(note.id)}"' if note.id and start == note.start else ""
    return f'<span class="{escape(note.kind)} {escape(note.key)}"{target} title="{escape(note.words)}">{inner}</span>'


def _tag(tag: Tag) -> str:
    label, number = escape(tag.label), tag.number
    return (
        f'<a class="tag v{number} {escape(tag.key)}" id="t{number}" href="#v{number}" data-tag="{label}" '
        f'title="{escape(tag.words)}" aria-label="Event {number}: {label}"></a>'
    )


def _numbers(begins: Iterable[int]) -> str:
    links = (f'<a class="n s{n}" id="p{n}" href="#s{n}" data-n="{n}" aria-label="Statement {n}"></a>' for n in begins)
    return "".join(links)


def _segment(text: str, piece: Segment) -> str:
    words = escape(text[piece.start : piece.end])
    of_statements = [mark for mark in piece.marks if mark.number is not None]
    numbers = list(dict.fromkeys(mark.number for mark in of_statements))
    contents = [mark.role for mark in of_statements if mark.role in CONTENT_ROLES]
    classes = list(dict.fromkeys(mark.role for mark in piece.marks if mark.role not in CONTENT_ROLES))
    classes += contents[-1:] + ["deep"] * (len(contents) > 1) + [f"s{number}" for number in numbers]
    if of_statements:
        # one stop for the Tab key a statement, its number; the segments are for the pointer
        return f'<a class="{escape(" ".join(classes))}" href="#s{numbers[-1]}" tabindex="-1">{words}</a>'
    elif classes:
        return f'<span class="{escape(" ".join(classes))}">{words}</span>'
    return words


def _line_classes(text: str, pieces: Sequence[Segment]) -> str:
    shown = [piece for piece in pieces if not text[piece.start : piece.end].isspace()]
    if not shown:
        return "line blank"
    aside = all(any(mark.role == BOILERPLATE for mark in piece.marks) for piece in shown)
    kept = _WHITE_SPACE_TO_KEEP.search(text, pieces[0].start, pieces[-1].end)
    return "line" + " aside" * aside + " kept" * bool(kept)
