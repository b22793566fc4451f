"""The floors of the house, lowest first. A room imports only from the floors below its own.

``create_app`` opens the rooms in this order; a test holds the list against the import contract.
"""

FLOORS: tuple[tuple[str, ...], ...] = (
    ("foundation",),
    ("access",),
    ("books",),
    ("ledger",),
    ("gerai",),
    ("members", "catalog", "cash"),
    ("savings", "inventory", "receivables", "agency"),
    ("purchasing",),
    ("sales",),
    ("opening", "statements"),
    ("district",),
    ("home",),
)
ROOMS = tuple(room for floor in FLOORS for room in floor)
