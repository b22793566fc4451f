// Finding an item by barcode, by number and by name. Pure.

const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");

export function buildIndex(items) {
  const byNo = new Map(items.map((item) => [item.no, item]));
  const byBarcode = new Map();
  for (const item of items) for (const code of item.barcodes || []) byBarcode.set(code, item);
  const names = items.map((item) => ({ item, name: plain(item.name) }));
  return { items, byNo, byBarcode, names };
}

/** UPC-A is kept as EAN-13 with a leading nought; scanners send it either way. */
function spellings(code) {
  const others = [];
  if (code.length === 12) others.push("0" + code);
  if (code.length === 13 && code.startsWith("0")) others.push(code.slice(1));
  return [code, ...others];
}

/** The item a barcode or an item number names, or null. */
export function exactItem(index, term) {
  for (const code of spellings(term)) {
    if (index.byBarcode.has(code)) return index.byBarcode.get(code);
  }
  return (/^\d{1,6}$/.test(term) && index.byNo.get(Number(term))) || null;
}

/** 0 starts the name, 1 starts a word of it, 2 stands inside one, -1 is not there. */
function closeness(name, word) {
  const at = name.indexOf(word);
  if (at <= 0) return at;
  return name.includes(" " + word) ? 1 : 2;
}

/** Items whose name holds every word of `term`, best first. */
export function findByName(index, term, limit = 8) {
  const words = plain(term).split(/\s+/).filter(Boolean);
  const found = [];
  for (const { item, name } of index.names) {
    const marks = words.map((word) => closeness(name, word));
    if (marks.includes(-1)) continue;
    found.push({ item, mark: marks.reduce((sum, mark) => sum + mark, 0) });
  }
  found.sort((a, b) => a.mark - b.mark || a.item.name.localeCompare(b.item.name, "id"));
  return found.slice(0, limit).map(({ item }) => item);
}

/** Twelve for the fingers: the favourites, or else what has no barcode to scan. */
export function tileItems(index, limit = 12) {
  const favourites = index.items.filter((item) => item.group === "favourite");
  const unmarked = index.items.filter((item) => !(item.barcodes || []).length);
  const chosen = favourites.length ? favourites : unmarked.length ? unmarked : index.items;
  return chosen.slice(0, limit);
}
