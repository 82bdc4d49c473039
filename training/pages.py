"""Real news pages for training the paragraph classifier: their text in four views, labelled by their true main text."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from onrecord.reading.furniture import lexicon
from training.compose import DATA, Example

# elements that show nothing, and elements that do not begin a line of their own
SILENT = frozenset("script style noscript template svg iframe head".split())  # noqa: SIM905 - a list of words
INLINE = frozenset(
    "a abbr b bdi cite code em font i mark q s small span strong sub sup time u".split()  # noqa: SIM905
)


def pages() -> Iterator[Example]:
    """Real pages in English, in four views: blocks, text nodes, and what trafilatura keeps, strict and generous."""
    import trafilatura

    truth = json.loads((DATA / "pages" / "ground-truth.json").read_text(encoding="utf-8"))
    for name, gold in truth.items():
        if english_share(gold["articleBody"]) < 0.2:
            continue
        raw = gzip.decompress((DATA / "pages" / f"{name}.html.gz").read_bytes())
        tree = trafilatura.load_html(raw)
        if tree is None:
            continue
        headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
        page_title = " ".join((tree.findtext(".//title") or "").split())
        title = next((h for h in headings if h and h.casefold() in page_title.casefold()), None) or max(
            headings, key=len, default=page_title
        )
        views = {
            "page blocks": "\n".join(_lines(tree, node_by_node=False)),
            "page nodes": "\n".join(_lines(tree, node_by_node=True)),
            "page extracted": trafilatura.extract(raw, include_comments=False) or "",
            "page extracted, generous": trafilatura.extract(raw, favor_recall=True, include_comments=True) or "",
        }
        for view, text in views.items():
            if text.strip():
                yield _aligned(name, view, text, gold["articleBody"], title)


def english_share(text: str) -> float:
    """Share of a text's words that are function words of English."""
    words = [w.lower() for w in re.findall(r"\w+", text)]
    return sum(w in lexicon().function for w in words) / max(1, len(words))


def _lines(tree: Any, *, node_by_node: bool) -> list[str]:
    """The page's shown text, a line for each block element, or for each text node."""
    lines = [""]

    def write(text: str | None) -> None:
        if node_by_node:
            lines.append("")
        lines[-1] += text or ""

    def walk(element: Any) -> None:
        # comments and processing instructions have no name
        if not isinstance(element.tag, str) or element.tag in SILENT:
            return
        if element.tag not in INLINE:
            lines.append("")
        write(element.text)
        for child in element:
            walk(child)
            write(child.tail)
        if element.tag not in INLINE:
            lines.append("")

    walk(tree.find("body"))
    return [line for raw in lines if (line := " ".join(raw.split()))]


def _aligned(group: str, view: str, text: str, body: str, title: str) -> Example:
    """A page's text with its lines labelled: body if most of a line's words stand, in order, in the true main text."""
    lines = [
        (m.start(), m.end(), [w.casefold() for w in re.findall(r"\w+", m.group())])
        for m in re.finditer(r"[^\n]+", text)
    ]
    words = [w for _, _, ws in lines for w in ws]
    owner = [i for i, (_, _, ws) in enumerate(lines) for _ in ws]
    kept = [0] * len(lines)
    matcher = SequenceMatcher(None, words, [w.casefold() for w in re.findall(r"\w+", body)], autojunk=False)
    for a, _, size in matcher.get_matching_blocks():
        for k in range(a, a + size):
            # a word or two in common is chance, unless it is all the line has
            kept[owner[k]] += size >= min(4, len(lines[owner[k]][2]))
    spans = [(s, e) for (s, e, ws), k in zip(lines, kept, strict=True) if ws and k * 2 > len(ws)]
    wanted = re.findall(r"\w+", title.casefold())
    exact = [(s, e) for s, e, ws in lines if wanted and ws == wanted and (s, e) not in spans]
    before = [span for span in exact if not spans or span[0] < spans[-1][0]]
    return Example(group, view, text, before[-1] if before else None, spans, weight=2.0)
