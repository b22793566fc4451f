// Taking a sale back, whole or in part: what is asked of the server. Pure.

import { parseQuantity, wireQuantity } from "../page/money.js";

/** "1.250" as the server writes it, in thousandths. */
export function readWire(text) {
  const [whole, fraction = ""] = String(text).split(".");
  return Number(whole) * 1000 + Number(fraction.padEnd(3, "0"));
}

/** Thousandths that come back, 0 for an empty field, or null for what cannot be. */
export function returned(line, text, decimals) {
  if (text.trim() === "") return 0;
  const milli = parseQuantity(text, decimals);
  return milli !== null && milli <= readWire(line.left) ? milli : null;
}

export const isReturnable = ({ voided, lines }) => !voided && lines.some(({ left }) => readWire(left) > 0);

/** Only the whole of a sale, in its own open shift, of which nothing came back yet. */
export function isVoidable(receipt, shift) {
  const whole = receipt.lines.every(({ left, quantity }) => readWire(left) === readWire(quantity));
  return !receipt.voided && receipt.shift_is_open && receipt.shift === shift && whole;
}

/** What was paid, the deposit with it. */
export const paidFor = ({ total, rounding, deposit }) => total + rounding + (deposit || 0);

export function voidBody({ reference, sale, shift, reason }) {
  return { reference, sale, shift, reason };
}

/** `lines` as { line, milli }; those of nothing are left out. */
export function returnBody({ reference, sale, shift, lines, reason }) {
  const back = lines.filter(({ milli }) => milli > 0);
  return { reference, sale, shift, lines: back.map(({ line, milli }) => ({ line, quantity: wireQuantity(milli) })), reason };
}
