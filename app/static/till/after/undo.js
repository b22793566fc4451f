// A void or a return: which goods, why, what goes back to the buyer; sent under a reference of its own,
// which stays the same until the server has answered.

import { loadContext } from "../door/context.js";
import { send } from "../door/door.js";
import { sendApproved } from "../door/send.js";
import { uuid7 } from "../door/uuid.js";
import { allow, byId, isAllowed, make, setText, show } from "../page/dom.js";
import { formatQuantity, formatRupiah } from "../page/money.js";
import { change, onChange, till } from "../page/state.js";
import { keepPending } from "../page/store.js";
import { say } from "../page/text.js";
import { shownReceipt } from "./receipt.js";
import { turnTo, whyNot } from "./receipts.js";
import { paidFor, readWire, returnBody, returned, voidBody } from "./reversal.js";

const QUOTE_MS = 250;
let way = "returns";
let reference = "";
let timer = 0;

const complain = (sentence) => setText("undo-error", sentence);
const rows = () => [...byId("undo-lines").querySelectorAll("input")];
const reason = () => byId("undo-reason").value.trim();

function lineField(line) {
  const id = "undo-line-" + line.line;
  const left = readWire(line.left);
  const facts = say("undo_left", { count: formatQuantity(left), unit: line.unit });
  const label = make("label", { for: id }, make("span", { text: line.name }), make("small", { text: facts }));
  const field = make("input", { id, type: "text", inputmode: "decimal", autocomplete: "off", maxlength: 9, placeholder: "0", "data-line": line.line, "aria-describedby": "undo-error" });
  const all = make("button", { type: "button", class: "ghost", tabindex: "-1", text: say("undo_all"), "aria-label": say("undo_all_of", { name: line.name }) });
  all.addEventListener("click", () => {
    field.value = formatQuantity(left).replace(".", "");
    changed();
  });
  return make("li", {}, label, make("span", { class: "with-unit" }, field, make("span", { class: "soft", text: line.unit })), all);
}

function offerReasons() {
  const offered = say(way === "voids" ? "void_reasons" : "return_reasons").split("|");
  const buttons = offered.map((text) => {
    const button = make("button", { type: "button", class: "ghost", text });
    button.addEventListener("click", () => {
      byId("undo-reason").value = text;
      complain("");
    });
    return button;
  });
  byId("undo-reasons").replaceChildren(...buttons);
}

/** Begin a "voids" or "returns" of the receipt that is shown. */
export function beginUndo(chosen) {
  way = chosen;
  reference = uuid7();
  const receipt = shownReceipt();
  const back = receipt.lines.filter(({ left }) => readWire(left) > 0);
  setText("undo-title", say(way === "voids" ? "void_title" : "return_title", { number: receipt.number }));
  setText("undo-hint", say(way === "voids" ? "void_hint" : "return_hint"));
  byId("undo-lines").replaceChildren(...(way === "voids" ? [] : back.map(lineField)));
  show("undo-lines", way === "returns");
  byId("undo-reason").value = "";
  setText("undo-sum", way === "voids" ? formatRupiah(paidFor(receipt)) : formatRupiah(0));
  setText("undo-ways", "");
  setText("undo-yes-label", say(way === "voids" ? "void_yes" : "return_yes"));
  complain("");
  offerReasons();
  turnTo("undo-form");
  (rows()[0] || byId("undo-reason")).focus();
}

/** Pieces and packs come back whole; what is no longer in the list, as it was sold. */
function decimalsOf({ item, unit, quantity }) {
  const goods = till.index.byNo.get(item);
  if (!goods) return readWire(quantity) % 1000 ? 3 : 0;
  return goods.unit === unit ? goods.decimals : 0;
}

/** The quantities as typed, or null with the first wrong field marked. */
function typedLines() {
  const { lines } = shownReceipt();
  const read = rows().map((field) => {
    const line = lines.find((each) => each.line === Number(field.dataset.line));
    return { field, line: line.line, milli: returned(line, field.value, decimalsOf(line)) };
  });
  for (const { field, milli } of read) field.setAttribute("aria-invalid", String(milli === null));
  const wrong = read.find(({ milli }) => milli === null);
  if (!wrong) return read;
  complain(say("undo_quantity_wrong"));
  wrong.field.focus();
  return null;
}

function body(lines) {
  const { sale } = shownReceipt();
  const facts = { reference, sale, shift: till.context.shift.no, reason: reason() };
  return way === "voids" ? voidBody(facts) : returnBody({ ...facts, lines });
}

const waysBack = (refund) => refund.map(({ kind, amount }) => say("paid_" + kind, { amount: formatRupiah(amount) })).join(" · ");
const sumOf = (refund) => refund.reduce((sum, { amount }) => sum + amount, 0);

function showRefund({ refund }) {
  setText("undo-sum", formatRupiah(sumOf(refund)));
  setText("undo-ways", waysBack(refund));
}

/** What would go back, asked of the server: it alone knows the share of discounts and bon. */
async function quote() {
  const lines = typedLines();
  if (!lines) return;
  const asked = body(lines);
  if (!asked.lines.length) return showRefund({ refund: [] });
  const of = reference;
  const text = JSON.stringify({ ...asked, reason: asked.reason || "-", quote: true });
  const answer = await send("returns", text, till.context.csrf_token);
  if (of !== reference || byId("undo-form").hidden) return;
  if (answer.kind === "done") showRefund(answer.body);
  else complain(whyNot(answer));
}

function changed() {
  complain("");
  clearTimeout(timer);
  timer = setTimeout(quote, QUOTE_MS);
}

function objection(lines) {
  if (lines && !lines.some(({ milli }) => milli > 0)) return { sentence: say("undo_nothing"), field: rows()[0] };
  return reason().length < 3 ? { sentence: say("undo_reason_missing"), field: byId("undo-reason") } : null;
}

function limitNeeds() {
  const { void_limit: most } = till.context.rules;
  const sum = paidFor(shownReceipt());
  const isOver = way === "voids" && most !== null && sum > most;
  return isOver ? say("approval_void", { amount: formatRupiah(sum), limit: formatRupiah(most) }) : "";
}

async function submit(event) {
  event.preventDefault();
  if (till.sending || !isAllowed(byId("undo-yes"))) return;
  clearTimeout(timer);
  const lines = way === "returns" ? typedLines() : [];
  if (!lines) return;
  const found = objection(way === "returns" ? lines : null);
  if (found) {
    complain(found.sentence);
    found.field.focus();
    return;
  }
  await deliver({ way, number: shownReceipt().number, sale: shownReceipt().sale, text: JSON.stringify(body(lines)) }, limitNeeds());
}

function finish(pending, answer) {
  change({ pending: null });
  setText("undo-done-title", say(pending.way === "voids" ? "void_done" : "return_done", { number: pending.number }));
  setText("undo-done-sum", formatRupiah(sumOf(answer.body.refund)));
  setText("undo-done-ways", waysBack(answer.body.refund));
  if (!byId("receipts").open) byId("receipts").showModal();
  turnTo("undo-done");
  byId("undo-done-close").focus();
  loadContext();
}

/** Send what is pending; it is kept until an answer came, and only the same text is ever sent again. */
async function deliver(pending, needed) {
  change({ pending });
  const answer = await sendApproved(pending.way, pending.text, needed);
  if (answer.kind === "done") return finish(pending, answer);
  if (answer.kind === "refused" || answer.kind === "turned_back") {
    change({ pending: null });
    reference = uuid7();
    return complain(answer.problem ? whyNot(answer) : "");
  }
  change({ pending: { ...pending, unsent: true } });
  return complain(say(answer.kind === "signed_out" ? "undo_signed_out" : "undo_unsent"));
}

/** After a reload in the middle of it: the same once more. */
export function resumeUndo() {
  const { pending } = till;
  if (!pending || till.phase !== "ready") return;
  way = pending.way;
  setText("undo-title", say(way === "voids" ? "void_title" : "return_title", { number: pending.number }));
  deliver(pending, "");
}

function showSending({ sending, pending }) {
  allow("undo-yes", !sending);
  setText("undo-yes-label", say(sending ? "sending" : pending && pending.unsent ? "retry" : way === "voids" ? "void_yes" : "return_yes"));
  for (const field of rows()) field.readOnly = sending || Boolean(pending);
  byId("undo-reason").readOnly = sending || Boolean(pending);
}

function remember({ pending }, patch) {
  if ("pending" in patch) keepPending(pending);
}

export function listenToUndo({ back, close }) {
  onChange(showSending);
  onChange(remember);
  byId("undo-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (till.pending && !till.sending) deliver(till.pending, "");
    else submit(event);
  });
  byId("undo-lines").addEventListener("input", changed);
  byId("undo-reason").addEventListener("input", () => complain(""));
  byId("undo-back").addEventListener("click", () => till.sending || back());
  byId("undo-done-close").addEventListener("click", close);
}
