"""What a service moves, and how little of a customer's number is kept. Pure."""

from dataclasses import dataclass

PAYS_OUT = frozenset({"withdrawal"})
"""Services in which the drawer pays and the deposit grows."""
KEPT = 4


@dataclass(frozen=True)
class Effect:
    """Rupiah into the drawer and into the deposit (negative: out of it), and what the gerai earns."""

    drawer: int
    deposit: int
    earned: int


def effect(service: str, *, principal: int, fee: int, commission: int) -> Effect:
    """``fee`` comes from the customer in cash, ``commission`` stays in the deposit; they alone are earned.

    A payment takes principal and fee into the drawer; a withdrawal pays the principal out and keeps the fee.
    """
    way = -1 if service in PAYS_OUT else 1
    return Effect(way * principal + fee, -way * principal + commission, fee + commission)


def masked(number: str) -> str:
    """The last digits behind stars: enough to recognise, too few to misuse."""
    plain = "".join(sign for sign in number if sign.isalnum())
    shown = min(KEPT, len(plain) // 2)
    return "*" * max(len(plain) - shown, 4) + (plain[-shown:] if shown else "")
