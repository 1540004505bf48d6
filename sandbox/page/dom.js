// Small builders for nodes. Text only ever enters the page as text nodes.

const SVG = "http://www.w3.org/2000/svg";

export const byId = (id) => document.getElementById(id);

function assign(node, key, value) {
  if (value === undefined || value === null || value === false) return;
  if (key === "on") for (const [name, fn] of Object.entries(value)) node.addEventListener(name, fn);
  else if (key === "data") Object.assign(node.dataset, value);
  else if (key === "text") node.textContent = value;
  else if (key === "value") node.value = value;
  else node.setAttribute(key, value === true ? "" : value);
}

/** Makes an element: attributes, `on` listeners, `data` values, then children (nodes or strings). */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) assign(node, key, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A picture from the page's own sprite; decorative, so hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export function iconButton(name, label, onClick, extra = "") {
  return el("button", { type: "button", class: `icon-button ${extra}`, "aria-label": label, title: label, on: { click: onClick } }, icon(name));
}

const first = (word) => [...(word ?? "")].find((char) => /\p{L}|\p{N}|\p{Emoji_Presentation}/u.test(char)) ?? "";

export function initials(name) {
  const words = (name ?? "").trim().split(/\s+/);
  return (first(words[0]) + (words.length > 1 ? first(words[words.length - 1]) : "")).toUpperCase() || "·";
}

const HUES = 8;

export function avatar(id, name, shape = "") {
  const hue = Math.abs(Number(id)) % HUES;
  return el("span", { class: `avatar tone-${hue} ${shape}`, "aria-hidden": "true", text: initials(name) });
}

/** Moves the focus among the items with arrows, Home and End; one of them stays reachable by Tab. */
export function arrowKeys(container, selector, { horizontal = false } = {}) {
  const [back, forth] = horizontal ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
  container.addEventListener("keydown", (event) => {
    const items = [...container.querySelectorAll(selector)].filter((item) => item.offsetParent !== null);
    const at = items.indexOf(document.activeElement);
    const to = { [back]: at - 1, [forth]: at + 1, Home: 0, End: items.length - 1 }[event.key];
    if (at < 0 || to === undefined || !items[to]) return;
    event.preventDefault();
    items[to].focus();
  });
}

export function debounce(fn, ms) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => fn(...args), ms);
  };
}
