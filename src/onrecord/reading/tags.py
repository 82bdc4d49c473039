"""What the heads for mentions, coreference and events tell of a word, and the sizes of their vectors."""

TYPES = ("person", "role", "group", "organisation", "state", "place", "pronoun")
"""Types of a mention: a person's name, an office or a person by a noun, several people, an organisation, a state or its
adjective, a place, a pronoun."""

TAGS = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BI"))
"""One a word: outside, or the beginning or inside of a mention of a type (Ramshaw and Marcus, 1995)."""

LINK_WIDTH = 64
"""Numbers that the coreference head gives a mention as anaphor, and as antecedent."""

ACTS = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
"""Event types of PLOVER as the event head numbers them, from 1; 0 is no trigger."""

STATUSES = ("actual", "planned", "unreal")
"""Whether the text tells an act as done, as announced, or as not done or not sure to be."""

SIDE_WIDTH = 32
"""Numbers that the event head gives a trigger for either side, and a mention as either."""
