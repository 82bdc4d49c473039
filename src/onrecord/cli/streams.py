"""Standard input, output and error of the program, in whatever state they were handed over."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TextIO

import click


def say(line: str) -> None:
    """One line to whoever runs the program, on standard error."""
    click.echo(f"onrecord: {line}", err=True)


def reason(error: OSError) -> str:
    """Why the system refused, in its own words."""
    return (error.strerror or str(error)).lower()


def open_missing_streams() -> None:
    """Where the caller closed standard input or output, nothing comes in and results go nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 (open to the end)


def drop_output() -> None:
    """From here on nothing more is written to standard output, also not at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def reconfigure(stream: TextIO) -> None:
    """Make a stream write UTF-8; a terminal keeps its encoding and shows what it lacks by number."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="backslashreplace")
