from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from yiwu_diff.standard import catalog
from yiwu_diff.standard.catalog import data_root, editions, packaged_data
from yiwu_diff.standard.problems import ReadError

Write = Callable[..., Path]


def test_the_data_folder_is_looked_for_in_order(write: Write, tmp_path: Path) -> None:
    for place in ("given/yiwu/2021", "named/yiwu/2021", "data/yiwu/2021"):
        write({}, place)
    given, named, elsewhere = tmp_path / "given", tmp_path / "named", tmp_path / "elsewhere"
    assert data_root(given, str(named), tmp_path) == given
    assert data_root(None, str(named), tmp_path) == named
    assert data_root(None, None, tmp_path) == tmp_path / "data"
    assert data_root(None, "", tmp_path) == tmp_path / "data"
    assert data_root(None, None, elsewhere) == packaged_data()


def test_a_data_folder_in_the_way_that_holds_no_datasets_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "data" / "x.csv").touch()
    assert data_root(None, None, tmp_path) == packaged_data()


@pytest.mark.parametrize("environment", [False, True])
def test_a_data_folder_that_is_named_must_hold_datasets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: bool
) -> None:
    monkeypatch.chdir(tmp_path)

    def told(name: str) -> ReadError:
        with pytest.raises(ReadError) as error:
            data_root(None, name, tmp_path) if environment else data_root(
                Path(name), None, tmp_path
            )
        return error.value

    error = told("nowhere")
    assert error.text("en") == (
        "nowhere: the data folder does not exist; it should hold "
        "<jurisdiction>/<edition>/standard.yaml, such as yiwu/2021/standard.yaml"
    )
    assert error.text("zh").startswith("nowhere: 数据文件夹不存在；其中应有 <地区>/<版本>/")
    (tmp_path / "empty").mkdir()
    assert "holds no datasets" in told("empty").text("en")
    (tmp_path / "file").touch()
    assert "does not exist" in told("file").text("en")
    assert "does not exist" in told("a\0b").text("en")


def test_editions_are_sorted_as_people_count(write: Write) -> None:
    for edition in ("2021", "2025", "9", "10", "2025-草案", "a"):
        write({}, f"root/yiwu/{edition}")
    write({}, "root/jinhua/2021")
    write({}, "root/.git/2021")
    write({}, "root/yiwu/.2022")
    write({"x.yaml": ""}, "root/yiwu/2023", head=None)
    (Path("root") / "yiwu" / "standard.yaml").touch()
    assert editions(Path("root")) == {
        "jinhua": ["2021"],
        "yiwu": ["9", "10", "2021", "2025-草案", "2025", "a"],
    }
    assert list(editions(Path("root"))) == ["jinhua", "yiwu"]
    assert editions(Path("nowhere")) == {}


def test_the_copy_in_a_wheel_goes_before_the_one_beside_the_package(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "site" / "yiwu_diff" / "standard" / "catalog.py"
    monkeypatch.setattr(catalog, "__file__", str(module))
    with pytest.raises(ReadError) as error:
        packaged_data()
    assert "the package holds no datasets" in error.value.text("en")
    write({}, "site/data/yiwu/2021")
    assert packaged_data() == tmp_path / "site" / "data"
    write({}, "site/yiwu_diff/data/yiwu/2021")
    assert packaged_data() == tmp_path / "site" / "yiwu_diff" / "data"
