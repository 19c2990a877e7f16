import pytest

from yiwu_diff.importers.heads import Guess, guess, upper_refs
from yiwu_diff.standard.model import Level, Standard


@pytest.mark.parametrize(
    ("title", "name", "level"),
    [
        ("《浙江省基本公共服务标准（2021年版）》", "浙江省", "province"),
        ("国家基本公共服务标准（2023年版）", "国家", "national"),
        ("上海市基本公共服务实施标准", "上海市", "province"),
        ("内蒙古自治区基本公共服务实施标准", "内蒙古自治区", "province"),
        ("延边朝鲜族自治州基本公共服务标准", "延边朝鲜族自治州", "prefecture"),
        ("金华市婺城区基本公共服务标准", "金华市婺城区", "county"),
        ("金华市义乌市基本公共服务标准", "金华市义乌市", "county"),
        ("浦江县本级基本公共服务清单", "浦江县", "county"),
        # A bare 市 may be either.
        ("义乌市基本公共服务标准", "义乌市", None),
        ("关于印发基本公共服务标准的通知", "", None),
        ("", "", None),
    ],
)
def test_place_and_level(title: str, name: str, level: Level | None) -> None:
    assert guess(title) == Guess(name, level)


def standard(place: str, level: Level, edition: str = "2021") -> Standard:
    return Standard(items=(), jurisdiction=place, level=level, edition=edition)


def test_the_levels_above_nearest_first() -> None:
    library = [
        standard("zj", "province", "2018"),
        standard("zj", "province"),
        standard("zj", "province", "2026"),
        standard("jh", "prefecture"),
        standard("cn", "national", "2023"),
        standard("other", "county"),
    ]
    assert upper_refs("county", "2021", library) == ["jh@2021", "zj@2021", "cn@2023"]
    assert upper_refs("county", "2027", library) == ["jh@2021", "zj@2026", "cn@2023"]
    assert upper_refs("province", "2021", library) == ["cn@2023"]
    assert upper_refs(None, "2021", library) == []


def test_of_several_places_of_a_level_none_is_guessed() -> None:
    library = [
        standard("hz", "prefecture"),
        standard("jh", "prefecture"),
        standard("zj", "province"),
    ]
    assert upper_refs("county", "2021", library) == ["zj@2021"]
