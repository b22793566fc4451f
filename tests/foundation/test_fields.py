"""The form fields: what they take, what they refuse, and that what was typed stays."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from app.foundation.fields import ActForm, QuantityField, RupiahField
from tests.foundation import test_money, test_quantity


class Form(ActForm):
    price = RupiahField("Harga")
    weight = QuantityField("Berat")
    pieces = QuantityField("Jumlah", decimals=0)


@pytest.fixture
def filled(app: Flask) -> Any:
    """The form as it comes back from a browser."""
    with app.test_request_context("/", method="POST"):
        yield lambda **typed: Form(MultiDict({"reference": str(uuid4()), **typed}))


Filled = Callable[..., Form]
# One engine is enough: nothing here asks the database.
pytestmark = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)


@pytest.mark.parametrize("typed", ["12500", "12.500", "Rp 12.500", " Rp12.500 "])
def test_rupiah_is_taken_as_people_write_it(filled: Filled, typed: str) -> None:
    form = filled(price=typed)
    assert form.validate() and form.price.data == 12_500
    assert type(form.price.data) is int


@pytest.mark.parametrize(
    "typed", [typed for typed in test_money.REFUSED if typed.strip()], ids=lambda typed: ascii(typed[:24])
)
def test_what_is_no_rupiah_is_refused_and_kept(filled: Filled, typed: str) -> None:
    form = filled(price=typed)
    assert not form.validate()
    assert form.price.errors == ["Tulis rupiah bulat tanpa sen, misalnya 12.500."]
    assert form.price.data is None and form.price._value() == typed


@pytest.mark.parametrize(
    "typed", [typed for typed in test_quantity.REFUSED if typed.strip()], ids=lambda typed: ascii(typed[:24])
)
def test_what_is_no_quantity_is_refused_and_kept(filled: Filled, typed: str) -> None:
    form = filled(weight=typed)
    assert not form.validate()
    assert form.weight.errors == ["Tulis jumlah seperti 3 atau 1,250."]
    assert form.weight.data is None and form.weight._value() == typed


@pytest.mark.parametrize(
    "typed, weight, pieces", [("3", 3_000, 3_000), ("1,25", 1_250, None), ("", None, None)]
)
def test_pieces_are_whole(filled: Filled, typed: str, weight: int | None, pieces: int | None) -> None:
    form = filled(weight=typed, pieces=typed)
    assert form.validate() == (pieces is not None or not typed)
    assert (form.weight.data, form.pieces.data) == (weight, pieces)


def test_an_empty_field_is_nothing_and_not_zero(filled: Filled) -> None:
    form = filled(price="  ")
    assert form.validate() and form.price.data is None


def test_what_the_books_say_is_shown_the_way_it_is_typed(filled: Filled) -> None:
    form = Form(price=1_250_000, weight=1_250, formdata=None)
    assert (form.price._value(), form.weight._value()) == ("1.250.000", "1,250")
    assert Form(formdata=None).price._value() == ""


@pytest.mark.parametrize("reference", ["", "x", "123", "' OR 1=1", "0" * 500])
def test_a_form_without_its_reference_is_broken(filled: Filled, reference: str) -> None:
    assert not filled(reference=reference).validate()


def test_every_form_has_a_reference_of_its_own(filled: Filled) -> None:
    one, two = Form(formdata=None), Form(formdata=None)
    assert one.reference.data != two.reference.data
