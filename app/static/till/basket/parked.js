// Baskets put aside while a buyer fetches something. Kept on the device, for every tab and through every
// reload; each entry is what was on the counter, and when it was put aside. Pure but for the store.

import { cartDeposit, cartTotal, countGoods } from "./cart.js";
import { keepParked, keptParked } from "../page/store.js";

/** @typedef {{cart: import("./cart.js").Cart, paid: object | null, at: number}} Parked */

/** More than these nobody finds again. */
export const MOST_PARKED = 20;

/** Newest first; a basket put aside twice stands once. */
export function withParked(list, entry) {
  return [entry, ...without(list, entry.cart.reference)];
}

export const without = (list, reference) => list.filter(({ cart }) => cart.reference !== reference);

/** What tells one basket from another: { reference, at, name, count, total }. */
export function summary({ cart, at }) {
  return {
    reference: cart.reference,
    at,
    name: cart.member ? cart.member.name : "",
    count: countGoods(cart),
    total: cartTotal(cart) + cartDeposit(cart),
  };
}

/** Put aside; false when the device has no room for it, and then nothing was kept. @returns {boolean} */
export function park(entry) {
  const list = keptParked();
  return list.length < MOST_PARKED && keepParked(withParked(list, entry));
}

/** Take back what was put aside, or null when another tab was quicker. @returns {Parked | null} */
export function recall(reference) {
  const list = keptParked();
  const entry = list.find(({ cart }) => cart.reference === reference) || null;
  if (entry) keepParked(without(list, reference));
  return entry;
}
