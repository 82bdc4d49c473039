"""Averages the weights of runs and finishes them as one (model soups; Wortsman et al., ICML 2022).

    python -m training.average first second --name statements
    python -m training.average one two --branches --name onrecord --ship

Runs from the same pretrained weights lie in one basin: the mean of their encoders and attribution heads is better than
either, at no cost to a reading. The heads for mentions and coreference are then trained anew on that encoder. Branches
of one run, which go on from the same weights (``training.event_run``), are averaged whole.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from training import antecedents, export, heads, tune


def main(argv: Sequence[str] | None = None) -> None:
    """Average, train the heads, export, tune, fit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="+", help="names of the runs' folders")
    parser.add_argument("--name", required=True, help="of the new folder")
    parser.add_argument("--branches", action="store_true", help="they go on from one run: average all their heads")
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "onrecord-training")
    parser.add_argument("--ship", action="store_true", help="into the package")
    args = parser.parse_args(argv)
    folder = args.work / args.name
    folder.mkdir(parents=True, exist_ok=True)
    weights = [torch.load(args.work / run / "final.pt", weights_only=True) for run in args.runs]
    anew = () if args.branches else ("mention.", "event.")
    shared = [name for name in weights[0] if not name.startswith(anew)]
    torch.save({name: sum(w[name] for w in weights) / len(weights) for name in shared}, folder / "final.pt")
    if not args.branches:
        heads.train(folder / "final.pt", heads.EPOCHS, seed=1)
    finish(folder, ship=args.ship)


def finish(folder: Path, *, ship: bool) -> None:
    """What every run ends with: the exported model with its decoder tuned and its antecedents' weights fitted."""
    export.export(folder)
    tune.tune(folder)
    antecedents.main([str(folder / "model")])
    if ship:
        export.ship(folder)


if __name__ == "__main__":
    main()
