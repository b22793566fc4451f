// The till page: what it remembers, what it shows, what it listens to.

import * as acts from "./acts.js";
import { listenToAsk } from "./ask.js";
import { isEmpty } from "./cart.js";
import { loadContext, loadContextIfStale } from "./context.js";
import { byId } from "./dom.js";
import { focusScan, keepFocus } from "./focus.js";
import { listenToKeys } from "./keys.js";
import { clearNote, listenToNote, note } from "./note.js";
import { closePay, listenToPay } from "./pay.js";
import { listenToPrint } from "./print.js";
import { listenToScan, replayKeys, take } from "./scan.js";
import { onOutcome } from "./sell.js";
import { change, freshCart, onChange, till } from "./state.js";
import { keepSale, keptSale } from "./store.js";
import { say } from "./text.js";
import { listenToTypeahead, takeKeys } from "./typeahead.js";
import { closeUnsent, listenToUnsent, openUnsent } from "./unsent.js";
import { listenToCart, showCart } from "./view-cart.js";
import { showDone } from "./view-done.js";
import { showGate } from "./view-gate.js";
import { showClock, showHeader } from "./view-header.js";
import { listenToTiles, showTiles } from "./view-tiles.js";

function remember({ cart, paid, frozen }, patch) {
  if ("cart" in patch || "paid" in patch || "frozen" in patch) keepSale({ cart, paid, frozen });
}

function closeDialogs() {
  closePay();
  closeUnsent();
  focusScan();
}

onOutcome({
  done() {
    closeDialogs();
    replayKeys(takeKeys());
  },
  refused() {
    takeKeys();
    closeDialogs();
  },
  failed: openUnsentInstead,
  signed_out: openUnsentInstead,
});

function openUnsentInstead() {
  takeKeys();
  closePay();
  openUnsent();
}

function warnBeforeLeaving(event) {
  const leavingToSignIn = till.phase === "signed_out";
  if (leavingToSignIn || !till.cart || (isEmpty(till.cart) && !till.frozen)) return;
  event.preventDefault();
  event.returnValue = "";
}

function listenToWorld() {
  window.addEventListener("online", () => {
    change({ online: true });
    clearNote();
  });
  window.addEventListener("offline", () => {
    change({ online: false });
    note("caution", say("offline_text"));
  });
  window.addEventListener("beforeunload", warnBeforeLeaving);
  window.addEventListener("pageshow", (event) => event.persisted && loadContext());
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && !till.sending) loadContextIfStale();
  });
  byId("gate-retry").addEventListener("click", start);
  setInterval(showClock, 5000);
}

function listen() {
  listenToTypeahead();
  listenToWorld();
  listenToAsk();
  listenToKeys();
  listenToNote(focusScan);
  listenToPay();
  listenToPrint();
  listenToScan();
  listenToUnsent();
  listenToTiles((no) => take(till.index.byNo.get(no)));
  listenToCart({
    choose: acts.choose,
    afterwards: focusScan,
    tools: {
      "line-minus": () => acts.step(-1),
      "line-plus": () => acts.step(1),
      "line-quantity": acts.editQuantity,
      "line-discount": acts.editDiscount,
      "line-remove": acts.remove,
      "cart-clear": acts.empty,
    },
  });
  byId("done-new").addEventListener("click", () => {
    acts.newSale();
    focusScan();
  });
  keepFocus();
}

async function start() {
  change({ phase: "loading" });
  await loadContext();
  focusScan();
}

for (const view of [remember, showHeader, showTiles, showGate, showCart, showDone]) onChange(view);
listen();
const kept = keptSale() || {};
change({ cart: kept.cart || freshCart(), paid: kept.paid || null, frozen: kept.frozen || null });
focusScan();
start().then(() => till.frozen && openUnsent());
