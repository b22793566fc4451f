"""Pages of this room."""

from flask import Blueprint

blueprint = Blueprint("gerai", __name__, template_folder="templates")
