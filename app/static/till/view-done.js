// After a sale: the change, as large as the counter is wide, and the way to the next one.

import { setText, show } from "./dom.js";
import { formatRupiah } from "./money.js";
import { say } from "./text.js";

export function showDone({ last, done, cart }) {
  if (!last) return;
  const isOnTop = done && cart.lines.length === 0;
  const facts = {
    number: last.number,
    due: formatRupiah(last.due),
    cash: formatRupiah(last.cash),
    change: formatRupiah(last.change),
  };
  show("done", isOnTop);
  show("last", !isOnTop);
  document.body.classList.toggle("is-done", isOnTop);
  setText("done-change", facts.change);
  setText("done-sale", say(last.cash ? "done_sale_cash" : "done_sale", facts));
  setText("done-exceptions", last.exceptions ? say("done_exceptions", { count: last.exceptions }) : "");
  setText("last-text", say("last_sale", facts));
}
