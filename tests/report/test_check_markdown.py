from __future__ import annotations

import pytest
from check_results import EMPTY, RESULT, many
from markdown_it import MarkdownIt

from yiwu_diff.report.check_markdown import render
from yiwu_diff.report.options import Options

pytestmark = pytest.mark.usefixtures("checks")


def test_texts_stay_texts() -> None:
    html = MarkdownIt("commonmark").enable("table").render(render(RESULT, Options()))
    assert html.count("<tr>") == 8
    assert html.count("<td>") == 7 * 5
    assert "::warning::&lt;b&gt;|`x`|*y*[z](1)" in html
    assert "<strong>待核：判断没有把握，须由人核对</strong>" in html


def test_a_file_holds_every_open_finding() -> None:
    assert render(many(1000), Options()).count("| 孕产妇健康服务 |") == 1000


def test_nothing_found() -> None:
    assert render(EMPTY, Options()) == (
        "# 检查：义乌市基本公共服务标准（2026年版）（yiwu@2026-draft）\n\n"
        "**检查通过。**\n\n"
        "对照：jinhua@2021、zhejiang@2021 · 运行检查 23 项\n\n"
        "没有发现问题。\n"
    )
