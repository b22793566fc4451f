// Running sums while a drawer is counted. Enter goes to the next line, as on a calculator; the server counts again.
const form = document.querySelector("[data-count]");
const inputs = [...form.querySelectorAll("[data-worth]")];
const total = form.querySelector("[data-total]");
const grouped = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 0 });

function worth(input) {
  const typed = input.value.trim();
  return /^[0-9]{1,6}$/.test(typed) ? Number(typed) * Number(input.dataset.worth) : 0;
}

function show() {
  let sum = 0;
  for (const input of inputs) {
    const amount = worth(input);
    input.closest("tr").querySelector("[data-sum]").textContent = amount ? grouped.format(amount) : "";
    sum += amount;
  }
  total.querySelector("output").textContent = `Rp${grouped.format(sum)}`;
  total.hidden = false;
}

form.addEventListener("input", show);
form.addEventListener("keydown", (event) => {
  const at = inputs.indexOf(event.target);
  if (event.key !== "Enter" || at < 0) return;
  event.preventDefault();
  const next = inputs[at + 1] ?? form.querySelector("[name=reason], button[type=submit]");
  next.focus();
  next.select?.();
});
window.addEventListener("pageshow", show);
show();
