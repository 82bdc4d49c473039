"""Sizes as a reader says them."""

import pytest

from onrecord.sources.limits import DEFAULT, size


@pytest.mark.parametrize(
    ("count", "said"), [(12, "12 bytes"), (1_500, "1.5 kB"), (50_000_000, "50 MB"), (2_000_000_000, "2 GB")]
)
def test_size_is_said_in_units(count: int, said: str) -> None:
    assert size(count) == said


def test_private_addresses_are_refused_unless_allowed() -> None:
    assert not DEFAULT.allow_private
