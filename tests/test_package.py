"""What ``import onrecord`` gives, and that it stays light."""

import importlib.metadata
import inspect
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import onrecord

ROOT = Path(__file__).parents[1]
HEAVY = {
    "charset_normalizer",
    "htmldate",
    "lxml",
    "numpy",
    "onnxruntime",
    "py3langid",
    "rich",
    "tokenizers",
    "trafilatura",
    "urllib.request",
}


def modules_after(statement: str) -> set[str]:
    """The names of the modules that a fresh interpreter holds after it ran the statement."""
    code = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_package_import_brings_no_heavy_library():
    assert modules_after("import onrecord") & HEAVY == set()


def test_command_line_import_brings_no_heavy_library():
    assert modules_after("import onrecord.cli") & HEAVY == set()


def test_package_names_are_sorted_and_there():
    assert list(onrecord.__all__) == sorted(onrecord.__all__)
    assert [name for name in onrecord.__all__ if not hasattr(onrecord, name)] == []


def test_package_lists_every_public_name_of_its_own():
    own = (n for n, value in vars(onrecord).items() if getattr(value, "__module__", "").startswith("onrecord"))
    assert {n for n in own if not n.startswith("_")} <= set(onrecord.__all__)


def test_package_says_so_when_a_name_is_not_there():
    with pytest.raises(AttributeError, match="reader_of_minds"):
        _ = onrecord.reader_of_minds


def test_package_gives_the_reader_its_records_and_its_errors():
    assert {"Document", "OnrecordError", "Reader", "Reading", "Speaker", "Statement"} <= set(onrecord.__all__)


def test_public_names_are_documented():
    assert [n for n in onrecord.__all__ if n != "__version__" and not inspect.getdoc(getattr(onrecord, n))] == []


def test_installed_version_is_the_projects():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert importlib.metadata.version("onrecord") == project["version"]
