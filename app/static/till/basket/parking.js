// Tahan: put the basket aside, and the list of those that wait.

import { canSell, goodsNow, put } from "./acts.js";
import { isEmpty, reprice } from "./cart.js";
import { MOST_PARKED, park, recall, summary } from "./parked.js";
import { refreshMember } from "../buyer/member.js";
import { clockTime } from "../door/clock.js";
import { byId, make, setText, show } from "../page/dom.js";
import { focusScan } from "../page/focus.js";
import { formatRupiah } from "../page/money.js";
import { note } from "../page/note.js";
import { change, freshCart, onChange, till, today } from "../page/state.js";
import { keptParked, onParkedElsewhere } from "../page/store.js";
import { say } from "../page/text.js";

const reload = () => change({ parked: keptParked() });

/** Put what is on the counter aside. Answers whether the counter is free. */
function putAside() {
  const { cart, paid } = till;
  if (isEmpty(cart)) return true;
  if (till.parked.length >= MOST_PARKED) note("caution", say("parked_full", { most: MOST_PARKED }));
  else if (!park({ cart, paid, at: Date.now() })) note("danger", say("parked_refused"));
  else {
    put(freshCart());
    change({ paid: null, parked: keptParked() });
    return true;
  }
  return false;
}

export function hold() {
  if (!canSell()) return;
  if (isEmpty(till.cart)) return openParked();
  const facts = { total: byId("total").textContent };
  if (putAside()) note("info", say("parked_done", facts));
}

/** Take a basket back; what lay on the counter goes aside in its place. */
function takeBack(reference) {
  if (!canSell() || !putAside()) return;
  const entry = recall(reference);
  byId("parked").close();
  reload();
  if (!entry) return note("caution", say("parked_gone"));
  const { cart } = reprice(entry.cart, goodsNow, today());
  put(cart);
  change({ paid: entry.paid });
  refreshMember();
}

function entryButton(entry) {
  const { reference, at, name, count, total } = summary(entry);
  const button = make(
    "button",
    { type: "button", class: "entry", "data-reference": reference },
    make("span", { class: "entry-main" }, make("b", { text: name || say("parked_nobody") }), make("small", { text: say("parked_facts", { time: clockTime(at), count }) })),
    make("span", { class: "num", text: formatRupiah(total) }),
  );
  return make("li", {}, button);
}

export function openParked() {
  if (!canSell()) return;
  reload();
  byId("parked-list").replaceChildren(...till.parked.map(entryButton));
  show("parked-empty", till.parked.length === 0);
  show("parked-swap", !isEmpty(till.cart) && till.parked.length > 0);
  byId("parked").showModal();
  const first = byId("parked-list").querySelector("button");
  (first || byId("parked-back")).focus();
}

function keys(event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const buttons = [...byId("parked-list").querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  if (buttons.length) buttons[(at + by + buttons.length) % buttons.length].focus();
  event.preventDefault();
}

function showParked({ parked, cart }) {
  const count = parked.length;
  show("parked-open", count > 0 || Boolean(cart && isEmpty(cart)));
  setText("parked-count", count ? String(count) : "");
  byId("parked-open").setAttribute("aria-label", say("parked_chip", { count }));
  byId("parked-open").classList.toggle("some", count > 0);
}

export function listenToParking() {
  onChange(showParked);
  onParkedElsewhere(reload);
  byId("cart-park").addEventListener("click", () => {
    hold();
    focusScan();
  });
  byId("parked-open").addEventListener("click", openParked);
  byId("parked").addEventListener("keydown", keys);
  byId("parked").addEventListener("close", focusScan);
  byId("parked-back").addEventListener("click", () => byId("parked").close());
  byId("parked-list").addEventListener("click", (event) => {
    const button = event.target.closest("[data-reference]");
    if (button) takeBack(button.dataset.reference);
  });
}
