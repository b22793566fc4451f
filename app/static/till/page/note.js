// One sentence at a time for the person at the counter, and one act it may offer.

import { byId, setText, show } from "./dom.js";

let act = null;

/** kind: info, caution or danger. `offer` is { label, act }. */
export function note(kind, text, offer = null) {
  act = offer && offer.act;
  byId("note").className = "note " + kind;
  setText("note-text", text);
  setText("note-act", offer ? offer.label : "");
  show("note-act", Boolean(offer));
  show("note", true);
}

export function clearNote() {
  act = null;
  show("note", false);
  setText("note-text", "");
}

/** For a reader that only hears: what was just added, and the total. */
export function speak(text) {
  setText("spoken", text);
}

export function listenToNote(afterwards) {
  byId("note-act").addEventListener("click", () => {
    const chosen = act;
    clearNote();
    if (chosen) chosen();
    afterwards();
  });
  byId("note").addEventListener("click", clearNote);
}
