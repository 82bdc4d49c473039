"""Event data to training examples: windows of texts, their targets, batches of them."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.reading.pieces import CLS, PAD, SEP, Pieces, cut
from onrecord.reading.tags import ACTS, STATUSES
from onrecord.records import Span
from onrecord.tables import rows
from training import data
from training.event_texts import MUTUAL, Pair, Text

LONGEST = 250  # pieces of a window
SAYING = frozenset(
    [
        "said",
        "say",
        "says",
        "saying",
        "told",
        "tell",
        "tells",
        "stated",
        "states",
        "noted",
        "notes",
        "added",
        "adds",
        "explained",
        "explains",
        "emphasized",
        "stressed",
        "underlined",
        "underscored",
        "highlighted",
        "mentioned",
        "recalled",
        "commented",
        "believes",
        "believe",
        "thinks",
        "think",
        "knows",
        "quoted",
        "cited",
        "reported",
        "reports",
        "according",
        "asked",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "statement",
    ]
)
NOBODY, ACTOR, RECIPIENT, EITHER = range(4)
"""What a mention is to a trigger; EITHER side of a mutual act."""


@dataclass(frozen=True)
class Example:
    """A window: its pieces, a target a piece, and what is between its mentions.

    Attributes:
        tag: index into types plus one; 0: no trigger. *Shape:* (pieces,)
        status: index into :data:`~onrecord.reading.tags.STATUSES`. *Shape:* (pieces,)
        plain: whether a word can name no act. *Shape:* (pieces,)
        roles: (first pieces of a trigger's words, those of a mention's, role).
        pairs: (first pieces of the one's words, those of the other's, the pair).
    """

    pieces: Pieces
    tag: np.ndarray
    status: np.ndarray
    plain: np.ndarray
    roles: tuple[tuple[list[int], list[int], int], ...]
    pairs: tuple[tuple[list[int], list[int], Pair], ...]


def example(parts: Sequence[Text], tokenizer: Tokenizer) -> Example:
    """A window of several texts, one below the other: nothing happens between the mentions of two."""
    text, bounds = "", []
    moved: list[Text] = []
    for part in parts:
        base = len(text)
        bounds.append((base, base + len(part.text.rstrip())))
        text += part.text + "\n"
        moved.append(_moved(part, base))
    pieces = cut(text, bounds, tokenizer)
    tag = np.full(len(pieces), data.IGNORE, np.int64)
    status = np.full(len(pieces), data.IGNORE, np.int64)
    plain = np.zeros(len(pieces), bool)
    roles, pairs = [], []
    mentions = [(m, k) for k, part in enumerate(moved) for m in part.mentions]
    for k, (part, (low, high)) in enumerate(zip(moved, bounds, strict=True)):
        words = _words(pieces, (low, high))
        dull = [i for i in words if _is_plain(pieces, i)]
        plain[dull] = True
        tag[words if part.whole else dull] = 0
        for act in part.acts:
            at = _words(pieces, act.trigger)
            tag[at] = ACTS.index(act.type) + 1
            status[at] = STATUSES.index(act.status)
            sides = {part.mentions[i]: ACTOR for i in act.actors}
            for i in act.recipients:
                sides[part.mentions[i]] = RECIPIENT
            for mention, of in mentions:
                role = sides.get(mention, NOBODY) if of == k else NOBODY
                if role and act.type in MUTUAL:
                    role = EITHER
                where = _words(pieces, mention)
                if at and where:
                    roles.append((at, where, role))
        for pair in part.pairs:
            one, other = _words(pieces, pair.actor), _words(pieces, pair.recipient)
            if one and other:
                pairs.append((one, other, pair))
    return Example(pieces, tag, status, plain, tuple(roles), tuple(pairs))


def _moved(part: Text, by: int) -> Text:
    def span(s: Span) -> Span:
        return s[0] + by, s[1] + by

    return replace(
        part,
        mentions=tuple(map(span, part.mentions)),
        acts=tuple(replace(a, trigger=span(a.trigger)) for a in part.acts),
        pairs=tuple(replace(p, actor=span(p.actor), recipient=span(p.recipient)) for p in part.pairs),
    )


def _is_plain(pieces: Pieces, first: int) -> bool:
    """Whether a word, by its first piece, can name no act."""
    rest = re.match(r"[\w'’]*", pieces.text[pieces.start[first] :])
    word = rest[0].lower() if rest else ""
    return not word or word in SAYING or word in _function_words()


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row[0] for row in rows("english-function-words.tsv"))


def _words(pieces: Pieces, span: Span) -> list[int]:
    """The first pieces of the words that a span touches."""
    low = int(np.searchsorted(pieces.end, span[0], "right"))
    high = int(np.searchsorted(pieces.start, span[1], "left"))
    return [i for i in range(low, high) if pieces.first[i]] or list(range(low, high))[:1]


@dataclass(frozen=True)
class EventBatch:
    """Windows padded to one length, with their examples. *Shape:* each tensor (windows, pieces)."""

    ids: Tensor
    shape: Tensor
    layout: Tensor
    mask: Tensor
    tag: Tensor
    status: Tensor
    examples: tuple[Example, ...]


def batches(found: Sequence[Text], size: int, tokenizer: Tokenizer, rng: random.Random) -> list[EventBatch]:
    """One epoch: all texts once, in windows of one to four.

    Args:
        size: most wordpieces in a batch, padding counted.
    """
    order = list(found)
    rng.shuffle(order)
    examples = []
    at = 0
    while at < len(order):
        count = rng.choice((1, 1, 2, 3, 4))
        restyled = [replace(t, text=data.restyled(t.text, rng)) for t in order[at : at + count]]
        made = example(restyled, tokenizer)
        if len(made.pieces) > LONGEST and count > 1:
            made, count = example(restyled[:1], tokenizer), 1
        at += count
        if len(made.pieces) <= LONGEST:
            examples.append(made)
    examples.sort(key=lambda e: len(e.pieces))
    groups: list[list[Example]] = [[]]
    for e in examples:
        if groups[-1] and (len(groups[-1]) + 1) * (len(e.pieces) + 2) > size:
            groups.append([])
        groups[-1].append(e)
    rng.shuffle(groups)
    return [collate(group) for group in groups]


def collate(examples: Sequence[Example]) -> EventBatch:
    """Examples as padded tensors; position 0 is [CLS], so that a piece stands one further on."""
    length = max(len(e.pieces) for e in examples) + 2
    ids, shape, layout, mask = (np.zeros((len(examples), length), np.int64) for _ in range(4))
    tag, status = (np.full((len(examples), length), data.IGNORE, np.int64) for _ in range(2))
    ids[:] = PAD
    for b, e in enumerate(examples):
        n = len(e.pieces)
        row = slice(1, n + 1)
        ids[b, 0], ids[b, n + 1] = CLS, SEP
        ids[b, row], shape[b, row], layout[b, row] = e.pieces.ids, e.pieces.shape, e.pieces.layout
        mask[b, : n + 2] = 1
        tag[b, row], status[b, row] = e.tag, e.status
    return EventBatch(
        *(torch.from_numpy(x) for x in (ids, shape, layout)),
        torch.from_numpy(mask).float(),
        torch.from_numpy(tag),
        torch.from_numpy(status),
        tuple(examples),
    )
