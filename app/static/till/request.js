// A sale as the server reads it, frozen before it is sent. Pure.

import { wireQuantity } from "./money.js";
import { soldAt } from "./clock.js";

const wireLine = (line) => ({
  item: line.item,
  quantity: wireQuantity(line.milli),
  unit: line.unit,
  unit_price: line.price,
  discount: line.discount,
});

/**
 * The request as the very text that will be sent, and again at every retry, with what the screen
 * must know of it. `payment` is { total, cash, settled, tenders }; `now` in ms.
 */
export function freeze(cart, context, payment, clockOffset, now) {
  const { total, cash, settled, tenders } = payment;
  const number = context.register.next_number;
  const body = {
    reference: cart.reference,
    register: context.register.code,
    number,
    shift: context.shift.no,
    sold_at: soldAt(now),
    clock_offset_ms: clockOffset,
    completed: false,
    member: null,
    lines: cart.lines.map(wireLine),
    rounding: settled.rounding,
    total,
    tenders,
  };
  return { body: JSON.stringify(body), number, due: settled.due, change: settled.change, cash };
}

/** The same sale under another number: allowed only when the server has refused the first one. */
export function renumber(frozen, number) {
  return { ...frozen, number, body: JSON.stringify({ ...JSON.parse(frozen.body), number }) };
}

/** "A-000123" -> "A-000124" */
export function numberAfter(number) {
  return number.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, "0"));
}
