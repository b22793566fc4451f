"""Gerai: the villages and their shops, their units and officers, and who may do what in each.

It answers the guard's question (may this user do this here?) out of one table, and promises that who
has no role in a gerai cannot even learn that it exists. It also keeps the day counts of each gerai.
"""

from flask import Flask

from app.foundation import guard
from app.gerai import hooks, queries, routes


def init_app(app: Flask) -> None:
    hooks.init_app(app)
    guard.set_resolver(app, queries.standing)
    app.register_blueprint(routes.blueprint)
