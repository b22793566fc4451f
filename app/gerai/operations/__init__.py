"""The acts of this room: start a district, open a gerai, appoint and dismiss officers; and day counts."""

from app.gerai.operations.counts import count
from app.gerai.operations.district import start_district
from app.gerai.operations.officers import FirstPassword, appoint, appoint_new, dismiss, renew_password
from app.gerai.operations.opening import open_gerai

__all__ = [
    "FirstPassword",
    "appoint",
    "appoint_new",
    "count",
    "dismiss",
    "open_gerai",
    "renew_password",
    "start_district",
]
