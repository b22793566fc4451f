// The one field: a scanner types a code and Enter, a person types a name and picks from the list.

import { add, canSell, newSale, setQuantity } from "../basket/acts.js";
import { selectedLine } from "../basket/cart.js";
import { byId } from "../page/dom.js";
import { chooseByCard } from "../buyer/member.js";
import { isCard, isCode, isSearch, readEntry } from "./entry.js";
import { focusScan } from "../page/focus.js";
import { chosenMatch, listenToMatches, showMatches } from "./matches.js";
import { parseQuantity } from "../page/money.js";
import { note } from "../page/note.js";
import { exactItem, findByName } from "./search.js";
import { till } from "../page/state.js";
import { say } from "../page/text.js";

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

/** What was found, with the count typed before it, if any: so many units, packs or labels. */
function takeFound({ goods, milli }) {
  const { count } = readEntry(field().value);
  const counted = count === null ? null : countFor(milli ? { ...goods, decimals: 0 } : goods, count);
  if (count !== null && counted === null) return;
  clearScan();
  focusScan();
  add(goods, milli && counted ? (milli * counted) / 1000 : milli || counted);
}

/** Goods chosen from the list or a tile. */
export const take = (goods) => takeFound({ goods, milli: null });

function recount(count) {
  const line = selectedLine(till.cart);
  if (!line) return refuse(say("count_nothing"));
  const milli = countFor(line, count);
  if (milli === null) return null;
  clearScan();
  return setQuantity(milli);
}

function takeCard(code) {
  clearScan();
  return chooseByCard(code);
}

function submit(event) {
  if (event) event.preventDefault();
  const { count, term } = readEntry(field().value);
  if (!term && count === null) return till.done && newSale();
  if (!canSell()) return note("info", say("not_yet"));
  if (!term) return recount(count);
  const found = exactItem(till.index, term);
  if (found) return takeFound(found);
  if (chosenMatch()) return take(chosenMatch());
  return isCard(term) ? takeCard(term) : refuseTerm(term);
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
