// A dialog that asks for one number, and one that asks whether to go on.

import { byFinger, byId, make, setText, show } from "./dom.js";
import { focusScan } from "./focus.js";

let question = null;

function complain(sentence) {
  setText("ask-error", sentence);
  byId("ask-input").setAttribute("aria-invalid", String(Boolean(sentence)));
}

function preview() {
  const answer = question.read(byId("ask-input").value);
  setText("ask-preview", "value" in answer ? question.preview(answer.value) : "");
}

function finish(value) {
  const { resolve } = question;
  question = null;
  byId("ask").close();
  focusScan();
  resolve(value);
}

function submit(event) {
  event.preventDefault();
  const answer = question.read(byId("ask-input").value);
  if ("value" in answer) return finish(answer.value);
  complain(answer.error);
  byId("ask-input").select();
}

function offer(presets) {
  const buttons = presets.map(({ text, label, accept }) => {
    const button = make("button", { type: "button", class: "ghost", text: label });
    button.addEventListener("click", () => {
      byId("ask-input").value = text;
      complain("");
      preview();
      if (accept) byId("ask-form").requestSubmit();
    });
    return button;
  });
  byId("ask-presets").replaceChildren(...buttons);
  show("ask-presets", buttons.length > 0);
}

/**
 * Resolves to the value read, or null when the person turned back. `asked` has title, label, unit,
 * hint, value, inputMode, presets ({ text, label, accept: take it at once }), read(text) -> { value } or { error }, and preview(value).
 */
export function ask(asked) {
  if (question) finish(null);
  return new Promise((resolve) => {
    question = { ...asked, resolve };
    setText("ask-title", asked.title);
    setText("ask-label", asked.label);
    setText("ask-unit", asked.unit);
    setText("ask-hint", asked.hint);
    offer(asked.presets);
    complain("");
    const input = byId("ask-input");
    input.value = asked.value;
    input.inputMode = asked.inputMode;
    preview();
    byId("ask").showModal();
    input.focus();
    input.select();
  });
}

/** Ask once before something is lost. Resolves to true or false. */
export function confirmAct({ title, text, yes }) {
  setText("sure-title", title);
  setText("sure-text", text);
  setText("sure-yes", yes);
  const dialog = byId("sure");
  return new Promise((resolve) => {
    dialog.returnValue = "";
    dialog.addEventListener(
      "close",
      () => {
        focusScan();
        resolve(dialog.returnValue === "yes");
      },
      { once: true },
    );
    dialog.showModal();
    if (!byFinger()) byId("sure-yes").focus();
  });
}

export function listenToAsk() {
  byId("ask-form").addEventListener("submit", submit);
  byId("ask-input").addEventListener("input", () => {
    complain("");
    preview();
  });
  byId("ask-cancel").addEventListener("click", () => finish(null));
  byId("ask").addEventListener("close", () => question && !byId("ask").open && finish(null));
}
