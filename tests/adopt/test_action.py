"""action.yml: its shape, and its steps run as a GitHub runner runs them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from drafting import (
    DRAFT,
    FILE,
    LEVEL_LINE,
    ROOT,
    edit,
    environment,
    offline,
    project,
    read_yaml,
    repository,
)

ACTION: dict[str, Any] = read_yaml((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
PYTHON, INSTALL, CHECK = STEPS
_EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")


class Ran(NamedTuple):
    """What a step left behind."""

    code: int
    out: str
    err: str
    outputs: dict[str, str]
    summary: str


def step(which: dict[str, Any], folder: Path, temp: Path, action: Path, **inputs: str) -> Ran:
    """Run a step's script as a runner does: a file given to bash, the inputs in the environment,
    fresh files for outputs and summary."""
    given = {name: one.get("default", "") for name, one in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    values = {f"inputs.{name}": value for name, value in given.items()}
    values |= {
        "steps.python.outputs.python-path": sys.executable,
        "github.action_path": str(action),
    }
    script, output, summary = (temp / name for name in ("step.sh", "output", "summary"))
    script.write_text(which["run"], encoding="utf-8")
    output.write_bytes(b"")
    summary.write_bytes(b"")
    own = {
        name: _EXPRESSION.sub(lambda found: values[found[1]], str(value))
        for name, value in which["env"].items()
    }
    runner = {
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(folder),
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(summary),
        "RUNNER_TEMP": str(temp),
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
        cwd=folder,
        env=environment() | runner | offline() | own,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    lines = output.read_text(encoding="utf-8").splitlines()
    outputs = dict(line.split("=", 1) for line in lines)
    return Ran(done.returncode, done.stdout, done.stderr, outputs, summary.read_text("utf-8"))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The runner's temporary folder after the step that installs, and the action's own folder."""
    place = tmp_path_factory.mktemp("runner")
    temp = place / "temp dir"
    temp.mkdir()
    action = project(place / "action path")
    done = step(INSTALL, place, temp, action)
    assert done.code == 0, done.err
    return temp, action


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return repository(tmp_path / "work")


@pytest.fixture
def check(installed: tuple[Path, Path], folder: Path):  # type: ignore[no-untyped-def]
    """Run the step that checks the draft."""
    temp, action = installed
    return lambda **inputs: step(CHECK, folder, temp, action, **{"standard": DRAFT, **inputs})


def test_it_is_what_github_takes_for_an_action() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions",
         str(ROOT / "action.yml")],
        capture_output=True, check=False, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_no_input_can_become_a_command() -> None:
    for one in STEPS:
        assert "${{" not in one.get("run", "")
    named = {
        found
        for one in STEPS
        for value in one.get("env", {}).values()
        for found in _EXPRESSION.findall(str(value))
    }
    named |= set(_EXPRESSION.findall(str(PYTHON["with"])))
    assert {name for name in named if name.startswith("inputs.")} == {
        f"inputs.{name}" for name in ACTION["inputs"]
    }


def test_every_output_is_one_of_the_script() -> None:
    for name, one in ACTION["outputs"].items():
        assert _EXPRESSION.findall(one["value"]) == [f"steps.{CHECK['id']}.outputs.{name}"]


def test_other_actions_are_pinned_to_a_major_version() -> None:
    assert re.fullmatch(r"actions/setup-python@v\d+", PYTHON["uses"])


def test_what_is_installed_is_the_action_s_own_revision(installed: tuple[Path, Path]) -> None:
    temp, _ = installed
    found = subprocess.run(
        [temp / "yiwu-diff/bin/python", "-c", "import yiwu_diff; print(yiwu_diff.__file__)"],
        cwd=temp,
        env=environment() | offline(),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert found.stdout.startswith(str(temp / "yiwu-diff"))


def test_a_draft_that_may_go_out(check, folder: Path) -> None:  # type: ignore[no-untyped-def]
    done = check()
    assert done.code == 0, done.err
    assert "::error" not in done.out
    assert done.outputs["errors"] == "0"
    assert done.outputs["exit-code"] == "0"
    assert done.outputs["sarif"] == "yiwu-diff.sarif"
    assert json.loads((folder / "yiwu-diff.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert json.loads(Path(done.outputs["json"]).read_text("utf-8"))["findings"] == []


def test_a_figure_that_was_lowered(check, folder: Path) -> None:  # type: ignore[no-untyped-def]
    edit(folder, "90%", "85%")
    done = check()
    assert done.code == 1
    assert f"::error file={FILE},line={LEVEL_LINE},col=16,title=" in done.out
    assert done.outputs["errors"] == "1"
    assert done.outputs["exit-code"] == "1"
    assert "预防接种" in done.summary
    results = json.loads((folder / "yiwu-diff.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert [one["ruleId"] for one in results] == ["lowered"]


def test_the_inputs_do_what_they_say(check, folder: Path) -> None:  # type: ignore[no-untyped-def]
    edit(folder, "90%", "85%")
    assert check(fail_on="never").code == 0
    done = check(sarif_file="out put.json", lang="en")
    assert done.code == 1
    assert done.outputs["sarif"] == "out put.json"
    assert (folder / "out put.json").is_file()
    before = folder / "before.json"
    before.write_bytes(Path(done.outputs["json"]).read_bytes())
    assert check(baseline="before.json").code == 0
    assert check(since="HEAD").code == 1
    subprocess.run(["git", "commit", "-qam", "x"], cwd=folder, env=environment(), check=True)
    assert check(since="HEAD").code == 0
    done = check(against="upper@2021\nnowhere@1\n")
    assert "nowhere@1" in done.out + done.err
    (folder / "own.toml").write_text('[checks]\nlowered = "off"\n', encoding="utf-8")
    assert check(config="own.toml").code == 0
    (folder / "data").rename(folder / "my data")
    assert check(data="my data").code == 1
    assert check(standard="my data/lower/2026-draft", data="my data").code == 1


def test_what_cannot_be_read_is_told_beside_its_line(  # type: ignore[no-untyped-def]
    check, folder: Path
) -> None:
    edit(folder, "        lead:", "        laed:")
    done = check()
    assert done.code == 2
    assert re.search(
        rf"^::error file={re.escape(FILE)},line={LEVEL_LINE + 2},col=9::.*laed", done.out, re.M
    )
    assert done.outputs == {"exit-code": "2"}
    done = check(standard="nowhere@1")
    assert done.code == 2
    assert "::error::" in done.out


def test_an_input_is_never_run(check, folder: Path) -> None:  # type: ignore[no-untyped-def]
    for evil in ('"; touch taken; "', "$(touch taken)", "`touch taken`", "--debug", "-x"):
        names = ("standard", "against", "since", "data", "config", "baseline", "fail_on")
        for name in names:
            check(**{name: evil})
    done = check(sarif_file="a.sarif\nerrors=7")
    assert done.outputs.get("errors") != "7"
    assert not (folder / "taken").exists()
