"""``yiwu-diff export`` as a person meets it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from yiwu_diff.cli.main import run
from yiwu_diff.report import EXPORT_FORMATS
from yiwu_diff.standard.schema import schema

Said = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Said:
    for name in ("YIWU_DIFF_LANG", "YIWU_DIFF_DATA", "FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(("--data", str(ROOT / "data"), *arguments))
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_several_forms_at_once(say: Said) -> None:
    files = [f"义乌.{name}" for name in EXPORT_FORMATS]
    code, out, err = say("export", "yiwu", *(part for file in files for part in ("-o", file)))
    assert (code, out) == (0, "")
    assert all(Path(file).stat().st_size > 1000 for file in files)
    assert err.count("已写入") == len(files)


@pytest.mark.parametrize("form", ["html", "json", "csv"])
def test_to_standard_output(say: Said, form: str) -> None:
    code, out, err = say("export", "yiwu@2021", "--format", form)
    assert (code, err) == (0, "")
    assert "孕产妇健康服务" in out


def test_the_form_of_a_file_without_a_suffix(say: Said) -> None:
    assert say("export", "yiwu", "--format", "docx", "-o", "标准")[0] == 0
    assert Path("标准").read_bytes().startswith(b"PK")


def test_json_holds_what_the_files_hold(say: Said) -> None:
    import jsonschema

    value = json.loads(say("export", "yiwu", "--format", "json")[1])
    domains = value.pop("domains")
    assert (value.pop("schema_version"), value.pop("kind")) == (1, "yiwu-diff standard")
    jsonschema.validate(value, schema("standard"))
    for domain in domains:
        jsonschema.validate(domain, schema("domain"))
    assert value["declared"] == {"domains": 11, "services": 25, "items": 99}


def test_refusals(say: Said) -> None:
    for arguments, why in (
        (("export", "yiwu"), "--format"),
        (("export", "yiwu", "--format", "docx"), "-o"),
        (("export", "yiwu", "--format", "pdf"), "docx"),
        (("export", "yiwu", "-o", "a.pdf"), ".docx"),
        (("export", "yiwu", "--format", "csv", "-o", "a.docx"), "不一致"),
        (("export", "yiwu", "-o", "a.csv", "-o", "./a.csv"), "两次"),
        (("export", "yiwu", "-o", "无/a.csv"), "没有文件夹"),
        (("export", "nowhere", "-o", "a.csv"), "nowhere"),
        (("export",), "STANDARD"),
    ):
        code, out, err = say(*arguments)
        assert (code, out) == (2, ""), arguments
        assert why in err
    assert list(Path().iterdir()) == []


def test_help_in_both_languages(say: Said) -> None:
    assert "正式标准的表格样式" in say("export", "--help")[1]
    assert "layout of the published tables" in say("--lang", "en", "export", "--help")[1]
