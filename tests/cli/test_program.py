"""The program: its help, its version, how it ends."""

import pytest

from onrecord import __version__


def test_program_stopped_from_the_keyboard_says_so(onrecord, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.sources.documents", interrupted)
    ended = onrecord("read", "good.txt")
    assert ended.status == 130
    assert ended.err.strip() == "onrecord: stopped"


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_program_without_a_command_explains_itself(arguments, onrecord):
    ended = onrecord(*arguments)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("Usage: onrecord")
    assert "read" in ended.out
    assert "mark" in ended.out
    assert "who" in ended.out
    assert "events" in ended.out


def test_version_is_the_packages(onrecord):
    assert __version__ in onrecord("--version").out
