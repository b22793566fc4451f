// Building elements without innerHTML: data can never become markup.

export const byId = (id) => document.getElementById(id);

/** make("td", { class: "num", text: "12" }, child, ...); null children are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") element.textContent = value;
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

export function setText(id, text) {
  const element = byId(id);
  if (element.textContent !== text) element.textContent = text;
}

export function show(id, visible) {
  byId(id).hidden = !visible;
}

/** A control that cannot be used now keeps its place and its focus. */
export function allow(id, allowed) {
  byId(id).setAttribute("aria-disabled", String(!allowed));
}

export const isAllowed = (element) => element.getAttribute("aria-disabled") !== "true";

/** Fingers first: no keyboard should cover half the screen unless it is asked for. */
export const byFinger = () => matchMedia("(pointer: coarse)").matches;
