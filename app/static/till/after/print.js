// The receipt is a page of its own; it is printed out of a frame nobody sees.

import { countCopy } from "../door/door.js";
import { byId } from "../page/dom.js";
import { focusScan } from "../page/focus.js";
import { note } from "../page/note.js";
import { till } from "../page/state.js";
import { keepPaper, keptPaper } from "../page/store.js";
import { say } from "../page/text.js";

let printed = 0; // the sale whose first receipt has been printed: the next one is a copy

/** The receipt on the paper that is in the printer; once it was printed again it says so itself. */
export const receiptUrl = (sale) => `${document.body.dataset.receipts}/${sale}/receipt?width=${keptPaper()}`;

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

/** Print the page at `url` as a thing called `title`. */
export function printPage(url, title) {
  const frame = document.createElement("iframe");
  frame.className = "paper-frame";
  frame.title = title;
  frame.tabIndex = -1;
  frame.addEventListener("load", () => printFrame(frame, url), { once: true });
  for (const old of document.querySelectorAll(".paper-frame")) old.remove();
  frame.src = url;
  document.body.append(frame);
}

const show = ({ sale, number }) => printPage(receiptUrl(sale), say("receipt_title", { number }));

/** A copy is counted first, so that it can say on paper that it is one. */
export async function printAgain(receipt) {
  if (await countCopy(receipt.sale, till.context.csrf_token)) show(receipt);
  else note("danger", say("copy_refused", { number: receipt.number }));
}

export function printLast() {
  const { last } = till;
  if (!last) return null;
  if (printed === last.sale) return printAgain(last);
  printed = last.sale;
  return show(last);
}

function showPaper() {
  for (const radio of document.querySelectorAll(".paper input")) radio.checked = Number(radio.value) === keptPaper();
}

/** Everyone who shows a receipt hears of another paper. */
export function listenToPrint(changed) {
  showPaper();
  for (const paper of document.querySelectorAll(".paper")) {
    paper.addEventListener("change", (event) => {
      keepPaper(Number(event.target.value));
      showPaper();
      changed();
      focusScan();
    });
  }
  for (const id of ["done-print", "last-print"]) byId(id).addEventListener("click", printLast);
}
