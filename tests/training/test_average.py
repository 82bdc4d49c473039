"""The mean of runs."""

import pytest

torch = pytest.importorskip("torch", reason="torch holds the runs' weights: pip install torch")
average = pytest.importorskip("training.average", reason="training needs its own requirements")


def test_every_weight_is_the_mean_of_the_runs(tmp_path, monkeypatch):
    for run, value in (("one", 1.0), ("two", 4.0)):
        (tmp_path / run).mkdir()
        torch.save({"a": torch.full((2,), value), "b": torch.zeros(1)}, tmp_path / run / "final.pt")
    finished = []
    monkeypatch.setattr(average.heads, "train", lambda *_, **__: None)
    monkeypatch.setattr(average, "finish", lambda folder, ship: finished.append((folder.name, ship)))
    average.main(["one", "two", "--name", "both", "--work", str(tmp_path)])
    weights = torch.load(tmp_path / "both" / "final.pt", weights_only=True)
    assert {name: values.tolist() for name, values in weights.items()} == {"a": [2.5, 2.5], "b": [0.0]}
    assert finished == [("both", False)]


def test_heads_are_averaged_only_of_branches(tmp_path, monkeypatch):
    for run, value in (("one", 1.0), ("two", 4.0)):
        (tmp_path / run).mkdir()
        torch.save({"a": torch.zeros(1), "event.b": torch.full((1,), value)}, tmp_path / run / "final.pt")
    monkeypatch.setattr(average.heads, "train", lambda *_, **__: None)
    monkeypatch.setattr(average, "finish", lambda *_, **__: None)
    average.main(["one", "two", "--name", "runs", "--work", str(tmp_path)])
    average.main(["one", "two", "--branches", "--name", "branches", "--work", str(tmp_path)])
    assert "event.b" not in torch.load(tmp_path / "runs" / "final.pt", weights_only=True)
    assert torch.load(tmp_path / "branches" / "final.pt", weights_only=True)["event.b"].item() == 2.5
