"""The table of rights, as data and as a page."""

import pytest

from app.gerai.roles import GERAI_ROLES, NAMES, PERMISSIONS, Role, permissions_of
from app.gerai.words import PERMISSION_WORDS, ROOMS
from tests.conftest import signed_in_as
from tests.village import TestVillage


def test_every_permission_has_its_sentence_and_every_sentence_its_permission() -> None:
    assert set(PERMISSION_WORDS) == set(PERMISSIONS)
    assert {name.partition(".")[0] for name in PERMISSIONS} == set(ROOMS)


def test_every_role_has_a_name_and_can_open_its_home() -> None:
    assert set(NAMES) == set(Role) and len(Role) == 13
    assert all("home.open" in permissions_of([role]) for role in Role)


def test_where_two_limits_meet_the_wider_one_counts() -> None:
    assert permissions_of([Role.CASHIER])["sales.discount"] == 5_000
    assert permissions_of([Role.CASHIER, Role.MANAGER])["sales.discount"] is None
    assert permissions_of([Role.CASHIER, Role.MEMBER])["sales.discount"] == 5_000


def test_an_auditor_reads_and_changes_nothing() -> None:
    changes = {
        "post",
        "reverse",
        "close",
        "reopen",
        "write",
        "set_price",
        "receive",
        "adjust",
        "sell",
        "appoint",
    }
    assert {name.partition(".")[2] for name in permissions_of([Role.AUDITOR])} & changes == set()


@pytest.mark.parametrize("role", GERAI_ROLES)
def test_the_page_says_what_each_role_may_do(village: TestVillage, role: Role) -> None:
    with signed_in_as(village.app, village.users["joko"]) as client:
        page = client.get(f"/g/{village.code}/roles?role={role.value}").text
    for permission, limits in PERMISSIONS.items():
        if not permission.startswith("district."):
            assert (f">{PERMISSION_WORDS[permission]}<" in page) == (role in limits), permission


def test_the_page_shows_limits_in_rupiah(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["budi"]) as client:
        page = client.get(f"/g/{village.code}/roles").text
        assert "Kasir, sampai Rp5.000" in page and "Bendahara, sampai Rp25.000.000" in page
        assert client.get(f"/g/{village.code}/roles?role=raja").status_code == 200
