"""A general journal entry by hand, and its reversal: once, within the limit, and never half."""

import re
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from app.foundation.database import db
from app.ledger import queries
from app.ledger.hooks import of
from app.ledger.models import Balance, Entry, EntryNote
from app.ledger.operations import Limit, post_journal
from app.ledger.refusals import AmountOverLimit
from tests.conftest import signed_in_as
from tests.ledger.desk import (
    CASH,
    NOON,
    PAPER,
    PARTED,
    POWER,
    TODAY,
    bill_typed,
    post,
    power_bill,
    set_clock,
    text_of,
    typed,
    url,
)
from tests.village import TestVillage

POSTING = "entries/new"


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, NOON)


def entries(village: TestVillage) -> int:
    query = select(func.count()).select_from(Entry).where(Entry.gerai_id == village.gerai_id)
    return int(db.session.scalar(query) or 0)


def refused(village: TestVillage, form: dict[str, Any], sentence: str, *kept: str, who: str = "wati") -> str:
    """Send a form that must be refused with ``sentence``, keeping what was typed and changing nothing."""
    before = entries(village)
    with signed_in_as(village.app, village.users[who]) as client:
        answer = client.post(url(village, POSTING), data=form)
    assert answer.status_code == 422
    assert sentence in answer.text, re.findall(r'class="error".*?</p>|<h2>.*?</h2>', answer.text)
    for each in kept:
        assert f'value="{each}"' in answer.text, each
    assert f'value="{form["reference"]}"' in answer.text
    assert entries(village) == before
    return answer.text


def error_at(html: str, field: str) -> str:
    return re.findall(rf'id="{field}-error".*?<span>(.*?)</span>', html)[0]


def test_the_treasurer_posts_a_bill(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["wati"]) as client:
        answer = client.post(url(village, POSTING), data=bill_typed())
        assert answer.status_code == 303 and answer.location.endswith("/ledger/entries/1")
        assert "Ayat 1 sudah dicatat." in text_of(client, answer.location)
    lines = queries.postings(village.gerai_id, [1])[1]
    assert [(line.account, line.unit, line.amount) for line in lines] == [
        (POWER, "TOKO", 350_000),
        (CASH, "TOKO", -350_000),
    ]
    assert queries.note(village.gerai_id, 1) == "Bayar listrik"


def test_a_double_click_posts_once(village: TestVillage) -> None:
    form = bill_typed()
    with signed_in_as(village.app, village.users["wati"]) as client:
        answers = [client.post(url(village, POSTING), data=form) for _ in range(3)]
        assert {answer.location for answer in answers} == {answers[0].location}
        other = client.post(url(village, POSTING), data=form | {"note": "Lain"})
        assert other.status_code == 409
    assert entries(village) == 1


def test_a_line_goes_to_a_part_of_a_control_account(village: TestVillage) -> None:
    form = typed(
        {"account": PAPER, "debit": "20.000"},
        {"account": PARTED, "credit": "Rp 20.000", "subledger": "supplier:3"},
    )
    with signed_in_as(village.app, village.users["dewi"]) as client:
        assert client.post(url(village, POSTING), data=form).status_code == 303
    assert db.session.get_one(Balance, (village.gerai_id, PARTED, "supplier:3")).amount == -20_000


@pytest.mark.parametrize(
    "amount", ["12.5", "1e9", "NaN", "-5", "12,50", "9" * 20, "duabelas", "\N{FULLWIDTH DIGIT ONE}2"]
)
def test_an_amount_that_is_not_whole_rupiah_is_refused_at_its_field(
    village: TestVillage, amount: str
) -> None:
    html = refused(village, bill_typed(amount), "Tulis rupiah bulat tanpa sen", amount, "Bayar listrik")
    assert "Tulis rupiah bulat" in error_at(html, "lines-0-debit")


@pytest.mark.parametrize(
    "lines, field, sentence",
    [
        ([{"account": "listrik", "debit": "5"}], "lines-0-account", "Pilih akun dari daftar"),
        ([{"account": "9-9999", "debit": "5"}, {"account": CASH, "credit": "5"}], "lines-0-account", "Akun 9-9999 tidak ada"),
        ([{"debit": "5"}, {"account": CASH, "credit": "5"}], "lines-0-account", "Baris 1: pilih akunnya"),
        ([{"account": POWER, "debit": "5", "credit": "5"}], "lines-0-debit", "Baris 1: isi salah satu saja"),
        ([{"account": POWER, "debit": "5"}, {"account": CASH}], "lines-1-debit", "Baris 2: isi salah satu saja"),
        ([{"account": POWER, "debit": "5"}, {"account": PARTED, "credit": "5"}], "lines-1-subledger", "perlu rincian"),
        ([{"account": POWER, "debit": "5", "subledger": "x"}, {"account": CASH, "credit": "5"}], "lines-0-subledger", "tidak memakai rincian"),
        ([{"account": POWER, "debit": "5"}, {"account": PARTED, "credit": "5", "subledger": "a|1-1100"}], "lines-1-subledger", "hanya boleh berisi huruf"),
        ([{"account": POWER, "debit": "5", "unit": "BULAN"}, {"account": CASH, "credit": "5"}], "lines-0-unit", "Unit BULAN tidak ada"),
    ],
)  # fmt: skip
def test_a_wrong_line_is_refused_at_its_field(
    village: TestVillage, lines: list[dict[str, str]], field: str, sentence: str
) -> None:
    html = refused(village, typed(*lines), sentence, "5")
    assert sentence in error_at(html, field)
    assert f'href="#{field}"' in html


def test_an_entry_that_does_not_balance_in_each_unit_is_refused(village: TestVillage) -> None:
    lines = ({"account": POWER, "debit": "5.000"}, {"account": CASH, "credit": "5.000", "unit": "USP"})
    refused(village, typed(*lines), "Debit dan kredit unit TOKO berselisih Rp5.000", "5.000", CASH)
    refused(village, typed(*lines[:1]), "paling sedikit dua baris")
    refused(village, typed(), "paling sedikit dua baris")


def test_an_account_that_moves_by_its_documents_is_refused_and_not_offered(village: TestVillage) -> None:
    reserved = of(village.app).reserved
    reserved[POWER] = "tests"
    try:
        html = refused(village, bill_typed(), f"Akun {POWER} bergerak lewat dokumennya sendiri")
        assert f'<option value="{POWER} ' not in html and f'<option value="{PAPER} ' in html
    finally:
        del reserved[POWER]


@pytest.mark.parametrize(
    "on, sentence",
    [
        ("2026-11-24", "Tanggalnya belum tiba"),
        ("9999-12-31", "Tanggalnya belum tiba"),
        ("2026-10-31", "Bulan ini belum ada di pembukuan gerai"),
        ("0001-01-01", "Bulan ini belum ada di pembukuan gerai"),
        ("2026-02-30", "Tanggal ini tidak terbaca. Tulis seperti 23/11/2026."),
        ("31/10/2026", "Bulan ini belum ada di pembukuan gerai"),
        ("", "Wajib diisi"),
    ],
)
def test_a_day_that_cannot_be_posted_to_is_refused_at_its_field(
    village: TestVillage, on: str, sentence: str
) -> None:
    html = refused(village, bill_typed(on=on), sentence, "350.000")
    assert sentence in error_at(html, "on")


def test_a_note_is_needed_and_is_one_line_of_words(village: TestVillage) -> None:
    for note, sentence in (
        ("", "Wajib diisi"),
        (" \x01 \n", "Wajib diisi"),
        ("x" * 201, "Paling banyak 200"),
    ):
        assert sentence in error_at(refused(village, bill_typed(note=note), sentence), "note")
    with signed_in_as(village.app, village.users["wati"]) as client:
        assert (
            client.post(url(village, POSTING), data=bill_typed(note="Bayar\x01\r\nlistrik ")).status_code
            == 303
        )
    assert queries.note(village.gerai_id, 1) == "Bayar listrik"


def test_a_form_without_its_reference_is_refused(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["wati"]) as client:
        for reference in ("", "abc", "x" * 500):
            answer = client.post(url(village, POSTING), data=bill_typed() | {"reference": reference})
            assert answer.status_code == 422 and "Formulir ini rusak" in answer.text
    assert entries(village) == 0


def test_more_lines_than_the_form_has_are_not_taken(village: TestVillage) -> None:
    form = bill_typed() | {"lines-99-account": POWER, "lines-99-debit": "1", "lines-x-debit": "1"}
    refused(village, form | {"lines-1-credit": ""}, "isi salah satu saja")


def test_the_treasurers_limit_holds_in_the_act_and_the_managers_has_none(village: TestVillage) -> None:
    over = bill_typed("25.000.001")
    html = refused(
        village, over, "Jumlah debit Rp25.000.001 melewati batas Anda, yaitu Rp25.000.000", "25.000.001"
    )
    assert "Batas Anda Rp25.000.000" in html
    halves = [{"account": POWER, "debit": "12.500.001"}, {"account": PAPER, "debit": "12.500.000"}]
    refused(village, typed(*halves, {"account": CASH, "credit": "25.000.001"}), "melewati batas Anda")
    with signed_in_as(village.app, village.users["wati"]) as client:
        assert client.post(url(village, POSTING), data=bill_typed("25.000.000")).status_code == 303
    with signed_in_as(village.app, village.users["dewi"]) as client:
        assert "Batas Anda" not in text_of(client, url(village, POSTING))
        assert client.post(url(village, POSTING), data=over).status_code == 303
    assert entries(village) == 2


def test_the_limit_is_no_part_of_what_was_posted(village: TestVillage) -> None:
    reference, facts = str(uuid4()), {"on": TODAY, "lines": power_bill(5_000), "note": "Listrik"}
    with pytest.raises(AmountOverLimit):
        post_journal(village.occasion("wati", NOON, reference), limit=Limit(4_999), **facts)
    first = post_journal(village.occasion("wati", NOON, reference), limit=Limit(5_000), **facts)
    again = post_journal(village.occasion("dewi", NOON, reference), limit=Limit(None), **facts)
    assert first.fresh and not again.fresh and again.answer == first.answer


def test_only_who_may_post_finds_the_form(village: TestVillage) -> None:
    for who, status in (
        ("wati", 200),
        ("dewi", 200),
        ("joko", 403),
        ("slamet", 403),
        ("endah", 403),
        ("tono", 404),
    ):
        with signed_in_as(village.app, village.users[who]) as client:
            assert client.get(url(village, POSTING)).status_code == status
            if status != 200:
                assert client.post(url(village, POSTING), data=bill_typed()).status_code == status
    assert entries(village) == 0


def test_an_entry_is_reversed_once_with_a_reason(village: TestVillage) -> None:
    no, form = post(village, power_bill()), {"reference": str(uuid4()), "note": "Dobel catat"}
    reversal = url(village, f"entries/{no}/reversal")
    with signed_in_as(village.app, village.users["wati"]) as client:
        answer = client.post(reversal, data=form | {"note": ""})
        assert answer.status_code == 422 and "Wajib diisi" in error_at(answer.text, "note")
        assert '<details class="confirm" open>' in answer.text
        first, again = (client.post(reversal, data=form) for _ in range(2))
        assert first.status_code == again.status_code == 303 and first.location == again.location
        assert "Ayat 1 sudah dibalik oleh ayat 2." in text_of(client, first.location)
        other = client.post(reversal, data=form | {"reference": str(uuid4())})
        assert other.status_code == 422 and "Ayat ini sudah dibalik" in other.text
        mirror = client.post(url(village, "entries/2/reversal"), data=form | {"reference": str(uuid4())})
        assert mirror.status_code == 422 and "Ayat pembalik tidak dapat dibalik" in mirror.text
    assert entries(village) == 2
    assert {line.closing for line in queries.trial_balance(village.gerai_id, TODAY)} == {0}
    assert db.session.get_one(EntryNote, (village.gerai_id, 2)).text == "Dobel catat"


def test_who_may_not_reverse_cannot(village: TestVillage) -> None:
    no = post(village, power_bill())
    for who, status in (("joko", 403), ("slamet", 403), ("endah", 403), ("budi", 403), ("tono", 404)):
        with signed_in_as(village.app, village.users[who]) as client:
            form = {"reference": str(uuid4()), "note": "Coba"}
            assert client.post(url(village, f"entries/{no}/reversal"), data=form).status_code == status
    assert entries(village) == 1
