from pathlib import Path

import pytest

from yiwu_diff.standard.catalog import packaged_data
from yiwu_diff.standard.round_trip import dumps, loads


@pytest.mark.parametrize(
    "file", sorted(packaged_data().rglob("*.yaml")), ids=lambda p: "/".join(p.parts[-3:])
)
def test_the_shipped_files_come_back_byte_for_byte(file: Path) -> None:
    data = file.read_bytes()
    assert dumps(loads(data), data) == data


def test_comments_quotes_order_and_line_ends_stay() -> None:
    data = (
        "# 头\r\nb: \"2021\"  # 版本\r\na: '是'\r\n\r\n# 尾注\r\nlist:\r\n  - x: |\r\n"
        "      一\r\n      二\r\n"
    ).encode()
    tree = loads(data)
    tree["list"].append({"x": "三"})
    assert dumps(tree, data) == data + "  - x: 三\r\n".encode()


def test_a_byte_order_mark_stays() -> None:
    data = b"\xef\xbb\xbfa: 1\n"
    assert dumps(loads(data), data) == data


def test_a_long_line_is_not_folded() -> None:
    data = ("a: " + "长 " * 5000 + "尾\n").encode()
    assert dumps(loads(data), data) == data
