"""What a command says instead of doing its work."""

from __future__ import annotations


class RefusedError(Exception):
    """Wrong usage or unusable input: one message in the user's language, exit code 2."""
