"""EAN-13 and EAN-8 as bars, drawn as one SVG path. Pure.

A code is a row of modules, dark or light; the guards at both ends and in the middle are longer, as on every package.
"""

from collections.abc import Iterator

LEFT = (
    "0001101",
    "0011001",
    "0010011",
    "0111101",
    "0100011",
    "0110001",
    "0101111",
    "0111011",
    "0110111",
    "0001011",
)
"""The digits of the left half in the odd set; the other two sets are made of it."""
PARITY = ("AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA")
EDGE, MIDDLE = "101", "01010"
QUIET = 9
"""Light modules on either side, without which scanners do not find the code."""
HEIGHT, GUARD = 50, 55


def modules(code: str) -> str:
    """The modules of an EAN-13 (95) or EAN-8 (67), ``1`` for dark. Raises ValueError for any other length."""
    if len(code) == 13:
        sets = PARITY[int(code[0])]
        left = "".join(_left(digit, which) for digit, which in zip(code[1:7], sets, strict=True))
        return EDGE + left + MIDDLE + "".join(map(_right, code[7:])) + EDGE
    if len(code) == 8:
        return (
            EDGE
            + "".join(_left(digit, "A") for digit in code[:4])
            + MIDDLE
            + "".join(map(_right, code[4:]))
            + EDGE
        )
    raise ValueError(code)


def _left(digit: str, which: str) -> str:
    return LEFT[int(digit)] if which == "A" else _right(digit)[::-1]


def _right(digit: str) -> str:
    return LEFT[int(digit)].translate(str.maketrans("01", "10"))


def path(code: str) -> str:
    """The ``d`` of an SVG path; ``width`` and ``GUARD`` are its box."""
    row = modules(code)
    half = len(row) // 2
    guards = {0, 2, half - 1, half + 1, len(row) - 3, len(row) - 1}
    parts = []
    for start, length in _runs(row):
        tall = GUARD if start in guards else HEIGHT
        parts.append(f"M{QUIET + start} 0h{length}v{tall}h-{length}z")
    return "".join(parts)


def width(code: str) -> int:
    return len(modules(code)) + 2 * QUIET


def _runs(row: str) -> Iterator[tuple[int, int]]:
    """(start, length) of each dark bar."""
    start = None
    for place, module in enumerate(f"{row}0"):
        if module == "1" and start is None:
            start = place
        elif module == "0" and start is not None:
            yield start, place - start
            start = None
