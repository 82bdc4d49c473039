"""Trains the event head on top of an encoder that stays as it is; the other heads read the same to the bit.

    python -m training.event_head RUN

Mixing the encoder's layers makes up for most of what fine-tuning it on events would bring, and costs attributions
nothing (RUNS.md has both).
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training import data, event_loss, events
from training.events import EventBatch
from training.model import EventHead, Model
from training.train import DROPPED, MASKED

RATE = 1e-3
EPOCHS = 16
BATCH = 640  # wordpieces
WARM_UP = 0.06
CLIP = 1.0


def main(argv: Sequence[str] | None = None) -> None:
    """Train on a run's ``final.pt``, which then has the new head."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "onrecord-training")
    args = parser.parse_args(argv)
    train(args.work / args.run / "final.pt", args.epochs, args.seed)


def train(path: Path, epochs: int, seed: int) -> None:
    """A new event head for the weights in a file."""
    torch.manual_seed(seed)
    model = Model()
    known = {k: v for k, v in torch.load(path, weights_only=True).items() if not k.startswith("event.")}
    model.load_state_dict(known, strict=False)
    tok = data.tokenizer()
    texts = events.texts()
    head = model.event
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01, betas=(0.9, 0.98))
    for epoch in range(epochs):
        order = events.batches(texts, BATCH, tok, random.Random(seed * 1000 + epoch))
        losses = []
        for at, batch in enumerate(order):
            done = (epoch + at / len(order)) / epochs
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1.0, done / WARM_UP + 1e-3) * (1 - done)
            losses.append(_step(model, head, optimizer, batch))
        means = [sum(part) / len(losses) for part in zip(*losses, strict=True)]
        told = "  ".join(f"{name} {mean:.4f}" for name, mean in zip(event_loss.LOSSES, means, strict=True))
        sys.stderr.write(f"epoch {epoch + 1}/{epochs}  {told}\n")
        sys.stderr.flush()
    torch.save(model.state_dict(), path)


def _step(model: Model, head: EventHead, optimizer: torch.optim.Optimizer, batch: EventBatch) -> list[float]:
    with torch.no_grad():
        states = model.encoder(_masked(batch), batch.shape, batch.layout, batch.mask)
    parts = event_loss.losses(*head(states, batch.mask, DROPPED), batch)
    total = sum((w * part for w, part in zip(event_loss.WEIGHTS, parts, strict=True)), torch.zeros(()))
    total.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(head.parameters(), CLIP)
    optimizer.step()
    optimizer.zero_grad()
    return [part.item() for part in parts]


def _masked(batch: EventBatch) -> Tensor:
    """The pieces, some of them hidden."""
    from onrecord.reading.pieces import CLS, MASK, PAD, SEP

    special = (batch.ids == CLS) | (batch.ids == SEP) | (batch.ids == PAD)
    return batch.ids.masked_fill((torch.rand(batch.ids.shape) < MASKED) & ~special, MASK)


if __name__ == "__main__":
    main()
