"""What reading a long document costs: a sheet of 10,000 rows, a PDF of 300 pages.

    python -m benchmarks.importing [--rows N] [--pages N] [FILE …]

Each document is read in a new process, which tells its own time and the most memory it had.
Files named on the command line are read in place of those made here.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
_READ = """
import resource, sys, time
from pathlib import Path
from yiwu_diff.importers import read
start = time.perf_counter()
taken = read(Path(sys.argv[1]))
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"{len(taken.rows):6d} rows  {time.perf_counter() - start:6.1f} s  {most:5d} MB")
"""
_LONG = "为服务对象提供健康检查、健康指导和随访，每年至少4次，并按规定建立档案。"


def sheet(path: Path, rows: int) -> None:
    """A sheet of nine columns."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet("标准")
    page.append(
        [
            "序号",
            "领域",
            "服务类别",
            "服务项目",
            "服务对象",
            "服务内容",
            "服务标准",
            "支出责任",
            "牵头单位",
        ]
    )
    for number in range(1, rows + 1):
        page.append(
            [
                number,
                f"领域{number // 100}",
                f"类别{number // 10}服务",
                f"健康检查服务{number}",
                f"本市第{number}类常住居民。",
                _LONG * 3 + str(number),
                _LONG + str(number),
                "由市财政承担支出责任。",
                "市卫生健康局、市财政局",
            ]
        )
    book.save(path)


def document(path: Path, pages: int) -> None:
    """A PDF of one table, its rows broken at the end of each page."""
    sys.path.insert(0, str(ROOT / "tests" / "importers"))
    from pdf_writer import long_table  # type: ignore[import-not-found]

    keys = ["序号", "服务项目", "服务对象", "服务内容", "牵头单位"]
    rows = [dict(zip(keys, keys, strict=True))]
    rows += [
        {
            "序号": str(number),
            "服务项目": f"健康检查服务{number}",
            "服务对象": f"本市第{number}类常住居民。",
            "服务内容": _LONG * 18 + f"第{number}次。",
            "牵头单位": "市卫生健康局、市财政局",
        }
        for number in range(1, int(pages * 1.92) + 1)
    ]
    path.write_bytes(long_table(rows, keys, [30.0, 80.0, 90.0, 220.0, 100.0]))


def main() -> None:
    """Read and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=300)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = list(given.files)
        if not files:
            files = [Path(folder) / "sheet.xlsx", Path(folder) / "table.pdf"]
            sheet(files[0], given.rows)
            document(files[1], given.pages)
        for file in files:
            done = subprocess.run(
                [sys.executable, "-c", _READ, str(file)],
                capture_output=True,
                text=True,
                check=False,
            )
            print(f"{file.name:20} {done.stdout or done.stderr}".rstrip())


if __name__ == "__main__":
    main()
