// Keys that work while the till is selling. Dialogs have their own.

import { printLast } from "../after/print.js";
import { openReceipts } from "../after/receipts.js";
import { chooseNext, editDiscount, editQuantity, empty, newSale, remove, step } from "../basket/acts.js";
import { hold } from "../basket/parking.js";
import { openMember } from "../buyer/dialog.js";
import { clearNote } from "./note.js";
import { byId } from "./dom.js";
import { openDialog } from "./focus.js";
import { listIsOpen, markNext } from "../goods/matches.js";
import { openPay } from "../pay/dialog.js";
import { clearScan, scanIsEmpty } from "../goods/scan.js";
import { till } from "./state.js";

const ANYWHERE = {
  F2: openMember,
  F3: openReceipts,
  F4: hold,
  F6: editQuantity,
  F7: editDiscount,
  F8: printLast,
  F9: openPay,
};
const EMPTY_FIELD = { "+": () => step(1), "-": () => step(-1), Delete: remove };

function arrows(by) {
  if (listIsOpen()) markNext(by);
  else chooseNext(by);
}

function escape() {
  if (!scanIsEmpty()) clearScan();
  else if (till.done) newSale();
  else clearNote();
}

const IN_FIELD = { ArrowDown: () => arrows(1), ArrowUp: () => arrows(-1), Escape: escape };

function actFor(event) {
  if (event.ctrlKey && event.key === "Delete") return empty;
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (ANYWHERE[event.key]) return ANYWHERE[event.key];
  if (event.target !== byId("scan")) return null;
  return IN_FIELD[event.key] || (scanIsEmpty() && EMPTY_FIELD[event.key]) || null;
}

export function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    if (openDialog() || event.isComposing || till.phase !== "ready") return;
    const act = actFor(event);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
