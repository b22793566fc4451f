// A void or a return, sent under a reference of its own which stays the same until the server has answered.

import { loadContext } from "../door/context.js";
import { send } from "../door/door.js";
import { sendApproved } from "../door/send.js";
import { uuid7 } from "../door/uuid.js";
import { allow, byId, setText } from "../page/dom.js";
import { formatRupiah } from "../page/money.js";
import { change, onChange, till } from "../page/state.js";
import { keepPending } from "../page/store.js";
import { say } from "../page/text.js";
import { shownReceipt } from "./receipt.js";
import { openReceipts, turnTo, whyNot } from "./receipts.js";
import { paidFor, returnBody, voidBody } from "./reversal.js";
import { complain, reason, rows, showForm, showRefund, typedLines, word } from "./undo-form.js";

const QUOTE_MS = 250;
let way = "returns";
let reference = "";
let timer = 0;

/** Begin a "voids" or "returns" of the receipt that is shown. */
export function beginUndo(chosen) {
  way = chosen;
  reference = uuid7();
  showForm(way, shownReceipt(), changed);
  turnTo("undo-form");
  (rows()[0] || byId("undo-reason")).focus();
}

function body(lines) {
  const { sale } = shownReceipt();
  const facts = { reference, sale, shift: till.context.shift.no, reason: reason() };
  return way === "voids" ? voidBody(facts) : returnBody({ ...facts, lines });
}

/** What would go back, asked of the server: it alone knows the share of discounts and bon. */
async function quote() {
  const lines = typedLines(shownReceipt());
  if (!lines) return;
  const asked = body(lines);
  if (!asked.lines.length) {
    showRefund([], "undo-sum", "undo-ways");
    return;
  }
  const of = reference;
  const text = JSON.stringify({ ...asked, reason: asked.reason || "-", quote: true });
  const answer = await send("returns", text, till.context.csrf_token);
  if (of !== reference || byId("undo-form").hidden) return;
  if (answer.kind === "done") showRefund(answer.body.refund, "undo-sum", "undo-ways");
  else complain(whyNot(answer));
}

function changed() {
  complain("");
  clearTimeout(timer);
  timer = setTimeout(quote, QUOTE_MS);
}

function objection(lines) {
  const isNothing = way === "returns" && !lines.some(({ milli }) => milli > 0);
  if (isNothing) return { sentence: say("undo_nothing"), field: rows()[0] };
  return reason().length < 3 ? { sentence: say("undo_reason_missing"), field: byId("undo-reason") } : null;
}

/** Undoing more than this person may is somebody else's decision. */
function approvalNeeded() {
  const { void_limit: most } = till.context.rules;
  const sum = paidFor(shownReceipt());
  if (way !== "voids" || most === null || sum <= most) return "";
  return say("approval_void", { amount: formatRupiah(sum), limit: formatRupiah(most) });
}

async function submit() {
  clearTimeout(timer);
  const receipt = shownReceipt();
  const lines = typedLines(receipt);
  if (!lines) return;
  const found = objection(lines);
  if (found) {
    complain(found.sentence);
    found.field.focus();
    return;
  }
  const pending = { way, number: receipt.number, text: JSON.stringify(body(lines)) };
  await deliver(pending, approvalNeeded());
}

function finish(pending, answer) {
  change({ pending: null });
  setText("undo-done-title", word(pending.way, "done", { number: pending.number }));
  showRefund(answer.body.refund, "undo-done-sum", "undo-done-ways");
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
    if (!shownReceipt()) return openReceipts(); // it came from before a reload: the list says how things stand
    return complain(answer.problem ? whyNot(answer) : "");
  }
  change({ pending: { ...pending, unsent: true } });
  return complain(say(answer.kind === "signed_out" ? "undo_signed_out" : "undo_unsent"));
}

/** After a reload in the middle of it: shown as unsent, to be sent once more. */
export function resumeUndo() {
  const { pending } = till;
  if (!pending || till.phase !== "ready") return;
  way = pending.way;
  showForm(way, { number: pending.number, lines: [], total: 0, rounding: 0 }, changed);
  byId("receipts").showModal();
  turnTo("undo-form");
  deliver(pending, "");
}

function showSending({ sending, pending }) {
  const isUnsent = Boolean(pending && pending.unsent);
  allow("undo-yes", !sending);
  setText("undo-yes-label", sending ? say("sending") : isUnsent ? say("retry") : word(way, "yes"));
  for (const field of [...rows(), byId("undo-reason")]) field.readOnly = sending || isUnsent;
}

function remember({ pending }, patch) {
  if ("pending" in patch) keepPending(pending);
}

/** What is unsent stays in sight until an answer came. */
const mayLeave = () => !till.sending && !till.pending;

export function listenToUndo({ back, close }) {
  onChange(showSending);
  onChange(remember);
  byId("undo-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (till.sending) return;
    if (till.pending) deliver(till.pending, "");
    else submit();
  });
  byId("undo-lines").addEventListener("input", changed);
  byId("undo-reason").addEventListener("input", () => complain(""));
  byId("undo-back").addEventListener("click", () => mayLeave() && back());
  byId("receipts").addEventListener("cancel", (event) => mayLeave() || event.preventDefault());
  byId("undo-done-close").addEventListener("click", close);
}
