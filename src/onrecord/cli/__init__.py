"""The command line: each command a few lines over the rooms. Results to standard output, talk to standard error."""

from onrecord.cli.program import app, main

__all__ = ["app", "main"]
