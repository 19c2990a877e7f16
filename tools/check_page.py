"""docs/checks.md: every check, from what it says of itself."""

from __future__ import annotations

from yiwu_diff.check import CHECKS

_SOURCE = "yiwu_diff/check/checks"


def page() -> str:
    """The whole page."""
    lines = [
        "# Checks 检查",
        "",
        f"`yiwu-diff check` runs these {len(CHECKS)} checks; in a terminal: `yiwu-diff rules "
        "--checks`, `yiwu-diff explain lowered`. How grave each is, and what is waived, is set "
        "in `yiwu-diff.toml` ([how](ci.md)). This page is written by "
        "`python -m tools.generate_docs`.",
        "",
        "| check | default | 说明 | title |",
        "| --- | --- | --- | --- |",
        *(
            f"| [`{one.id}`](#{one.id}) | {one.severity} | {one.title.zh} | {one.title.en} |"
            for one in CHECKS.values()
        ),
    ]
    for one in CHECKS.values():
        module = one.id.replace("-", "_")
        lines += [
            "",
            f"## {one.id}",
            "",
            one.means.zh,
            "",
            f"→ {one.mend.zh}",
            "",
            one.means.en,
            "",
            f"→ {one.mend.en}",
            "",
            f"Source: [`{_SOURCE}/{module}.py`](../{_SOURCE}/{module}.py)",
        ]
    return "\n".join(lines) + "\n"
