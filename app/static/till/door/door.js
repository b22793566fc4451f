// The server's door: its addresses, and every way a request can end.

import { uuid7 } from "./uuid.js";

const PATIENCE_MS = 20000;
const page = document.body.dataset;

/**
 * done (a body), refused (a problem with a sentence), signed_out, stale (the token), or failed: the
 * outcome is unknown.
 * @typedef {{kind: string, body?: object, problem?: {code: string, detail?: string}}} Answer
 */

async function ask(url, options) {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(url, {
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      signal: impatience.signal,
      ...options,
      headers: { Accept: "application/json", ...options.headers },
    });
    return { status: response.status, body: await response.json() };
  } catch {
    return null; // no network, too slow, or an answer that is not ours: the outcome is unknown
  } finally {
    clearTimeout(timer);
  }
}

/** A question too many, or a PIN guessed too often, is a refusal with a sentence; a busy server is none. */
const isUnclear = (status, { code }) => status >= 500 || status === 408 || !code;

function judge(answer, isWhole) {
  if (!answer || typeof answer.body !== "object" || answer.body === null) return { kind: "failed" };
  const { status, body } = answer;
  if (status < 300) return isWhole(body) ? { kind: "done", body } : { kind: "failed" };
  if (status === 401) return { kind: "signed_out" };
  if (body.code === "csrf_expired") return { kind: "stale" };
  return isUnclear(status, body) ? { kind: "failed" } : { kind: "refused", problem: body };
}

const address = (way, query) => {
  const words = new URLSearchParams(query).toString();
  return `${page.door}/${way}${words ? "?" + words : ""}`;
};

async function get(way, query, isWhole) {
  return judge(await ask(address(way, query), { method: "GET" }), isWhole);
}

/** @returns {Promise<Answer>} */
export function fetchContext(itemsVersion) {
  const query = itemsVersion ? { items_version: itemsVersion } : {};
  return get("context", query, (body) => typeof body.csrf_token === "string" && "items" in body);
}

/** Members by number, card or the beginning of a name. @returns {Promise<Answer>} */
export const findMembers = (text) => get("members", { q: text }, (body) => Array.isArray(body.members));

/** One receipt, by { number } or { sale }. @returns {Promise<Answer>} */
export const fetchReceipt = (query) => get("receipts", query, (body) => Array.isArray(body.lines));

/** The receipts of the open shift, newest first. @returns {Promise<Answer>} */
export const fetchReceipts = () => get("receipts/latest", {}, (body) => Array.isArray(body.receipts));

/** Count one more copy of a receipt. @returns {Promise<boolean>} whether it was counted */
export async function countCopy(sale, token) {
  const form = new URLSearchParams({ reference: uuid7() });
  const options = { method: "POST", body: form, headers: { "X-CSRFToken": token }, credentials: "same-origin", redirect: "manual" };
  try {
    return (await fetch(`${page.receipts}/${sale}/reprints`, options)).type === "opaqueredirect";
  } catch {
    return false; // no network: nothing was counted, or it was and nothing is printed
  }
}

const WHOLE = {
  sales: (stored) => Number.isInteger(stored.sale),
  voids: (stored) => Number.isInteger(stored.void),
  returns: (stored) => Number.isInteger(stored.value),
};

/** `way` is sales, voids or returns; `body` the text that is sent. @returns {Promise<Answer>} */
export async function send(way, body, token) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
  return judge(await ask(address(way, {}), { method: "POST", body, headers }), WHOLE[way]);
}
