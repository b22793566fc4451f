"""Eight people at the register and the counter at once: one registers a NIK, one pays the last of a pokok."""

from app.foundation.database import db
from app.ledger.audit import audit
from app.members.models import Member
from app.members.refusals import NikRegistered
from app.savings import queries
from app.savings.refusals import MonthPaid, PokokPaid
from tests.members.people import candidate, nik_of
from tests.races.crowd import acting, at_once
from tests.savings.counter import NOVEMBER, POKOK, WAJIB, opened_counter, pay
from tests.village import TestVillage

PEOPLE, ROUNDS = 8, 6


def test_one_of_eight_registers_a_nik_and_the_numbers_have_no_gaps(own_village: TestVillage) -> None:
    for number in range(1, ROUNDS + 1):
        tried = at_once(
            PEOPLE,
            acting(own_village, lambda who, n=number: candidate(own_village, f"Orang {who}", nik_of(n))),
        )
        assert [each for each in tried if isinstance(each, int)] == [number]
        assert sum(isinstance(each, NikRegistered) for each in tried) == PEOPLE - 1
    with own_village.app.app_context():
        assert db.session.query(Member).count() == ROUNDS
        assert audit().faults == []
        db.session.remove()


def test_a_pokok_and_a_month_are_paid_by_one_of_eight(own_village: TestVillage) -> None:
    with own_village.app.app_context():
        opened_counter(own_village)
        no = candidate(own_village)
        db.session.remove()
    pokok = at_once(PEOPLE, acting(own_village, lambda _who: pay(own_village, no, POKOK, 100_000)))
    assert sum(isinstance(each, PokokPaid) for each in pokok) == PEOPLE - 1
    wajib = at_once(
        PEOPLE, acting(own_village, lambda _who: pay(own_village, no, WAJIB, 20_000, first_month=NOVEMBER))
    )
    assert sum(isinstance(each, MonthPaid) for each in wajib) == PEOPLE - 1
    with own_village.app.app_context():
        held = queries.balances(own_village.gerai_id, no)
        assert (held[POKOK], held[WAJIB]) == (100_000, 20_000)
        assert audit().faults == []
        db.session.remove()
