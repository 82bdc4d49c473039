"""The people of a reading on its marked page: a note on each of their mentions, and a list of them."""

from __future__ import annotations

from bisect import bisect_left

from onrecord.export.highlight import Note, escape
from onrecord.export.named import counts
from onrecord.export.wording import boilerplate, number_of, office
from onrecord.records import Entity, Reading, Span


def notes(reading: Reading) -> list[Note]:
    """A note on each mention of a person in title and body, pronouns and roles included: name, office, state.

    The notes of one person share the class ``e<number>``, its entity's index plus one; the first has the id
    ``m<number>``.
    """
    aside = boilerplate(reading)
    made, met = list[Note](), set[int]()
    for mention in reading.mentions:
        entity = reading.entities[mention.entity]
        if entity.kind != "person" or _touches(mention.span, aside):
            continue
        number = mention.entity + 1
        first = None if number in met else f"m{number}"
        met.add(number)
        made.append(Note(*mention.span, _introduction(entity), f"e{number}", first))
    return made


def people(reading: Reading) -> str:
    """The people as HTML, those who say most first, each with office, state and counts and a link to its first mention.

    Nothing where the reading names no person.
    """
    shown = {int(note.key[1:]) for note in notes(reading)}
    rows = [
        (-statements, -mentions, number)
        for number, (mentions, statements) in enumerate(counts(reading), start=1)
        if number in shown
    ]
    if not rows:
        return ""
    items = "\n".join(
        _person(reading.entities[number - 1], number, -statements, -mentions)
        for statements, mentions, number in sorted(rows)
    )
    return (
        f'<section class="people" aria-label="People">\n<h2>{number_of(len(rows), "person", "people")}</h2>\n'
        f"<ul>\n{items}\n</ul>\n</section>\n"
    )


def _person(entity: Entity, number: int, statements: int, mentions: int) -> str:
    known = f', <span class="role">{escape(office(entity))}</span>' if office(entity) else ""
    return (
        f'<li class="person" id="e{number}"><a href="#m{number}" dir="auto">{escape(entity.name)}</a>{known} '
        f'<span class="counts">{number_of(statements, "statement")}, {number_of(mentions, "mention")}</span></li>'
    )


def _introduction(entity: Entity) -> str:
    return ", ".join(filter(None, (entity.name, office(entity))))


def _touches(span: Span, others: tuple[Span, ...]) -> bool:
    """Whether a span shares a character with one of some spans that are in order and apart."""
    at = bisect_left(others, span[1], key=lambda other: other[0]) - 1
    return at >= 0 and others[at][1] > span[0]
