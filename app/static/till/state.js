// The one state of the till, and who wants to know when it changes.

import { emptyCart } from "./cart.js";
import { uuid7 } from "./uuid.js";

export const freshCart = () => emptyCart(uuid7());

export const till = {
  phase: "loading", // loading, ready, no_shift, no_register, signed_out, forbidden, failed
  online: navigator.onLine,
  context: null,
  index: null,
  clockOffset: 0,
  loadedAt: 0,
  cart: null,
  marks: {}, // item number -> sentence: what the server said about that line
  paid: null, // amounts typed in the pay dialog, kept when the server refuses
  frozen: null, // a request that was sent and not answered: neither it nor its cart may change
  sending: false,
  last: null, // the last sale, for its change and its receipt
  done: false, // its change is what the counter looks at now
  detail: "", // a sentence of the server for the gate
};

const views = [];

export const onChange = (view) => views.push(view);

export function change(patch) {
  Object.assign(till, patch);
  for (const view of views) view(till, patch);
}
