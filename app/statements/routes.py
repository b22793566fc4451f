"""Pages of this room."""

from flask import Blueprint

blueprint = Blueprint("statements", __name__, template_folder="templates")
