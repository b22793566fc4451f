// What survives a reload: the open cart and what is unanswered (this tab); goods and parked baskets (this device).

const page = document.body.dataset;
const key = (name) => `till:${page.gerai}:${name}`;

function read(storage, name) {
  try {
    return JSON.parse(storage().getItem(key(name)));
  } catch {
    return null; // storage switched off, or something else wrote there: as if nothing was kept
  }
}

function write(storage, name, value) {
  try {
    if (value === null) storage().removeItem(key(name));
    else storage().setItem(key(name), JSON.stringify(value));
    return true;
  } catch {
    return false; // full or switched off: the till works on, only without this memory
  }
}

const tab = () => sessionStorage;
const device = () => localStorage;

export const keptSale = () => read(tab, "sale");
export const keepSale = (sale) => write(tab, "sale", sale);
export function keptItems() {
  const kept = read(device, "items");
  return kept && Array.isArray(kept.items) ? kept : null;
}
/** `kept` is { version, items, containers }. */
export const keepItems = (kept) => write(device, "items", kept);
export const keptPending = () => read(tab, "pending");
export const keepPending = (pending) => write(tab, "pending", pending);
export function keptParked() {
  const kept = read(device, "parked");
  return Array.isArray(kept) ? kept : [];
}
export const keepParked = (list) => write(device, "parked", list.length ? list : null);
/** Another tab of this till put a basket aside, or took one. */
export const onParkedElsewhere = (listener) =>
  window.addEventListener("storage", (event) => event.key === key("parked") && listener());
export const keptPaper = () => (read(device, "paper") === 80 ? 80 : 58);
export const keepPaper = (width) => write(device, "paper", width);
