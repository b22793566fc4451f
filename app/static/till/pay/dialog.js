// The pay dialog: open, complete, ask whether money that nobody here can see has come, turn back.

import { canSell } from "../basket/acts.js";
import { cartDeposit, cartTotal, isEmpty } from "../basket/cart.js";
import { sell } from "../door/sell.js";
import { clearScan } from "../goods/scan.js";
import { allow, byId, isAllowed, make, setText, show } from "../page/dom.js";
import { focusScan } from "../page/focus.js";
import { formatRupiah } from "../page/money.js";
import { clearNote, note } from "../page/note.js";
import { onChange, till } from "../page/state.js";
import { say } from "../page/text.js";
import { complain, field, fillFields, listenToFields, putExactCash, reckon, showReckoning, text, unreadable, usable } from "./fields.js";
import { CONFIRMED, KINDS, besidesCash, objection, tenders } from "./tender.js";

const isAskingMoney = () => !byId("pay-sure").hidden;

function turnTo(side) {
  show("pay-form", side === "amounts");
  show("pay-sure", side === "sure");
}

export function openPay() {
  if (!canSell()) return;
  if (isEmpty(till.cart)) return note("info", say("cart_empty_pay"));
  clearScan();
  clearNote();
  turnTo("amounts");
  fillFields(till.paid);
  byId("pay").showModal();
  field("cash").focus();
  showReckoning();
}

function refuse(sentence, kind) {
  field(kind).focus();
  field(kind).select();
  complain(sentence, kind);
}

function objectTo({ total, amounts, settled, room }, { name, kind }) {
  const facts = {
    total: formatRupiah(total),
    other: formatRupiah(besidesCash(amounts)),
    missing: formatRupiah(settled.missing),
    change: formatRupiah(settled.change),
    room: formatRupiah(room || 0),
  };
  refuse(say(name, facts), kind);
}

/** What the cashier has to have seen coming, and has not said so yet. */
const unconfirmed = ({ amounts }) => CONFIRMED.filter((kind) => amounts[kind] > 0 && amounts[kind] !== ((till.paid && till.paid.seen) || {})[kind]);

function send(reckoned) {
  const { amounts, settled } = reckoned;
  const typed = Object.fromEntries(KINDS.map((kind) => [kind, text(kind)]));
  const seen = Object.fromEntries(CONFIRMED.map((kind) => [kind, amounts[kind]]));
  const paid = { ...typed, seen, confirmed: amounts.qris + amounts.transfer };
  sell({ settled, amounts, tenders: tenders(amounts, settled), paid, total: cartTotal(till.cart), deposit: cartDeposit(till.cart) });
}

function complete(event) {
  event.preventDefault();
  if (till.sending) return;
  const wrong = unreadable();
  if (wrong) return refuse(say("rupiah_wrong"), wrong);
  const reckoned = reckon();
  const found = objection(reckoned);
  const unseen = unconfirmed(reckoned);
  if (found) objectTo(reckoned, found);
  else if (unseen.length) askMoney(unseen, reckoned.amounts);
  else send(reckoned);
}

function askMoney(kinds, amounts) {
  setText("sure-title-money", say(kinds.length > 1 ? "sure_both" : "sure_" + kinds[0]));
  const sums = kinds.map((kind) => make("span", { text: kinds.length > 1 ? `${say("kind_" + kind)} ${formatRupiah(amounts[kind])}` : formatRupiah(amounts[kind]) }));
  byId("sure-sum").replaceChildren(...sums);
  byId("sure-sum").classList.toggle("several", kinds.length > 1);
  turnTo("sure");
  byId("sure-came").focus();
}

function moneyCame() {
  turnTo("amounts");
  send(reckon());
}

function moneyNotYet() {
  turnTo("amounts");
  const kind = CONFIRMED.find((each) => text(each) !== "");
  field(kind || "cash").focus();
}

export function closePay() {
  if (byId("pay").open) byId("pay").close();
}

/** The PIN was not given: the amounts stand as they were. */
export function backToPay() {
  if (byId("pay").open) field("cash").focus();
}

function back() {
  if (till.sending) return;
  if (isAskingMoney()) moneyNotYet();
  else closePay();
}

function goTo(from, by) {
  const fields = usable();
  field(fields[(fields.indexOf(from) + by + fields.length) % fields.length]).focus();
}

function keys(event) {
  const inField = KINDS.includes(event.target.id);
  if (event.key === "Escape") back();
  else if (event.key === "F9" && !isAskingMoney()) putExactCash();
  else if (inField && event.key === "ArrowDown") goTo(event.target.id, 1);
  else if (inField && event.key === "ArrowUp") goTo(event.target.id, -1);
  else if (event.key !== "Enter" || !event.repeat) return; // a key held down answers no question
  event.preventDefault();
}

function showSending({ sending }) {
  byId("pay").setAttribute("aria-busy", String(sending));
  for (const kind of KINDS) field(kind).readOnly = sending;
  allow("pay-done", !sending);
  allow("pay-back", !sending);
  setText("pay-done-label", say(sending ? "sending" : "pay_done"));
}

export function listenToPay() {
  const dialog = byId("pay");
  onChange(showSending);
  listenToFields();
  dialog.addEventListener("keydown", keys);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    back();
  });
  dialog.addEventListener("close", focusScan);
  byId("pay-form").addEventListener("submit", complete);
  byId("pay-back").addEventListener("click", back);
  byId("sure-came").addEventListener("click", moneyCame);
  byId("sure-not-yet").addEventListener("click", moneyNotYet);
  byId("pay-open").addEventListener("click", (event) => isAllowed(event.currentTarget) && openPay());
}
