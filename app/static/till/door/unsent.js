// "Belum terkirim": a sale left and no answer came. Only the same sale can be sent again.

import { allow, byId, setText, show } from "../page/dom.js";
import { focusScan } from "../page/focus.js";
import { formatRupiah } from "../page/money.js";
import { deliver } from "./sell.js";
import { onChange, till } from "../page/state.js";
import { say } from "../page/text.js";

export function openUnsent() {
  const { frozen, phase } = till;
  const signedOut = phase === "signed_out";
  setText("unsent-sale", say("unsent_sale", { number: frozen.number, due: formatRupiah(frozen.due) }));
  setText("unsent-text", say(signedOut ? "unsent_signed_out" : "unsent_text"));
  show("unsent-sign-in", signedOut);
  if (!byId("unsent").open) byId("unsent").showModal();
  byId("unsent-retry").focus();
}

export function closeUnsent() {
  if (byId("unsent").open) byId("unsent").close();
}

/** Some ways of closing a dialog cannot be refused; what is unsent comes back. */
function reopen() {
  if (till.frozen && !till.sending) openUnsent();
  else focusScan();
}

function showSending({ sending }) {
  allow("unsent-retry", !sending);
  setText("unsent-retry-label", say(sending ? "sending" : "retry"));
}

export function listenToUnsent() {
  onChange(showSending);
  byId("unsent").addEventListener("cancel", (event) => event.preventDefault());
  byId("unsent").addEventListener("close", reopen);
  byId("unsent-retry").addEventListener("click", deliver);
  window.addEventListener("online", () => byId("unsent").open && deliver());
}
