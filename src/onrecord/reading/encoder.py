"""The shipped model: loaded once, on first use, checked against its card; windows in, scores out."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.errors import ModelError
from onrecord.reading.attribution import Scores, Settings
from onrecord.reading.pieces import CLS, PAD, SEP, Pieces
from onrecord.reading.windows import Window

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FOLDER = Path(__file__).resolve().parents[1] / "model"
Progress = Callable[[int, int], None]
_CHUNK = 64  # windows whose scores are in memory at a time: a long document costs no more than a short one
_PARTS = ("name", "version", "sha256", "decoding", "certainty")
_REMEDY = "install onrecord again"


@dataclass(frozen=True)
class Encoder:
    """A model folder: ``model.json`` (name, hashes, settings), ``model.onnx``, ``tokenizer.json``.

    Args:
        folder: where the files are.
        threads: that one reading may use.
        batch: windows a call; more is no faster on one thread.
    """

    folder: Path = FOLDER
    threads: int = 1
    batch: int = 4

    @cached_property
    def card(self) -> dict[str, Any]:
        """What ``model.json`` says.

        Raises:
            ModelError: it is not there, is no JSON or lacks a part.
        """
        try:
            card: dict[str, Any] = json.loads((self.folder / "model.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ModelError("the model's card cannot be read", where=str(self.folder), remedy=_REMEDY) from error
        missing = [part for part in _PARTS if part not in card]
        if missing:
            raise ModelError(f"the model's card lacks {missing[0]}", where=str(self.folder), remedy=_REMEDY)
        return card

    @property
    def name(self) -> str:
        """Name and version of the model, as readings carry it."""
        return f"{self.card['name']}-{self.card['version']}"

    @cached_property
    def settings(self) -> Settings:
        """The decoder's settings that were tuned with these weights."""
        return Settings(**self.card["decoding"])

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The vocabulary the weights were trained with."""
        if self.threads == 1:
            # the library reads this once; a reading on one thread is meant to be one
            os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from tokenizers import Tokenizer

        return Tokenizer.from_str(self._checked("tokenizer.json").decode("utf-8"))

    @cached_property
    def _session(self) -> InferenceSession:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # window lengths differ from call to call: a pattern kept for each would only grow
        options.enable_mem_pattern = False
        return onnxruntime.InferenceSession(self._checked("model.onnx"), options, providers=["CPUExecutionProvider"])

    def _checked(self, name: str) -> bytes:
        """A file's bytes, if they are those the card was written for."""
        try:
            data = (self.folder / name).read_bytes()
        except OSError as error:
            raise ModelError(f"the model's {name} is missing", where=str(self.folder), remedy=_REMEDY) from error
        if hashlib.sha256(data).hexdigest() != self.card["sha256"].get(name):
            raise ModelError(f"the model's {name} is not what its card says", where=str(self.folder), remedy=_REMEDY)
        return data

    def scores(
        self, pieces: Pieces, windows: Sequence[Window], progress: Progress | None = None
    ) -> Iterator[tuple[Window, Scores]]:
        """The heads' scores for each window, in order; ``progress`` hears of windows done and in all."""
        for at in range(0, len(windows), _CHUNK):
            chunk = windows[at : at + _CHUNK]
            ready: dict[int, Scores] = {}
            by_length = sorted(range(len(chunk)), key=lambda i: chunk[i].end - chunk[i].start)
            for start in range(0, len(by_length), self.batch):
                chosen = by_length[start : start + self.batch]
                ready.update(zip(chosen, self._run(pieces, [chunk[i] for i in chosen]), strict=True))
            for i, window in enumerate(chunk):
                yield window, ready.pop(i)
            if progress is not None:
                progress(at + len(chunk), len(windows))

    def _run(self, pieces: Pieces, windows: Sequence[Window]) -> Iterator[Scores]:
        length = max(w.end - w.start for w in windows) + 2
        ids = np.full((len(windows), length), PAD, np.int64)
        shape, layout = np.zeros_like(ids), np.zeros_like(ids)
        mask = np.zeros(ids.shape, np.float32)
        for row, w in enumerate(windows):
            n = w.end - w.start
            ids[row, 0], ids[row, n + 1] = CLS, SEP
            ids[row, 1 : n + 1] = pieces.ids[w.start : w.end]
            shape[row, 1 : n + 1] = pieces.shape[w.start : w.end]
            layout[row, 1 : n + 1] = pieces.layout[w.start : w.end]
            mask[row, : n + 2] = 1
        role, anchor, source, *others = self._session.run(
            ["role", "anchor", "source", "mention", "link", "act", "status", "side", "between"],
            {"ids": ids, "shape": shape, "layout": layout, "mask": mask},
        )
        for row, w in enumerate(windows):
            n = w.end - w.start
            own = slice(1, n + 1)
            yield Scores(
                role[row, own],
                anchor[row, own, own],
                source[row, own, : n + 1],
                *(other[row, own] for other in others),
            )


@lru_cache(maxsize=1)
def shipped() -> Encoder:
    """The model that comes with the package; one session a process."""
    return Encoder()
