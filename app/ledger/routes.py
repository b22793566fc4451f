"""Pages of this room."""

from flask import Blueprint

blueprint = Blueprint("ledger", __name__, template_folder="templates")
