"""The checks: one reason for which a draft should not go out in each file.

`CHECKS` in `yiwu_diff.check` lists them. A check is a function from a `Draft` to findings.
"""
