// Sending anything that changes the books: with a fresh token when the old one is stale, and with a
// manager's PIN where the server asks for one. The PIN is held for one sending and then forgotten.

import { askApproval, closeApproval, refuseApproval } from "./approval.js";
import { loadContext } from "./context.js";
import { send } from "./door.js";
import { approved } from "./request.js";
import { change, till } from "../page/state.js";

const OVER_LIMIT = ["discount_over_limit", "void_over_limit", "return_over_limit"];

const lost = () => ({ kind: till.phase === "signed_out" ? "signed_out" : "failed" });

/** The very same text once more when the session or its token had changed. */
async function attempt(way, text) {
  if (!till.context && !(await loadContext())) return lost();
  const answer = await send(way, text, till.context.csrf_token);
  if (answer.kind !== "stale" && answer.kind !== "signed_out") return answer;
  if (!(await loadContext())) return lost();
  const again = await send(way, text, till.context.csrf_token);
  return again.kind === "stale" || again.kind === "signed_out" ? { kind: "failed" } : again;
}

async function sendNow(way, text) {
  change({ sending: true });
  const answer = await attempt(way, text);
  change({ sending: false });
  return answer;
}

const isPinRefused = (problem) => /^(approval|pin)_/.test(problem.code);
const wantsApproval = ({ problem }) => Boolean(problem) && (OVER_LIMIT.includes(problem.code) || isPinRefused(problem));

/**
 * Send `text` by `way`. `needed` says why a PIN is needed before anything is sent, or is empty.
 * Turning back from the PIN answers { kind: "turned_back" }: nothing was sent since.
 * @param {string} way
 * @param {string} text
 * @param {string} [needed]
 * @returns {Promise<import("./door.js").Answer>}
 */
export async function sendApproved(way, text, needed = "") {
  let approval = needed ? await askApproval(needed) : null;
  if (needed && !approval) return { kind: "turned_back" };
  let answer = await sendNow(way, approved(text, approval));
  while (wantsApproval(answer)) {
    const { detail } = answer.problem;
    approval = isPinRefused(answer.problem) && approval ? await refuseApproval(detail) : await askApproval(detail);
    if (!approval) break;
    answer = await sendNow(way, approved(text, approval));
  }
  closeApproval();
  return wantsApproval(answer) ? { kind: "turned_back", problem: answer.problem } : answer;
}
