// A scanner does not wait. What it types while a sale is being sent belongs to the next buyer:
// kept here, and typed into the scan field once the sale is stored.

import { till } from "./state.js";

let keys = [];

export function takeKeys() {
  const taken = keys;
  keys = [];
  return taken;
}

export function listenToTypeahead() {
  document.addEventListener(
    "keydown",
    (event) => {
      if (!till.sending || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key.length > 1 && event.key !== "Enter") return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) keys.push(event.key);
    },
    true,
  );
}
