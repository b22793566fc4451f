// What the person at the counter does to the cart.

import * as carts from "./cart.js";
import { askDiscount, askEmpties, askQuantity } from "./questions.js";
import { goodsOfLine } from "../goods/search.js";
import { confirmAct } from "../page/ask.js";
import { formatQuantity, formatRupiah } from "../page/money.js";
import { clearNote, note, speak } from "../page/note.js";
import { change, freshCart, till } from "../page/state.js";
import { say } from "../page/text.js";

export const canSell = () => till.phase === "ready" && !till.frozen && !till.sending;

/** Show `cart` as what now lies on the counter. */
export function put(cart) {
  clearNote();
  change({ cart, marks: {}, done: false });
}

export const cartDue = (cart) => carts.cartTotal(cart) + carts.cartDeposit(cart);

function speakLine() {
  const line = carts.selectedLine(till.cart);
  const facts = { name: line.name, quantity: formatQuantity(line.milli), unit: line.unit };
  speak(say("spoken_line", { ...facts, total: formatRupiah(cartDue(till.cart)) }));
}

/** Thousandths to put in, asked for where the goods are weighed and nobody said; null: turned back. */
async function quantityOf(goods, milli) {
  return milli === null && goods.decimals ? askQuantity({ ...goods, price: goods.tariff.price }, null) : milli || 1000;
}

/** Units that leave without an empty coming in; null: turned back. */
async function depositsOf(goods, milli) {
  if (!goods.container) return 0;
  const units = carts.unitsOf({ ...goods, milli });
  const empties = await askEmpties(goods, units, units);
  return empties === null ? null : units - empties;
}

/**
 * Put goods in the cart.
 * @param {import("../goods/search.js").Goods} goods
 * @param {number | null} milli thousandths; null: one, or as many as are weighed
 */
export async function add(goods, milli = null) {
  if (!canSell()) return;
  const amount = await quantityOf(goods, milli);
  if (amount === null) return;
  const at = carts.lineOf(till.cart, goods);
  if (amount + (at < 0 ? 0 : till.cart.lines[at].milli) > carts.MOST) return note("danger", say("quantity_most"));
  const deposits = await depositsOf(goods, amount);
  if (deposits === null) return;
  put(carts.addItem(till.cart, goods, amount, deposits));
  speakLine();
}

export function choose(at) {
  if (canSell() && !carts.isEmpty(till.cart)) change({ cart: carts.select(till.cart, at) });
}

export const chooseNext = (by) => choose(till.cart.selected + by);

/** `milli` thousandths of the selected line; where they come in a container, how many empties came. */
export async function setQuantity(milli) {
  const at = till.cart.selected;
  const cart = carts.setQuantity(till.cart, at, milli);
  const line = cart.lines[at];
  if (!line.container) {
    put(cart);
    return speakLine();
  }
  const units = carts.unitsOf(line);
  const empties = await askEmpties(line, units, Math.max(0, units - line.deposits));
  if (empties === null) return null;
  put(carts.setDeposits(cart, at, units - empties));
  return speakLine();
}

export async function editQuantity() {
  const line = carts.selectedLine(till.cart);
  if (!line || !canSell()) return;
  const milli = await askQuantity(line, line.milli);
  if (milli !== null) await setQuantity(milli);
}

/** One piece more or less; what is weighed is weighed again. */
export function step(units) {
  const line = carts.selectedLine(till.cart);
  if (!line || !canSell()) return null;
  if (line.decimals) return editQuantity();
  const milli = line.milli + units * 1000;
  if (milli > carts.MOST) return note("danger", say("quantity_most"));
  return milli > 0 ? setQuantity(milli) : note("info", say("last_piece"));
}

export async function editDiscount() {
  const line = carts.selectedLine(till.cart);
  if (!line || !canSell()) return;
  if (line.tariff.noBundling) return note("info", say("discount_forbidden", { name: line.name }));
  const others = carts.cartDiscount(till.cart) - line.discount;
  const discount = await askDiscount(line, { limit: till.context.rules.discount_limit, others });
  if (discount !== null) put(carts.setDiscount(till.cart, till.cart.selected, discount));
}

export function remove() {
  const line = carts.selectedLine(till.cart);
  if (!line || !canSell()) return;
  const before = till.cart;
  put(carts.removeLine(before, before.selected));
  note("info", say("removed", { name: line.name }), { label: say("bring_back"), act: () => put(before) });
}

/** Money that is in cannot be emptied away with the cart: say so first. */
function emptyWarning() {
  const facts = { count: carts.countGoods(till.cart), total: formatRupiah(cartDue(till.cart)) };
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

/** What is now sold under a line's name, by the list this till holds. */
export const goodsNow = (line) => goodsOfLine(till.index, line);
