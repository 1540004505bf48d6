// The interface's words in two languages; markup carries their keys in data-t attributes.

import { TEXTS } from "./texts.js";

let current = localStorage.getItem("language") === "en" ? "en" : "ru";

export const language = () => current;

export function setLanguage(code) {
  current = code;
  localStorage.setItem("language", code);
}

const pick = (key) => TEXTS[current][key] ?? TEXTS.ru[key] ?? key;

/** The text for a key; `{name}` places are filled, and plural forms are chosen by `n`. */
export function t(key, params = {}) {
  const found = pick(key);
  const text = typeof found === "string" ? found : found[new Intl.PluralRules(current).select(params.n)] ?? found.other;
  return text.replace(/\{(\w+)\}/g, (whole, name) => params[name] ?? whole);
}

const ATTRIBUTES = { tLabel: "aria-label", tPlaceholder: "placeholder", tTitle: "title" };

/** Puts words into everything under `root` that asks for them. */
export function translate(root = document) {
  document.documentElement.lang = current;
  for (const node of root.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const [data, attribute] of Object.entries(ATTRIBUTES)) {
    const selector = `[data-${data.replace(/[A-Z]/g, (char) => `-${char.toLowerCase()}`)}]`;
    for (const node of root.querySelectorAll(selector)) node.setAttribute(attribute, t(node.dataset[data]));
  }
}
