"""``flask serve``: what it refuses, and how it ends."""

import signal
from pathlib import Path

import pytest

from app.serve import workers
from tests.conftest import Databases, application, let_go
from tests.drills.serving import Server


def test_it_does_not_serve_a_database_that_is_not_migrated(databases: Databases) -> None:
    app = application(databases.empty())
    result = app.test_cli_runner().invoke(args=["serve"])
    let_go(app)
    assert result.exit_code == 1
    assert "flask --app app db upgrade" in result.output


def test_it_does_not_serve_a_database_that_does_not_answer(tmp_path: Path) -> None:
    app = application(f"sqlite:///{tmp_path / 'missing' / 'x.db'}")
    result = app.test_cli_runner().invoke(args=["serve"])
    assert result.exit_code == 1
    assert "DATABASE_URL" in result.output


def test_one_process_serves_sqlite_and_as_many_as_wished_serve_postgresql(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WEB_CONCURRENCY", "3")
    assert workers("sqlite:///x.db") == 1
    assert workers("postgresql://somewhere/x") == 3
    monkeypatch.delenv("WEB_CONCURRENCY")
    assert workers("postgresql://somewhere/x") == 1


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_it_ends_when_told_to_and_says_nothing_but_its_address(
    databases: Databases, tmp_path: Path, how: signal.Signals
) -> None:
    log = tmp_path / "log"
    server = Server(databases.copy(), log)
    server.start()
    assert server.process is not None
    process = server.process
    server.end(how)
    assert process.returncode == 0
    assert log.read_text() == f"Lumbung: http://127.0.0.1:{server.port}\n"
