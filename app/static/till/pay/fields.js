// The amounts of the pay dialog: as typed, as read, and what they come to.

import { cartDeposit, cartTotal } from "../basket/cart.js";
import { byFinger, byId, make, setText, show } from "../page/dom.js";
import { formatRupiah, groupThousands, parseRupiah } from "../page/money.js";
import { till } from "../page/state.js";
import { say } from "../page/text.js";
import { KINDS, besidesCash, likelyCash, restBeside, settle } from "./tender.js";

const OTHERS = KINDS.slice(1);

let ours = null; // the kind whose amount we proposed; typing makes it the cashier's

export const field = (kind) => byId(kind);
export const text = (kind) => field(kind).value.trim();
const amount = (kind) => (text(kind) === "" ? null : parseRupiah(text(kind)));
const step = () => till.context.rules.cash_rounding;
const payable = () => cartTotal(till.cart) + cartDeposit(till.cart);

/** What the member may still owe, or null where nobody can. */
const room = () => (till.cart.member && till.cart.member.is_member ? till.cart.member.bon_left : null);

/** The ways to pay that this till takes, and this buyer may use. */
export const usable = () => KINDS.filter((kind) => !byId("amount-" + kind).hidden && !field(kind).disabled);

/** The first field that holds something which is not rupiah, if any. */
export const unreadable = () => KINDS.find((kind) => text(kind) !== "" && amount(kind) === null);

const amounts = () => ({ cash: amount("cash"), qris: amount("qris") || 0, transfer: amount("transfer") || 0, bon: amount("bon") || 0 });

export function reckon() {
  const asked = amounts();
  const total = payable();
  const settled = settle({ total, other: besidesCash(asked), cash: asked.cash, step: step() });
  return { total, amounts: asked, settled, room: room() };
}

function outcome({ total, amounts: { cash, ...others }, settled }) {
  const other = besidesCash(others);
  if (settled.missing === 0 && other > 0 && !cash) return { label: "pay_without_cash", sum: Math.min(other, total) };
  if (cash === null) return { label: "pay_cash_owed", sum: settled.owed };
  if (settled.missing > 0) return { label: "pay_missing", sum: settled.missing };
  return { label: "pay_change", sum: settled.change };
}

function quickButton(sum, at) {
  const label = at ? groupThousands(sum) : say("pay_exact");
  // Not on the way of Tab: typing does the same, and Tab goes from one field to the next.
  const button = make("button", { type: "button", class: "ghost", tabindex: "-1", "data-amount": sum, text: label });
  if (!at) button.append(make("kbd", { text: "F9" }));
  return button;
}

export function showReckoning() {
  const reckoned = reckon();
  const { settled, total } = reckoned;
  const deposit = cartDeposit(till.cart);
  const { label, sum } = outcome(reckoned);
  setText("pay-total", formatRupiah(total - deposit));
  setText("pay-deposit", formatRupiah(deposit));
  show("pay-deposit-row", deposit > 0);
  setText("pay-rounding", formatRupiah(settled.rounding));
  show("pay-rounding-row", settled.rounding !== 0);
  setText("pay-due", formatRupiah(settled.due));
  setText("pay-outcome-label", say(label));
  setText("pay-outcome", formatRupiah(sum));
  byId("pay-result").dataset.outcome = label;
  const owed = cashOwed();
  byId("quick-cash").replaceChildren(...(owed ? [owed, ...likelyCash(owed)] : []).map(quickButton));
}

/** What the other ways bring, without our own proposal. */
const typedBeside = (but) => OTHERS.reduce((sum, kind) => sum + (kind === but || kind === ours ? 0 : amount(kind) || 0), 0);

/** What cash alone must bring; our own proposal gives way to it. */
const cashOwed = () => settle({ total: payable(), other: typedBeside(null), cash: null, step: step() }).owed;

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
  if (event.target.id === ours) ours = null;
  complain("", null);
  showReckoning();
}

function withdraw() {
  if (ours) put(ours, 0);
  ours = null;
}

/** What is still open, for this way to bring; bon no more than the member may owe. */
function proposal(kind) {
  const rest = restBeside(payable(), typedBeside(kind), amount("cash"), step());
  return kind === "bon" ? Math.min(rest, room() || 0) : rest;
}

/** Going to a field proposes what is still open; going on takes our proposal away again. */
function entered(kind) {
  if (till.sending || unreadable()) return;
  if (kind !== ours) withdraw();
  if (kind !== "cash" && text(kind) === "") {
    put(kind, proposal(kind));
    ours = text(kind) === "" ? null : kind;
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

/** Bon is there for members only, and says how far it reaches. */
function offer() {
  const taken = till.context.rules.tenders || ["cash", "qris"];
  for (const kind of KINDS) show("amount-" + kind, taken.includes(kind));
  const left = room();
  field("bon").disabled = !left;
  setText("bon-room", left === null ? say("bon_for_members") : left > 0 ? say("bon_rest", { amount: formatRupiah(left) }) : say("bon_none"));
}

export function fillFields(paid) {
  offer();
  for (const kind of KINDS) {
    field(kind).value = (!field(kind).disabled && paid && paid[kind]) || "";
    field(kind).inputMode = byFinger() ? "none" : "numeric";
  }
  ours = null;
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
