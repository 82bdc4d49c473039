"""The progress bar: only on a terminal, only where the work takes its time, and gone afterwards."""

import contextlib
import io

import pytest

from onrecord import progress

WIPED = "\x1b[2K"


class Terminal(io.StringIO):
    """A terminal that remembers what was drawn."""

    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def surroundings(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def impatient(monkeypatch):
    """Work that has already taken its time when it begins."""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)


def drawn(label="reading a.txt", steps=4, breaks_at=None, screen=None):
    """What a terminal shows, first to last, of work in so many steps."""
    screen = screen or Terminal()
    with contextlib.redirect_stderr(screen), contextlib.suppress(ZeroDivisionError), progress.bar(label) as say:
        for done in range(1, steps + 1):
            say(done, 2 * steps)
            done / (done - breaks_at if breaks_at else 1)
    return screen.getvalue()


def test_quick_work_draws_nothing():
    assert drawn() == ""


@pytest.mark.usefixtures("impatient")
def test_long_work_draws_its_label_and_how_far_it_is():
    assert "reading a.txt" in drawn()
    assert "50%" in drawn()


@pytest.mark.usefixtures("impatient")
def test_bar_is_gone_when_the_work_is_done():
    assert drawn().rstrip("\r\n").endswith(WIPED)


@pytest.mark.usefixtures("impatient")
def test_bar_is_gone_when_the_work_fails():
    screen = drawn(breaks_at=2)
    assert "reading a.txt" in screen
    assert screen.rstrip("\r\n").endswith(WIPED)


@pytest.mark.usefixtures("impatient")
def test_file_or_pipe_gets_no_bar():
    assert drawn(screen=io.StringIO()) == ""


@pytest.mark.usefixtures("impatient")
def test_label_is_shown_to_the_letter():
    assert "[bold]a[/bold].txt" in drawn("reading [bold]a[/bold].txt")


@pytest.mark.usefixtures("impatient")
def test_work_without_steps_draws_nothing():
    assert drawn(steps=0) == ""


@pytest.mark.usefixtures("impatient")
def test_a_closed_bar_comes_back_with_what_is_done_now():
    screen = Terminal()
    with contextlib.redirect_stderr(screen), progress.bar("first.txt") as say:
        say(1, 2)
        say.close()
        say.label = "second.txt"
        say(1, 4)
    assert "first.txt" in screen.getvalue()
    assert "second.txt" in screen.getvalue()
    assert "25%" in screen.getvalue()
