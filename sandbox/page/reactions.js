// Reactions under a message: how many of each, one's own marked; a touch gives one or takes it back.

import { react } from "./actions.js";
import { el } from "./dom.js";
import { t } from "./i18n.js";

export const OFFERED = ["👍", "❤", "🔥", "👏", "🎉", "🤔"];

function counted(emoji) {
  const found = new Map();
  for (const one of emoji) found.set(one, (found.get(one) ?? 0) + 1);
  return [...found];
}

const toggled = (message, emoji) => react(message.id, message.my_reaction === emoji ? "" : emoji);

export function reactionsNode(message) {
  if (!message.reactions?.length) return null;
  const chips = counted(message.reactions).map(([emoji, count]) =>
    el("button", { type: "button", class: "reaction", "aria-pressed": String(message.my_reaction === emoji), "aria-label": `${emoji} ${count}`, on: { click: () => toggled(message, emoji) } },
      el("span", { text: emoji }), el("span", { text: String(count) })));
  return el("div", { class: "reactions", role: "group", "aria-label": t("reactions") }, chips);
}

/** Entries of a message's menu. */
export function reactionItems(message) {
  return OFFERED.map((emoji) => ({ label: emoji, note: message.my_reaction === emoji ? t("reaction_mine") : "", act: () => toggled(message, emoji) }));
}
