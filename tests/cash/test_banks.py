"""The bank's file: read as banks write it, kept once, and matched to what the gerai took."""

from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from app.cash import queries
from app.cash.operations import add_bank, give_cash, import_statement, match_line, set_mdr
from app.cash.refusals import (
    BankExists,
    DepositDiffers,
    EntryDiffers,
    FeeTooLarge,
    LineMatched,
    LineOtherWay,
    TakingsDiffer,
    TakingsLess,
)
from app.cash.settlement import Takings, fees_by_unit, mdr, span_for
from app.cash.statement import NotAStatement, read_amount, read_day, read_statement
from app.foundation.database import db, unit_of_work
from app.ledger.draft import credit, debit
from app.ledger.operations import post_journal
from tests.cash.drawer import QRIS, balance, opened, taken
from tests.inventory.faults import faults
from tests.village import MORNING, TestVillage

TODAY = MORNING.date()
HEAD = "Tanggal;Keterangan;Debet;Kredit;Saldo\n"


@pytest.mark.parametrize(
    "text_, amount",
    [
        ("1.234.567,00", 1_234_567), ("1,234,567.00", 1_234_567), ("1234567", 1_234_567), ("1.234.567", 1_234_567),
        ("Rp 50.000", 50_000), ("50.000,00 DB", -50_000), ("50.000 CR", 50_000), ("-6.500", -6_500), ("(6.500,00)", -6_500),
        ("-", 0), ("", 0), ("0,00", 0), ("500", 500), ("1.000", 1_000),
    ],
)  # fmt: skip
def test_amounts_are_read_as_banks_write_them(text_: str, amount: int) -> None:
    assert read_amount(text_) == amount


@pytest.mark.parametrize("text_", ["12,50", "1.23.4", "abc", "1e5", "1.000,5", "1,2,3", "9" * 17])
def test_what_is_no_whole_rupiah_is_refused(text_: str) -> None:
    with pytest.raises(ValueError, match=r"no_amount|sen"):
        read_amount(text_)


@pytest.mark.parametrize(
    "text_",
    ["23/11/2026", "23-11-26", "2026-11-23", "23 Nov 2026", "23 November 2026", "23/11/2026 08:15:00"],
)
def test_days_are_read_as_banks_write_them(text_: str) -> None:
    assert read_day(text_) == TODAY


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text_: str) -> None:
    with suppress(NotAStatement):
        read_statement(HEAD + text_, TODAY)


@given(st.integers(-(10**12), 10**12))
def test_every_whole_amount_survives_being_written_in_indonesian(amount: int) -> None:
    assert read_amount(f"{amount:,}".replace(",", ".") + ",00") == amount


def test_a_file_says_which_of_its_lines_are_bad_and_loses_none() -> None:
    lines = "23/11/2026;QRIS;0;10.000;10.000\n31/02/2026;salah;0;1;1\n23/11/2026;sen;0;1,50;1\n24/11/2026;besok;0;5;5\nTotal;;0;1;1\n"
    found = read_statement("Rekening;123\n" + HEAD + lines, TODAY)
    assert [line.amount for line in found.lines] == [10_000]
    assert [(bad.number, bad.why) for bad in found.bad] == [(4, "no_day"), (5, "sen"), (6, "future")]
    with pytest.raises(NotAStatement):
        read_statement("a;b;c\n1;2;3\n", TODAY)


def test_one_column_of_amounts_with_cr_and_db_is_enough() -> None:
    found = read_statement(
        'Tgl,Uraian,Mutasi\n"23/11/2026","ADM","6,500.00 DB"\n23/11/2026,X,"1,000.00 CR"\n', TODAY
    )
    assert [line.amount for line in found.lines] == [-6_500, 1_000]


def account(village: TestVillage) -> int:
    done = add_bank(
        village.occasion("wati"), bank="BRI", number="0012019876", holder="Koperasi", mdr_basis_points=30
    )
    return int(done.answer["bank"])


def imported(village: TestVillage, lines: str, bank: int = 1) -> dict[str, Any]:
    return import_statement(
        village.occasion("wati"), bank_no=bank, statement=read_statement(HEAD + lines, TODAY)
    ).answer


def matched(village: TestVillage, line: int, kind: str, **facts: Any) -> dict[str, Any]:
    return match_line(village.occasion("wati"), line_no=line, kind=kind, **facts).answer


def test_the_same_file_twice_brings_nothing_twice(village: TestVillage) -> None:
    account(village)
    twins = "23/11/2026;KOPI;0;5.000;5.000\n23/11/2026;KOPI;0;5.000;5.000\n"
    assert imported(village, twins)["fresh"] == 2
    assert imported(village, twins)["fresh"] == 0
    assert imported(village, twins + "23/11/2026;TEH;0;1.000;6.000\n")["fresh"] == 1
    with pytest.raises(BankExists):
        account(village)


def test_qris_reaches_the_bank_less_what_the_provider_keeps(village: TestVillage) -> None:
    account(village)
    shift = opened(village)
    taken(village, shift, 150_000, 100_000, kind="qris")
    imported(village, "23/11/2026;QRIS SETTLEMENT;0;249.250;249.250\n")
    line = queries.bank_line(village.gerai_id, 1)
    bank = queries.bank(village.gerai_id, 1)
    assert line is not None and bank is not None
    found = queries.suggestion(village.gerai_id, bank, line.BankLine)
    assert found is not None and (found.kind, found.days) == ("qris", (TODAY,))
    assert matched(village, 1, "qris", days=(TODAY.isoformat(),))["fee"] == 750
    assert (balance(village, QRIS, "qris"), balance(village, "1-1200", "bank:1")) == (0, 249_250)
    assert balance(village, "6-1710") == 750
    assert queries.open_takings(village.gerai_id, "qris", since=TODAY) == []
    with pytest.raises(LineMatched):
        matched(village, 1, "qris", days=(TODAY.isoformat(),))
    assert faults() == []


def test_a_match_that_does_not_add_up_is_refused(village: TestVillage) -> None:
    account(village)
    shift = opened(village)
    taken(village, shift, 100_000, kind="qris")
    taken(village, shift, 50_000, kind="transfer")
    imported(
        village,
        "23/11/2026;a;0;100.001;1\n23/11/2026;b;0;90.000;1\n23/11/2026;c;0;49.999;1\n23/11/2026;d;1.000;0;1\n",
    )
    day = (TODAY.isoformat(),)
    wrong = (
        (1, "qris", TakingsLess, {"days": day}),
        (2, "qris", FeeTooLarge, {"days": day}),
        (3, "transfer", TakingsDiffer, {"days": day}),
        (4, "qris", LineOtherWay, {"days": day}),
        (4, "interest", LineOtherWay, {}),
        (1, "fee", LineOtherWay, {}),
        (1, "recorded", EntryDiffers, {"entry_no": 1}),
    )
    for line, kind, refusal, facts in wrong:
        with pytest.raises(refusal):
            matched(village, line, kind, **facts)
    assert faults() == []


def test_fees_and_interest_are_the_banks_own(village: TestVillage) -> None:
    account(village)
    imported(village, "23/11/2026;BIAYA ADM;6.500;0;1\n23/11/2026;BUNGA;0;1.250;1\n")
    bank = queries.bank(village.gerai_id, 1)
    assert bank is not None
    kinds = []
    for no in (1, 2):
        line = queries.bank_line(village.gerai_id, no)
        assert line is not None
        found = queries.suggestion(village.gerai_id, bank, line.BankLine)
        assert found is not None
        kinds.append(matched(village, no, found.kind)["kind"])
    assert kinds == ["fee", "interest"]
    assert (balance(village, "8-1100"), balance(village, "7-1100")) == (6_500, -1_250)
    assert faults() == []


def test_the_banks_line_is_the_hand_that_received_a_deposit(village: TestVillage) -> None:
    account(village)
    shift = opened(village)
    taken(village, shift, 80_000)
    facts = {"origin": "drawer", "destination": "bank", "note": "", "shift_no": shift, "bank_no": 1}
    give_cash(village.occasion("budi"), amount=50_000, **facts)
    imported(village, "23/11/2026;SETOR;0;50.000;1\n23/11/2026;SETOR;0;40.000;1\n")
    with pytest.raises(DepositDiffers):
        matched(village, 2, "deposit", transfer_no=1)
    matched(village, 1, "deposit", transfer_no=1)
    assert (balance(village, "1-1130"), balance(village, "1-1200", "bank:1")) == (0, 50_000)
    assert by_unit_of_bank(village) == {"TOKO": 50_000}
    assert faults() == []


def by_unit_of_bank(village: TestVillage) -> dict[str, int]:
    from tests.cash.drawer import by_unit

    return by_unit(village, "1-1200")


def test_what_is_in_the_journal_already_is_recognised_once(village: TestVillage) -> None:
    account(village)
    lines = (debit("6-1100", "KANTOR", 500_000), credit("1-1200", "KANTOR", 500_000, "bank:1"))
    done = post_journal(village.occasion("wati"), on=TODAY, lines=lines, note="Honor bulan ini")
    imported(village, "23/11/2026;TRF HONOR;500.000;0;1\n23/11/2026;TRF LAGI;500.000;0;1\n")
    entry = int(done.answer["entry"] or 0)
    assert matched(village, 1, "recorded", entry_no=entry)["entry"] == entry
    with pytest.raises(EntryDiffers):
        matched(village, 2, "recorded", entry_no=entry)


def test_the_rate_is_a_setting(village: TestVillage) -> None:
    account(village)
    assert set_mdr(village.occasion("wati"), bank_no=1, mdr_basis_points=70).answer["before"] == 30
    assert mdr(100_000, 70) == 700


def test_a_run_of_days_is_found_by_its_sum() -> None:
    days = [
        Takings(date(2026, 11, day), {"TOKO": amount})
        for day, amount in ((19, 10_000), (20, 25_000), (21, 40_000))
    ]
    assert span_for(65_000 - 195, date(2026, 11, 23), days, 30) == (date(2026, 11, 20), date(2026, 11, 21))
    assert span_for(25_000, date(2026, 11, 20), days, 0) == (date(2026, 11, 20),)
    assert span_for(40_000, date(2026, 11, 20), days, 0) == ()


@given(st.dictionaries(st.sampled_from("abc"), st.integers(1, 10**6), min_size=1), st.integers(0, 10**5))
def test_a_fee_is_borne_whole(by_unit: dict[str, int], fee: int) -> None:
    assert sum(fees_by_unit(by_unit, fee).values()) == fee


BREAKS = {
    "51_qris": "INSERT INTO tender (gerai_id, source, source_no, line, shift_no, unit, kind, amount, given)"
    " VALUES (:g, 'x', 1, 1, 1, 'TOKO', 'transfer', 5, 5)",
    "50_drawers": "INSERT INTO drawer_move (gerai_id, source, source_no, line, shift_no, unit, amount)"
    " VALUES (:g, 'x', 1, 1, 1, 'TOKO', 5)",
    "53_on_the_way": "INSERT INTO balance (gerai_id, account, subledger, amount) VALUES (:g, '1-1130', 'x', 5)",
    "54_hands": "INSERT INTO cash_receipt (gerai_id, transfer_no, amount, reason, received_at, received_by, entry_no, act_no)"
    " SELECT gerai_id, no, amount, '', given_at, given_by, entry_no, act_no FROM cash_transfer WHERE gerai_id = :g",
    "55_drawer_moves": "INSERT INTO drawer_move (gerai_id, source, source_no, line, shift_no, unit, amount)"
    " VALUES (:g, 'cash.movement', 99, 1, 1, 'TOKO', 5)",
    "56_settlements": "INSERT INTO bank_match (gerai_id, line_no, kind, gross, fee, entry_no, matched_at, matched_by, act_no)"
    " SELECT :g, 1, 'qris', 5000, 0, 1, given_at, given_by, act_no FROM cash_transfer WHERE gerai_id = :g",
    "57_surprises": "INSERT INTO surprise_count (gerai_id, no, place, counted, expected, witness_id, counted_at, counted_by, act_no)"
    " SELECT :g, 9, 'safe', 5, 5, given_by, given_at, given_by, act_no FROM cash_transfer WHERE gerai_id = :g",
    "58_decisions": "INSERT INTO difference_decision"
    " (gerai_id, no, origin, origin_no, outcome, amount, reason, decided_at, decided_by, entry_no, act_no)"
    " SELECT :g, 9, 'shift', 1, 'income', 5, '', given_at, given_by, 1, act_no FROM cash_transfer WHERE gerai_id = :g",
}


@pytest.mark.parametrize("check, sql", BREAKS.items())
def test_what_does_not_agree_is_found(village: TestVillage, check: str, sql: str) -> None:
    account(village)
    shift = opened(village)
    give_cash(
        village.occasion("budi"), origin="drawer", destination="safe", amount=9_000, note="", shift_no=shift
    )
    imported(village, "23/11/2026;x;0;5.000;1\n")
    assert faults() == []
    with unit_of_work() as session:
        session.execute(text(sql), {"g": village.gerai_id})
    db.session.expire_all()
    assert any(found.startswith(f"cash/{check}:") for found in faults()), faults()
