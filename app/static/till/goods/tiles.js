// Twelve items for the fingers: what has no barcode, or what the gerai sells most.

import { byId, make, show } from "../page/dom.js";
import { groupThousands } from "../page/money.js";
import { tileItems } from "./search.js";
import { say } from "../page/text.js";

function tile(item) {
  return make(
    "button",
    { type: "button", class: "tile", "data-item": item.no },
    make("b", { text: item.name }),
    make("span", { text: say("price_per", { price: groupThousands(item.tariff.price), unit: item.unit }) }),
  );
}

export function showTiles(state, patch) {
  if (!("index" in patch)) return;
  const items = tileItems(state.index);
  byId("tiles").replaceChildren(...items.map(tile));
  show("tiles-empty", items.length === 0);
}

export function listenToTiles(take) {
  byId("tiles").addEventListener("click", (event) => {
    const button = event.target.closest("[data-item]");
    if (button) take(Number(button.dataset.item));
  });
}
