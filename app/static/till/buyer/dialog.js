// F2: the field that finds a member, and the list under it.

import { canSell } from "../basket/acts.js";
import { chooseMember, dropMember, lookUp } from "./member.js";
import { byId, make, setText, show } from "../page/dom.js";
import { focusScan } from "../page/focus.js";
import { formatRupiah } from "../page/money.js";
import { till } from "../page/state.js";
import { say } from "../page/text.js";

const WAIT_MS = 180;
let found = [];
let active = 0;
let asked = 0; // counts the questions, so that a late answer to an old one is passed over
let timer = 0;

const field = () => byId("member-input");

function mark(at) {
  active = found.length ? (at + found.length) % found.length : 0;
  for (const option of byId("member-list").children) {
    const chosen = option.id === "member-" + active;
    option.setAttribute("aria-selected", String(chosen));
    if (chosen) option.scrollIntoView({ block: "nearest" });
  }
  if (found.length) field().setAttribute("aria-activedescendant", "member-" + active);
  else field().removeAttribute("aria-activedescendant");
}

function option(member, at) {
  const bon = member.bon_left > 0 && say("bon_left", { amount: formatRupiah(member.bon_left) });
  const about = [say("member_no", { no: member.no }), member.dusun, bon, !member.is_member && say("not_a_member_yet")];
  return make(
    "li",
    { id: "member-" + at, role: "option", "data-at": at },
    make("span", { class: "entry-main" }, make("b", { text: member.name }), make("small", { text: about.filter(Boolean).join(" · ") })),
  );
}

function showFound(members, sentence) {
  found = members;
  byId("member-list").replaceChildren(...members.map(option));
  show("member-list", members.length > 0);
  field().setAttribute("aria-expanded", String(members.length > 0));
  setText("member-error", sentence);
  mark(0);
}

/** @returns {Promise<boolean>} whether this is still the question that stands in the field */
async function search() {
  clearTimeout(timer);
  const text = field().value.trim();
  const question = (asked += 1);
  if (!text) return showFound([], "");
  const { members, problem } = await lookUp(text);
  if (question !== asked) return false;
  showFound(members, problem || (members.length ? "" : say("member_unknown", { text })));
  return true;
}

function take(member) {
  byId("member").close();
  chooseMember(member);
}

/** Enter takes the marked one; a number or a card is looked up first, as a scanner does not wait. */
async function submit(event) {
  event.preventDefault();
  if (!field().value.trim()) return;
  const isNew = field().value !== field().dataset.searched;
  if (isNew) {
    field().dataset.searched = field().value;
    if (!(await search())) return;
  }
  if (found[active]) take(found[active]);
}

function typed() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    field().dataset.searched = field().value;
    search();
  }, WAIT_MS);
}

export function openMember() {
  if (!canSell()) return;
  field().value = "";
  delete field().dataset.searched;
  showFound([], "");
  show("member-remove", Boolean(till.cart.member));
  byId("member").showModal();
  field().focus();
}

function keys(event) {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    mark(active + (event.key === "ArrowDown" ? 1 : -1));
    event.preventDefault();
  }
}

export function listenToMember() {
  const dialog = byId("member");
  byId("member-form").addEventListener("submit", submit);
  field().addEventListener("input", typed);
  field().addEventListener("keydown", keys);
  byId("member-list").addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-at]");
    if (chosen) take(found[Number(chosen.dataset.at)]);
  });
  byId("member-back").addEventListener("click", () => dialog.close());
  byId("member-remove").addEventListener("click", () => {
    dialog.close();
    dropMember();
  });
  dialog.addEventListener("close", () => {
    clearTimeout(timer);
    asked += 1;
    focusScan();
  });
  byId("member-open").addEventListener("click", openMember);
  byId("member-drop").addEventListener("click", () => {
    dropMember();
    focusScan();
  });
}
