// Why the till cannot sell now, and the one thing to do about it.

import { byId, setText, show } from "./dom.js";
import { say } from "./text.js";

const page = document.body.dataset;

/** phase -> where its button leads; null means: try again here. */
const WAYS = {
  no_shift: () => page.shiftUrl,
  no_register: () => page.homeUrl,
  signed_out: () => location.href,
  forbidden: () => page.homeUrl,
  failed: null,
};

export function showGate(state, patch) {
  if (!("phase" in patch)) return;
  const { phase } = state;
  const closed = phase in WAYS;
  document.body.dataset.phase = phase;
  byId("desk").hidden = closed;
  byId("bill").hidden = closed;
  byId("gate").hidden = !closed;
  if (!closed) return;
  setText("gate-title", say(phase + "_title"));
  setText("gate-text", (phase === "forbidden" && state.detail) || say(phase + "_text"));
  const way = WAYS[phase];
  show("gate-link", Boolean(way));
  show("gate-retry", !way);
  if (way) byId("gate-link").href = way();
  setText(way ? "gate-link" : "gate-retry", say(way ? phase + "_act" : "retry"));
  byId(way ? "gate-link" : "gate-retry").focus();
}
