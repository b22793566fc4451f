"""Users and how they sign in. It knows people with passwords, not what they may do.

It promises argon2 for every password and PIN, a throttle per account and per address, a session of its own
for each sign-in that signing out ends for good, that a first password is changed before anything else, and
that a changed password ends the sessions on all devices.
"""

from flask import Flask

from app.access import first_password, routes, sessions, throttle


def init_app(app: Flask) -> None:
    sessions.init_app(app)
    throttle.init_app(app)
    first_password.init_app(app)
    app.register_blueprint(routes.blueprint)
