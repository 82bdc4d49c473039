"""The shipped model: checked before it is used, and windows in, scores out, in order."""

import json
import os
import shutil
import subprocess
import sys
from types import SimpleNamespace

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.reading.attribution import Settings
from onrecord.reading.encoder import FOLDER, Encoder, shipped
from onrecord.reading.pieces import CLS, PAD, SEP, cut
from onrecord.reading.tags import LINK_WIDTH, TAGS
from onrecord.reading.windows import Window, windows


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped model to damage; the weights, which are large, only linked to."""
    copy = tmp_path / "model"
    copy.mkdir()
    for name in ("model.json", "tokenizer.json"):
        shutil.copy(FOLDER / name, copy)
    (copy / "model.onnx").symlink_to(FOLDER / "model.onnx")
    return copy


def use(folder):
    """Everything that a reading asks of a model folder."""
    encoder = Encoder(folder)
    pieces = cut("She left.", [(0, 9)], encoder.tokenizer)
    return encoder.settings, encoder.name, list(encoder.scores(pieces, windows(pieces)))


def shortened(path):
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data[: len(data) // 2])


def one_bit_changed(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.unlink()
    path.write_bytes(data)


def emptied(path):
    path.unlink()
    path.write_bytes(b"")


def made_a_folder(path):
    path.unlink()
    path.mkdir()


def missing(path):
    path.unlink()


@pytest.mark.parametrize("damage", [missing, emptied, shortened, one_bit_changed, made_a_folder])
@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_damaged_file_is_refused_in_one_line_that_says_what_and_where(damage, name, folder):
    damage(folder / name)
    with pytest.raises(ModelError) as caught:
        use(folder)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(f"{folder}: the model's {name} ")
    assert message.endswith("; install onrecord again")


@pytest.mark.parametrize("damage", [missing, emptied, shortened, made_a_folder])
def test_damaged_card_is_refused(damage, folder):
    damage(folder / "model.json")
    with pytest.raises(ModelError, match="card cannot be read"):
        use(folder)


@pytest.mark.parametrize("part", ["name", "version", "sha256", "decoding", "certainty"])
def test_card_without_a_part_is_refused(part, folder):
    card = json.loads((folder / "model.json").read_text())
    del card[part]
    (folder / "model.json").write_text(json.dumps(card))
    with pytest.raises(ModelError, match=f"card lacks {part}"):
        use(folder)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_card_without_a_files_hash_is_refused(name, folder):
    card = json.loads((folder / "model.json").read_text())
    del card["sha256"][name]
    (folder / "model.json").write_text(json.dumps(card))
    with pytest.raises(ModelError, match="not what its card says"):
        use(folder)


def test_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ModelError, match="nowhere"):
        use(tmp_path / "nowhere")


def test_whole_folder_reads_wherever_it_lies(folder):
    settings, name, scored = use(folder)
    card = json.loads((FOLDER / "model.json").read_text())
    assert settings == Settings(**card["decoding"])
    assert name == f"{card['name']}-{card['version']}"
    assert len(scored) == 1


def test_shipped_model_is_loaded_once():
    assert shipped() is shipped()


def test_scores_have_a_row_for_each_piece(tokenizer):
    text = "“We will sign,” the minister said."
    pieces = cut(text, [(0, len(text))], tokenizer)
    ((window, scores),) = shipped().scores(pieces, windows(pieces))
    n = len(pieces)
    assert window == Window(0, 0, n)
    assert scores.role.shape == (n, 5)
    assert scores.anchor.shape == (n, n)
    assert scores.source.shape == (n, n + 1)
    assert scores.mention.shape == (n, len(TAGS))
    assert scores.link.shape == (n, 2 * LINK_WIDTH)
    assert all(np.isfinite(part).all() for part in (scores.role, scores.mention, scores.link))


def test_no_windows_no_scores(tokenizer):
    assert list(shipped().scores(cut("", [], tokenizer), [])) == []


class Session:
    """Stands for the network: gives each piece's vocabulary index back as its scores, and remembers what it saw."""

    def __init__(self):
        self.calls = []

    def run(self, names, inputs):
        assert names == ["role", "anchor", "source", "mention", "link", "act", "status", "side", "between"]
        self.calls.append(inputs)
        width = inputs["ids"].shape[1]
        role = np.repeat(inputs["ids"][:, :, None], 5, axis=2)
        anchor = np.repeat(inputs["ids"][:, None, :], width, axis=1)
        others = (
            np.repeat(inputs["ids"][:, :, None], width, axis=2) for width in (len(TAGS), 2 * LINK_WIDTH, 17, 3, 128, 17)
        )
        return role, anchor, anchor, *others


@pytest.fixture
def toy():
    """An encoder with a toy network behind it."""
    encoder = Encoder(batch=3)
    encoder.__dict__["_session"] = Session()
    return encoder


def varied_windows(count):
    """Windows of one to seven pieces, neither sorted nor all alike."""
    ends = np.cumsum([1 + (5 * i) % 7 for i in range(count)])
    return [Window(int(start), int(start), int(end)) for start, end in zip([0, *ends], ends, strict=False)]


def numbered(count):
    """As much of pieces as the encoder looks at, each with an index of its own."""
    at = np.arange(count)
    return SimpleNamespace(ids=at + 1000, shape=at % 9, layout=at % 4)


@pytest.mark.parametrize("count", [1, 3, 64, 65, 200])
def test_scores_come_in_the_windows_order_and_are_each_windows_own(count, toy):
    shown = varied_windows(count)
    pieces = numbered(shown[-1].end)
    out = list(toy.scores(pieces, shown))
    assert [window for window, _ in out] == shown
    for window, scores in out:
        ids = pieces.ids[window.start : window.end]
        assert (scores.role[:, 0] == ids).all()
        assert (scores.anchor == ids).all()
        # the first column of the source, that of [CLS], is for no source
        assert (scores.source == [CLS, *ids]).all()
        assert (scores.mention == ids[:, None]).all()
        assert (scores.link == ids[:, None]).all()


def test_windows_are_wrapped_and_padded_as_the_network_was_trained(toy):
    pieces = numbered(9)
    list(toy.scores(pieces, [Window(0, 0, 4), Window(2, 4, 9)]))
    ((seen),) = toy._session.calls
    assert seen["ids"].tolist() == [
        [CLS, 1000, 1001, 1002, 1003, SEP, PAD, PAD, PAD],
        [CLS, 1002, 1003, 1004, 1005, 1006, 1007, 1008, SEP],
    ]
    assert seen["mask"].tolist() == [[1] * 6 + [0] * 3, [1] * 9]
    assert seen["shape"].tolist()[1] == [0, 2, 3, 4, 5, 6, 7, 8, 0]
    assert seen["layout"].tolist()[1] == [0, 2, 3, 0, 1, 2, 3, 0, 0]


def test_long_document_is_read_a_stretch_at_a_time(toy):
    shown = varied_windows(200)
    scored = toy.scores(numbered(shown[-1].end), shown)
    next(scored)
    # one stretch of windows is run before the first of them comes out, not the whole document
    assert sum(len(call["ids"]) for call in toy._session.calls) == 64
    assert max(len(call["ids"]) for call in toy._session.calls) == 3


def test_progress_counts_windows_up_to_all(toy):
    heard = []
    shown = varied_windows(150)
    list(toy.scores(numbered(shown[-1].end), shown, lambda done, total: heard.append((done, total))))
    assert heard == [(64, 150), (128, 150), (150, 150)]


def test_one_thread_keeps_the_tokenizer_to_one_as_well():
    code = "import os; from onrecord.reading.encoder import Encoder; Encoder(threads={}).tokenizer; "
    code += "print(os.environ.get('TOKENIZERS_PARALLELISM'))"
    env = {k: v for k, v in os.environ.items() if k != "TOKENIZERS_PARALLELISM"}
    told = [
        subprocess.run(
            [sys.executable, "-c", code.format(threads)], env=env, capture_output=True, text=True, check=True
        ).stdout.strip()
        for threads in (1, 2)
    ]
    assert told == ["false", "None"]
