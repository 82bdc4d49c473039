"""Events and time expressions for a terminal."""

import io

import pytest
from rich.console import Console

from onrecord.export.event_table import event_table, time_line
from onrecord.records import DateRange


def shown(reading, *, width=140, wide=True) -> str:
    console = Console(file=io.StringIO(), width=width)
    console.print(event_table(reading, enumerate(reading.events, start=1), wide=wide))
    return console.file.getvalue()


def row(table: str, number: int) -> str:
    """A row's words on one line."""
    lines = table.splitlines()
    first = next(at for at, line in enumerate(lines) if line.split()[:1] == [str(number)])
    last = next(
        (at for at, line in enumerate(lines) if at > first and line.split()[:1] == [str(number + 1)]), len(lines)
    )
    return " ".join(" ".join(lines[first:last]).split())


@pytest.mark.parametrize(("width", "wide"), [(140, True), (80, False)])
def test_event_table_says_when_who_what_to_whom_in_which_words_and_how_surely(fire, width, wide):
    table = shown(fire, width=width, wide=wide)
    for part in ("2031-03-04", "Vesna (VES)", "ACCUSE", "allege", "Orland (ORL)", "[accused]", "0.94"):
        assert part in row(table, 1)
    assert "published" not in row(table, 1)


def test_event_table_tells_what_rests_on_the_day_of_publication_and_where_it_was(fire):
    assert "published" in row(shown(fire), 2)
    assert "in Harn" in row(shown(fire), 2)
    assert "[firing] on Harn [overnight]" in row(shown(fire, width=240), 2)


def test_event_table_tells_whose_word_it_is(fire):
    table = shown(fire, width=200)
    assert "Ana Perl (1)" in row(table, 3)
    assert "Ana Perl (1)" not in row(table, 1)


def test_event_table_tells_what_is_only_planned_or_denied(fire):
    table = shown(fire)
    assert [word in row(table, n) for n in (3, 4, 5) for word in ("planned", "unreal")] == [
        False,
        False,
        True,
        False,
        False,
        True,
    ]
    assert "2031-04" in row(table, 4)


@pytest.mark.parametrize("width", [60, 80, 110, 200])
@pytest.mark.parametrize("words", ["外相" * 40, "unbroken" * 30, "\x1b[2J\u202eabc", "[red]x[/]"])
def test_event_table_keeps_within_its_width_and_is_harmless(reading_of, event_in, words, width):
    date = DateRange("2031-02-24", "2031-03-02", "week", "published")
    event = event_in(words, "ASSAULT", 4, words, words, words, mode="heavy-weapons", place=words, date=date)
    table = shown(reading_of(words, events=(event,)), width=width, wide=width >= 110)
    assert max(map(len, table.splitlines())) <= width
    assert "\x1b" not in table
    assert "\u202e" not in table


def test_time_line_gives_the_days_of_each_expression_in_the_texts_order(fire):
    assert (
        time_line(fire).plain == "dates  “Tuesday” 2031-03-04 · “January” 2031-01 · “next month” XXXX-XX, not resolved"
    )


def test_time_line_of_a_text_without_any_is_none(talks):
    assert time_line(talks) is None
