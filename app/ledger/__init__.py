"""The double-entry ledger. It knows accounts, periods, entries and postings, and no product.

It promises that every entry balances as a whole and within each unit, that nothing is ever changed
or deleted, that one gerai's entries form one unbroken chain, and that closed is closed. The database
holds these promises itself, on both engines (see migrations/guards), whatever the program does.
"""

from flask import Flask

from app.ledger import cli, hooks, routes


def init_app(app: Flask) -> None:
    hooks.init_app(app)
    app.register_blueprint(routes.blueprint)
    app.cli.add_command(cli.ledger)
