"""Pages of this room."""

from flask import Blueprint

blueprint = Blueprint("inventory", __name__, template_folder="templates")
