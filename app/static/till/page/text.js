// Every word on the screen comes from the server, already in the reader's language, in a script of its own.

const words = globalThis.tillWords;

/**
 * say("unknown_code", { code: "899" }); an unknown key is a bug and shows itself.
 * @param {string} key
 * @param {Record<string, string | number>} [facts]
 * @returns {string}
 */
export function say(key, facts = {}) {
  return (words[key] || key).replace(/%%|%\((\w+)\)s/g, (whole, name) => {
    if (whole === "%%") return "%";
    return name in facts ? String(facts[name]) : whole;
  });
}
