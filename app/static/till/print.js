// The receipt is a page of its own; it is printed out of a frame nobody sees.

import { byId } from "./dom.js";
import { focusScan } from "./focus.js";
import { till } from "./state.js";
import { keepPaper, keptPaper } from "./store.js";
import { say } from "./text.js";

const receiptUrl = (sale) => `${document.body.dataset.receipts}/${sale}/receipt?width=${keptPaper()}`;

/** A frame that a policy or a sign-in page kept from us cannot be printed: show it instead. */
function printFrame(frame, url) {
  const page = frame.contentDocument;
  if (!page || !page.body || !page.body.childElementCount) return window.open(url, "_blank");
  frame.contentWindow.addEventListener("afterprint", () => {
    frame.remove();
    focusScan();
  });
  frame.contentWindow.print();
  return focusScan();
}

export function printLast() {
  if (!till.last) return;
  const url = receiptUrl(till.last.sale);
  const frame = document.createElement("iframe");
  frame.className = "paper-frame";
  frame.title = say("receipt_title", { number: till.last.number });
  frame.tabIndex = -1;
  frame.addEventListener("load", () => printFrame(frame, url), { once: true });
  for (const old of document.querySelectorAll(".paper-frame")) old.remove();
  frame.src = url;
  document.body.append(frame);
}

function showPaper() {
  for (const radio of document.getElementsByName("paper")) radio.checked = Number(radio.value) === keptPaper();
}

export function listenToPrint() {
  showPaper();
  byId("paper").addEventListener("change", (event) => {
    keepPaper(Number(event.target.value));
    focusScan();
  });
  for (const id of ["done-print", "last-print"]) byId(id).addEventListener("click", printLast);
}
