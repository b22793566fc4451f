"""Commands of the district office."""

import sys

import click
from flask.cli import AppGroup

from app.foundation.clock import now
from app.foundation.database import unit_of_work
from app.foundation.refusals import Refusal
from app.gerai.operations import start_district
from app.gerai.operations.district import load_reference

district = AppGroup("district", help="Start a district.")


@district.command("start")
@click.option("--username", prompt="Nama pengguna", help="Of the first administrator, to sign in with.")
@click.option("--name", prompt="Nama lengkap", help="Of the first administrator, as people know them.")
@click.option("--password-stdin", is_flag=True, help="Read the first password from standard input.")
def start(username: str, name: str, password_stdin: bool) -> None:
    """Make the reference data and the first administrator, once."""
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else _asked()
    try:
        start_district(username=username, name=name, password=password, at=now())
    except Refusal as refusal:
        print(refusal.message, file=sys.stderr)
        raise SystemExit(1) from None
    print(f"Kabupaten siap. {name.strip()} masuk sebagai {username.strip().lower()}")
    print("dan mengganti kata sandi pertama itu saat masuk.")


@district.command("refresh")
def refresh() -> None:
    """Put reference data that came with a new version (price rules) into a district that was started before."""
    with unit_of_work() as session:
        load_reference(session, now())


def _asked() -> str:
    answer: str = click.prompt("Kata sandi pertama", hide_input=True, confirmation_prompt="Sekali lagi")
    return answer
