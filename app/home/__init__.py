"""The front hall: each role lands on what it needs next. It also answers for the health of the service."""

from flask import Flask

from app.home import routes


def init_app(app: Flask) -> None:
    app.register_blueprint(routes.blueprint)
