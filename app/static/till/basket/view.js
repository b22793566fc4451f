// The lines, what is said of each, the line tools and the total.

import { cartDeposit, cartTotal, countGoods, emptiesOf, isEmpty, keyOf, lineAmount, lineDeposit, lineGross, memberSaving, plainPrice } from "./cart.js";
import { allow, byId, make, setText, show } from "../page/dom.js";
import { formatQuantity, formatRupiah, groupThousands } from "../page/money.js";
import { till } from "../page/state.js";
import { say } from "../page/text.js";

const TOOLS = ["line-minus", "line-plus", "line-quantity", "line-discount", "line-remove"];

/** Where the columns of price and quantity do not fit, they stand under the name. */
function priceNote(line) {
  return make(
    "small",
    { class: "narrow" },
    make("span", { class: "phone", text: `${formatQuantity(line.milli)} ${line.unit} × ` }),
    make("span", { text: formatRupiah(line.price) }),
    make("span", { class: "not-phone", text: " / " + line.unit }),
  );
}

/** Why this price is not everybody's. */
function whyChip(line) {
  if (line.why === "retail") return null;
  const text = say("why_" + line.why, { from: formatQuantity(line.from), unit: line.unit });
  return make("span", { class: line.why === "member" ? "why member" : "why", text });
}

function discountText(line) {
  const off = { amount: formatRupiah(line.discount), percent: formatQuantity(line.percent * 10) };
  return say(line.percent ? "line_percent" : "line_discount", off);
}

function vesselText(line) {
  const empties = emptiesOf(line);
  const parts = [empties > 0 && say("line_empties", { count: empties })];
  if (line.deposits) parts.push(say("line_deposits", { count: line.deposits, deposit: formatRupiah(lineDeposit(line)) }));
  return parts.filter(Boolean).join(", ");
}

function remarks(line, mark) {
  const chip = whyChip(line);
  return [
    chip && make("small", {}, chip),
    line.discount > 0 && make("small", { text: discountText(line) }),
    line.container && make("small", { text: vesselText(line) }),
    mark && make("small", { class: "mark", text: mark }),
  ];
}

function nameCell(line, at, mark) {
  const name = make("button", { type: "button", class: "line-name", tabindex: "-1", "data-line": at, text: line.name });
  return make("td", {}, name, priceNote(line), ...remarks(line, mark));
}

function quantityCell(line) {
  const text = formatQuantity(line.milli);
  return make("td", { class: "num not-phone" }, make("span", { text }), " ", make("span", { class: "unit", text: line.unit }));
}

/** The price beside the one that others pay. */
function priceCell(line, on) {
  const plain = plainPrice(line, on);
  const others = plain !== line.price && make("s", { text: groupThousands(plain) });
  const kind = line.why === "member" ? "member-price" : null;
  return make("td", { class: "num wide" }, others, make("span", { class: kind, text: groupThousands(line.price) }));
}

function amountCell(line) {
  const gross = line.discount > 0 && make("s", { text: groupThousands(lineGross(line)) });
  return make("td", { class: "num" }, gross, make("span", { text: groupThousands(lineAmount(line)) }));
}

function row(line, at, { cart, marks }) {
  const mark = marks[keyOf(line)];
  return make(
    "tr",
    {
      "data-line": at,
      "data-item": line.item,
      "aria-current": at === cart.selected ? "true" : null,
      class: mark ? "marked" : null,
    },
    nameCell(line, at, mark),
    quantityCell(line),
    priceCell(line, cart.on),
    amountCell(line),
  );
}

function keepInSight() {
  const current = byId("lines").querySelector("[aria-current]");
  if (current) current.scrollIntoView({ block: "nearest" });
  else byId("lines").closest(".lines").scrollTop = 0;
}

/** Beside the total: what the card saved, and what of it is only deposit. */
function showAside(cart) {
  const saved = memberSaving(cart);
  const deposit = cartDeposit(cart);
  const parts = [saved > 0 && say("saved", { amount: formatRupiah(saved) })];
  if (deposit) parts.push(say("with_deposit", { amount: formatRupiah(deposit) }));
  setText("bill-aside", parts.filter(Boolean).join(" · "));
}

export function showCart(state, patch) {
  if (state.phase === "loading" || !state.cart) return;
  const hasLines = !isEmpty(state.cart);
  setText("total", formatRupiah(cartTotal(state.cart) + cartDeposit(state.cart)));
  byId("total").classList.toggle("nothing", !hasLines);
  document.body.classList.toggle("has-lines", hasLines);
  const count = hasLines ? say("count", { count: countGoods(state.cart) }) : "";
  setText("count", count);
  setText("bill-count", count && " · " + count);
  show("cart-table", hasLines);
  show("cart-empty", !hasLines && !state.done);
  for (const id of [...TOOLS, "cart-clear", "cart-park"]) allow(id, hasLines);
  allow("pay-open", hasLines);
  if (!("cart" in patch || "marks" in patch || "phase" in patch)) return;
  showAside(state.cart);
  byId("lines").replaceChildren(...state.cart.lines.map((line, at) => row(line, at, state)));
  keepInSight();
}

export function listenToCart({ choose, tools, afterwards }) {
  byId("lines").addEventListener("click", (event) => {
    const line = event.target.closest("tr");
    if (line) choose(Number(line.dataset.line));
    afterwards();
  });
  for (const [id, act] of Object.entries(tools)) {
    byId(id).addEventListener("click", () => {
      if (till.cart && !isEmpty(till.cart)) act();
      afterwards();
    });
  }
}
