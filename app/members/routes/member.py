"""One person of the register: the page, the reveal, the heirs, the end of the membership, the account."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.foundation.fields import ActForm
from app.foundation.guard import NotPermitted, may, permitted
from app.foundation.refusals import Refusal
from app.members import operations, queries
from app.members.forms import AccountForm, CardEndForm, HeirsForm, LeavingForm
from app.members.hooks import member_panels
from app.members.models import Member
from app.members.routes.blueprint import MEMBER, blueprint, known
from app.members.status import DECEASED, EXPELLED, RESIGNED

LEAVING: dict[str, Any] = {
    RESIGNED: operations.resign,
    EXPELLED: operations.expel,
    DECEASED: operations.record_death,
}


@blueprint.get(MEMBER)
@permitted("members.read")
def member(gerai: Any, no: int) -> ResponseReturnValue:
    return member_page(gerai, known(gerai, no))


def member_page(gerai: Any, member: Member, **values: Any) -> str:
    """The page of a person; ``values`` are forms that come back with errors, or a NIK that was revealed."""
    cards = queries.cards(gerai.gerai_id, member.no)
    given = {
        "revealed": None,
        "card_form": CardEndForm(formdata=None),
        "account_form": AccountForm(formdata=None),
        "refusal": None,
    }
    return render_template(
        "members/member.html",
        gerai=gerai,
        member=member,
        heirs=queries.heirs(gerai.gerai_id, member.no),
        history=queries.history(gerai.gerai_id, member.no),
        cards=cards,
        live=next((card for card in cards if card.revoked_at is None), None),
        account=queries.account_of(gerai.gerai_id, member.no) if may("members.accounts") else None,
        panels=member_panels(gerai, member.no),
        back=url_for("members.members", code=gerai.code),
        **{**given, **values},
    )


@blueprint.post(f"{MEMBER}/nik")
@permitted("members.reveal_nik")
def reveal_nik(gerai: Any, no: int) -> ResponseReturnValue:
    """Every look is an act of its own, so this carries no reference; the answer is kept nowhere."""
    found = known(gerai, no)
    operations.reveal_nik(occasion(gerai), member_no=no)
    return member_page(gerai, known(gerai, no), revealed=found.nik or "-")


@blueprint.route(f"{MEMBER}/heirs", methods=["GET", "POST"])
@permitted("members.write")
def heirs(gerai: Any, no: int) -> ResponseReturnValue:
    found = known(gerai, no)
    form = HeirsForm(**({} if request.method == "POST" else _recorded(gerai, no)))
    status = 200
    if form.is_submitted():
        status = 422
        if form.validate() and _tried(form, lambda: _name_heirs(gerai, no, form)):
            flash(_("Ahli waris sudah dicatat."), "success")
            return redirect(url_for("members.member", code=gerai.code, no=no), 303)
    back = url_for("members.member", code=gerai.code, no=no)
    return render_template("members/heirs.html", gerai=gerai, member=found, form=form, back=back), status


def _recorded(gerai: Any, no: int) -> dict[str, Any]:
    recorded = enumerate(queries.heirs(gerai.gerai_id, no), 1)
    return {
        f"{name}_{line}": getattr(heir, name)
        for line, heir in recorded
        for name in ("name", "relation", "phone")
    }


def _name_heirs(gerai: Any, no: int, form: HeirsForm) -> None:
    operations.name_heirs(occasion(gerai, form), member_no=no, heirs=form.heirs)


def _tried(form: ActForm, act: Any) -> bool:
    """Whether the act was done; what it refuses stands in the form."""
    try:
        act()
    except Refusal as refusal:
        if refusal.status in (404, 409):
            raise
        form.refuse(refusal)
        return False
    return True


@blueprint.route(f"{MEMBER}/leaving", methods=["GET", "POST"])
@permitted("members.leave")
def leaving(gerai: Any, no: int) -> ResponseReturnValue:
    found = known(gerai, no)
    form = LeavingForm(on=local_date(now()))
    if not may("members.expel"):
        form.how.choices = [choice for choice in form.how.choices if choice.value != EXPELLED]
    status = 200
    if form.is_submitted():
        status = 422
        if form.validate() and _tried(form, lambda: _leave(gerai, no, form)):
            flash(_("%(name)s sudah dicatat keluar.", name=found.name), "success")
            return redirect(url_for("members.member", code=gerai.code, no=no), 303)
    back = url_for("members.member", code=gerai.code, no=no)
    return render_template("members/leaving.html", gerai=gerai, member=found, form=form, back=back), status


def _leave(gerai: Any, no: int, form: LeavingForm) -> None:
    if form.how.data == EXPELLED and not may("members.expel"):
        raise NotPermitted()
    leave = LEAVING[form.how.data]
    leave(occasion(gerai, form), member_no=no, on=form.on.data, reason=form.reason.data or "")


@blueprint.post(f"{MEMBER}/account")
@permitted("members.accounts")
def link_account(gerai: Any, no: int) -> ResponseReturnValue:
    found, form = known(gerai, no), AccountForm()
    if form.validate() and _tried(form, lambda: _link(gerai, no, form)):
        flash(
            _("Akun %(username)s sekarang milik %(name)s.", username=form.username.data, name=found.name),
            "success",
        )
        return redirect(url_for("members.member", code=gerai.code, no=no), 303)
    return member_page(gerai, known(gerai, no), account_form=form), 422


def _link(gerai: Any, no: int, form: AccountForm) -> None:
    operations.link_account(occasion(gerai, form), member_no=no, username=form.username.data or "")


@blueprint.post(f"{MEMBER}/account/removal")
@permitted("members.accounts")
def unlink_account(gerai: Any, no: int) -> ResponseReturnValue:
    known(gerai, no)
    operations.unlink_account(occasion(gerai), member_no=no)
    flash(_("Akun sudah dilepas."), "success")
    return redirect(url_for("members.member", code=gerai.code, no=no), 303)
