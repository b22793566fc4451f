"""Gerai: the villages and their shops, their units and officers, and who may do what in each.

It answers the guard's question (may this user do this here?) out of one table, and promises that who
has no role in a gerai cannot even learn that it exists. It also keeps the day counts of each gerai.
"""

from flask import Flask

from app.foundation import guard
from app.gerai import cli, hooks, navigation, queries, roles, routes, words
from app.gerai.queries.gerai import codes
from app.ledger import hooks as ledger_hooks


def init_app(app: Flask) -> None:
    hooks.init_app(app)
    hooks.of(app).act_names.update(words.ACT_NAMES)
    navigation.init_app(app)
    ledger_hooks.of(app).codes = codes
    ledger_hooks.of(app).bound_until = queries.bound_until
    app.jinja_env.filters["role_name"] = roles.name_of
    guard.set_resolver(app, queries.standing)
    app.register_blueprint(routes.blueprint)
    app.cli.add_command(cli.district)
