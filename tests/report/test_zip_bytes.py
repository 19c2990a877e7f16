from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from yiwu_diff.report.zip_bytes import repack


def packed(date: tuple[int, int, int, int, int, int], system: int) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name in ("b.xml", "a.xml"):
            member = ZipInfo(name, date)
            member.create_system = system
            archive.writestr(member, f"<{name}/>")
    return buffer.getvalue()


def test_the_date_and_the_machine_leave_no_trace() -> None:
    one, other = packed((2021, 5, 16, 8, 30, 0), 3), packed((2024, 1, 1, 0, 0, 0), 0)
    assert one != other
    assert repack(one) == repack(other)


def test_members_keep_their_order_and_content_but_for_replaced_ones() -> None:
    with ZipFile(BytesIO(repack(packed((2021, 1, 1, 0, 0, 0), 3), {"a.xml": "<新/>"}))) as archive:
        assert archive.namelist() == ["b.xml", "a.xml"]
        assert archive.read("b.xml") == b"<b.xml/>"
        assert archive.read("a.xml").decode() == "<新/>"
        assert archive.testzip() is None
