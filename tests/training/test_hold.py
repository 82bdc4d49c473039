"""How far heads have moved from what they said."""

import pytest

torch = pytest.importorskip("torch", reason="torch holds the heads' scores: pip install torch")
hold = pytest.importorskip("training.hold", reason="training needs its own requirements")


@pytest.fixture
def said():
    torch.manual_seed(1)
    return tuple(torch.randn(2, 5, width) for width in (5, 5, 5, 15, 128))


def test_heads_that_say_the_same_have_not_moved(said):
    assert hold.difference(said, said, torch.ones(2, 5)).item() == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("head", range(5))
def test_each_head_that_says_something_else_has_moved(said, head):
    now = tuple(scores + torch.randn_like(scores) * (k == head) for k, scores in enumerate(said))
    assert hold.difference(now, said, torch.ones(2, 5)).item() > 0.001


def test_padding_counts_for_nothing(said):
    mask = torch.ones(2, 5)
    mask[:, 3:] = 0
    role = said[0].clone()
    role[:, 3:] += torch.randn(2, 2, 5)
    assert hold.difference((role, *said[1:]), said, mask).item() == pytest.approx(0, abs=1e-6)
