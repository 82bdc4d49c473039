"""Teaches the model events, encoder and all, without its forgetting who said what.

    python -m training.event_run stem --start statements --epochs 5
    python -m training.event_run one --start stem --held statements --seed 11
    python -m training.event_run two --start stem --held statements --seed 12
    python -m training.average one two --branches --name onrecord --ship

Event data alone would cost attributions all they know (RUNS.md); so every batch, of event data and of other text, also
holds the other heads to what they said before (:mod:`training.hold`). Branches that go on from one stem are averaged.
"""

from __future__ import annotations

import argparse
import copy
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor

from onrecord.reading.pieces import CLS, MASK, PAD, SEP
from training import data, event_loss, event_texts, events, hold
from training.data import Batch
from training.events import EventBatch
from training.model import Model
from training.optimizer import Optimizer
from training.train import DROPPED, MASKED

EPOCHS = 8
SHARE = 0.4  # of the rates that a run from the base weights has
BATCH = 1024  # wordpieces
HOLD = 4.0
OTHER = 0.5


def main(argv: Sequence[str] | None = None) -> None:
    """Train on a run's ``final.pt``, which then knows events."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", help="name of the run's folder")
    parser.add_argument("--start", required=True, help="the run whose weights it goes on from")
    parser.add_argument("--held", help="the run whose weights the other heads are held to; where it starts if left out")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=SHARE)
    parser.add_argument("--hold", type=float, default=HOLD, help="weight of what is held")
    parser.add_argument("--other", type=float, default=OTHER, help="pieces of other text for each of event data")
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "onrecord-training")
    args = parser.parse_args(argv)
    train(args)


def train(args: argparse.Namespace) -> None:
    """Train to ``final.pt`` of the run; an event head that the weights lack is new. ``args`` are :func:`main`'s."""
    start, held = (args.work / run / "final.pt" for run in (args.start, args.held or args.start))
    epochs, seed = args.epochs, args.seed
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    torch.manual_seed(seed)
    model = Model()
    before = _loaded(copy.deepcopy(model), held).requires_grad_(False)
    _loaded(model, start)
    tok, texts = data.tokenizer(), event_texts.texts()
    heads = [*model.attribution.parameters(), *model.mention.parameters()]
    optimizer = Optimizer(model, args.share, heads, [*model.event.parameters()])
    for epoch in range(epochs):
        rng = random.Random(seed * 1000 + epoch)
        order = list(_mixed(events.batches(texts, BATCH, tok, rng), _others(tok, rng), args.other, rng))
        losses, started = [], time.time()
        for at, batch in enumerate(order):
            parts = _losses(model, before, batch)
            weights = (args.hold, *event_loss.WEIGHTS)
            total = sum((w * part for w, part in zip(weights, parts, strict=False)), torch.zeros(()))
            optimizer.step(total, (epoch + at / len(order)) / epochs)
            losses.append([part.item() for part in parts])
        _say(epoch + 1, epochs, losses, time.time() - started)
    (args.work / args.run).mkdir(exist_ok=True)
    torch.save({k: v.float() for k, v in model.state_dict().items()}, args.work / args.run / "final.pt")


def _loaded(model: Model, path: Path) -> Model:
    lacking = model.load_state_dict(torch.load(path, weights_only=True), strict=False).missing_keys
    assert all(name.startswith("event.") for name in lacking), lacking
    model.encoder.layers.to(torch.bfloat16)
    return model


def _losses(model: Model, before: Model, batch: EventBatch | Batch) -> tuple[Tensor, ...]:
    """What has moved; of event data, the losses of events behind it."""
    special = (batch.ids == CLS) | (batch.ids == SEP) | (batch.ids == PAD)
    ids = batch.ids.masked_fill((torch.rand(batch.ids.shape) < MASKED) & ~special, MASK)
    states = model.encoder(ids, batch.shape, batch.layout, batch.mask)
    with torch.no_grad():
        old = before.encoder(ids, batch.shape, batch.layout, batch.mask)[-1].float()
        said = hold.heads(before, old, batch.mask)
    moved = hold.difference(hold.heads(model, states[-1].float(), batch.mask), said, batch.mask)
    if not isinstance(batch, EventBatch):
        return (moved,)
    return moved, *event_loss.losses(model.event(states, batch.mask, DROPPED), batch)


def _others(tok: data.Tokenizer, rng: random.Random) -> list[Batch]:
    """Articles and the entity data, in batches without what is annotated in them."""
    rows = data.documents(data.DATA / "attribution" / "polnear-train.jsonl")
    examples = [data.article(r, data.restyled(r[0]["text"], rng), tok) for r in rows.values()]
    examples += [data.entity_article(document, tok, rng) for document in data.entity_documents()]
    return data.batches(examples, BATCH, rng)


def _mixed(
    found: list[EventBatch], others: list[Batch], share: float, rng: random.Random
) -> Iterator[EventBatch | Batch]:
    pieces = share * sum(int(batch.mask.sum()) for batch in found)
    mixed: list[EventBatch | Batch] = [*found]
    for batch in others:
        pieces -= int(batch.mask.sum())
        if pieces < 0:
            break
        mixed.append(batch)
    rng.shuffle(mixed)
    yield from mixed


def _say(epoch: int, epochs: int, losses: Sequence[Sequence[float]], seconds: float) -> None:
    held = sum(parts[0] for parts in losses) / len(losses)
    told = [parts[1:] for parts in losses if len(parts) > 1]
    means = [sum(part) / len(told) for part in zip(*told, strict=True)]
    named = zip(event_loss.LOSSES, means, strict=True)
    line = "  ".join([f"held {held:.4f}", *(f"{name} {mean:.4f}" for name, mean in named)])
    sys.stderr.write(f"epoch {epoch}/{epochs}  {line}  {seconds:.0f} s\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
