"""Members of a demo gerai: entered in the register, their pokok and wajib paid at the counter, some with a bon."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from app.demo.life import Life, moment
from app.demo.names import DUSUN, name_of
from app.foundation.dates import JAKARTA
from app.members.operations import register_member
from app.members.particulars import Particulars
from app.receivables.operations import receive_payment, set_limit
from app.savings.kinds import SavingsKind
from app.savings.operations import receive_dues, set_terms

POKOK, WAJIB = 100_000, 10_000
LIMITS = (150_000, 200_000, 300_000)
YOUNGEST, OLDEST = date(2004, 1, 1), date(1958, 1, 1)


def enrol(life: Life, at: datetime, count: int) -> None:
    """``count`` candidates, the earliest the most eager to pay."""
    on = at.astimezone(JAKARTA).date()
    set_terms(life.by("board", at), pokok=POKOK, wajib=WAJIB, valid_from=on.replace(day=1))
    for serial in range(1, count + 1):
        woman = life.chance(0.52)
        done = register_member(life.by("secretary", at), person=_person(life, serial, woman=woman), on=on)
        life.candidates.append(done.answer["member"])


def _person(life: Life, serial: int, *, woman: bool) -> Particulars:
    """Somebody who does not exist; serials from 9001 on are not given out."""
    born_on = OLDEST + timedelta(days=life.random.randrange((YOUNGEST - OLDEST).days))
    day = f"{born_on.day + (40 if woman else 0):02}{born_on:%m%y}"
    return Particulars(
        name=name_of(life.random, woman=woman),
        gender="female" if woman else "male",
        nik=f"{life.code.replace('.', '')[:6]}{day}{9000 + serial}",
        born_on=born_on,
        dusun=life.random.choice(DUSUN[:4]),
        rt=f"{life.random.randrange(1, 6):03}",
        rw=f"{life.random.randrange(1, 4):03}",
    )


def come_to_pay(life: Life, who: str, shift: int, day: date) -> Iterator[int]:
    """Two or three a day make their pokok whole, in the first weeks; answers the cash each leaves in the drawer."""
    for _ in range(min(len(life.candidates), life.random.choice([0, 1, 2, 3]))):
        at = moment(day, 9, life.random.randrange(0, 50))
        if at >= life.now:
            return
        no = life.candidates.pop(0)
        receive_dues(life.by(who, at), member_no=no, kind=SavingsKind.POKOK, amount=POKOK, shift_no=shift)
        life.members.append(no)
        yield POKOK
        if life.chance(0.8):
            receive_dues(life.by(who, at), member_no=no, kind=SavingsKind.WAJIB, amount=WAJIB, shift_no=shift)
            yield WAJIB
        if life.chance(0.3):
            limit = life.random.choice(LIMITS)
            set_limit(life.by("manager", at), member_no=no, amount=limit)
            life.trusted.append(no)


def settle_bon(life: Life, who: str, shift: int, day: date) -> Iterator[int]:
    """On pay day some pay what they owe; answers the cash each leaves in the drawer."""
    at = moment(day, 10, 5)
    if at >= life.now:
        return
    for no in life.trusted:
        owed = life.bon.get(no, 0) // 100 * 100  # no smaller coin is to be had
        if owed and life.chance(0.5):
            amount = owed if life.chance(0.7) else -(-owed // 2 // 1_000) * 1_000
            receive_payment(life.by(who, at), member_no=no, amount=min(amount, owed), shift_no=shift)
            life.bon[no] -= min(amount, owed)
            yield min(amount, owed)
