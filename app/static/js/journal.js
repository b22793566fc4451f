// Reckons a general journal entry while it is written. The page works without this; the server reckons again.
const form = document.querySelector("[data-journal]");
const lines = [...form.querySelectorAll("[data-line]")];
const state = form.querySelector("[data-state]");
const more = form.querySelector("[data-more]");
const control = new Set(document.querySelector("[data-control]").content.textContent.trim().split(/\s+/));
const LEAST_LINES = 3;

const rupiah = (amount) => `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`;

// 12500, 12.500 and Rp 12.500, as on the server; anything else counts as nothing and is refused there.
function amountOf(input) {
  const match = /^(?:Rp\.?\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,15})$/i.exec(input.value.trim());
  return match ? Number(match[1].replaceAll(".", "")) : 0;
}

function read(line) {
  const [debit, credit] = ["debit", "credit"].map((side) => amountOf(line.querySelector(`[data-side=${side}]`)));
  return { unit: line.querySelector("[data-unit]").value, debit, credit };
}

function reckon() {
  const sums = { debit: 0, credit: 0 };
  const units = new Map();
  for (const { unit, debit, credit } of lines.map(read)) {
    sums.debit += debit;
    sums.credit += credit;
    units.set(unit, (units.get(unit) ?? 0) + debit - credit);
  }
  for (const side of ["debit", "credit"]) form.querySelector(`[data-sum=${side}]`).textContent = rupiah(sums[side]);
  say(sums, [...units].filter(([, difference]) => difference));
}

function say(sums, uneven) {
  const limit = state.dataset.limit === undefined ? Infinity : Number(state.dataset.limit);
  const chips = uneven.map(([unit, difference]) => [
    "caution",
    state.dataset.uneven.replace("{unit}", unit).replace("{amount}", rupiah(Math.abs(difference))),
  ]);
  if (sums.debit > limit) chips.push(["danger", state.dataset.over]);
  if (!chips.length && sums.debit) chips.push(["good", state.dataset.even]);
  state.replaceChildren(...chips.map(([kind, text]) => chip(kind, text)));
}

function chip(kind, text) {
  const made = document.createElement("span");
  made.className = `chip chip-${kind}`;
  made.textContent = text;
  return made;
}

// Only a control account has parts; what was typed there stays visible, so that it can be taken out.
function offerPart(line) {
  const code = line.querySelector("[data-account]").value.trim().slice(0, 6);
  const part = line.querySelector("[data-part]");
  part.closest(".field").hidden = !(control.has(code) || part.value);
}

const isUsed = (line) => [...line.querySelectorAll("input")].some((input) => input.value.trim());

function fold() {
  const last = Math.max(...lines.map((line, place) => (isUsed(line) ? place : -1)));
  lines.forEach((line, place) => (line.hidden = place > Math.max(last, LEAST_LINES - 1)));
  more.hidden = !lines.some((line) => line.hidden);
}

more.addEventListener("click", () => {
  const next = lines.find((line) => line.hidden);
  next.hidden = false;
  more.hidden = !lines.some((line) => line.hidden);
  next.querySelector("input").focus();
});

// An entry is mostly of one unit: lines that are still empty follow the one above them.
function follow(unit) {
  for (const line of lines.slice(lines.indexOf(unit.closest("[data-line]")) + 1)) {
    if (!isUsed(line)) line.querySelector("[data-unit]").value = unit.value;
  }
}

form.addEventListener("input", (event) => {
  if (event.target.matches("[data-unit]")) follow(event.target);
  reckon();
  const line = event.target.closest("[data-line]");
  if (line) offerPart(line);
});

lines.forEach(offerPart);
fold();
reckon();
form.querySelector("[data-sums]").hidden = false;
