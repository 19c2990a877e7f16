"""``yiwu-diff decide`` and ``justify``: what is written, what is refused, and that nothing of
anybody's is lost."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from yiwu_diff.cli.main import run
from yiwu_diff.standard import verdict_files
from yiwu_diff.standard.folders import DiskFolder
from yiwu_diff.standard.verdicts import decisions, justifications

ROOT = Path(__file__).parents[2]
FOLDER = Path("data/yiwu/2021")
DECISIONS, JUSTIFICATIONS = FOLDER / "decisions.yaml", FOLDER / "justifications.yaml"
REJECT = ("decide", "环境质量", "调高", "--reject", "--reason", "不算调高")

Said = "Callable[..., tuple[int, str, str]]"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the shipped data."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    for name in ("YIWU_DIFF_LANG", "YIWU_DIFF_DATA", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    return tmp_path


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Said:
    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    return call


class _Person(io.StringIO):
    """Somebody at a terminal."""

    def isatty(self) -> bool:
        return True


def labels_of(say: Said, item: str = "环境质量") -> str:
    code, out, err = say("diff", "--item", item, "--format", "json")
    assert code == 0, err
    return " ".join(json.loads(out)["items"][0]["labels"])


# -- decide ----------------------------------------------------------------------------------


def test_the_evidence_is_shown_and_the_decision_written(say: Said) -> None:
    code, out, err = say(*REJECT, "--by", "张三")
    assert code == 0, err
    assert "≥92% → ≥97%" in out
    assert "data/yiwu/2021/decisions.yaml" in err
    (one,) = decisions(DiskFolder(FOLDER))
    assert one[:3] == ("environment-quality", "raised", "reject")
    assert (one.base, one.reason, one.by) == ("jinhua@2021", "不算调高", "张三")
    assert len(one.date) == 10
    assert DECISIONS.read_text(encoding="utf-8").startswith("# 人对标签的裁定")
    assert labels_of(say) == "unchanged"
    code, out, _ = say("note", "draft")
    assert "环境质量（调高，不算调高" in out


@pytest.mark.parametrize("item", ["environment-quality", "环境质量", "境质"])
@pytest.mark.parametrize("label", ["调高", "raised"])
def test_items_and_labels_by_any_name(item: str, label: str, say: Said) -> None:
    code, _, err = say("decide", item, label, "--accept", "--reason", "是")
    assert code == 0, err
    assert labels_of(say) == "raised"


def test_a_label_is_added(say: Said) -> None:
    code, out, err = say("decide", "环境质量", "补充完善", "--add", "--reason", "另有一项")
    assert code == 0, err
    assert "空气质量优良天数比率" in out
    assert labels_of(say) == "supplemented raised"


def test_a_newer_decision_replaces_the_older_one_and_says_so(say: Said) -> None:
    say(*REJECT, "--by", "张三")
    code, _, err = say("decide", "环境质量", "调高", "--accept", "--reason", "是调高")
    assert code == 0
    assert "取代了以前的裁定：否定，不算调高，张三" in err
    assert "过期" not in err
    assert [one.verdict for one in decisions(DiskFolder(FOLDER))] == ["accept"]


def test_a_stale_one_is_renewed(say: Said) -> None:
    say(*REJECT)
    file = FOLDER / "11-convenience.yaml"
    file.write_text(file.read_text("utf-8").replace("97%以上", "98%以上"), encoding="utf-8")
    assert labels_of(say) == "raised"
    assert "已过期未采用 1 条" in say("diff", "--summary")[1]
    code, _, err = say(*REJECT)
    assert code == 0
    assert "已过期" in err
    assert labels_of(say) == "unchanged"
    assert len(decisions(DiskFolder(FOLDER))) == 1


def test_taken_back(say: Said) -> None:
    say(*REJECT)
    code, _, err = say("decide", "环境质量", "调高", "--remove")
    assert code == 0
    assert "已收回裁定：否定" in err
    assert labels_of(say) == "raised"
    code, _, err = say("decide", "环境质量", "调高", "--remove")
    assert code == 2
    assert "没有裁定" in err


def test_what_names_no_item_any_more_can_be_taken_back(say: Said) -> None:
    for file, command in ((DECISIONS, "decide"), (JUSTIFICATIONS, "justify")):
        say(*REJECT) if command == "decide" else say("justify", "环境质量", *ARGUMENTS)
        text = file.read_text("utf-8").replace("environment-quality", "gone-item")
        file.write_text(text, encoding="utf-8")
        label = ("raised",) if command == "decide" else ()
        code, _, err = say(command, "gone-item", *label, "--remove")
        assert code == 0, err
        assert "gone-item" not in file.read_text("utf-8")
        assert say(command, "gone-item", *label, "--remove")[0] == 2


def test_another_base_has_its_own_decisions(say: Said) -> None:
    say(*REJECT)
    code, _, err = say(
        *("decide", "公共家庭教育指导服务", "新增", "--accept", "--reason", "是"),
        *("--against", "zhejiang@2021", "--standard", "yiwu@2021"),
    )
    assert code == 0, err
    assert [one.base for one in decisions(DiskFolder(FOLDER))] == ["jinhua@2021", "zhejiang@2021"]
    assert "人的裁定 1 条" in say("diff", "--summary")[1]
    assert "人的裁定 1 条" in say("diff", "zhejiang", "yiwu", "--summary")[1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("环境质量", "调高", "--reject"), "--reason"),
        (("环境质量", "调高", "--reject", "--reason", "  "), "--reason"),
        (("环境质量", "调高", "--reason", "是"), "--accept"),
        (("环境质量", "调高", "--accept", "--add", "--reason", "是"), "只写一个"),
        (("环境质量", "细化", "--reject", "--reason", "是"), "现有：调高"),
        (("环境质量", "调高", "--add", "--reason", "是"), "--accept"),
        (("环境质量", "一致", "--reject", "--reason", "是"), "--add"),
        (("环境质量", "乱写", "--reject", "--reason", "是"), "调高 raised"),
        (("没有这项", "调高", "--reject", "--reason", "是"), "没有项目"),
        (("学杂费", "细化", "--reject", "--reason", "是"), "不止一个"),
    ],
)
def test_what_is_refused_writes_nothing(arguments: tuple[str, ...], told: str, say: Said) -> None:
    code, _, err = say("decide", *arguments)
    assert code == 2
    assert told in err
    assert not DECISIONS.exists()


def test_a_person_is_asked(say: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", _Person("不算\n"))
    code, _, err = say("decide", "环境质量", "调高", "--reject")
    assert code == 0
    assert "理由：" in err
    assert decisions(DiskFolder(FOLDER))[0].reason == "不算"


def test_a_broken_file_is_told_and_left_alone(say: Said) -> None:
    DECISIONS.write_text("decisions:\n  - item: a\n", encoding="utf-8")
    for arguments in (REJECT, ("diff",), ("decide", "环境质量", "调高", "--remove")):
        code, _, err = say(*arguments)
        assert code == 2
        assert "data/yiwu/2021/decisions.yaml:2:5" in err
    assert DECISIONS.read_text(encoding="utf-8") == "decisions:\n  - item: a\n"


def test_who_decides_is_known_from_git(say: Said, desk: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=desk, check=True)
    subprocess.run(["git", "config", "user.name", "李四"], cwd=desk, check=True)
    say(*REJECT)
    assert decisions(DiskFolder(FOLDER))[0].by == "李四"


def test_neither_a_commit_nor_the_programs_own_data_is_written(
    say: Said, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "data"],
    ):
        subprocess.run(["git", *arguments], cwd=desk, check=True)
    code, _, err = say(*REJECT, "--standard", "git:HEAD:yiwu@2021")
    assert code == 2
    assert "已提交的版本" in err
    (desk / "elsewhere").mkdir()
    monkeypatch.chdir(desk / "elsewhere")
    code, _, err = say(*REJECT)
    assert code == 2
    assert "--data" in err
    assert not (ROOT / DECISIONS).exists()
    assert say(*REJECT, "--data", "../data")[0] == 0
    assert (desk / DECISIONS).exists()


def test_committed_decisions_count_in_a_committed_standard(say: Said, desk: Path) -> None:
    say(*REJECT)
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "data"],
    ):
        subprocess.run(["git", *arguments], cwd=desk, check=True)
    DECISIONS.unlink()
    assert "人的裁定" not in say("diff", "--summary")[1]
    assert "人的裁定 1 条：已采用 1 条" in say("diff", "git:HEAD:yiwu@2021", "--summary")[1]
    from yiwu_diff import compare, load, load_decisions

    found = compare(load("jinhua"), load("yiwu"), load_decisions("git:HEAD:yiwu@2021"))
    assert [one.state for one in found.decisions] == ["applied"]
    assert load_decisions("yiwu") == ()


@pytest.mark.parametrize("form", ["terminal", "json", "html"])
def test_an_item_shown_at_every_level_follows_them_too(form: str, say: Said) -> None:
    before = say("show", "环境质量", "--format", form)[1]
    say("decide", "环境质量", "调高", "--accept", "--reason", "是")
    accepted = say("show", "环境质量", "--format", form)[1]
    say(*REJECT)
    code, rejected, err = say("show", "环境质量", "--format", form)
    assert code == 0, err
    words = ('"accept"', '"reject"') if form == "json" else ("人已认可", "调高已由人否定")
    for text, word in zip((accepted, rejected), words, strict=True):
        assert word in text
        assert word not in before
    code, _, err = say("show", "环境质量", "-o", "a.docx")
    assert code == 0, err
    import docx

    document = docx.Document("a.docx")
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert any("调高已由人否定" in cell for cell in cells)


# -- justify ---------------------------------------------------------------------------------

ARGUMENTS = ("--necessity", "要", "--reasonableness", "可", "--risk", "无")


def test_a_justification_is_written(say: Said) -> None:
    code, out, err = say("justify", "环境质量", *ARGUMENTS, "--by", "张三")
    assert code == 0, err
    assert "≥92% → ≥97%" in out
    (one,) = justifications(DiskFolder(FOLDER))
    assert (one.item, one.base, one.by) == ("environment-quality", "jinhua@2021", "张三")
    assert one[3:6] == ("要", "可", "无")


def test_what_was_written_before_stays(say: Said) -> None:
    say("justify", "环境质量", *ARGUMENTS)
    code, _, err = say("justify", "环境质量", "--risk", "有一点")
    assert code == 0
    assert "取代了以前的论证" in err
    (one,) = justifications(DiskFolder(FOLDER))
    assert one[3:6] == ("要", "可", "有一点")


@pytest.mark.parametrize("missing", range(3))
def test_a_missing_argument_is_refused(missing: int, say: Said) -> None:
    given = [*ARGUMENTS]
    del given[2 * missing : 2 * missing + 2]
    code, _, err = say("justify", "环境质量", *given)
    assert code == 2
    assert ARGUMENTS[2 * missing] in err
    assert not JUSTIFICATIONS.exists()


def test_arguments_are_asked_for(say: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", _Person("甲\n乙\n"))
    code, _, err = say("justify", "环境质量", "--risk", "丙")
    assert code == 0
    assert "必要性：" in err
    (one,) = justifications(DiskFolder(FOLDER))
    assert one[3:6] == ("甲", "乙", "丙")


def test_an_item_that_goes_nowhere_beyond_is_told(say: Said) -> None:
    code, _, err = say("justify", "就业见习服务", *ARGUMENTS)
    assert code == 0
    assert "不一定需要论证" in err


def test_a_justification_is_taken_back(say: Said) -> None:
    assert say("justify", "环境质量", "--remove")[0] == 2
    say("justify", "环境质量", *ARGUMENTS)
    assert say("justify", "环境质量", "--remove", "--risk", "丙")[0] == 2
    assert say("justify", "环境质量", "--remove")[0] == 0
    assert justifications(DiskFolder(FOLDER)) == ()


# -- nothing is lost -------------------------------------------------------------------------


def test_a_file_that_an_editor_saves_meanwhile_is_not_overwritten(
    say: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(*REJECT)
    put = verdict_files.put

    def slow(*arguments: object) -> bytes:
        made = put(*arguments)  # type: ignore[arg-type]
        DECISIONS.write_bytes(DECISIONS.read_bytes() + b"# saved by hand\n")
        return made

    monkeypatch.setattr(verdict_files, "put", slow)
    before = DECISIONS.read_bytes()
    code, _, err = say("decide", "环境质量", "调高", "--accept", "--reason", "是")
    assert code == 2
    assert "刚被别人改过" in err
    assert DECISIONS.read_bytes() == before + b"# saved by hand\n"
    assert [path.name for path in FOLDER.iterdir() if path.name.startswith(".")] == []


def test_twenty_at_once_lose_nothing(say: Said) -> None:
    _code, out, _ = say("diff", "--format", "json")
    items = [one for one in json.loads(out)["items"] if one["labels"] not in ([], ["unchanged"])]
    chosen = items[:20]
    assert len(chosen) == 20
    running = [
        subprocess.Popen(
            [
                *(sys.executable, "-c", "from yiwu_diff.cli.main import main; main()"),
                *("decide", one["id"], one["labels"][0], "--accept"),
                *("--reason", f"第{number}条", "--by", "甲"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for number, one in enumerate(chosen)
    ]
    for process in running:
        _, err = process.communicate(timeout=120)
        assert process.returncode == 0, err.decode()
    found = decisions(DiskFolder(FOLDER))
    assert {one.item for one in found} == {one["id"] for one in chosen}
    assert {one.reason for one in found} == {f"第{number}条" for number in range(20)}
