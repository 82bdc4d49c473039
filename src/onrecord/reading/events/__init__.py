"""Events: triggers, who is on either side of them, and what is told about them."""
