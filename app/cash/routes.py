"""Pages of this room."""

from flask import Blueprint

blueprint = Blueprint("cash", __name__, template_folder="templates")
