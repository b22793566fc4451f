// The list under the scan field: items whose name was begun, one of them marked for Enter.

import { byId, make, show } from "../page/dom.js";
import { formatRupiah } from "../page/money.js";
import { say } from "../page/text.js";

let matches = [];
let active = 0;

export const listIsOpen = () => matches.length > 0;
export const chosenMatch = () => matches[active] || null;

function mark(at) {
  active = (at + matches.length) % matches.length;
  matches.forEach((item, index) => {
    const option = byId("match-" + index);
    option.setAttribute("aria-selected", String(index === active));
    if (index === active) option.scrollIntoView({ block: "nearest" });
  });
  byId("scan").setAttribute("aria-activedescendant", "match-" + active);
}

export const markNext = (by) => mark(active + by);

function option(item, index) {
  const price = say("price_per", { price: formatRupiah(item.tariff.price), unit: item.unit });
  return make(
    "li",
    { id: "match-" + index, role: "option", "data-item": item.no },
    make("span", { text: item.name }),
    make("span", { class: "num soft", text: price }),
  );
}

export function showMatches(items) {
  matches = items;
  byId("matches").replaceChildren(...items.map(option));
  show("matches", items.length > 0);
  byId("scan").setAttribute("aria-expanded", String(items.length > 0));
  if (items.length) mark(0);
  else byId("scan").removeAttribute("aria-activedescendant");
}

export function listenToMatches(take) {
  const list = byId("matches");
  // Choosing with the finger must not take the focus (and the keyboard) away first.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[data-item]");
    if (option) take(Number(option.dataset.item));
  });
}
