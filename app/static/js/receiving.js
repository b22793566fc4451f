// Shortens the way through a nota: a scanned code becomes its item, Enter goes on to the next field, the sum
// is reckoned while it is typed. The page works without this; the server reads and reckons again.
const form = document.querySelector("[data-receiving]");
const lines = [...form.querySelectorAll("[data-line]")];
const sum = form.querySelector("[data-sum]");
const options = [...document.querySelectorAll("#goods option")];
const byName = new Map(options.map((option) => [plain(option.value), option]));
const byCode = new Map(options.flatMap((option) => codesOf(option).map((code) => [code, option])));

function plain(text) {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}

function codesOf(option) {
  return option.dataset.codes.split(" ").filter(Boolean);
}

// As on the server: a code is its number, so UPC-A is an EAN-13 without its first zero.
function codeOf(text) {
  const digits = text.replace(/[\s-]/g, "");
  if (!/^\d{8,14}$/.test(digits)) return null;
  const number = digits.replace(/^0+/, "");
  return number.padStart(number.length <= 8 ? 8 : 13, "0");
}

const part = (line, name) => line.querySelector(`[data-part=${name}]`);
const chosen = (line) => byName.get(plain(part(line, "item").value));
const rupiah = (amount) => `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`;

// 12500, 12.500 and Rp 12.500; anything else counts as nothing and is refused by the server.
function amountOf(input) {
  const match = /^(?:Rp\.?\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,15})$/i.exec(input.value.trim());
  return match ? Number(match[1].replaceAll(".", "")) : 0;
}

// 3, 1,25 and 1.250: thousandths, or nothing.
function quantityOf(input) {
  const match = /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,3}))?$/.exec(input.value.trim());
  return match ? Number(match[1].replaceAll(".", "")) * 1000 + Number((match[2] || "").padEnd(3, "0")) : 0;
}

function settleItem(line) {
  const input = part(line, "item");
  const option = byCode.get(codeOf(input.value));
  if (option) input.value = option.value;
  reckon();
}

function showLine(line) {
  const option = chosen(line);
  const [quantity, cost] = [quantityOf(part(line, "quantity")), amountOf(part(line, "cost"))];
  const unit = option ? option.dataset.unit : "";
  part(line, "unit").textContent = unit || "…";
  const known = option && quantity && cost;
  const each = known ? rupiah(Math.round((cost * 1000) / quantity)) : "";
  part(line, "each").textContent = known ? form.dataset.each.replace("{cost}", each).replace("{unit}", unit) : "";
  return cost;
}

function reckon() {
  sum.textContent = rupiah(lines.map(showLine).reduce((total, cost) => total + cost, 0));
}

function goOn(input) {
  const inputs = lines.flatMap((line) => ["item", "quantity", "cost"].map((name) => part(line, name)));
  const next = inputs[inputs.indexOf(input) + 1];
  (next || form.querySelector("[data-save]")).focus();
}

form.addEventListener("keydown", (event) => {
  const line = event.target.closest("[data-line]");
  if (event.key !== "Enter" || !line) return;
  event.preventDefault();
  if (event.target === part(line, "item")) settleItem(line);
  goOn(event.target);
});

form.addEventListener("change", (event) => {
  const line = event.target.closest("[data-line]");
  if (line && event.target === part(line, "item")) settleItem(line);
});

form.addEventListener("input", reckon);
reckon();
