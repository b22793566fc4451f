// The server's door: two requests, and every way they can end.
// An answer is { kind, ... }: done | refused (a problem with a sentence) | signed_out | stale (token) | failed.

const PATIENCE_MS = 20000;
const page = document.body.dataset;

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

function judge(answer, isWhole) {
  if (!answer || typeof answer.body !== "object" || answer.body === null) return { kind: "failed" };
  const { status, body } = answer;
  if (status < 300) return isWhole(body) ? { kind: "done", body } : { kind: "failed" };
  if (status === 401) return { kind: "signed_out" };
  if (body.code === "csrf_expired") return { kind: "stale" };
  if (status >= 500 || status === 408 || status === 429 || !body.code) return { kind: "failed" };
  return { kind: "refused", problem: body };
}

export async function fetchContext(itemsVersion) {
  const query = itemsVersion ? "?items_version=" + encodeURIComponent(itemsVersion) : "";
  const answer = await ask(page.contextUrl + query, { method: "GET" });
  return judge(answer, (body) => typeof body.csrf_token === "string" && "items" in body);
}

export async function sendSale(body, token) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
  const answer = await ask(page.salesUrl, { method: "POST", body, headers });
  return judge(answer, (stored) => Number.isInteger(stored.sale));
}
