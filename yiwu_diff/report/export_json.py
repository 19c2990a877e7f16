"""The standard as JSON: the keys of the YAML files, nothing left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from yiwu_diff.standard.as_records import by_domain, domain_record, head_record, in_order

if TYPE_CHECKING:
    from yiwu_diff.report.options import Options
    from yiwu_diff.standard.model import Standard

KIND = "yiwu-diff standard"
"""Says what the file is, so that an import knows it."""


def render(standard: Standard, options: Options) -> str:
    """The whole file."""
    value: dict[str, Any] = {"schema_version": 1, "kind": KIND, **head_record(standard)}
    domains = by_domain(in_order(standard.items))
    value["domains"] = [domain_record(domain, items) for domain, items in domains.items()]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
