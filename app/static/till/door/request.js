// A sale as the server reads it, frozen before it is sent. Pure.

import { emptiesOf } from "../basket/cart.js";
import { wireQuantity } from "../page/money.js";
import { soldAt } from "./clock.js";

const vessels = (line) => (line.container ? { empties: emptiesOf(line), deposits: line.deposits } : {});

const wireLine = (line) => ({
  ...(line.pack ? { barcode: line.pack.barcode } : { item: line.item }),
  quantity: wireQuantity(line.milli),
  unit: line.unit,
  unit_price: line.price,
  discount: line.discount,
  ...vessels(line),
});

/**
 * The request as the very text that will be sent, and again at every retry, with what the screen
 * must know of it. `payment` is { total, deposit, amounts, settled, tenders }; `now` in ms. A PIN never
 * stands in it: what is frozen is kept.
 */
export function freeze(cart, context, payment, clockOffset, now) {
  const { total, deposit, amounts, settled, tenders } = payment;
  const number = context.register.next_number;
  const body = {
    reference: cart.reference,
    register: context.register.code,
    number,
    shift: context.shift.no,
    sold_at: soldAt(now),
    clock_offset_ms: clockOffset,
    completed: false,
    member: cart.member ? cart.member.no : null,
    lines: cart.lines.map(wireLine),
    rounding: settled.rounding,
    total,
    ...(deposit ? { deposit } : {}),
    tenders,
  };
  const { due, change } = settled;
  return { body: JSON.stringify(body), number, due, change, amounts, buyer: cart.member ? cart.member.name : "" };
}

/** The same text with somebody's approval, for this one sending. */
export const approved = (text, approval) => (approval ? JSON.stringify({ ...JSON.parse(text), approval }) : text);

/** The same sale under another number: allowed only when the server has refused the first one. */
export function renumber(frozen, number) {
  return { ...frozen, number, body: JSON.stringify({ ...JSON.parse(frozen.body), number }) };
}

/** "A-000123" -> "A-000124" */
export function numberAfter(number) {
  return number.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, "0"));
}
