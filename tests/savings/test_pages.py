"""The counter on the screen: find, take, print; and who may."""

from typing import Any
from uuid import uuid4

from flask.testing import FlaskClient

from app.foundation.clock import now
from app.foundation.database import db
from app.foundation.dates import local_date, month_start
from app.members.queries import member_facts
from app.savings import queries
from app.savings.models import SavingsMovement
from tests.conftest import signed_in_as
from tests.members.people import SITI_NIK, candidate
from tests.savings.counter import POKOK, WAJIB, opened_counter
from tests.village import TestVillage


def send(client: FlaskClient, village: TestVillage, no: int, kind: str, **fields: str) -> Any:
    typed = {"reference": str(uuid4()), "tender": "cash", **fields}
    return client.post(f"/g/{village.code}/savings/members/{no}/{kind}", data=typed)


def test_the_teller_makes_a_member_and_prints_the_receipt(village: TestVillage) -> None:
    opened_counter(village)
    no = candidate(village)
    with signed_in_as(village.app, village.users["yuni"]) as client:
        found = client.get(f"/g/{village.code}/savings?q=siti").text
        assert "Siti Aminah" in found and f"/savings/members/{no}/pokok" in found
        form = client.get(f"/g/{village.code}/savings/members/{no}/pokok").text
        assert 'value="100.000"' in form
        done = send(client, village, no, "pokok", amount="100.000", given="150.000")
        assert done.status_code == 303
        paper = client.get(done.location).text
        for words in ("Kuitansi simpanan", "Simpanan pokok", "100.000", "Kembali", "50.000", "Siti Aminah"):
            assert words in paper
        wide = client.get(done.location + "?width=80").text
        assert "receipt-80" in wide
        page = client.get(f"/g/{village.code}/members/{no}").text
        assert "Jumlah simpanan" in page and "Rp100.000" in page
    facts = member_facts(village.gerai_id, no)
    assert facts is not None and facts.is_member


def test_a_receipt_has_32_columns_of_ascii(village: TestVillage) -> None:
    opened_counter(village)
    no = candidate(village, "Raden Mas Sosrokartono Tjokroadiningrat", SITI_NIK)
    with signed_in_as(village.app, village.users["yuni"]) as client:
        paper = client.get(send(client, village, no, "pokok", amount="40000").location).text
    strip = paper.split('<pre class="receipt', 1)[1].split(">", 1)[1].split("</pre>", 1)[0]
    assert strip.isascii() and max(len(line) for line in strip.splitlines()) <= 32


def test_wajib_is_chosen_by_month(village: TestVillage) -> None:
    opened_counter(village)
    no = candidate(village)
    month = month_start(local_date(now())).isoformat()
    with signed_in_as(village.app, village.users["yuni"]) as client:
        send(client, village, no, "pokok", amount="100000")
        assert send(client, village, no, "wajib", first_month=month, months="3").status_code == 303
        again = send(client, village, no, "wajib", first_month=month, months="1")
        assert again.status_code == 422
        assert send(client, village, no, "wajib", first_month="2026-01-01", months="1").status_code == 422
        assert send(client, village, no, "wajib", first_month=month, months="0").status_code == 422
    assert queries.balances(village.gerai_id, no)[WAJIB] == 60_000


def test_what_is_refused_stays_typed_and_says_why(village: TestVillage) -> None:
    opened_counter(village)
    no = candidate(village)
    with signed_in_as(village.app, village.users["yuni"]) as client:
        more = send(client, village, no, "pokok", amount="150.000")
        assert more.status_code == 422
        assert "Simpanan pokok tinggal Rp100.000." in more.text and 'value="150.000"' in more.text
        short = send(client, village, no, "pokok", amount="50.000", given="40.000")
        assert short.status_code == 422 and "kurang Rp10.000" in short.text
        early = send(client, village, no, "sukarela", amount="50.000")
        assert early.status_code == 422 and "Calon anggota" in early.text
        assert send(client, village, 99, "pokok", amount="1").status_code == 404
        assert send(client, village, no, "deposito", amount="1").status_code == 404
    assert db.session.query(SavingsMovement).count() == 0


def test_a_double_click_pays_once(village: TestVillage) -> None:
    opened_counter(village)
    no, reference = candidate(village), str(uuid4())
    with signed_in_as(village.app, village.users["yuni"]) as client:
        for _ in range(2):
            assert send(client, village, no, "pokok", amount="40000", reference=reference).status_code == 303
    assert queries.balances(village.gerai_id, no)[POKOK] == 40_000


def test_without_a_shift_of_ones_own_nothing_is_taken(village: TestVillage) -> None:
    opened_counter(village)
    no = candidate(village)
    with signed_in_as(village.app, village.users["dewi"]) as client:
        assert "Buka sif dulu" in client.get(f"/g/{village.code}/savings").text
        answer = send(client, village, no, "pokok", amount="40000")
        assert answer.status_code == 422 and "Buka sif dulu" in answer.text


def test_terms_are_set_by_board_and_treasurer_alone(village: TestVillage) -> None:
    path, typed = (
        f"/g/{village.code}/savings/terms",
        {"pokok": "100.000", "wajib": "20.000", "valid_from": "2025-07-14"},
    )
    for who in ("yuni", "dewi", "lestari", "joko"):
        with signed_in_as(village.app, village.users[who]) as client:
            assert client.post(path, data={"reference": str(uuid4()), **typed}).status_code == 403
    with signed_in_as(village.app, village.users["wati"]) as client:
        assert client.post(path, data={"reference": str(uuid4()), **typed}).status_code == 303
        assert "14 Juli 2025" in client.get(path).text
        second = {"reference": str(uuid4()), **typed, "valid_from": "2025-08-01"}
        refused = client.post(path, data=second)
        assert refused.status_code == 422 and "paling cepat besok" in refused.text


def test_a_receipt_of_another_gerai_is_none_here(village: TestVillage) -> None:
    opened_counter(village)
    no = candidate(village)
    with signed_in_as(village.app, village.users["yuni"]) as client:
        assert send(client, village, no, "pokok", amount="40000").status_code == 303
    with signed_in_as(village.app, village.users["tono"]) as client:
        assert client.get(f"/g/{village.other_code}/savings/receipts/1").status_code == 404
        assert client.get(f"/g/{village.code}/savings/receipts/1").status_code == 404
        assert client.get(f"/g/{village.other_code}/savings/members/{no}/pokok").status_code == 404


def test_a_payment_is_told_in_the_journal_without_a_name(village: TestVillage) -> None:
    opened_counter(village)
    no = candidate(village)
    with signed_in_as(village.app, village.users["yuni"]) as client:
        send(client, village, no, "pokok", amount="40000")
    with signed_in_as(village.app, village.users["wati"]) as client:
        journal = client.get(f"/g/{village.code}/ledger/journal").text
    assert "Setoran simpanan 1" in journal and "Siti" not in journal
