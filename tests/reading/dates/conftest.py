"""What tests of time expressions ask."""

import pytest

from onrecord.reading.dates import time_expressions


@pytest.fixture
def values():
    """The TIMEX3 values in a text that was published on Wednesday, 31 July 2019, or when a test says."""

    def ask(text, published="2019-07-31"):
        return [x.value for x in time_expressions(text, ((0, len(text)),), published)]

    return ask


@pytest.fixture
def days():
    """First and last day of each expression."""

    def ask(text, published="2019-07-31"):
        return [(x.start, x.end) for x in time_expressions(text, ((0, len(text)),), published)]

    return ask
