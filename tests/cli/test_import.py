"""``yiwu-diff import`` as a person meets it: what it says, what it writes, what it asks."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from yiwu_diff import load
from yiwu_diff.cli import asking
from yiwu_diff.cli.main import run
from yiwu_diff.report import EXPORT_FORMATS
from yiwu_diff.report.options import Options
from yiwu_diff.standard.reader import read_standard

ROOT = Path(__file__).parents[2]
HEAD = "序号,领域,服务类别,服务项目,服务对象,服务内容,服务标准,支出责任,牵头单位\n"
ROW = "1,幼有所育,优孕优生服务,孕产妇健康服务,孕产妇,提供产前检查。,每年5次。,财政。,市卫健局\n"
NEW = "2,幼有所育,优孕优生服务,新生儿疾病筛查,新生儿,提供筛查。,1次。,财政。,市卫健局\n"

Said = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("YIWU_DIFF_LANG", "YIWU_DIFF_DATA", "FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Said:
    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    return call


def table(*rows: str, name: str = "标准.csv") -> str:
    Path(name).write_text(HEAD + "".join(rows), encoding="utf-8")
    return name


def bytes_of(folder: str) -> dict[str, bytes]:
    return {
        path.as_posix(): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()
    }


@pytest.fixture
def small(say: Said) -> Path:
    """A data folder with one small standard."""
    name = table(ROW)
    code, _, err = say(
        *("import", name, "--as", "pujiang@2021", "--into", "data"),
        *("--title", "浦江县基本公共服务标准（2021年版）"),
    )
    assert code == 0, err
    return Path("data/pujiang/2021")


# -- a new standard --------------------------------------------------------------------------


def test_a_new_standard(say: Said) -> None:
    code, out, err = say(
        *("import", table(ROW, NEW), "--as", "pujiang@2021", "--into", "data"),
        *("--title", "浦江县基本公共服务标准（2021年版）"),
    )
    assert code == 0
    assert "新增项目  2 项" in out
    assert "编号沿用其他标准的同一项目  1 项" in out
    assert "已写入 data/pujiang/2021：01-childcare.yaml、standard.yaml" in err
    standard = load("data/pujiang/2021")
    assert (standard.name, standard.level) == ("浦江县", "county")
    # Nothing above it lies in this folder. The same item has the same id as in the package.
    assert standard.builds_on == ()
    assert "--builds-on" in out
    assert [item.id for item in standard.items] == ["maternal-health", "xinshenger-jibing-shaicha"]
    assert standard.items[0].origin == "标准.csv 第2行"
    assert standard.sources[0].file == "标准.csv"
    assert Path("data").joinpath("jinhua").exists() is False


def test_a_place_that_ships_brings_the_shipped_data_along(say: Said) -> None:
    code, out, _ = say("import", table(ROW), "--as", "义乌@2021", "--into", "data")
    assert code == 0
    assert "先放入软件自带的 jinhua@2021、yiwu@2021、zhejiang@2021" in out
    assert load("yiwu@2021", data="data").item("maternal-health").content == "提供产前检查。"
    code, out, _ = say("diff", "--summary")
    assert code == 0
    assert "金华市" in out


def test_the_levels_above_are_found_where_they_lie(say: Said) -> None:
    title = ("--title", "浦江县基本公共服务标准")
    code, out, _ = say(
        *("import", table(ROW), "--as", "pujiang@2021", "--into", "data", *title, "--with-shipped")
    )
    assert code == 0
    assert "依据的上级标准：jinhua@2021、zhejiang@2021" in out
    code, out, _ = say("diff", "pujiang", "--summary")
    assert code == 0


def test_a_dry_run_needs_no_folder_and_writes_nothing(say: Said) -> None:
    code, out, err = say("import", table(ROW), "--as", "jinhua@2021", "--dry-run")
    assert code == 0
    assert "更新数据集 jinhua@2021" in out
    assert "没有写入任何文件" in err
    assert [path.name for path in Path().iterdir()] == ["标准.csv"]


def test_several_files_make_one_standard(say: Said) -> None:
    files = [table(ROW, name="一.csv"), table(NEW, name="二.csv")]
    title = ("--title", "浦江县基本公共服务标准")
    code, _out, _ = say("import", *files, "--as", "pujiang@2021", "--into", "d", *title)
    assert code == 0
    standard = load("d/pujiang/2021")
    assert [item.origin for item in standard.items] == ["一.csv 第2行", "二.csv 第2行"]
    assert [source.file for source in standard.sources] == ["一.csv", "二.csv"]


def test_what_was_not_taken_names_its_file_among_several(say: Said) -> None:
    files = [table(ROW, ",,,合计,,,,,\n", name="一.csv"), table(NEW, name="二.csv")]
    _, out, _ = say("import", *files, "--as", "jinhua@2021", "--dry-run", "--format", "json")
    assert [one["place"] for one in json.loads(out)["unplaced"]] == ["一.csv 第3行"]


def test_what_the_shipped_data_are_waived_of_comes_along(say: Said) -> None:
    assert say("import", table(ROW), "--as", "jinhua@2021", "--into", "data")[0] == 0
    shipped = ROOT / "data" / "yiwu-diff.toml"
    assert Path("data/yiwu-diff.toml").read_bytes() == shipped.read_bytes()
    assert say("check", "yiwu@2021")[0] == 0


def test_settings_of_ones_own_are_not_hidden_by_the_shipped_ones(say: Said) -> None:
    Path("yiwu-diff.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    assert say("import", table(ROW), "--as", "jinhua@2021", "--into", "data")[0] == 0
    assert not Path("data/yiwu-diff.toml").exists()


def test_shipped_data_come_whole_after_a_run_that_was_cut_short(
    say: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    from yiwu_diff.cli import write

    real, left = write.write, iter(range(30))

    def cut(*arguments: Any) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        real(*arguments)

    into = ("import", table(ROW), "--as", "jinhua@2021", "--into", "data")
    with monkeypatch.context() as patch:
        patch.setattr(write, "write", cut)
        assert say(*into)[0] == 130
    assert say(*into)[0] == 0
    assert set(bytes_of("data")) == {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "data").rglob("*")
        if path.suffix in (".yaml", ".toml")
    }


def test_texts_that_the_document_lacks_stay_and_are_told(say: Said) -> None:
    without = ROW.replace("提供产前检查。", "")
    arguments = ("import", table(without), "--as", "jinhua@2021", "--dry-run")
    _, out, _ = say(*arguments)
    assert "文件里没有、保留了原有文字的栏 1" in out
    unsaid = json.loads(say(*arguments, "--format", "json")[1])["unsaid"]
    assert unsaid == [{"id": "maternal-health", "name": "孕产妇健康服务", "fields": ["content"]}]


def test_what_a_heading_means_can_be_told(say: Said) -> None:
    Path("a.csv").write_text(HEAD.replace("服务标准", "提供水平") + ROW, encoding="utf-8")
    for field in ("服务标准", "level"):
        code, out, _ = say(
            *("import", "a.csv", "--as", "jinhua@2021", "--dry-run", "--format", "json"),
            *("--map", f"提供水平={field}"),
        )
        assert code == 0
        (item,) = json.loads(out)["items"]
        assert "每年5次。" in {change["new"] for change in item["changes"]}


def test_a_dataset_as_json_is_the_same_dataset_elsewhere(say: Said) -> None:
    shipped = ("--data", str(ROOT / "data"))
    assert say(*shipped, "export", "yiwu", "-o", "义乌.json")[0] == 0
    code, _, err = say("import", "义乌.json", "--as", "elsewhere@2021", "--into", "d")
    assert code == 0, err
    from dataclasses import replace

    old, new = load("yiwu", data=str(ROOT / "data")), load("d/elsewhere/2021")
    assert new.items == old.items
    assert new.sources[:-1] == old.sources
    assert replace(new, items=(), sources=(), jurisdiction="yiwu") == replace(
        old, items=(), sources=()
    )


# -- an old one ------------------------------------------------------------------------------


def test_a_second_import_of_the_same_file_changes_nothing(say: Said, small: Path) -> None:
    before = bytes_of("data")
    code, out, err = say("import", "标准.csv", "--as", "pujiang@2021")
    assert code == 0
    assert "没有变化" in out
    assert "已写入" not in err
    assert bytes_of("data") == before


def test_a_differing_text_is_shown_and_stays(say: Said, small: Path) -> None:
    table(ROW.replace("每年5次", "每年3次"))
    before = bytes_of("data")
    code, out, _ = say("import", "标准.csv", "--as", "pujiang@2021")
    assert code == 0
    assert "每年【-5次】【+3次】。" in out
    assert "--overwrite" in out
    assert bytes_of("data") == before
    code, out, _ = say("import", "标准.csv", "--as", "pujiang@2021", "--yes")
    assert bytes_of("data") == before
    code, out, _ = say("import", "标准.csv", "--as", "pujiang@2021", "--overwrite")
    assert "已替换" in out
    assert load(str(small)).items[0].level == "每年3次。"


@pytest.mark.parametrize(
    ("answers", "levels", "contents"),
    [
        # The content is asked for first.
        ("n\ny\n", "每年3次。", "提供产前检查。"),
        ("什么\n是\n不是\n", "每年5次。", "提供产后检查。"),
        ("a\n", "每年3次。", "提供产后检查。"),
        ("q\n", "每年5次。", "提供产前检查。"),
        ("", "每年5次。", "提供产前检查。"),
    ],
)
def test_a_person_at_the_terminal_is_asked(
    say: Said,
    small: Path,
    monkeypatch: pytest.MonkeyPatch,
    answers: str,
    levels: str,
    contents: str,
) -> None:
    table(ROW.replace("每年5次", "每年3次").replace("产前", "产后"))
    monkeypatch.setattr(asking, "possible", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    code, _, err = say("import", "标准.csv", "--as", "pujiang@2021")
    assert code == 0
    assert "用文件中的文字替换吗？" in err
    item = load(str(small)).items[0]
    assert (item.level, item.content) == (levels, contents)


def test_an_item_that_only_looks_the_same_is_a_question(
    say: Said, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from yiwu_diff.compare.model import Pair, Pairing

    def unsure(base: Any, target: Any) -> Pairing:
        return Pairing(pairs=(Pair(base[0], target[0], "similar", 0.4, False),))

    monkeypatch.setattr("yiwu_diff.importers.matching.pair_items", unsure)
    table(ROW.replace("孕产妇健康服务", "妇女孕期保健"))
    dry = ("import", "标准.csv", "--as", "pujiang@2021", "--dry-run")
    assert "当作新项目" in say(*dry)[1]
    assert json.loads(say(*dry, "--format", "json")[1])["counts"]["new"] == 1
    assert json.loads(say(*dry, "--format", "json", "--yes")[1])["counts"]["renamed"] == 1
    monkeypatch.setattr(asking, "possible", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert "是同一项目吗" in say("import", "标准.csv", "--as", "pujiang@2021")[2]
    (item,) = load(str(small)).items
    assert (item.id, item.aliases) == ("maternal-health", ("孕产妇健康服务",))


def test_comments_and_layout_of_the_shipped_data_stay(say: Said) -> None:
    shutil.copytree(ROOT / "data", "data")
    before = Path("data/jinhua/2021/01-childcare.yaml").read_text("utf-8").splitlines()
    code, out, _ = say("import", table(ROW), "--as", "jinhua@2021")
    assert code == 0
    assert "数据集里有、文件里没有，已保留  81 项" in out
    after = Path("data/jinhua/2021/01-childcare.yaml").read_text("utf-8").splitlines()
    gone = [line for line in before if line not in after]
    assert len(gone) <= 8
    assert [line for line in before if "#" in line] == [line for line in after if "#" in line]
    assert {name for name in bytes_of("data") if name.endswith("02-education.yaml")}


def test_a_whole_standard_from_word_to_a_comparison(say: Said) -> None:
    from dataclasses import replace

    shipped = read_standard(ROOT / "data" / "jinhua" / "2021")
    official: Any = {"name": "official"}
    items = [
        replace(item, basis=official | {k: "official" for k in item.basis if k != "name"})
        for item in shipped.items
    ]
    data = EXPORT_FORMATS["docx"].render(replace(shipped, items=tuple(items)), Options())
    assert isinstance(data, bytes)
    Path("金华标准.docx").write_bytes(data)
    code, out, _ = say("import", "金华标准.docx", "--as", "jinhua@2021", "--into", "data")
    assert code == 0
    assert "文字相同，改记为官方文本" in out
    code, out, _ = say("list", "--format", "json")
    (jinhua,) = [one for one in json.loads(out)["standards"] if one["ref"] == "jinhua@2021"]
    assert {basis for basis, n in jinhua["bases"].items() if n} == {"official"}
    code, out, _ = say("diff", "--format", "json")
    assert json.loads(out)["summary"]["labels"]["supplemented"] == 10


# -- what is refused -------------------------------------------------------------------------


def refused(say: Said, *arguments: str) -> str:
    before = bytes_of(".")
    code, _, err = say("import", *arguments)
    assert code == 2
    assert "Traceback" not in err
    assert bytes_of(".") == before
    return err


def test_refusals(say: Said) -> None:
    name = table(ROW)
    assert "--into data" in refused(say, name, "--as", "jinhua@2021")
    assert "jinhua@2021" in refused(say, name, "--as", "jinhua", "--into", "d")
    assert "--into" in refused(say, name, "--as", "data/jinhua", "--into", "d")
    assert "列名=字段" in refused(say, name, "--as", "a@1", "--into", "d", "--map", "甲")
    assert "--map" in refused(say, name, "--as", "a@1", "--into", "d", "--map", "甲=乙丙")
    assert "--title" in refused(say, name, "--as", "a@1", "--into", "d")
    assert "--name" in refused(say, name, "--as", "a@1", "--into", "d", "--title", "标准")
    assert "没有这个文件" in refused(say, "无.docx", "--as", "a@1", "--into", "d")
    assert "--level" in refused(say, name, "--as", "a@1", "--into", "d", "--level", "city")
    assert "--as" in refused(say, name)
    Path("无.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    assert refused(say, "无.csv", "--as", "a@1", "--into", "d", "--title", "甲县基本公共服务标准")


def test_json_that_is_not_ours(say: Said) -> None:
    Path("a.json").write_text('{"domains": [1]}', encoding="utf-8")
    assert "export" in refused(say, "a.json", "--as", "a@1", "--into", "d")


def test_the_folder_of_one_standard_is_no_data_folder(say: Said, small: Path) -> None:
    assert "上面两层" in refused(say, "标准.csv", "--as", "pujiang@2021", "--into", str(small))


def test_the_copy_in_the_package_is_never_written(
    say: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "yiwu_diff"
    shutil.copytree(ROOT / "data", package / "data")
    (package / "standard").mkdir()
    module = package / "standard" / "catalog.py"
    monkeypatch.setattr("yiwu_diff.standard.catalog.__file__", str(module))
    name = table(ROW)
    assert "--into data" in refused(say, name, "--as", "a@1", "--data", "yiwu_diff/data")


def test_a_file_changed_in_between_is_not_written_over(
    say: Said, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table(ROW, NEW)
    real = Path("data/pujiang/2021/01-childcare.yaml")

    import yiwu_diff.cli.import_writing as command

    plan = command.changes

    def meanwhile(*arguments: Any) -> Any:
        real.write_text(real.read_text("utf-8") + "# 别人\n", encoding="utf-8")
        return plan(*arguments)

    monkeypatch.setattr(command, "changes", meanwhile)
    code, _, err = say("import", "标准.csv", "--as", "pujiang@2021")
    assert code == 2
    assert "请重新运行" in err
    assert real.read_text("utf-8").endswith("# 别人\n")


def test_what_a_run_that_was_cut_short_left_is_written_over(say: Said, small: Path) -> None:
    whole = bytes_of("data")
    (small / "standard.yaml").unlink()
    title = ("--title", "浦江县基本公共服务标准（2021年版）")
    assert say("import", "标准.csv", "--as", "pujiang@2021", *title)[0] == 0
    assert bytes_of("data") == whole
    (small / "standard.yaml").unlink()
    (small / "02-own.yaml").write_text("domain: 自己写的\n", encoding="utf-8")
    assert "02-own.yaml" in refused(say, "标准.csv", "--as", "pujiang@2021", *title)


def test_a_broken_dataset_is_told_and_left_alone(say: Said, small: Path) -> None:
    (small / "01-childcare.yaml").write_text("domain: [", encoding="utf-8")
    assert "01-childcare.yaml" in refused(say, "标准.csv", "--as", "pujiang@2021")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_any_moment_every_file_is_whole(say: Said) -> None:
    shutil.copytree(ROOT / "data", "data")
    assert say("export", "jinhua", "-o", "甲.csv")[0] == 0
    text = Path("甲.csv").read_text("utf-8-sig").replace("据公开资料重构", "官方文本")
    Path("甲.csv").write_text(text, encoding="utf-8")
    Path("乙.csv").write_text(text.replace("服务", "保障服务"), encoding="utf-8")
    arguments = ("--as", "jinhua@2021", "--overwrite", "--yes")
    assert say("import", "甲.csv", *arguments)[0] == 0
    whole = bytes_of("data")
    chance = random.Random(6)
    for turn in range(12):
        child = os.fork()
        if not child:
            run(("import", ("乙.csv", "甲.csv")[turn % 2], *arguments))
            os._exit(0)
        time.sleep(chance.uniform(0.05, 0.6))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for path in Path("data/jinhua/2021").glob("[!.]*.yaml"):
            data = path.read_bytes()
            assert data.endswith(b"\n")
            assert data.count(b"  - id: ") == whole[path.as_posix()].count(b"  - id: ")
        read_standard(Path("data/jinhua/2021"))


# -- forms -----------------------------------------------------------------------------------


def test_json_tells_everything(say: Said, small: Path) -> None:
    table(ROW.replace("每年5次", "每年3次"), NEW, NEW.replace("提供筛查", "另一行"))
    code, out, err = say("import", "标准.csv", "--as", "pujiang@2021", "--format", "json")
    assert code == 0
    told = json.loads(out)
    assert told["standard"]["ref"] == "pujiang@2021"
    assert told["counts"] == {
        "new": 1,
        "known": 0,
        "renamed": 0,
        "filled": 0,
        "replaced": 0,
        "confirmed": 0,
        "overwritten": 0,
        "differs": 1,
        "layout": 0,
        "same": 0,
        "kept": 0,
    }
    assert told["unplaced"][0]["place"] == "标准.csv 第4行"
    assert told["written"] == ["01-childcare.yaml", "standard.yaml"]
    assert told["documents"][0]["sha256"]
    assert err == ""


def test_in_english(say: Said, small: Path) -> None:
    table(ROW.replace("每年5次", "每年3次"), NEW)
    code, out, err = say("--lang", "en", "import", "标准.csv", "--as", "pujiang@2021")
    assert code == 0
    assert "updating the dataset pujiang@2021" in out
    assert "[-5次-][+3次+]" in out
    assert "wrote to data/pujiang/2021" in err
    assert "Read a published standard" in say("--lang", "en", "import", "--help")[1]
