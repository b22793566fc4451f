// What a unit costs this buyer at this quantity on this day: the twin of app/catalog/pricing.py, tried
// with the same vectors (tests/vectors/prices.json). Pure.

import { priceOf } from "../page/money.js";

const KINDS = ["retail", "wholesale", "member", "promotion", "pack"];
const ALWAYS = { starts: "0000-01-01", ends: "9999-12-31" };

/**
 * A price that holds from one day to another, ISO dates, both included.
 * @typedef {object} Rule
 * @property {string} kind retail, wholesale (from `from` thousandths on), member, promotion, pack (of `from`)
 * @property {number} [from]
 * @property {number} [price] rupiah a unit; a promotion has it or `percent`
 * @property {number} [percent] off the retail price
 * @property {string} [starts]
 * @property {string} [ends]
 */

/**
 * @typedef {object} Tariff what the catalogue says of a price
 * @property {number} price retail, rupiah a unit
 * @property {Rule[]} rules
 * @property {boolean} noBundling joins no promotion, and nothing comes off it
 * @property {number} pack thousandths of the unit that one of what is sold holds; 0 where it is the unit
 */

/** @typedef {{price: number, kind: string, from: number}} Price */

function inForce(rule, on) {
  const { starts, ends } = { ...ALWAYS, ...rule };
  return starts <= on && on <= ends;
}

/** A price less some percent, half up to whole rupiah. */
const percentOff = (price, percent) => Math.floor((price * (100 - percent) + 50) / 100);

function applies(rule, { noBundling }, milli, isMember) {
  if (rule.kind === "wholesale") return milli >= rule.from;
  if (rule.kind === "member") return isMember;
  return rule.kind === "promotion" && !noBundling;
}

/** The lowest that is a price at all (0 is none); of two alike the plainer kind. */
function cheapest(prices) {
  const found = prices.filter(({ price }) => price > 0);
  found.sort((a, b) => a.price - b.price || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  return found[0] || { price: 0, kind: "retail", from: 0 };
}

function unitPrice(tariff, rules, milli, isMember) {
  const retail = (rules.find(({ kind }) => kind === "retail") || tariff).price;
  const others = rules.filter((rule) => applies(rule, tariff, milli, isMember));
  const prices = others.map(({ kind, price, percent, from }) => ({
    kind,
    price: price || percentOff(retail, percent || 0),
    from: from || 0,
  }));
  return cheapest([{ price: retail, kind: "retail", from: 0 }, ...prices]);
}

/**
 * The lowest of all prices that apply when `milli` thousandths (of a unit, or of a pack) are bought.
 * @param {Tariff} tariff
 * @param {number} milli
 * @param {boolean} isMember
 * @param {string} on ISO date
 * @returns {Price} of one unit, or of one pack
 */
export function priceFor(tariff, milli, isMember, on) {
  const rules = tariff.rules.filter((rule) => inForce(rule, on));
  if (!tariff.pack) return unitPrice(tariff, rules, milli, isMember);
  const unit = unitPrice(tariff, rules, Math.floor((milli * tariff.pack) / 1000), isMember);
  const own = rules.filter(({ kind, from }) => kind === "pack" && from === tariff.pack);
  const content = { ...unit, price: priceOf(unit.price, tariff.pack) };
  return cheapest([content, ...own.map(({ price }) => ({ price, kind: "pack", from: 0 }))]);
}
