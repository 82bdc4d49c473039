"""Trains the model on PolNeAR and writes what ships; needs the data in ``../shared``.

    pip install torch==2.13.0 && pip install -r requirements/train.txt && pip install --no-deps -e .
    python -m training.train --name plain --no-entities  # attributions alone: 40 minutes on one core
    python -m training.train --name joint                # with mentions and coreference: 45 minutes
    python -m training.average plain joint --name statements        # their mean: 10 minutes
    python -m training.event_run ...                     # what ships: event_run's own docstring
    python -m training.train --name try --epochs 2 --seed 7
    python -m training.segment                           # the other model, body and boilerplate: two minutes

A checkpoint is written every few minutes under ``--work``; the same command goes on from it. At the end the weights are
exported to ONNX int8, the decoding's settings and the certainty tuned on held-out training articles, the weights of
coreference on held-out chains, and with ``--ship`` all of it is put into ``src/onrecord/model/``. Write the run into
``training/RUNS.md``, which also has the figures to reach.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.reading.tags import LINK_WIDTH
from training import data
from training.data import IGNORE, Article, Batch
from training.entities import NO_CHAIN
from training.model import Model, dropped
from training.optimizer import Optimizer

# settings: what a run is made with, besides the command line
BATCH = 2048  # wordpieces
MASKED = 0.1  # share of input pieces hidden
DROPPED = 0.1  # share of features left out before the heads
WEIGHTS = (1.0, 1.0, 0.5, 0.5, 0.5)  # of the losses: role, anchor, source, mention, coreference
LOSSES = ("role", "anchor", "source", "mention", "chain")
SAVE_EVERY = 180.0  # seconds


def main(argv: Sequence[str] | None = None) -> None:
    """Train, tune, export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--name", default="onrecord", help="of the run's folder")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--start", type=Path, help="weights (final.pt) of an earlier run to go on from; heads they lack are new"
    )
    parser.add_argument(
        "--rate", type=float, default=1.0, help="share of the peak rates, for a run that goes on from another"
    )
    parser.add_argument("--articles", type=int, help="train on the first N articles only, to try things")
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "onrecord-training")
    parser.add_argument("--entities", action=argparse.BooleanOptionalAction, default=True, help="train mentions, too")
    parser.add_argument("--ship", action="store_true", help="into the package")
    args = parser.parse_args(argv)
    folder = args.work / args.name
    folder.mkdir(parents=True, exist_ok=True)
    train(folder, args)
    from training.average import finish

    finish(folder, ship=bool(args.ship))


def train(folder: Path, args: argparse.Namespace) -> None:
    """Train to ``folder/final.pt``, from ``folder/checkpoint.pt`` if it is there; ``args`` are :func:`main`'s."""
    epochs, seed, limit, rate = args.epochs, args.seed, args.articles, args.rate
    if (folder / "final.pt").exists():
        return
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    torch.manual_seed(seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    tok = data.tokenizer()
    rows = data.documents(data.DATA / "attribution" / "polnear-train.jsonl")
    kept = [r for ident, r in rows.items() if not data.is_held_out(ident)][:limit]
    model = Model()
    if args.start is not None:
        lacking = model.load_state_dict(torch.load(args.start, weights_only=True), strict=False).missing_keys
        assert all(name.startswith(("mention.", "event.")) for name in lacking), lacking
    model = model.to(device)
    model.encoder.layers.to(torch.bfloat16)
    optimizer = Optimizer(model, rate, [*model.attribution.parameters(), *model.mention.parameters()])
    step, begun, skip = 0, 0, 0
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False, map_location=device)
        model.load_state_dict(saved["model"])
        optimizer.load(saved["optimizer"])
        torch.set_rng_state(saved["random"].cpu())
        step, begun, skip = saved["step"], saved["epoch"], saved["done"]
    total = 0
    started, saved_at, trained = time.time(), time.time(), 0
    losses: list[list[float]] = []
    model.train()
    entities = data.entity_documents()[:limit] if args.entities else []
    for epoch in range(begun, epochs):
        rng = random.Random(seed * 1000 + epoch)
        examples = [_example(r, tok, rng) for r in kept]
        examples += [data.entity_article(document, tok, rng) for document in entities]
        order = data.batches(examples, BATCH, rng)
        total = total or step - skip + len(order) * (epochs - epoch)
        for at, batch in enumerate(order):
            if at < skip:
                continue
            parts = loss(model, _to(batch, device))
            weighted = [weight * part for weight, part in zip(WEIGHTS, parts, strict=True)]
            optimizer.step(sum(weighted, torch.zeros(())), step / total)
            losses.append([part.item() for part in parts])
            step, trained = step + 1, trained + int(batch.mask.sum())
            if step % 20 == 0 or at + 1 == len(order):
                _say(step, total, epoch, losses, trained / (time.time() - started))
            if time.time() - saved_at > SAVE_EVERY:
                _save(checkpoint, model, optimizer, step, epoch, at + 1)
                saved_at = time.time()
        skip = 0
        _save(checkpoint, model, optimizer, step, epoch + 1, 0)
    torch.save({k: v.float().cpu() for k, v in model.state_dict().items()}, folder / "final.pt")


def loss(model: Model, batch: Batch) -> tuple[Tensor, ...]:
    """Cross-entropies (a mean each) of roles, pointers to anchors, pointers to sources, mention tags, antecedents."""
    from onrecord.reading.pieces import CLS, MASK, PAD, SEP

    special = (batch.ids == CLS) | (batch.ids == SEP) | (batch.ids == PAD)
    hidden = (torch.rand(batch.ids.shape, device=batch.ids.device) < MASKED) & ~special
    last = model.encoder(batch.ids.masked_fill(hidden, MASK), batch.shape, batch.layout, batch.mask)[-1].float()
    last = dropped(last, DROPPED)
    role, anchor, source = model.attribution(last, batch.mask)
    tag, link = model.mention(last, batch.mask)
    return (
        entropy(role, batch.role),
        entropy(anchor, batch.anchor),
        entropy(source, batch.source),
        entropy(tag, batch.mention),
        antecedents_loss(link, batch.chain, model.mention.distance),
    )


def antecedents_loss(link: Tensor, chain: Tensor, distance: Tensor) -> Tensor:
    """The marginal likelihood that a mention points to one of its chain before it, or to none (Lee et al., 2017).

    *Shape:* ``link`` (windows, pieces, 2 * link width), ``chain`` (windows, pieces), ``distance`` (reach + 1).
    """
    total, count = link.sum() * 0, 0
    for vectors, chains in zip(link, chain, strict=True):
        at = (chains != NO_CHAIN).nonzero()[:, 0]
        if len(at) < 2:
            continue
        anaphor, antecedent = vectors[at].chunk(2, -1)
        far = (at[:, None] - at[None]).clamp(0, len(distance) - 1)
        score = anaphor @ antecedent.T / LINK_WIDTH**0.5 + distance[far]
        before = at[:, None] > at[None]
        score = score.masked_fill(~before, -1e4)
        same = before & (chains[at][:, None] == chains[at][None])
        none = score.new_zeros(len(at), 1)
        right = torch.cat([none.masked_fill(same.any(-1, keepdim=True), -1e4), score.masked_fill(~same, -1e4)], -1)
        total = total + (torch.cat([none, score], -1).logsumexp(-1) - right.logsumexp(-1)).sum()
        count += len(at)
    return total / max(count, 1)


def entropy(scores: Tensor, target: Tensor) -> Tensor:
    """Mean cross-entropy over the pieces that have a target."""
    summed = functional.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=IGNORE, reduction="sum")
    return summed / (target != IGNORE).sum().clamp(min=1)


def _example(rows: list[dict[str, Any]], tok: data.Tokenizer, rng: random.Random) -> Article:
    return data.article(rows, data.restyled(rows[0]["text"], rng), tok)


def _to(batch: Batch, device: torch.device) -> Batch:
    return Batch(**{name: value.to(device) for name, value in vars(batch).items()})


def _say(step: int, total: int, epoch: int, losses: list[list[float]], speed: float) -> None:
    recent = losses[-100:]
    mean = [sum(part) / len(recent) for part in zip(*recent, strict=True)]
    left = (total - step) * BATCH * 0.95 / max(speed, 1) / 60
    sys.stderr.write(
        f"step {step}/{total} epoch {epoch + 1}  "
        f"{'  '.join(f'{name} {value:.4f}' for name, value in zip(LOSSES, mean, strict=True))}"
        f"  {speed:.0f} pieces/s  {left:.0f} min left\n"
    )
    sys.stderr.flush()


def _save(path: Path, model: Model, optimizer: Optimizer, step: int, epoch: int, done: int) -> None:
    half = path.with_suffix(".part")
    state = {"model": model.state_dict(), "optimizer": optimizer.state(), "random": torch.get_rng_state()}
    torch.save({**state, "step": step, "epoch": epoch, "done": done}, half)
    half.replace(path)


if __name__ == "__main__":
    main()
