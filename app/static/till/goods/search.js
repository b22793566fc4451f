// Finding goods by barcode, by a scale's label, by number and by name. Pure.
// What is found is an item, or a pack of one: { goods, milli } with the quantity one scan stands for.

const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");

/** @typedef {{no: number, pack: {barcode: string} | null, name: string, unit: string, decimals: number, tariff: object, container: object | null, barcodes: string[], group: string}} Goods */
/** @typedef {{goods: Goods, milli: number | null}} Found `milli` null: as many as are typed, or one */

/** The catalogue's rows about prices as rules of one kind (goods/pricing.js). */
function rulesOf({ price, usual_price, member_price, breaks, packs }) {
  const promotion = usual_price ? [{ kind: "promotion", price }] : [];
  const member = member_price ? [{ kind: "member", price: member_price }] : [];
  const steps = (breaks || []).map(({ milli, price }) => ({ kind: "wholesale", from: milli, price }));
  const whole = (packs || []).filter(({ price }) => price).map(({ milli, price }) => ({ kind: "pack", from: milli, price }));
  return [...promotion, ...member, ...steps, ...whole];
}

function goodsOf(item, containers) {
  const tariff = { price: item.usual_price || item.price, rules: rulesOf(item), noBundling: Boolean(item.no_bundling), pack: 0 };
  const container = containers.find((one) => one.no === item.container) || null;
  return { ...item, pack: null, tariff, container, packs: item.packs || [], barcodes: item.barcodes || [] };
}

/** A pack with a price of its own is sold by the pack; one without adds its content to the item's line. */
function packFound(goods, { barcode, unit, milli, price }) {
  if (!price) return { goods, milli };
  const tariff = { ...goods.tariff, pack: milli };
  return { goods: { ...goods, pack: { barcode }, unit, decimals: 0, tariff }, milli: null };
}

/**
 * @param {object[]} items as the context has them
 * @param {object[]} containers
 * @param {{prefixes: string[], plu: number[], milli: number[]} | null} scale how a scale's label is read
 */
export function buildIndex(items, containers = [], scale = null) {
  const all = items.map((item) => goodsOf(item, containers || []));
  const byNo = new Map(all.map((goods) => [goods.no, goods]));
  const byPlu = new Map(all.filter((goods) => goods.plu).map((goods) => [Number(goods.plu), goods]));
  const byBarcode = new Map();
  for (const goods of all) {
    for (const code of goods.barcodes) byBarcode.set(code, { goods, milli: null });
    for (const pack of goods.packs) byBarcode.set(pack.barcode, packFound(goods, pack));
  }
  const names = all.map((goods) => ({ goods, name: plain(goods.name) }));
  return { items: all, byNo, byPlu, byBarcode, names, scale };
}

/** UPC-A is kept as EAN-13 with a leading nought; scanners send it either way. */
function spellings(code) {
  const others = [];
  if (code.length === 12) others.push("0" + code);
  if (code.length === 13 && code.startsWith("0")) others.push(code.slice(1));
  return [code, ...others];
}

/** The check digit of an EAN-13: a label that was read wrong must not weigh anything. */
export function isWhole(code) {
  const sum = [...code].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return /^\d{13}$/.test(code) && sum % 10 === 0;
}

/** What a scale printed: the item by its number on the scale, and the weight. */
function weighed({ scale, byPlu }, code) {
  if (!scale || code.length !== 13 || !scale.prefixes.includes(code.slice(0, 2)) || !isWhole(code)) return null;
  const goods = byPlu.get(Number(code.slice(...scale.plu)));
  const milli = Number(code.slice(...scale.milli));
  return goods && milli > 0 ? { goods, milli } : null;
}

/** @returns {Found | null} what a barcode or an item number names */
export function exactItem(index, term) {
  for (const code of spellings(term)) {
    if (index.byBarcode.has(code)) return index.byBarcode.get(code);
  }
  const found = weighed(index, term);
  if (found) return found;
  const goods = /^\d{1,6}$/.test(term) && index.byNo.get(Number(term));
  return goods ? { goods, milli: null } : null;
}

/** What is now sold where `line` was put in the cart, or null. */
export function goodsOfLine(index, line) {
  const found = line.pack ? index.byBarcode.get(line.pack.barcode) : { goods: index.byNo.get(line.item) };
  return (found && found.goods) || null;
}

/** 0 starts the name, 1 starts a word of it, 2 stands inside one, -1 is not there. */
function closeness(name, word) {
  const at = name.indexOf(word);
  if (at <= 0) return at;
  return name.includes(" " + word) ? 1 : 2;
}

/** Items whose name holds every word of `term`, best first. */
export function findByName(index, term, limit = 8) {
  const words = plain(term).split(/\s+/).filter(Boolean);
  const found = [];
  for (const { goods, name } of index.names) {
    const marks = words.map((word) => closeness(name, word));
    if (marks.includes(-1)) continue;
    found.push({ goods, mark: marks.reduce((sum, mark) => sum + mark, 0) });
  }
  found.sort((a, b) => a.mark - b.mark || a.goods.name.localeCompare(b.goods.name, "id"));
  return found.slice(0, limit).map(({ goods }) => goods);
}

/** Twelve for the fingers: the favourites, or else what has no barcode to scan. */
export function tileItems(index, limit = 12) {
  const favourites = index.items.filter((goods) => goods.group === "favourite");
  const unmarked = index.items.filter((goods) => !goods.barcodes.length);
  const chosen = favourites.length ? favourites : unmarked.length ? unmarked : index.items;
  return chosen.slice(0, limit);
}
