// Whole rupiah and thousandths of a unit, written and read the Indonesian way. Pure.

const MINUS = "\u2212";
const LARGEST_RUPIAH = 1e12;
const TYPED_RUPIAH = /^(?:Rp\.?\s*)?(\d{1,3}(?:\.\d{3})+|\d+)$/i;
const TYPED_QUANTITY = /^(\d{1,4})(?:[.,](\d{1,3}))?$/;
const LOOKS_LIKE_THOUSANDS = /^[1-9]\d{0,2}\.\d{3}$/;

/** 12500 -> "12.500" */
export function groupThousands(amount) {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** 12500 -> "Rp12.500", -1000 -> "−Rp1.000" */
export function formatRupiah(amount) {
  return (amount < 0 ? MINUS : "") + "Rp" + groupThousands(Math.abs(amount));
}

/** "12500", "12.500" or "Rp 12.500" -> 12500; anything else, "12.5" and "1e9" too, -> null. */
export function parseRupiah(text) {
  const match = TYPED_RUPIAH.exec(text.trim());
  if (!match) return null;
  const amount = Number(match[1].replace(/\./g, ""));
  return amount <= LARGEST_RUPIAH ? amount : null;
}

/** 1250 -> "1,250"; whole pieces lose their zeros: 2000 -> "2". */
export function formatQuantity(milli) {
  const fraction = milli % 1000;
  const whole = groupThousands((milli - fraction) / 1000);
  return fraction === 0 ? whole : whole + "," + String(fraction).padStart(3, "0");
}

/**
 * "1,25" -> 1250 thousandths, or null. A numeric keypad has only a point, so "1.25" is read too;
 * "1.250" is not, because everywhere else in Indonesia that is one thousand two hundred and fifty.
 */
export function parseQuantity(text, decimals) {
  const typed = text.trim();
  const match = TYPED_QUANTITY.exec(typed);
  if (!match || LOOKS_LIKE_THOUSANDS.test(typed)) return null;
  const fraction = match[2] || "";
  if (fraction.replace(/0+$/, "").length > decimals) return null;
  return Number(match[1]) * 1000 + Number(fraction.padEnd(3, "0"));
}

/** "10%", "2,5 %" -> hundredths of a percent (1000, 250), or null; up to a hundred percent. */
export function parsePercent(text) {
  const milli = parseQuantity(text.replace("%", ""), 2);
  return milli !== null && milli > 0 && milli <= 100000 ? milli / 10 : null;
}

/** 1250 -> "1.250", as the server reads it. */
export function wireQuantity(milli) {
  return Math.floor(milli / 1000) + "." + String(milli % 1000).padStart(3, "0");
}

/**
 * Rupiah for thousandths of a unit, half up. Both are whole numbers, so the remainder is exact;
 * dividing first would lose a rupiah above four thousand billion.
 */
export function priceOf(unitPrice, milli) {
  const exact = unitPrice * milli;
  const remainder = exact % 1000;
  return (exact - remainder) / 1000 + (remainder >= 500 ? 1 : 0);
}
