"""Cards: issued, printed, revoked, replaced."""

from typing import Any

import segno
from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup

from app.books.occasion import occasion
from app.foundation.fields import ActForm
from app.foundation.guard import permitted
from app.foundation.refusals import Refusal
from app.members import operations, queries
from app.members.forms import CardEndForm
from app.members.refusals import CardUnknown
from app.members.routes.blueprint import MEMBER, blueprint, known
from app.members.routes.member import member_page


@blueprint.get(f"{MEMBER}/card")
@permitted("members.cards")
def card(gerai: Any, no: int) -> ResponseReturnValue:
    """The card that counts now, the size of a bank card, for the printer."""
    member, held = known(gerai, no), _live(gerai, no)
    if held is None:
        raise CardUnknown()
    back = url_for("members.member", code=gerai.code, no=no)
    return render_template(
        "members/card.html", gerai=gerai, member=member, card=held, drawing=drawing(held.token), back=back
    )


def drawing(token: str) -> Markup:
    """The QR of a token as SVG; its own size is the style sheet's."""
    code = segno.make(token, error="m", micro=False)
    return Markup(code.svg_inline(scale=1, border=2, omitsize=True, svgclass="qr", lineclass=None))  # noqa: S704


def _live(gerai: Any, no: int) -> Any:
    return next((card for card in queries.cards(gerai.gerai_id, no) if card.revoked_at is None), None)


@blueprint.post(f"{MEMBER}/card")
@permitted("members.cards")
def issue_card(gerai: Any, no: int) -> ResponseReturnValue:
    known(gerai, no)
    form = ActForm()
    if not form.validate():
        return member_page(gerai, known(gerai, no)), 422
    try:
        operations.issue_card(occasion(gerai, form), member_no=no)
    except Refusal as refusal:
        return member_page(gerai, known(gerai, no), refusal=refusal), refusal.status
    return redirect(url_for("members.card", code=gerai.code, no=no), 303)


@blueprint.post(f"{MEMBER}/card/replacement")
@permitted("members.cards")
def replace_card(gerai: Any, no: int) -> ResponseReturnValue:
    return _end(
        gerai, no, operations.replace_card, "members.card", _("Kartu lama dicabut. Cetak kartu yang baru.")
    )


@blueprint.post(f"{MEMBER}/card/revocation")
@permitted("members.cards")
def revoke_card(gerai: Any, no: int) -> ResponseReturnValue:
    return _end(gerai, no, operations.revoke_card, "members.member", _("Kartu sudah dicabut."))


def _end(gerai: Any, no: int, act: Any, then: str, sentence: str) -> ResponseReturnValue:
    member, form = known(gerai, no), CardEndForm()
    if not form.validate() or not _is_theirs(gerai, no, form.card.data):
        return member_page(gerai, member, card_form=form), 422
    try:
        act(occasion(gerai, form), card_no=form.card.data, reason=form.reason.data)
    except Refusal as refusal:
        return member_page(gerai, known(gerai, no), refusal=refusal), refusal.status
    flash(sentence, "success")
    return redirect(url_for(then, code=gerai.code, no=no), 303)


def _is_theirs(gerai: Any, no: int, card_no: int | None) -> bool:
    return any(card.no == card_no for card in queries.cards(gerai.gerai_id, no))
