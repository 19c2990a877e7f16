"""``yiwu-diff note``: the drafting note, written or checked."""

from __future__ import annotations

from yiwu_diff.cli.words import both

HELP = both(
    "起草说明：按比对结果写出与上级标准的区别，或者核对已写好的说明。",
    "The drafting note: write its section on what differs, or check one that is written.",
)

COMMANDS: dict[str, tuple[str, str]] = {
    "draft": (
        "yiwu_diff.cli.note_draft",
        both("写出与上级标准的区别一节", "write the section on what differs"),
    ),
    "audit": (
        "yiwu_diff.cli.note_audit",
        both("逐条核对一份起草说明", "check a drafting note line by line"),
    ),
}
"""Its commands, as in `yiwu_diff.cli.app.COMMANDS`."""
