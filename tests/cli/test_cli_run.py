"""The command line as a user meets it: what it prints where, and its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from yiwu_diff import __version__
from yiwu_diff.cli import exit_codes
from yiwu_diff.cli.app import COMMANDS
from yiwu_diff.cli.main import run

if TYPE_CHECKING:
    from yiwu_diff.compare.model import Comparison

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("YIWU_DIFF_LANG", "YIWU_DIFF_DATA", "FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(ROOT)


@pytest.fixture
def engine(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> Comparison:
    """Has every comparison come out as the hand-made one."""
    monkeypatch.setattr(
        "yiwu_diff.compare.engine.compare",
        lambda *_: comparison,
        raising=False,
    )
    return comparison


Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Said:
    """``say("diff", "--summary")``: exit code, standard output, standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    return call


# -- the frame -------------------------------------------------------------------------------


def test_version(say: Said) -> None:
    assert say("--version") == (0, f"yiwu-diff {__version__}\n", "")


def test_the_version_is_that_of_the_package() -> None:
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_without_arguments_the_help_and_exit_2(say: Said) -> None:
    code, out, err = say()
    assert code == exit_codes.TROUBLE
    assert out == ""
    assert "用法" in err


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_speaks_one_language(command: str, lang: str, say: Said) -> None:
    code, out, _ = say("--lang", lang, *command.split(), "--help")
    assert code == 0
    assert ("用法：" in out) == (lang == "zh")
    if lang == "en":
        assert not [char for char in out if "\u4e00" <= char <= "\u9fff"]
    else:
        assert "exit" not in out


def test_every_option_has_a_help_text_in_both_languages() -> None:
    from yiwu_diff.cli.app import build
    from yiwu_diff.cli.settings import Early
    from yiwu_diff.cli.words import translate

    group = build()
    ctx = group.make_context("x", ["list"], obj=Early())
    for command in (group, *(group.get_command(ctx, name) for name in COMMANDS)):
        for param in command.params:
            assert param.help, (command.name, param.name)
            english = translate(param.help, "en")
            assert english.isascii(), (command.name, param.name)
            assert not translate(param.help, "zh").isascii() or param.name in ("help", "label")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["difff"], "没有命令「difff」；是不是「diff」？"),
        (["diff", "--widht", "80"], "没有选项 --widht；是不是「--width」？"),
        (["diff", "--width", "ten"], "--width 的值不对：「ten」不是整数"),
        (["diff", "--width", "3"], "--width 的值不对：3 不在范围"),
        (["diff", "--width"], "选项 --width 需要一个值"),
        (["diff", "--summary=yes"], "选项 --summary 不带值"),
        (["diff", "a", "b", "c"], "多余的参数：c"),
        (["diff", "--format", "jsn"], "--format 的值「jsn」不认识；是不是「json」？"),
        (["diff", "--group-by", "x"], "--group-by 的值「x」不认识"),
        (["explain"], "缺少参数 NAME"),
        (["--lang", "fr", "list"], "--lang 的值「fr」不认识"),
        (["schema", "domian"], "NAME 的值「domian」不认识；是不是「domain」？"),
        (["show", "孕产妇健康管理服务"], "是不是「孕产妇健康服务」？"),
        (["diff", "yiwoo"], "yiwu@2021"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str, say: Said) -> None:
    code, out, err = say(*arguments)
    assert code == exit_codes.TROUBLE
    assert out == ""
    assert message in err
    assert "Traceback" not in err


def test_wrong_usage_in_english(say: Said) -> None:
    _, _, err = say("diff", "--foo", "--lang", "en")
    assert err.startswith("Error: no such option: --foo")


def test_the_language_may_come_from_the_environment(
    say: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YIWU_DIFF_LANG", "en_GB.UTF-8")
    assert "Datasets" in say("--help")[1] or "Usage" in say("--help")[1]
    assert "用法" in say("--lang=zh", "--help")[1]
    monkeypatch.setenv("YIWU_DIFF_LANG", "klingon")
    assert say("list")[0] == exit_codes.TROUBLE


def test_a_crash_is_no_finding(say: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError("坏了")

    monkeypatch.setattr("yiwu_diff.compare.engine.compare", crash, raising=False)
    code, _, err = say("diff")
    assert code == exit_codes.TROUBLE
    assert "内部错误：ZeroDivisionError: 坏了" in err
    assert "Traceback" not in err
    assert "Traceback" in say("diff", "--debug")[2]


def test_interrupted(say: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("yiwu_diff.compare.engine.compare", stop, raising=False)
    code, out, err = say("diff")
    assert (code, out, err) == (exit_codes.INTERRUPTED, "", "")


def test_data_before_and_after_the_command(
    say: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = str(tmp_path / "nowhere")
    for arguments in (["--data", missing, "list"], ["list", "--data", missing]):
        code, _, err = say(*arguments)
        assert code == exit_codes.TROUBLE
        assert missing in err
    monkeypatch.setenv("YIWU_DIFF_DATA", missing)
    assert say("list")[0] == exit_codes.TROUBLE
    # What is said on the command line wins, wherever it stands.
    data = str(ROOT / "data")
    assert say("list", "--data", data)[0] == exit_codes.DONE
    assert say("--data", data, "list")[0] == exit_codes.DONE


# -- diff ------------------------------------------------------------------------------------


def test_diff_is_plain_and_80_wide_where_there_is_no_terminal(
    engine: Comparison, say: Said
) -> None:
    code, out, err = say("diff")
    assert (code, err) == (exit_codes.DONE, "")
    assert "\x1b" not in out
    assert "── 概要 " + "─" * 72 in out


def test_diff_width(engine: Comparison, say: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert "── 概要 " + "─" * 92 in say("diff")[1]
    assert "── 概要 " + "─" * 52 in say("diff", "--width", "60")[1]


def test_colour_only_where_it_is_wanted(
    engine: Comparison, say: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in say("diff")[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in say("diff")[1]


def test_diff_json(engine: Comparison, say: Said) -> None:
    report = json.loads(say("diff", "--format", "json", "--lang", "en")[1])
    assert report["summary"]["labels"]["new"] == 1


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["--label", "细化"], 2),
        (["--label", "refined", "--label", "调高"], 3),
        (["--domain", "病有所医"], 1),
        (["--lead", "卫生健康局"], 1),
        (["--item", "环境"], 1),
        (["--service", "公共法律服务"], 1),
        (["--item", "环境质量", "--label", "缺项"], 0),
    ],
)
def test_diff_filters(arguments: list[str], count: int, engine: Comparison, say: Said) -> None:
    code, out, _ = say("diff", "--format", "json", *arguments)
    assert code == exit_codes.DONE
    assert len(json.loads(out)["items"]) == count


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--label", "细"], "是不是「细化 refined」？"),
        (["--domain", "病有所依"], "是不是「病有所医」？"),
        (["--service", "x"], "可以是：优孕优生服务"),
        (["--lead", "公安"], "--lead 的值「公安」不认识"),
        (["--item", "环境卫生"], "没有项目「环境卫生」；是不是「环境质量」？"),
    ],
)
def test_a_filter_that_fits_nothing_is_wrong_usage(
    arguments: list[str], message: str, engine: Comparison, say: Said
) -> None:
    code, out, err = say("diff", *arguments)
    assert (code, out) == (exit_codes.TROUBLE, "")
    assert message in err


def test_one_argument_is_compared_with_what_it_builds_on(
    comparison: Comparison, say: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def compare(base: object, target: object, decisions: object) -> Comparison:
        seen.append((base.ref, target.ref))  # type: ignore[attr-defined]
        return comparison

    monkeypatch.setattr("yiwu_diff.compare.engine.compare", compare, raising=False)
    say("diff")
    say("diff", "jinhua")
    say("diff", "zhejiang", "yiwu")
    assert seen == [
        ("jinhua@2021", "yiwu@2021"),
        ("zhejiang@2021", "jinhua@2021"),
        ("zhejiang@2021", "yiwu@2021"),
    ]
    assert say("diff", "zhejiang")[0] == exit_codes.TROUBLE


# -- files -----------------------------------------------------------------------------------


def test_one_run_writes_all_forms(engine: Comparison, say: Said, tmp_path: Path) -> None:
    text, data = tmp_path / "报告.txt", tmp_path / "r.json"
    code, out, err = say("diff", "-o", str(text), "-o", str(data))
    assert (code, out) == (exit_codes.DONE, "")
    assert err.count("已写入") == 2
    assert "新增" in text.read_text(encoding="utf-8")
    assert json.loads(data.read_text(encoding="utf-8"))["schema_version"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.json", "报告.txt"]
    assert say("diff", "-o", str(data), "--format", "json")[1] == data.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("report.odt", "后缀可以是：.txt"),
        ("nowhere/r.json", "没有文件夹"),
        ("folder.json", "是文件夹"),
    ],
)
def test_files_that_cannot_be_written(
    name: str, message: str, engine: Comparison, say: Said, tmp_path: Path
) -> None:
    (tmp_path / "folder.json").mkdir()
    code, _, err = say("diff", "-o", str(tmp_path / name), "-o", str(tmp_path / "other.json"))
    assert code == exit_codes.TROUBLE
    assert message in err
    assert not (tmp_path / "other.json").exists()


def test_a_file_named_twice(engine: Comparison, say: Said, tmp_path: Path) -> None:
    code, _, err = say("diff", "-o", str(tmp_path / "a.json"), "-o", f"{tmp_path}/./a.json")
    assert code == exit_codes.TROUBLE
    assert "要写两次" in err


def test_an_input_is_never_overwritten(
    say: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, comparison: Comparison
) -> None:
    from dataclasses import replace

    from yiwu_diff.standard.model import Place

    data = tmp_path / "standard.json"
    data.write_text("precious", encoding="utf-8")
    link = tmp_path / "link.json"
    link.symlink_to(data)
    mine = replace(comparison, base=replace(comparison.base, place=Place(str(data), 1, 1)))
    monkeypatch.setattr("yiwu_diff.compare.engine.compare", lambda *_: mine, raising=False)
    for path in (data, link):
        code, _, err = say("diff", "-o", str(path))
        assert code == exit_codes.TROUBLE
        assert "不能覆盖" in err
    assert data.read_text(encoding="utf-8") == "precious"


def test_a_file_keeps_its_mode_and_a_link_stays_one(
    engine: Comparison, say: Said, tmp_path: Path
) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    assert say("diff", "-o", str(link))[0] == exit_codes.DONE
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert json.loads(real.read_text(encoding="utf-8"))


# -- the other commands ----------------------------------------------------------------------


def test_list(say: Said) -> None:
    out = say("list")[1]
    assert out.index("zhejiang@2021") < out.index("jinhua@2021") < out.index("yiwu@2021")
    report = json.loads(say("list", "--format", "json")[1])
    yiwu = report["standards"][-1]
    assert yiwu["declared"] == {"domains": 11, "services": 25, "items": 99}
    items = json.loads(say("list", "yiwu", "--format", "json")[1])["items"]
    assert len(items) == yiwu["held"]["items"]
    assert all(item["name"] in say("list", "yiwu")[1] for item in items[:5])


def test_show_lists_what_an_ambiguous_name_may_mean(say: Said) -> None:
    code, _, err = say("show", "残疾人")
    assert code == exit_codes.TROUBLE
    assert "残疾人康复服务" in err


def test_schemas_are_json(say: Said) -> None:
    for name in ("comparison", "show", "standard", "domain"):
        assert json.loads(say("schema", name)[1])["title"].startswith("yiwu-diff")


# -- as a process ----------------------------------------------------------------------------


def process(*arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("YIWU_DIFF", "LC_", "LANG"))}
    environment = {**kept, "PYTHONPATH": str(ROOT), **more}
    return subprocess.run(
        [sys.executable, "-m", "yiwu_diff", *arguments],
        capture_output=True,
        env=environment,
        cwd=ROOT,
        check=False,
    )


def test_output_is_utf8_whatever_the_console_is() -> None:
    done = process("list", PYTHONIOENCODING="gbk")
    assert done.returncode == 0
    assert "义乌市" in done.stdout.decode("utf-8")


def test_a_closed_pipe_is_no_error() -> None:
    done = subprocess.run(
        f"set -o pipefail; {sys.executable} -m yiwu_diff list yiwu --format json | head -c 10",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_closed_pipe_hides_no_finding(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("与金华市标准相比，新增5项。", encoding="utf-8")
    done = subprocess.run(
        f"set -o pipefail; {sys.executable} -m yiwu_diff note audit {note} | true",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_full_disk_is_told() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "yiwu_diff", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            check=False,
        )
    assert done.returncode == exit_codes.TROUBLE
    assert b"Traceback" not in done.stderr
    assert done.stderr


@pytest.mark.parametrize("arguments", [["list"], ["list", "--format", "json"], ["--version"]])
def test_nothing_heavy_is_imported(arguments: list[str]) -> None:
    code = (
        "import sys; from yiwu_diff.cli.main import run; run(sys.argv[1:]);"
        "heavy = {'rich', 'deepdiff', 'pydantic', 'asyncio', 'numpy', 'openpyxl', 'docx'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        check=True,
    )
    assert done.stderr.decode().strip() == "[]"


# -- completion ------------------------------------------------------------------------------


def complete(words: str) -> list[str]:
    """What bash would offer for a line of which the last word is begun."""
    done = process(
        _YIWU_DIFF_COMPLETE="complete_bash",
        COMP_WORDS=words,
        COMP_CWORD=str(len(words.split()) - (not words.endswith(" "))),
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode("utf-8").split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("yiwu-diff di", "diff"),
        ("yiwu-diff diff yi", "yiwu@2021"),
        ("yiwu-diff diff --label lo", "lowered"),
        ("yiwu-diff diff --label 调", "调低"),
        ("yiwu-diff diff --domain 幼", "幼有所育"),
        ("yiwu-diff show 孕产", "孕产妇健康服务"),
        ("yiwu-diff show maternal-h", "maternal-health"),
        ("yiwu-diff diff --format js", "json"),
        ("yiwu-diff schema st", "standard"),
        ("yiwu-diff show x --format do", "docx"),
        ("yiwu-diff diff --by l", "lead"),
        ("yiwu-diff explain quantity-r", "quantity-raised"),
        ("yiwu-diff decide 环境", "环境质量"),
        ("yiwu-diff decide 环境质量 ra", "raised"),
        ("yiwu-diff decide 环境质量 raised --ac", "--accept"),
        ("yiwu-diff decide 环境质量 raised --against jin", "jinhua@2021"),
        ("yiwu-diff justify maternal-h", "maternal-health"),
        ("yiwu-diff justify --standard zhe", "zhejiang@2021"),
        ("yiwu-diff new-edition yi", "yiwu@2021"),
        ("yiwu-diff new-edition yiwu@2021 yi", "yiwu@"),
        ("yiwu-diff schema dec", "decisions"),
    ],
)
def test_completion(words: str, offered: str) -> None:
    assert offered in complete(words)


def test_errors_in_completion_are_silent() -> None:
    assert complete("yiwu-diff --data /nowhere show 孕") == []


# -- show in other forms -----------------------------------------------------------------------


def test_show_json(say: Said) -> None:
    code, out, err = say("show", "孕产妇健康服务", "--format", "json", "--lang", "en")
    assert (code, err) == (exit_codes.DONE, "")
    record = json.loads(out)
    assert record["id"] == "maternal-health"
    assert [level["standard"]["jurisdiction"] for level in record["levels"]] == [
        "zhejiang",
        "jinhua",
        "yiwu",
    ]
    assert record["levels"][2]["step"]["labels"] == ["supplemented", "refined"]


def test_show_writes_every_form(say: Said, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.txt", "a.json", "a.html", "a.docx")]
    outputs = [part for file in files for part in ("-o", str(file))]
    code, out, err = say("show", "孕产妇健康服务", *outputs)
    assert (code, out, err.count("已写入")) == (exit_codes.DONE, "", 4)
    assert files[3].read_bytes()[:2] == b"PK"
    assert files[2].read_text(encoding="utf-8").startswith("<!")
    for file in files[:2]:
        assert "孕妇学校" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "docx"], "docx 格式只能写到文件"),
        (["--format", "xlsx"], "--format 的值「xlsx」不认识"),
        (["-o", "a.xlsx"], "后缀可以是：.txt, .json, .html, .htm, .docx"),
    ],
)
def test_show_has_its_own_forms(arguments: list[str], message: str, say: Said) -> None:
    code, out, err = say("show", "孕产妇健康服务", *arguments)
    assert (code, out) == (exit_codes.TROUBLE, "")
    assert message in err


# -- tracked changes -----------------------------------------------------------------------------


@pytest.mark.parametrize(("option", "tracked"), [([], True), (["--no-track-changes"], False)])
def test_docx_tracks_changes_unless_told_not_to(
    option: list[str], tracked: bool, engine: Comparison, say: Said, tmp_path: Path
) -> None:
    from docx_reading import W, body

    file = tmp_path / "r.docx"
    assert say("diff", "-o", str(file), *option)[0] == exit_codes.DONE
    elements = {element.tag for element in body(file.read_bytes()).iter()}
    assert (W + "ins" in elements, W + "del" in elements) == (tracked, tracked)


# -- a file for each lead agency -------------------------------------------------------------------


def test_by_lead(say: Said, tmp_path: Path) -> None:
    from docx_reading import dump

    folder = tmp_path / "a" / "征求意见"
    code, out, err = say("diff", "--by", "lead", "-o", str(folder))
    assert (code, out) == (exit_codes.DONE, "")
    names = sorted(path.name for path in folder.iterdir())
    assert "未注明牵头单位.docx" in names
    assert "市残联.docx" in names
    assert f"{len(names)} 个文件，86 个项目；其中 4 个由几个单位牵头" in err
    for name in names:
        assert name in err
    text = dump((folder / "市残联.docx").read_bytes())
    assert "牵头单位 = 市残联" in text
    assert "残疾儿童及青少年教育" in text
    assert "环境质量" not in text
    assert "残疾儿童及青少年教育" in dump((folder / "市教育局.docx").read_bytes())
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert say("diff", "--by", "lead", "-o", str(folder))[0] == exit_codes.DONE
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("form", ["xlsx", "markdown", "json", "terminal"])
def test_by_lead_in_other_forms(form: str, engine: Comparison, say: Said, tmp_path: Path) -> None:
    from yiwu_diff.report import FORMATS

    code, out, _ = say("diff", "--by", "lead", "-f", form, "-o", str(tmp_path), "--lang", "en")
    assert (code, out) == (exit_codes.DONE, "")
    suffix = FORMATS[form].suffixes[0]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"no lead agency stated{suffix}",
        f"市卫生健康局{suffix}",
    ]


def test_by_lead_as_pages(say: Said, tmp_path: Path) -> None:
    command = ("diff", "--by", "lead", "-f", "html", "-o", str(tmp_path))
    assert say(*command, "--lead", "残联")[0] == exit_codes.DONE
    (page,) = tmp_path.iterdir()
    assert page.name == "市残联.html"
    assert "牵头单位 = 市残联" in page.read_text(encoding="utf-8")


def test_by_lead_leaves_other_files_alone(engine: Comparison, say: Said, tmp_path: Path) -> None:
    (tmp_path / "旧单位.docx").write_bytes(b"mine")
    (tmp_path / "notes.txt").write_bytes(b"mine too")
    code, _, err = say("diff", "--by", "lead", "-o", str(tmp_path))
    assert code == exit_codes.DONE
    assert (tmp_path / "旧单位.docx").read_bytes() == b"mine"
    assert (tmp_path / "notes.txt").read_bytes() == b"mine too"
    assert "旧单位.docx" in err
    assert "notes.txt" not in err


def test_by_lead_with_filters(say: Said, tmp_path: Path) -> None:
    code, _, err = say(
        "diff", "--by", "lead", "--lead", "残联", "--label", "new", "-o", str(tmp_path)
    )
    assert code == exit_codes.DONE
    assert "没有项目" in err
    assert say("diff", "--by", "lead", "--lead", "残联", "-o", str(tmp_path))[0] == exit_codes.DONE
    assert [path.name for path in tmp_path.iterdir()] == ["市残联.docx"]


def test_by_lead_refuses(engine: Comparison, say: Said, tmp_path: Path) -> None:
    file = tmp_path / "here"
    file.write_bytes(b"mine")
    for arguments, told in (
        (["--by", "lead"], "要用 -o 指定一个文件夹"),
        (["--by", "lead", "-o", "a", "-o", "b"], "只指定一个"),
        (["--by", "lead", "-o", str(file)], "是文件，不是文件夹"),
        (["--by", "lead", "-o", str(tmp_path / "r.docx")], "像是文件"),
        (["--by", "lead", "-o", str(file / "below")], "写不了"),
        (["--by", "lead", "--format", "pdf", "-o", str(tmp_path)], "「pdf」不认识"),
        (["--by", "domain", "-o", str(tmp_path)], "--by 的值「domain」不认识"),
    ):
        code, out, err = say("diff", *arguments)
        assert (code, out) == (exit_codes.TROUBLE, "")
        assert told in err
    assert [path.name for path in tmp_path.iterdir()] == ["here"]


def test_by_lead_never_overwrites_an_input(
    say: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, comparison: Comparison
) -> None:
    from dataclasses import replace

    from yiwu_diff.standard.model import Place

    data = tmp_path / "市卫生健康局.json"
    data.write_text("precious", encoding="utf-8")
    mine = replace(comparison, base=replace(comparison.base, place=Place(str(data), 1, 1)))
    monkeypatch.setattr("yiwu_diff.compare.engine.compare", lambda *_: mine, raising=False)
    code, _, err = say("diff", "--by", "lead", "-f", "json", "-o", str(tmp_path))
    assert code == exit_codes.TROUBLE
    assert "不能覆盖" in err
    assert [path.name for path in tmp_path.iterdir()] == [data.name]
    assert data.read_text(encoding="utf-8") == "precious"


# -- width ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["list", "yiwu"], ["rules"], ["explain", "quantity-raised"], ["explain", "细化"]],
)
def test_width_of_what_is_listed(arguments: list[str], say: Said) -> None:
    from yiwu_diff.report.cells import width

    for cells in (40, 60, 120):
        code, out, _ = say(*arguments, "--width", str(cells))
        assert code == exit_codes.DONE
        assert max(map(width, out.splitlines())) <= cells
    assert say(*arguments, "--width", "10")[0] == exit_codes.TROUBLE
