// F3: the receipts of this shift, and any other by its number.

import { fetchReceipt, fetchReceipts } from "../door/door.js";
import { clockTime } from "../door/clock.js";
import { byId, make, setText, show } from "../page/dom.js";
import { focusScan } from "../page/focus.js";
import { formatRupiah } from "../page/money.js";
import { till } from "../page/state.js";
import { say } from "../page/text.js";
import { showReceipt } from "./receipt.js";
import { paidFor } from "./reversal.js";

const SIDES = ["receipts-all", "receipt-one", "undo-form", "undo-done"];

/** Only one side of the dialog is seen at a time. */
export function turnTo(side) {
  for (const each of SIDES) show(each, each === side);
}

const complain = (sentence) => setText("receipts-error", sentence);

export function whyNot({ problem }) {
  return (problem && problem.detail) || say("receipts_unreachable");
}

function state({ voided, returned }) {
  if (voided) return make("span", { class: "chip off", text: say("is_voided") });
  return returned ? make("span", { class: "chip", text: say("is_returned") }) : null;
}

function entry(receipt) {
  const about = [clockTime(Date.parse(receipt.sold_at)), receipt.member && say("member_no", { no: receipt.member })];
  const main = make("span", { class: "entry-main" }, make("b", {}, receipt.number, state(receipt)), make("small", { text: about.filter(Boolean).join(" · ") }));
  const sum = make("span", { class: "num", text: formatRupiah(paidFor(receipt)) });
  return make("li", {}, make("button", { type: "button", class: "entry", "data-sale": receipt.sale }, main, sum));
}

async function load() {
  complain("");
  show("receipts-empty", false);
  const answer = await fetchReceipts();
  if (answer.kind !== "done") return complain(whyNot(answer));
  const { receipts } = answer.body;
  byId("receipts-list").replaceChildren(...receipts.map(entry));
  show("receipts-empty", receipts.length === 0);
}

export function openReceipts() {
  if (till.phase !== "ready" || till.sending || till.frozen) return;
  if (!byId("receipts").open) byId("receipts").showModal();
  if (till.pending) return turnTo("undo-form"); // sent and not answered: that comes first
  turnTo("receipts-all");
  byId("receipts-number").value = "";
  byId("receipts-number").focus();
  return load();
}

export const closeReceipts = () => byId("receipts").close();

async function open(query) {
  complain("");
  const answer = await fetchReceipt(query);
  if (!byId("receipts").open) return;
  if (answer.kind !== "done") {
    complain(whyNot(answer));
    byId("receipts-number").select();
    return;
  }
  turnTo("receipt-one");
  showReceipt(answer.body);
}

/** "123" is the register's own number 123. */
function numberTyped(text) {
  const typed = text.trim().toUpperCase();
  const { register } = till.context;
  return /^\d{1,9}$/.test(typed) ? `${register.code}-${typed.padStart(6, "0")}` : typed;
}

function submit(event) {
  event.preventDefault();
  const text = byId("receipts-number").value;
  const first = byId("receipts-list").querySelector("[data-sale]");
  if (text.trim()) open({ number: numberTyped(text) });
  else if (first) open({ sale: first.dataset.sale });
}

function keys(event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || byId("receipts-all").hidden) return;
  const stops = [byId("receipts-number"), ...byId("receipts-list").querySelectorAll("button")];
  const at = stops.indexOf(document.activeElement);
  stops[(at + by + stops.length) % stops.length].focus();
  event.preventDefault();
}

export function listenToReceipts() {
  byId("receipts-find").addEventListener("submit", submit);
  byId("receipts").addEventListener("keydown", keys);
  byId("receipts").addEventListener("close", focusScan);
  byId("receipts-back").addEventListener("click", closeReceipts);
  byId("receipts-open").addEventListener("click", openReceipts);
  byId("receipts-list").addEventListener("click", (event) => {
    const button = event.target.closest("[data-sale]");
    if (button) open({ sale: button.dataset.sale });
  });
}
