"""The door as it really is: apps of their own, with CSRF or the throttle turned on."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.access.throttle import limiter
from tests.conftest import Databases, application, let_go
from tests.village import PASSWORD

Door = Callable[..., Flask]


@pytest.fixture
def door(databases: Databases) -> Iterator[Door]:
    """Makes an app on a village of its own, with whatever settings the test needs."""
    made: list[Flask] = []

    def make(**settings: Any) -> Flask:
        made.append(application(databases.copy(), **settings))
        return made[-1]

    yield make
    for app in made:
        let_go(app)
    # One limiter serves every app of the process: leave it as the other tests expect it.
    limiter.enabled = False


@pytest.fixture
def throttled(door: Door) -> Flask:
    app = door(RATELIMIT_ENABLED=True)
    limiter.reset()
    return app


def sign_in(client: FlaskClient, username: str = "budi", password: str = PASSWORD, **kwargs: Any) -> Any:
    form = {"username": username, "password": password, **kwargs.pop("extra", {})}
    return client.post("/sign-in", data=form, **kwargs)


def token_of(page: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert found is not None, "the page has a form without a token"
    return found[1]
