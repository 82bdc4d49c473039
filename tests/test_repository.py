"""The repository: small files, a test beside each module, and nothing that holds on one machine only."""

import re
import stat
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "onrecord"
NOT_OURS = {"build", "dist", "node_modules", "venv", "htmlcov"}
CODE = sorted(SOURCE.rglob("*.py"))
# a module of plain names, without a function, has nothing to test but its names
TESTED = [path for path in CODE if path.name != "__init__.py" and "def " in path.read_text(encoding="utf-8")]
HOME = re.compile(r"(?<![\w.:/-])/(?:home|root|Users|work|opt)/[\w.]")
# written in pieces, so that this file may stand beside the others
REGISTRIES = re.compile("|".join(re.escape(".".join(host)) for host in [("pypi", "org"), ("files", "pythonhosted")]))
INDEX_OPTION = re.compile(r"(?<![\w-])--(?:(?:extra-)?index-url|find[-]links)\b")


def texts() -> list[Path]:
    """Every text file of the repository, without what tools leave behind."""
    found = []
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part != ".ci" for part in parts[:-1])
        if hidden or NOT_OURS & set(parts) or "__pycache__" in parts or not path.is_file():
            continue
        if b"\0" not in path.read_bytes()[:8192] and path.stat().st_size < 2_000_000:
            found.append(path)
    return found


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in texts():
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if pattern.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    return found


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_is_short(path):
    length = len(path.read_text(encoding="utf-8").splitlines())
    assert length <= 400


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_says_its_purpose_in_its_first_line(path):
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert re.match(r'"""\w.{15}', first)


@pytest.mark.parametrize("path", TESTED, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_has_a_test_file_where_it_is_looked_for(path):
    place = path.relative_to(SOURCE)
    assert (ROOT / "tests" / place.parent / f"test_{place.name}").is_file()


def test_no_file_names_a_place_on_somebodys_machine():
    assert lines_with(HOME) == []


def test_no_file_names_a_package_registry():
    assert lines_with(REGISTRIES) == []
    assert lines_with(INDEX_OPTION) == []


@pytest.mark.parametrize("name", ["run", "test", "lint", "train"])
def test_requirements_are_pinned_with_hashes(name):
    lines = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    wanted = [line for line in lines if line and not line.startswith("#")]
    assert len(wanted) > 20
    assert [line for line in wanted if not re.match(r"[\w.-]+(\[\w+\])?==\S+ .*--hash=sha256:[0-9a-f]{64}", line)] == []


@pytest.mark.parametrize("name", ["test", "lint", "train"])
def test_requirements_agree_with_those_at_run_time(name):
    def versions(name: str) -> dict[str, str]:
        text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        return dict(re.findall(r"^([\w.-]+)(?:\[\w+\])?==(\S+)", text, re.MULTILINE))

    assert versions("run").items() <= versions(name).items()


def test_ci_script_can_be_run():
    assert (ROOT / ".ci" / "run").stat().st_mode & stat.S_IXUSR
