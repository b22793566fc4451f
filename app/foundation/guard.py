"""Who may open a route. Deny by default: a route that declares nothing keeps the app from starting.

A route says ``@permitted("sales.void")``, ``@signed_in`` or ``@public``. Under ``/g/<code>/`` the
guard asks the resolver (filled by the gerai room) for the gerai and what this user may do there,
and hands the route a ``gerai`` it may touch. Who has no standing there sees 404, as if it did not exist.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from flask import Flask, current_app, g, request
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from app.foundation.refusals import NotFound, Refusal

View = TypeVar("View", bound=Callable[..., Any])

PUBLIC = "public"
SIGNED_IN = "signed in"
FRAMEWORK_ENDPOINTS = {"static"}


class SignInRequired(Refusal):
    status = 401
    sentence = _l("Silakan masuk dulu.")


class NotPermitted(Refusal):
    status = 403
    sentence = _l("Tugas Anda tidak mencakup pekerjaan ini. Mintalah kepada pengelola gerai.")


class UndeclaredRoute(RuntimeError):
    """A route opens without saying to whom."""


@dataclass(frozen=True)
class Standing:
    """What one user may do in one gerai: permission -> the amount it reaches to (None: any)."""

    gerai: Any
    roles: frozenset[str] = frozenset()
    permissions: dict[str, int | None] = field(default_factory=dict)

    def may(self, permission: str) -> bool:
        return permission in self.permissions

    def limit(self, permission: str) -> int | None:
        """The largest amount in rupiah; None when there is no limit. KeyError without the permission."""
        return self.permissions[permission]


class Resolver(Protocol):
    def __call__(self, code: str | None, user_id: int) -> Standing | None:
        """Standing in the gerai of ``code`` (None: the district office), or None for a stranger."""


def _declare(view: View, need: str) -> View:
    view.need = need  # type: ignore[attr-defined]  # the declaration travels with the function
    return view


def public(view: View) -> View:
    return _declare(view, PUBLIC)


def signed_in(view: View) -> View:
    return _declare(view, SIGNED_IN)


def permitted(permission: str) -> Callable[[View], View]:
    return lambda view: _declare(view, permission)


def need_of(app: Flask, endpoint: str) -> str:
    """The declaration of an endpoint. Raises UndeclaredRoute."""
    if endpoint in FRAMEWORK_ENDPOINTS:
        return PUBLIC
    need = getattr(app.view_functions[endpoint], "need", None)
    if need is None:
        raise UndeclaredRoute(f"{endpoint} declares neither @permitted, @signed_in nor @public")
    return str(need)


def may(permission: str) -> bool:
    """For templates: would this user be let through here?"""
    standing = g.get("standing")
    return standing is not None and standing.may(permission)


def may_open(endpoint: str) -> bool:
    """Would this user be let through to that page of the same gerai? False where there is none."""
    if endpoint not in current_app.view_functions:
        return False
    need = need_of(current_app, endpoint)
    return need in (PUBLIC, SIGNED_IN) or may(need)


def standing() -> Standing:
    """What the present user may do in the present gerai."""
    return g.standing  # type: ignore[no-any-return]


def check_all_declared(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        need_of(app, rule.endpoint)


def set_resolver(app: Flask, resolver: Resolver) -> None:
    app.extensions["lumbung.resolver"] = resolver


def _check_request() -> None:
    if request.endpoint is None:
        return
    need = need_of(current_app, request.endpoint)
    if need == PUBLIC:
        return
    if not current_user.is_authenticated:
        raise SignInRequired()
    if need != SIGNED_IN:
        _enter(need)


def _enter(permission: str) -> None:
    arguments = request.view_args if request.view_args is not None else {}
    code = arguments.pop("code", None)
    found = current_app.extensions["lumbung.resolver"](code, current_user.id)
    if found is None:
        raise NotFound()
    g.standing = found
    if not found.may(permission):
        raise NotPermitted()
    if code is not None:
        arguments["gerai"] = found.gerai


def init_app(app: Flask) -> None:
    app.before_request(_check_request)
    app.jinja_env.globals["may"] = may
