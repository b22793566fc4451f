"""The real server: gunicorn where there is fork, waitress elsewhere. Threads in one process on SQLite.

On SQLite a second process was slower and had ten times the tail, so there is one. PostgreSQL may
have as many as ``WEB_CONCURRENCY`` says. Requests are logged by our own log, and by nothing else.
"""

import os
import signal
import sys
from typing import Any

import click
from flask import Flask, current_app
from flask.cli import ScriptInfo, pass_script_info

from app.demo import demo_accounts
from app.foundation.database import db
from app.foundation.engines import is_sqlite
from app.home import health

OWNER_SERVES = (
    "the login in DATABASE_URL owns the tables, or may become their owner, and could drop the ledger's guards;"
    " give the app a login of its own and name the owner in DATABASE_OWNER_URL"
)
KEEP_ALIVE_SECONDS = 75
"""Longer than a queue at the counter pauses: a new connection costs a slow phone three round trips."""


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 serves the whole network.")
@click.option("--port", default=5000, show_default=True, envvar="PORT", type=click.IntRange(1, 65535))
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 64))
@pass_script_info
def serve(info: ScriptInfo, host: str, port: int, threads: int) -> None:
    """Serve the application until it is told to stop (Ctrl-C)."""
    app = info.load_app()
    with app.app_context():
        _check_database()
        _announce(host, port)
    let_go(app)
    if sys.platform == "win32":
        _waitress(app, host, port, threads)
    else:
        _gunicorn(app, host, port, threads)


def let_go(app: Flask) -> None:
    """Close every connection: none may be carried into another process, where both would use it."""
    with app.app_context():
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


def workers(url: str) -> int:
    """How many processes serve: one on SQLite, else what WEB_CONCURRENCY says."""
    return 1 if is_sqlite(url) else max(1, int(os.environ.get("WEB_CONCURRENCY", "1")))


def _check_database() -> None:
    """Raises ClickException where requests could only fail."""
    findings, _ = health.examine()
    if not findings["database"]:
        raise click.ClickException("the database does not answer; look at DATABASE_URL")
    if not findings["migrated"]:
        raise click.ClickException(
            "the database is not at this program's migration: flask --app app db upgrade"
        )
    if findings["login_owns_tables"]:
        _refuse_or_warn(OWNER_SERVES)


def _refuse_or_warn(sentence: str) -> None:
    """Raises ClickException in production."""
    if current_app.config["PRODUCTION"]:
        raise click.ClickException(sentence)
    click.secho(f"Warning: {sentence}", fg="yellow", err=True)


def _announce(host: str, port: int) -> None:
    where = f"[{host}]" if ":" in host else host
    click.echo(f"Lumbung: http://{where}:{port}")
    for name, password, person in demo_accounts():
        click.echo(f"  {name}  {password}  {person}")


def _gunicorn(app: Flask, host: str, port: int, threads: int) -> None:
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415  # not there on Windows

    class Server(BaseApplication):
        def load_config(self) -> None:
            for name, value in _settings(app, host, port, threads).items():
                self.cfg.set(name, value)

        def load(self) -> Flask:
            return app

    Server().run()


def _settings(app: Flask, host: str, port: int, threads: int) -> dict[str, Any]:
    return {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": workers(app.config["DATABASE_URL"]),
        "worker_class": "gthread",
        "threads": threads,
        "keepalive": KEEP_ALIVE_SECONDS,
        "loglevel": "warning",
        "control_socket_disable": True,
        "when_ready": _stop_gracefully,
        "post_worker_init": _leave_stopping_to_the_master,
    }


def _stop_gracefully(_: Any) -> None:
    """Ctrl-C ends like a service manager's stop: requests in progress are answered first."""
    signal.signal(signal.SIGINT, lambda *_: os.kill(os.getpid(), signal.SIGTERM))


def _leave_stopping_to_the_master(_: Any) -> None:
    """Ctrl-C reaches every process of the terminal; the master tells its workers when to end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _waitress(app: Flask, host: str, port: int, threads: int) -> None:
    import waitress  # noqa: PLC0415  # there on Windows only

    waitress.serve(app, host=host, port=port, threads=threads, ident=None)
