"""Commands of the ledger: ``flask ledger audit`` and ``flask ledger rebuild``."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask.cli import AppGroup
from rich.console import Console
from rich.progress import Progress
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.books import DISTRICT
from app.books.book import Occasion
from app.books.models import Book
from app.foundation.clock import now
from app.foundation.database import db
from app.ledger.audit import Fault, Report, Telling, audit, record_audit
from app.ledger.hooks import openings
from app.ledger.operations.rebuild import rebuild

ledger = AppGroup("ledger", help="Audit and rebuild the books.")
MANY = {
    "book": "books",
    "entry": "entries",
    "posting": "postings",
    "act": "acts",
    "balance": "balances",
    "daily_total": "daily totals",
    "monthly_total": "monthly totals",
}
ONE_GERAI = click.option("--gerai", "code", metavar="CODE", help="Only this gerai, by its village code.")


@ledger.command("audit")
@ONE_GERAI
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_context
def audit_command(context: click.Context, code: str | None, as_json: bool) -> None:
    """Walk every chain and consistency query; exit 1 naming each fault."""
    gerai_id = _gerai_id(code)
    with _progress() as tell:
        report = audit(gerai_id, tell)
    recorded = _record(gerai_id, report)
    if as_json:
        click.echo(json.dumps(_as_json(report), ensure_ascii=False, indent=2))
    else:
        _print(report)
    if not recorded:
        click.echo("The result could not be left in the book.", err=True)
    if report.faults or not recorded:
        context.exit(1)


@ledger.command("rebuild")
@ONE_GERAI
def rebuild_command(code: str | None) -> None:
    """Write balances, totals and counts anew from the postings, one act for each gerai."""
    gerai_id = _gerai_id(code)
    books = (
        [gerai_id]
        if gerai_id is not None
        else db.session.scalars(select(Book.gerai_id).order_by(Book.gerai_id)).all()
    )
    names = openings().codes()
    with _progress() as tell:
        for step, book in enumerate(books):
            tell(f"Rebuilding {_name(book, names)}", step, len(books))
            written = rebuild(Occasion(book, None, now())).answer
            click.echo(f"{_name(book, names)}: " + _figures(written))


def _gerai_id(code: str | None) -> int | None:
    if code is None:
        return None
    for gerai_id, known in openings().codes().items():
        if known == code:
            return gerai_id
    raise click.BadParameter(f"there is no gerai {code}", param_hint="--gerai")


def _record(gerai_id: int | None, report: Report) -> bool:
    """Leave the result as an act, where there is a book for it. A book out of order may not take it."""
    book = DISTRICT if gerai_id is None else gerai_id
    if db.session.get(Book, book) is None:
        return True
    checked = report.counts | {"rule": len(report.rules)}
    try:
        record_audit(Occasion(book, None, now()), checked=checked, faults=len(report.faults))
    except IntegrityError:
        return False
    return True


def _print(report: Report) -> None:
    names = openings().codes()
    for check, rule in report.rules.items():
        found = [fault for fault in report.faults if fault.check == check]
        click.echo(f"{f'{len(found)} FAULTS' if found else 'ok':>10}  {check}: {rule}")
        for fault in found:
            click.echo(f"{'':>10}  - {_name(fault.gerai_id, names)}: {fault.text}")
    click.echo(f"Checked {len(report.rules)} rules on " + _figures(report.counts))
    click.echo(f"Faults: {len(report.faults)}")


def _as_json(report: Report) -> dict[str, object]:
    names = openings().codes()
    checks = [
        {"check": check, "rule": rule, "faults": report.of(check)} for check, rule in report.rules.items()
    ]
    return {
        "checked": report.counts,
        "checks": checks,
        "faults": [_fault(fault, names) for fault in report.faults],
    }


def _fault(fault: Fault, names: dict[int, str]) -> dict[str, object]:
    return {"gerai": _name(fault.gerai_id, names), "check": fault.check, "fault": fault.text}


def _name(gerai_id: int | None, names: dict[int, str]) -> str:
    if gerai_id is None:
        return "all books"
    return "the district's book" if gerai_id == DISTRICT else names.get(gerai_id, f"book {gerai_id}")


def _figures(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {MANY[table]}" for table, count in counts.items())


@contextmanager
def _progress() -> Iterator[Telling]:
    """A bar on the terminal, on its error side; nothing where there is no terminal."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("")
        yield lambda doing, done, of: progress.update(task, description=doing[:60], completed=done, total=of)
