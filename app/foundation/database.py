"""The database: two engines, one session, and the only place that commits.

Reads go to a read-only engine, so a page can neither write nor wait for a writer. Writes happen
inside ``unit_of_work`` on the write engine. On SQLite that engine is one connection that says
BEGIN IMMEDIATE (the default mode loses updates silently); on PostgreSQL acts lock their gerai's row.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session as FlaskSession
from sqlalchemy import Engine, MetaData, event
from sqlalchemy.orm import DeclarativeBase, ORMExecuteState
from sqlalchemy.orm import Session as OrmSession

from app.foundation import batch, engines

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)


class WriteOutsideUnit(RuntimeError):
    """Something tried to write or commit outside ``unit_of_work``: a bug, never a refusal."""


class RoutingSession(FlaskSession):
    """Answers the write engine inside a unit of work and the read engine outside it."""

    def get_bind(self, mapper: Any = None, clause: Any = None, bind: Any = None, **kwargs: Any) -> Engine:
        return db.engines[None if self.info.get("writing") else "read"]

    def commit(self) -> None:
        if not self.info.get("committing"):
            raise WriteOutsideUnit("only unit_of_work commits")
        super().commit()


db = SQLAlchemy(model_class=Base, session_options={"class_": RoutingSession})
migrate = Migrate()

if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model


def tenant(*items: Any) -> tuple[Any, ...]:
    """``__table_args__`` of a gerai's table: clustered on its composite key on SQLite."""
    return (*items, {"sqlite_with_rowid": False})


def writing() -> bool:
    return bool(db.session().info.get("writing"))


@contextmanager
def unit_of_work() -> Iterator[OrmSession]:
    """One transaction: everything in it is committed, or nothing is.

    Ends the read transaction first, so that what was read before is read anew under the lock.
    Raises WriteOutsideUnit when nested: an act joins the outer act, it opens no second unit.
    """
    session = db.session()
    if session.info.get("committed together"):
        with session.begin_nested():
            yield session
        return
    if session.info.get("writing"):
        raise WriteOutsideUnit("a unit of work is open already")
    _commit(session)
    session.info["writing"] = True
    try:
        yield session
        _commit(session)
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info["writing"] = False


@contextmanager
def committed_together() -> Iterator[None]:
    """Units of work within it stay apart, each refused or done by itself, and are committed at its end, all at once.

    For commands that do very much: a commit waits for the disk as long as ten sales take.
    """
    with unit_of_work() as session:
        session.info["committed together"] = True
        try:
            yield
        finally:
            session.info["committed together"] = False


def _commit(session: OrmSession) -> None:
    session.info["committing"] = True
    try:
        session.commit()
    finally:
        session.info["committing"] = False


@event.listens_for(RoutingSession, "before_flush")
def _refuse_flush(session: OrmSession, *_: Any) -> None:
    changed = session.new or session.dirty or session.deleted
    if changed and not session.info.get("writing"):
        raise WriteOutsideUnit("a row was changed outside a unit of work")


@event.listens_for(RoutingSession, "do_orm_execute")
def _refuse_statement(state: ORMExecuteState) -> None:
    if not state.is_select and not state.session.info.get("writing"):
        statement = state.statement
        if getattr(statement, "is_dml", False):
            raise WriteOutsideUnit("a statement would write outside a unit of work")


def init_app(app: Flask) -> None:
    url = app.config["DATABASE_URL"]
    app.config.setdefault("SQLALCHEMY_DATABASE_URI", url)
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = engines.write_options(url)
    app.config["SQLALCHEMY_BINDS"] = {"read": {"url": url, **engines.read_options(url)}}
    db.init_app(app)
    migrate.init_app(app, db, directory=str(app.config["ROOT"] / "migrations"))
    with app.app_context():
        engines.listen(db.engines[None], read_only=False)
        engines.listen(db.engines["read"], read_only=True)
        batch.listen(db.engines[None])
