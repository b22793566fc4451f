"""Commands of the ledger."""

from flask.cli import AppGroup

ledger = AppGroup("ledger", help="Audit and rebuild the books.")
