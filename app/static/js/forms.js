// A form is sent once: a second press while the first is under way does nothing. Pages work without this;
// the server tells a repeated act by its reference.
const label = new WeakMap();

function hold(form, button) {
  form.dataset.sent = "yes";
  // After the event, or the pressed button's own name and value would not be sent.
  setTimeout(() => {
    for (const each of form.querySelectorAll("button[type=submit], button:not([type])")) {
      each.setAttribute("aria-busy", "true");
      each.disabled = true;
    }
    if (button?.dataset.busy) {
      label.set(button, button.textContent);
      button.textContent = button.dataset.busy;
    }
  });
}

function release(form) {
  delete form.dataset.sent;
  for (const each of form.querySelectorAll("button[aria-busy]")) {
    each.removeAttribute("aria-busy");
    each.disabled = false;
    if (label.has(each)) each.textContent = label.get(each);
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  else hold(form, event.submitter);
});

// Coming back with the browser's own button shows the page as it was left: held.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-sent]").forEach(release);
});
