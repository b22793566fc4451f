"""What the pages of this room share."""

from flask import Blueprint, request

blueprint = Blueprint("access", "app.access", template_folder="templates")


def address() -> str:
    return (request.remote_addr or "")[:45]


def whence() -> dict[str, str]:
    """Where a session starts: the address, and what the browser says it is."""
    return {"address": address(), "agent": request.user_agent.string}
