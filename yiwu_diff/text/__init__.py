"""Reading Chinese policy prose: normalise it, cut it into clauses, find its quantities."""
