"""Fits the scores between marked actors to an encoder that has been averaged; nothing else moves.

    python -m training.pair_head RUN

Two minutes: the scores are one linear layer, and PLV and the sentences with a quad class are short.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import torch

from training import data, event_loss, event_texts, events
from training.model import Model
from training.optimizer import warmed
from training.train import DROPPED

RATE = 1e-3
EPOCHS = 12
BATCH = 1024  # wordpieces
PAIR = event_loss.LOSSES.index("pair")


def main(argv: Sequence[str] | None = None) -> None:
    """Train on a run's ``final.pt``, which then has the new layer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "onrecord-training")
    args = parser.parse_args(argv)
    train(args.work / args.run / "final.pt", args.epochs, args.seed)


def train(path: Path, epochs: int, seed: int) -> None:
    """Go on from the layer in a file of weights, which then holds the new one."""
    torch.manual_seed(seed)
    model = Model().requires_grad_(False)
    model.load_state_dict(torch.load(path, weights_only=True))
    layer = model.event.between.requires_grad_(True)
    optimizer = torch.optim.AdamW(layer.parameters(), lr=RATE, weight_decay=0.01)
    tok, texts = data.tokenizer(), [text for text in event_texts.texts() if text.pairs]
    for epoch in range(epochs):
        order = events.batches(texts, BATCH, tok, random.Random(seed * 1000 + epoch))
        total = 0.0
        for at, batch in enumerate(order):
            for group in optimizer.param_groups:
                group["lr"] = RATE * warmed((epoch + at / len(order)) / epochs)
            states = model.encoder(batch.ids, batch.shape, batch.layout, batch.mask)
            loss = event_loss.losses(model.event(states, batch.mask, DROPPED), batch)[PAIR]
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            optimizer.zero_grad()
            total += loss.item()
        sys.stderr.write(f"epoch {epoch + 1}/{epochs}  pair {total / len(order):.4f}\n")
        sys.stderr.flush()
    torch.save(model.state_dict(), path)


if __name__ == "__main__":
    main()
