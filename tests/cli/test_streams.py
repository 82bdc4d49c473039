"""The streams of the program, in whatever state they come."""

import io
import sys

import pytest

from onrecord.cli.streams import open_missing_streams, reason, reconfigure, say


def test_streams_say_who_speaks_on_standard_error(capsys):
    say("it rained")
    assert capsys.readouterr() == ("", "onrecord: it rained\n")


def test_streams_write_utf_8_whatever_the_locale_says():
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    reconfigure(stream)
    stream.write("外相")
    stream.flush()
    assert stream.buffer.getvalue().decode("utf-8") == "外相"


def test_streams_show_by_number_what_a_terminal_cannot():
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    stream.isatty = lambda: True
    reconfigure(stream)
    stream.write("外")
    stream.flush()
    assert stream.buffer.getvalue() == b"\\u5916"


@pytest.mark.parametrize("name", ["stdin", "stdout", "stderr"])
def test_streams_that_are_closed_are_there_and_empty(name, monkeypatch):
    monkeypatch.setattr(sys, name, None)
    open_missing_streams()
    stream = getattr(sys, name)
    assert stream.read() == "" if name == "stdin" else stream.write("x") == 1
    stream.close()


def test_streams_give_the_systems_reason():
    assert reason(OSError(28, "No space left on device")) == "no space left on device"
    assert reason(OSError("odd")) == "odd"
