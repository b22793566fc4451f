"""``flask demo make``: demo life for an empty database."""

import sys

import click
from flask import current_app
from flask.cli import AppGroup
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from app.access import passwords
from app.demo import district, village
from app.demo.empty import is_empty
from app.foundation.clock import now

demo = AppGroup("demo", help="Demo life, for trying and for showing.")
BUILDERS = {"district": (district.make, district.STEPS), "village": (village.make, village.STEPS)}


@demo.command("make")
@click.option("--size", type=click.Choice(sorted(BUILDERS)), default="district", show_default=True)
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same life.")
@click.option("--if-empty", is_flag=True, help="Do nothing, quietly, when there is life already.")
def make(size: str, seed: int, if_empty: bool) -> None:
    """Make demo life through the real acts: one gerai with thirty days, or the district with 58 and sixty."""
    if not is_empty():
        if if_empty:
            return
        _stop("This database holds life already; demo life is made only in an empty one.")
    if current_app.config["PRODUCTION"]:
        if if_empty:
            return
        _stop("Production has no demo life. Start a real district with: flask district start")
    build, steps = BUILDERS[size]
    with passwords.hashing_lightly():
        _show(build(now(), seed), steps)


def _show(steps: object, total: int) -> None:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("Demo", total=total)
        for done in steps:  # type: ignore[attr-defined]
            progress.update(task, advance=1, description=f"Demo: {done}")


def _stop(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(1)
