"""The moving average against figures that were worked by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.inventory.average import Level, issue, receive

VECTORS = json.loads((Path(__file__).parent.parent / "vectors" / "moving_average.json").read_text())[
    "vectors"
]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_every_step_costs_and_leaves_what_was_worked_out_by_hand(vector: dict[str, Any]) -> None:
    level, variances = Level(), []
    for what, quantity, cost, left in vector["steps"]:
        variance = 0
        if what == "in":
            level, _, variance = receive(level, quantity * 1000, cost)
        else:
            level, went = issue(level, quantity * 1000)
            assert went == cost
        variances.append(variance)
        assert [level.quantity_milli, level.value] == [left[0] * 1000, left[1]]
    assert variances == vector.get("variances", [0] * len(variances))
