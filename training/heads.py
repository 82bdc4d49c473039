"""Trains the mention and coreference heads on top of an encoder that stays as it is.

    python -m training.heads RUN

What the attribution head reads stays the same to the bit, and a pass over the entity data takes half a minute.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import torch

from training import data
from training.model import Model, dropped
from training.train import BATCH, DROPPED, MASKED, antecedents_loss, entropy

RATE = 1e-3
EPOCHS = 12


def main(argv: Sequence[str] | None = None) -> None:
    """Train on a run's ``final.pt``, which then has the new heads."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "onrecord-training")
    args = parser.parse_args(argv)
    train(args.work / args.run / "final.pt", args.epochs, args.seed)


def train(path: Path, epochs: int, seed: int) -> None:
    """New heads for the weights in a file."""
    from onrecord.reading.pieces import CLS, MASK, PAD, SEP

    torch.manual_seed(seed)
    model = Model()
    model.load_state_dict(
        {k: v for k, v in torch.load(path, weights_only=True).items() if not k.startswith("mention.")}, strict=False
    )
    tok = data.tokenizer()
    documents = data.entity_documents()
    optimizer = torch.optim.AdamW(model.mention.parameters(), lr=RATE, weight_decay=0.01)
    total, step = epochs, 0
    for epoch in range(epochs):
        rng = random.Random(seed * 1000 + epoch)
        order = data.batches([data.entity_article(d, tok, rng) for d in documents], BATCH, rng)
        losses = []
        for at, batch in enumerate(order):
            special = (batch.ids == CLS) | (batch.ids == SEP) | (batch.ids == PAD)
            hidden = (torch.rand(batch.ids.shape) < MASKED) & ~special
            with torch.no_grad():
                states = model.encoder(batch.ids.masked_fill(hidden, MASK), batch.shape, batch.layout, batch.mask)
            states = dropped(states[-1].float(), DROPPED)
            tag, link = model.mention(states, batch.mask)
            parts = entropy(tag, batch.mention), antecedents_loss(link, batch.chain, model.mention.distance)
            sum(parts).backward()  # type: ignore[union-attr]
            for group in optimizer.param_groups:
                done = (epoch + at / len(order)) / total
                group["lr"] = RATE * min(1.0, done / 0.05 + 1e-3) * (1 - done)
            optimizer.step()
            optimizer.zero_grad()
            losses.append([part.item() for part in parts])
            step += 1
        mean = [sum(part) / len(losses) for part in zip(*losses, strict=True)]
        sys.stderr.write(f"epoch {epoch + 1}/{epochs}  mention {mean[0]:.4f}  chain {mean[1]:.4f}\n")
        sys.stderr.flush()
    torch.save(model.state_dict(), path)


if __name__ == "__main__":
    main()
