"""The domain files are not numbered 01, 02, 03 …"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, finding
from yiwu_diff.compare.rules.base import Words
from yiwu_diff.standard.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding

_NUMBERED = re.compile(r"([0-9]{2})-.+\.yaml")


def find(draft: Draft) -> Iterator[Finding]:
    """The first file of each gap, and every number that is there twice."""
    expected = 1
    for name in sorted(draft.folder.names()):
        if (match := _NUMBERED.fullmatch(name)) is None:
            continue
        number = int(match[1])
        if number != expected:
            yield finding(
                Place(draft.folder.shown_file(name), 1, 1),
                f"领域文件编号为 {number:02}，应为 {expected:02}；请重新编号，或补上缺少的文件",
                f"the domain file is numbered {number:02}, expected {expected:02}; renumber the "
                "files, or add the missing one",
                name,
            )
        expected = number + 1


CHECK = Check(
    id="file-numbering",
    severity="warning",
    title=Words("领域文件编号不连续", "domain files are not numbered one by one"),
    means=Words(
        "领域按文件名中的编号排列。编号跳过或重复，往往是少了一个领域，或者两个领域抢同一个位置。",
        "Domains stand in the order of their files' numbers. A gap or a repetition often means a "
        "lost domain, or two in one place.",
    ),
    mend=Words("重新编号，或补上缺少的领域文件。", "Renumber the files, or add the missing one."),
    find=find,
)
