// What the till must know before it can sell: token, shift, register, goods.

import { clockOffset } from "./clock.js";
import { fetchContext } from "./door.js";
import { buildIndex } from "../goods/search.js";
import { change, till } from "../page/state.js";
import { keepItems, keptItems } from "../page/store.js";

const STALE_MS = 5 * 60 * 1000;

function phaseOf(context) {
  if (!context.shift) return "no_shift";
  return context.register ? "ready" : "no_register";
}

const goodsIn = ({ items_version: version, items, containers, scale }) => ({ version, items, containers: containers || [], scale });

function accept(context, kept, askedAt) {
  const goods = context.items ? goodsIn(context) : kept;
  if (context.items) keepItems(goods);
  change({
    context: { ...context, items: null, containers: null },
    index: buildIndex(goods.items, goods.containers, context.scale || goods.scale || null),
    clockOffset: clockOffset(askedAt, Date.now(), context.server_time),
    loadedAt: Date.now(),
    phase: phaseOf(context),
  });
}

async function ask() {
  const kept = keptItems();
  const askedAt = Date.now();
  const first = await fetchContext(kept && kept.version);
  if (first.kind !== "done" || first.body.items || kept) return { answer: first, kept, askedAt };
  return { answer: await fetchContext(null), kept, askedAt };
}

/**
 * Load or renew the context; answers whether it is there. A till that is already selling goes on
 * with what it has when the server cannot be reached.
 * @returns {Promise<boolean>}
 */
export async function loadContext() {
  const { answer, kept, askedAt } = await ask();
  if (answer.kind === "done" && (answer.body.items || kept)) accept(answer.body, kept, askedAt);
  else if (answer.kind === "signed_out") change({ phase: "signed_out" });
  else if (answer.kind === "refused") change({ phase: "forbidden", detail: answer.problem.detail || "" });
  else if (!till.context) change({ phase: "failed" });
  return answer.kind === "done";
}

export function loadContextIfStale() {
  if (Date.now() - till.loadedAt > STALE_MS) loadContext();
}
