// Somebody with a wider limit agrees, with name and PIN. Neither is kept: the fields are emptied as they are read.

import { byId, setText } from "../page/dom.js";
import { say } from "../page/text.js";

let answer = null;

const name = () => byId("approval-name");
const pin = () => byId("approval-pin");

function complain(sentence, field) {
  setText("approval-error", sentence);
  for (const each of [name(), pin()]) each.setAttribute("aria-invalid", String(each === field));
  if (field) field.focus();
}

function finish(approval) {
  const resolve = answer;
  answer = null;
  pin().value = "";
  byId("approval").setAttribute("aria-busy", String(Boolean(approval)));
  if (!approval) closeApproval();
  if (resolve) resolve(approval);
}

function submit(event) {
  event.preventDefault();
  if (!answer) return null;
  const username = name().value.trim();
  if (!username) return complain(say("approval_name_missing"), name());
  if (!/^\d{4,6}$/.test(pin().value)) return complain(say("approval_pin_missing"), pin());
  return finish({ username, pin: pin().value });
}

const waiting = () => new Promise((resolve) => (answer = resolve));

/** Ask who agrees to `why`. @returns {Promise<{username: string, pin: string} | null>} null: turned back */
export function askApproval(why) {
  setText("approval-why", why);
  byId("approval").removeAttribute("aria-busy");
  pin().value = "";
  complain("", null);
  if (!byId("approval").open) byId("approval").showModal();
  (name().value ? pin() : name()).focus();
  return waiting();
}

/** The same question once more, after the server did not take the answer. */
export function refuseApproval(sentence) {
  byId("approval").removeAttribute("aria-busy");
  complain(sentence, pin());
  return waiting();
}

export function closeApproval() {
  name().value = "";
  if (byId("approval").open) byId("approval").close();
}

export function listenToApproval() {
  byId("approval-form").addEventListener("submit", submit);
  byId("approval-back").addEventListener("click", () => finish(null));
  byId("approval").addEventListener("cancel", (event) => {
    event.preventDefault();
    finish(null);
  });
  byId("approval").addEventListener("close", () => answer && finish(null));
}
