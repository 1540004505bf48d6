// A poll as its reader sees it: options to choose, and the votes once one has chosen or the poll is closed.

import { vote } from "./actions.js";
import { el } from "./dom.js";
import { t } from "./i18n.js";
import { store } from "./store.js";

export const optionText = ({ text }) => text?.text ?? text ?? "";

function share(option, total) {
  return total ? Math.round((100 * (option.voter_count ?? 0)) / total) : 0;
}

// Set by script, because the page allows no style of its own in markup.
function shareBar(percent) {
  const bar = el("span", { class: "option-bar", "aria-hidden": "true" });
  bar.style.setProperty("--share", `${percent}%`);
  return bar;
}

function row(message, option, at, seen) {
  const { poll, voted = [] } = message;
  const mine = voted.includes(at);
  const percent = share(option, poll.total_voter_count);
  const label = el("span", { class: "option-text", dir: "auto", text: optionText(option) });
  const count = seen && el("span", { class: "option-count", text: `${option.voter_count ?? 0} · ${percent}%` });
  const bar = seen && shareBar(percent);
  const node = el("button", { type: "button", class: "option", role: poll.allows_multiple_answers ? "checkbox" : "radio", "aria-checked": String(mine), disabled: poll.is_closed }, label, count, bar);
  node.addEventListener("click", () => choose(message, at));
  return el("li", {}, node);
}

// A second touch on one's own choice takes it back, as in a messenger.
function choose(message, at) {
  const { poll, voted = [] } = message;
  const without = voted.filter((one) => one !== at);
  const many = poll.allows_multiple_answers;
  const next = voted.includes(at) ? without : many ? [...voted, at] : [at];
  return vote(message.id, next);
}

function note(poll) {
  const kind = poll.is_closed ? "poll_closed" : poll.is_anonymous === false ? "poll_open_names" : "poll_anonymous";
  return `${t(kind)} · ${t("votes", { n: poll.total_voter_count ?? 0 })}`;
}

export function pollNode(message) {
  const { poll, voted = [] } = message;
  const seen = poll.is_closed || voted.length > 0 || !store.chosen.person;
  const options = (poll.options ?? []).map((option, at) => row(message, option, at, seen));
  return el("div", { class: "poll" }, el("b", { dir: "auto", text: optionText({ text: poll.question }) || t("poll") }),
    el("small", { class: "poll-note", text: note(poll) }), el("ul", { role: "group", "aria-label": optionText({ text: poll.question }) }, options));
}
