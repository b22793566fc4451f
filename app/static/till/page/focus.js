// The scan field has the focus unless a dialog is open or someone is on the way with Tab.

import { byFinger, byId } from "./dom.js";

export const openDialog = () => document.querySelector("dialog[open]");

export function focusScan() {
  const scan = byId("scan");
  if (openDialog() || scan.closest("[hidden]")) return;
  if (byFinger()) scan.inputMode = "none";
  scan.focus({ preventScroll: true });
  // Said even when it has the focus: a dialog that closes gives the focus back without a caret,
  // and then keys arrive but write nothing (Chromium). A slip stays selected, to be typed over.
  const end = scan.value.length;
  scan.setSelectionRange(scan.getAttribute("aria-invalid") === "true" ? 0 : end, end);
}

const isInteractive = (element) => element.closest("button, a, input, select, label, iframe");

/** A printable key pressed anywhere belongs to the scan field: a scanner does not look where it types. */
function catchStrayKey(event) {
  const plainKey = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
  if (!plainKey || openDialog() || event.target === byId("scan")) return;
  if (event.key === " " && isInteractive(event.target)) return;
  focusScan();
}

export function keepFocus() {
  document.addEventListener("keydown", catchStrayKey, true);
  document.addEventListener("click", (event) => {
    if (!isInteractive(event.target)) focusScan();
  });
  window.addEventListener("focus", () => {
    if (document.activeElement === document.body) focusScan();
  });
  // A tap on the field itself asks for the keyboard of the screen.
  byId("scan").addEventListener("pointerdown", () => {
    byId("scan").inputMode = "search";
  });
}
