"""The ledger's pages, all under ``/g/<code>/ledger/``.

| journal, entry, new_entry      | what was posted, one of them whole, and a new one by hand |
| post_entry, reverse_entry      | the acts behind their forms                               |
| account, trial_balance         | what accounts stand at                                    |
| periods and its three acts     | months: opened, closed, reopened                          |
"""

from app.ledger.routes import accounts, entries, journal, periods
from app.ledger.routes.blueprint import blueprint

__all__ = ["accounts", "blueprint", "entries", "journal", "periods"]
