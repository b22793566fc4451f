"""What every room stands on: transactions, money, quantities, dates, refusals and the guard.

It has no tables and no business words. Whatever is here is used by at least two rooms.
It promises that nothing is written outside ``unit_of_work`` and that no route opens undeclared.
"""

from flask import Flask

from app.foundation import database, errors, guard, language, logs, typed, web


def init_app(app: Flask) -> None:
    logs.init_app(app)
    language.init_app(app)
    database.init_app(app)
    typed.init_app(app)
    web.init_app(app)
    guard.init_app(app)
    errors.init_app(app)
