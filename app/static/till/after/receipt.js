// One receipt: what was bought, what of it came back, and what may be done about it.

import { clockTime, dayOf } from "../door/clock.js";
import { byId, make, setText, show } from "../page/dom.js";
import { formatQuantity, formatRupiah, groupThousands } from "../page/money.js";
import { till } from "../page/state.js";
import { say } from "../page/text.js";
import { printAgain, receiptUrl } from "./print.js";
import { isReturnable, isVoidable, paidFor, readWire } from "./reversal.js";

let shown = null;

export const shownReceipt = () => shown;

function lineRow(line) {
  const quantity = readWire(line.quantity);
  const back = quantity - readWire(line.left);
  const facts = `${formatQuantity(quantity)} ${line.unit} × ${groupThousands(line.unit_price)}`;
  return make(
    "tr",
    {},
    make("td", {}, make("span", { text: line.name }), make("small", { text: facts }), back > 0 && make("small", { class: "mark", text: say("line_returned", { count: formatQuantity(back), unit: line.unit }) })),
    make("td", { class: "num", text: groupThousands(line.amount) }),
  );
}

/** Today's receipts need no date. */
export function whenSold({ sold_at: soldAt }) {
  const ms = Date.parse(soldAt);
  const [year, month, day] = dayOf(ms).split("-");
  const isToday = dayOf(ms) === dayOf(Date.now() - till.clockOffset);
  return isToday ? clockTime(ms) : `${day}-${month}-${year} ${clockTime(ms)}`;
}

function about(receipt) {
  const parts = [whenSold(receipt), receipt.cashier, receipt.member && say("member_no", { no: receipt.member })];
  const tenders = receipt.tenders.map(({ kind, amount }) => say("paid_" + kind, { amount: formatRupiah(amount) }));
  return [...parts.filter(Boolean), ...tenders].join(" · ");
}

function standing(receipt) {
  if (receipt.voided) return say("is_voided_long");
  return receipt.refunded ? say("is_returned_long", { amount: formatRupiah(receipt.refunded) }) : "";
}

function preview() {
  if (!shown || byId("receipt-paper").hidden) return;
  byId("receipt-frame").src = receiptUrl(shown.sale) + "&strip=1";
  byId("receipt-frame").title = say("receipt_title", { number: shown.number });
}

export function showReceipt(receipt) {
  shown = receipt;
  const rules = till.context.rules;
  setText("receipt-number", receipt.number);
  setText("receipt-about", about(receipt));
  setText("receipt-total", formatRupiah(paidFor(receipt)));
  setText("receipt-standing", standing(receipt));
  show("receipt-standing", Boolean(standing(receipt)));
  byId("receipt-lines").replaceChildren(...receipt.lines.map(lineRow));
  show("receipt-return", "return_limit" in rules && isReturnable(receipt));
  show("receipt-void", "void_limit" in rules && isVoidable(receipt, till.context.shift.no));
  show("receipt-paper", false);
  byId("receipt-print").focus();
}

function togglePaper() {
  show("receipt-paper", byId("receipt-paper").hidden);
  byId("receipt-look").setAttribute("aria-expanded", String(!byId("receipt-paper").hidden));
  preview();
}

/** `undo` begins a void or a return of what is shown, `back` leads to the list. */
export function listenToReceipt({ undo, back }) {
  byId("receipt-print").addEventListener("click", () => shown && printAgain(shown));
  byId("receipt-look").addEventListener("click", togglePaper);
  byId("receipt-return").addEventListener("click", () => undo("returns"));
  byId("receipt-void").addEventListener("click", () => undo("voids"));
  byId("receipt-back").addEventListener("click", back);
  byId("receipts").addEventListener("keydown", (event) => {
    if (event.key !== "F8" || byId("receipt-one").hidden) return;
    event.preventDefault();
    printAgain(shown);
  });
}

export const paperChanged = preview;
