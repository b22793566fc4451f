// Runs the till's pure modules over the shared vectors and writes every difference into the page.

import { cartTotal, emptyCart, lineAmount, mostDiscount, addItem, setQuantity, setDiscount, removeLine, stepQuantity } from "/till/cart.js";
import { clockOffset, clockTime, soldAt } from "/till/clock.js";
import { isSearch, readEntry } from "/till/entry.js";
import { formatQuantity, formatRupiah, parseQuantity, parseRupiah, wireQuantity } from "/till/money.js";
import { freeze, numberAfter, renumber } from "/till/request.js";
import { buildIndex, exactItem, findByName, tileItems } from "/till/search.js";
import { likelyCash, objection, restByQris, settle, tenders } from "/till/tender.js";
import { uuid7 } from "/till/uuid.js";

const differences = [];
let compared = 0;

function same(what, got, wanted) {
  compared += 1;
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (a !== b) differences.push(`${what}: ${a} instead of ${b}`);
}

const asLine = (line) => ({ price: line.unit_price, milli: line.quantity_milli, discount: line.discount });

function vectors(given) {
  for (const line of given.lines) same(`line ${JSON.stringify(line)}`, lineAmount(asLine(line)), line.amount);
  for (const cart of given.carts) same("cart", cartTotal({ lines: cart.lines.map(asLine) }), cart.total);
  for (const { total, qris, cash, step, ...wanted } of given.payments) {
    const { rounding, owed, due, missing, change } = settle({ total, qris, cash, step });
    same(`payment ${total} ${qris} ${cash}`, { rounding, owed, due, missing, change }, wanted);
  }
  for (const [amount, text] of given.rupiah_written) same("rupiah", formatRupiah(amount), text);
  for (const [text, amount] of given.rupiah_read) same(`read "${text}"`, parseRupiah(text), amount);
  for (const [milli, text] of given.quantity_written) same("quantity", formatQuantity(milli), text);
  for (const [milli, text] of given.quantity_wire) same("wire", wireQuantity(milli), text);
  for (const [text, decimals, milli] of given.quantity_typed_at_the_till) {
    same(`typed "${text}"`, parseQuantity(text, decimals), milli);
  }
}

const RICE = { no: 1, name: "Beras SPHP 5 kg", unit: "pak", decimals: 0, price: 62500, barcodes: ["8991001000017"], group: "sembako" };
const EGGS = { no: 3, name: "Telur ayam ras", unit: "kg", decimals: 3, price: 28200, barcodes: [], group: "segar" };
const COFFEE = { no: 12, name: "Kopi susu saset", unit: "pcs", decimals: 0, price: 1850, barcodes: ["0012345678905"], group: "minuman" };

function aCartKeepsItsLines() {
  let cart = addItem(addItem(emptyCart("r"), RICE, 1000), EGGS, 1250);
  cart = addItem(cart, RICE, 2000);
  same("the same goods join their line", [cart.lines.length, cart.lines[0].milli, cart.selected], [2, 3000, 0]);
  cart = setDiscount(cart, 0, 5000);
  same("a limit counts for the whole basket", [mostDiscount(cart, 1, 7000), mostDiscount(cart, 1, null)], [2000, 35250]);
  cart = setDiscount(cart, 1, 35000);
  same("a discount never outgrows its line", setQuantity(cart, 1, 1000).lines[1].discount, 28200);
  same("one is the least", stepQuantity(setQuantity(cart, 0, 1000), 0, -1).lines[0].milli, 1000);
  same("removing the last selects the one above", removeLine(cart, 1).selected, 0);
}

function aScanIsUnderstood() {
  same("count and code", readEntry("3*8991"), { count: "3", term: "8991" });
  same("weight and name", readEntry(" 1,25 * cabai"), { count: "1,25", term: "cabai" });
  same("count alone", readEntry("3*"), { count: "3", term: "" });
  same("digits open no list", [isSearch("8991001"), isSearch("ko"), isSearch("kop")], [false, false, true]);
  const index = buildIndex([RICE, EGGS, COFFEE]);
  const found = ["8991001000017", "012345678905", "0012345678905", "3", "99"].map((term) => (exactItem(index, term) || {}).no || null);
  same("codes and numbers", found, [1, 12, 12, 3, null]);
  same("names", [findByName(index, "TEL").map((item) => item.no), findByName(index, "sus kop").map((item) => item.no)], [[3], [12]]);
  same("tiles are what has no barcode", tileItems(index).map((item) => item.no), [3]);
}

function paymentsAreJudged() {
  const judge = (total, qris, cash) => objection({ total, qris, cash, settled: settle({ total, qris, cash, step: 100 }) });
  const verdicts = [[49950, 0, null], [49950, 0, 10000], [49950, 0, 50000], [49950, 50000, null], [49950, 49950, 1000], [5000, 0, 9000000]];
  const wanted = ["cash_missing", "too_little", null, "qris_above_total", "cash_not_needed", "too_much"];
  same("objections", verdicts.map((asked) => judge(...asked)), wanted);
  same("notes at hand", likelyCash(49900), [50000, 60000, 100000]);
  same("what QRIS must bring", [restByQris(49950, null, 100), restByQris(49950, 20000, 100), restByQris(49950, 49900, 100)], [49950, 29950, 0]);
  const small = { total: 10050, qris: 10000, cash: null };
  const paid = tenders({ ...small, settled: settle({ ...small, step: 100 }) });
  same("a rounded rest is cash of nothing", paid, [{ kind: "cash", amount: 0 }, { kind: "qris", amount: 10000 }]);
}

function aRequestIsFrozen() {
  const cart = addItem(emptyCart("0198-r"), EGGS, 1250);
  const context = { register: { code: "A", next_number: "A-000999" }, shift: { no: 7 } };
  const settled = settle({ total: 35250, qris: 0, cash: 50000, step: 100 });
  const payment = { total: 35250, cash: 50000, settled, tenders: [{ kind: "cash", amount: 50000 }] };
  const frozen = freeze(cart, context, payment, 40, Date.parse("2025-12-04T07:05:09Z"));
  same("the body", JSON.parse(frozen.body), {
    reference: "0198-r",
    register: "A",
    number: "A-000999",
    shift: 7,
    sold_at: "2025-12-04T14:05:09.000+07:00",
    clock_offset_ms: 40,
    completed: false,
    member: null,
    lines: [{ item: 3, quantity: "1.250", unit: "kg", unit_price: 28200, discount: 0 }],
    rounding: -50,
    total: 35250,
    tenders: [{ kind: "cash", amount: 50000 }],
  });
  same("another number, the same sale", JSON.parse(renumber(frozen, "A-001200").body).reference, "0198-r");
  same("numbers", [numberAfter("A-000999"), numberAfter("B-999999")], ["A-001000", "B-1000000"]);
  same("clock", clockTime(Date.parse("2025-12-04T23:59:00Z")), "06.59");
  same("sold at midnight", soldAt(Date.parse("2025-12-03T17:00:00Z")), "2025-12-04T00:00:00.000+07:00");
  same("offset", clockOffset(1000, 1200, "1970-01-01T00:00:00.500+00:00"), 600);
}

function referencesAreBornInOrder() {
  const [first, second] = [uuid7(1764831909120), uuid7(1764831909121)];
  same("version 7", /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(first), true);
  same("time first", [first.slice(0, 13), first < second], ["019ae82d-d500", true]);
}

vectors(await (await fetch("/vectors.json")).json());
for (const check of [aCartKeepsItsLines, aScanIsUnderstood, paymentsAreJudged, aRequestIsFrozen, referencesAreBornInOrder]) check();
document.getElementById("verdict").textContent = JSON.stringify({ compared, differences });
