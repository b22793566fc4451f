// Small comforts of the frame. Nothing depends on them.
const menu = document.querySelector("details.person");

function closeMenu(event) {
  if (!menu?.open) return;
  if (event.type === "keydown" && event.key === "Escape") {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (event.type === "click" && !menu.contains(event.target)) {
    menu.open = false;
  }
}
document.addEventListener("keydown", closeMenu);
document.addEventListener("click", closeMenu);

for (const row of document.querySelectorAll(".shell-nav ul")) {
  const here = row.querySelector("[aria-current]");
  if (here) row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
}

document.querySelector(".error-summary")?.focus({ preventScroll: false });

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
