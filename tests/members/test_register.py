"""The register: numbers without gaps, one person once, and steps that can be read back."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.books.models import Act
from app.books.refusals import ReferenceConflict
from app.foundation.database import db
from app.members import queries
from app.members.models import Member
from app.members.operations import (
    complete_membership,
    edit_member,
    expel,
    issue_card,
    record_death,
    register_member,
    replace_card,
    resign,
    reveal_nik,
    revoke_card,
)
from app.members.refusals import (
    AlreadyLeft,
    CardAlreadyIssued,
    CardRevoked,
    CardUnknown,
    DayUnfit,
    MemberUnknown,
    NikDeceased,
    NikRegistered,
    NikUnreadable,
    NotCandidate,
)
from app.members.status import CANDIDATE, RESIGNED
from tests.inventory.faults import faults
from tests.members.people import KARTINI_NIK, SITI_NIK, WAHYU_NIK, candidate, member, person
from tests.village import MORNING, TestVillage

TODAY = date(2026, 11, 23)


def live_token(village: TestVillage, member_no: int) -> str:
    query = text(
        "SELECT token FROM member_card WHERE gerai_id = :g AND member_no = :m AND revoked_at IS NULL"
    )
    return str(db.session.execute(query, {"g": village.gerai_id, "m": member_no}).scalar_one())


def test_candidates_are_numbered_from_one_without_gaps(village: TestVillage) -> None:
    assert candidate(village) == 1
    with pytest.raises(NikRegistered):
        candidate(village, "Orang lain", SITI_NIK)
    assert candidate(village, "Kartini", KARTINI_NIK) == 2
    assert faults() == []


def test_the_counter_knows_a_person_by_number(village: TestVillage) -> None:
    no = candidate(village)
    facts = queries.member_facts(village.gerai_id, no)
    assert facts is not None
    assert (facts.no, facts.name, facts.status, facts.is_member, facts.since_on) == (
        1, "Siti Aminah", CANDIDATE, False, None,
    )  # fmt: skip
    complete_membership(village.occasion("lestari"), member_no=no)
    facts = queries.member_facts(village.gerai_id, no)
    assert facts is not None and facts.is_member and facts.since_on == TODAY
    assert queries.member_facts(village.gerai_id, 99) is None
    assert queries.member_facts(village.other_gerai_id, no) is None


def test_a_membership_is_completed_once(village: TestVillage) -> None:
    no = member(village)
    with pytest.raises(NotCandidate):
        complete_membership(village.occasion("lestari"), member_no=no)
    with pytest.raises(MemberUnknown):
        complete_membership(village.occasion("lestari"), member_no=99)


def test_people_are_found_by_number_name_dusun_and_card(village: TestVillage) -> None:
    gerai = village.gerai()
    siti = member(village)
    kartini = candidate(village, "Kartini Ayu", KARTINI_NIK, dusun="Sumberejo")
    issue_card(village.occasion("lestari"), member_no=siti)
    token = live_token(village, siti)
    found = queries.find_members(gerai, "1")
    assert found == [(siti, "Siti Aminah", "Krajan")]
    for words in (
        "siti",
        "AMINAH siti",
        "amin",
        "krajan",
        "siti krajan",
        token,
        f"https://x/{token}",
        token.lower(),
    ):
        assert [hit.no for hit in queries.find_members(gerai, words)] == [siti], words
    assert [hit.no for hit in queries.find_members(gerai, "sumber")] == [kartini]
    assert [hit.no for hit in queries.find_members(gerai, "a")] == [kartini, siti]
    assert [hit.no for hit in queries.find_members(gerai, "a", limit=1)] == [kartini]
    for nothing in ("", "   ", "3", "99999999999999999999", "100%", "siti_", SITI_NIK, "A" * 16):
        assert queries.find_members(gerai, nothing) == [], nothing


def test_who_has_left_is_found_no_more_but_known(village: TestVillage) -> None:
    no = member(village)
    resign(village.occasion("lestari"), member_no=no, on=TODAY, reason="Pindah ke Malang")
    assert queries.find_members(village.gerai(), "siti") == []
    facts = queries.member_facts(village.gerai_id, no)
    assert facts is not None and facts.status == RESIGNED and not facts.is_member


@pytest.mark.parametrize("leave", [resign, expel, record_death])
def test_one_leaves_once_on_a_day_that_was(village: TestVillage, leave) -> None:
    no = member(village)
    for day in (TODAY + timedelta(days=1), TODAY - timedelta(days=1)):
        with pytest.raises(DayUnfit):
            leave(village.occasion("slamet"), member_no=no, on=day, reason="")
    leave(village.occasion("slamet"), member_no=no, on=TODAY, reason="Alasan")
    with pytest.raises(AlreadyLeft):
        leave(village.occasion("slamet"), member_no=no, on=TODAY, reason="")
    with pytest.raises(AlreadyLeft):
        complete_membership(village.occasion("lestari"), member_no=no)
    with pytest.raises(MemberUnknown):
        leave(village.occasion("slamet"), member_no=99, on=TODAY, reason="")


def test_who_left_may_come_back_under_a_new_number_and_who_died_not(village: TestVillage) -> None:
    first = member(village)
    resign(village.occasion("lestari"), member_no=first, on=TODAY, reason="Pindah")
    again = candidate(village)
    assert again == 2
    record_death(village.occasion("lestari"), member_no=again, on=TODAY)
    with pytest.raises(NikDeceased):
        candidate(village)


def test_the_same_nik_may_stand_in_two_gerai_under_different_indexes(village: TestVillage) -> None:
    candidate(village)
    next_door = replace(village.occasion("tono"), gerai_id=village.other_gerai_id)
    assert register_member(next_door, person=person()).answer == {"member": 1}
    indexes = db.session.execute(text("SELECT nik_index FROM member")).scalars().all()
    assert len(set(indexes)) == 2


def test_a_nik_stands_nowhere_in_the_clear(village: TestVillage) -> None:
    occasion = village.occasion("lestari", reference=str(uuid4()))
    register_member(occasion, person=person(phone="+6281234567890"))
    reveal_nik(village.occasion("lestari"), member_no=1)
    stored = db.session.execute(text("SELECT nik, nik_index FROM member")).one()
    assert SITI_NIK not in "".join(stored)
    assert db.session.get_one(Member, (village.gerai_id, 1)).nik == SITI_NIK
    for act in db.session.query(Act):
        for secret in (SITI_NIK, "Siti", "6281234567890"):
            assert secret not in act.answer
    assert SITI_NIK not in repr(person())


def test_the_same_reference_registers_once_and_another_person_under_it_is_refused(
    village: TestVillage,
) -> None:
    reference = str(uuid4())
    for _ in range(2):
        done = register_member(village.occasion("lestari", reference=reference), person=person())
        assert done.answer == {"member": 1}
    with pytest.raises(ReferenceConflict):
        register_member(village.occasion("lestari", reference=reference), person=person(nik=KARTINI_NIK))


@pytest.mark.parametrize("nik", ["350501120385001", "", "3505011203850000", "35050112038500 1"])
def test_what_is_no_nik_is_refused_by_the_act_too(village: TestVillage, nik: str) -> None:
    with pytest.raises(NikUnreadable):
        candidate(village, nik=nik)


def test_nobody_joins_tomorrow(village: TestVillage) -> None:
    with pytest.raises(DayUnfit):
        candidate(village, on=TODAY + timedelta(days=1))


def test_a_person_is_corrected_without_becoming_another(village: TestVillage) -> None:
    candidate(village)
    candidate(village, "Kartini", KARTINI_NIK)
    with pytest.raises(NikRegistered):
        edit_member(village.occasion("lestari"), member_no=1, person=person(nik=KARTINI_NIK))
    edit_member(
        village.occasion("lestari"), member_no=1, person=person("Siti Aminah Ayu", WAHYU_NIK, rt="003")
    )
    row = db.session.get_one(Member, (village.gerai_id, 1))
    assert (row.name, row.nik, row.rt, row.status) == ("Siti Aminah Ayu", WAHYU_NIK, "003", CANDIDATE)
    assert queries.member_of_nik(village.gerai_id, WAHYU_NIK) == 1
    assert queries.member_of_nik(village.gerai_id, SITI_NIK) is None


def test_a_card_counts_until_it_is_revoked(village: TestVillage) -> None:
    gerai, no = village.gerai(), member(village)
    assert issue_card(village.occasion("lestari"), member_no=no).answer == {"member": no, "card": 1}
    with pytest.raises(CardAlreadyIssued):
        issue_card(village.occasion("lestari"), member_no=no)
    lost = live_token(village, no)
    assert replace_card(village.occasion("lestari"), card_no=1, reason="Hilang").answer["card"] == 2
    fresh = live_token(village, no)
    assert queries.find_members(gerai, lost) == []
    assert [hit.no for hit in queries.find_members(gerai, fresh)] == [no]
    with pytest.raises(CardRevoked):
        revoke_card(village.occasion("lestari"), card_no=1, reason="Hilang")
    with pytest.raises(CardUnknown):
        revoke_card(village.occasion("lestari"), card_no=9, reason="Hilang")
    revoke_card(village.occasion("lestari"), card_no=2, reason="Rusak")
    assert queries.find_members(gerai, fresh) == []
    assert issue_card(village.occasion("lestari"), member_no=no).answer["card"] == 3


def test_the_card_ends_with_the_membership(village: TestVillage) -> None:
    no = member(village)
    issue_card(village.occasion("lestari"), member_no=no)
    token = live_token(village, no)
    resign(village.occasion("lestari"), member_no=no, on=TODAY, reason="Pindah")
    assert queries.find_members(village.gerai(), token) == []
    with pytest.raises(AlreadyLeft):
        issue_card(village.occasion("lestari"), member_no=no)


def test_a_card_of_another_gerai_means_nobody_here(village: TestVillage) -> None:
    no = member(village)
    issue_card(village.occasion("lestari"), member_no=no)
    token = live_token(village, no)
    other = db.session.get_one(type(village.gerai()), village.other_gerai_id)
    assert queries.find_members(other, token) == []


def test_the_steps_of_a_membership_are_written_down_and_stay(village: TestVillage) -> None:
    no = candidate(village, on=date(2026, 1, 5))
    complete_membership(village.occasion("yuni"), member_no=no, on=date(2026, 2, 1))
    expel(village.occasion("slamet", MORNING), member_no=no, on=TODAY, reason="Keputusan rapat anggota")
    query = text("SELECT kind, happened_on, reason FROM member_event ORDER BY line")
    steps = [(kind, str(on), reason) for kind, on, reason in db.session.execute(query)]
    assert steps == [
        ("registered", "2026-01-05", ""),
        ("completed", "2026-02-01", ""),
        ("expelled", "2026-11-23", "Keputusan rapat anggota"),
    ]


def test_status_and_days_belong_together_in_the_database_too(village: TestVillage) -> None:
    candidate(village)
    session = db.session()
    session.info["writing"] = True
    try:
        for change in (
            "status = 'member'", "left_on = '2026-11-23'", "since_on = '2026-11-23'", "nik_index = NULL", "gender = 'x'",
        ):  # fmt: skip
            with pytest.raises(IntegrityError), session.begin_nested():
                session.execute(text(f"UPDATE member SET {change}"))
    finally:
        session.info["writing"] = False
