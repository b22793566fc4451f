"""The audit finds what is broken, names it, and finds nothing in honest books."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.books import DISTRICT
from app.books.queries import last_act
from app.foundation.database import db
from app.ledger.audit import CHAIN, FILE, audit, checks, faults_of, read_check
from app.ledger.hooks import OWN_CHECKS
from tests.ledger.history import BUILDING, GRANT, OWED, PETTY, live, spoil
from tests.ledger.raw import Forger, app_engine, owner_engine
from tests.village import TestVillage

Spoil = Callable[[Forger], Any]


def run(*statements: str) -> Spoil:
    return lambda forger: [forger.run(statement) for statement in statements]


def more(table: str, **values: Any) -> Spoil:
    return lambda forger: forger.insert(table, **values)


def line(entry_no: int, number: int, account: str, amount: Any, unit: str = "TOKO") -> Spoil:
    return lambda forger: forger.posting(entry_no, number, (account, amount, unit))


def both(*spoils: Spoil) -> Spoil:
    return lambda forger: [how(forger) for how in spoils]


def unlinked(forger: Forger) -> None:
    forger.run("UPDATE entry SET previous_hash = hash WHERE gerai_id = :g AND no = 4")


FROM = "WHERE gerai_id = :g AND"
BITES: list[tuple[str, str, Spoil]] = [
    (CHAIN, "entry 2 is not what its hash was made over", run(f"UPDATE posting SET amount = 701 {FROM} entry_no = 2 AND line = 1")),
    (CHAIN, "entry 2 is not what its hash was made over", run(f"UPDATE posting SET subledger = 'coop:2' {FROM} entry_no = 2 AND line = 1")),
    (CHAIN, "entry 4 is not what its hash was made over", run(f"UPDATE entry SET posted_on = '2026-11-26' {FROM} no = 4")),
    (CHAIN, "entry 4 is not what its hash was made over", run(f"UPDATE entry SET act_no = 1 {FROM} no = 4")),
    (CHAIN, "entry 4 does not carry the hash of entry 3", unlinked),
    (CHAIN, "entry 5 comes after entry 3: numbers are missing", run(f"DELETE FROM entry {FROM} no = 4")),
    (CHAIN, "the book's head is entry 5, the last entry is 4", run(f"DELETE FROM entry {FROM} no = 5")),
    (CHAIN, "the book's head is entry 4", run("UPDATE book SET head_no = 4 WHERE gerai_id = :g")),
    ("01_two_postings", "entry 5 has 1 postings", run(f"DELETE FROM posting {FROM} entry_no = 5 AND line = 1")),
    ("01_two_postings", "entry 5 has 0 postings", run(f"DELETE FROM posting {FROM} entry_no = 5")),
    ("01_two_postings", "entry 5 has 2 postings, or a gap", run(f"UPDATE posting SET line = 7 {FROM} entry_no = 5 AND line = 2")),
    ("02_balanced_in_each_unit", "entry 5 is off by 1 in unit TOKO", run(f"UPDATE posting SET amount = amount + 1 {FROM} entry_no = 5 AND line = 1")),
    ("02_balanced_in_each_unit", "entry 2 is off by 5 in unit KLINIK", run(f"UPDATE posting SET unit = 'KLINIK' {FROM} entry_no = 2 AND line = 3")),
    ("03_no_orphan_postings", "2 postings name entry 77", both(line(77, 1, PETTY, 5), line(77, 2, GRANT, -5))),
    ("05_reversals_mirror", "entry 3 does not mirror entry 1", run(f"UPDATE posting SET account = '{BUILDING}' {FROM} entry_no = 3 AND line = 1")),
    ("05_reversals_mirror", "entry 3 does not mirror entry 1", run(f"DELETE FROM posting {FROM} entry_no = 1 AND line = 1")),
    ("06_reversed_once", "entry 5 reverses entry 0, which is not an earlier one", run(f"UPDATE entry SET reverses_no = 0 {FROM} no = 5")),
    ("07_entries_in_one_period", "entry 5 of 2026-12-02 is in 0 periods", run(f"DELETE FROM period {FROM} starts_on = '2026-12-01'")),
    ("07_entries_in_one_period", "is in 2 periods", run(f"UPDATE period SET ends_on = '2026-12-31' {FROM} starts_on = '2026-11-01'")),
    ("08_periods_apart", "period 2026-11-01 overlaps period 2026-12-01", run(f"UPDATE period SET ends_on = '2026-12-31' {FROM} starts_on = '2026-11-01'")),
    ("09_period_states_have_acts", "period 2026-12-01 is locked, but not by act", run(f"UPDATE period SET state = 'locked' {FROM} starts_on = '2026-12-01'")),
    ("09_period_states_have_acts", "period 2026-11-01 is open, but not by act", run(f"UPDATE period SET state = 'open' {FROM} starts_on = '2026-11-01'")),
    ("10_reopened_by_a_second_person", "reopens a period that the same person closed", run(
        f"UPDATE act SET user_id = (SELECT max(user_id) FROM act AS a WHERE a.gerai_id = act.gerai_id AND a.kind = 'ledger.close_period') {FROM} kind = 'ledger.reopen_period'")),
    ("11_known_accounts_and_units", "posting names the unknown account 9-0000", run(f"UPDATE posting SET account = '9-0000' {FROM} entry_no = 5 AND line = 1")),
    ("11_known_accounts_and_units", "balance names the unknown account 9-0000", more("balance", account="9-0000", subledger="", amount=0)),
    ("11_known_accounts_and_units", "daily total names the unknown unit WARUNG", run(f"UPDATE daily_total SET unit = 'WARUNG' {FROM} posted_on = '2026-12-02'")),
    ("12_control_accounts_have_subledgers", f"posting 2/1 on {OWED} names no subledger", run(f"UPDATE posting SET subledger = '' {FROM} account = '{OWED}'")),
    ("13_balances_are_the_postings", f"balance {PETTY}  is off by 3", run(f"UPDATE balance SET amount = amount + 3 {FROM} account = '{PETTY}'")),
    ("13_balances_are_the_postings", f"balance {OWED} coop:1 is off by -700", run(f"DELETE FROM balance {FROM} account = '{OWED}'")),
    ("13_balances_are_the_postings", f"balance {OWED} coop:2 is off by 4", more("balance", account=OWED, subledger="coop:2", amount=4)),
    ("14_daily_totals_are_the_postings", f"daily total 2026-11-25 {BUILDING} KANTOR is off by debit 2, credit 2", run(
        f"UPDATE daily_total SET debit = debit + 2, credit = credit + 2 {FROM} account = '{BUILDING}'")),
    ("14_daily_totals_are_the_postings", "is off by debit -900, credit 0", run(f"DELETE FROM daily_total {FROM} posted_on = '2026-12-02'")),
    ("15_monthly_totals_are_the_postings", f"monthly total 2026-11 {BUILDING} KANTOR is off by debit 2, credit 0", run(
        f"UPDATE monthly_total SET debit = debit + 2 {FROM} account = '{BUILDING}'")),
    ("16_monthly_totals_are_the_daily", f"monthly total 2026-11 {BUILDING} KANTOR differs from its days by debit 2, credit 0", run(
        f"UPDATE monthly_total SET debit = debit + 2 {FROM} account = '{BUILDING}'")),
    ("17_balances_sum_to_zero", "the balances sum to 3", run(f"UPDATE balance SET amount = amount + 3 {FROM} account = '{PETTY}'")),
    ("18_acts_without_gaps", "acts, numbered 1 to", run(f"DELETE FROM act {FROM} no = 2")),
    ("19_counters", "the counter of acts stands at 1,", run(f"UPDATE counter SET last_no = 1 {FROM} kind = 'act'")),
    ("19_counters", "the counter of acts stands at 0,", run(f"DELETE FROM counter {FROM} kind = 'act'")),
    ("19_counters", "the counter of journals and the journals posted differ by 6", run(f"UPDATE counter SET last_no = 7 {FROM} kind = 'journal'")),
    ("20_entries_name_their_act", "entry 5 names act 999, which does not exist", run(f"UPDATE entry SET act_no = 999 {FROM} no = 5")),
    ("20_entries_name_their_act", "entry 5 names an earlier act than the entry before it", run(f"UPDATE entry SET act_no = 1 {FROM} no = 5")),
    ("22_closed_months_stay", "entry 4 of 2026-11-25 was posted after act", run(
        f"UPDATE period SET state_act_no = 1 {FROM} starts_on = '2026-11-01'")),
    ("21_real_days", "a monthly total of", run(f"UPDATE monthly_total SET month_on = '2026-12-05' {FROM} month_on = '2026-12-01'")),
    ("21_real_days", "a period runs from 2026-12-02", run(f"UPDATE period SET starts_on = '2026-12-02' {FROM} starts_on = '2026-12-01'")),
]  # fmt: skip
# What PostgreSQL's own types and unique keys keep out even where no trigger and no foreign key holds.
SQLITE_BITES: list[tuple[str, str, Spoil]] = [
    ("04_whole_rupiah", "posting 5/1 is 0.5", run(f"UPDATE posting SET amount = 0.5 {FROM} entry_no = 5 AND line = 1")),
    ("04_whole_rupiah", "posting 5/1 is sembilan", run(f"UPDATE posting SET amount = 'sembilan' {FROM} entry_no = 5 AND line = 1")),
    ("04_whole_rupiah", "posting 5/3 is 0", line(5, 3, PETTY, 0)),
    ("04_whole_rupiah", "is 5.5", run(f"UPDATE balance SET amount = 5.5 {FROM} account = '{PETTY}'")),
    ("04_whole_rupiah", "daily total 2026-12-02", run(f"UPDATE daily_total SET debit = 0.1 {FROM} posted_on = '2026-12-02'")),
    ("04_whole_rupiah", "monthly total 2026-12-01", run(f"UPDATE monthly_total SET credit = 0.1 {FROM} month_on = '2026-12-01'")),
    ("06_reversed_once", "entry 1 is reversed 2 times", run("DROP INDEX uq_entry_reverses", f"UPDATE entry SET reverses_no = 1 {FROM} no = 4")),
    ("21_real_days", "entry 5 is of besok", run(f"UPDATE entry SET occurred_on = 'besok' {FROM} no = 5")),
    (CHAIN, "entry 5 is not what its hash was made over", run(f"UPDATE entry SET occurred_on = '20261202' {FROM} no = 5")),
    (CHAIN, "entry 5 is not what its hash was made over", run(f"UPDATE entry SET occurred_on = 'besok' {FROM} no = 5")),
    (FILE, "rows of posting name a row of entry that does not exist", line(77, 1, PETTY, 5)),
    (FILE, "CHECK constraint failed in posting", run(f"UPDATE posting SET amount = 0.5 {FROM} entry_no = 5 AND line = 1")),
]  # fmt: skip
POSTGRESQL_BITES: list[tuple[str, str, Spoil]] = [
    ("04_whole_rupiah", "posting 5/3 is 0", both(run("ALTER TABLE posting DROP CONSTRAINT ck_posting_amount_not_zero"), line(5, 3, PETTY, 0))),
    ("04_whole_rupiah", "posting 5/1 is 0.5", run(
        "ALTER TABLE posting ALTER COLUMN amount TYPE numeric", "ALTER TABLE posting DROP CONSTRAINT ck_posting_amount_is_whole",
        f"UPDATE posting SET amount = 0.5 {FROM} entry_no = 5 AND line = 1")),
    ("06_reversed_once", "entry 1 is reversed 2 times", run("DROP INDEX uq_entry_reverses", f"UPDATE entry SET reverses_no = 1 {FROM} no = 4")),
]  # fmt: skip


def names(bites: list[tuple[str, str, Spoil]]) -> Any:
    return pytest.mark.parametrize(
        "check, fault, how", bites, ids=[f"{check}: {fault}" for check, fault, _ in bites]
    )


@pytest.fixture
def lived(village: TestVillage) -> TestVillage:
    live(village)
    return village


def bites(village: TestVillage, check: str, fault: str, how: Spoil) -> None:
    spoil(village, how)
    found = audit().faults
    ours = [it.text for it in found if it.check in (check, f"ledger/{check}")]
    assert any(fault in it for it in ours), found
    assert {it.gerai_id for it in found} <= {village.gerai_id, None}
    for query in [it for it in checks() if it.name == f"ledger/{check}"]:
        session = db.session()
        assert fault in "".join(it.text for it in faults_of(session, query, village.gerai_id))
        assert faults_of(session, query, village.other_gerai_id) == []


def test_honest_books_have_no_fault(lived: TestVillage) -> None:
    report = audit()
    assert report.faults == []
    assert report.counts["book"] == 3
    assert (report.counts["entry"], report.counts["posting"]) == (5, 12)
    assert {check.name for check in checks()} | {CHAIN} <= set(report.rules)
    of_one = audit(lived.gerai_id)
    assert of_one.faults == [] and of_one.counts["entry"] == 5
    assert audit(lived.other_gerai_id).counts["entry"] == 0


@names(BITES)
def test_a_check_bites(lived: TestVillage, check: str, fault: str, how: Spoil) -> None:
    bites(lived, check, fault, how)


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
@names(SQLITE_BITES)
def test_a_check_bites_on_sqlite(lived: TestVillage, check: str, fault: str, how: Spoil) -> None:
    bites(lived, check, fault, how)


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
@names(POSTGRESQL_BITES)
def test_a_check_bites_on_postgresql(lived: TestVillage, check: str, fault: str, how: Spoil) -> None:
    bites(lived, check, fault, how)


@pytest.mark.parametrize("engine_bites", [SQLITE_BITES, POSTGRESQL_BITES], ids=["sqlite", "postgresql"])
def test_every_query_of_the_ledger_has_a_test_that_makes_it_bite(
    engine_bites: list[tuple[str, str, Spoil]],
) -> None:
    assert {path.stem for path in OWN_CHECKS.glob("*.sql")} <= {check for check, _, _ in BITES + engine_bites}


def test_every_query_says_its_rule(village: TestVillage) -> None:
    for check in checks():
        assert check.rule.endswith("."), f"{check.name}: its first line is a comment that says the rule"


def test_a_query_that_cannot_run_is_a_fault(village: TestVillage, tmp_path: Path) -> None:
    folder = tmp_path / "room" / "consistency"
    folder.mkdir(parents=True)
    (folder / "01_broken.sql").write_text("-- Nothing.\nSELECT gerai_id, fault FROM nowhere;\n")
    [fault] = faults_of(db.session(), read_check(folder / "01_broken.sql"), None)
    assert fault.check == "room/01_broken" and "could not run" in fault.text
    assert audit().faults == []


def command(village: TestVillage, *words: str) -> Any:
    return village.app.test_cli_runner().invoke(args=["ledger", *words])


def in_book(village: TestVillage, gerai_id: int) -> dict[str, Any]:
    with village.app.app_context():
        act = last_act(gerai_id, "ledger.audit")
        return json.loads(act.answer) if act else {}


def test_the_command_prints_what_it_checked_and_leaves_it_as_an_act(own_village: TestVillage) -> None:
    with own_village.app.app_context():
        live(own_village)
    result = command(own_village, "audit")
    assert result.exit_code == 0, result.output
    assert "ok  ledger/02_balanced_in_each_unit: Every entry balances" in result.output
    assert "on 3 books, 5 entries, 12 postings" in result.output and "Faults: 0" in result.output
    left = in_book(own_village, DISTRICT)
    assert left["faults"] == 0 and left["checked"]["entry"] == 5


def test_the_command_names_each_fault_and_exits_1(own_village: TestVillage) -> None:
    with own_village.app.app_context():
        live(own_village)
        url = own_village.app.config["DATABASE_URL"]
    with owner_engine(url).begin() as connection:
        connection.execute(text("UPDATE balance SET amount = amount + 3 WHERE account = '1-1120'"))
    result = command(own_village, "audit")
    assert result.exit_code == 1
    assert f"{own_village.code}: balance 1-1120  is off by 3" in result.output
    assert f"{own_village.code}: the balances sum to 3" in result.output
    assert in_book(own_village, DISTRICT)["faults"] == 2
    as_json = json.loads(command(own_village, "audit", "--json").output)
    assert {
        "gerai": own_village.code,
        "check": "ledger/17_balances_sum_to_zero",
        "fault": "the balances sum to 3",
    } in as_json["faults"]
    assert command(own_village, "audit", "--gerai", own_village.other_code).exit_code == 0


def test_the_audit_of_one_gerai_is_left_in_its_own_book(own_village: TestVillage) -> None:
    result = command(own_village, "audit", "--gerai", own_village.code)
    assert result.exit_code == 0 and "on 1 books" in result.output
    assert in_book(own_village, own_village.gerai_id)["checked"]["book"] == 1
    assert in_book(own_village, DISTRICT) == {}
    assert command(own_village, "audit", "--gerai", "35.05.99.9999").exit_code == 2


def test_a_book_that_cannot_take_the_result_is_told_of(own_village: TestVillage) -> None:
    with app_engine(own_village.app.config["DATABASE_URL"]).begin() as connection:
        connection.execute(text("UPDATE counter SET last_no = 1 WHERE gerai_id = 0 AND kind = 'act'"))
    result = command(own_village, "audit")
    assert result.exit_code == 1
    assert "the counter of acts stands at 1" in result.output and "could not be left" in result.output
