"""Reports that read across rooms: the gerai's day on one page.

It writes nothing; its figures come from totals and counts that posting keeps.
"""

from flask import Flask

from app.statements import routes


def init_app(app: Flask) -> None:
    app.register_blueprint(routes.blueprint)
