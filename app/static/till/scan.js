// The one field: a scanner types a code and Enter, a person types a name and picks from the list.

import { add, canSell, newSale, setQuantity } from "./acts.js";
import { selectedLine } from "./cart.js";
import { byId } from "./dom.js";
import { isCode, isSearch, readEntry } from "./entry.js";
import { focusScan } from "./focus.js";
import { chosenMatch, listenToMatches, showMatches } from "./matches.js";
import { parseQuantity } from "./money.js";
import { note } from "./note.js";
import { exactItem, findByName } from "./search.js";
import { till } from "./state.js";
import { say } from "./text.js";

const field = () => byId("scan");
export const scanIsEmpty = () => field().value === "";

function search() {
  const { term } = readEntry(field().value);
  field().removeAttribute("aria-invalid");
  showMatches(till.index && isSearch(term) ? findByName(till.index, term) : []);
}

export function clearScan() {
  field().value = "";
  field().removeAttribute("aria-invalid");
  showMatches([]);
}

/** A slip keeps its text, selected, so that the next scan or word replaces it. */
function refuse(sentence) {
  showMatches([]);
  field().setAttribute("aria-invalid", "true");
  field().select();
  note("danger", sentence);
}

/** A code stands in the sentence and leaves the field: nobody types one on, but the next scan would. */
function refuseTerm(term) {
  if (isCode(term)) clearScan();
  refuse(say(isCode(term) ? "unknown_code" : "unknown_name", { code: term }));
}

function countFor(item, count) {
  const milli = parseQuantity(count, item.decimals);
  if (milli) return milli;
  const facts = { count, name: item.name, unit: item.unit };
  refuse(say(item.decimals ? "count_wrong" : "count_whole", facts));
  return null;
}

/** Take an item with the count typed before it, if any. */
export function take(item) {
  const { count } = readEntry(field().value);
  const milli = count === null ? null : countFor(item, count);
  if (count !== null && milli === null) return;
  clearScan();
  focusScan();
  add(item, milli);
}

function recount(count) {
  const line = selectedLine(till.cart);
  if (!line) return refuse(say("count_nothing"));
  const milli = countFor(line, count);
  if (milli === null) return null;
  clearScan();
  return setQuantity(milli);
}

function submit(event) {
  if (event) event.preventDefault();
  const { count, term } = readEntry(field().value);
  if (!term && count === null) return till.done && newSale();
  if (!canSell()) return note("info", say("not_yet"));
  if (!term) return recount(count);
  const item = exactItem(till.index, term) || chosenMatch();
  if (item) return take(item);
  return refuseTerm(term);
}

/** Keys that were pressed while a sale was on its way, as if they came now. */
export function replayKeys(keys) {
  for (const key of keys) {
    if (key === "Enter") submit();
    else field().value += key;
  }
  search();
}

export function listenToScan() {
  byId("find").addEventListener("submit", submit);
  field().addEventListener("input", search);
  listenToMatches((no) => take(till.index.byNo.get(no)));
}
