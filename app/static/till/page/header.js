// Who is selling, since when, on which register; the time; and whether the server can be reached.

import { clockTime } from "../door/clock.js";
import { byId, setText } from "./dom.js";
import { till } from "./state.js";
import { say } from "./text.js";

export function showClock() {
  setText("clock", clockTime(Date.now() - till.clockOffset));
}

function shiftFacts({ cashier, register, shift }) {
  return {
    register: register ? register.code : "",
    cashier: cashier.name,
    time: shift ? clockTime(Date.parse(shift.opened_at)) : "",
  };
}

export function showHeader({ context, online }) {
  byId("connection").classList.toggle("off", !online);
  setText("connection-text", say(online ? "online" : "offline"));
  if (!context) return;
  setText("gerai", context.gerai.name);
  setText("who", say(context.shift ? "who_since" : "who", shiftFacts(context)));
  byId("who").classList.remove("waiting");
  byId("shift-close").classList.toggle("unseen", !context.shift);
  showClock();
}
