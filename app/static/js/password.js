// "Tampilkan kata sandi": hidden until this runs, because without a script it could do nothing.
for (const choice of document.querySelectorAll("[data-reveal]")) {
  choice.hidden = false;
  const fields = choice.closest("form").querySelectorAll("input[type=password]");
  choice.addEventListener("change", ({ target }) => {
    for (const field of fields) field.type = target.checked ? "text" : "password";
  });
}
