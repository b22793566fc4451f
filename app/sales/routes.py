"""Pages of this room."""

from flask import Blueprint

blueprint = Blueprint("sales", __name__, template_folder="templates")
