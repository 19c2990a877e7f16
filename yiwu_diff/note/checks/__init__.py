"""The checks of a note: one module for each kind, each a function ``Context → findings``."""
