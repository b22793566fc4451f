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

// "dus=12000;" -> {dus: 12000}; the item's own unit is 1000.
function packsOf(option) {
  const packs = new Map([[plain(option.dataset.unit), 1000]]);
  for (const each of option.dataset.packs.split(";").filter(Boolean)) {
    const [name, milli] = each.split("=");
    packs.set(plain(name), Number(milli));
  }
  return packs;
}

function offerPacks(line) {
  const option = chosen(line);
  const list = line.querySelector("[data-packs]");
  const names = option ? [...packsOf(option).keys()] : [];
  list.replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
  part(line, "pack").placeholder = option ? option.dataset.unit : "";
}

function settleItem(line) {
  const input = part(line, "item");
  const option = byCode.get(codeOf(input.value));
  if (option) input.value = option.value;
  reckon();
}

function netOf(line) {
  const discount = part(line, "discount");
  return amountOf(part(line, "cost")) - (discount ? amountOf(discount) : 0);
}

function showLine(line) {
  const option = chosen(line);
  offerPacks(line);
  const net = netOf(line);
  const pack = option && (packsOf(option).get(plain(part(line, "pack").value || option.dataset.unit)) || 0);
  const quantity = option ? (quantityOf(part(line, "quantity")) * pack) / 1000 : 0;
  const known = !("consigned" in form.dataset) && option && quantity && net > 0;
  const each = known ? rupiah(Math.round((net * 1000) / quantity)) : "";
  const words = known ? form.dataset.each.replace("{cost}", each).replace("{unit}", option.dataset.unit) : "";
  part(line, "each").textContent = words;
  return net;
}

function reckon() {
  const whole = [...form.querySelectorAll("[data-whole]")].map((input) => amountOf(input) * Number(input.dataset.whole));
  const total = [...lines.map(showLine), ...whole].reduce((sofar, amount) => sofar + amount, 0);
  if (sum) sum.textContent = rupiah(Math.max(total, 0));
}

// On to the next field that a line cannot do without: pack and discount are seldom there.
function goOn(input) {
  const names = ["item", "quantity", "pack", "cost", "discount"];
  const inputs = lines.flatMap((line) => names.map((name) => part(line, name)).filter(Boolean));
  const needed = (each) => !["pack", "discount"].includes(each.dataset.part);
  const next = inputs.slice(inputs.indexOf(input) + 1).find(needed);
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
