"""kill -9 of the serving process, under load."""

from pathlib import Path

import pytest

from tests.drills.conftest import Drill
from tests.drills.kill import KillDrill
from tests.drills.serving import Server


@pytest.mark.parametrize("kills", [5, pytest.param(50, marks=pytest.mark.drill)])
def test_no_acknowledged_sale_is_lost_or_doubled_when_the_server_is_killed(
    drill: Drill, kills: int, tmp_path: Path
) -> None:
    with Server(drill.url, tmp_path / "server.log") as server:
        killing = KillDrill(drill.app, drill.shop, server)
        for _ in range(kills):
            killing.kill_once()
        killing.settle()
