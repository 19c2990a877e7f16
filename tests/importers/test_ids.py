import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwu_diff.importers.ids import make_id, make_name
from yiwu_diff.standard.yaml_writing import is_plain


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("孕产妇健康服务", "yunchanfu-jiankang-fuwu"),
        ("困难残疾人生活补贴", "kunnan-canjiren-shenghuo-butie"),
        ("退役军人安置", "tuiyi-junren-anzhi"),
        ("职业技能培训、鉴定和生活费补贴", "zhiye-jineng-peixun-jianding-shenghuofei"),
        ("0-3岁儿童发育及养育风险筛查", "0-3-ertong-fayu-yangyu-fengxian"),
        ("“12333”服务热线电话咨询", "12333-fuwu-rexian-dianhua-zixun"),
        ("普通高中国家奖学金", "putong-gaozhong-guojia-jiangxuejin"),
        ("职工医疗费用补助", "zhigong-yiliao-feiyong-buzhu"),
        ("长者食堂", "zhangzhe-shitang"),
        ("重庆绿化", "chongqing-lvhua"),
        ("WiFi 覆盖", "wifi-fugai"),
        ("🏠", "item"),
        ("", "item"),
    ],
)
def test_words_of_pinyin(name: str, id: str) -> None:
    assert make_id(name, ()) == id


def test_a_taken_id_grows_by_the_words_that_tell_apart_then_by_a_number() -> None:
    name = "特殊儿童群体基本生活保障"
    taken: set[str] = set()
    for _ in range(3):
        taken.add(make_id(name, taken))
    assert sorted(taken) == [
        "teshu-ertong-qunti-jiben-shenghuo",
        "teshu-ertong-qunti-jiben-shenghuo-2",
        "teshu-ertong-qunti-jiben-shenghuo-baozhang",
    ]


@given(st.text(max_size=40))
def test_any_name_gives_a_fit_id(name: str) -> None:
    id = make_id(name, ())
    assert id.isascii()
    assert id == id.lower()
    assert set(id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert id == id.strip("-")
    assert make_id(name, {id}) != id
    assert make_name(name)
    assert is_plain(f"x{id}")


def test_the_dictionary_is_imported_by_who_needs_it_only() -> None:
    code = "import sys, yiwu_diff.importers.merging, yiwu_diff.cli.import_; "
    code += "sys.exit('pypinyin' in sys.modules or 'lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
