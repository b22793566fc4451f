"""The database refuses what breaks a promise, whoever asks; and it is the named guard that refuses."""

from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.conftest import Databases
from tests.ledger import attacks
from tests.ledger.attacks import Attack
from tests.ledger.raw import Forger, app_engine, contents, owner_engine, set_the_stage

GERAI = 1


@dataclass
class Target:
    """A staged database of one engine."""

    url: str
    engine: str

    def connections(self) -> dict[str, Engine]:
        """Who may try. On SQLite there is nobody but the app."""
        app = {"the app": app_engine(self.url)}
        return app if self.engine == "sqlite" else app | {"the owner": owner_engine(self.url)}

    def contents(self) -> dict[str, list[Any]]:
        with owner_engine(self.url).connect() as connection:
            return contents(connection)


def staged(databases: Databases) -> Target:
    url = databases.copy()
    with app_engine(url).begin() as connection:
        set_the_stage(Forger(connection, GERAI))
    return Target(url, databases.engine)


@pytest.fixture(scope="module")
def target(databases: Databases) -> Target:
    return staged(databases)


@pytest.fixture
def victim(databases: Databases, target: Target) -> Target:
    """A copy to drop guards in. On PostgreSQL that is undone with the transaction, so one serves them all."""
    return staged(databases) if databases.engine == "sqlite" else target


def refuses(target: Target, attack: Attack) -> None:
    before = target.contents()
    for who, engine in target.connections().items():
        with pytest.raises(DBAPIError) as refused, engine.begin() as connection:
            attack.strike(Forger(connection, GERAI))
        if who == "the app" and "permission denied" in str(refused.value):
            continue
        assert isinstance(refused.value, IntegrityError), f"{who}: {refused.value}"
        assert attack.expected(target.engine) in str(refused.value.orig), who
    assert target.contents() == before


def lets_through(target: Target, attack: Attack) -> None:
    """Drop the attack's guards, strike, and see that it worked. The copy is of no use afterwards, or is rolled back."""
    drops = [guard.drop(target.engine == "sqlite") for guard in attack.guards[target.engine]]
    with owner_engine(target.url).connect() as connection:
        before = contents(connection)
        if target.engine == "sqlite":
            connection.rollback()  # pragmas are deaf within a transaction
            for drop in drops:
                connection.connection.driver_connection.execute(drop)
        else:
            for drop in drops:
                connection.execute(text(drop))
        attack.strike(Forger(connection, GERAI))
        if target.engine == "sqlite":
            connection.commit()
        else:
            connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))  # what COMMIT would look at
        assert contents(connection) != before, "the attack changed nothing"


def names(attacks: tuple[Attack, ...]) -> Any:
    return pytest.mark.parametrize("attack", attacks, ids=[attack.name for attack in attacks])


@names(attacks.BOTH)
def test_it_is_refused(target: Target, attack: Attack) -> None:
    refuses(target, attack)


@names(attacks.BOTH)
def test_it_succeeds_without_its_guard(victim: Target, attack: Attack) -> None:
    lets_through(victim, attack)


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
@names(attacks.SQLITE)
def test_sqlite_refuses_it(target: Target, attack: Attack) -> None:
    refuses(target, attack)


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
@names(attacks.SQLITE)
def test_it_succeeds_on_sqlite_without_its_guard(victim: Target, attack: Attack) -> None:
    lets_through(victim, attack)


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
@names(attacks.POSTGRESQL)
def test_postgresql_refuses_it(target: Target, attack: Attack) -> None:
    refuses(target, attack)


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
@names(attacks.POSTGRESQL)
def test_it_succeeds_on_postgresql_without_its_guard(victim: Target, attack: Attack) -> None:
    lets_through(victim, attack)
