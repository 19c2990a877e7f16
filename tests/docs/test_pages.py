"""What the documentation says is so: commands run, links lead somewhere, lists are whole."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path

import pytest

import yiwu_diff
from yiwu_diff.cli import exit_codes
from yiwu_diff.cli.app import COMMANDS
from yiwu_diff.cli.main import run
from yiwu_diff.compare.labels import LABELS
from yiwu_diff.report import FORMATS
from yiwu_diff.standard.reader import read_standard

sys.path.insert(0, str(Path(__file__).parent))

from markdown_pages import PAGES, READMES, ROOT, blocks, commands, links, marked

LEXICONS = ROOT / "yiwu_diff" / "text" / "lexicon"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the shipped data, committed, as somebody trying the documentation has it."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "data"],
    ):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True, timeout=60)
    for place, name in (("jinhua", "金华"), ("yiwu", "义乌")):
        published(place, tmp_path / f"{name}标准.docx")
    odd = "领域,服务类别,服务项目,提供水平\n幼有所育,优孕优生服务,孕产妇健康服务,每年5次。\n"
    (tmp_path / "清单.csv").write_text(odd, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("YIWU_DIFF_DATA", "YIWU_DIFF_LANG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def published(place: str, path: Path) -> None:
    """A standard of the shipped data as if it had been published so."""
    from yiwu_diff.report import EXPORT_FORMATS
    from yiwu_diff.report.options import Options

    standard = read_standard(ROOT / "data" / place / "2021")
    items = tuple(replace(i, basis=dict.fromkeys(i.basis, "official")) for i in standard.items)
    data = EXPORT_FORMATS["docx"].render(replace(standard, items=items), Options())
    assert isinstance(data, bytes)
    path.write_bytes(data)


def tried(arguments: list[str]) -> tuple[int, str]:
    """The exit code of a command, and what it said."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(arguments)
    return code, err.getvalue()


@pytest.mark.parametrize("page", ["import.md", "zh/guide.md"])
def test_five_commands_lead_from_the_word_file_to_the_comparison(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place, name in (("jinhua", "金华"), ("yiwu", "义乌")):
        published(place, tmp_path / f"{name}标准.docx")
    monkeypatch.chdir(tmp_path)
    for name in ("YIWU_DIFF_DATA", "YIWU_DIFF_LANG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    five = commands(ROOT / "docs" / page)[:5]
    assert [arguments[0] for arguments in five] == ["import", "import", "import", "list", "diff"]
    for arguments in five:
        code, said = tried(arguments)
        assert code == exit_codes.DONE, f"{arguments}: {said}"
    assert (tmp_path / "对照表.docx").read_bytes().startswith(b"PK")
    code, said = tried(["diff", "-o", "r.json"])
    summary = json.loads((tmp_path / "r.json").read_text("utf-8"))["summary"]
    assert {name: n for name, n in summary["bases"].items() if n} == {"official": 28}


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_a_page_tells_to_run_runs(page: Path) -> None:
    for arguments in commands(page):
        code, said = tried(arguments)
        assert code in (exit_codes.DONE, exit_codes.FINDINGS), f"{arguments}: {said}"
    for block in blocks(page):
        if block.kind == "python":
            exec(compile(block.text, str(page), "exec"), {})


@pytest.mark.parametrize(
    "page",
    [*PAGES, ROOT / "CHANGELOG.md", LEXICONS / "README.md"],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_links_lead_somewhere(page: Path) -> None:
    assert [link for link in links(page) if not (page.parent / link).exists()] == []


def test_both_readmes_give_the_same_commands() -> None:
    english, chinese = map(marked, READMES)
    assert english == chinese
    assert set(english) == {"run", "test"}
    assert [*map(commands, READMES[:1])] == [*map(commands, READMES[1:])]


@pytest.mark.skipif(not (shutil.which("bash") and shutil.which("awk")), reason="no bash or awk")
def test_ci_runs_what_the_readme_says() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert script.count("$(command_of run)") == script.count("$(command_of test)") == 1
    function = script[script.index("command_of() {") : script.index("\nrun=")]
    found = subprocess.run(
        ["bash", "-c", f"{function}\ncommand_of run\ncommand_of test"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=60,
    )
    assert found.stdout.splitlines() == list(marked(READMES[0]).values())


def test_the_readme_and_the_manual_name_every_label() -> None:
    report = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    guide = (ROOT / "docs" / "zh" / "guide.md").read_text(encoding="utf-8")
    for label in LABELS.values():
        assert f"| `{label.name}` | {label.zh} |" in report
        assert f"| {label.zh} | `{label.name}` |" in guide


def test_every_command_form_library_name_and_exit_code_has_its_place() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [name for name in COMMANDS if f"yiwu-diff {name}" not in text] == []
    forms = (ROOT / "docs" / "forms.md").read_text(encoding="utf-8")
    for form in FORMATS.values():
        assert f"| `{form.name}` | {', '.join(f'`{s}`' for s in form.suffixes)} |" in forms
    library = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    public = [name for name in yiwu_diff.__all__ if not name.startswith("__")]
    assert [name for name in public if f"`{name}" not in library] == []
    codes = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    for code in (exit_codes.DONE, exit_codes.FINDINGS, exit_codes.TROUBLE, exit_codes.INTERRUPTED):
        assert f"| {code} |" in codes


def test_every_word_list_is_described() -> None:
    described = re.findall(
        r"^\| `(\w+\.yaml)` \|", (LEXICONS / "README.md").read_text("utf-8"), re.M
    )
    assert described == sorted(file.name for file in LEXICONS.glob("*.yaml"))


def test_the_figures_that_the_pages_give_are_those_of_the_shipped_data(desk: Path) -> None:
    code, said = tried(["diff", "-o", "report.json"])
    assert code == exit_codes.DONE, said
    counts = json.loads((desk / "report.json").read_text("utf-8"))["summary"]["labels"]
    found = {name: count for name, count in counts.items() if count}
    assert found == {"new": 4, "supplemented": 10, "raised": 1, "refined": 13}
