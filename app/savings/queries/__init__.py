"""Questions about shares and savings."""

from app.savings.queries.movements import Receipt, movements, movements_of, receipt, received_in
from app.savings.queries.standing import Standing, balances, member_standing, paid_months, terms

__all__ = [
    "Receipt",
    "Standing",
    "balances",
    "member_standing",
    "movements",
    "movements_of",
    "paid_months",
    "receipt",
    "received_in",
    "terms",
]
