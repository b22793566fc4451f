// Sending a sale: frozen, sent, and one of four outcomes. Nothing is lost and nothing is sent twice
// as two: the reference and the text of a request never change while its outcome is unknown.

import { isEmpty, reprice } from "./cart.js";
import { loadContext, loadContextIfStale } from "./context.js";
import { sendSale } from "./door.js";
import { formatRupiah } from "./money.js";
import { clearNote, note, speak } from "./note.js";
import { freeze, numberAfter, renumber } from "./request.js";
import { change, freshCart, till } from "./state.js";
import { say } from "./text.js";

const after = { done: () => {}, refused: () => {}, failed: () => {}, signed_out: () => {} };

/** Who closes and opens dialogs: after[kind] is called when an outcome is known. */
export const onOutcome = (listeners) => Object.assign(after, listeners);

const lostKind = () => (till.phase === "signed_out" ? "signed_out" : "failed");

async function attempt() {
  if (!till.context && !(await loadContext())) return { kind: lostKind() };
  const answer = await sendSale(till.frozen.body, till.context.csrf_token);
  if (answer.kind !== "stale" && answer.kind !== "signed_out") return answer;
  // The session or its token changed: ask once for a new one and send the very same text again.
  if (!(await loadContext())) return { kind: lostKind() };
  const again = await sendSale(till.frozen.body, till.context.csrf_token);
  return again.kind === "stale" || again.kind === "signed_out" ? { kind: "failed" } : again;
}

async function attemptWithNumber() {
  const answer = await attempt();
  const { code, next_number: number } = answer.problem || {};
  if (!["number_taken", "number_ahead"].includes(code) || !number) return answer;
  change({ frozen: renumber(till.frozen, number) });
  return attempt();
}

function done({ body }) {
  const { frozen, context } = till;
  const last = { sale: body.sale, number: frozen.number, due: frozen.due, cash: frozen.cash };
  last.change = Number.isInteger(body.change) ? body.change : frozen.change;
  last.exceptions = (body.exceptions || []).length;
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
  return { marks: { [line.item]: sentence(problem) }, cart: { ...till.cart, selected: problem.line } };
}

/** The server said no: the cart is the cashier's again, at today's prices. */
async function refused({ problem }) {
  change({ frozen: null, ...markLine(problem) });
  note("danger", sentence(problem));
  await loadContext();
  if (!till.index || isEmpty(till.cart) || till.frozen) return;
  const { cart, changed } = reprice(till.cart, till.index.byNo);
  if (!changed.length) return;
  change({ cart });
  const prices = changed.map((line) => say("price_now", { name: line.name, price: formatRupiah(line.price) }));
  note("caution", [sentence(problem), ...prices].join(" "));
}

const outcomes = { done, refused, failed: () => {}, signed_out: () => {} };

/** Send what is frozen, or send it again. */
export async function deliver() {
  if (till.sending || !till.frozen) return;
  change({ sending: true });
  const answer = await attemptWithNumber();
  change({ sending: false });
  outcomes[answer.kind](answer);
  after[answer.kind]();
}

/** `payment` is { total, cash, settled, tenders, paid }; paid is kept as typed, should the server refuse. */
export function sell(payment) {
  const frozen = freeze(till.cart, till.context, payment, till.clockOffset, Date.now());
  change({ frozen, paid: payment.paid, marks: {} });
  return deliver();
}
