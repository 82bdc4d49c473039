"""Tags of the mention head, and the size of what the coreference head tells of a mention."""

TYPES = ("person", "role", "group", "organisation", "state", "place", "pronoun")
"""Types of a mention: a person's name, an office or a person by a noun, several people, an organisation, a state or its
adjective, a place, a pronoun."""

TAGS = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BI"))
"""One a word: outside, or the beginning or inside of a mention of a type (Ramshaw and Marcus, 1995)."""

LINK_WIDTH = 64
"""Numbers that the coreference head gives a mention as anaphor, and as antecedent."""
