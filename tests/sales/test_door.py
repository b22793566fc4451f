"""The till's door over HTTP: context, sales, refusals as problems."""

from app.catalog.operations import add_item
from tests.conftest import signed_in_as
from tests.sales.conftest import Shop
from tests.shop import RICE_CODE, SOAP, basket


def test_the_context_gives_a_client_what_it_needs_first(shop: Shop) -> None:
    with signed_in_as(shop.village.app, shop.village.users["budi"]) as client:
        context = client.get(f"/g/{shop.village.code}/till/context").json
        assert context["shift"]["no"] == shop.shift
        assert context["register"] == {"code": "A", "next_number": "A-000001"}
        assert context["rules"] == {
            "cash_rounding": 100,
            "discount_limit": 5_000,
            "void_limit": 50_000,
            "return_limit": 50_000,
            "tenders": ["cash", "qris", "transfer", "bon"],
        }
        assert context["csrf_token"]
        rice = next(item for item in context["items"] if item["no"] == 1)
        assert rice["price"] == 65_000 and rice["barcodes"] == [RICE_CODE]
        again = client.get(
            f"/g/{shop.village.code}/till/context?items_version={context['items_version']}"
        ).json
        assert again["items"] is None


def test_a_sale_is_created_once_and_answered_again(shop: Shop) -> None:
    body = basket([{"item": SOAP, "quantity": "2"}], shift=shop.shift, cash=10_000)
    with signed_in_as(shop.village.app, shop.village.users["budi"]) as client:
        url = f"/g/{shop.village.code}/till/sales"
        first, again = client.post(url, json=body), client.post(url, json=body)
        assert (first.status_code, again.status_code) == (201, 200)
        assert first.json == again.json
        assert set(first.json) == {"sale", "entry", "total", "change", "exceptions"}
        other = client.post(url, json=body | {"tenders": [{"kind": "cash", "amount": 20_000}]})
        assert (other.status_code, other.json["code"]) == (409, "reference_conflict")


def test_every_refusal_is_a_problem_with_a_code(shop: Shop) -> None:
    with signed_in_as(shop.village.app, shop.village.users["budi"]) as client:
        url = f"/g/{shop.village.code}/till/sales"
        for body, code in (
            (basket([{"item": SOAP, "quantity": "101"}], shift=shop.shift), "stock_short"),
            ({"reference": "x"}, "malformed"),
            ([], "malformed"),
        ):
            refused = client.post(url, json=body)
            assert refused.status_code == 422
            assert refused.content_type == "application/problem+json"
            assert refused.json["code"] == code and refused.json["detail"]
        broken = client.post(url, data="{", content_type="application/json")
        assert (broken.status_code, broken.json["code"]) == (422, "malformed")


def test_a_stranger_sees_nothing(shop: Shop) -> None:
    with signed_in_as(shop.village.app, shop.village.users["tono"]) as client:
        base = f"/g/{shop.village.code}/till"
        body = basket([{"item": SOAP, "quantity": "1"}], shift=shop.shift)
        assert client.get(f"{base}/context").status_code == 404
        assert client.post(f"{base}/sales", json=body).status_code == 404


def test_the_receipt_and_the_sale_can_be_looked_at(shop: Shop) -> None:
    with signed_in_as(shop.village.app, shop.village.users["budi"]) as client:
        body = basket([{"item": SOAP, "quantity": "2"}], shift=shop.shift, cash=10_000)
        no = client.post(f"/g/{shop.village.code}/till/sales", json=body).json["sale"]
        for page in (f"sales/{no}", f"sales/{no}/receipt?width=58", f"sales/{no}/receipt?width=80", "sales"):
            answer = client.get(f"/g/{shop.village.code}/{page}")
            assert answer.status_code == 200, page
            assert "7.300" in answer.text
        assert client.get(f"/g/{shop.village.code}/sales/99").status_code == 404


def test_numbers_that_no_engine_can_hold_name_nothing(shop: Shop) -> None:
    with signed_in_as(shop.village.app, shop.village.users["dewi"]) as client:
        base, huge = f"/g/{shop.village.code}", "9" * 30
        assert client.get(f"{base}/sales/{huge}").status_code == 404
        assert client.get(f"{base}/sales/{huge}/receipt").status_code == 404
        for page in ("sales", "sales/exceptions"):
            assert client.get(f"{base}/{page}?before={huge}&on=9999-99-99").status_code == 200


def test_what_has_no_price_yet_is_not_sold(shop: Shop) -> None:
    done = add_item(
        shop.village.occasion("agus"), name="Kecap", unit="botol", decimals=0, stock_group="sembako"
    )
    body = basket([{"item": done.answer["item"], "quantity": "1"}], shift=shop.shift)
    with signed_in_as(shop.village.app, shop.village.users["budi"]) as client:
        url = f"/g/{shop.village.code}/till/sales"
        assert client.post(url, json=body).json["code"] == "item_unpriced"
        told = body | {"completed": True, "lines": [body["lines"][0] | {"unit_price": 9_000}]}
        codes = [each["code"] for each in client.post(url, json=told).json["exceptions"]]
        assert codes == ["item_unpriced", "stock_short"]
