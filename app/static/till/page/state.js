// The one state of the till, and who wants to know when it changes.

import { emptyCart } from "../basket/cart.js";
import { dayOf } from "../door/clock.js";
import { uuid7 } from "../door/uuid.js";

/** The day by the server's clock, as far as this device knows it. */
export const today = () => dayOf(Date.now() - till.clockOffset);

export const freshCart = () => emptyCart(uuid7(), today());

export const till = {
  phase: "loading", // loading, ready, no_shift, no_register, signed_out, forbidden, failed
  online: navigator.onLine,
  context: null,
  index: null,
  clockOffset: 0,
  loadedAt: 0,
  cart: null,
  marks: {}, // key of a line -> sentence: what the server said about that line
  paid: null, // amounts typed in the pay dialog, kept when the server refuses
  frozen: null, // a request that was sent and not answered: neither it nor its cart may change
  sending: false,
  parked: [], // baskets put aside on this device
  pending: null, // a void or return that was sent and not answered
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
