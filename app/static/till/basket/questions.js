// How many, how heavy, how much off, how many empties: what the till asks about a line.

import { lineGross } from "./cart.js";
import { ask } from "../page/ask.js";
import { formatQuantity, formatRupiah, parsePercent, parseQuantity, parseRupiah, priceOf } from "../page/money.js";
import { say } from "../page/text.js";

const PRESETS = [250, 500, 1000, 2000];
const PERCENTS = ["5%", "10%"];

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
    presets: item.decimals ? PRESETS.map((preset) => ({ text: formatQuantity(preset), label: formatQuantity(preset) })) : [],
    read: (text) => readQuantity(text, item),
    preview: (value) => formatRupiah(priceOf(item.price, value)),
  });
}

/** { amount } in rupiah, or { percent } in hundredths; the amount it comes to in `off`. */
function readOff(text, gross) {
  const typed = text.trim();
  if (typed === "") return { amount: 0, off: 0 };
  const percent = typed.endsWith("%") ? parsePercent(typed) : null;
  if (percent !== null) return { percent, off: Math.floor((gross * percent + 5000) / 10000) };
  const amount = parseRupiah(typed);
  return amount === null ? null : { amount, off: amount };
}

function readDiscount(text, gross) {
  const read = readOff(text, gross);
  if (!read) return { error: say("discount_wrong") };
  return read.off <= gross ? { value: read } : { error: say("discount_most", { most: formatRupiah(gross) }) };
}

function discountHint({ limit, others }) {
  if (limit === null) return say("discount_free");
  if (limit === 0) return say("discount_not_yours");
  return say(others ? "discount_rest" : "discount_limit", { limit: formatRupiah(limit), rest: formatRupiah(Math.max(0, limit - others)) });
}

const written = ({ discount, percent }) => (percent ? formatQuantity(percent * 10) + "%" : discount ? String(discount) : "");

/** `allowed` is { limit, others }: what this person may give in a basket, and what other lines have of it. */
export function askDiscount(line, allowed) {
  const gross = lineGross(line);
  const isOver = (off) => allowed.limit !== null && off + allowed.others > allowed.limit;
  const presets = PERCENTS.map((text) => ({ text, label: text }));
  if (line.discount) presets.push({ text: "0", label: say("discount_none") });
  return ask({
    title: line.name,
    label: say("ask_discount"),
    unit: "",
    hint: discountHint(allowed),
    value: written(line),
    inputMode: "text",
    presets,
    read: (text) => readDiscount(text, gross),
    preview: ({ off }) =>
      say(off && isOver(off) ? "becomes_with_pin" : "becomes", { before: formatRupiah(gross), after: formatRupiah(gross - off) }),
  });
}

function readEmpties(text, units) {
  const milli = parseQuantity(text, 0);
  return milli !== null && milli / 1000 <= units ? { value: milli / 1000 } : { error: say("empties_wrong", { units }) };
}

function depositPreview(missing, container) {
  if (missing === 0) return say("empties_all");
  return say("empties_missing", { count: missing, deposit: formatRupiah(missing * container.deposit) });
}

/** How many of `units` empties came in; `proposed` stands there already. */
export function askEmpties({ name, container }, units, proposed) {
  return ask({
    title: say("ask_empties", { container: container.name }),
    label: say("empties_count"),
    unit: say("of_units", { units }),
    hint: say("empties_hint", { name, deposit: formatRupiah(container.deposit) }),
    value: String(proposed),
    inputMode: "numeric",
    presets: [
      { text: String(units), label: say("empties_brought"), accept: true },
      { text: "0", label: say("empties_none"), accept: true },
    ],
    read: (text) => readEmpties(text, units),
    preview: (empties) => depositPreview(units - empties, container),
  });
}
