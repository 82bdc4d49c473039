"""Trained weights to the files that ship: ONNX, quantised to 8-bit integers, with tokenizer and card."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import torch
from torch import Tensor, nn

from onrecord.reading.encoder import FOLDER
from training.data import tokenizer
from training.model import Model, Scores

NAME, VERSION = "onrecord", "4"
INPUTS = ("ids", "shape", "layout", "mask")
OUTPUTS = ("role", "anchor", "source", "mention", "link", "act", "status", "side", "between")


class _Exported(nn.Module):
    """The model without what only training uses."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, shape: Tensor, layout: Tensor, mask: Tensor) -> Scores:
        scores: Scores = self.model(ids, shape, layout, mask)
        return scores


def export(folder: Path) -> None:
    """``final.pt`` of a run to a model folder, ``folder/model``."""
    out = folder / "model"
    out.mkdir(exist_ok=True)
    model = Model()
    model.load_state_dict(torch.load(folder / "final.pt", weights_only=True))
    exact = folder / "exact.onnx"
    write_onnx(model, exact)
    quantise(exact, out / "model.onnx")
    tokenizer().save(str(out / "tokenizer.json"), pretty=False)
    write_card(out, {})


def write_onnx(model: Model, path: Path) -> None:
    """The model in 32-bit floats; windows and pieces are free dimensions."""
    ids = torch.randint(1000, 2000, (2, 40))
    nothing = torch.zeros_like(ids)
    torch.onnx.export(
        _Exported(model.eval()),
        (ids, nothing, nothing, torch.ones(ids.shape)),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={name: {0: "windows", 1: "pieces"} for name in (*INPUTS, *OUTPUTS)},
        opset_version=17,
        dynamo=False,  # the older exporter's graph quantises into half as many nodes
    )


def quantise(exact: Path, out: Path) -> None:
    """Weights to integers a channel, activations at run time.

    Weights take 7 of the 8 bits: processors without VNNI add two products in 16 bits, which 8 would overflow
    (https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html). It costs no accuracy here.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    prepared = exact.with_suffix(".prepared.onnx")
    quant_pre_process(str(exact), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(out),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
    )
    prepared.unlink()


def write_card(folder: Path, tuned: dict[str, object]) -> None:
    """``model.json``: name, hashes of the files it was written for, and what was tuned."""
    hashes = {n: hashlib.sha256((folder / n).read_bytes()).hexdigest() for n in ("model.onnx", "tokenizer.json")}
    card = {"name": NAME, "version": VERSION, "sha256": hashes, "decoding": {}, "certainty": {}, **tuned}
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def ship(folder: Path) -> None:
    """A run's model folder into the package."""
    for name in ("model.onnx", "tokenizer.json", "model.json"):
        shutil.copyfile(folder / "model" / name, FOLDER / name)
