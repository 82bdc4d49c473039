"""Options, and wrong use of them: one line, exit status 2."""

import pytest

from onrecord.cli.options import chosen_form
from onrecord.errors import UsageError


def in_words(value):
    """A case's name: its arguments."""
    return " ".join(value) if isinstance(value, list) else None


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["read"], "nothing to read"),
        (["read", "--bogus", "good.txt"], "--bogus"),
        (["--bogus"], "--bogus"),
        (["bogus"], "bogus"),
        (["read", "--format", "xml", "good.txt"], "xml"),
        (["read", "--published", "yesterday", "good.txt"], "'yesterday' is no date; write it as YYYY-MM-DD"),
        (["read", "--min-certainty", "2", "good.txt"], "--min-certainty"),
        (["read", "--min-certainty", "much", "good.txt"], "much"),
        (["read", "--min-certainty", "nan", "good.txt"], "nan"),
        (["read", "--explain", "--format", "json", "good.txt"], "--explain"),
        (["read", "-", "--jsonl", "-"], "twice"),
        (["read", "good.txt", "--format"], "--format"),
        (["who"], "nothing to read"),
        (["who", "--kind", "planet", "good.txt"], "planet"),
        (["who", "--explain", "--format", "csv", "good.txt"], "--explain"),
        (["who", "-", "--jsonl", "-"], "twice"),
        (["mark"], "FILE|URL|-"),
        (["mark", "good.txt"], "--output"),
        (["mark", "good.txt", "german.txt", "-o", "page.html"], "german.txt"),
        (["mark", "good.txt", "-o", "page.html", "--published", "2024-02-30"], "2024-02-30"),
    ],
    ids=in_words,
)
def test_wrong_use_is_told_in_one_line_with_status_2(arguments, told, onrecord):
    ended = onrecord(*arguments)
    assert (ended.status, ended.out) == (2, "")
    (line,) = ended.complaints
    assert told in line


@pytest.mark.parametrize("form", ["json", "csv"])
def test_explanations_go_with_the_table_alone(form):
    with pytest.raises(UsageError, match="--explain goes with the table"):
        chosen_form(form, explain=True)


def test_form_is_the_one_asked_for():
    assert chosen_form("csv", explain=False) == "csv"
    assert chosen_form(None, explain=True) == "table"
