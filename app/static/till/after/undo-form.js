// What is asked before goods or money go back: how many of each line, and why.

import { byId, make, setText, show } from "../page/dom.js";
import { formatQuantity, formatRupiah } from "../page/money.js";
import { till } from "../page/state.js";
import { say } from "../page/text.js";
import { paidFor, readWire, returned } from "./reversal.js";

/** @typedef {"voids" | "returns"} Way */

const WORDS = {
  voids: { title: "void_title", hint: "void_hint", yes: "void_yes", done: "void_done", reasons: "void_reasons" },
  returns: { title: "return_title", hint: "return_hint", yes: "return_yes", done: "return_done", reasons: "return_reasons" },
};

/** The word for `part` (title, hint, yes, done, reasons) of a void or a return. */
export const word = (way, part, facts) => say(WORDS[way][part], facts);

export const complain = (sentence) => setText("undo-error", sentence);
export const rows = () => [...byId("undo-lines").querySelectorAll("input")];
export const reason = () => byId("undo-reason").value.trim();

function allButton({ name }, field, left, changed) {
  const button = make("button", {
    type: "button",
    class: "ghost",
    tabindex: "-1",
    text: say("undo_all"),
    "aria-label": say("undo_all_of", { name }),
  });
  button.addEventListener("click", () => {
    field.value = formatQuantity(left).replace(".", "");
    changed();
  });
  return button;
}

function lineField(line, changed) {
  const id = "undo-line-" + line.line;
  const left = readWire(line.left);
  const facts = say("undo_left", { count: formatQuantity(left), unit: line.unit });
  const label = make("label", { for: id }, make("span", { text: line.name }), make("small", { text: facts }));
  const field = make("input", {
    id,
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    maxlength: 9,
    placeholder: "0",
    "data-line": line.line,
    "aria-describedby": "undo-error",
  });
  const amount = make("span", { class: "with-unit" }, field, make("span", { class: "soft", text: line.unit }));
  return make("li", {}, label, amount, allButton(line, field, left, changed));
}

function reasonButton(text) {
  const button = make("button", { type: "button", class: "ghost", text });
  button.addEventListener("click", () => {
    byId("undo-reason").value = text;
    complain("");
  });
  return button;
}

/**
 * @param {Way} way
 * @param {object} receipt as the server gives it
 * @param {() => void} changed called when a button fills a quantity in
 */
export function showForm(way, receipt, changed) {
  const back = way === "voids" ? [] : receipt.lines.filter(({ left }) => readWire(left) > 0);
  setText("undo-title", word(way, "title", { number: receipt.number }));
  setText("undo-hint", word(way, "hint"));
  byId("undo-lines").replaceChildren(...back.map((line) => lineField(line, changed)));
  show("undo-lines", back.length > 0);
  byId("undo-reasons").replaceChildren(...word(way, "reasons").split("|").map(reasonButton));
  byId("undo-reason").value = "";
  setText("undo-sum", formatRupiah(way === "voids" ? paidFor(receipt) : 0));
  setText("undo-ways", "");
  setText("undo-yes-label", word(way, "yes"));
  complain("");
}

/** Pieces and packs come back whole; what is no longer in the list, as it was sold. */
function decimalsOf({ item, unit, quantity }) {
  const goods = till.index.byNo.get(item);
  if (!goods) return readWire(quantity) % 1000 ? 3 : 0;
  return goods.unit === unit ? goods.decimals : 0;
}

/** The quantities as typed, as { line, milli }, or null with the first wrong field marked. */
export function typedLines({ lines }) {
  const read = rows().map((field) => {
    const line = lines.find((each) => each.line === Number(field.dataset.line));
    return { field, line: line.line, milli: returned(line, field.value, decimalsOf(line)) };
  });
  for (const { field, milli } of read) field.setAttribute("aria-invalid", String(milli === null));
  const wrong = read.find(({ milli }) => milli === null);
  if (!wrong) return read;
  complain(say("undo_quantity_wrong"));
  wrong.field.focus();
  return null;
}

const sumOf = (refund) => refund.reduce((sum, { amount }) => sum + amount, 0);
const waysOf = (refund) => refund.map(({ kind, amount }) => say("paid_" + kind, { amount: formatRupiah(amount) }));

/** What goes back and how, in the elements `sum` and `ways`. */
export function showRefund(refund, sum, ways) {
  setText(sum, formatRupiah(sumOf(refund)));
  setText(ways, waysOf(refund).join(" · "));
}
