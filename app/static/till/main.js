// The till page: what it remembers, what it shows, what it listens to.

import { showDone } from "./after/done.js";
import { listenToPrint } from "./after/print.js";
import { listenToReceipt, paperChanged } from "./after/receipt.js";
import { closeReceipts, listenToReceipts, openReceipts, turnTo } from "./after/receipts.js";
import { beginUndo, listenToUndo, resumeUndo } from "./after/undo.js";
import * as acts from "./basket/acts.js";
import { isEmpty } from "./basket/cart.js";
import { listenToParking } from "./basket/parking.js";
import { listenToCart, showCart } from "./basket/view.js";
import { listenToMember } from "./buyer/dialog.js";
import { showMember } from "./buyer/view.js";
import { listenToApproval } from "./door/approval.js";
import { loadContext, loadContextIfStale } from "./door/context.js";
import { onOutcome } from "./door/sell.js";
import { closeUnsent, listenToUnsent, openUnsent } from "./door/unsent.js";
import { listenToScan, replayKeys, take } from "./goods/scan.js";
import { listenToTiles, showTiles } from "./goods/tiles.js";
import { listenToAsk } from "./page/ask.js";
import { byId } from "./page/dom.js";
import { focusScan, keepFocus } from "./page/focus.js";
import { showGate } from "./page/gate.js";
import { showClock, showHeader } from "./page/header.js";
import { listenToKeys } from "./page/keys.js";
import { clearNote, listenToNote, note } from "./page/note.js";
import { change, freshCart, onChange, till } from "./page/state.js";
import { keepSale, keptParked, keptPending, keptSale } from "./page/store.js";
import { say } from "./page/text.js";
import { listenToTypeahead, takeKeys } from "./page/typeahead.js";
import { backToPay, closePay, listenToPay } from "./pay/dialog.js";

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
  turned_back() {
    takeKeys();
    closeUnsent();
    backToPay();
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

const TOOLS = {
  "line-minus": () => acts.step(-1),
  "line-plus": () => acts.step(1),
  "line-quantity": acts.editQuantity,
  "line-discount": acts.editDiscount,
  "line-remove": acts.remove,
  "cart-clear": acts.empty,
};

function listenToCounter() {
  listenToScan();
  listenToTiles((no) => take(till.index.byNo.get(no)));
  listenToCart({ choose: acts.choose, afterwards: focusScan, tools: TOOLS });
  listenToMember();
  listenToParking();
  byId("done-new").addEventListener("click", () => {
    acts.newSale();
    focusScan();
  });
}

function listenToReceiptsOf() {
  listenToPrint(paperChanged);
  listenToReceipts();
  listenToReceipt({ undo: beginUndo, back: openReceipts });
  listenToUndo({ back: () => turnTo("receipt-one"), close: closeReceipts });
}

function listen() {
  listenToTypeahead();
  listenToWorld();
  listenToAsk();
  listenToApproval();
  listenToKeys();
  listenToNote(focusScan);
  listenToPay();
  listenToUnsent();
  listenToCounter();
  listenToReceiptsOf();
  keepFocus();
}

async function start() {
  change({ phase: "loading" });
  await loadContext();
  focusScan();
}

/** A cart that an older version of this page has kept knows less of its lines: it is begun again. */
const isOurs = (cart) => Boolean(cart) && cart.lines.every((line) => line.tariff);

/** What this tab had open when it was last closed. */
function restored() {
  const { cart, paid, frozen } = keptSale() || {};
  return {
    cart: isOurs(cart) ? cart : freshCart(),
    paid: paid || null,
    frozen: frozen || null,
    pending: keptPending(),
    parked: keptParked(),
  };
}

/** What was sent before the page went away and never answered comes first. */
function resume() {
  if (till.frozen) openUnsent();
  else resumeUndo();
}

for (const view of [remember, showHeader, showTiles, showGate, showMember, showCart, showDone]) onChange(view);
listen();
change(restored());
focusScan();
start().then(resume);
