// What the person at the counter does to the cart.

import * as carts from "./cart.js";
import { confirmAct } from "./ask.js";
import { clearNote, note, speak } from "./note.js";
import { formatQuantity, formatRupiah } from "./money.js";
import { askDiscount, askQuantity } from "./questions.js";
import { change, freshCart, till } from "./state.js";
import { say } from "./text.js";

export const canSell = () => till.phase === "ready" && !till.frozen && !till.sending;

function put(cart) {
  clearNote();
  change({ cart, marks: {}, done: false });
}

function speakLine() {
  const line = carts.selectedLine(till.cart);
  const facts = { name: line.name, quantity: formatQuantity(line.milli), unit: line.unit };
  speak(say("spoken_line", { ...facts, total: formatRupiah(carts.cartTotal(till.cart)) }));
}

/** Put `milli` thousandths of an item in the cart; null asks where the item is weighed. */
export async function add(item, milli = null) {
  if (!canSell()) return;
  const amount = milli === null && item.decimals ? await askQuantity(item, null) : milli || 1000;
  if (amount === null) return;
  const cart = carts.addItem(till.cart, item, amount);
  const wanted = amount + (till.cart.lines.find((line) => line.item === item.no) || { milli: 0 }).milli;
  if (wanted > carts.MOST) return note("danger", say("quantity_most"));
  put(cart);
  speakLine();
}

export function choose(at) {
  if (canSell() && !carts.isEmpty(till.cart)) change({ cart: carts.select(till.cart, at) });
}

export const chooseNext = (by) => choose(till.cart.selected + by);

export function setQuantity(milli) {
  put(carts.setQuantity(till.cart, till.cart.selected, milli));
  speakLine();
}

export async function editQuantity() {
  const line = carts.selectedLine(till.cart);
  if (!line || !canSell()) return;
  const milli = await askQuantity(line, line.milli);
  if (milli !== null) setQuantity(milli);
}

/** One piece more or less; what is weighed is weighed again. */
export function step(units) {
  const line = carts.selectedLine(till.cart);
  if (!line || !canSell()) return null;
  if (line.decimals) return editQuantity();
  const cart = carts.stepQuantity(till.cart, till.cart.selected, units);
  if (cart === till.cart) return note("info", say("last_piece"));
  put(cart);
  return speakLine();
}

export async function editDiscount() {
  const line = carts.selectedLine(till.cart);
  if (!line || !canSell()) return;
  const limit = till.context.rules.discount_limit;
  if (limit === 0) return note("info", say("discount_not_yours"));
  const most = carts.mostDiscount(till.cart, till.cart.selected, limit);
  if (most === 0) return note("info", say("discount_used", { limit: formatRupiah(limit) }));
  const amount = await askDiscount(line, most);
  if (amount !== null) put(carts.setDiscount(till.cart, till.cart.selected, amount));
}

export function remove() {
  const line = carts.selectedLine(till.cart);
  if (!line || !canSell()) return;
  const before = till.cart;
  put(carts.removeLine(before, before.selected));
  note("info", say("removed", { name: line.name }), { label: say("bring_back"), act: () => put(before) });
}

/** QRIS money that is in cannot be emptied away with the cart: say so first. */
function emptyWarning() {
  const facts = { count: carts.countGoods(till.cart), total: formatRupiah(carts.cartTotal(till.cart)) };
  const received = (till.paid && till.paid.confirmed) || 0;
  const warning = received ? " " + say("clear_received", { amount: formatRupiah(received) }) : "";
  return say("clear_text", facts) + warning;
}

export async function empty() {
  if (carts.isEmpty(till.cart) || !canSell()) return;
  const sure = await confirmAct({ title: say("clear_title"), text: emptyWarning(), yes: say("clear_yes") });
  if (!sure) return;
  put(freshCart());
  change({ paid: null });
}

export function newSale() {
  clearNote();
  change({ done: false });
}
