// Runs the till's pure modules over the shared vectors and writes every difference into the page.

import {
  addItem,
  cartDeposit,
  cartDiscount,
  cartTotal,
  emptiesOf,
  emptyCart,
  lineAmount,
  memberSaving,
  removeLine,
  reprice,
  setDeposits,
  setDiscount,
  setMember,
  setQuantity,
  stepQuantity,
} from "/till/basket/cart.js";
import { summary, withParked, without } from "/till/basket/parked.js";
import { isVoidable, isReturnable, paidFor, readWire, returnBody, returned } from "/till/after/reversal.js";
import { clockOffset, clockTime, dayOf, soldAt } from "/till/door/clock.js";
import { approved, freeze, numberAfter, renumber } from "/till/door/request.js";
import { uuid7 } from "/till/door/uuid.js";
import { isCard, isSearch, readEntry } from "/till/goods/entry.js";
import { priceFor } from "/till/goods/pricing.js";
import { buildIndex, exactItem, findByName, goodsOfLine, tileItems } from "/till/goods/search.js";
import { formatQuantity, formatRupiah, parsePercent, parseQuantity, parseRupiah, wireQuantity } from "/till/page/money.js";
import { likelyCash, objection, restBeside, settle, tenders } from "/till/pay/tender.js";

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
  for (const { total, other, cash, step, ...wanted } of given.payments) {
    const { rounding, owed, due, missing, change } = settle({ total, other, cash, step });
    same(`payment ${total} ${other} ${cash}`, { rounding, owed, due, missing, change }, wanted);
  }
  for (const [amount, text] of given.rupiah_written) same("rupiah", formatRupiah(amount), text);
  for (const [text, amount] of given.rupiah_read) same(`read "${text}"`, parseRupiah(text), amount);
  for (const [milli, text] of given.quantity_written) same("quantity", formatQuantity(milli), text);
  for (const [milli, text] of given.quantity_wire) same("wire", wireQuantity(milli), text);
  for (const [text, decimals, milli] of given.quantity_typed_at_the_till) {
    same(`typed "${text}"`, parseQuantity(text, decimals), milli);
  }
}

function prices({ tariffs, cases }) {
  for (const [name, pack, milli, isMember, on, price, kind] of cases) {
    const { no_bundling: noBundling, ...facts } = tariffs[name];
    const found = priceFor({ ...facts, pack, noBundling: Boolean(noBundling) }, milli, isMember, on);
    same(`price of ${name} ${pack} ${milli} ${isMember} ${on}`, [found.price, found.kind], [price, kind]);
  }
}

const ITEMS = [
  { no: 1, name: "Beras SPHP 5 kg", unit: "pak", decimals: 0, price: 62500, barcodes: ["8991001000017"], group: "sembako", no_bundling: true },
  { no: 3, name: "Telur ayam ras", unit: "kg", decimals: 3, price: 29000, barcodes: [], group: "segar", member_price: 28200, plu: 123 },
  { no: 12, name: "Kopi susu saset", unit: "pcs", decimals: 0, price: 1850, barcodes: ["0012345678905"], group: "minuman", breaks: [{ milli: 12000, price: 1700 }],
    packs: [{ barcode: "18991001000069", unit: "dus", milli: 40000, price: 66000 }, { barcode: "28991001000066", unit: "renteng", milli: 10000, price: null }] },
  { no: 20, name: "Isi LPG 3 kg", unit: "tabung", decimals: 0, price: 19000, barcodes: [], group: "subsidised", container: 1 },
];
const SCALE = { prefixes: ["21", "22"], plu: [2, 7], milli: [7, 12] };
const INDEX = buildIndex(ITEMS, [{ no: 1, name: "Tabung LPG 3 kg", deposit: 150000 }], SCALE);
const [RICE, EGGS, COFFEE, LPG] = ITEMS.map(({ no }) => INDEX.byNo.get(no));
const ON = "2026-11-23";
const SARI = { no: 17, name: "Sari Wulandari", is_member: true, bon_left: 350000 };
const fresh = () => emptyCart("r", ON);

function aCartKeepsItsLines() {
  let cart = addItem(addItem(fresh(), RICE, 1000), EGGS, 1250);
  cart = addItem(cart, RICE, 2000);
  same("the same goods join their line", [cart.lines.length, cart.lines[0].milli, cart.selected], [2, 3000, 0]);
  same("nothing comes off what the state binds", setDiscount(cart, 0, { amount: 5000 }).lines[0].discount, 0);
  cart = setDiscount(cart, 1, { amount: 36000 });
  same("a discount never outgrows its line", setQuantity(cart, 1, 1000).lines[1].discount, 29000);
  cart = setDiscount(cart, 1, { percent: 1000 });
  same("a percentage follows its line", [cartDiscount(cart), setQuantity(cart, 1, 2000).lines[1].discount], [3625, 5800]);
  same("one is the least", stepQuantity(setQuantity(cart, 0, 1000), 0, -1).lines[0].milli, 1000);
  same("removing the last selects the one above", removeLine(cart, 1).selected, 0);
}

function aBuyerHasPrices() {
  let cart = addItem(addItem(fresh(), EGGS, 1250), COFFEE, 12000);
  same("a break for the whole line", [cart.lines[1].price, cart.lines[1].why], [1700, "wholesale"]);
  cart = setMember(cart, SARI);
  same("a member's price", [cart.lines[0].price, cart.lines[0].why, cartTotal(cart), memberSaving(cart)], [28200, "member", 55650, 1000]);
  same("without the card", cartTotal(setMember(cart, null)), 56650);
  same("a candidate pays what all pay", cartTotal(setMember(cart, { ...SARI, is_member: false })), 56650);
  const dearer = buildIndex([{ ...ITEMS[1], member_price: 28900 }]);
  const { cart: now, changed } = reprice(cart, (line) => goodsOfLine(dearer, line), ON);
  same("another price tomorrow", [changed.map(({ name }) => name), now.lines[0].price, now.lines[1].price], [["Telur ayam ras"], 28900, 1700]);
}

function packsAndVessels() {
  const [dus, renteng] = ["18991001000069", "28991001000066"].map((code) => exactItem(INDEX, code));
  let cart = addItem(fresh(), COFFEE, 2000);
  cart = addItem(cart, renteng.goods, renteng.milli);
  same("a pack without a price adds its content", [cart.lines.length, cart.lines[0].milli, cart.lines[0].price], [1, 12000, 1700]);
  cart = addItem(cart, dus.goods, 2000);
  same("a pack with a price is a line", [cart.lines[1].unit, cart.lines[1].price, lineAmount(cart.lines[1])], ["dus", 66000, 132000]);
  cart = addItem(fresh(), LPG, 3000, 1);
  same("a deposit where no empty came", [cartTotal(cart), cartDeposit(cart), emptiesOf(cart.lines[0])], [57000, 150000, 2]);
  same("never more deposits than units", setQuantity(setDeposits(cart, 0, 3), 0, 2000).lines[0].deposits, 2);
  const parked = withParked([{ cart: { ...cart, reference: "s" }, at: 5 }], { cart, at: 9 });
  same("parked", [summary(parked[0]), without(parked, "r").length], [{ reference: "r", at: 9, name: "", count: 3, total: 207000 }, 1]);
}

function aScanIsUnderstood() {
  same("count and code", readEntry("3*8991"), { count: "3", term: "8991" });
  same("weight and name", readEntry(" 1,25 * cabai"), { count: "1,25", term: "cabai" });
  same("count alone", readEntry("3*"), { count: "3", term: "" });
  same("digits open no list", [isSearch("8991001"), isSearch("ko"), isSearch("kop")], [false, false, true]);
  const cards = ["ABCDEFGH23456789", "https://x.example/k/abcdefgh23456789", "8991001000017", "SUMBERREJEKIJAYA"];
  same("cards", cards.map(isCard), [true, true, false, false]);
  const found = ["8991001000017", "012345678905", "0012345678905", "3", "99"].map((term) => (exactItem(INDEX, term) || { goods: {} }).goods.no || null);
  same("codes and numbers", found, [1, 12, 12, 3, null]);
  const weighed = (code) => (exactItem(INDEX, code) || {}).milli || null;
  same("a scale's label", ["2100123012503", "2100123012506", "2300123012501"].map(weighed), [1250, null, null]);
  same("names", [findByName(INDEX, "TEL").map(({ no }) => no), findByName(INDEX, "sus kop").map(({ no }) => no)], [[3], [12]]);
  same("tiles are what has no barcode", tileItems(INDEX).map(({ no }) => no), [3, 20]);
  same("percent", ["10%", "2,5 %", "100%", "101%", "0%", "x%"].map(parsePercent), [1000, 250, 10000, null, null, null]);
}

const amounts = (given) => ({ cash: null, qris: 0, transfer: 0, bon: 0, ...given });
const paid = (given) => amounts(given).qris + amounts(given).transfer + amounts(given).bon;

function paymentsAreJudged() {
  const judge = (total, given, room = null) => {
    const settled = settle({ total, other: paid(given), cash: amounts(given).cash, step: 100 });
    return (objection({ total, amounts: amounts(given), settled, room }) || { name: null }).name;
  };
  const asked = [
    [49950, {}], [49950, { cash: 10000 }], [49950, { cash: 50000 }], [49950, { qris: 50000 }], [49950, { qris: 49950, cash: 1000 }],
    [5000, { cash: 9000000 }], [49950, { bon: 49950 }], [49950, { bon: 49950 }, 40000], [49950, { bon: 49950 }, 50000],
    [49950, { qris: 10000, transfer: 10000, bon: 9950, cash: 20000 }, 50000],
  ];
  const wanted = ["cash_missing", "too_little", null, "others_above_total", "cash_not_needed", "too_much", "bon_needs_member", "bon_above_room", null, null];
  same("objections", asked.map((each) => judge(...each)), wanted);
  same("notes at hand", likelyCash(49900), [50000, 60000, 100000]);
  const rests = [restBeside(49950, 0, null, 100), restBeside(49950, 0, 20000, 100), restBeside(49950, 0, 49900, 100), restBeside(49950, 30000, null, 100)];
  same("what is still open", rests, [49950, 29950, 0, 19950]);
  const small = settle({ total: 10050, other: 10000, cash: null, step: 100 });
  same("a rounded rest is cash of nothing", tenders(amounts({ qris: 10000 }), small), [{ kind: "cash", amount: 0 }, { kind: "qris", amount: 10000 }]);
}

function aRequestIsFrozen() {
  const cart = setMember(addItem(addItem(emptyCart("0198-r", ON), EGGS, 1250), LPG, 2000, 1), SARI);
  const context = { register: { code: "A", next_number: "A-000999" }, shift: { no: 7 } };
  const settled = settle({ total: 223250, other: 100000, cash: 150000, step: 100 });
  const given = amounts({ cash: 150000, bon: 100000 });
  const payment = { total: 73250, deposit: 150000, amounts: given, settled, tenders: tenders(given, settled) };
  const frozen = freeze(cart, context, payment, 40, Date.parse("2025-12-04T07:05:09Z"));
  same("the body", JSON.parse(frozen.body), {
    reference: "0198-r",
    register: "A",
    number: "A-000999",
    shift: 7,
    sold_at: "2025-12-04T14:05:09.000+07:00",
    clock_offset_ms: 40,
    completed: false,
    member: 17,
    lines: [
      { item: 3, quantity: "1.250", unit: "kg", unit_price: 28200, discount: 0 },
      { item: 20, quantity: "2.000", unit: "tabung", unit_price: 19000, discount: 0, empties: 1, deposits: 1 },
    ],
    rounding: -50,
    total: 73250,
    deposit: 150000,
    tenders: [{ kind: "cash", amount: 150000 }, { kind: "bon", amount: 100000 }],
  });
  const dus = exactItem(INDEX, "18991001000069");
  const pack = JSON.parse(freeze(addItem(fresh(), dus.goods, 1000), context, { ...payment, deposit: 0 }, 0, 0).body);
  same("a pack goes by its code", [pack.lines[0], "deposit" in pack], [{ barcode: "18991001000069", quantity: "1.000", unit: "dus", unit_price: 66000, discount: 0 }, false]);
  same("a PIN for one sending", JSON.parse(approved(frozen.body, { username: "dewi", pin: "1" })).approval.username, "dewi");
  same("another number, the same sale", JSON.parse(renumber(frozen, "A-001200").body).reference, "0198-r");
  same("numbers", [numberAfter("A-000999"), numberAfter("B-999999")], ["A-001000", "B-1000000"]);
  same("clock", [clockTime(Date.parse("2025-12-04T23:59:00Z")), dayOf(Date.parse("2025-12-04T23:59:00Z"))], ["06.59", "2025-12-05"]);
  same("sold at midnight", soldAt(Date.parse("2025-12-03T17:00:00Z")), "2025-12-04T00:00:00.000+07:00");
  same("offset", clockOffset(1000, 1200, "1970-01-01T00:00:00.500+00:00"), 600);
}

function whatComesBack() {
  const eggs = { line: 1, unit: "kg", quantity: "1.250", left: "0.750" };
  const soap = { line: 2, unit: "pcs", quantity: "3.000", left: "3.000" };
  same("as the server writes it", ["1.250", "3", "0.05"].map(readWire), [1250, 3000, 50]);
  same("no more than is left", ["0,5", "0,75", "0,8", "", "x"].map((text) => returned(eggs, text, 3)), [500, 750, null, 0, null]);
  same("pieces come back whole", ["1", "1,5", "4"].map((text) => returned(soap, text, 0)), [1000, null, null]);
  const receipt = { voided: false, shift: 7, shift_is_open: true, total: 42613, rounding: -13, deposit: 0, lines: [soap] };
  same("a void", [isVoidable(receipt, 7), isVoidable(receipt, 8), isVoidable({ ...receipt, lines: [eggs] }, 7)], [true, false, false]);
  same("a return", [isReturnable(receipt), isReturnable({ ...receipt, voided: true }), paidFor(receipt)], [true, false, 42600]);
  const body = returnBody({ reference: "r", sale: 1, shift: 7, reason: "Rusak", lines: [{ line: 1, milli: 500 }, { line: 2, milli: 0 }] });
  same("only what comes back", body.lines, [{ line: 1, quantity: "0.500" }]);
}

function referencesAreBornInOrder() {
  const [first, second] = [uuid7(1764831909120), uuid7(1764831909121)];
  same("version 7", /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(first), true);
  same("time first", [first.slice(0, 13), first < second], ["019ae82d-d500", true]);
}

const read = async (name) => (await fetch(`/vectors/${name}.json`)).json();
vectors(await read("cart"));
prices(await read("prices"));
const CHECKS = [aCartKeepsItsLines, aBuyerHasPrices, packsAndVessels, aScanIsUnderstood, paymentsAreJudged, aRequestIsFrozen, whatComesBack, referencesAreBornInOrder];
for (const check of CHECKS) check();
document.getElementById("verdict").textContent = JSON.stringify({ compared, differences });
