"""An item's prices and promotions, from a day on."""

from datetime import timedelta
from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.books.occasion import occasion
from app.catalog import operations, queries
from app.catalog.forms import AboveAdvice, PriceForm, PromotionForm
from app.catalog.models import Item
from app.catalog.routes.blueprint import ITEM, blueprint, known, page_of, refused_on, today
from app.foundation.guard import permitted
from app.foundation.money import format_rupiah
from app.foundation.quantity import format_quantity
from app.foundation.refusals import Refusal
from app.foundation.written import tanggal

PRICE, PROMOTION = "catalog/price.html", "catalog/promotion.html"


@blueprint.get(f"{ITEM}/price")
@permitted("catalog.set_price")
def price(gerai: Any, no: int) -> ResponseReturnValue:
    item = known(gerai, no)
    form = _price_form(gerai, item, kind=request.args.get("kind", "retail"), starts_on=today())
    facts = _facts(gerai, no)
    if form.kind.data == "retail" and facts.price:
        form.price.data = facts.price
    return page_of(PRICE, gerai, item, form, facts=facts)


@blueprint.post(f"{ITEM}/price")
@permitted("catalog.set_price")
def set_price(gerai: Any, no: int) -> ResponseReturnValue:
    item = known(gerai, no)
    form, facts = _price_form(gerai, item), _facts(gerai, no)
    if not form.validate():
        return page_of(PRICE, gerai, item, form, facts=facts), 422
    kind, milli = _of_kind(form)
    try:
        done = operations.set_price(
            occasion(gerai, form),
            item_no=no,
            price=form.price.data or 0,
            kind=kind,
            from_milli=milli,
            starts_on=form.starts_on.data,
            above_ceiling=_meant(form),
        )
    except Refusal as refusal:
        return refused_on(PRICE, gerai, item, form, refusal, facts=facts)
    flash(_said(kind, done.answer, form), "success")
    return redirect(url_for("catalog.item", code=gerai.code, no=no), 303)


@blueprint.get(f"{ITEM}/promotion")
@permitted("catalog.set_price")
def promotion(gerai: Any, no: int) -> ResponseReturnValue:
    item, day = known(gerai, no), today()
    form = _with_advice(gerai, no, PromotionForm(starts_on=day, ends_on=day + timedelta(days=6)))
    return page_of(PROMOTION, gerai, item, form, facts=_facts(gerai, no))


@blueprint.post(f"{ITEM}/promotion")
@permitted("catalog.set_price")
def set_promotion(gerai: Any, no: int) -> ResponseReturnValue:
    item, form = known(gerai, no), _with_advice(gerai, no, PromotionForm())
    facts = _facts(gerai, no)
    if not form.validate():
        return page_of(PROMOTION, gerai, item, form, facts=facts), 422
    try:
        operations.set_promotion(
            occasion(gerai, form),
            item_no=no,
            label=form.label.data,
            price=form.price.data or 0,
            percent=form.percent.data or 0,
            starts_on=form.starts_on.data,
            ends_on=form.ends_on.data,
            above_ceiling=_meant(form),
        )
    except Refusal as refusal:
        return refused_on(PROMOTION, gerai, item, form, refusal, facts=facts)
    flash(_("Promosi %(label)s sudah disimpan.", label=form.label.data), "success")
    return redirect(url_for("catalog.item", code=gerai.code, no=no), 303)


def _facts(gerai: Any, no: int) -> queries.ItemFacts:
    return queries.items_by_no(gerai.gerai_id, [no], today())[no]


def _price_form(gerai: Any, item: Item, **values: Any) -> PriceForm:
    form = PriceForm(**values)
    form.kind.choices = [
        ("retail", _("Eceran, semua pembeli")),
        ("member", _("Anggota")),
        ("wholesale", _("Grosir, mulai jumlah tertentu")),
    ]
    form.kind.choices += [
        (
            f"pack:{pack.milli}",
            _("Satu %(name)s isi %(content)s", name=pack.name, content=format_quantity(pack.milli)),
        )
        for pack in item.packs
    ]
    _with_advice(gerai, item.no, form)
    return form


def _with_advice(gerai: Any, no: int, form: AboveAdvice) -> Any:
    """The question whether a high price is meant is only there where the state advises one."""
    ceiling = _facts(gerai, no).ceiling
    if ceiling is None or ceiling.action != "warn":
        del form.above_ceiling
    return form


def _meant(form: AboveAdvice) -> bool:
    return bool(form.above_ceiling and form.above_ceiling.data)


def _of_kind(form: PriceForm) -> tuple[str, int]:
    kind, _colon, milli = (form.kind.data or "retail").partition(":")
    return kind, int(
        milli or 0
    ) if kind == "pack" else form.from_milli.data or 0 if kind == "wholesale" else 0


def _said(kind: str, answer: dict[str, Any], form: PriceForm) -> str:
    amount = format_rupiah(answer["price"])
    starts_on = form.starts_on.data
    if starts_on and starts_on > today():
        return str(_("Harga %(price)s berlaku mulai %(day)s.", price=amount, day=tanggal(starts_on)))
    if kind == "retail":
        return str(_("Harga jual sekarang %(price)s.", price=amount))
    return str(_("Harga %(price)s sudah berlaku.", price=amount))
