"""Whatever people do, in whatever order: shelf, drawer, bon and debts are what the ledger says, in every unit."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from app.purchasing.operations import add_supplier
from tests.sales.counter import counter
from tests.stories.busy_gerai import BusyGerai
from tests.village import TestVillage

LIVES = settings(
    max_examples=16, stateful_step_count=16, deadline=None, suppress_health_check=list(HealthCheck)
)


def test_any_sequence_of_acts_leaves_stock_drawer_bon_and_debts_as_the_ledger_says(
    village: TestVillage,
) -> None:
    till = counter(village)
    makmur = int(add_supplier(village.occasion("agus"), name="UD Makmur", term_days=14).answer["supplier"])
    gerai = type("BusyGerai", (BusyGerai,), {"till": till, "makmur": makmur})
    run_state_machine_as_test(gerai, settings=LIVES)
