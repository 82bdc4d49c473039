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
    monkeypatch.setattr(average.event_head, "train", lambda *_, **__: None)
    monkeypatch.setattr(average, "finish", lambda folder, ship: finished.append((folder.name, ship)))
    average.main(["one", "two", "--name", "both", "--work", str(tmp_path)])
    weights = torch.load(tmp_path / "both" / "final.pt", weights_only=True)
    assert {name: values.tolist() for name, values in weights.items()} == {"a": [2.5, 2.5], "b": [0.0]}
    assert finished == [("both", False)]
