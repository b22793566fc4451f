"""The drawer: registers, shifts, tenders and counts, shared by every counter of the gerai.

It promises that what lies in a drawer is what the books say, or that the difference stands in the
books by name; one count at night closes the day.
"""

from flask import Flask

from app.cash import routes


def init_app(app: Flask) -> None:
    app.register_blueprint(routes.blueprint)
