from __future__ import annotations

import os

import pytest

from yiwu_diff.report.forge_paths import in_git, relative


@pytest.mark.parametrize(
    ("path", "root", "start", "found"),
    [
        ("data/yiwu/a.yaml", "", "", "data/yiwu/a.yaml"),
        ("./data//yiwu/../a.yaml", "", "", "data/a.yaml"),
        ("../a.yaml", "", "", None),
        ("/repo/data/a.yaml", "", "", None),
        ("data/a.yaml", "/repo", "", "data/a.yaml"),
        ("/repo/data/a.yaml", "/repo/", "", "data/a.yaml"),
        ("/repository/a.yaml", "/repo", "", None),
        ("a.yaml", "/repo", "/repo/drafts/2026", "drafts/2026/a.yaml"),
        ("../a.yaml", "/repo", "/repo/drafts", "a.yaml"),
        ("../../a.yaml", "/repo", "/repo/drafts", None),
        ("a.yaml", "/repo", "/elsewhere", None),
        ("..data/a.yaml", "/repo", "", "..data/a.yaml"),
        ("数据/义 乌.yaml", "/repo", "/repo", "数据/义 乌.yaml"),
        ("HEAD:data/a.yaml", "/repo", "/repo", None),
        ("git:HEAD:data/a.yaml", "", "", None),
    ],
)
def test_relative(path: str, root: str, start: str, found: str | None) -> None:
    root, start, path = (one.replace("/", os.sep) for one in (root, start, path))
    assert relative(path, root, start) == found


def test_a_drive_is_no_revision() -> None:
    assert not in_git("C:\\data\\a.yaml")
    assert not in_git("d:/data/a.yaml")
    assert in_git("C:data/a.yaml")
    assert not in_git("数据：义乌/a.yaml")
