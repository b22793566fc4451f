// The register's clock, in Asia/Jakarta (UTC+7 all year), and how far it is from the server's.

const JAKARTA_MS = 7 * 3600 * 1000;
const inJakarta = (ms) => new Date(ms + JAKARTA_MS).toISOString();

/** "14.05" */
export const clockTime = (ms) => inJakarta(ms).slice(11, 16).replace(":", ".");

/** "2025-12-04", the day whose prices hold. */
export const dayOf = (ms) => inJakarta(ms).slice(0, 10);

/** "2025-12-04T14:05:09.120+07:00", as this device believes. */
export const soldAt = (ms) => inJakarta(ms).replace("Z", "+07:00");

/** Device minus server, in ms; the answer is taken to have been written half way through the wait. */
export function clockOffset(askedAt, answeredAt, serverTime) {
  return Math.round((askedAt + answeredAt) / 2 - Date.parse(serverTime));
}
