"""PolNeAR to training examples: documents, labels a wordpiece, windows, and the changes made to texts on the way.

PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018): a line per article and annotator.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.reading.pieces import CLS, PAD, SEP, Pieces, cut
from onrecord.reading.roles import Role
from onrecord.reading.tags import TAGS
from onrecord.reading.windows import WIDTH, units
from onrecord.records import Span
from training.entities import NO_CHAIN, Annotated, gum, politics, re3d, relined
from training.model import base_weights

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
HELD_OUT_SHARE = 0.07
CHAINS_HELD_OUT = 0.2  # of the few documents with chains: the weights of reading/coreference are fitted on them
IGNORE = -100  # a target that no loss looks at
NO_SOURCE = -2

# ways to write a quotation: (opening, closing), all one character so that offsets stay
STYLES = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("‘", "’"))


@dataclass(frozen=True)
class Labels:
    """One annotator's targets, a row a piece; a task that was not annotated has no target anywhere.

    Attributes:
        role, anchor, source: of an attribution; for anchors the source's first piece.
        mention: tag of :data:`onrecord.reading.tags.TAGS`.
        chain: number of the coreference chain at the last word of a mention, else :data:`NO_CHAIN`.
    """

    role: NDArray[np.int64]
    anchor: NDArray[np.int64]
    source: NDArray[np.int64]
    mention: NDArray[np.int64]
    chain: NDArray[np.int64]

    @classmethod
    def empty(cls, count: int) -> Labels:
        """No target for any of ``count`` pieces."""
        ignored = (np.full(count, IGNORE, np.int64) for _ in range(4))
        return cls(*ignored, chain=np.full(count, NO_CHAIN, np.int64))


@dataclass(frozen=True)
class Article:
    """An article in wordpieces with the labels of each who annotated it."""

    id: str
    pieces: Pieces
    labels: tuple[Labels, ...]


@dataclass(frozen=True)
class Batch:
    """Windows padded to one length. *Shape:* each (windows, pieces)."""

    ids: Tensor
    shape: Tensor
    layout: Tensor
    mask: Tensor
    role: Tensor
    anchor: Tensor
    source: Tensor
    mention: Tensor
    chain: Tensor


def tokenizer() -> Tokenizer:
    """The base weights' own tokenizer, without truncation and padding."""
    made = Tokenizer.from_file(str(base_weights() / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def documents(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Lines of a JSONL file by document id, annotators together."""
    out: dict[str, list[dict[str, Any]]] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            out.setdefault(row["id"], []).append(row)
    return out


def is_held_out(ident: str, share: float = HELD_OUT_SHARE) -> bool:
    """Whether a training article is kept back for thresholds and calibration; the same on every machine."""
    return int(hashlib.sha256(ident.encode()).hexdigest()[:8], 16) / 16**8 < share


def entity_documents() -> list[Annotated]:
    """The entity data that the heads for mentions and coreference are trained on."""
    folder = DATA / "entities"
    chains = [d for d in gum(folder / "gum-train.jsonl") if not is_held_out(d.id, CHAINS_HELD_OUT)]
    return [*chains, *politics(folder / "politics-train.jsonl"), *re3d(folder / "re3d.jsonl")]


def entity_article(document: Annotated, tok: Tokenizer, rng: random.Random) -> Article:
    """A document of the entity data as an example, its lines broken anew."""
    text = restyled(relined(document.text, rng), rng)
    pieces = cut(text, paragraphs(text), tok)
    return Article(document.id, pieces, (entity_labels(pieces, document),))


def paragraphs(text: str) -> list[Span]:
    """Lines of a text without the white space around them."""
    return [(m.start(), m.end()) for m in re.finditer(r"[^\n\s](?:[^\n]*[^\n\s])?", text)]


def article(rows: Sequence[dict[str, Any]], text: str, tok: Tokenizer) -> Article:
    """An article's pieces and labels; ``text`` is the rows' text, or one of the same length and other marks."""
    pieces = cut(text, paragraphs(text), tok)
    return Article(
        rows[0]["id"], pieces, tuple(labels(pieces, row["attributions"], row.get("ignore") or ()) for row in rows)
    )


def labels(pieces: Pieces, attributions: Sequence[dict[str, list[Span]]], ignored: Sequence[Span]) -> Labels:
    """Targets for one annotator's attributions; spans that nobody annotated count for nothing."""
    made = Labels.empty(len(pieces))
    role, anchor, source = made.role, made.anchor, made.source
    role[:] = Role.NONE
    anchors = []
    for attribution in attributions:
        parts = {name: _inside(pieces, attribution[name]) for name in ("source", "cue", "content")}
        if not parts["content"]:
            continue
        at = min(parts["cue"] or parts["source"] or parts["content"])
        for i in parts["source"]:
            if role[i] == Role.NONE:
                role[i] = Role.SOURCE
        for name, kind in (("content", Role.CONTENT), ("cue", Role.CUE)):
            for i in parts[name]:
                role[i], anchor[i] = kind, at
        anchors.append((at, min(parts["source"]) if parts["source"] else NO_SOURCE))
    for at, head in anchors:
        role[at], anchor[at], source[at] = Role.ANCHOR, at, head
    role[_inside(pieces, ignored)] = IGNORE
    return made


def entity_labels(pieces: Pieces, document: Annotated) -> Labels:
    """Targets for the mentions of a document of the entity data."""
    made = Labels.empty(len(pieces))
    made.mention[:] = 0
    made.mention[_inside(pieces, document.ignored)] = IGNORE
    for core in document.cores:
        tag = TAGS.index(f"B-{core.type}")
        at = _inside(pieces, [(core.start, core.end)])
        for i in at:
            made.mention[i] = tag + (i > at[0])
        heads = [i for i in at if pieces.first[i]]
        if heads and core.chain != NO_CHAIN:
            made.chain[heads[-1]] = core.chain
    return made


def _inside(pieces: Pieces, spans: Sequence[Span]) -> list[int]:
    """The pieces that spans of the text touch."""
    found: list[int] = []
    for start, end in spans:
        found += range(
            int(np.searchsorted(pieces.end, start, "right")), int(np.searchsorted(pieces.start, end, "left"))
        )
    return found


def restyled(text: str, rng: random.Random) -> str:
    """The text with its quotation marks in another style and its lines run together now and then.

    Length and offsets stay. News comes in every style, PolNeAR in two.
    """
    if rng.random() < 0.35:
        opening, closing = rng.choice(STYLES)
        out = list(text)
        for line in re.finditer(r"[^\n]+", text):
            opened = False
            for i in range(line.start(), line.end()):
                if text[i] == "“" or (text[i] == '"' and not opened):
                    out[i], opened = opening, True
                elif text[i] == "”" or (text[i] == '"' and opened):
                    out[i], opened = closing, False
        text = "".join(out)
    if rng.random() < 0.2:
        text = re.sub(r"\n", lambda m: " " if rng.random() < 0.7 else m.group(), text)
    return text


def pack(example: Article, rng: random.Random) -> Iterator[tuple[Pieces, Labels, int, int]]:
    """Windows of whole paragraphs; the first is of random width, so that seams fall elsewhere each epoch."""
    parts = units(example.pieces, WIDTH)
    marks = rng.choice(example.labels)
    limit = rng.randint(WIDTH // 3, WIDTH)
    i = 0
    while i < len(parts):
        j = i + 1
        while j < len(parts) and parts[j][1] - parts[i][0] <= limit:
            j += 1
        yield example.pieces, marks, parts[i][0], parts[j - 1][1]
        i, limit = j, WIDTH


def batches(examples: Sequence[Article], size: int, rng: random.Random) -> list[Batch]:
    """One epoch: all windows once, sorted by length within pools so that little is padding, then shuffled.

    Args:
        size: most wordpieces in a batch, padding counted.
    """
    rows = [row for example in examples for row in pack(example, rng)]
    rng.shuffle(rows)
    groups: list[list[tuple[Pieces, Labels, int, int]]] = []
    for at in range(0, len(rows), 256):
        group: list[tuple[Pieces, Labels, int, int]] = []
        for row in sorted(rows[at : at + 256], key=lambda r: r[3] - r[2]):
            if group and (len(group) + 1) * (row[3] - row[2] + 2) > size:
                groups.append(group)
                group = []
            group.append(row)
        groups.append(group)
    rng.shuffle(groups)
    return [collate(group) for group in groups]


def collate(rows: Sequence[tuple[Pieces, Labels, int, int]]) -> Batch:
    """Windows as padded tensors; positions count [CLS] as 0, and what points outside its window points nowhere."""
    length = max(end - start for _, _, start, end in rows) + 2
    ids, shape, layout, mask = (np.zeros((len(rows), length), np.int64) for _ in range(4))
    role, anchor, source, mention = (np.full((len(rows), length), IGNORE, np.int64) for _ in range(4))
    chain = np.full((len(rows), length), NO_CHAIN, np.int64)
    ids[:] = PAD
    for b, (pieces, marks, start, end) in enumerate(rows):
        row = slice(1, end - start + 1)
        ids[b, 0], ids[b, end - start + 1] = CLS, SEP
        ids[b, row] = pieces.ids[start:end]
        shape[b, row] = pieces.shape[start:end]
        layout[b, row] = pieces.layout[start:end]
        mask[b, : end - start + 2] = 1
        first = pieces.first[start:end]
        role[b, row] = np.where(first, marks.role[start:end], IGNORE)
        mention[b, row] = np.where(first, marks.mention[start:end], IGNORE)
        chain[b, row] = marks.chain[start:end]
        for target, values in ((anchor, marks.anchor[start:end]), (source, marks.source[start:end])):
            within = (values >= start) & (values < end)
            target[b, row] = np.where(within, values - start + 1, np.where(values == NO_SOURCE, 0, IGNORE))
        anchor[b, row] = np.where(first & (role[b, row] != IGNORE), anchor[b, row], IGNORE)
    return Batch(
        *(torch.from_numpy(x) for x in (ids, shape, layout)),
        torch.from_numpy(mask).float(),
        *(torch.from_numpy(x) for x in (role, anchor, source, mention, chain)),
    )
