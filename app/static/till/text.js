// Every word on the screen comes from the page, already in the reader's language.

const words = JSON.parse(document.getElementById("till-text").textContent);

/** say("unknown_code", { code: "899" }); an unknown key is a bug and shows itself. */
export function say(key, facts = {}) {
  return (words[key] || key).replace(/\{(\w+)\}/g, (whole, name) =>
    name in facts ? String(facts[name]) : whole,
  );
}
