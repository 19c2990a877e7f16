"""The drafting note: read it, audit it against a comparison, draft it."""
