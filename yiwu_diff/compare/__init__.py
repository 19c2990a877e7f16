"""The engine: pair items, align clauses, find changes, label them."""
