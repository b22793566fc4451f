// Sending a sale: frozen, sent, and one of five outcomes. Nothing is lost and nothing is sent twice
// as two: the reference and the text of a request never change while its outcome is unknown.

import { cartDiscount, isEmpty, keyOf, reprice } from "../basket/cart.js";
import { loadContext, loadContextIfStale } from "./context.js";
import { formatRupiah } from "../page/money.js";
import { clearNote, note, speak } from "../page/note.js";
import { freeze, numberAfter, renumber } from "./request.js";
import { sendApproved } from "./send.js";
import { goodsOfLine } from "../goods/search.js";
import { change, freshCart, till, today } from "../page/state.js";
import { say } from "../page/text.js";

const after = { done: () => {}, refused: () => {}, failed: () => {}, signed_out: () => {}, turned_back: () => {} };
let delivering = false;

/** Who closes and opens dialogs: after[kind] is called when an outcome is known. */
export const onOutcome = (listeners) => Object.assign(after, listeners);

/** A number that another till has used in the meantime is given up for the one the server names. */
async function attempt(needed) {
  const answer = await sendApproved("sales", till.frozen.body, needed);
  const { code, next_number: number } = answer.problem || {};
  if (!["number_taken", "number_ahead"].includes(code) || !number) return answer;
  change({ frozen: renumber(till.frozen, number) });
  return sendApproved("sales", till.frozen.body, needed);
}

function done({ body }) {
  const { frozen, context } = till;
  const last = { sale: body.sale, number: frozen.number, due: frozen.due, amounts: frozen.amounts };
  last.change = Number.isInteger(body.change) ? body.change : frozen.change;
  last.exceptions = (body.exceptions || []).length;
  last.buyer = frozen.buyer;
  last.approvedBy = body.approved_by || "";
  const register = context.register && { ...context.register, next_number: numberAfter(frozen.number) };
  clearNote();
  change({
    cart: freshCart(),
    frozen: null,
    paid: null,
    marks: {},
    last,
    done: true,
    context: { ...context, register },
  });
  speak(say("spoken_done", { change: formatRupiah(last.change), number: last.number }));
  loadContextIfStale();
}

export const sentence = (problem) =>
  problem.detail && !problem.code.startsWith("http_") ? problem.detail : say("refused_plainly", { code: problem.code });

function markLine(problem) {
  const line = till.cart.lines[problem.line];
  if (!line) return { marks: {} };
  return { marks: { [keyOf(line)]: sentence(problem) }, cart: { ...till.cart, selected: problem.line } };
}

/** The server said no: the cart is the cashier's again, at today's prices. */
async function refused({ problem }) {
  change({ frozen: null, ...markLine(problem) });
  note("danger", sentence(problem));
  await loadContext();
  if (!till.index || isEmpty(till.cart) || till.frozen) return;
  const { cart, changed } = reprice(till.cart, (line) => goodsOfLine(till.index, line), today());
  change({ cart });
  if (!changed.length) return;
  const prices = changed.map((line) => say("price_now", { name: line.name, price: formatRupiah(line.price) }));
  note("caution", [sentence(problem), ...prices].join(" "));
}

const outcomes = { done, refused, failed: () => {}, signed_out: () => {}, turned_back: () => change({ frozen: null }) };

/** Send what is frozen, or send it again; `needed` says why a PIN is asked for before the first time. */
export async function deliver(needed = "") {
  if (delivering || !till.frozen) return;
  delivering = true;
  const answer = await attempt(needed);
  delivering = false;
  outcomes[answer.kind](answer);
  after[answer.kind]();
}

/** More off than this person may give is somebody else's decision. */
function approvalNeeded() {
  const { discount_limit: limit } = till.context.rules;
  const discount = cartDiscount(till.cart);
  if (limit === null || discount <= limit) return "";
  return say("approval_discount", { discount: formatRupiah(discount), limit: formatRupiah(limit) });
}

/** `payment` is { total, deposit, amounts, settled, tenders, paid }; paid is kept as typed, should the server refuse. */
export function sell(payment) {
  const frozen = freeze(till.cart, till.context, payment, till.clockOffset, Date.now());
  change({ frozen, paid: payment.paid, marks: {} });
  return deliver(approvalNeeded());
}
