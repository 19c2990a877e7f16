import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwu_diff.text.reading import key, read, sentences


def contents(text, field="content"):
    return [p.content for p in read(field, text, 0).phrases]


def test_sentences_keep_their_offsets():
    text = "一是提供助餐。\n（二）提供助浴；提供助医"
    assert [text[at : at + len(one)] for at, one in sentences(text)] == [
        one for _, one in sentences(text)
    ]
    assert [key(one) for _, one in sentences(text)] == ["提供助餐", "提供助浴", "提供助医"]


def test_content_is_what_grants_something():
    assert contents("为老年人免费提供眼底照相、口腔涂氟等服务") == [
        "老年人免费眼底照相",
        "口腔涂氟",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("由省卫生健康委负责", "由市卫生健康局负责"),
        ("全省老年人", "我市老年人"),
        ("各县（市、区）财政", "本市财政"),
        ("金华市残疾人", "义乌市残疾人"),
        ("黑龙江省教育厅", "哈尔滨市教育局"),
    ],
)
def test_places_and_tiers_say_nothing(one, other):
    assert contents(one) == contents(other)


def test_lists_exceptions_and_examples_are_told():
    sentence = read("audience", "孤儿、残疾儿童（不含在校学生），包括事实无人抚养儿童等", 0)
    flags = {p.content: (p.listed, p.excepted, p.examples) for p in sentence.phrases}
    assert flags["孤儿"][0]
    assert any(excepted for _, excepted, _ in flags.values())
    assert sentence.phrases[-1].examples


def test_what_leads_on_with_also_is_no_exception():
    sentence = read("content", "除国家规定的产假外，还可以享受生育假", 0)
    assert not any(p.excepted for p in sentence.phrases)


@given(st.text(max_size=150))
def test_any_text_is_read(text):
    for at, one in sentences(text):
        sentence = read("content", one, at)
        for phrase in sentence.phrases:
            assert len(phrase.at) == len(phrase.content)
            for start, end in phrase.at:
                low, high = sentence.normal.back(start, end)
                assert at <= low <= high <= at + len(one)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("提供①3次随访；②体检", ["3次"]),
        ("开展随访²4次", ["4次"]),
        ("面积10m²以上", ["10m2以上"]),
    ],
)
def test_marks_of_points_and_notes_are_no_digits(text, figures):
    found = read("content", text, 0)
    assert [found.text[q.start : q.end] for q in found.quantities] == figures
