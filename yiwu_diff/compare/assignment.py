"""The assignment of rows to columns that gains most in all."""

from __future__ import annotations

from dataclasses import dataclass

Gain = dict[tuple[int, int], int]
"""What a row and a column gain together; whoever is not in it does not go together."""


def assign(gain: Gain) -> list[tuple[int, int]]:
    """The pairs (row, column) that gain most in all, each row and column at most once."""
    found: list[tuple[int, int]] = []
    for options in _islands(gain):
        rows = sorted({i for i, _ in options})
        columns = sorted({j for _, j in options})
        if len(rows) == 1 or len(columns) == 1:
            found.append(max(options, key=lambda option: gain[option]))
        else:
            found += _hungarian(rows, columns, gain)
    return sorted(found)


def _islands(gain: Gain) -> list[list[tuple[int, int]]]:
    """The options in groups that share no row and no column."""
    rows: dict[int, list[tuple[int, int]]] = {}
    columns: dict[int, list[tuple[int, int]]] = {}
    for option in gain:
        rows.setdefault(option[0], []).append(option)
        columns.setdefault(option[1], []).append(option)
    groups: list[list[tuple[int, int]]] = []
    seen: set[tuple[int, int]] = set()
    for start in gain:
        if start in seen:
            continue
        seen.add(start)
        group = [start]
        for option in group:
            for near in (*rows[option[0]], *columns[option[1]]):
                if near not in seen:
                    seen.add(near)
                    group.append(near)
        groups.append(group)
    return groups


def _hungarian(rows: list[int], columns: list[int], gain: Gain) -> list[tuple[int, int]]:
    """The Hungarian method on whole numbers. Each row has a column of its own besides, which
    costs nothing: to stay alone."""
    cost = [[-gain.get((i, j), 0) for j in columns] + [0] * len(rows) for i in rows]
    prices = _Prices([0] * len(rows), [0] * len(cost[0]), [-1] * len(cost[0]))
    for row in range(len(rows)):
        prices.seat(row, cost)
    return [
        (rows[row], columns[j])
        for j, row in enumerate(prices.owner[: len(columns)])
        if row >= 0 and (rows[row], columns[j]) in gain
    ]


@dataclass(slots=True, eq=False, repr=False)
class _Prices:
    """What rows and columns are worth so far, and which row has which column."""

    rows: list[int]
    columns: list[int]
    owner: list[int]

    def seat(self, row: int, cost: list[list[int]]) -> None:
        """Give a row a column; the rows before may have to move."""
        width = len(self.columns)
        least: list[int | None] = [None] * width
        before = [-1] * width
        path: list[int] = []
        open_columns = list(range(width))
        here = -1
        while True:
            current = row if here < 0 else self.owner[here]
            costs, offset = cost[current], self.rows[current]
            step, following = None, -1
            for j in open_columns:
                reduced = costs[j] - offset - self.columns[j]
                known = least[j]
                if known is None or reduced < known:
                    least[j] = known = reduced
                    before[j] = here
                if step is None or known < step:
                    step, following = known, j
            if step:
                self.rows[row] += step
                for j in path:
                    self.rows[self.owner[j]] += step
                    self.columns[j] -= step
                least = [None if one is None else one - step for one in least]
            here = following
            if self.owner[here] < 0:
                break
            path.append(here)
            open_columns.remove(here)
        while here >= 0:
            previous = before[here]
            self.owner[here] = row if previous < 0 else self.owner[previous]
            here = previous
