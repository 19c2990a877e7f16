"""What the shipped datasets must yield, from their texts alone."""

from dataclasses import replace

import pytest
from ruamel.yaml import YAML

from yiwu_diff import compare, load
from yiwu_diff.standard.catalog import packaged_data

DATA = packaged_data()


@pytest.fixture(scope="module")
def jinhua():
    return load("jinhua@2021", DATA)


@pytest.fixture(scope="module")
def yiwu():
    return load("yiwu@2021", DATA)


@pytest.fixture(scope="module")
def result(jinhua, yiwu):
    return compare(jinhua, yiwu)


def with_text(standard, item_id, **fields):
    """A copy of a standard in which one item reads otherwise."""
    items = tuple(replace(i, **fields) if i.id == item_id else i for i in standard.items)
    return replace(standard, items=items)


def labels(comparison, item_id):
    return next(set(one.labels) for one in comparison.items if one.id == item_id)


def test_the_counts_of_the_drafting_note(result):
    counts = {name: n for name, n in result.counts.items() if n}
    assert counts == {"new": 4, "supplemented": 10, "raised": 1, "refined": 13}
    assert len(result.labelled) == 25


def test_each_item_stands_in_the_list_where_the_note_has_it(result, yiwu):
    note = YAML(typ="safe").load(DATA / "yiwu/2021/note.yaml")
    claimed: dict[str, set[str]] = {}
    for one in note["lists"]:
        for entry in one["items"]:
            claimed.setdefault(yiwu.item(entry["name"]).id, set()).add(one["label"])
    computed = {one.id: set(one.labels) for one in result.labelled}
    assert computed == claimed


def test_what_has_no_text_is_not_called_unchanged(result):
    assert len(result.not_compared) == 61
    assert all(not one.labels for one in result.not_compared)
    assert result.counts["unchanged"] == 0


def test_no_label_stands_in_the_data():
    for path in DATA.rglob("*.yaml"):
        if path.name != "note.yaml":
            assert "label" not in path.read_text(encoding="utf-8"), path


def test_a_lowered_figure_is_seen(jinhua, yiwu):
    item = yiwu.item("环境质量")
    target = with_text(yiwu, item.id, level=item.level.replace("97%", "90%"))
    assert labels(compare(jinhua, target), item.id) == {"lowered"}


def test_a_raised_figure_taken_back_is_unchanged(jinhua, yiwu):
    item = yiwu.item("环境质量")
    target = with_text(yiwu, item.id, level=jinhua.item("环境质量").level)
    assert labels(compare(jinhua, target), item.id) == {"unchanged"}


@pytest.mark.parametrize("name", ["免费孕前优生健康检查", "困境儿童保障", "儿童健康管理"])
def test_a_removed_sentence_is_seen(jinhua, yiwu, name):
    """The last sentence that both sides share goes from the target."""
    base, item = jinhua.item(name), yiwu.item(name)
    first = item.content.split("。")[0] + "。"
    assert first in base.content or base.content.startswith(first[:6])
    target = with_text(yiwu, item.id, content=item.content.replace(first, ""))
    found = labels(compare(jinhua, target), item.id)
    assert found & {"narrowed", "relaxed"}, found


def test_a_missing_item_is_missing(jinhua, yiwu):
    gone = yiwu.items[3]
    target = replace(yiwu, items=tuple(i for i in yiwu.items if i is not gone))
    result = compare(jinhua, target)
    assert [one.id for one in result.with_label("missing")] == [gone.id]


def test_the_order_of_items_does_not_matter(jinhua, yiwu, result):
    turned = compare(
        replace(jinhua, items=jinhua.items[::-1]), replace(yiwu, items=yiwu.items[::-1])
    )
    assert {one.id: one.labels for one in turned.items} == {
        one.id: one.labels for one in result.items
    }
    assert {c.fingerprint for i in turned.items for c in i.changes} == {
        c.fingerprint for i in result.items for c in i.changes
    }


def test_evidence_quotes_the_original(result):
    for one in result.items:
        for change in one.changes:
            for span, items in ((change.base, one.base), (change.target, one.target)):
                if span is None or span.field in ("item", "name"):
                    continue
                texts = [item.text(span.field) or "" for item in items]
                assert any(text[span.start : span.end] == span.text for text in texts)


def test_every_labelled_change_names_its_rule_basis_and_fingerprint(result):
    for one in result.labelled:
        for change in one.changes:
            if change.label:
                assert change.rule
                assert change.basis
                assert len(change.fingerprint) == 16
