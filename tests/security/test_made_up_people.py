"""A board that makes up a person: seen by those who watch, and no second person for a while."""

from datetime import timedelta

import pytest

from app.foundation.clock import now
from app.gerai.operations import FirstPassword, appoint, appoint_new, renew_password
from app.gerai.queries import RECENT, appointments, bound_until
from app.gerai.roles import Role
from app.ledger.operations.periods import close_period, reopen_period
from app.ledger.refusals import SecondPersonNeeded, SecondPersonTooNew
from tests.conftest import signed_in_as
from tests.village import ADMIN, MORNING, TestVillage

LATER = MORNING + timedelta(days=10)
NOVEMBER = MORNING.date().replace(day=1)
NEW = FirstPassword("kopi-lentera-4821")


def made_up(village: TestVillage, role: Role = Role.TREASURER, by: str = "slamet") -> None:
    done = appoint_new(
        village.occasion(by, LATER), username="siluman", name="Si Luman", password=NEW, role=role
    )
    village.users["siluman"] = done.answer["user"]


def home(village: TestVillage, who: str) -> str:
    with signed_in_as(village.app, village.users[who]) as client:
        return client.get(f"/g/{village.code}/").text


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.home.routes.now", lambda: LATER + timedelta(days=1))
    monkeypatch.setattr("app.gerai.routes.district.now", lambda: LATER + timedelta(days=1))


def test_a_board_cannot_reopen_a_month_that_its_own_new_treasurer_closed(village: TestVillage) -> None:
    made_up(village)
    close_period(village.occasion("siluman", LATER), month=NOVEMBER)
    with pytest.raises(SecondPersonTooNew) as caught:
        reopen_period(village.occasion("slamet", LATER), month=NOVEMBER)
    assert "17 Desember 2026" in caught.value.message
    reopen_period(village.occasion("dewi", LATER), month=NOVEMBER)


def test_nor_let_its_own_new_manager_reopen_what_it_closed(village: TestVillage) -> None:
    appoint(village.occasion(ADMIN, MORNING), username="slamet", role=Role.TREASURER)
    made_up(village, Role.MANAGER)
    close_period(village.occasion("slamet", LATER), month=NOVEMBER)
    with pytest.raises(SecondPersonTooNew):
        reopen_period(village.occasion("siluman", LATER), month=NOVEMBER)


def test_nor_take_over_an_account_by_a_new_password(village: TestVillage) -> None:
    renew_password(village.occasion("slamet", LATER), user_id=village.users["wati"], password=NEW)
    close_period(village.occasion("wati", LATER), month=NOVEMBER)
    with pytest.raises(SecondPersonTooNew):
        reopen_period(village.occasion("slamet", LATER), month=NOVEMBER)


def test_after_a_fortnight_in_which_everybody_could_see_it_they_are_two(village: TestVillage) -> None:
    made_up(village)
    close_period(village.occasion("siluman", LATER), month=NOVEMBER)
    reopen_period(village.occasion("slamet", LATER + RECENT + timedelta(minutes=1)), month=NOVEMBER)


def test_the_same_person_is_never_the_second(village: TestVillage) -> None:
    appoint(village.occasion(ADMIN, MORNING), username="slamet", role=Role.TREASURER)
    close_period(village.occasion("slamet", LATER), month=NOVEMBER)
    with pytest.raises(SecondPersonNeeded):
        reopen_period(village.occasion("slamet", LATER + RECENT * 2), month=NOVEMBER)


def test_people_whom_the_district_appointed_are_bound_to_nobody(village: TestVillage) -> None:
    for other in ("wati", "dewi", "joko"):
        assert bound_until(village.gerai_id, village.users["slamet"], village.users[other], MORNING) is None


def test_whoever_watches_sees_what_the_board_did_and_who_did_it(village: TestVillage, today: None) -> None:
    made_up(village)
    renew_password(village.occasion("slamet", LATER), user_id=village.users["wati"], password=NEW)
    for who in ("joko", "endah", ADMIN):
        page = home(village, who)
        assert "Slamet Riyadi mengangkat Si Luman sebagai Bendahara pada 3 Desember 2026." in page
        assert "Slamet Riyadi membuatkan kata sandi baru untuk Wati Rahayu" in page
    assert "mengangkat Si Luman" not in home(village, "budi")


def test_what_the_district_did_is_no_news_to_those_who_watch(village: TestVillage, today: None) -> None:
    made_up(village, by=ADMIN)
    assert "mengangkat Si Luman" not in home(village, "joko")


def test_many_appointments_are_told_shortly(village: TestVillage, today: None) -> None:
    for role in (
        Role.TELLER,
        Role.SECRETARY,
        Role.STOREKEEPER,
        Role.MEMBER,
        Role.HEALTH_WORKER,
        Role.MANAGER,
    ):
        appoint(village.occasion("slamet", LATER), username="budi", role=role)
    page = home(village, "joko")
    assert page.count("mengangkat Budi Santoso") == 4 and "Dan 2 pengangkatan" in page


def test_whom_it_happened_to_reads_it_on_their_own_front_page(village: TestVillage, today: None) -> None:
    appoint(village.occasion("slamet", LATER), username="budi", role=Role.TELLER)
    page = home(village, "budi")
    assert "Slamet Riyadi mengangkat Anda sebagai Petugas simpan pinjam pada 3 Desember 2026." in page
    assert "beri tahu pengawas" in page


def test_the_district_reads_all_of_it_on_one_page(village: TestVillage, today: None) -> None:
    made_up(village)
    for who, status in (("endah", 200), ("slamet", 404)):
        with signed_in_as(village.app, village.users[who]) as client:
            page = client.get("/district/appointments")
        assert page.status_code == status and ("Si Luman" in page.text) is (status == 200)
    assert "Budi Santoso" not in page.text, "the district itself appointed him"


def test_nothing_of_another_gerai_is_told(village: TestVillage) -> None:
    made_up(village)
    assert appointments([village.other_gerai_id], LATER - timedelta(days=1)) == []
    assert {each.name for each in appointments([village.gerai_id], LATER - timedelta(days=1))} == {"Si Luman"}
    assert appointments([], now() - RECENT) == []
