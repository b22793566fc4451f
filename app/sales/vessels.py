"""The containers of a basket: a refill takes an empty in or a deposit. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.foundation.quantity import SCALE
from app.sales import refusals
from app.sales.basket import PricedLine
from app.sales.request import LineRequest
from app.sales.verdict import Verdict


@dataclass(frozen=True)
class Vessels:
    """What one line did with its containers; ``deposit`` in rupiah."""

    container_no: int
    empties: int
    deposits: int
    deposit: int


def vessels_of(
    requests: Sequence[LineRequest],
    lines: Sequence[PricedLine],
    deposit_of: Mapping[int, int],
    verdict: Verdict,
) -> dict[int, Vessels]:
    """By the line's place in the basket; ``deposit_of`` is container -> rupiah.

    Of a told line that says too little or too much, the rest counts as lent without a deposit.
    """
    found = {}
    for i, (request, line) in enumerate(zip(requests, lines, strict=True)):
        container_no = line.item.container_no if line.item else None
        empties, deposits = request.empties or 0, request.deposits or 0
        needed = line.stock_milli // SCALE if container_no else 0
        if empties + deposits != needed:
            verdict.object(refusals.ContainersDiffer(item=line.name, needed=needed, line=i))
        if container_no is not None:
            amount = deposits * deposit_of.get(container_no, 0)
            found[i] = Vessels(container_no, empties, deposits, amount)
    return found
