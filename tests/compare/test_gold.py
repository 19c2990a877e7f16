"""The development pairs may not get worse unseen. The set-aside halves are for the benchmark."""

from benchmarks.quality import GOLD, lines, score_labels

FLOORS = {"macro_f1": 0.92, "exact_set": 0.86, "harmful_recall": 0.945}


def test_development_pairs_hold():
    files = sorted(p for p in GOLD.glob("*.dev.jsonl") if "pairing" not in p.name)
    pairs = list(lines(files))
    figures, _ = score_labels(pairs)
    assert len(pairs) > 900
    assert {name: round(figures[name], 3) for name in FLOORS if figures[name] < FLOORS[name]} == {}


def test_gold_is_well_formed():
    seen: set[str] = set()
    for one in lines(sorted(GOLD.glob("*.jsonl"))):
        assert one["id"] not in seen, one["id"]
        seen.add(one["id"])
        assert "labels" in one or "pairs" in one
