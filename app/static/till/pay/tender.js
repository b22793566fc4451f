// How a sum is paid: cash rounding, change, bon, and the notes a buyer is likely to hold out. Pure.

const NOTES = [5000, 10000, 20000, 50000, 100000];

/** The ways to pay, as they stand on the screen; change comes out of cash alone. */
export const KINDS = ["cash", "qris", "transfer", "bon"];

/** What nobody but a bank can confirm: the cashier says that it came. */
export const CONFIRMED = ["qris", "transfer"];

/** Nobody is given back more than this; a larger sum is a slip, or a barcode in the wrong field. */
export const MOST_CHANGE = 999999;

/** @typedef {{cash: number | null, qris: number, transfer: number, bon: number}} Amounts */

export const besidesCash = ({ qris, transfer, bon }) => qris + transfer + bon;

/**
 * Settle `total` (goods and deposits) with `other` tenders and `cash` handed over (null: not typed yet).
 * Only the part paid in cash is rounded, down to `step`, in the buyer's favour.
 */
export function settle({ total, other, cash, step }) {
  const part = Math.max(total - other, 0);
  const rounding = part % step === 0 ? 0 : -(part % step);
  const owed = part + rounding;
  const given = cash || 0;
  return {
    rounding,
    owed,
    due: total + rounding,
    missing: Math.max(owed - given, 0),
    change: Math.max(given - owed, 0),
  };
}

/** What is left for a tender beside `cash` in hand and `other` ones, so that all meet the total. */
export function restBeside(total, other, cash, step) {
  const part = Math.max(total - other, 0);
  const owed = part - (part % step);
  return cash !== null && cash >= owed ? 0 : part - (cash || 0);
}

/** Sums of whole notes above what is owed, smallest first, at most five. */
export function likelyCash(owed) {
  const sums = NOTES.map((note) => Math.ceil(owed / note) * note);
  return [...new Set(sums)].filter((sum) => sum > owed).sort((a, b) => a - b);
}

/**
 * What stops this payment: { name, kind } of the field it concerns, or null.
 * @param {{total: number, amounts: Amounts, settled: object, room: number | null}} reckoned `room` null: no member
 */
export function objection({ total, amounts, settled, room }) {
  const { cash, bon } = amounts;
  const other = besidesCash(amounts);
  if (bon > 0 && room === null) return { name: "bon_needs_member", kind: "bon" };
  if (bon > 0 && bon > room) return { name: "bon_above_room", kind: "bon" };
  if (other > total) return { name: "others_above_total", kind: ["bon", "transfer", "qris"].find((kind) => amounts[kind] > 0) };
  if (other > 0 && cash > 0 && settled.owed === 0) return { name: "cash_not_needed", kind: "cash" };
  if (cash === null && settled.missing > 0 && other === 0) return { name: "cash_missing", kind: "cash" };
  if (settled.missing > 0) return { name: "too_little", kind: "cash" };
  return settled.change > MOST_CHANGE ? { name: "too_much", kind: "cash" } : null;
}

/**
 * The tenders as the server reads them. A cash part that rounds away to nothing is still paid in
 * cash: without that tender of nothing there would be no rounding.
 */
export function tenders(amounts, settled) {
  const others = KINDS.slice(1).filter((kind) => amounts[kind] > 0);
  const paid = others.map((kind) => ({ kind, amount: amounts[kind] }));
  const inCash = amounts.cash > 0 || settled.rounding < 0;
  return inCash ? [{ kind: "cash", amount: amounts.cash || 0 }, ...paid] : paid;
}
