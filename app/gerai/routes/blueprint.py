"""Where the pages of this room hang, and how their URLs name a person."""

from flask import Blueprint

blueprint = Blueprint("gerai", "app.gerai", template_folder="templates")

MOST = 999_999_999
PERSON = f"<int(max={MOST}):user_id>"
"""A person's number in a URL; what is larger than any is a page that does not exist."""
