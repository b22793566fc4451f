"""The house itself: floors as the import contract has them, files that say what they are, one place that commits."""

import ast
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from app.rooms import FLOORS, ROOMS

ROOT = Path(__file__).resolve().parent.parent
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "manager", "handlers"}


def test_the_floors_are_those_of_the_import_contract() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract for contract in contracts if contract["type"] == "layers")["layers"]
    floors = [{room.strip() for room in floor.split("|")} for floor in reversed(layers)]
    assert floors == [set(floor) for floor in FLOORS]


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_is_and_opens(room: str) -> None:
    module = import_module(f"app.{room}")
    assert module.__doc__
    assert callable(module.init_app)


@pytest.mark.parametrize("path", sorted(ROOT.glob("app/**/*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_every_file_says_what_it_is_and_none_is_a_drawer(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES
    assert ast.get_docstring(ast.parse(path.read_text())), f"{path} says nothing about itself"


def test_only_the_unit_of_work_commits() -> None:
    """``session.commit`` stands in one place; everything else goes through ``unit_of_work``."""
    found = [path for path in ROOT.glob("app/**/*.py") if ".commit()" in path.read_text()]
    assert [path.name for path in found] == ["database.py"]
