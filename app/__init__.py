"""Lumbung: a cooperative's point of sale and member ledger.

``create_app`` opens the rooms from the lowest floor up (``app/rooms.py``) and then makes sure that
every route says who may open it.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

import config
from app.demo import demo
from app.foundation import guard
from app.foundation.web import static_version
from app.rooms import ROOMS
from app.serve import serve

HERE = Path(__file__).parent


def create_app(overrides: dict[str, Any] | None = None) -> Flask:
    """The application. ``overrides`` replace configuration, for tests and benchmarks."""
    app = Flask(__name__, static_url_path=f"/static/{static_version(HERE / 'static')}")
    app.config.from_mapping(config.load() | (overrides or {}))
    if app.config["TRUSTED_PROXIES"]:
        hops = app.config["TRUSTED_PROXIES"]
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    for room in ROOMS:
        import_module(f"app.{room}").init_app(app)
    app.cli.add_command(serve)
    app.cli.add_command(demo)
    guard.check_all_declared(app)
    return app
