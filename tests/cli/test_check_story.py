"""A new edition is drafted on a branch: what CI says of it, step by step."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "check"))

from drafts import item, write

from yiwu_diff.cli import exit_codes
from yiwu_diff.cli.main import run

NOTE = """\
title: 起草说明
base: upper@2021
lists:
  - label: raised
    claimed: 1
    items:
      - name: 预防接种
"""
HEALTH = "data/lower/2026/01-health.yaml"


def git(*arguments: str) -> None:
    names = ["-c", "user.name=张三", "-c", "user.email=a@b"]
    subprocess.run(["git", *names, *arguments], check=True, capture_output=True, timeout=60)


def commit(message: str) -> None:
    git("add", "-A")
    git("commit", "-q", "-m", message)


def lines_of(file: str) -> list[str]:
    return Path(file).read_text(encoding="utf-8").splitlines()


def edit(file: str, old: str, new: str) -> None:
    path = Path(file)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A draft on main that passes, with one figure raised and argued for."""
    monkeypatch.chdir(tmp_path)
    for name in ("YIWU_DIFF_DATA", "YIWU_DIFF_LANG", "FORCE_COLOR", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    data = tmp_path / "data"
    audience = "在本市居住的65周岁及以上老年人、残疾人"
    upper = [
        item("elderly", "老年人健康管理", audience=audience),
        item("vaccine", "预防接种", level="接种率达到90%以上"),
    ]
    write(data, "upper@2021", *upper, level="prefecture", builds_on="[]")
    lower = [upper[0], item("vaccine", "预防接种", level="接种率达到95%以上")]
    write(data, "lower@2026", *lower, builds_on="[upper@2021]")
    (data / "lower/2026/note.yaml").write_text(NOTE, encoding="utf-8")
    git("init", "-q", "-b", "main")
    assert run(["justify", "vaccine", "--standard", "lower@2026", *ARGUMENTS]) == 0
    commit("draft")
    return tmp_path


ARGUMENTS = ["--necessity", "群众需要", "--reasonableness", "财力可承受"]
ARGUMENTS += ["--risk", "风险低", "--by", "张三"]


def spoil() -> dict[str, tuple[str, int]]:
    """Four bad edits; what has to be found of them, and where."""
    git("checkout", "-q", "-b", "edition-2026")
    edit(HEALTH, "健康管理率达到70%以上", "健康管理率达到60%以上")
    edit(HEALTH, "老年人、残疾人", "老年人")
    added = item("parenting", "家庭教育指导", audience="全市家庭", content="为家庭提供教育指导")
    text = "".join(
        f"      {'  ' if n else '- '}{key}: {value}\n"
        for n, (key, value) in enumerate({"basis": "official", **added}.items())
    )
    with Path(HEALTH).open("a", encoding="utf-8") as file:
        file.write(text)
    note = "data/lower/2026/note.yaml"
    edit(note, "claimed: 1", "claimed: 2")
    commit("four bad edits")

    def line(file: str, words: str) -> tuple[str, int]:
        return file, next(n for n, one in enumerate(lines_of(file), 1) if words in one)

    return {
        "lowered": line(HEALTH, "60%"),
        "narrowed": line(HEALTH, "及以上老年人"),
        "unjustified-new": (HEALTH, line(HEALTH, "id: parenting")[1] - 1),
        "note-claim": line(note, "claimed: 2"),
    }


def files_and_formats() -> list[str]:
    return [
        *("-f", "json", "-o", "a.json", "-f", "gitlab", "-o", "gl.json"),
        *("-o", "a.sarif", "-o", "a.xml", "-f", "github"),
    ]


def test_each_bad_edit_is_found_at_its_line_in_each_form(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = repository / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert run(["check", "lower@2026"]) == exit_codes.DONE
    wanted = spoil()
    capsys.readouterr()
    assert run(["check", "lower@2026"]) == exit_codes.FINDINGS
    terminal = capsys.readouterr().out
    assert run(["check", "lower@2026", *files_and_formats()]) == exit_codes.FINDINGS
    github = capsys.readouterr().out
    found = json.loads(Path("a.json").read_text(encoding="utf-8"))["findings"]
    gitlab = json.loads(Path("gl.json").read_text(encoding="utf-8"))
    sarif = json.loads(Path("a.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    junit = ElementTree.parse("a.xml").getroot()
    places = {(one["check"], one["file"], one["line"]) for one in found}
    in_gitlab = {
        (one["check_name"], one["location"]["path"], one["location"]["lines"]["begin"])
        for one in gitlab
    }
    in_sarif = {
        (
            one["ruleId"],
            one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            one["locations"][0]["physicalLocation"]["region"]["startLine"],
        )
        for one in sarif
    }
    cases = [
        f"{case.get('classname')} {ElementTree.tostring(case, encoding='unicode')}"
        for case in junit.iter("testcase")
    ]
    for check, (file, line) in wanted.items():
        assert (check, file, line) in places
        assert (check, file, line) in in_gitlab
        assert (check, file, line) in in_sarif
        assert re.search(rf"^::(error|warning) file={re.escape(file)},line={line},", github, re.M)
        assert any(check in case and f"{file}:{line}" in case for case in cases)
        assert check in terminal
        assert f"{line}:" in terminal
        assert check in summary.read_text(encoding="utf-8")


def test_only_what_the_branch_did_is_looked_at(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(HEALTH, "每年提供1次健康管理服务", "提供健康管理服务")
    commit("a cut that main already has")
    wanted = spoil()
    assert run(["check", "lower@2026", "--since", "main", "-f", "json"]) == exit_codes.FINDINGS
    found = json.loads(capsys.readouterr().out)["findings"]
    fresh = {one["check"] for one in found if one["status"] == "open"}
    assert fresh == set(wanted)
    assert {one["status"] for one in found} == {"open", "known"}
    assert run(["check", "lower@2026", "--since", "edition-2026"]) == exit_codes.DONE
    assert run(["check", "lower@2026", "--since", "nowhere"]) == exit_codes.TROUBLE
    assert "nowhere" in capsys.readouterr().err


def test_an_earlier_run_is_a_baseline(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil()
    assert run(["check", "lower@2026", "-o", "before.json", "--fail-on", "never"]) == 0
    edit(HEALTH, "domain:", "# 挪动一行\ndomain:")
    assert run(["check", "lower@2026", "--baseline", "before.json"]) == exit_codes.DONE
    edit(HEALTH, "60%", "50%")
    assert run(["check", "lower@2026", "--baseline", "before.json"]) == exit_codes.FINDINGS
    Path("before.json").write_text("[]", encoding="utf-8")
    assert run(["check", "lower@2026", "--baseline", "before.json"]) == exit_codes.TROUBLE
    assert run(["check", "lower@2026", "--baseline", "gone.json"]) == exit_codes.TROUBLE


@pytest.mark.parametrize(
    ("standard", "since"),
    [
        ("git:HEAD:data/lower/2026", "main"),
        ("git:HEAD:lower@2026", "main"),
        ("data/lower/2026", "main"),
        ("copy", "HEAD"),  # Not committed: what the edition of its name lacks is not its own.
    ],
)
def test_since_looks_at_the_draft_itself_however_it_is_named(
    repository: Path, standard: str, since: str
) -> None:
    spoil()
    shutil.copytree("data/lower/2026", "copy")
    assert run(["check", standard, "--since", since]) == exit_codes.FINDINGS


def test_a_draft_is_set_against_each_of_two_states_of_one_edition(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil()
    states = ["--against", "git:HEAD:lower@2026", "--against", "git:main:lower@2026"]
    run(["check", "lower@2026", *states, "-f", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    against = [one["against"] for one in found if one["check"] == "narrowed"]
    assert against == [["lower@2026", "upper@2021"]]


def test_a_baseline_is_of_the_same_place_and_forgives_nothing(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil()
    assert run(["check", "upper@2021", "-o", "upper.json", "--fail-on", "never"]) == 0
    assert run(["check", "lower@2026", "--baseline", "upper.json"]) == exit_codes.TROUBLE
    assert "upper.json" in capsys.readouterr().err
    waiver = '[[waivers]]\ncheck = ["lowered", "narrowed"]\nitem = "elderly"\n'
    waiver += 'reason = "省里已同意"\nuntil = 2999-01-01\n'
    Path("yiwu-diff.toml").write_text(waiver, encoding="utf-8")
    run(["check", "lower@2026", "-o", "before.json", "--fail-on", "never"])
    assert run(["check", "lower@2026", "--baseline", "before.json"]) == exit_codes.DONE
    Path("yiwu-diff.toml").unlink()
    assert run(["check", "lower@2026", "--baseline", "before.json"]) == exit_codes.FINDINGS


def test_the_justified_and_decided_version_passes(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil()
    own = ["--standard", "lower@2026"]
    assert run(["justify", "parenting", *own, *ARGUMENTS]) == 0
    decided = ["--reason", "口径调整，省里已同意", "--by", "李四", *own]
    assert run(["decide", "elderly", "调低", "--accept", *decided]) == 0
    assert run(["decide", "elderly", "narrowed", "--reject", *decided]) == 0
    edit("data/lower/2026/note.yaml", "claimed: 2", "claimed: 1")
    new = "  - label: new\n    items:\n      - name: 家庭教育指导\n"
    edit("data/lower/2026/note.yaml", "lists:\n", f"lists:\n{new}")
    # What was cut, though accepted, has to stand in the note.
    assert run(["check", "lower@2026"]) == exit_codes.FINDINGS
    cut = "  - label: lowered\n    items:\n      - name: 老年人健康管理\n"
    edit("data/lower/2026/note.yaml", "lists:\n", f"lists:\n{cut}")
    capsys.readouterr()
    code = run(["check", "lower@2026", "--fail-on", "warning"])
    out = capsys.readouterr().out
    assert code == exit_codes.DONE, out
    assert "口径调整，省里已同意" in re.sub(r"\s", "", out)
    # One more change of a text, and the decisions about it no longer hold.
    edit(HEALTH, "60%", "50%")
    assert run(["check", "lower@2026"]) == exit_codes.FINDINGS
    assert "decision-stale" in capsys.readouterr().out


def test_broken_yaml_is_trouble_and_no_finding(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(HEALTH, "domain: ", "domain: [")
    assert run(["check", "lower@2026"]) == exit_codes.TROUBLE
    out, err = capsys.readouterr()
    assert out == ""
    assert f"{HEALTH}:2:" in err


def test_a_base_that_the_branch_leaves_out_is_found(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Alone, a standard that calls itself national has nothing above it."""
    git("checkout", "-q", "-b", "edition-2026")
    edit("data/lower/2026/standard.yaml", "builds_on: [upper@2021]", "builds_on: []")
    edit("data/lower/2026/standard.yaml", "level: county", "level: national")
    edit(HEALTH, "健康管理率达到70%以上", "健康管理率达到60%以上")
    assert run(["check", "lower@2026"]) == exit_codes.DONE
    capsys.readouterr()
    assert run(["check", "lower@2026", "--since", "main", "-f", "json"]) == exit_codes.FINDINGS
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [one["check"] for one in found if one["severity"] == "error"] == ["base-unknown"]


def test_a_base_that_the_branch_cuts_is_found(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever edits both files cuts without falling short."""
    upper = "data/upper/2021/01-health.yaml"
    for file in (HEALTH, upper):
        edit(file, "健康管理率达到70%以上", "健康管理率达到60%以上")
    assert run(["check", "lower@2026", "--since", "main"]) == exit_codes.DONE
    capsys.readouterr()
    strict = ["--fail-on", "warning", "-f", "json"]
    assert run(["check", "lower@2026", "--since", "main", *strict]) == exit_codes.FINDINGS
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["check"], found["item"], found["file"]) == ("base-changed", "elderly", HEALTH)
    assert found["related"][0]["file"] == upper
    edit(upper, "domain:", "# 挪动一行\ndomain:")
    edit(upper, "60%", "70%")
    edit(HEALTH, "60%", "70%")
    assert run(["check", "lower@2026", "--since", "main", *strict]) == exit_codes.DONE


def test_a_branch_that_mends_broken_yaml_can_pass(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(HEALTH, "domain: ", "domain: [")
    commit("broken on main")
    edit(HEALTH, "domain: [", "domain: ")
    commit("mended")
    assert run(["check", "lower@2026", "--since", "HEAD~1"]) == exit_codes.DONE
    assert f"HEAD~1:{HEALTH}:2:" in capsys.readouterr().err
    spoil()
    assert run(["check", "lower@2026", "--since", "main~1"]) == exit_codes.FINDINGS


def test_findings_are_the_same_bytes_again(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil()
    texts = []
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-m", "yiwu_diff", "check", "lower@2026", "-f", "sarif"],
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path)},
            check=False,
            timeout=60,
        )
        assert done.returncode == exit_codes.FINDINGS
        texts.append(done.stdout)
    assert texts[0] == texts[1]


def test_settings_of_a_sibling_are_not_the_draft_s(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil()
    Path("desk/mine").mkdir(parents=True)
    Path("desk/mine/yiwu-diff.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    shutil.copytree("data/lower/2026", "desk/2026")
    monkeypatch.chdir("desk/mine")
    assert run(["--data", "../../data", "check", "../2026"]) == exit_codes.FINDINGS
