// After a sale: the change, as large as the counter is wide, how it was paid, and the way to the next one.

import { setText, show } from "../page/dom.js";
import { formatRupiah } from "../page/money.js";
import { say } from "../page/text.js";
import { KINDS } from "../pay/tender.js";

const paidBy = (amounts) =>
  KINDS.filter((kind) => amounts[kind] > 0).map((kind) => say("paid_" + kind, { amount: formatRupiah(amounts[kind]) }));

function remarks({ exceptions, approvedBy, buyer, amounts }) {
  const parts = [amounts.bon > 0 && say("done_bon", { name: buyer, amount: formatRupiah(amounts.bon) })];
  if (approvedBy) parts.push(say("done_approved", { name: approvedBy }));
  if (exceptions) parts.push(say("done_exceptions", { count: exceptions }));
  return parts.filter(Boolean).join(" ");
}

export function showDone({ last, done, cart }) {
  if (!last) return;
  const isOnTop = done && cart.lines.length === 0;
  const facts = { number: last.number, change: formatRupiah(last.change) };
  show("done", isOnTop);
  show("last", !isOnTop);
  document.body.classList.toggle("is-done", isOnTop);
  setText("done-change", facts.change);
  setText("done-sale", [last.number, formatRupiah(last.due), ...paidBy(last.amounts)].join(" · "));
  setText("done-remarks", remarks(last));
  setText("last-text", say("last_sale", facts));
}
