"""Officers: appointed by others, dismissed once asked, and nothing told about next door."""

from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from app.access import passwords
from app.access.models import User
from app.access.operations import sign_in
from app.books import DISTRICT
from app.books import queries as books
from app.books.book import Occasion
from app.foundation.database import db
from app.gerai import queries
from app.gerai.operations import FirstPassword, appoint, renew_password
from app.gerai.refusals import NotAppointed, OwnPassword, PasswordNotYours
from app.gerai.roles import Role
from tests.conftest import signed_in_as
from tests.village import ADMIN, MORNING, PASSWORD, TestVillage


def reference() -> dict[str, str]:
    return {"reference": str(uuid4())}


def roles_of(village: TestVillage, username: str, gerai_id: int | None = None) -> set[str]:
    place = village.gerai_id if gerai_id is None else gerai_id
    return {officer.role for officer, user in queries.officers(place) if user.username == username}


@pytest.fixture
def slamet(village: TestVillage) -> FlaskClient:
    """The board's own browser."""
    with signed_in_as(village.app, village.users["slamet"]) as client:
        yield client


@pytest.fixture
def url(village: TestVillage) -> str:
    return f"/g/{village.code}/officers"


NEW = {"name": "Putri Ayu", "username": "putri", "password": "kopi-lentera-4821", "role": "cashier"}


def test_a_new_person_gets_an_account_and_a_role(slamet: FlaskClient, village: TestVillage, url: str) -> None:
    assert slamet.post(f"{url}/new", data=NEW | reference()).location == url
    assert roles_of(village, "putri") == {"cashier"}
    assert "Putri Ayu sudah diangkat" in slamet.get(url).text
    user = sign_in(username="putri", password=NEW["password"], at=MORNING, address="")
    assert user.must_change_password


def test_sending_the_form_twice_makes_one_account(
    slamet: FlaskClient, village: TestVillage, url: str
) -> None:
    form = NEW | reference()
    for _ in range(2):
        assert slamet.post(f"{url}/new", data=form).status_code == 303
    assert db.session.query(User).filter_by(username="putri").count() == 1


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"username": "budi"}, "Nama pengguna budi sudah dipakai."),
        ({"username": "tono"}, "Nama pengguna tono sudah dipakai."),
        ({"username": "Putri Ayu"}, "Nama pengguna terdiri atas 3 sampai 40 huruf kecil"),
        ({"password": "pendek"}, "Kata sandi paling sedikit 8 huruf atau angka."),
        ({"role": "raja"}, "Pilih salah satu."),
        ({"role": "district_admin"}, "Pilih salah satu."),
        ({"role": ""}, "Pilih salah satu."),
        ({"name": " "}, "Wajib diisi."),
        ({"name": "x" * 81}, "Paling banyak 80 huruf."),
    ],
)
def test_what_will_not_do_is_said_at_its_field_and_changes_nothing(
    slamet: FlaskClient, village: TestVillage, url: str, typed: dict[str, str], sentence: str
) -> None:
    before = len(books.acts(village.gerai_id, limit=200))
    page = slamet.post(f"{url}/new", data=NEW | typed | reference())
    assert page.status_code == 422 and sentence in page.text
    assert 'value="kopi-lentera-4821"' in page.text or "password" in typed, "what was typed stays"
    assert len(books.acts(village.gerai_id, limit=200)) == before
    assert db.session.query(User).filter_by(username="putri").count() == 0


def test_a_person_with_an_account_is_appointed_by_their_exact_username(
    slamet: FlaskClient, village: TestVillage, url: str
) -> None:
    form = {"username": "budi", "role": "teller"}
    page = slamet.post(f"{url}/existing", data=form | {"username": "bud"} | reference())
    assert page.status_code == 422 and "belum pernah bertugas di gerai ini" in page.text
    assert slamet.post(f"{url}/existing", data=form | reference()).location == url
    assert roles_of(village, "budi") == {"cashier", "teller"}
    assert "Budi Santoso sudah diangkat sebagai Petugas simpan pinjam." in slamet.get(url).text
    again = slamet.post(f"{url}/existing", data=form | reference())
    assert again.status_code == 422 and "Budi Santoso sudah memegang tugas ini." in again.text


def test_a_board_cannot_attach_who_never_served_here_nor_learn_who_exists(
    slamet: FlaskClient, village: TestVillage, url: str
) -> None:
    pages = [
        slamet.post(f"{url}/existing", data={"username": who, "role": "teller"} | reference())
        for who in ("tono", "tidak-ada")
    ]
    assert [page.status_code for page in pages] == [422, 422]
    assert all("belum pernah bertugas di gerai ini" in page.text for page in pages)
    assert roles_of(village, "tono") == set()


def test_the_district_attaches_anybody_and_says_who_is_unknown(village: TestVillage, url: str) -> None:
    with signed_in_as(village.app, village.users[ADMIN]) as client:
        page = client.post(f"{url}/existing", data={"username": "tidak-ada", "role": "teller"} | reference())
        assert page.status_code == 422 and "Tidak ada orang dengan nama pengguna itu." in page.text
        answer = client.post(f"{url}/existing", data={"username": "tono", "role": "teller"} | reference())
    assert answer.location == url and roles_of(village, "tono") == {"teller"}


def test_nobody_appoints_or_dismisses_themselves(slamet: FlaskClient, village: TestVillage, url: str) -> None:
    page = slamet.post(f"{url}/existing", data={"username": "slamet", "role": "manager"} | reference())
    assert page.status_code == 422 and "Mintalah orang lain." in page.text
    ending = {"user": village.users["slamet"], "role": "board"} | reference()
    page = slamet.post(f"{url}/dismissals", data=ending)
    assert page.status_code == 422 and "Mintalah orang lain." in page.text
    assert roles_of(village, "slamet") == {"board"}


def test_a_dismissal_names_the_person_and_the_role_and_is_asked_once(
    slamet: FlaskClient, village: TestVillage, url: str
) -> None:
    page = slamet.get(url).text
    assert "Akhiri tugas Budi Santoso sebagai Kasir?" in page
    assert "Akhiri tugas Slamet Riyadi" not in page, "one's own is not offered"
    ending = {"user": village.users["budi"], "role": "cashier"} | reference()
    assert slamet.post(f"{url}/dismissals", data=ending).location == url
    page = slamet.get(url).text
    assert "Tugas Budi Santoso sebagai Kasir sudah diakhiri." in page and roles_of(village, "budi") == set()
    again = slamet.post(f"{url}/dismissals", data=ending | reference())
    assert again.status_code == 422 and "tidak memegang tugas itu" in again.text


def test_an_ended_role_can_be_given_again(slamet: FlaskClient, village: TestVillage, url: str) -> None:
    slamet.post(f"{url}/dismissals", data={"user": village.users["budi"], "role": "cashier"} | reference())
    slamet.post(f"{url}/existing", data={"username": "budi", "role": "cashier"} | reference())
    assert roles_of(village, "budi") == {"cashier"}


@pytest.mark.parametrize("form", [{}, {"user": "x", "role": "cashier"}, {"user": "1", "role": "raja"}])
def test_a_broken_dismissal_is_not_taken(slamet: FlaskClient, url: str, form: dict[str, str]) -> None:
    assert slamet.post(f"{url}/dismissals", data=form | reference()).status_code == 400


def test_people_of_next_door_are_neither_shown_nor_touched(
    slamet: FlaskClient, village: TestVillage, url: str
) -> None:
    assert "Tono" not in slamet.get(url).text
    tono = village.users["tono"]
    assert slamet.get(f"{url}/{tono}/password").status_code == 404
    ending = slamet.post(f"{url}/dismissals", data={"user": tono, "role": "manager"} | reference())
    assert ending.status_code == 422 and "Tono" not in ending.text
    assert roles_of(village, "tono", village.other_gerai_id) == {"manager"}


def test_a_forgotten_password_is_made_anew_by_the_board(
    slamet: FlaskClient, village: TestVillage, url: str
) -> None:
    budi = village.users["budi"]
    page = slamet.get(f"{url}/{budi}/password").text
    assert "Kata sandi baru untuk Budi Santoso" in page
    form = {"password": "padi-kuning-2026"} | reference()
    assert slamet.post(f"{url}/{budi}/password", data=form).location == url
    user = db.session.get_one(User, budi)
    assert user.must_change_password and user.session_epoch == 2
    assert passwords.matches(user.password_hash, "padi-kuning-2026")
    assert not passwords.matches(user.password_hash, PASSWORD)


def test_the_account_of_somebody_who_serves_elsewhere_too_is_not_taken_over(village: TestVillage) -> None:
    appoint(village.occasion(ADMIN), username="tono", role=Role.TELLER)
    new = FirstPassword("padi-kuning-2026")
    with pytest.raises(PasswordNotYours):
        renew_password(village.occasion("slamet"), user_id=village.users["tono"], password=new)
    by_the_district = Occasion(village.gerai_id, village.users[ADMIN], MORNING)
    renew_password(by_the_district, user_id=village.users["tono"], password=new)
    assert db.session.get_one(User, village.users["tono"]).must_change_password


def test_passwords_are_not_renewed_for_strangers_or_oneself(village: TestVillage) -> None:
    new = FirstPassword("padi-kuning-2026")
    with pytest.raises(NotAppointed):
        renew_password(village.occasion("slamet"), user_id=village.users["tono"], password=new)
    with pytest.raises(NotAppointed):
        renew_password(village.occasion("slamet"), user_id=village.users[ADMIN], password=new)
    with pytest.raises(OwnPassword):
        renew_password(village.occasion("slamet"), user_id=village.users["slamet"], password=new)


def test_no_password_is_left_in_the_act_log(slamet: FlaskClient, village: TestVillage, url: str) -> None:
    slamet.post(f"{url}/new", data=NEW | reference())
    slamet.post(f"{url}/{village.users['budi']}/password", data={"password": NEW["password"]} | reference())
    assert all(NEW["password"] not in row.Act.answer for row in books.acts(village.gerai_id, limit=200))


def test_a_secretary_reads_the_list_and_changes_nothing(village: TestVillage, url: str) -> None:
    with signed_in_as(village.app, village.users["lestari"]) as client:
        page = client.get(url)
        assert page.status_code == 200 and "Budi Santoso" in page.text
        assert "Ubah" not in page.text and "Angkat petugas" not in page.text
        assert client.post(f"{url}/new", data=NEW | reference()).status_code == 403


def test_the_district_appoints_its_own_officers_alone_to_its_own_roles(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users[ADMIN]) as client:
        assert (
            client.post("/district/officers/new", data=NEW | {"role": "cashier"} | reference()).status_code
            == 422
        )
        form = NEW | {"role": "district_officer"} | reference()
        assert client.post("/district/officers/new", data=form).location == "/district/officers"
        assert "Putri Ayu" in client.get("/district/officers").text
    assert roles_of(village, "putri", DISTRICT) == {"district_officer"}
    with signed_in_as(village.app, village.users["endah"]) as client:
        assert client.get("/district/officers").status_code == 403
