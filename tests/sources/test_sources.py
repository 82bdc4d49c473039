"""The room's front door."""

import subprocess
import sys

import onrecord.sources


def test_sources_names_are_sorted_and_there() -> None:
    names = onrecord.sources.__all__
    assert names == sorted(names)
    assert all(hasattr(onrecord.sources, name) for name in names)


def test_sources_loads_nothing_heavy_until_it_is_needed() -> None:
    heavy = {"charset_normalizer", "http.client", "lxml", "numpy", "py3langid", "ssl", "subprocess", "trafilatura"}
    code = "import sys, onrecord.sources; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert heavy.isdisjoint(loaded)
