from pathlib import Path

import pytest

from yiwu_diff.text import lexicon as lexicons
from yiwu_diff.text.agencies import offices, places
from yiwu_diff.text.lexicon import groups, lexicon, words
from yiwu_diff.text.normal import level

LEXICONS = sorted(path.stem for path in Path(lexicons.__file__).parent.glob("*.yaml"))


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("省卫生健康委", {"卫生健康"}),
        ("市卫健局", {"卫生健康"}),
        ("国务院卫生行政部门", {"卫生健康"}),
        ("县级以上人民政府民政部门", {"民政"}),
        ("市人力社保局", {"人力资源社会保障"}),
        ("劳动和社会保障部门", {"人力资源社会保障"}),
        ("县残联", {"残疾人联合会"}),
        ("市自然资源和规划局", {"自然资源"}),
        ("县文化广电旅游体育局", {"文化和旅游", "体育"}),
    ],
)
def test_an_office_is_known_by_its_field(text, fields):
    found = {field for office in offices(level(text)) for field in office.fields}
    assert fields <= found


@pytest.mark.parametrize("text", ["提供教育服务", "民政工作", "健康教育", "体育锻炼"])
def test_a_field_alone_is_no_office(text):
    assert not offices(text)


@pytest.mark.parametrize("name", LEXICONS)
def test_every_lexicon_is_read(name):
    assert lexicon(name)


def test_a_word_has_one_canonical_form():
    seen: dict[str, str] = {}
    for group in groups("synonyms", "groups"):
        for word in group:
            assert seen.setdefault(word, group[0]) == group[0], word


def test_no_lexicon_names_a_programme_of_our_data():
    """Rules read the language; a word list that names an item of the data would not."""
    names = {"义童游", "文艺健身进家庭", "公共家庭教育指导", "养育风险筛查"}
    for name in LEXICONS:
        text = str(lexicon(name))
        assert not [one for one in names if one in text]
    assert words("modality", "must")


@pytest.mark.parametrize("before", ["按照", "依照", "根据", "在", "由", ""])
def test_a_preposition_is_no_part_of_a_place(before):
    text = f"{before}金华市有关规定"
    assert [text[start:end] for start, end in places(text)] == ["金华市"]
