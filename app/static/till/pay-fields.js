// The two amounts of the pay dialog: as typed, as read, and what they come to.

import { cartTotal } from "./cart.js";
import { byFinger, byId, make, setText } from "./dom.js";
import { formatRupiah, groupThousands, parseRupiah } from "./money.js";
import { till } from "./state.js";
import { likelyCash, restByQris, settle } from "./tender.js";
import { say } from "./text.js";

export const KINDS = ["cash", "qris"];

let qrisIsOurs = false; // we proposed the QRIS amount; typing makes it the cashier's

export const field = (kind) => byId(kind);
export const text = (kind) => field(kind).value.trim();
const amount = (kind) => (text(kind) === "" ? null : parseRupiah(text(kind)));
const step = () => till.context.rules.cash_rounding;

/** The first field that holds something which is not rupiah, if any. */
export const unreadable = () => KINDS.find((kind) => text(kind) !== "" && amount(kind) === null);

export function reckon() {
  const asked = { total: cartTotal(till.cart), qris: amount("qris") || 0, cash: amount("cash") };
  return { ...asked, settled: settle({ ...asked, step: step() }) };
}

function outcome({ cash, qris, settled }) {
  if (settled.missing === 0 && qris > 0 && !cash) return { label: "pay_qris_all", sum: qris };
  if (cash === null) return { label: "pay_cash_owed", sum: settled.owed };
  if (settled.missing > 0) return { label: "pay_missing", sum: settled.missing };
  return { label: "pay_change", sum: settled.change };
}

function quickButton(sum, at) {
  const label = at ? groupThousands(sum) : say("pay_exact");
  // Not on the way of Tab: typing does the same, and Tab goes from cash to QRIS.
  const button = make("button", { type: "button", class: "ghost", tabindex: "-1", "data-amount": sum, text: label });
  if (!at) button.append(make("kbd", { text: "F9" }));
  return button;
}

export function showReckoning() {
  const reckoned = reckon();
  const { settled } = reckoned;
  const { label, sum } = outcome(reckoned);
  setText("pay-total", formatRupiah(reckoned.total));
  setText("pay-rounding", formatRupiah(settled.rounding));
  setText("pay-due", formatRupiah(settled.due));
  setText("pay-outcome-label", say(label));
  setText("pay-outcome", formatRupiah(sum));
  byId("pay-result").dataset.outcome = label;
  const owed = cashOwed();
  byId("quick-cash").replaceChildren(...(owed ? [owed, ...likelyCash(owed)] : []).map(quickButton));
}

/** What cash alone must bring; our own proposal for QRIS gives way to it. */
function cashOwed() {
  const total = cartTotal(till.cart);
  const qris = qrisIsOurs ? 0 : amount("qris") || 0;
  return settle({ total, qris, cash: null, step: step() }).owed;
}

export function complain(sentence, kind) {
  setText("pay-error", sentence);
  for (const name of KINDS) field(name).setAttribute("aria-invalid", String(name === kind));
}

function put(kind, sum) {
  field(kind).value = sum ? groupThousands(sum) : "";
}

/** Group what is typed as it is typed; what is not a number stays, to be refused in words. */
function group(input) {
  if (!/^[\d.]+$/.test(input.value)) return;
  input.value = groupThousands(input.value.replace(/\./g, "").replace(/^0+(?=\d)/, ""));
}

function typed(event) {
  group(event.target);
  if (event.target === field("qris")) qrisIsOurs = false;
  complain("", null);
  showReckoning();
}

/** Going to QRIS proposes what cash leaves open; going back takes our proposal away again. */
function entered(kind) {
  if (till.sending) return;
  if (kind === "qris" && text("qris") === "" && !unreadable()) {
    put("qris", restByQris(cartTotal(till.cart), amount("cash"), step()));
    qrisIsOurs = text("qris") !== "";
  } else if (kind === "cash" && qrisIsOurs) {
    put("qris", 0);
    qrisIsOurs = false;
  }
  field(kind).select();
  showReckoning();
}

export function putCash(sum) {
  field("cash").focus();
  put("cash", sum);
  complain("", null);
  showReckoning();
}

export const putExactCash = () => putCash(cashOwed());

export function fillFields(paid) {
  for (const kind of KINDS) {
    field(kind).value = (paid && paid[kind]) || "";
    field(kind).inputMode = byFinger() ? "none" : "numeric";
  }
  qrisIsOurs = false;
  complain("", null);
  showReckoning();
}

export function listenToFields() {
  for (const kind of KINDS) {
    field(kind).addEventListener("input", typed);
    field(kind).addEventListener("focus", () => entered(kind));
    field(kind).addEventListener("pointerdown", () => (field(kind).inputMode = "numeric"));
  }
  byId("quick-cash").addEventListener("click", (event) => {
    const button = event.target.closest("[data-amount]");
    if (button && !till.sending) putCash(Number(button.dataset.amount));
  });
}
