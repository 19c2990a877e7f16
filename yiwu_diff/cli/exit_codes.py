"""What the exit code of ``yiwu-diff`` says. Public: scripts rely on it."""

DONE = 0
"""Done, and nothing to object to."""
FINDINGS = 1
"""Done, with findings at or above ``--fail-on``. Never a crash."""
TROUBLE = 2
"""Wrong usage, unreadable input, or a crash: nothing was found out."""
INTERRUPTED = 130
"""Stopped with Ctrl-C."""
