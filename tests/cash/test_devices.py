"""One register, one device: from the manager's code to the device that is lost."""

from datetime import timedelta
from uuid import uuid4

import pytest

from app.cash import devices, queries
from app.cash.operations import enrol_device, invite_device, open_shift, retire_register, unbind_register
from app.cash.refusals import (
    CodeWrong,
    RegisterExists,
    RegisterOnOtherDevice,
    RegisterRetired,
    ShiftStillOpen,
)
from tests.cash.drawer import closed, opened
from tests.conftest import signed_in_as
from tests.village import MORNING, TestVillage


def invited(village: TestVillage, register: str = "A") -> str:
    code = devices.new_code()
    invite_device(village.occasion("dewi"), register=register, code_hash=devices.hash_of(code))
    return code


def enrolled(village: TestVillage, code: str, secret: str = "rahasia", minutes: int = 1) -> int:
    done = enrol_device(
        village.occasion("budi", MORNING + timedelta(minutes=minutes)),
        code_hash=devices.hash_of(code),
        secret_hash=devices.hash_of(secret),
        name="Tablet depan",
    )
    return int(done.answer["device"])


def test_a_register_without_a_device_works_from_any(village: TestVillage) -> None:
    assert devices.bound_device(village.gerai_id, "A") is None
    assert opened(village) == 1


def test_a_code_is_good_once_and_not_for_long(village: TestVillage) -> None:
    code = invited(village)
    with pytest.raises(CodeWrong):
        enrolled(village, code, minutes=16)
    enrolled(village, code)
    with pytest.raises(CodeWrong):
        enrolled(village, code)
    older = invited(village)
    invited(village)
    with pytest.raises(CodeWrong):
        enrolled(village, older)


def test_a_bound_register_opens_on_its_device_alone(village: TestVillage) -> None:
    no = enrolled(village, invited(village))
    for wrong in (None, no + 1):
        with pytest.raises(RegisterOnOtherDevice):
            open_shift(village.occasion("budi"), register="A", opening_float=0, device_no=wrong)
    open_shift(village.occasion("budi"), register="A", opening_float=0, device_no=no)


def test_a_new_device_takes_the_place_of_the_old(village: TestVillage) -> None:
    enrolled(village, invited(village))
    second = enrolled(village, invited(village), "lain")
    bound = devices.bound_device(village.gerai_id, "A")
    assert bound == (second, devices.hash_of("lain"))
    unbind_register(village.occasion("dewi"), register="A")
    assert devices.bound_device(village.gerai_id, "A") is None


def test_a_lost_devices_letter_is_never_used_again(village: TestVillage) -> None:
    from app.cash.operations import add_register

    shift = opened(village)
    with pytest.raises(ShiftStillOpen):
        retire_register(village.occasion("dewi"), register="A")
    closed(village, shift, 100_000)
    retire_register(village.occasion("dewi"), register="A")
    with pytest.raises(RegisterRetired):
        opened(village)
    with pytest.raises(RegisterRetired):
        invited(village)
    with pytest.raises(RegisterExists):
        add_register(village.occasion("dewi"), register="A")
    assert [place.code for place in queries.register_places(village.gerai_id)] == []


def test_the_device_keeps_what_it_was_given_and_no_other_has_it(village: TestVillage) -> None:
    here = f"/g/{village.code}"
    with signed_in_as(village.app, village.users["dewi"]) as manager:
        page = manager.post(f"{here}/registers/A/device", data={"reference": str(uuid4())})
        assert page.headers["Cache-Control"] == "no-store"
    import re

    shown = re.search(r"[A-HJ-NP-Z2-9]{4} [A-HJ-NP-Z2-9]{4}", page.text)
    assert shown
    form = {"reference": str(uuid4()), "register": "A", "opening_float": "100000"}
    with signed_in_as(village.app, village.users["budi"]) as device:
        wrong = device.post(
            f"{here}/registers/enrol", data={"reference": str(uuid4()), "code": "AAAA BBBB", "name": "HP"}
        )
        assert wrong.status_code == 422 and "tidak cocok" in wrong.text
        done = device.post(
            f"{here}/registers/enrol",
            data={"reference": str(uuid4()), "code": shown[0].lower(), "name": "Tablet depan"},
        )
        assert done.status_code == 303
        cookie = done.headers["Set-Cookie"]
        assert "HttpOnly" in cookie and "SameSite=Lax" in cookie
        with signed_in_as(village.app, village.users["dewi"]) as other:
            refused = other.post(f"{here}/shifts", data=form)
            assert refused.status_code == 422 and "terikat pada perangkat lain" in refused.text
        assert device.post(f"{here}/shifts", data=form).status_code == 303


def test_a_touched_cookie_is_no_cookie(village: TestVillage) -> None:
    enrolled(village, invited(village))
    name = f"lumbung_device_{village.gerai_id}"
    for value in ("", "x", "1.rahasia", '[1,"rahasia"].x'):
        with village.app.test_request_context(headers={"Cookie": f"{name}={value}"}):
            assert devices.presented(village.gerai_id) is None
            assert not devices.fits(village.gerai_id, "A")
            with pytest.raises(RegisterOnOtherDevice):
                devices.check(village.gerai_id, "A")


def test_the_tills_door_sells_on_the_bound_device_alone(village: TestVillage) -> None:
    from tests import shop

    shop.furnish(village)
    shift = opened(village)
    enrolled(village, invited(village))
    body = shop.basket([{"item": shop.SOAP, "quantity": "1"}], shift=shift)
    with signed_in_as(village.app, village.users["budi"]) as client:
        refused = client.post(f"/g/{village.code}/till/sales", json=body)
        assert refused.status_code == 422
        assert refused.json["code"] == "register_on_other_device"
        told = client.post(f"/g/{village.code}/till/sales", json=body | {"completed": True})
        assert told.status_code == 201, "its goods and money have changed hands"
        assert [each["code"] for each in told.json["exceptions"]] == ["device_differs"]
        again = client.post(f"/g/{village.code}/till/sales", json=body)
        assert again.status_code == 200 and again.json == told.json
        kept = client.get(f"/g/{village.code}/sales/{told.json['sale']}").text
    assert "terikat pada perangkatnya sendiri" in kept
