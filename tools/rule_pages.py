"""docs/rules/: a page for each rule, from what the rule says of itself."""

from __future__ import annotations

from yiwu_diff.compare.labels import LABELS
from yiwu_diff.compare.rules import RULES, Example, Rule
from yiwu_diff.standard.keys import FIELD_KEYS

_SOURCE = "yiwu_diff/compare/rules"


def pages() -> dict[str, str]:
    """Every page by its file name, the index included."""
    return {"README.md": index(), **{f"{rule.id}.md": page(rule) for rule in RULES.values()}}


def index() -> str:
    """The list of all rules, under their labels."""
    lines = [
        "# Rules 规则",
        "",
        f"Every label comes from one of these {len(RULES)} rules. The same in a terminal: "
        "`yiwu-diff rules`, `yiwu-diff explain quantity-raised`. This folder is written by "
        "`python -m tools.generate_docs`.",
        "",
        f"每个标签都出自这 {len(RULES)} 条规则之一。",
    ]
    for label in LABELS.values():
        rules = [rule for rule in RULES.values() if rule.label == label.name]
        if not rules:
            continue
        lines += [
            "",
            f"## `{label.name}` {label.zh}",
            "",
            f"{label.means_zh}。",
            "",
            f"{_sentence(label.means_en)}",
            "",
            "| rule | 说明 | title |",
            "| --- | --- | --- |",
            *(f"| [`{r.id}`]({r.id}.md) | {r.title.zh} | {r.title.en} |" for r in rules),
        ]
    return "\n".join(lines) + "\n"


def page(rule: Rule) -> str:
    """One rule."""
    label = LABELS[rule.label]
    lines = [
        f"# {rule.id}",
        "",
        f"{rule.title.zh} · {rule.title.en}",
        "",
        f"Label 标签: [`{label.name}` {label.zh}](README.md#{label.name}-{label.zh})",
        "",
        "## 含义 What it means",
        "",
        rule.means.zh,
        "",
        rule.means.en,
        "",
        "## 怎样处理 How to react",
        "",
        rule.react.zh,
        "",
        rule.react.en,
        "",
    ]
    if rule.examples:
        lines += ["## 例子 Examples", ""]
        lines += ["| field | base 上级标准 | target 本标准 |", "| --- | --- | --- |"]
        for example in rule.examples:
            lines += _rows(example)
        lines += ["", "Each example is run as a test. 每个例子都作为测试运行。", ""]
    lines += ["## 反向规则 Mirror", ""]
    if rule.mirror:
        lines.append(
            f"[`{rule.mirror}`]({rule.mirror}.md): what fires when base and target are exchanged."
        )
    else:
        lines.append(f"None: {rule.no_mirror}")
    module = rule.id.replace("-", "_")
    lines += ["", f"Source: [`{_SOURCE}/{module}.py`](../../{_SOURCE}/{module}.py)"]
    return "\n".join(lines) + "\n"


def _rows(example: Example) -> list[str]:
    fields = dict.fromkeys((*example.base, *example.target))
    return [
        f"| `{field}` {FIELD_KEYS[field].zh if field in FIELD_KEYS else ''} "
        f"| {_cell(example.base.get(field))} | {_cell(example.target.get(field))} |"
        for field in fields
    ]


def _cell(text: str | None) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>") if text else "—"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."
