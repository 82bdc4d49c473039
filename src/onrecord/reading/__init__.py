"""Document to reading: pure functions and one model; no disk but the model's files, no network, no database."""
