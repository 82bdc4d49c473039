"""The attribution head's scores to attributions: source, cue and content spans that belong together.

A window is decoded by finding anchors (first pieces of cues), then the best path through the states *none*,
*source*, *cue of anchor k* and *content of anchor k*, word by word, with a price for each switch (Viterbi, 1967);
each anchor's source is the run of source words around the word it points to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.pieces import Pieces
from onrecord.reading.roles import Role
from onrecord.reading.tags import ACTS, LINK_WIDTH, SIDE_WIDTH, STATUSES, TAGS
from onrecord.reading.windows import Window
from onrecord.records import Span, Spans

Floats = NDArray[np.float32]
_IMPOSSIBLE = -50.0


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say about one window's pieces, [CLS] and [SEP] left out.

    Attributes:
        role: logits of :class:`Role`. *Shape:* (pieces, roles)
        anchor: scores from each piece to its anchor. *Shape:* (pieces, pieces)
        source: scores from each anchor to its source's first piece, after column 0 for no source.
            *Shape:* (pieces, pieces + 1)
        mention: logits of :data:`onrecord.reading.tags.TAGS`. *Shape:* (pieces, tags)
        link: how each piece refers back, and how it is referred to. *Shape:* (pieces, 2 * link width)
        act: logits of no act and of :data:`onrecord.reading.tags.ACTS`. *Shape:* (pieces, acts + 1)
        status: logits of :data:`onrecord.reading.tags.STATUSES`. *Shape:* (pieces, 3)
        side: what each piece asks of an actor and a recipient, and answers as either. *Shape:* (pieces, 4 * side width)
        between: logits as ``act``, of a word that tells what one marked actor does to another. *Shape:* as ``act``
    """

    role: Floats
    anchor: Floats
    source: Floats
    mention: Floats
    link: Floats
    act: Floats
    status: Floats
    side: Floats
    between: Floats

    @classmethod
    def silent(cls, pieces: int) -> Scores:
        """Scores that say nothing of any of so many pieces."""
        widths = (
            len(Role),
            pieces,
            pieces + 1,
            len(TAGS),
            2 * LINK_WIDTH,
            len(ACTS) + 1,
            len(STATUSES),
            4 * SIDE_WIDTH,
            len(ACTS) + 1,
        )
        return cls(*(np.zeros((pieces, width), np.float32) for width in widths))


@dataclass(frozen=True, slots=True)
class Settings:
    """How readily the decoder believes, tuned on training articles that the model was not trained on.

    Attributes:
        threshold: least probability of an anchor.
        switch: price, in nats, of going from one state to another between two words.
        belief: least probability of a word of the source beyond the word pointed to.
        lean: nats that the role *none* is held back by; the scores are surer than they are right.
    """

    threshold: float = 0.2
    switch: float = 2.0
    belief: float = 0.5
    lean: float = 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the scores say for an attribution, each a probability: the input of its certainty."""

    anchor: float
    content: float
    weakest: float
    source: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content spans that belong together (PARC; Pareti, 2012), and the evidence for them.

    ``verbatim`` is true where the layout, not quotation marks, says that the words are the source's own.
    """

    source: Spans
    cue: Spans
    content: Spans
    evidence: Evidence
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """One window's share of an attribution, in pieces of the document."""

    anchor: int
    cue: list[Span]
    content: list[Span]
    source: Span | None
    evidence: Evidence
    own: bool


def decode(pieces: Pieces, scored: Iterable[tuple[Window, Scores]], settings: Settings) -> tuple[Attribution, ...]:
    """The attributions of a document, in the order of their anchors.

    Args:
        pieces: the document's wordpieces.
        scored: its windows with their scores, in order.
        settings: thresholds and prices.
    """
    parts: dict[int, list[_Found]] = {}
    for window, scores in scored:
        for found in decode_window(pieces, window, scores, settings):
            parts.setdefault(found.anchor, []).append(found)
    out = []
    for anchor in sorted(parts):
        group = parts[anchor]
        # the window that owns the anchor has seen it with most around it: its source and evidence count
        first = next((f for f in group if f.own), group[0])
        content = _spans(pieces, [s for f in group for s in f.content])
        if content:
            source = _spans(pieces, [first.source] if first.source else [])
            out.append(Attribution(source, _spans(pieces, [s for f in group for s in f.cue]), content, first.evidence))
    return tuple(out)


def decode_window(pieces: Pieces, window: Window, scores: Scores, settings: Settings) -> list[_Found]:
    """What one window says; pieces that an earlier window owns are left to it."""
    heads = np.flatnonzero(pieces.first[window.start : window.end])
    if not len(heads):
        return []
    logits = scores.role[heads].astype(np.float64)
    logits[:, Role.NONE] -= settings.lean
    role = _log_softmax(logits)
    anchors = np.flatnonzero(np.exp(role[:, Role.ANCHOR]) > settings.threshold)
    if not len(anchors):
        return []
    pointer = _log_softmax(scores.anchor[np.ix_(heads, heads[anchors])].astype(np.float64))
    out_of_reach = _out_of_reach(pieces, heads + window.start, anchors)
    path = _best_path(_emissions(role, pointer, anchors, out_of_reach), settings.switch)
    tails = np.append(heads[1:], window.end - window.start)
    source_like = (path == 1) | (np.exp(role[:, Role.SOURCE]) > settings.belief)
    out = []
    for k, anchor in enumerate(anchors.tolist()):
        owned = heads + window.start >= window.own
        content = np.flatnonzero((path == 3 + 2 * k) & owned)
        cue = np.flatnonzero((path == 2 + 2 * k) & owned)
        run, source_probability = _source(scores.source[heads[anchor]], heads, source_like)
        if not len(content) and not len(cue):
            continue
        belief = np.exp(role[content, Role.CONTENT] + pointer[content, k])
        out.append(
            _Found(
                anchor=int(window.start + heads[anchor]),
                cue=_runs(cue, heads, tails, window.start),
                content=_runs(content, heads, tails, window.start),
                source=None if run is None else (int(window.start + heads[run[0]]), int(window.start + tails[run[1]])),
                evidence=Evidence(
                    anchor=float(np.exp(role[anchor, Role.ANCHOR])),
                    content=float(belief.mean()) if len(belief) else 0.0,
                    weakest=float(min(belief[0], belief[-1])) if len(belief) else 0.0,
                    source=source_probability,
                ),
                own=bool(owned[anchor]),
            )
        )
    return out


def _out_of_reach(pieces: Pieces, words: NDArray[np.int64], anchors: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether a word stands too far from an anchor to belong to it. *Shape:* (words, anchors)

    A content leaves its cue's paragraph only as a quotation, or behind a colon that ends the paragraph: in PolNeAR's
    training articles 99.8 % of content pieces keep to that, and a headline never runs on into the article.
    """
    paragraph = np.searchsorted(pieces.bounds, words, "right") - 1
    quoted = pieces.layout[words] % 2 == 1
    home = paragraph[anchors]
    last = pieces.bounds[home + 1] - 1
    colon = np.array([pieces.text[pieces.start[i] : pieces.end[i]] == ":" for i in last], bool)
    elsewhere = (paragraph[:, None] != home) & ~quoted[:, None]
    out: NDArray[np.bool_] = elsewhere & ~(colon & (paragraph[:, None] > home))
    return out


def _emissions(
    role: NDArray[np.float64],
    pointer: NDArray[np.float64],
    anchors: NDArray[np.int64],
    out_of_reach: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """Log-probability of each state at each word. *Shape:* (words, 2 + 2 * anchors)

    State 0 is none, 1 source, 2 + 2k cue of anchor k, 3 + 2k content of anchor k.
    """
    out = np.empty((len(role), 2 + 2 * len(anchors)))
    out[:, 0] = role[:, Role.NONE]
    out[:, 1] = role[:, Role.SOURCE]
    pointer = np.where(out_of_reach, _IMPOSSIBLE, pointer)
    out[:, 2::2] = np.logaddexp(role[:, Role.CUE], role[:, Role.ANCHOR])[:, None] + pointer
    out[:, 3::2] = role[:, Role.CONTENT][:, None] + pointer
    for k, anchor in enumerate(anchors):
        out[anchor] = _IMPOSSIBLE
        out[anchor, 2 + 2 * k] = 0.0
    return out


def _best_path(emissions: NDArray[np.float64], switch: float) -> NDArray[np.int64]:
    """The likeliest states where any change of state costs ``switch``. *Shape:* (words,)"""
    words, states = emissions.shape
    # a change is always from the best state so far: that and who stays is all there is to remember
    best = [0] * words
    stays = np.empty((words, states), bool)
    value = emissions[0].copy()
    for t in range(1, words):
        best[t] = int(value.argmax())
        changed = value[best[t]] - switch
        np.greater_equal(value, changed, out=stays[t])
        np.maximum(value, changed, out=value)
        value += emissions[t]
    path = [int(value.argmax())]
    for t in range(words - 1, 0, -1):
        path.append(path[-1] if stays[t, path[-1]] else best[t])
    return np.array(path[::-1], np.int64)


def _source(scores: Floats, heads: NDArray[np.int64], source_like: NDArray[np.bool_]) -> tuple[Span | None, float]:
    """The run of words around the one an anchor points to, ends included, and the pointer's probability."""
    choice = _log_softmax(np.concatenate([scores[:1], scores[1 + heads]]).astype(np.float64))
    best = int(choice.argmax())
    probability = float(np.exp(choice[best]))
    if best == 0:
        return None, probability
    low = high = best - 1
    while source_like[best - 1] and low > 0 and source_like[low - 1]:
        low -= 1
    while high + 1 < len(heads) and source_like[high + 1]:
        high += 1
    return (low, high), probability


def _runs(words: NDArray[np.int64], heads: NDArray[np.int64], tails: NDArray[np.int64], base: int) -> list[Span]:
    """Word indexes as ranges of the document's pieces, neighbours joined."""
    if not len(words):
        return []
    edges = np.flatnonzero(np.diff(words) > 1)
    starts, ends = words[np.append(0, edges + 1)], words[np.append(edges, len(words) - 1)]
    return [(int(base + heads[s]), int(base + tails[e])) for s, e in zip(starts, ends, strict=True)]


def _spans(pieces: Pieces, ranges: Sequence[Span]) -> Spans:
    """Ranges of pieces as character spans, in order, joined where they touch and parted between paragraphs."""
    out: list[Span] = []
    last = -1
    breaks = pieces.bounds
    for start, end in sorted(ranges):
        cuts = breaks[(breaks > start) & (breaks < end)].tolist()
        for s, e in zip([start, *cuts], [*cuts, end], strict=True):
            place = (int(pieces.start[s]), int(pieces.end[e - 1]))
            if out and s == last and s not in breaks:
                out[-1] = (out[-1][0], place[1])
            else:
                out.append(place)
            last = e
    return tuple(out)


def _log_softmax(x: NDArray[np.float64]) -> NDArray[np.float64]:
    shifted: NDArray[np.float64] = x - x.max(-1, keepdims=True)
    shifted -= np.log(np.exp(shifted).sum(-1, keepdims=True))
    return shifted
