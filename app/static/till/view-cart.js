// The lines, the line tools and the total.

import { cartTotal, countGoods, isEmpty, lineAmount, lineGross } from "./cart.js";
import { allow, byId, make, setText, show } from "./dom.js";
import { formatQuantity, formatRupiah, groupThousands } from "./money.js";
import { till } from "./state.js";
import { say } from "./text.js";

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

function nameCell(line, at, mark) {
  return make(
    "td",
    {},
    make("button", { type: "button", class: "line-name", tabindex: "-1", "data-line": at, text: line.name }),
    priceNote(line),
    line.discount > 0 && make("small", { text: say("line_discount", { amount: formatRupiah(line.discount) }) }),
    mark && make("small", { class: "mark", text: mark }),
  );
}

function quantityCell(line) {
  const text = formatQuantity(line.milli);
  return make("td", { class: "num not-phone" }, make("span", { text }), " ", make("span", { class: "unit", text: line.unit }));
}

function amountCell(line) {
  const gross = line.discount > 0 && make("s", { text: groupThousands(lineGross(line)) });
  return make("td", { class: "num" }, gross, make("span", { text: groupThousands(lineAmount(line)) }));
}

function row(line, at, { cart, marks }) {
  const mark = marks[line.item];
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
    make("td", { class: "num wide", text: groupThousands(line.price) }),
    amountCell(line),
  );
}

function keepInSight() {
  const current = byId("lines").querySelector("[aria-current]");
  if (current) current.scrollIntoView({ block: "nearest" });
  else byId("lines").closest(".lines").scrollTop = 0;
}

export function showCart(state, patch) {
  if (state.phase === "loading" || !state.cart) return;
  const hasLines = !isEmpty(state.cart);
  setText("total", formatRupiah(cartTotal(state.cart)));
  byId("total").classList.toggle("nothing", !hasLines);
  setText("count", hasLines ? say("count", { count: countGoods(state.cart) }) : "");
  show("cart-table", hasLines);
  show("cart-empty", !hasLines && !state.done);
  for (const id of [...TOOLS, "cart-clear"]) allow(id, hasLines);
  allow("pay-open", hasLines);
  if (!("cart" in patch || "marks" in patch || "phase" in patch)) return;
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
