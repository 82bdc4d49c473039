"""The optimizer of all runs that move the encoder, and its rate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from training.model import Model

RATE = 3e-4  # peak, encoder
HEAD_RATE = 9e-4  # peak, heads and input features
WARM_UP = 0.06  # share of steps
DECAY = 0.01  # of weight matrices in the encoder
CLIP = 1.0


class Optimizer:
    """AdamW over 32-bit copies of the encoder's bfloat16 weights: fast products, exact small steps.

    Args:
        model: its encoder's layers in bfloat16.
        share: of the peak rates, for a run that goes on from another.
        heads: what else learns, at the heads' rate, beside the features of the input.
        fresh: heads that begin from nothing, and learn at their full rate whatever the share.
    """

    def __init__(
        self, model: Model, share: float, heads: Sequence[nn.Parameter], fresh: Sequence[nn.Parameter] = ()
    ) -> None:
        self.low = list(model.encoder.layers.parameters())
        self.master = [p.detach().float().clone() for p in self.low]
        encoder = [model.encoder.position, *model.encoder.norm.parameters()]
        heads = [*heads, model.encoder.shape.weight, model.encoder.layout.weight]
        self.all = [*self.master, *encoder, *heads, *fresh]
        groups: list[tuple[list[Tensor], float, float]] = [
            ([p for p in self.master if p.ndim > 1], share * RATE, DECAY),
            ([p for p in self.master if p.ndim == 1] + encoder, share * RATE, 0.0),
            (heads, share * HEAD_RATE, 0.0),
            ([*fresh], HEAD_RATE, 0.0),
        ]
        self.adam = torch.optim.AdamW(
            [{"params": p, "lr": rate, "weight_decay": decay} for p, rate, decay in groups if p],
            betas=(0.9, 0.98),
            fused=True,
        )
        self.peaks = [group["lr"] for group in self.adam.param_groups]

    def step(self, loss: Tensor, progress: float) -> None:
        """One step down the loss, ``progress`` (0 to 1) through the run."""
        loss.backward()  # type: ignore[no-untyped-call]
        for group, peak in zip(self.adam.param_groups, self.peaks, strict=True):
            group["lr"] = peak * warmed(progress)
        for master, low in zip(self.master, self.low, strict=True):
            assert low.grad is not None
            master.grad, low.grad = low.grad.float(), None
        nn.utils.clip_grad_norm_(self.all, CLIP)
        self.adam.step()
        self.adam.zero_grad()
        with torch.no_grad():
            for master, low in zip(self.master, self.low, strict=True):
                low.copy_(master)

    def state(self) -> dict[str, Any]:
        """All that :meth:`load` needs."""
        return {"adam": self.adam.state_dict(), "master": self.master}

    def load(self, state: dict[str, Any]) -> None:
        """Go on from a saved :meth:`state`."""
        self.adam.load_state_dict(state["adam"])
        with torch.no_grad():
            for master, saved in zip(self.master, state["master"], strict=True):
                master.copy_(saved)


def warmed(progress: float) -> float:
    """Share of the peak rate: linear warm-up, then linear to nothing."""
    return min(1.0, progress / WARM_UP + 1e-3) * max(0.0, 1 - progress)
