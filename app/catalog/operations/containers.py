"""Vessels that come back, and the deposit for who brings no empty one."""

from typing import Any

from sqlalchemy import func, insert, select, update

from app.books.acts import act
from app.books.book import OpenBook
from app.catalog import refusals
from app.catalog.models import Container
from app.catalog.operations.items import changed


@act("catalog.add_container")
def add_container(book: OpenBook, *, name: str, deposit: int) -> dict[str, Any]:
    """A new kind of vessel. Raises NameTaken."""
    no, tidy = book.next_no("container"), _free(book, name)
    row = {"gerai_id": book.gerai_id, "no": no, "name": tidy, "deposit": deposit}
    book.session.execute(insert(Container), [row])
    changed(book)
    return {"container": no, "name": tidy, "deposit": deposit}


@act("catalog.change_container")
def change_container(book: OpenBook, *, container_no: int, name: str, deposit: int) -> dict[str, Any]:
    """Its name, and the deposit from now on: what was lent out before keeps the deposit it was lent for.

    Raises ContainerUnknown, NameTaken.
    """
    mine = (Container.gerai_id == book.gerai_id, Container.no == container_no)
    was = book.session.scalar(select(Container.deposit).where(*mine))
    if was is None:
        raise refusals.ContainerUnknown()
    tidy = _free(book, name, but=container_no)
    book.session.execute(update(Container).where(*mine).values(name=tidy, deposit=deposit))
    changed(book)
    return {"container": container_no, "name": tidy, "deposit": deposit, "was": was}


def _free(book: OpenBook, name: str, but: int = 0) -> str:
    tidy = " ".join(name.split())
    same = select(Container.name).where(
        Container.gerai_id == book.gerai_id, func.lower(Container.name) == tidy.lower(), Container.no != but
    )
    taken = book.session.scalar(same)
    if taken is not None:
        raise refusals.NameTaken("name", name=taken)
    return tidy
