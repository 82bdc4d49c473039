"""The documentation: its links lead somewhere, its examples are there, its options are the program's."""

import json
import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from onrecord.cli import app

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
PAGES = sorted(
    page
    for page in ROOT.rglob("*.md")
    if not any(part.startswith(".") or part == "node_modules" for part in page.relative_to(ROOT).parts)
)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def slugs(page: Path) -> set[str]:
    """The anchors of a page's headings, as forges make them."""
    headings = re.findall(r"^#+\s+(.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def links(page: Path) -> list[str]:
    return [
        link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link and "mailto:" not in link
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_relative_links_lead_somewhere(page):
    dead = []
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in slugs(target)):
            dead.append(link)
    assert dead == []


def test_every_example_is_listed_and_every_listed_one_is_there():
    listed = {link for link in links(EXAMPLES / "README.md") if "/" not in link}
    assert listed == {path.name for path in EXAMPLES.iterdir()} - {"README.md"}
    assert len(listed) >= 7


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("[!R]*")), ids=lambda path: path.name)
def test_every_example_says_that_it_is_invented(path):
    text = path.read_bytes().decode("cp1252" if path.name == "bad-shape.txt" else "utf-8")
    for document in text.splitlines() if path.suffix == ".jsonl" else [text]:
        edges = document[:200] + document[-400:]
        assert re.search(r"\binvented\b", edges, re.IGNORECASE)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_examples_have_the_length_of_an_article(path):
    assert 200 <= len(path.read_bytes().split()) <= 600


def test_bad_example_is_really_in_bad_shape():
    raw = (EXAMPLES / "bad-shape.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")
    text = raw.decode("cp1252")
    assert any(line.count("“") > line.count("”") for line in text.splitlines())
    assert '""' in text
    assert "\r\n\r\n" not in text


def test_batch_example_has_dated_documents():
    documents = [json.loads(line) for line in (EXAMPLES / "batch.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({document["id"] for document in documents}) == 3
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", document["published"]) for document in documents)


def commands() -> list[str]:
    return sorted(app.commands)


def help_of(command: str) -> str:
    result = CliRunner().invoke(app, [command, "--help"], prog_name="onrecord")
    assert result.exit_code == 0
    return result.output


@pytest.mark.parametrize("command", commands())
def test_every_option_is_on_the_page_about_reading(command):
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    assert set(OPTION.findall(help_of(command))) - {"--help"} <= set(OPTION.findall(page))
    assert f"onrecord {command}" in page


def test_page_about_reading_promises_no_other_option():
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    real = {option for command in commands() for option in OPTION.findall(help_of(command))} | {"--help", "--version"}
    assert set(OPTION.findall(page)) - real == set()


def shell_lines() -> list[str]:
    """Every line in an indented or fenced block of the pages that calls ``onrecord``."""
    lines = [
        line.strip().removeprefix("$ ") for page in PAGES for line in page.read_text(encoding="utf-8").splitlines()
    ]
    return sorted(
        {line for line in lines if re.match(r"(?:\.venv/bin/)?onrecord (?:read|mark|who|events)\b(?!`)", line)}
    )


@pytest.mark.parametrize("line", shell_lines())
def test_commands_shown_are_ones_that_the_program_takes(line):
    words = shlex.split(line.split(" | ")[0].split(" > ")[0], comments=True)[1:]
    command = app.commands[words[0]]
    try:
        command.make_context("onrecord", words[1:], resilient_parsing=False)
    except click.exceptions.NoSuchOption as error:
        pytest.fail(str(error))
    except click.ClickException:
        pass  # a file that is not there: the line is an illustration
