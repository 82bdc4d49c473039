"""Who acts: from the wording of a mention to a person, a state, an organisation."""
