"""Readings as tables for a terminal."""

import dataclasses
import io
import re
import unicodedata

import pytest

from onrecord.export.table import write_explained, write_table
from onrecord.export.wording import CERTAINTY_NOTE, EVENT_CERTAINTY_NOTE, NO_STATEMENTS


class Terminal(io.StringIO):
    """A file that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(*readings, width: int = 80, explain: bool = False) -> str:
    out = io.StringIO()
    write_table(readings, out, width=width, explain=explain)
    return out.getvalue()


def words_of(table: str) -> str:
    """Everything that is shown, as one line."""
    return " ".join(table.split())


def columns(line: str) -> int:
    """How many columns a terminal needs for a line."""
    return sum(
        0
        if unicodedata.category(char) in {"Mn", "Me", "Cf"}
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in line
    )


@pytest.fixture
def colour_terminal(monkeypatch) -> Terminal:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return Terminal()


def test_table_heads_each_document_with_its_facts(talks):
    head = shown(talks).splitlines()[:3]
    assert head[0].strip() == "Vesna and Orland end talks early"
    assert head[1].strip() == "The Vesna Courier · 2031-02-05 · 48 words, 19 % boilerplate · 4 statements"
    assert head[2].strip() == "talks.txt"


def test_table_names_a_document_without_title_by_its_id_once(reading_of):
    assert shown(reading_of()).count("talks.txt") == 1


@pytest.mark.parametrize("width", [80, 160])
def test_table_shows_who_how_the_words_directness_and_certainty(talks, width):
    rows = shown(talks, width=width).partition("─ \n")[2]
    first = rows.partition("\n" + " " * width)[0]
    for part in ("Ana Perl", "said", "that Vesna would not sign", "indirect", "0.96"):
        assert part in first


def test_table_gives_every_fact_its_column_on_a_wide_terminal_and_stacks_on_a_narrow_one(talks):
    def heading(width):
        return next(line.split() for line in shown(talks, width=width).splitlines() if "words" in line.split())

    assert heading(160) == ["who", "how", "words", "directness", "certainty", "date"]
    assert heading(80) == ["how", "words", "certainty"]


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize(
    "words",
    [
        "外相は「対話を続ける」と述べ、各国の代表はそれぞれの立場を改めて説明したうえで会談を終えた。" * 3,
        "Zoe\u0308 said e\u0301 " * 30,
        "می\u200cشود " * 30,
        "\x1b[2J\u202eabc\x07 " * 20,
        "https://courier.example/" + "very-long-path/" * 20,
        "a\tb\r\nc\u2029d " * 20,
    ],
    ids=["wide", "combining", "joiner", "control", "unbroken", "lines"],
)
def test_table_keeps_within_its_width_whatever_the_text(reading_of, statement, words, width):
    said = statement(words, words, source=words[:90], cue=words[:40])
    table = shown(reading_of(words, (said,), title=words, outlet=words), width=width)
    assert max(map(columns, table.splitlines())) <= width


def test_table_lets_no_character_command_the_terminal(reading_of, statement):
    text = "\x1b]0;owned\x07 \x9b31m said \u202eno"
    said = statement(text, text, source=text, cue=text)
    table = shown(reading_of(text, (said,), id=text, title=text, outlet=text), width=160, explain=True)
    assert {char for char in table if unicodedata.category(char) in {"Cc", "Cf"}} == {"\n"}
    assert "\\x1b]0;owned\\x07" in table


def test_table_takes_brackets_in_the_text_as_text(reading_of, statement):
    text = "“the [red] line [/] :smile:”"
    assert "the [red] line [/] :smile:" in shown(reading_of(text, (statement(text, text),)))


def test_table_gives_office_and_state_with_a_speakers_first_statement_only(cast):
    table = words_of(shown(cast, width=240))
    assert table.count("Ana Perl (foreign minister, VES)") == 1
    assert table.count("Ana Perl") == 2


def test_table_is_in_the_order_of_the_text(reading_of, statement):
    text = "First words. Second words."
    table = shown(reading_of(text, (statement(text, "Second words."), statement(text, "First words."))))
    assert table.index("First words") < table.index("Second words")


def test_table_says_in_a_line_that_nobody_is_quoted(reading_of, talks):
    table = shown(reading_of("It rained."), talks)
    assert NO_STATEMENTS in words_of(table)
    assert "Ana Perl" in table


def test_table_is_plain_text_where_there_is_no_terminal(talks, monkeypatch):
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert "\x1b" not in shown(talks, explain=True)


def test_table_has_colour_on_a_terminal(talks, colour_terminal):
    write_table([talks], colour_terminal, width=80)
    assert re.search(r"\x1b\[[0-9;]*3[1-7]m", colour_terminal.getvalue())


def test_table_has_no_colour_where_the_user_wants_none(talks, colour_terminal, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    write_table([talks], colour_terminal, width=80, explain=True)
    assert not re.search(r"\x1b\[[0-9;]*[34][0-9]m", colour_terminal.getvalue())


def test_table_explained_shows_offsets_the_marked_sentence_and_what_certainty_means(talks):
    table = words_of(shown(talks, width=160, explain=True))
    ((start, end),) = talks.statements[0].content
    assert f"content {start}-{end}" in table
    assert "[source: Foreign Minister Ana Perl] [cue: said] on Tuesday [content: that Vesna would not sign]." in table
    assert CERTAINTY_NOTE in table
    assert CERTAINTY_NOTE not in words_of(shown(talks, width=160))


def test_table_writes_a_reading_before_it_asks_for_the_next(talks):
    out = io.StringIO()

    def readings():
        yield talks
        assert "nothing to sign" in out.getvalue()

    write_table(readings(), out, width=80)


@pytest.mark.parametrize("width", [80, 160])
def test_table_shows_events_and_dates_below_the_statements(fire, width):
    table = words_of(shown(fire, width=width))
    assert "· 1 statement · 5 events" in table
    assert table.index("We met in January,”") < table.index("ACCUSE") < table.index("dates “Tuesday” 2031-03-04")


def test_table_shows_the_dates_of_statements(fire, talks):
    assert "2031-02-04" in words_of(shown(talks, width=80))
    assert "date" not in words_of(shown(fire, width=160)).partition("ACCUSE")[0]


def test_table_of_a_text_without_statements_has_its_events(fire):
    silent = dataclasses.replace(fire, statements=(), events=fire.events[:2])
    table = words_of(shown(silent))
    assert NO_STATEMENTS in table
    assert "ASSAULT" in table


def test_table_explained_says_what_events_and_dates_rest_on(fire):
    out = io.StringIO()
    write_explained([(fire, ("a state's name", "b", "c"))], out, width=160)
    table = words_of(out.getvalue())
    assert "[actor: Vesna] [trigger: accused] [recipient: Orland]" in table
    assert "Vesna (VES), 0-5 [mention: Vesna]: a state's name" in table
    assert EVENT_CERTAINTY_NOTE in table
    assert "[date: January] 2031-01 (month): 2031-01" in table


def test_table_of_a_text_without_events_and_dates_says_nothing_of_them(talks):
    table = words_of(shown(talks, width=160, explain=True))
    assert "event" not in table
    assert "dates" not in table
