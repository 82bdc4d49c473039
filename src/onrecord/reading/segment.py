"""Body and boilerplate: which paragraphs of a text are the article's own, which is its title, which page furniture.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over the paragraphs, in the manner of
Boilerpipe (Kohlschütter et al. 2010) and Web2Text (Vogels et al. 2018), for text that has lost its HTML or never had
any. ``training/segment.py`` makes its weights. Nothing is deleted: every paragraph is kept and says what it is.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby, pairwise
from typing import Any, Literal

from onrecord.errors import ModelError
from onrecord.reading.furniture import Features, features, opens_furniture, words_of
from onrecord.records import Span, Spans

ParagraphKind = Literal["title", "body", "boilerplate"]

# The chain's states: furniture above the title, the title, body, other furniture. The weights say what may follow what.
STATES = ("above", "title", "body", "furniture")
_ABOVE, _TITLE, _BODY, _FURNITURE = range(4)
# No paragraph is surer than this, in nats: what must be (a known title) stays possible next to it.
_MOST = 50.0
# How far a paragraph looks around itself, in paragraphs each way.
REACH = 4
# A title that the caller knows is looked for in this share of the paragraphs, and in the first few anyway.
_TOP_SHARE, _TOP_MINIMUM = 0.5, 8

# Lines of at most this many characters can come from text that was wrapped to a width, of at least that many.
_WIDEST, _NARROWEST = 110, 45

# the line breaks of str.splitlines
_BREAKS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_LINE = re.compile(f"[^{_BREAKS}]+")
_LINE_BREAK = re.compile(f"\r\n|[{_BREAKS}]")
_SENTENCE_BREAK = re.compile(r"[.!?…][\"”’»)\]]*\s+")
_CREDIT = re.compile(r"\((?:[A-Z][a-z]+ )?(?:[Rr]eporting|[Ee]diting|[Ww]riting) by ")
_LEFTOVER_HEAD = re.compile(r"(?:(?:!\[[^\]\n]{0,200}\]|\[\])\([^)\n]{0,500}\)\s*|!\s+)+")
_LEFTOVER_TAIL = re.compile(r"\s[|›»→·]+$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text, or the part of one that is of one kind; ``probability`` is that of its being body."""

    start: int
    end: int
    kind: ParagraphKind
    probability: float


def segment(text: str, *, title: str | None = None) -> tuple[Paragraph, ...]:
    """Class each paragraph of a text as title, body or boilerplate.

    Paragraphs are what stands between line breaks, trimmed of white space. A line that mixes article text with
    furniture ("... said. © 2024 The Courier") is cut at sentence ends. The lines of a paragraph that was wrapped to a
    width are one paragraph, line breaks and all.

    Args:
        text: any text, the document's text as a rule.
        title: the title, if it is known from elsewhere; the line near the top that equals it is the title.

    Returns:
        Paragraphs in order, never overlapping, that cover every character but white space; at most one is the title.

    Raises:
        ModelError: the weights cannot be read.
    """
    units, wording, rows = units_of(text)
    if not units:
        return ()
    given = _find_title(wording, title) if title else None
    if given is not None and any("prose" in row for row in rows[:given]):
        given = None  # the same words below the article's beginning are an echo, not its title
    model = _model()
    states = marginals(emissions(rows, model), model, given)
    judged = zip(units, decide(states, model), states, strict=True)
    flat = [((unit[0][0], unit[-1][1]), kind, min(1.0, state[_BODY])) for unit, kind, state in judged]
    return tuple(_joined(flat, text))


def units_of(text: str) -> tuple[list[list[Span]], list[str], list[Features]]:
    """What is judged as a whole: for each unit its spans (the lines of a wrapped paragraph), words and features."""
    pieces = list(_pieces(text))
    units = _units(text, pieces)
    wording = [" ".join(text[s:e] for s, e in unit) for unit in units]
    cut_off = {span[0] for gap, span in pieces if gap == 0}
    return units, wording, features(wording, {i for i, unit in enumerate(units) if unit[0][0] in cut_off})


def body_spans(paragraphs: Iterable[Paragraph]) -> Spans:
    """The spans of the article's own text: body paragraphs, neighbours merged; the title is not body."""
    runs = groupby(paragraphs, key=lambda p: p.kind == "body")
    merged = [list(run) for is_body, run in runs if is_body]
    return tuple((run[0].start, run[-1].end) for run in merged)


def _pieces(text: str) -> Iterable[tuple[int, Span]]:
    """The trimmed lines, cut where furniture may begin or end: (number of line breaks before it, span)."""
    last = 0
    for line in _LINE.finditer(text):
        start, end = _trim(text, *line.span())
        if start == end:
            continue
        gap = len(_LINE_BREAK.findall(text, last, start)) or 1
        last = end
        cuts = sorted({start, *_cuts(text, start, end), end})
        for i, (a, b) in enumerate(pairwise(cuts)):
            span = _trim(text, a, b)
            if span[0] < span[1]:
                yield (0 if i else gap), span


def _trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), (start + len(inner.rstrip())) if inner.strip() else start


def _cuts(text: str, start: int, end: int) -> Iterable[int]:
    """Where in a line a piece of furniture may begin or end.

    Candidates only: parts that turn out to be of one kind are joined again.
    """
    if head := _LEFTOVER_HEAD.match(text, start, end):
        yield head.end()
        start = head.end()
    if tail := _LEFTOVER_TAIL.search(text, max(start, end - 8), end):
        yield tail.start()
    if (credit := _CREDIT.search(text, start, end)) and credit.start() > start:
        yield credit.start()
    opened = opens_furniture(text[start : start + 80])
    for stop in _SENTENCE_BREAK.finditer(text, start, end):
        if stop.end() == end:
            continue
        here = opens_furniture(text[stop.end() : stop.end() + 80].lstrip("(["))
        # furniture runs on to the next sentence that does not open like furniture
        if here != opened:
            yield stop.end()
        opened = here


def _units(text: str, pieces: Sequence[tuple[int, Span]]) -> list[list[Span]]:
    """Pieces as paragraphs: each alone, but the lines of a paragraph that was wrapped to a width together."""
    units: list[list[Span]] = []
    for block in _blocks(pieces):
        width = max(e - s for s, e in block)
        joins = [False] * len(block)
        if _NARROWEST <= width <= _WIDEST:
            # a line was broken for its width if the next line's first word would not have fitted
            joins = [False] + [
                a[1] - a[0] + 1 + len(text[b[0] : b[1]].split(None, 1)[0]) > width
                and not text.startswith(("* ", "- ", "• "), b[0])
                for a, b in pairwise(block)
            ]
        wrapped = sum(joins) * 5 >= 2 * (len(block) - 1) and (
            len(block) > 2 or any(text[s].islower() for s, _ in block[1:])
        )
        for span, join in zip(block, joins, strict=True):
            if join and wrapped:
                units[-1].append(span)
            else:
                units.append([span])
    return units


def _blocks(pieces: Sequence[tuple[int, Span]]) -> Iterable[list[Span]]:
    """Runs of lines without an empty line between them."""
    block: list[Span] = []
    for gap, span in pieces:
        if block and gap != 1:
            yield block
            block = []
        block.append(span)
    if block:
        yield block


def _find_title(wording: Sequence[str], title: str) -> int | None:
    """The paragraph near the top that equals the title but for letter case, spaces and the outlet's name after it."""
    wanted = _key(title)
    top = max(_TOP_MINIMUM, int(len(wording) * _TOP_SHARE))
    keys = [_key(w) if len(w) < 2 * len(title) + 80 else () for w in wording[:top]]
    if wanted and wanted in keys:
        return keys.index(wanted)
    for i, (words, key) in enumerate(zip(wording, keys, strict=False)):
        bare, bare_title = _key(_without_outlet(words)), _key(_without_outlet(title))
        if bare and len(bare) > 2 and (bare in (wanted, bare_title) or key == bare_title):
            return i
    return None


def _key(text: str) -> tuple[str, ...]:
    return tuple(w.casefold() for w in words_of(text))


def _without_outlet(line: str) -> str:
    """A page's title without " | Outlet", " - Outlet" at its end."""
    return re.split(r"\s[|–—»·-]\s(?=[^|–—»·]{1,60}$)", line, maxsplit=1)[0]


def decide(states: Sequence[Sequence[float]], model: dict[str, Any]) -> list[ParagraphKind]:
    """The kind of each paragraph, from the probabilities of :data:`STATES`.

    A text has a title if that is likely, whichever line it is; then the likeliest line is it. The others are body from
    the model's threshold on, which is low: to lose a paragraph of the article costs more than to keep furniture.
    """
    kinds: list[ParagraphKind] = ["body" if s[_BODY] >= model["body_threshold"] else "boilerplate" for s in states]
    best = max(range(len(states)), key=lambda i: states[i][_TITLE], default=0)
    if sum(s[_TITLE] for s in states) >= model["title_threshold"] and states[best][_TITLE] > states[best][_BODY]:
        kinds[best] = "title"
    return kinds


def emissions(rows: Sequence[Features], model: dict[str, Any]) -> list[tuple[float, float]]:
    """Log potentials of title and body at each paragraph; furniture's is 0.

    A paragraph is judged by its own features, those of the one before and after, and their mean over the ones around.

    Args:
        rows: what :func:`onrecord.reading.furniture.features` found.
        model: the weights: for each of these four places a mapping from feature to (title, body).
    """
    n = len(rows)
    own, before, after, around = (
        [_dot(row, model["weights"][place]) for row in rows] for place in ("own", "before", "after", "around")
    )
    sums = [(0.0, 0.0)]
    for t, b in around:
        sums.append((sums[-1][0] + t, sums[-1][1] + b))
    out = []
    for i in range(n):
        low, high = max(0, i - REACH), min(n, i + REACH + 1)
        pair = [own[i][k] + (sums[high][k] - sums[low][k]) / (high - low) for k in (0, 1)]
        if i:
            pair = [pair[k] + before[i - 1][k] for k in (0, 1)]
        if i + 1 < n:
            pair = [pair[k] + after[i + 1][k] for k in (0, 1)]
        out.append((pair[0], pair[1]))
    return out


def _dot(row: Features, weights: dict[str, list[float]]) -> tuple[float, float]:
    title = body = 0.0
    for name, value in row.items():
        if name in weights:
            t, b = weights[name]
            title += t * value
            body += b * value
    return title, body


def marginals(
    potentials: Sequence[tuple[float, float]], model: dict[str, Any], given: int | None = None
) -> list[list[float]]:
    """Probability of each of :data:`STATES` at each paragraph: forward-backward, scaled to stay within floats.

    Args:
        potentials: log potentials of title and body.
        model: ``start`` (4) and ``transitions`` (4 by 4) as log potentials, null where a state cannot follow.
        given: the paragraph that is known to be the title.
    """
    start = [_exp(v) for v in model["start"]]
    step = [[_exp(v) for v in row] for row in model["transitions"]]
    local = []
    for i, pair in enumerate(potentials):
        title, body = (min(_MOST, max(-_MOST, v)) for v in pair)
        top = max(title, body, 0.0)
        other = math.exp(-top)
        here = [other, math.exp(title - top), math.exp(body - top), other]
        if given is not None:
            here = [0.0, 1.0, 0.0, 0.0] if i == given else [here[0] * (i < given), 0.0, here[2], here[3]]
        local.append(here)
    span = range(len(STATES))
    forward: list[list[float]] = []
    state = start
    for i, here in enumerate(local):
        if i:
            state = [sum(state[a] * step[a][b] for a in span) for b in span]
        state = _scaled([state[s] * here[s] for s in span])
        forward.append(state)
    out = []
    back = [1.0] * len(STATES)
    for here, ahead in zip(reversed(local), reversed(forward), strict=True):
        out.append(_scaled([ahead[s] * back[s] for s in span]))
        reach = [here[s] * back[s] for s in span]
        back = _scaled([sum(step[a][b] * reach[b] for b in span) for a in span])
    return out[::-1]


def _exp(value: float | None) -> float:
    return 0.0 if value is None else math.exp(value)


def _scaled(values: list[float]) -> list[float]:
    total = sum(values) or 1.0
    return [v / total for v in values]


def _joined(parts: Sequence[tuple[Span, ParagraphKind, float]], text: str) -> Iterable[Paragraph]:
    """The parts as paragraphs; parts of one line that are of one kind become one again."""
    last: Paragraph | None = None
    for (start, end), kind, probability in parts:
        if last and last.kind == kind and not _LINE_BREAK.search(text, last.end, start):
            long = last if last.end - last.start > end - start else None
            last = Paragraph(last.start, end, kind, long.probability if long else probability)
            continue
        if last:
            yield last
        last = Paragraph(start, end, kind, probability)
    if last:
        yield last


@cache
def _model() -> dict[str, Any]:
    """The weights, read once."""
    path = resources.files("onrecord").joinpath("model/segment.json")
    try:
        model: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if model["states"] != list(STATES) or model["reach"] != REACH:
            raise ValueError("made for another version of this program")
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"cannot read the weights: {error}", where=str(path), remedy="install onrecord again"
        ) from error
    return model
