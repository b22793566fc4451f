"""Structured logs: one line a request, with a reference and never a person.

Paths carry gerai codes and document numbers; query strings, bodies and names are not logged.
"""

import logging
import re
import sys
import time
from uuid import uuid4

import structlog
from flask import Flask, Response, g, request

REFERENCE = re.compile(r"[0-9a-zA-Z-]{8,64}")
log = structlog.get_logger()


def configure(level: str, as_json: bool) -> None:
    renderer = structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )


def _begin() -> None:
    given = request.headers.get("X-Request-Id", "")
    g.request_reference = given if REFERENCE.fullmatch(given) else uuid4().hex[:12]
    g.request_started = time.monotonic()
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request=g.request_reference)


def _end(response: Response) -> Response:
    took_ms = round((time.monotonic() - g.request_started) * 1000, 1)
    log.info(
        "request", method=request.method, path=request.path, status=response.status_code, took_ms=took_ms
    )
    response.headers["X-Request-Id"] = g.request_reference
    return response


def init_app(app: Flask) -> None:
    configure(app.config["LOG_LEVEL"], app.config["LOG_JSON"])
    app.before_request(_begin)
    app.after_request(_end)
