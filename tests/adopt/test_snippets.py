"""The files that docs/ci.md tells to write: valid for those who read them, and run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from drafting import DRAFT, FILE, LEVEL_LINE, ROOT, edit, environment, git, read_yaml, repository

from yiwu_diff import __version__

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE, flags=re.DOTALL))
WORKFLOW = ".github/workflows/standard.yml"
GITLAB = ".gitlab-ci.yml"
PRE_COMMIT = ".pre-commit-config.yaml"


def content(name: str) -> Any:
    return read_yaml(FILES[name])


def test_these_files_are_there() -> None:
    assert set(FILES) == {WORKFLOW, GITLAB, PRE_COMMIT}


@pytest.mark.parametrize(
    ("name", "command"),
    [
        (WORKFLOW, ["check_jsonschema", "--builtin-schema", "vendor.github-workflows"]),
        (GITLAB, ["check_jsonschema", "--builtin-schema", "vendor.gitlab-ci"]),
        (PRE_COMMIT, ["pre_commit", "validate-config"]),
    ],
)
def test_each_is_valid(name: str, command: list[str], tmp_path: Path) -> None:
    file = tmp_path / Path(name).name
    file.write_text(FILES[name], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", *command, str(file)],
        cwd=tmp_path,
        env=environment() | {"PRE_COMMIT_HOME": str(tmp_path / "store")},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_version_they_name_is_this_one() -> None:
    named = re.findall(r"yiwu-diff@v([\d.]+)|rev: v([\d.]+)", "".join(FILES.values()))
    assert {a or b for a, b in named} == {__version__}
    assert len(named) == len(FILES)


def test_the_workflow_uses_what_the_action_has() -> None:
    action = read_yaml((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = content(WORKFLOW)["jobs"]["check"]["steps"]
    (own,) = (one for one in steps if "/yiwu-diff@" in one["uses"])
    assert set(own["with"]) <= set(action["inputs"])
    used = set(re.findall(rf"steps\.{own['id']}\.outputs\.([\w-]+)", FILES[WORKFLOW]))
    assert used <= set(action["outputs"])
    inputs = PAGE[PAGE.index("| input |") : PAGE.index("Outputs are")]
    assert set(re.findall(r"`([a-z-]+)`(?=[^|]*\|[^|])", inputs)) >= set(action["inputs"])
    outputs = PAGE[PAGE.index("Outputs are") : PAGE.index("What runs is")]
    assert set(re.findall(r"`([a-z-]+)`", outputs)) == set(action["outputs"])


def test_the_hook_is_there() -> None:
    hooks: Any = read_yaml((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (repo,) = content(PRE_COMMIT)["repos"]
    assert {one["id"] for one in repo["hooks"]} <= {one["id"] for one in hooks}


def test_the_job_of_gitlab_finds_what_a_merge_request_adds(tmp_path: Path) -> None:
    job = content(GITLAB)["standard"]
    install, *script = job["script"]
    assert install.startswith("pip install ")
    folder = repository(tmp_path)
    base = git(folder, "rev-parse", "HEAD").strip()

    def run() -> tuple[int, str]:
        """The script as a runner gives it to a shell; the program is installed already."""
        scripts = sysconfig.get_path("scripts")
        env = environment()
        env |= {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "PATH": f"{scripts}:{env['PATH']}"}
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", "\n".join(script).replace("yiwu@2026-draft", DRAFT)],
            cwd=folder,
            env=env | {name: str(value) for name, value in job["variables"].items()},
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=120,
        )
        return done.returncode, done.stdout + done.stderr

    code, said = run()
    assert code == 0, said
    edit(folder, "90%", "85%")
    git(folder, "commit", "-qam", "lower")
    code, said = run()
    assert code == 1, said
    assert "预防接种" in said
    reports = job["artifacts"]["reports"]
    (found,) = json.loads((folder / reports["codequality"]).read_text("utf-8"))
    assert found["location"] == {"path": FILE, "lines": {"begin": LEVEL_LINE}}
    junit = ElementTree.parse(folder / reports["junit"]).getroot()
    assert [one.get("type") for one in junit.iter("failure")] == ["error"]
