"""The program run inside this process, in a folder with articles good and bad."""

import io
import json
import sys
from dataclasses import dataclass

import pytest

from onrecord.cli import main

TEXT = "“We will sign,” the minister said.\n\nThe talks are over, the ministry added on Monday.\n"
GERMAN = "Die Minister haben gestern gesagt, dass die Verhandlungen beendet sind und nicht fortgesetzt werden.\n"


@dataclass(frozen=True)
class Ended:
    """How a run of the program went."""

    status: int
    out: str
    err: str

    @property
    def objects(self):
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def complaints(self):
        """The lines of standard error, each of which says who speaks."""
        lines = self.err.splitlines()
        assert all(line.startswith("onrecord: ") for line in lines), self.err
        return [line.removeprefix("onrecord: ") for line in lines]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working folder with a good article and several bad ones."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "german.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "digits.txt").write_text("12 345 --- 678\n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 16)
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.fixture
def onrecord(folder, monkeypatch):
    """The program, run inside this process in the working folder: arguments in, how it went out."""

    def run(*arguments, stdin=""):
        # results are UTF-8 whatever the locale says
        streams = {name: io.TextIOWrapper(io.BytesIO(), encoding="ascii") for name in ("stdout", "stderr")}
        streams["stdin"] = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
        with monkeypatch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            with pytest.raises(SystemExit) as ended:
                main([str(argument) for argument in arguments])
        for name in ("stdout", "stderr"):
            streams[name].flush()
        out, err = (streams[name].buffer.getvalue().decode("utf-8") for name in ("stdout", "stderr"))
        return Ended(ended.value.code, out, err)

    return run
