import os
import stat
import threading
from pathlib import Path

import pytest

from yiwu_diff.standard.atomic import (
    ChangedError,
    locked,
    new_folder,
    replace,
    replace_if_same,
)


def test_a_new_file_and_no_leftover(tmp_path: Path) -> None:
    replace(tmp_path / "表.txt", "一".encode())
    assert [p.name for p in tmp_path.iterdir()] == ["表.txt"]
    assert (tmp_path / "表.txt").read_text(encoding="utf-8") == "一"


def test_the_mode_stays_and_a_link_is_written_through(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(real)
    replace(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_failure_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace(path, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["a"]
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("before", [None, b"older"])
def test_a_file_that_somebody_else_changed_is_not_written(
    tmp_path: Path, before: bytes | None
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedError):
        replace_if_same(path, b"mine", before)
    assert path.read_bytes() == b"theirs"
    replace_if_same(path, b"mine", b"theirs")
    assert path.read_bytes() == b"mine"


def test_a_file_that_went_away_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(ChangedError):
        replace_if_same(tmp_path / "a", b"mine", b"theirs")
    replace_if_same(tmp_path / "a", b"mine", None)
    assert (tmp_path / "a").read_bytes() == b"mine"


def test_one_run_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "n"
    path.write_bytes(b"0")

    def add() -> None:
        for _ in range(20):
            with locked(tmp_path):
                before = path.read_bytes()
                replace_if_same(path, str(int(before) + 1).encode(), before)

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_bytes() == b"80"
    assert [p.name for p in tmp_path.iterdir()] == ["n"]


def test_a_new_folder_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deep" / "2026"
    new_folder(path, {"a": b"1", "b": b"2"})
    assert {one.name: one.read_bytes() for one in path.iterdir()} == {"a": b"1", "b": b"2"}
    assert [one.name for one in path.parent.iterdir()] == ["2026"]

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        new_folder(path.parent / "2027", {"a": b"1"})
    assert [one.name for one in path.parent.iterdir()] == ["2026"]


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_what_is_there_is_no_new_folder(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "2026"
    if kind == "folder":
        path.mkdir()
    elif kind == "file":
        path.write_bytes(b"")
    else:
        path.symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        new_folder(path, {"a": b"1"})
    assert [one.name for one in tmp_path.iterdir()] == ["2026"]
