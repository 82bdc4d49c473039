"""One reading as one self-contained HTML page: the text with its marks, the statements as cards beside it."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from string import Template

from onrecord.export.highlight import BOILERPLATE, Mark, escape, highlight
from onrecord.export.marked_events import date_notes, event_notes, event_tags, events_list
from onrecord.export.people import notes, people
from onrecord.export.wording import (
    CERTAINTY_NOTE,
    EVENT_CERTAINTY_NOTE,
    NO_STATEMENTS,
    boilerplate,
    certainty,
    days,
    event_count,
    in_text_order,
    office,
    size,
    statement_count,
    title_span,
    who,
    words_at,
)
from onrecord.records import Reading, Span, Statement

_WRAPPED_BY_HAND = 120  # characters; nobody wraps lines at more


def marked_page(reading: Reading) -> str:
    """The page as one string of HTML: nothing is loaded, and its own policy lets nothing be.

    The text stands in it exactly as it is; sources are underlined, cues dotted, contents tinted by directness,
    boilerplate greyed; a person's mentions have a fine line, and tell name, office and state under the pointer; the
    words that tell of an event are bold, with the event's type behind them; time expressions have a line above and tell
    their days. A card links to its passage (``#p<number>``), a passage to its card (``#s<number>``), a person to the
    first mention (``#m<number>``), an event to its tag (``#t<number>``) and the tag to the event (``#v<number>``) by
    plain anchors; a few lines of script add highlighting under the pointer and the keys j and k.
    The Content Security Policy (https://www.w3.org/TR/CSP3/) allows the page's own style and script by their hashes
    and nothing else.
    """
    style, script = _asset("page.css"), _asset("page.js")
    headline = _headline(reading)
    title = reading.title or reading.id
    return Template(_asset("page.html")).substitute(
        policy=_policy(style, script),
        title=escape(title),
        style=style,
        script=script,
        facts=_facts(reading),
        heading="" if headline else f'<h1 dir="auto">{escape(title)}</h1>\n',
        layout="text paragraphs" if _lines_are_paragraphs(reading.text) else "text",
        text=highlight(
            reading.text,
            _marks(reading),
            notes=[*event_notes(reading), *notes(reading), *date_notes(reading)],
            tags=event_tags(reading),
            headline=headline,
        ),
        provenance=_provenance(reading),
        count=_counts(reading),
        cards=_cards(reading),
        events=events_list(reading),
        people=people(reading),
    )


def _asset(name: str) -> str:
    return resources.files("onrecord.export").joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    def source(inline: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode() + "'"

    allowed = f"style-src {source(style)}; script-src {source(script)}"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _headline(reading: Reading) -> Span | None:
    """The title's line in the text, if the text begins with it: it then is the page's heading."""
    span = title_span(reading)
    return span if span and not reading.text[: span[0]].strip() else None


def _lines_are_paragraphs(text: str) -> bool:
    """Whether each line is a paragraph, to be set off by space, rather than one line of a text wrapped by hand."""
    return any(len(line) > _WRAPPED_BY_HAND for line in text.splitlines())


def _marks(reading: Reading) -> list[Mark]:
    marks = [Mark(start, end, BOILERPLATE) for start, end in boilerplate(reading)]
    for number, statement in enumerate(reading.statements, start=1):
        parts = {"source": statement.source, "cue": statement.cue, statement.directness: statement.content}
        marks += [Mark(start, end, role, number) for role, spans in parts.items() for start, end in spans]
    return marks


def _facts(reading: Reading) -> str:
    """Two lines: where the text is from, and which text it is and what read it."""
    published = (
        f'<time datetime="{escape(reading.published)}">{escape(reading.published)}</time>' if reading.published else ""
    )
    origin = [
        f"<b>{escape(reading.outlet)}</b>" if reading.outlet else "",
        f"<span>{published}</span>" if published else "",
        f"<span>{escape(reading.author)}</span>" if reading.author else "",
        f"<span>{_link(reading.url)}</span>" if reading.url else "",
    ]
    state = [
        f"<span>{escape(size(reading))}</span>",
        f'<span>SHA-256 <code title="{escape(reading.sha256)}">{escape(reading.sha256[:12])}</code></span>',
        f"<span>{escape(reading.model)}</span>",
    ]
    return "".join(f'<p class="facts">{"".join(facts)}</p>\n' for facts in (origin, state) if any(facts))


def _link(url: str) -> str:
    """The address as a link if it is one of the web; as words if following it could do anything else."""
    if url.lower().startswith(("https://", "http://")):
        return f'<a href="{escape(url)}" rel="noopener noreferrer">original</a>'
    return escape(url)


def _counts(reading: Reading) -> str:
    """How many statements there are, and a way to the events, which stand below them."""
    events = event_count(reading)
    return statement_count(reading) + (f', <a href="#events">{events}</a>' if events else "")


def _provenance(reading: Reading) -> str:
    notes = f"{CERTAINTY_NOTE} {EVENT_CERTAINTY_NOTE}" if reading.events else CERTAINTY_NOTE
    return (
        f"{escape(reading.id)}, read by onrecord with the model {escape(reading.model)}. "
        f"SHA-256 of the text: {escape(reading.sha256)}. {escape(notes)}"
    )


def _cards(reading: Reading) -> str:
    if not reading.statements:
        return f'<p class="none">{escape(NO_STATEMENTS)}</p>'
    cards = "\n".join(_card(reading, number, statement) for number, statement in in_text_order(reading))
    return f'<ol class="cards">\n{cards}\n</ol>'


def _card(reading: Reading, number: int, statement: Statement) -> str:
    """The words first, then who, how, directness and certainty."""
    cue = words_at(reading.text, statement.cue)
    role = f', <span class="role">{escape(_role(statement))}</span>,' if _role(statement) else ""
    sure = certainty(statement.certainty)
    return (
        f'<li class="card" id="s{number}">'
        f'<a class="words" href="#p{number}" data-n="{number}">{escape(statement.quote)}</a>'
        f'<p class="who"><b dir="auto">{escape(who(reading, statement))}</b>{role}'
        + (f' <span class="cue" dir="auto">{escape(cue)}</span>' if cue else "")
        + f'</p><p class="how"><b class="{statement.directness}">{statement.directness}</b>'
        + (f"<span>{escape(days(statement.date))}</span>" if statement.date else "")
        + '<svg class="bar" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="all" width="1" height="1"/><rect class="sure" width="{sure}" height="1"/></svg>'
        f"<span>certainty {sure}</span></p></li>"
    )


def _role(statement: Statement) -> str:
    """What the speaker is, as far as it is known; nothing where several speak with one voice: it would crowd them."""
    if len(statement.speakers) != 1:
        return ""
    return office(statement.speakers[0])
