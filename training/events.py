"""Event data to training examples: written items, PLV's pairs, sentences with a quad class.

=================  =========================================  ====================================================
from               what it tells                              what the head learns of it
=================  =========================================  ====================================================
training/written   mentions, triggers, type, sides, status    everything; unmarked words and pairs are no event
PLV                what one marked actor does to another      the type of the pair, its trigger left open
quad-sentences     quad class of a sentence, or none;         the class of the pair that actor-tags marks in it,
with actor-tags    who acts and on whom                       or that nothing happens between the two
PolNeAR            real articles, no acts marked              that plain words of saying and function words name no act
=================  =========================================  ====================================================

Where triggers are left open, function words and plain words of saying are none. PLV: Hu et al., ACL 2024. The
quad-sentences and actor-tags: ConfliBERT (Hu et al., NAACL 2022), in CAMEO's quad classes.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from evals.events import held_out
from onrecord.reading.pieces import CLS, PAD, SEP, Pieces, cut
from onrecord.reading.tags import ACTS, STATUSES
from onrecord.records import Span
from onrecord.tables import rows
from training import data, written

MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))
# CAMEO's quad classes, whose PROTEST is verbal; PLV's is material: both are allowed
QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT"),
    2: ("COOPERATE", "AID", "CONCEDE", "RETREAT"),
    3: ("ACCUSE", "REJECT", "REQUEST", "THREATEN", "PROTEST"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
LONGEST = 250  # pieces of a window
HELD_OUT_ITEMS = 0.08  # of those written: certainty is fitted on them
PARAGRAPHS = 1200  # of PolNeAR
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
class Pair:
    """Two mentions and what may be between them; no types: nothing."""

    actor: Span
    recipient: Span
    types: tuple[str, ...]
    but: tuple[str, ...] = ()  # what may be there all the same

    @property
    def mutual(self) -> bool:
        """Whether either may be called the actor."""
        return any(t in MUTUAL for t in self.types)


@dataclass(frozen=True)
class Text:
    """A text with its mentions and events; ``pairs`` of data that marks no trigger."""

    id: str
    text: str
    mentions: tuple[Span, ...] = ()
    acts: tuple[written.Act, ...] = ()
    pairs: tuple[Pair, ...] = ()
    whole: bool = False  # whether every event of the text is marked


def texts() -> list[Text]:
    """All that the event head is trained on."""
    folder = data.DATA / "events"
    return [*_written(), *_plv(folder / "plv-train.jsonl"), *_quads(folder), *_articles()]


def kept_back(item: written.Item) -> bool:
    """Whether a written item is held out for certainty."""
    return data.is_held_out(item.text, HELD_OUT_ITEMS)


def _written() -> Iterator[Text]:
    for item in written.items():
        if not kept_back(item):
            yield Text(item.id, item.text, item.mentions, item.acts, whole=True)


def _articles() -> Iterator[Text]:
    """Paragraphs of training articles, the same every time."""
    articles = data.documents(data.DATA / "attribution" / "polnear-train.jsonl")
    found = [
        Text(f"{ident}:{start}", row[0]["text"][start:end])
        for ident, row in articles.items()
        for start, end in data.paragraphs(row[0]["text"])
        if 80 < end - start < 700
    ]
    yield from random.Random(1).sample(found, PARAGRAPHS)


def _plv(path: Path) -> Iterator[Text]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if held_out(row["text"]):
            continue
        types = ("CONCEDE", "RETREAT") if row["type"] == "YIELD" else (row["type"],)
        actor, recipient = tuple(row["actor"]), tuple(row["recipient"])
        pairs = [Pair(actor, recipient, types)]
        if row["type"] not in MUTUAL:
            pairs.append(Pair(recipient, actor, ()))
        yield Text(row["id"], row["text"], pairs=tuple(pairs))


def _quads(folder: Path) -> Iterator[Text]:
    quads = {}
    for line in (folder / "quad-sentences.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        quads[_bare(row["text"])] = row
    for line in (folder / "actor-tags.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = quads.get(_bare("".join(row["words"])))
        if found is None or held_out(found["text"]):
            continue
        sides = _tagged(found["text"], row["words"], row["tags"])
        if not sides["S"] or not sides["T"]:
            continue
        # its sentences of no class have people who meet and telephone all the same
        types, but = QUADS.get(found["quad"], ()), () if found["quad"] else ("CONSULT", "AGREE")
        pair = Pair(sides["S"][0], sides["T"][0], types, but)
        yield Text(_bare(found["text"])[:40], found["text"], pairs=(pair,))


def _bare(text: str) -> str:
    return "".join(text.split()).replace("’", "'").replace("ʼ", "'")


def _tagged(text: str, words: Sequence[str], tags: Sequence[str]) -> dict[str, list[Span]]:
    """Where the tagged runs of words stand in the text that they were cut from."""
    found: dict[str, list[Span]] = {"S": [], "T": []}
    at = 0
    for word, tag in zip(words, tags, strict=True):
        start = at
        for k in range(len(word)):
            while at < len(text) and text[at].isspace():
                at += 1
            start = start if k else at
            at += 1
        if tag[2:] in found:
            spans = found[tag[2:]]
            if tag.startswith("I-") and spans:
                spans[-1] = (spans[-1][0], at)
            else:
                spans.append((start, at))
    return found


@dataclass(frozen=True)
class Example:
    """A window: its pieces, a target a piece, and what is between its mentions.

    Attributes:
        tag: index into types plus one; 0: no trigger. *Shape:* (pieces,)
        status: index into :data:`~onrecord.reading.tags.STATUSES`. *Shape:* (pieces,)
        roles: (first pieces of a trigger's words, those of a mention's, role).
        pairs: (first pieces of the one's words, those of the other's, the pair).
    """

    pieces: Pieces
    tag: np.ndarray
    status: np.ndarray
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
    roles, pairs = [], []
    mentions = [(m, k) for k, part in enumerate(moved) for m in part.mentions]
    for k, (part, (low, high)) in enumerate(zip(moved, bounds, strict=True)):
        if part.whole:
            tag[_words(pieces, (low, high))] = 0
        else:
            tag[[i for i in _words(pieces, (low, high)) if _is_plain(pieces, i)]] = 0
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
    return Example(pieces, tag, status, tuple(roles), tuple(pairs))


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
