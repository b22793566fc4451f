"""Where the pages of this room hang."""

from flask import Blueprint

blueprint = Blueprint("gerai", "app.gerai", template_folder="templates")
