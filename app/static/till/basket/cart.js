// What lies on the counter: lines, quantities, discounts, deposits, the member, the total.
// Pure; every act gives a new cart, its prices already right for this buyer and these quantities.

import { priceFor } from "../goods/pricing.js";
import { priceOf } from "../page/money.js";

/** The most of one item on one line, in thousandths: more digits than that are a barcode. */
export const MOST = 9999999;

/**
 * @typedef {object} Line
 * @property {number} item
 * @property {{barcode: string} | null} pack a pack with a price of its own, sold by the pack
 * @property {string} name
 * @property {string} unit
 * @property {number} decimals
 * @property {import("../goods/pricing.js").Tariff} tariff
 * @property {number} milli thousandths of `unit`
 * @property {number} price rupiah a unit, as it now stands
 * @property {string} why the kind of price: retail, wholesale, member, promotion, pack
 * @property {number} discount rupiah off the line
 * @property {number} percent hundredths of a percent off the line, 0 where rupiah were typed
 * @property {{no: number, name: string, deposit: number} | null} container what it is sold in
 * @property {number} deposits how many units leave without an empty coming in
 */

/** @typedef {{no: number, name: string, is_member: boolean, bon_left: number}} Member */
/** @typedef {{reference: string, on: string, lines: Line[], selected: number, member: Member | null}} Cart */

/** `on` is the day whose prices hold, as an ISO date. @returns {Cart} */
export function emptyCart(reference, on) {
  return { reference, on, lines: [], selected: -1, member: null };
}

export const keyOf = (line) => (line.pack ? line.pack.barcode : String(line.item));
export const lineGross = (line) => priceOf(line.price, line.milli);
export const lineAmount = (line) => lineGross(line) - line.discount;
export const lineDeposit = (line) => (line.container ? line.deposits * line.container.deposit : 0);
/** What everybody else would pay for one. */
export const plainPrice = (line, on) => priceFor({ ...line.tariff, rules: line.tariff.rules.filter(({ kind }) => kind === "retail") }, 1000, false, on).price;
export const lineSaving = (line, on) => priceOf(plainPrice(line, on), line.milli) - lineGross(line);
/** How many single units a line holds, where what is sold is a pack. */
export const unitsOf = ({ milli, tariff }) => (tariff.pack ? (milli * tariff.pack) / 1e6 : milli / 1000);
export const emptiesOf = (line) => unitsOf(line) - line.deposits;
export const cartTotal = (cart) => cart.lines.reduce((sum, line) => sum + lineAmount(line), 0);
export const cartDeposit = (cart) => cart.lines.reduce((sum, line) => sum + lineDeposit(line), 0);
export const cartDiscount = (cart) => cart.lines.reduce((sum, line) => sum + line.discount, 0);
/** What a member's card saved this buyer: their price against the one everybody pays. */
export const memberSaving = (cart) => cart.lines.reduce((sum, line) => sum + (line.why === "member" ? lineSaving(line, cart.on) : 0), 0);
export const isEmpty = (cart) => cart.lines.length === 0;
export const selectedLine = (cart) => cart.lines[cart.selected] || null;

/** Pieces count each, a weighing counts once. */
export function countGoods(cart) {
  return cart.lines.reduce((sum, line) => sum + (line.decimals ? 1 : line.milli / 1000), 0);
}

const percentOf = (gross, percent) => Math.floor((gross * percent + 5000) / 10000);

function discountOf(line, gross) {
  if (line.tariff.noBundling) return 0;
  return Math.min(line.percent ? percentOf(gross, line.percent) : line.discount, gross);
}

/** A line at the price of `on` for this buyer, its discount no larger than itself. */
function priced(line, { member, on }) {
  const { price, kind, from } = priceFor(line.tariff, line.milli, Boolean(member && member.is_member), on);
  const now = { ...line, price, why: kind, from: from || 0 };
  return { ...now, discount: discountOf(now, priceOf(price, now.milli)), deposits: Math.min(line.deposits, unitsOf(line)) };
}

const withLine = (cart, at, line) => ({
  ...cart,
  lines: cart.lines.map((old, index) => (index === at ? priced(line, cart) : old)),
  selected: at,
});

/** The facts a line keeps of what is sold; `goods` is an item, or a pack of one (goods/search). */
const factsOf = ({ no, pack, name, unit, decimals, tariff, container }) => ({
  item: no,
  pack: pack || null,
  name,
  unit,
  decimals,
  tariff,
  container: container || null,
});

export const lineOf = (cart, goods) => cart.lines.findIndex((line) => keyOf(line) === keyOf(factsOf(goods)));

/** The same goods again join their line. Quantities in thousandths; `deposits` of them without an empty. */
export function addItem(cart, goods, milli, deposits = 0) {
  const at = lineOf(cart, goods);
  if (at >= 0) {
    const old = cart.lines[at];
    return setDeposits(setQuantity(cart, at, old.milli + milli), at, old.deposits + deposits);
  }
  const line = { ...factsOf(goods), milli: Math.min(milli, MOST), discount: 0, percent: 0, deposits };
  return { ...cart, lines: [...cart.lines, priced(line, cart)], selected: cart.lines.length };
}

export function setQuantity(cart, at, milli) {
  return withLine(cart, at, { ...cart.lines[at], milli: Math.min(milli, MOST) });
}

export function setDeposits(cart, at, deposits) {
  return withLine(cart, at, { ...cart.lines[at], deposits });
}

/** One whole unit more or less, never down to nothing: taking a line away is another act. */
export function stepQuantity(cart, at, units) {
  const milli = cart.lines[at].milli + units * 1000;
  return milli > 0 ? setQuantity(cart, at, milli) : cart;
}

/** Rupiah off a line, or hundredths of a percent that follow its quantity. */
export function setDiscount(cart, at, { amount = 0, percent = 0 }) {
  return withLine(cart, at, { ...cart.lines[at], discount: amount, percent });
}

export function removeLine(cart, at) {
  const lines = cart.lines.filter((line, index) => index !== at);
  return { ...cart, lines, selected: Math.min(at, lines.length - 1) };
}

export function select(cart, at) {
  return { ...cart, selected: Math.max(0, Math.min(at, cart.lines.length - 1)) };
}

/** Who buys, or null for somebody who is no member: every line at that buyer's price. */
export function setMember(cart, member) {
  const now = { ...cart, member };
  return { ...now, lines: cart.lines.map((line) => priced(line, now)) };
}

/**
 * The catalogue of the day `on` upon an open cart. `goodsOf(line)` is what is now sold under the line's
 * name, or null. Gives the cart and the lines whose price changed.
 */
export function reprice(cart, goodsOf, on) {
  const changed = [];
  const today = { ...cart, on };
  const lines = cart.lines.map((line) => {
    const goods = goodsOf(line);
    if (!goods) return line;
    const now = priced({ ...line, ...factsOf(goods) }, today);
    if (now.price !== line.price) changed.push(now);
    return now;
  });
  return { cart: { ...today, lines }, changed };
}
