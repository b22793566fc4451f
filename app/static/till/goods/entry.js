// What was scanned or typed into the one field: "3*899...", "1,25*cabai", "3*", "kopi". Pure.

const COUNTED = /^\s*([\d.,]+)\s*[*\u00d7]\s*(.*)$/;

/** The count as typed (or null) and the term behind it. */
export function readEntry(text) {
  const match = COUNTED.exec(text);
  return match ? { count: match[1], term: match[2].trim() } : { count: null, term: text.trim() };
}

export const isCode = (term) => /^\d+$/.test(term);

const CARD = /^(?:.*\/)?([A-HJ-NP-Z2-9]{16})$/i;

/** Whether this is what stands on a member's card: sixteen signs, at the end of an address or alone. */
export function isCard(term) {
  const found = CARD.exec(term.trim());
  return Boolean(found) && /\d/.test(found[1]) && /[a-z]/i.test(found[1]);
}

/** Three characters open the list, and digits alone never do: a scanner is typing them. */
export const isSearch = (term) => term.length >= 3 && !isCode(term);
