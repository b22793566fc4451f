// What lies on the counter: lines, quantities, discounts, total. Pure; every act gives a new cart.

import { priceOf } from "./money.js";

/** The most of one item on one line, in thousandths: more digits than that are a barcode. */
export const MOST = 9999999;

export function emptyCart(reference) {
  return { reference, lines: [], selected: -1 };
}

export const lineGross = (line) => priceOf(line.price, line.milli);
export const lineAmount = (line) => lineGross(line) - line.discount;
export const cartTotal = (cart) => cart.lines.reduce((sum, line) => sum + lineAmount(line), 0);
export const isEmpty = (cart) => cart.lines.length === 0;
export const selectedLine = (cart) => cart.lines[cart.selected] || null;

/** Pieces count each, a weighing counts once. */
export function countGoods(cart) {
  return cart.lines.reduce((sum, line) => sum + (line.decimals ? 1 : line.milli / 1000), 0);
}

/**
 * The most that may come off a line: what the cashier's limit for a basket (null: none) leaves
 * beside the other lines, and never more than the line costs.
 */
export function mostDiscount(cart, at, limit) {
  const gross = lineGross(cart.lines[at]);
  if (limit === null) return gross;
  const others = cart.lines.reduce((sum, line, index) => sum + (index === at ? 0 : line.discount), 0);
  return Math.max(0, Math.min(gross, limit - others));
}

const withLine = (cart, at, line) => ({
  ...cart,
  lines: cart.lines.map((old, index) => (index === at ? line : old)),
  selected: at,
});

/** The same goods again join their line. Quantities in thousandths. */
export function addItem(cart, item, milli) {
  const at = cart.lines.findIndex((line) => line.item === item.no);
  if (at >= 0) return setQuantity(cart, at, cart.lines[at].milli + milli);
  const line = {
    item: item.no,
    name: item.name,
    unit: item.unit,
    decimals: item.decimals,
    price: item.price,
    milli: Math.min(milli, MOST),
    discount: 0,
  };
  return { ...cart, lines: [...cart.lines, line], selected: cart.lines.length };
}

export function setQuantity(cart, at, milli) {
  const line = { ...cart.lines[at], milli: Math.min(milli, MOST) };
  return withLine(cart, at, { ...line, discount: Math.min(line.discount, lineGross(line)) });
}

/** One whole unit more or less, never down to nothing: taking a line away is another act. */
export function stepQuantity(cart, at, units) {
  const milli = cart.lines[at].milli + units * 1000;
  return milli > 0 ? setQuantity(cart, at, milli) : cart;
}

export function setDiscount(cart, at, amount) {
  return withLine(cart, at, { ...cart.lines[at], discount: amount });
}

export function removeLine(cart, at) {
  const lines = cart.lines.filter((line, index) => index !== at);
  return { ...cart, lines, selected: Math.min(at, lines.length - 1) };
}

export function select(cart, at) {
  return { ...cart, selected: Math.max(0, Math.min(at, cart.lines.length - 1)) };
}

/** Today's prices on an open cart. Gives the cart and the lines whose price changed. */
export function reprice(cart, itemByNo) {
  const changed = [];
  const lines = cart.lines.map((line) => {
    const item = itemByNo.get(line.item);
    if (!item || item.price === line.price) return line;
    const now = { ...line, price: item.price };
    changed.push(now);
    return { ...now, discount: Math.min(now.discount, lineGross(now)) };
  });
  return { cart: { ...cart, lines }, changed };
}
