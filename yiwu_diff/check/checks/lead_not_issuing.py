"""An item is led by an agency that does not issue the standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwu_diff.check.base import Check, finding
from yiwu_diff.compare.rules.base import Words
from yiwu_diff.text.leads import agencies, fields_of
from yiwu_diff.text.normal import level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwu_diff.check.base import Draft, Finding


def find(draft: Draft) -> Iterator[Finding]:
    """Each lead agency of an item that is none of the issuing ones, by name or by what it is
    for; once for the standard where it does not say who issues it."""
    issuing = draft.target.agencies
    led = [(item, one) for item in draft.target.items for one in agencies(item.lead)]
    if not issuing:
        if led:
            yield finding(
                draft.key_place("agencies"),
                "没有列出联合印发的部门（agencies），无法核对牵头单位；请补上",
                "the issuing agencies are not listed (agencies), so that no lead agency can be "
                "checked; add them",
                "no agencies",
            )
        return
    names = {level(one) for one in issuing}
    fields = {found for one in issuing if (found := fields_of(one))}
    for item, agency in led:
        plain = level(agency)
        same = any(plain in name or name in plain for name in names) or fields_of(agency) in fields
        if not same:
            yield finding(
                draft.place_of(item, "lead"),
                f"牵头单位“{agency}”不在联合印发的部门之列；请核对名称，或补入 agencies",
                f"the lead agency “{agency}” is none of the issuing ones; check its name, or add "
                "it to `agencies`",
                agency,
                item=item,
                quote=agency,
            )


CHECK = Check(
    id="lead-not-issuing",
    severity="warning",
    title=Words("牵头单位未列入印发部门", "a lead agency does not issue the standard"),
    means=Words(
        "标准由各部门联合印发，牵头单位应当是其中之一；不在其列，往往是写错了名称，或者漏了会签。",
        "A standard is issued jointly, and who leads an item should be among those who issue it. "
        "If not, the name may be wrong, or somebody was not asked.",
    ),
    mend=Words(
        "核对部门名称；或者在 standard.yaml 的 agencies 里补上。",
        "Check the name, or add the agency to `agencies` in standard.yaml.",
    ),
    find=find,
)
