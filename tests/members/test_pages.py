"""The register on the screen: masked, found, printed, and closed to whom it is not meant for."""

import re
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import event

from app.books.models import Act
from app.foundation.database import db
from app.members.models import Heir, Member, MemberAccount, MemberCard
from app.members.operations import issue_card
from tests.conftest import signed_in_as
from tests.members.people import KARTINI_NIK, SITI_NIK, candidate, member, nik_of
from tests.village import TestVillage


def form(**fields: str) -> dict[str, str]:
    return {"reference": str(uuid4()), **fields}


def person_form(**fields: str) -> dict[str, str]:
    facts = {
        "name": "Siti Aminah",
        "nik": "3505 0112 0385 0001",
        "gender": "female",
        "registered_on": "2026-11-23",
    }
    return form(**{**facts, **fields})


def url(village: TestVillage, *path: Any) -> str:
    return "/".join([f"/g/{village.code}/members", *map(str, path)])


def test_the_secretary_registers_a_person(village: TestVillage) -> None:
    typed = person_form(phone="0812 3456 7890", rt="3", dusun="Krajan", born_on="1985-03-12")
    with signed_in_as(village.app, village.users["lestari"]) as client:
        answer = client.post(url(village, "new"), data=typed)
        assert answer.status_code == 303
        page = client.get(answer.location).text
    assert "Calon anggota nomor 1" in page and "0812-3456-7890" in page
    assert SITI_NIK not in page and "3505••••••••0001" in page
    assert "tidak sama dengan yang terbaca dari NIK" in page  # a man's NIK


def test_a_refused_form_keeps_what_was_typed_and_says_why_at_the_field(village: TestVillage) -> None:
    candidate(village)
    cases = {
        "nik": ("123", "NIK harus 16 angka"),
        "phone": ("12", "Nomor ini tidak terbaca"),
        "name": ("", "Wajib diisi."),
        "rt": ("tiga", "Tulis dengan angka"),
    }
    with signed_in_as(village.app, village.users["lestari"]) as client:
        for field, (typed, sentence) in cases.items():
            answer = client.post(
                url(village, "new"),
                data=person_form(**{"nik": KARTINI_NIK, "address": "Gang 4", field: typed}),
            )
            assert answer.status_code == 422, field
            assert sentence in answer.text and 'value="Gang 4"' in answer.text
        taken = client.post(url(village, "new"), data=person_form())
        assert taken.status_code == 422 and "sudah terdaftar sebagai anggota nomor 1" in taken.text


def test_every_look_at_a_nik_stays_on_record(village: TestVillage) -> None:
    no = candidate(village)
    with signed_in_as(village.app, village.users["lestari"]) as client:
        for looks in (1, 2):
            page = client.post(url(village, no, "nik"))
            assert page.status_code == 200 and SITI_NIK in page.text
            assert page.headers["Cache-Control"] == "no-store"
            looked = db.session.query(Act).filter_by(kind="members.reveal_nik").all()
            assert len(looked) == looks
            assert {act.user_id for act in looked} == {village.users["lestari"]}
        assert SITI_NIK not in client.get(url(village, no)).text
        assert client.get(url(village, no, "nik")).status_code == 405


@pytest.mark.parametrize("who", ["yuni", "wati", "joko", "budi", "sari", "endah", "hadi"])
def test_who_may_not_see_a_nik_does_not(village: TestVillage, who: str) -> None:
    no = candidate(village)
    with signed_in_as(village.app, village.users[who]) as client:
        answer = client.post(url(village, no, "nik"))
        assert answer.status_code == 403 and SITI_NIK not in answer.text
    assert db.session.query(Act).filter_by(kind="members.reveal_nik").count() == 0


def test_a_number_of_another_gerai_is_no_number_here(village: TestVillage) -> None:
    no = member(village)
    with signed_in_as(village.app, village.users["tono"]) as client:
        own = f"/g/{village.other_code}/members/{no}"
        for path in ("", "/edit", "/heirs", "/leaving", "/card"):
            assert client.get(own + path).status_code in (404, 403), path
        assert client.get(own).status_code == 404
        assert client.post(f"{own}/nik").status_code == 404
        assert client.get(url(village, no)).status_code == 404


def test_editing_shows_no_nik_and_keeps_it(village: TestVillage) -> None:
    no = candidate(village)
    with signed_in_as(village.app, village.users["lestari"]) as client:
        page = client.get(url(village, no, "edit")).text
        assert SITI_NIK not in page and "3505••••••••0001" in page
        typed = {
            key: value
            for key, value in person_form(name="Siti A").items()
            if key not in ("nik", "registered_on")
        }
        assert client.post(url(village, no, "edit"), data=typed).status_code == 303
    row = db.session.get_one(Member, (village.gerai_id, no))
    assert (row.name, row.nik) == ("Siti A", SITI_NIK)


def test_heirs_are_named_and_replaced_as_a_whole(village: TestVillage) -> None:
    no = candidate(village)
    with signed_in_as(village.app, village.users["lestari"]) as client:
        typed = form(
            name_1="Ahmad", relation_1="Suami", phone_1="0812 3456 7890", name_3="Dian", relation_3="Anak"
        )
        assert client.post(url(village, no, "heirs"), data=typed).status_code == 303
        page = client.get(url(village, no)).text
        assert "Ahmad" in page and "0812-3456-7890" in page and "Dian" in page
        half = client.post(url(village, no, "heirs"), data=form(relation_1="Suami"))
        assert half.status_code == 422 and "Tulis namanya juga." in half.text
        client.post(url(village, no, "heirs"), data=form(name_1="Dian", relation_1="Anak"))
    assert [heir.name for heir in db.session.query(Heir)] == ["Dian"]


def test_leaving_asks_for_a_reason_and_only_the_board_expels(village: TestVillage) -> None:
    no = candidate(village)
    with signed_in_as(village.app, village.users["lestari"]) as client:
        assert "Diberhentikan" not in client.get(url(village, no, "leaving")).text
        forged = client.post(
            url(village, no, "leaving"), data=form(how="expelled", on="2026-11-23", reason="x")
        )
        assert forged.status_code == 422
        bare = client.post(url(village, no, "leaving"), data=form(how="resigned", on="2026-11-23"))
        assert bare.status_code == 422 and "Tulis alasannya." in bare.text
    with signed_in_as(village.app, village.users["slamet"]) as client:
        left = client.post(
            url(village, no, "leaving"), data=form(how="expelled", on="2026-11-23", reason="Rapat")
        )
        assert left.status_code == 303
        assert "Rapat" in client.get(url(village, no)).text
        assert "sudah keluar pada" in client.get(url(village, no, "leaving")).text


def test_a_card_is_printed_with_a_code_that_is_not_the_number(village: TestVillage) -> None:
    no = member(village)
    with signed_in_as(village.app, village.users["lestari"]) as client:
        assert client.get(url(village, no, "card")).status_code == 404
        assert client.post(url(village, no, "card"), data=form()).status_code == 303
        page = client.get(url(village, no, "card")).text
        token = db.session.query(MemberCard.token).scalar()
        assert "<svg" in page and "style=" not in page and token not in page
        end = form(card="1", reason="lost")
        for _ in range(2):  # a double click is one replacement
            assert client.post(url(village, no, "card", "replacement"), data=end).status_code == 303
        assert (
            client.post(
                url(village, no, "card", "revocation"), data=form(card="1", reason="lost")
            ).status_code
            == 422
        )
        assert (
            client.post(
                url(village, no, "card", "revocation"), data=form(card="2", reason="damaged")
            ).status_code
            == 303
        )
    assert db.session.query(MemberCard).filter(MemberCard.revoked_at.is_(None)).count() == 0


def test_anothers_card_is_not_revoked_over_my_page(village: TestVillage) -> None:
    mine, theirs = member(village), candidate(village, "Kartini", KARTINI_NIK)
    issue_card(village.occasion("lestari"), member_no=theirs)
    with signed_in_as(village.app, village.users["lestari"]) as client:
        answer = client.post(url(village, mine, "card", "revocation"), data=form(card="1", reason="lost"))
    assert answer.status_code == 422
    assert db.session.query(MemberCard).filter(MemberCard.revoked_at.is_(None)).count() == 1


def test_a_members_account_belongs_to_one_member(village: TestVillage) -> None:
    siti, kartini = member(village), candidate(village, "Kartini", KARTINI_NIK)
    with signed_in_as(village.app, village.users["slamet"]) as client:
        wrong = client.post(url(village, siti, "account"), data=form(username="budi"))
        assert wrong.status_code == 422 and "bertugas sebagai anggota" in wrong.text
        assert client.post(url(village, siti, "account"), data=form(username="Sari")).status_code == 303
        taken = client.post(url(village, kartini, "account"), data=form(username="sari"))
        assert taken.status_code == 422 and "sudah dipakai" in taken.text
        assert client.post(url(village, siti, "account", "removal")).status_code == 303
    assert db.session.query(MemberAccount).count() == 0


def test_the_list_is_searched_and_paged_by_number(village: TestVillage) -> None:
    for serial in range(1, 61):
        candidate(village, f"Orang {serial:02}", nik_of(serial), dusun="Krajan" if serial % 2 else "Sumber")
    with signed_in_as(village.app, village.users["joko"]) as client:
        first = client.get(url(village)).text
        assert "Orang 50" in first and "Orang 51" not in first
        second = client.get(url(village) + "?after=50").text
        assert "Orang 51" in second and "Orang 50" not in second and "before=51" in second
        assert "Orang 50" in client.get(url(village) + "?before=51").text
        assert "Tidak ditemukan" in client.get(url(village) + "?q=zzz").text
        hits = client.get(url(village) + "?q=sumber").text
        assert "Orang 02" in hits and "Orang 01" not in hits


@pytest.mark.parametrize("page", ["", "/register", "?q=orang"])
def test_a_longer_list_asks_no_more_questions(village: TestVillage, page: str) -> None:
    asked: list[str] = []
    connection = db.session.connection()

    def count(*arguments: Any) -> None:
        asked.append(arguments[2])

    counts = []
    with signed_in_as(village.app, village.users["joko"]) as client:
        for serials in (range(1, 3), range(3, 30)):
            for serial in serials:
                candidate(village, f"Orang {serial}", nik_of(serial))
            asked.clear()
            event.listen(connection.engine, "before_cursor_execute", count)
            assert client.get(url(village) + page).status_code == 200
            event.remove(connection.engine, "before_cursor_execute", count)
            counts.append(len(asked))
    assert counts[0] == counts[1] <= 12


def test_the_book_of_members_names_everybody_who_ever_was(village: TestVillage) -> None:
    member(village, occupation="Petani", address="Jalan Melati 4")
    gone = candidate(village, "Kartini", KARTINI_NIK)
    with signed_in_as(village.app, village.users["slamet"]) as client:
        client.post(url(village, gone, "leaving"), data=form(how="deceased", on="2026-11-23"))
        page = " ".join(client.get(url(village, "register")).text.split())
    assert "Buku daftar anggota" in page and "Jalan Melati 4" in page
    assert re.search(r"Kartini.*Meninggal dunia", page)
    assert SITI_NIK not in page
