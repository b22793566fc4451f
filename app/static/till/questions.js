// How many, how heavy, how much off: what the till asks about a line.

import { ask } from "./ask.js";
import { lineGross } from "./cart.js";
import { formatQuantity, formatRupiah, parseQuantity, parseRupiah, priceOf } from "./money.js";
import { say } from "./text.js";

const PRESETS = [250, 500, 1000, 2000];

function readQuantity(text, item) {
  const milli = parseQuantity(text, item.decimals);
  if (milli === null) return { error: say(item.decimals ? "quantity_wrong" : "pieces_wrong") };
  return milli > 0 ? { value: milli } : { error: say("quantity_zero") };
}

/** `item` has name, unit, decimals and price; `milli` is what stands there now, or null. */
export function askQuantity(item, milli) {
  return ask({
    title: item.name,
    label: say(item.decimals ? "ask_weight" : "ask_quantity"),
    unit: item.unit,
    hint: say("unit_price", { price: formatRupiah(item.price), unit: item.unit }),
    value: milli === null ? "" : formatQuantity(milli).replace(".", ""),
    inputMode: item.decimals ? "decimal" : "numeric",
    presets: item.decimals
      ? PRESETS.map((preset) => ({ text: formatQuantity(preset), label: formatQuantity(preset) }))
      : [],
    read: (text) => readQuantity(text, item),
    preview: (value) => formatRupiah(priceOf(item.price, value)),
  });
}

function readDiscount(text, line, most) {
  const amount = text.trim() === "" ? 0 : parseRupiah(text);
  if (amount === null) return { error: say("rupiah_wrong") };
  return amount <= most ? { value: amount } : { error: say("discount_above", { most: formatRupiah(most) }) };
}

/** `most` rupiah may come off this line. */
export function askDiscount(line, most) {
  return ask({
    title: line.name,
    label: say("ask_discount"),
    unit: "",
    hint: say("discount_most", { most: formatRupiah(most) }),
    value: line.discount ? String(line.discount) : "",
    inputMode: "numeric",
    presets: line.discount ? [{ text: "0", label: say("discount_none") }] : [],
    read: (text) => readDiscount(text, line, most),
    preview: (value) =>
      say("becomes", { before: formatRupiah(lineGross(line)), after: formatRupiah(lineGross(line) - value) }),
  });
}
