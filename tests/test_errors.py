"""The exception tree: one line a message, an exit status, and safe passage between processes."""

import inspect
import pickle

import pytest

from onrecord import errors
from onrecord.errors import (
    FetchError,
    InputNotFound,
    LanguageError,
    ModelError,
    OnrecordError,
    SourceError,
    UsageError,
    WorkError,
)

EVERY = [kind for kind in vars(errors).values() if inspect.isclass(kind) and issubclass(kind, OnrecordError)]
every_error = pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)


def test_tree_is_as_the_docstring_draws_it():
    drawn, path = {}, []
    for line in (errors.__doc__ or "").splitlines():
        words = line.split()
        name = next((w for w in words[:4] if w.isidentifier() and hasattr(errors, w)), None)
        if name:
            depth = line.index(name) // 4 - 1
            del path[depth:]
            drawn[name] = path[-1] if path else None
            path.append(name)
    built = {kind.__name__: kind.__base__.__name__ for kind in EVERY}
    assert drawn == {**built, "OnrecordError": None}


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (UsageError, 2),
        (InputNotFound, 2),
        (WorkError, 1),
        (SourceError, 1),
        (FetchError, 1),
        (LanguageError, 1),
        (ModelError, 1),
        (OnrecordError, 1),
    ],
)
def test_exit_status_is_2_for_wrong_use_and_1_for_failed_work(kind, status):
    assert kind("x").exit_status == status


@pytest.mark.parametrize(
    ("where", "remedy", "line"),
    [
        (None, None, "no letters"),
        ("a.txt", None, "a.txt: no letters"),
        (None, "give a text", "no letters; give a text"),
        ("a.txt", "give a text", "a.txt: no letters; give a text"),
    ],
)
def test_message_says_where_what_and_what_to_do(where, remedy, line):
    assert str(OnrecordError("no letters", where=where, remedy=remedy)) == line


@every_error
def test_message_is_one_line_whatever_it_quotes(kind):
    message = str(kind("bad\r\nnews", where="two\nlines.txt", remedy="look\tagain"))
    assert message == "two lines.txt: bad news; look again"


@every_error
def test_errors_cross_process_borders(kind):
    error = kind("too long", where="page.html", remedy="cut it")
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is kind
    assert (copy.what, copy.where, copy.remedy, str(copy)) == (error.what, error.where, error.remedy, str(error))


@every_error
def test_every_error_can_be_caught_as_one(kind):
    with pytest.raises(OnrecordError):
        raise kind("anything")


def test_nothing_to_read_is_wrong_use_and_not_failed_work():
    assert not issubclass(InputNotFound, WorkError)
    assert issubclass(FetchError, SourceError)
    assert issubclass(LanguageError, SourceError)
