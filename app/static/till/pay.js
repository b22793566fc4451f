// The pay dialog: open, complete, ask whether QRIS money is in, turn back.

import { canSell } from "./acts.js";
import { isEmpty } from "./cart.js";
import { allow, byId, isAllowed, setText, show } from "./dom.js";
import { focusScan } from "./focus.js";
import { formatRupiah } from "./money.js";
import { clearNote, note } from "./note.js";
import {
  KINDS,
  complain,
  field,
  fillFields,
  listenToFields,
  putExactCash,
  reckon,
  showReckoning,
  text,
  unreadable,
} from "./pay-fields.js";
import { clearScan } from "./scan.js";
import { sell } from "./sell.js";
import { change, onChange, till } from "./state.js";
import { objection, tenders } from "./tender.js";
import { say } from "./text.js";

const confirmed = () => (till.paid && till.paid.confirmed) || 0;
const isAskingQris = () => !byId("pay-qris").hidden;

function turnTo(side) {
  show("pay-form", side === "amounts");
  show("pay-qris", side === "qris");
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

function objectTo(reckoned, name) {
  const { total, settled } = reckoned;
  const facts = {
    total: formatRupiah(total),
    missing: formatRupiah(settled.missing),
    change: formatRupiah(settled.change),
  };
  refuse(say(name, facts), name === "qris_above_total" ? "qris" : "cash");
}

function send(reckoned) {
  const paid = { cash: text("cash"), qris: text("qris"), confirmed: reckoned.qris };
  sell({ ...reckoned, cash: reckoned.cash || 0, tenders: tenders(reckoned), paid });
}

function complete(event) {
  event.preventDefault();
  if (till.sending) return;
  const wrong = unreadable();
  if (wrong) return refuse(say("rupiah_wrong"), wrong);
  const reckoned = reckon();
  const name = objection(reckoned);
  if (name) objectTo(reckoned, name);
  else if (reckoned.qris !== confirmed() && reckoned.qris > 0) askQris(reckoned.qris);
  else send(reckoned);
}

function askQris(sum) {
  setText("qris-sum", formatRupiah(sum));
  turnTo("qris");
  byId("qris-yes").focus();
}

function qrisCame() {
  turnTo("amounts");
  send(reckon());
}

function qrisNotYet() {
  turnTo("amounts");
  field("qris").focus();
}

export function closePay() {
  if (byId("pay").open) byId("pay").close();
}

function back() {
  if (till.sending) return;
  if (isAskingQris()) qrisNotYet();
  else closePay();
}

const OTHER = { cash: "qris", qris: "cash" };

function keys(event) {
  const other = OTHER[event.target.id];
  if (event.key === "Escape") back();
  else if (event.key === "F9" && !isAskingQris()) putExactCash();
  else if (other && (event.key === "ArrowDown" || event.key === "ArrowUp")) field(other).focus();
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
  byId("qris-yes").addEventListener("click", qrisCame);
  byId("qris-no").addEventListener("click", qrisNotYet);
  byId("pay-open").addEventListener("click", (event) => isAllowed(event.currentTarget) && openPay());
}
