"""The program as a process of its own: pipes, a full disk, closed streams, a terminal, and what it loads."""

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "“We will sign,” the minister said.\n"
HEAVY = {"numpy", "onnxruntime", "tokenizers", "trafilatura", "rich", "charset_normalizer", "py3langid", "lxml"}
FULL = "standard output: cannot be written (no space left on device); name another place"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A working folder with an article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def program(*arguments, command=(sys.executable, "-m", "onrecord"), **options):
    """Run the program to its end."""
    options = {"capture_output": True} | options
    return subprocess.run([*command, *arguments], check=False, text=True, encoding="utf-8", **options)


def test_module_and_script_are_the_same_program():
    script = shutil.which("onrecord", path=str(Path(sys.executable).parent))
    if script is None:
        pytest.skip("installed without its script")
    by_script, by_module = program("read", "good.txt", command=(script,)), program("read", "good.txt")
    assert by_script.stdout == by_module.stdout
    assert (by_script.returncode, by_module.returncode) == (0, 0)


def test_program_reads_from_a_pipe_into_a_pipe():
    ended = program("read", "-", "missing.txt", input=TEXT)
    assert ended.returncode == 2
    assert json.loads(ended.stdout)["text"] == TEXT
    assert ended.stderr.startswith("onrecord: missing.txt: no such file")


@pytest.mark.parametrize(
    "arguments",
    [["read", "many.jsonl"], ["read", "empty.jsonl", "--format", "csv"], ["mark", "good.txt", "-o", "-"], ["--help"]],
    ids=" ".join,
)
def test_whoever_reads_the_pipe_may_leave(arguments, folder):
    lines = [json.dumps({"id": str(n), "text": TEXT * 100}) for n in range(20)]
    (folder / "many.jsonl").write_text("\n".join(lines))
    (folder / "empty.jsonl").touch()
    with subprocess.Popen(
        [sys.executable, "-m", "onrecord", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        complaints = process.stderr.read()
    assert complaints == b""
    assert process.returncode == 1


@pytest.mark.parametrize("arguments", [["read", "good.txt"], ["mark", "good.txt", "-o", "-"], ["--help"]])
def test_full_disk_is_told_in_a_line(arguments):
    with Path("/dev/full").open("w") as full:
        ended = program(*arguments, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert ended.returncode == 1
    assert ended.stderr == f"onrecord: {FULL}\n"


@pytest.mark.parametrize(
    ("closed", "status", "told"), [("<&-", 1, "-: is empty"), (">&-", 0, ""), ("<&- >&- 2>&-", 1, "")]
)
def test_closed_streams_do_no_harm(closed, status, told):
    ended = program(f'exec "$0" -m onrecord read - {closed}', sys.executable, command=("sh", "-c"), input=TEXT)
    assert ended.returncode == status
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr


def test_terminal_gets_a_table():
    ours, theirs = pty.openpty()
    environment = os.environ | {"COLUMNS": "80", "TERM": "xterm"}
    ended = program("read", "good.txt", capture_output=False, stdout=theirs, env=environment)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:
        pass  # how Linux says that the other end is closed
    os.close(ours)
    assert ended.returncode == 0
    assert b"We will sign" in shown
    assert b"directness" in shown
    assert b'"version"' not in shown


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["read", "--help"], ["mark", "--help"], ["who", "--help"], ["events", "--help"], ["--version"]],
)
def test_help_brings_no_heavy_library(arguments):
    code = f"""
import sys
from onrecord.cli import main
try:
    main({arguments!r})
finally:
    print(*sys.modules, file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout
    assert set(done.stderr.split()) & HEAVY == set()
