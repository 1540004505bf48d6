// Message text with its entities as nodes. Offsets are UTF-16 units, which is what JavaScript strings count in.

import { el, icon } from "./dom.js";
import { t } from "./i18n.js";
import { safeHref } from "./links.js";

const PLAIN = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", hashtag: "span", cashtag: "span",
  text_mention: "span", mention: "span", bank_card: "span",
};
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const FOLDED_LINES = 3;

/** Nodes of `text`; `act` handles what may be clicked: {command(text), link(url, anchor)}. */
export function rich(text, entities, act) {
  const usable = (entities ?? []).filter(({ offset, length }) => length > 0 && offset >= 0 && offset < text.length);
  const sorted = [...usable].sort((one, other) => one.offset - other.offset || other.length - one.length);
  return span(text, 0, text.length, sorted, act);
}

// An entity that begins inside another is its child; one that sticks out is cut at the parent's end.
function span(text, start, end, entities, act) {
  const nodes = [];
  let at = start;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const from = Math.max(at, entity.offset);
    const to = Math.min(end, entity.offset + entity.length);
    const inside = innerCount(entities, index, to);
    if (from > at) nodes.push(text.slice(at, from));
    if (to > from) nodes.push(wrap(entity, text.slice(from, to), span(text, from, to, entities.slice(index + 1, index + 1 + inside), act), act));
    at = Math.max(at, to);
    // A block ends its own line: the line break after it would show as an empty line.
    if (BLOCKS.has(entity.type) && text[at] === "\n" && at < end) at += 1;
    index += 1 + inside;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function innerCount(entities, index, to) {
  let count = 0;
  while (index + 1 + count < entities.length && entities[index + 1 + count].offset < to) count += 1;
  return count;
}

function wrap(entity, raw, inner, act) {
  const special = SPECIAL[entity.type];
  if (special) return special(entity, raw, inner, act);
  return el(PLAIN[entity.type] ?? "span", { class: `e-${entity.type}` }, inner);
}

const SPECIAL = {
  code: (_entity, _raw, inner) => el("code", {}, inner),
  pre: (entity, raw, inner) => pre(entity, raw, inner),
  spoiler: (_entity, _raw, inner) => spoiler(inner),
  blockquote: (_entity, _raw, inner) => el("blockquote", {}, inner),
  expandable_blockquote: (_entity, raw, inner) => foldedQuote(raw, inner),
  bot_command: (_entity, raw, inner, act) => el("button", { type: "button", class: "linkish", on: { click: () => act.command(raw) } }, inner),
  url: (_entity, raw, inner, act) => link(raw, inner, act),
  text_link: (entity, _raw, inner, act) => link(entity.url, inner, act),
  email: (_entity, raw, inner) => el("a", { href: `mailto:${raw}` }, inner),
  phone_number: (_entity, raw, inner) => el("a", { href: `tel:${raw.replace(/[^+\d]/g, "")}` }, inner),
};

function link(url, inner, act) {
  const href = safeHref(url);
  if (!href) return el("span", { class: "e-url" }, inner);
  const open = (event) => {
    if (act.link(url, event.currentTarget)) event.preventDefault();
  };
  return el("a", { href, target: "_blank", rel: "noopener noreferrer", on: { click: open } }, inner);
}

function pre(entity, raw, inner) {
  const copy = () => navigator.clipboard?.writeText(raw);
  const label = entity.language ? el("span", { class: "pre-language", text: entity.language }) : null;
  const button = el("button", { type: "button", class: "pre-copy", "aria-label": t("copy"), title: t("copy"), on: { click: copy } }, icon("copy"));
  return el("span", { class: "pre" }, label, button, el("pre", {}, el("code", {}, inner)));
}

function spoiler(inner) {
  const body = el("span", { class: "spoiler-body", "aria-hidden": "true" }, inner);
  const node = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler"), "aria-expanded": "false" }, body);
  const open = (event) => {
    if (event.type === "keydown" && !["Enter", " "].includes(event.key)) return;
    if (node.classList.contains("open")) return;
    event.preventDefault();
    event.stopPropagation();
    node.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label", "aria-expanded"]) node.removeAttribute(name);
    body.removeAttribute("aria-hidden");
  };
  // In the capturing phase, so that a link hidden in it is not followed by the click that uncovers it.
  node.addEventListener("click", open, true);
  node.addEventListener("keydown", open);
  return node;
}

function foldedQuote(raw, inner) {
  const quote = el("blockquote", { class: "foldable" }, el("span", { class: "fold-body" }, inner));
  if (raw.split("\n").length <= FOLDED_LINES && raw.length < 150) return quote;
  const button = el("button", { type: "button", class: "fold", "aria-expanded": "false", text: t("unfold") });
  quote.classList.add("folded");
  button.addEventListener("click", () => {
    const folded = quote.classList.toggle("folded");
    button.textContent = t(folded ? "unfold" : "fold");
    button.setAttribute("aria-expanded", String(!folded));
  });
  quote.append(button);
  return quote;
}
