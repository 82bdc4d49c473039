"""Direct, mixed or indirect, by the share of a content's words in quotation marks."""

import pytest

from onrecord.reading.directness import directness, quoted_share
from onrecord.reading.quotation import quotations


def classed(text, content=None):
    """The class of the text's words, or of some of them."""
    spans = [(0, len(text))] if content is None else [(text.index(c), text.index(c) + len(c)) for c in content]
    return directness(quoted_share(text, spans, quotations(text)))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will sign,”", "direct"),
        ('"We will sign,"', "direct"),
        ("'We can't sign,'", "direct"),
        ("«We will sign», ", "direct"),
        ("“We will sign", "direct"),
        ("that they would sign", "indirect"),
        ("that they “would” sign", "mixed"),
        ("a so-called “pact” of the ministers’", "mixed"),
        ("that the ministers’ pact wasn’t theirs", "indirect"),
        ("“We sign,” and “we wait”", "mixed"),
    ],
)
def test_directness_follows_the_quotation_marks(text, kind):
    assert classed(text) == kind


def test_words_outside_the_content_do_not_count():
    text = "“We will sign,” she said, “today.”"
    assert classed(text, ["“We will sign,”", "“today.”"]) == "direct"
    assert classed(text, ["We will sign"]) == "direct"
    assert classed(text, ["she said"]) == "indirect"


def test_share_counts_words_and_not_their_marks():
    text = "they don’t “sign it” now"
    assert quoted_share(text, [(0, len(text))], quotations(text)) == pytest.approx(2 / 5)


@pytest.mark.parametrize("text", ["…", "“…”", ""])
def test_content_without_words_is_indirect(text):
    assert classed(text) == "indirect"


def test_content_without_spans_has_no_share():
    assert quoted_share("“no”", [], quotations("“no”")) == 0
