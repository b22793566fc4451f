"""A receipt on 58 and 80 mm paper."""

from hypothesis import given
from hypothesis import strategies as st

from app.foundation.paper import COLUMNS
from app.sales.receipt import Receipt, ReceiptLine, Words, layout

WORDS = Words("Kasir", "TOTAL", "Pembulatan", "DIBAYAR", "KEMBALI", "Potongan", "Terima kasih.")


def receipt(lines: list[ReceiptLine], **fields: object) -> Receipt:
    total = sum(line.amount for line in lines)
    facts = {
        "shop": "Gerai Sukamaju, Wonodadi",
        "cooperative": "Koperasi Desa Merah Putih Sukamaju",
        "address": "Jl. Raya 1",
        "number": "A-000123",
        "when": "23-11-2026 08.05",
        "cashier": "Budi Santoso",
        "lines": lines,
        "total": total,
        "rounding": -(total % 100),
        "tenders": [("Tunai", total + 1_000)],
        "change": 1_000,
        "words": WORDS,
    }
    return Receipt(**(facts | fields))  # type: ignore[arg-type]


def test_it_reads_like_a_good_shops() -> None:
    lines = [
        ReceiptLine("Beras medium 5 kg", "pak", 2000, 65_000, 0, 130_000),
        ReceiptLine("Telur ayam ras", "kg", 1250, 28_250, 0, 35_313),
        ReceiptLine("Sabun mandi", "pcs", 3000, 3_650, 950, 10_000),
    ]
    text = layout(receipt(lines, tenders=[("Tunai", 200_000)], change=24_700), 32)
    assert text == [
        "    Gerai Sukamaju, Wonodadi",
        "   Koperasi Desa Merah Putih",
        "            Sukamaju",
        "           Jl. Raya 1",
        "-" * 32,
        "A-000123        23-11-2026 08.05",
        "Kasir Budi Santoso",
        "-" * 32,
        "Beras medium 5 kg",
        "  2 pak x 65.000         130.000",
        "Telur ayam ras",
        "  1,250 kg x 28.250       35.313",
        "Sabun mandi",
        "  3 pcs x 3.650           10.950",
        "  Potongan                  -950",
        "-" * 32,
        "TOTAL                    175.313",
        "Pembulatan                   -13",
        "DIBAYAR                  175.300",
        "Tunai                    200.000",
        "KEMBALI                   24.700",
        "-" * 32,
        "         Terima kasih.",
    ]


names = st.text(max_size=60)
amounts = st.integers(0, 10**12)
receipt_lines = st.builds(
    ReceiptLine, names, st.text(max_size=10), st.integers(1, 10**9), amounts, amounts, amounts
)


@given(st.lists(receipt_lines, max_size=5), names, names, st.sampled_from(sorted(COLUMNS.values())))
def test_no_line_is_wider_than_the_paper_and_all_is_ascii(
    lines: list[ReceiptLine], shop: str, cashier: str, columns: int
) -> None:
    for row in layout(receipt(lines, shop=shop, cashier=cashier), columns):
        assert len(row) <= columns and row.isascii()
