// How a total is paid: cash rounding, change, and the notes a buyer is likely to hold out. Pure.

const NOTES = [5000, 10000, 20000, 50000, 100000];

/** Nobody is given back more than this; a larger sum is a slip, or a barcode in the wrong field. */
export const MOST_CHANGE = 999999;

/**
 * Settle `total` with `qris` and `cash` handed over (cash null: not typed yet).
 * Only the part paid in cash is rounded, down to `step`, in the buyer's favour.
 */
export function settle({ total, qris, cash, step }) {
  const part = Math.max(total - qris, 0);
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

/** What is left for QRIS beside `cash` in hand, so that the two meet the total. */
export function restByQris(total, cash, step) {
  const owed = total - (total % step);
  return cash !== null && cash >= owed ? 0 : total - (cash || 0);
}

/** Sums of whole notes above what is owed, smallest first, at most five. */
export function likelyCash(owed) {
  const sums = NOTES.map((note) => Math.ceil(owed / note) * note);
  return [...new Set(sums)].filter((sum) => sum > owed).sort((a, b) => a - b);
}

/** The name of what stops this payment, or null. */
export function objection({ total, qris, cash, settled }) {
  if (qris > total) return "qris_above_total";
  if (qris > 0 && cash > 0 && settled.owed === 0) return "cash_not_needed";
  if (cash === null && settled.missing > 0 && qris === 0) return "cash_missing";
  if (settled.missing > 0) return "too_little";
  if (settled.change > MOST_CHANGE) return "too_much";
  return null;
}

/**
 * The tenders as the server reads them. A cash part that rounds away to nothing is still paid in
 * cash: without that tender of nothing there would be no rounding.
 */
export function tenders({ qris, cash, settled }) {
  const paid = [];
  if (cash > 0 || settled.rounding < 0) paid.push({ kind: "cash", amount: cash || 0 });
  if (qris > 0) paid.push({ kind: "qris", amount: qris });
  return paid;
}
