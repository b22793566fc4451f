// Who buys: found by number, name or card; the basket takes the prices of that buyer.

import { canSell } from "../basket/acts.js";
import { setMember } from "../basket/cart.js";
import { findMembers } from "../door/door.js";
import { clearNote, note, speak } from "../page/note.js";
import { change, till } from "../page/state.js";
import { say } from "../page/text.js";

/** @param {import("../basket/cart.js").Member | null} member */
export function chooseMember(member) {
  if (!canSell()) return;
  clearNote();
  change({ cart: setMember(till.cart, member), marks: {}, done: false });
  if (member) speak(say("spoken_member", { no: member.no, name: member.name }));
}

export function dropMember() {
  const { member } = till.cart;
  if (!member || !canSell()) return;
  chooseMember(null);
  note("info", say("member_dropped", { name: member.name }), { label: say("bring_back"), act: () => chooseMember(member) });
}

/** @returns {Promise<{members: object[], problem: string}>} `problem` is a sentence, or empty */
export async function lookUp(text) {
  const answer = await findMembers(text);
  if (answer.kind === "done") return { members: answer.body.members, problem: "" };
  const detail = answer.problem && answer.problem.detail;
  return { members: [], problem: detail || say("member_unreachable") };
}

/** A card under the scanner at any moment: exactly one answer, or a sentence. */
export async function chooseByCard(code) {
  const { members, problem } = await lookUp(code);
  if (members.length === 1) chooseMember(members[0]);
  else note("danger", problem || say("card_unknown"));
}

/** After a basket has waited: what is left of the bon may have changed meanwhile. */
export async function refreshMember() {
  const { member, reference } = till.cart;
  if (!member) return;
  const { members } = await lookUp(String(member.no));
  const now = members.find(({ no }) => no === member.no);
  if (now && canSell() && till.cart.reference === reference && till.cart.member) {
    change({ cart: setMember(till.cart, now) });
  }
}
