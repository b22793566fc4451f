"""``flask district start``: a real start, once."""

import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import func, select

from app.access.operations import sign_in
from app.books import DISTRICT
from app.foundation.clock import now
from app.foundation.database import db
from app.gerai import queries
from app.gerai.models import Officer, Village
from tests.conftest import Databases, application, let_go

NAMED = ["district", "start", "--username", "Bambang", "--name", "Bambang Sutrisno"]


@pytest.fixture
def empty(databases: Databases) -> Flask:
    """An app on a database that is migrated and otherwise empty."""
    app = application(databases.empty())
    with app.app_context():
        upgrade()
    yield app
    let_go(app)


def test_it_makes_the_reference_data_and_the_first_administrator(empty: Flask) -> None:
    run = empty.test_cli_runner()
    done = run.invoke(args=[*NAMED, "--password-stdin"], input="kopi-lentera-4821\n")
    assert done.exit_code == 0 and "Bambang Sutrisno masuk sebagai bambang" in done.output
    with empty.app_context():
        assert db.session.scalar(select(func.count(Village.code))) == 248
        user = sign_in(username="bambang", password="kopi-lentera-4821", at=now(), address="")
        assert user.must_change_password
        assert queries.standing(None, user.id).may("district.open_gerai")


def test_it_refuses_a_second_time_with_a_sentence(empty: Flask) -> None:
    run = empty.test_cli_runner()
    run.invoke(args=[*NAMED, "--password-stdin"], input="kopi-lentera-4821\n")
    again = run.invoke(
        args=["district", "start", "--username", "lain", "--name", "Lain", "--password-stdin"],
        input="kopi-lentera-1\n",
    )
    assert again.exit_code == 1
    assert again.stderr.strip() == "Kabupaten ini sudah dimulai dan sudah punya admin."
    with empty.app_context():
        assert db.session.scalar(select(func.count()).where(Officer.gerai_id == DISTRICT)) == 1


@pytest.mark.parametrize(
    "username, password, sentence",
    [
        ("bambang", "pendek", "Kata sandi paling sedikit 8 huruf atau angka."),
        ("b", "kopi-lentera-4821", "Nama pengguna terdiri atas 3 sampai 40 huruf kecil"),
    ],
)
def test_what_will_not_do_is_said_and_can_be_put_right(
    empty: Flask, username: str, password: str, sentence: str
) -> None:
    run = empty.test_cli_runner()
    named = ["district", "start", "--username", username, "--name", "Bambang Sutrisno", "--password-stdin"]
    refused = run.invoke(args=named, input=f"{password}\n")
    assert refused.exit_code == 1 and sentence in refused.stderr
    assert run.invoke(args=[*NAMED, "--password-stdin"], input="kopi-lentera-4821\n").exit_code == 0


def test_at_a_terminal_it_asks_and_shows_no_password(empty: Flask) -> None:
    asked = empty.test_cli_runner().invoke(
        args=["district", "start"], input="bambang\nBambang Sutrisno\nkopi-lentera-4821\nkopi-lentera-4821\n"
    )
    assert asked.exit_code == 0 and "Kata sandi pertama" in asked.output
    assert "kopi-lentera-4821" not in asked.output
